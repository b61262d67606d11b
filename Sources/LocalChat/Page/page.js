// The page: one or two phones, kept up to date by one long poll.
import { get, post, hasToken } from "./api.js";
import { make } from "./make.js";
import { Phone } from "./phone.js";
import { setUpFaults } from "./faults.js";
import { setUpTheme } from "./theme.js";

const byId = (id) => document.getElementById(id);
const date = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
const wanted = Number(new URLSearchParams(location.search).get("phone"));

setUpTheme(byId("theme"));
addEventListener("hashchange", () => location.reload());
if (hasToken) open();
else complain("This page needs its whole address: the one that was printed when the program started.");

async function open() {
  setUpFaults(byId("faults"), byId("faults-open"));
  const state = await untilConnected(() => get("state"));
  document.title = `${state.bot.name}: two phones`;
  document.querySelector("h1").textContent = state.bot.name;
  const all = state.phones.map((chat, index) =>
    new Phone(index + 1, chat, state.bot, () => all.filter((other) => other.chat !== chat), news));
  const shown = all.filter((phone) => ![1, 2].includes(wanted) || phone.number === wanted);
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
    document.querySelector(".today").textContent = date.format(new Date(answer.now * 1000));
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
      complain(error.status === 403 ? "This address is out of date: open the one that was printed last." : "Not connected. Trying again…");
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

function complain(text) {
  byId("trouble").textContent = text;
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
    button.setAttribute("aria-label", `${phone.person.name}’s phone${button.classList.contains("news") ? ", something new" : ""}`);
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
      document.querySelector(".today").textContent = date.format(new Date(now * 1000));
    } catch { complain("The day could not be turned."); }
    button.disabled = false;
    button.focus();
  });
}
