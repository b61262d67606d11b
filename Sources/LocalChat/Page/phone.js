// One phone: a person's chat with the bot.
import { make, openMenu, show, reword } from "./make.js";
import { bubble, brief } from "./bubble.js";
import { invitation } from "./words.js";
import { Composer } from "./composer.js";
import { Welcome } from "./welcome.js";
import { head } from "./head.js";
import { post, forgetFile } from "./api.js";
import { reason } from "./refusals.js";
import { Speaker, page, firstSpoken } from "./speech.js";

const day = { weekday: "long", day: "numeric", month: "long" };
// What people are made with, before anybody has chosen.
const unchosen = "en";

export class Phone {
  /** `others()` gives the other phones; `onNews` is called when the bot wrote. */
  constructor(number, chat, bot, others, onNews) {
    Object.assign(this, { number, chat, bot, others, onNews });
    this.person = { name: "", language: unchosen };
    this.speaker = new Speaker(() => firstSpoken([this.person.language]) ?? page.tag);
    this.words = this.speaker.words;
    this.messages = new Map();
    this.commands = [];
    this.follow = this.follow.bind(this);
    this.talk = make("ol", { class: "talk", role: "log", "aria-label": this.words("conversation"), "aria-busy": "true", tabindex: "0" });
    this.state = make("div", { class: "state", role: "status" });
    this.toast = make("div", { class: "toast", role: "status", hidden: true });
    this.down = make("button", { type: "button", class: "down", hidden: true, text: this.words("newer"), onclick: () => this.toEnd() });
    this.isStuck = true;
    this.talk.addEventListener("scroll", () => {
      this.isStuck = this.isAtEnd();
      if (this.isStuck) this.down.hidden = true;
    });
    // Pictures that arrive and a keyboard that opens must not hide the newest message.
    this.talk.addEventListener("load", () => { if (this.isStuck) this.toEnd(); }, true);
    new ResizeObserver(() => { if (this.isStuck) this.toEnd(); }).observe(this.talk);
    this.composer = new Composer(this);
    this.welcome = new Welcome(this);
    this.head = head(this);
    this.element = make("section", { class: "phone", "data-testid": `phone-${number}` },
      this.head.element, this.welcome.element, this.talk, this.state, this.composer.element, this.toast, this.down);
  }

  /** Takes what the server says changed. */
  take(news) {
    const wasAtEnd = this.isStuck;
    const focus = this.rememberFocus();
    this.person = { name: news.name, language: news.language ?? "" };
    this.commands = news.commands;
    show(this.element, "aria-label", this.words("phoneOf", { name: news.name }));
    this.head.take(news);
    this.speak();
    const isFirst = this.talk.getAttribute("aria-busy") === "true";
    if (news.whole) { this.messages.clear(); this.talk.replaceChildren(); }
    for (const id of news.deleted) this.drop(id);
    for (const message of news.messages) this.put(message);
    this.drawDays();
    this.talk.setAttribute("aria-busy", "false");
    if (isFirst && !news.started && news.language === unchosen && this.element.isConnected) this.head.goAlong();
    const leavesWelcome = news.started && this.welcome.element.contains(document.activeElement);
    this.welcome.element.hidden = news.started;
    this.talk.hidden = !news.started;
    this.composer.element.hidden = !news.started;
    this.composer.take(news);
    if (leavesWelcome) this.composer.field.focus();
    this.setTyping(news.typing);
    for (const notice of news.notices) this.notice(notice);
    this.restoreFocus(focus);
    const fresh = news.messages.filter((message) => message.bot);
    if (isFirst || wasAtEnd || news.messages.some((message) => !message.bot)) this.toEnd();
    else if (fresh.length > 0) this.down.hidden = false;
    if (!isFirst && fresh.length > 0) this.onNews(this);
  }

  /** Its own words, in the language of its person, or else of the page. */
  speak() {
    if (this.element.lang === this.speaker.tag) return;
    this.element.lang = this.speaker.tag;
    reword(this.element);
  }

  /** The page spoke another language before: a phone that spoke it too goes along. */
  followPage(before) {
    if (this.person.language === before) this.head.goAlong();
    this.speak();
  }

  /** Runs what a person does; what the server refuses is said in this phone. */
  async act(name, body = {}) {
    try {
      return await post(`people/${this.chat}/${name}`, body);
    } catch (error) {
      this.say(error.status ? this.words("refused", { reason: reason(error, this.speaker) }) : this.words("notConnected"));
      return null;
    }
  }

