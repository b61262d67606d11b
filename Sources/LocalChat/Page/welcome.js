// A phone that has no conversation yet.
import { make } from "./make.js";
import { invitation } from "./words.js";

export class Welcome {
  constructor(phone) {
    const field = make("input", { type: "url", autocomplete: "off", placeholder: `https://t.me/${phone.bot.username}?start=…`, "data-testid": "invitation-field" });
    const open = make("form", {
      onsubmit: (event) => {
        event.preventDefault();
        const payload = invitation(field.value, phone.bot.username);
        if (payload === null) return phone.say("That isn’t an invitation to this bot.");
        phone.act("start", { payload });
      },
    }, make("label", {}, "Or paste an invitation link and press Enter", field));
    this.element = make("div", { class: "welcome" },
      make("p", { text: `No conversation with ${phone.bot.name} yet.` }),
      make("button", { type: "button", class: "main", "data-testid": "start", text: "Start", onclick: () => phone.act("start") }),
      open);
  }
}
