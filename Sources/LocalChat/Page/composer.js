// Where a person writes, speaks, and picks a command or a file.
import { make, drawing, openMenu, show } from "./make.js";
import { attach } from "./api.js";
import { reason } from "./refusals.js";
import { Recorder } from "./recorder.js";
import { brief } from "./bubble.js";

const otherKinds = [["sticker", "sticker"], ["contact", "contact"], ["location", "place"], ["dice", "dice"], ["unknown", "somethingNew"]];

export class Composer {
  constructor(phone) {
    this.phone = phone;
    const { words } = phone;
    this.reply = null;
    this.editing = null;
    this.recorder = new Recorder();
    this.field = make("textarea", {
      rows: "1", placeholder: words("message"), "aria-label": words("message"), "data-testid": "composer", maxlength: "4096", dir: "auto",
      onkeydown: (event) => this.key(event), oninput: () => this.fit(),
    });
    this.about = make("div", { class: "about", hidden: true });
    const icon = (name, key, action, extra = {}) => make("button", {
      type: "button", class: "quiet icon", "aria-label": words(key), title: words(key), onclick: action, ...extra,
    }, drawing(name));
    this.commands = icon("commands", "commands", () => this.openCommands(), { "aria-haspopup": "menu", "data-testid": "commands", hidden: true });
    this.plus = icon("attach", "attach", () => this.openAttach(), { "aria-haspopup": "menu", "data-testid": "attach" });
    this.mic = icon("mic", "record", () => this.record(), { "data-testid": "record", hidden: !Recorder.isAvailable });
    this.send = make("button", { type: "submit", class: "icon send", "aria-label": words("send"), title: words("send"), "data-testid": "send" }, drawing("send"));
    this.line = make("div", { class: "line" }, this.commands, this.plus, this.field, this.mic, this.send);
    this.unblock = make("button", { type: "button", class: "main", text: words("unblock"), hidden: true, onclick: () => phone.act("block", { blocked: false }) });
    this.picker = make("input", { type: "file", hidden: true, onchange: () => this.picked() });
    this.element = make("form", { class: "composer", hidden: true, onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.about, this.line, this.unblock, this.picker);
  }

  take(news) {
    this.commands.hidden = news.commands.length === 0;
    this.line.hidden = news.blocked;
    this.unblock.hidden = !news.blocked;
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape") this.calmDown();
    else if (event.key === "/" && this.field.value === "" && this.phone.commands.length > 0) {
      // The slash stays in the field; the menu only offers what it could become.
      setTimeout(() => show(this.field, "aria-description", this.phone.words("commandsBefore")));
    }
  }

  /** Grows with the text where the browser does not do so by itself. */
  fit() {
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const done = this.editing
      ? await this.phone.act("edit", { message: this.editing.id, text })
      : await this.phone.act("say", { text, ...(this.reply ? { reply: this.reply.id } : {}) });
    if (done === null) return;
    this.calmDown();
    this.field.value = "";
    this.fit();
    this.field.focus();
  }

  replyTo(message) { this.calmDown(); this.reply = message; this.tell("replyTo", message); }

  edit(message) {
    this.calmDown();
    this.editing = message;
    this.field.value = message.text;
    this.fit();
    this.tell("editing", message);
  }

  tell(key, about) {
    const text = this.phone.words(key, { message: brief(about, this.phone) });
    this.about.replaceChildren(make("span", { text }),
      make("button", { type: "button", class: "quiet", text: this.phone.words("cancel"), onclick: () => this.calmDown() }));
    this.about.hidden = false;
    this.field.focus();
  }

  calmDown() {
    if (this.editing) this.field.value = "";
    this.reply = null;
    this.editing = null;
    this.about.hidden = true;
  }

  forget(id) { if (this.reply?.id === id || this.editing?.id === id) this.calmDown(); }

  openCommands() {
    openMenu(this.commands, this.phone.element, "low", this.phone.commands.map((command) => [
      [make("b", { text: `/${command.command}` }), make("span", { class: "hint", text: command.description })],
      () => { this.phone.act("say", { text: `/${command.command}` }); this.field.focus(); },
    ]));
  }

  openAttach() {
    const { words } = this.phone;
    openMenu(this.plus, this.phone.element, "low", [
      [words("picture"), () => this.pick("photo", "image/*")],
      [words("file"), () => this.pick("document", "")],
      [words("voiceFromFile"), () => this.pick("voice", "audio/*")],
      ...otherKinds.map(([kind, key]) => [words(key), () => this.phone.act("send", { kind })]),
    ]);
  }

  pick(kind, accept) {
    this.kind = kind;
    this.picker.accept = accept;
    this.picker.value = "";
    this.picker.click();
  }

  async picked() {
    const [file] = this.picker.files;
    if (file) await this.upload(this.kind, file, file.name, this.kind === "voice" ? 1 : 0);
  }

  async upload(kind, file, name, seconds) {
    try { await attach(this.phone.chat, kind, file, name, seconds); }
    catch (error) { this.phone.say(this.phone.words("notSent", { reason: reason(error, this.phone.speaker) })); }
  }

  async record() {
    try {
      const take = await this.recorder.toggle();
      this.mic.classList.toggle("recording", take === null);
      this.mic.replaceChildren(drawing(take === null ? "stop" : "mic"));
      const words = this.phone.words(take === null ? "stopAndSend" : "record");
      for (const place of ["aria-label", "title"]) show(this.mic, place, words);
      if (take) await this.upload("voice", take.file, "voice.ogg", take.seconds);
    } catch {
      this.phone.say(this.phone.words("noMicrophone"));
    }
  }
}