  async press(message, data, button) {
    button.setAttribute("aria-busy", "true");
    if (await this.act("press", { message: message.id, data }) === null) button.removeAttribute("aria-busy");
    else setTimeout(() => button.removeAttribute("aria-busy"), 15_000);
  }

  /** An invitation was tapped: here, or on the other phone. */
  follow(address, opener) {
    const payload = invitation(address, this.bot.username);
    const start = (phone) => phone.act("start", { payload });
    openMenu(opener, this.element, "low", [
      ...this.others().map((phone) => [this.words("openOn", { name: phone.person.name }), () => start(phone)]),
      [this.words("openHere"), () => start(this)],
      [this.words("copyLink"), async () => {
        try { await navigator.clipboard.writeText(address); this.say(this.words("copied")); }
        catch { this.say(this.words("cantCopy")); }
      }],
    ]);
  }

  openActions(message, opener) {
    const entries = [[this.words("reply"), () => this.composer.replyTo(message)]];
    if (!message.bot && message.kind === "text") entries.push([this.words("edit"), () => this.composer.edit(message)]);
    entries.push([this.words("delete"), () => this.act("delete", { message: message.id })]);
    openMenu(opener, opener.parentElement, "", entries);
  }

  show(id) {
    const target = this.item(id);
    target?.scrollIntoView({ block: "center", behavior: "smooth" });
    target?.classList.add("lit");
    setTimeout(() => target?.classList.remove("lit"), 1200);
  }

  say(text, seconds = 4) {
    show(this.toast, "text", text);
    this.toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => { this.toast.hidden = true; }, seconds * 1000);
  }

  notice(notice) {
    for (const key of this.talk.querySelectorAll("[aria-busy=true]")) key.removeAttribute("aria-busy");
    if (notice.text) this.say(notice.text, notice.alert ? 12 : 4);
  }

  setTyping(isTyping) {
    this.state.replaceChildren(...(isTyping ? [make("span", { class: "dots", text: this.words("isTyping", { bot: this.bot.name }) })] : []));
    clearTimeout(this.typingTimer);
    if (isTyping) this.typingTimer = setTimeout(() => this.setTyping(false), 5000);
  }

  item(id) { return this.talk.querySelector(`[data-id="${id}"]`); }

  put(message) {
    this.messages.set(message.id, message);
    const element = bubble(message, this);
    const old = this.item(message.id);
    if (old) return old.replaceWith(element);
    const next = [...this.talk.children].find((other) => Number(other.dataset.id) > message.id);
    this.talk.insertBefore(element, next ?? null);
  }

  drop(id) {
    const message = this.messages.get(id);
    if (message?.kind === "photo") forgetFile(message.file.id);
    this.messages.delete(id);
    this.item(id)?.remove();
    for (const message of this.messages.values()) if (message.reply === id) this.put(message);
    this.composer.forget(id);
  }

  drawDays() {
    for (const line of this.talk.querySelectorAll(".day")) line.remove();
    let last = "";
    for (const item of [...this.talk.children]) {
      const date = new Date(this.messages.get(Number(item.dataset.id)).date * 1000);
      if (date.toDateString() !== last) item.before(make("li", { class: "day", text: this.speaker.date(date, day) }));
      last = date.toDateString();
    }
  }

  isAtEnd() { return this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 60; }

  toEnd() {
    this.talk.scrollTop = this.talk.scrollHeight;
    this.isStuck = true;
    this.down.hidden = true;
  }

  /** Where the focus is within a bubble, so that a redrawn bubble gets it back. */
  rememberFocus() {
    const item = document.activeElement?.closest?.(".bubble");
    if (!item || !this.talk.contains(item)) return null;
    const stops = [...item.querySelectorAll("button, a")];
    return { id: item.dataset.id, at: stops.indexOf(document.activeElement), old: document.activeElement };
  }

  restoreFocus(focus) {
    if (!focus || document.contains(focus.old)) return;
    const stops = this.item(focus.id)?.querySelectorAll(".key") ?? [];
    (stops[Math.min(focus.at, stops.length - 1)] ?? this.composer.field).focus({ preventScroll: true });
  }

  briefly(id) { return this.messages.has(id) ? brief(this.messages.get(id), this) : ""; }
}

