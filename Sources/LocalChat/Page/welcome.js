// A phone that has no conversation yet.
import { make } from "./make.js";
import { invitation } from "./words.js";

export class Welcome {
  constructor(phone) {
    const field = make("input", { type: "url", autocomplete: "off", placeholder: `https://t.me/${phone.bot.username}?start=…`, "data-testid": "invitation-field" });
    const open = make("form", {
      novalidate: true, // What is wrong is said in the language of this phone, not of the browser.
      onsubmit: (event) => {
        event.preventDefault();
        const payload = invitation(field.value, phone.bot.username);
        if (payload === null) return phone.say(phone.words("noInvitation"));
        phone.act("start", { payload });
      },
    }, make("label", {}, phone.words("pasteInvitation"), field));
    this.element = make("div", { class: "welcome" },
      make("p", { text: phone.words("noConversation", { bot: phone.bot.name }) }),
      make("button", { type: "button", class: "main", "data-testid": "start", text: phone.words("start"), onclick: () => phone.act("start") }),
      open);
  }
}
