// The top of a phone: whose it is, in which language, and what its owner can do to the bot.
import { make, drawing, openMenu } from "./make.js";
import { post, addressOf } from "./api.js";

const languages = [["en", "English"], ["de", "Deutsch"], ["es", "Español"], ["fr", "Français"], ["it", "Italiano"], ["pt-br", "Português"], ["ru", "Русский"], ["", "Not told"]];

export function head(phone) {
  let isBlocked = false;
  const name = make("input", { class: "name", "data-testid": "name", "aria-label": "Name", maxlength: "64", autocomplete: "off", spellcheck: "false" });
  const language = make("select", { class: "language", "aria-label": "Language of this phone" },
    languages.map(([tag, label]) => make("option", { value: tag, text: label })));
  const save = async () => {
    const wanted = name.value.trim();
    if (!wanted) { name.value = phone.person.name; return; }
    if (wanted === phone.person.name && language.value === phone.person.language) return;
    try {
      await post("people", { chat: phone.chat, name: wanted, language: language.value || null });
    } catch { phone.say("The name could not be saved."); }
  };
  name.addEventListener("change", save);
  name.addEventListener("keydown", (event) => { if (event.key === "Enter") name.blur(); });
  language.addEventListener("change", save);
  const more = make("button", {
    type: "button", class: "quiet icon", "aria-label": "More", "aria-haspopup": "menu", "aria-expanded": "false", "data-testid": "more",
    onclick: () => openMenu(more, phone.element, "high", [
      [isBlocked ? "Unblock the bot" : "Block the bot", () => phone.act("block", { blocked: !isBlocked })],
      ["Open this phone in a tab of its own", () => window.open(addressOf(phone.number), "_blank", "noopener")],
    ]),
  }, drawing("more"));
  const element = make("header", {},
    make("div", { class: "who" }, name, make("span", { class: "with", text: `talking with ${phone.bot.name}` })),
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
  };
}
