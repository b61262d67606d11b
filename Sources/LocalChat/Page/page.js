// The page: one or two phones, kept up to date by one long poll.
import { get, post, hasToken } from "./api.js";
import { make, show } from "./make.js";
import { Phone } from "./phone.js";
import { setUpFaults } from "./faults.js";
import { setUpTheme } from "./theme.js";
import { setUpLanguage, entitle } from "./language.js";
import { page } from "./speech.js";

const byId = (id) => document.getElementById(id);
const moment = { weekday: "short", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" };
const wanted = Number(new URLSearchParams(location.search).get("phone"));

let phones = [];

setUpLanguage(byId("language"), (before) => { for (const phone of phones) phone.followPage(before); });
entitle(document.querySelector("h1").textContent);
setUpTheme(byId("theme"));
addEventListener("hashchange", () => location.reload());
if (hasToken) open();
else complain("needsAddress");

async function open() {
  setUpFaults(byId("faults"), byId("faults-open"));
  const state = await untilConnected(() => get("state"));
  entitle(state.bot.name);
  document.querySelector("h1").textContent = state.bot.name;
  const all = state.phones.map((chat, index) =>
    new Phone(index + 1, chat, state.bot, () => all.filter((other) => other.chat !== chat), news));
  const shown = all.filter((phone) => ![1, 2].includes(wanted) || phone.number === wanted);
  phones = shown;
  byId("phones").append(...shown.map((phone) => phone.element));
  setUpSwitch(shown);
  setUpDay(state.canTurnDay);
  follow(all, shown);
}

/** Asks for what changed, for ever. After a break everything is asked for anew. */
async function follow(all, shown) {
  const chats = all.map((phone) => phone.chat).join(",");
  let version = 0;
  for (;;) {
    const answer = await untilConnected(() => get(`changes?chats=${chats}&after=${version}&wait=${version === 0 ? 0 : 25}`), () => { version = 0; });
    version = answer.version;
    byId("phones").dataset.version = version;
    tellTime(answer.now);
    for (const change of answer.chats) all.find((phone) => phone.chat === change.chat)?.take(change);
    drawSwitch(shown);
  }
}

async function untilConnected(ask, onBreak = () => {}) {
  for (;;) {
    try {
      const answer = await ask();
      byId("trouble").hidden = true;
      return answer;
    } catch (error) {
      onBreak();
      complain(error.status === 403 ? "outOfDate" : "tryingAgain");
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

function tellTime(now) {
  show(document.querySelector(".today"), "text", page.date(new Date(now * 1000), moment));
}

function complain(key) {
  show(byId("trouble"), "text", page.words(key));
  byId("trouble").hidden = false;
}

function setUpSwitch(phones) {
  const nav = document.querySelector(".switch");
  phones[0]?.element.classList.add("shown");
  if (phones.length < 2) return;
  nav.append(...phones.map((phone) => make("button", {
    type: "button", "data-testid": `show-${phone.number}`, "data-number": phone.number,
    onclick: () => {
      for (const other of phones) other.element.classList.toggle("shown", other === phone);
      drawSwitch(phones);
      phone.toEnd();
    },
  })));
  const narrow = matchMedia("(max-width: 759px)");
  const suit = () => { nav.hidden = !narrow.matches; };
  narrow.addEventListener("change", suit);
  suit();
}

function drawSwitch(phones) {
  for (const button of document.querySelectorAll(".switch button")) {
    const phone = phones.find((one) => one.number === Number(button.dataset.number));
    const isShown = phone.element.classList.contains("shown");
    button.textContent = phone.person.name;
    button.setAttribute("aria-pressed", String(isShown));
    if (isShown) button.classList.remove("news");
    const key = button.classList.contains("news") ? "phoneOfNew" : "phoneOf";
    show(button, "aria-label", page.words(key, { name: phone.person.name }));
  }
}

function news(phone) {
  if (!phone.element.classList.contains("shown")) {
    document.querySelector(`.switch [data-number="${phone.number}"]`)?.classList.add("news");
  }
}

function setUpDay(canTurn) {
  const button = byId("next-day");
  button.hidden = !canTurn;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const { now } = await post("next-day");
      tellTime(now);
    } catch { complain("dayNotTurned"); }
    button.disabled = false;
    button.focus();
  });
}
