// The top of a phone: whose it is, in which language, and what its owner can do to the bot.
import { make, drawing, openMenu } from "./make.js";
import { post, addressOf } from "./api.js";
import { page } from "./speech.js";

const languages = [["en", "English"], ["de", "Deutsch"], ["es", "Español"], ["fr", "Français"], ["it", "Italiano"], ["pt-br", "Português"], ["ru", "Русский"]];

export function head(phone) {
  let isBlocked = false;
  const name = make("input", { class: "name", "data-testid": "name", "aria-label": phone.words("name"), maxlength: "64", autocomplete: "off", spellcheck: "false" });
  const language = make("select", { class: "language", "data-testid": "person-language", "aria-label": phone.words("phoneLanguage"), autocomplete: "off" },
    languages.map(([tag, label]) => make("option", { value: tag, lang: tag, text: label })),
    make("option", { value: "", text: phone.words("notTold") }));
  const save = async () => {
    const before = phone.person;
    name.value = name.value.trim() || before.name;
    if (name.value === before.name && language.value === before.language) return;
    // What its own words are is known at once; everything else comes back from the server.
    phone.person = { ...before, language: language.value };
    phone.speak();
    try {
      await post("people", { chat: phone.chat, name: name.value, language: language.value || null });
    } catch {
      phone.person = before;
      language.value = before.language;
      phone.speak();
      phone.say(phone.words("nameNotSaved"));
    }
  };
  name.addEventListener("change", save);
  name.addEventListener("keydown", (event) => { if (event.key === "Enter") name.blur(); });
  language.addEventListener("change", () => {
    keepChoice(phone.chat);
    save();
  });
  const more = make("button", {
    type: "button", class: "quiet icon", "aria-label": phone.words("more"), "aria-haspopup": "menu", "aria-expanded": "false", "data-testid": "more",
    onclick: () => openMenu(more, phone.element, "high", [
      [phone.words(isBlocked ? "unblockBot" : "blockBot"), () => phone.act("block", { blocked: !isBlocked })],
      [phone.words("openInTab"), () => window.open(addressOf(phone.number), "_blank", "noopener")],
    ]),
  }, drawing("more"));
  const element = make("header", {},
    make("div", { class: "who" }, name, make("span", { class: "with", text: phone.words("talkingWith", { bot: phone.bot.name }) })),
    language, more);
  return {
    element,
    take(news) {
      isBlocked = news.blocked;
      if (document.activeElement !== name) name.value = news.name;
      const tag = news.language ?? "";
      if (![...language.options].some((option) => option.value === tag)) language.append(make("option", { value: tag, text: tag }));
      language.value = tag;
    },
    /** The person's phone speaks as the page does, as long as nobody chose a language for it. */
    goAlong() {
      if (wasChosen(phone.chat) || language.value === page.tag) return;
      language.value = page.tag;
      save();
    },
  };
}

const choice = (chat) => `language of ${chat}`;

function keepChoice(chat) {
  try { sessionStorage.setItem(choice(chat), "chosen"); } catch { /* then it is forgotten */ }
}

function wasChosen(chat) {
  try { return sessionStorage.getItem(choice(chat)) !== null; } catch { return false; }
}
