// The switches for what goes wrong on purpose.
import { make, show } from "./make.js";
import { get, post, remove } from "./api.js";
import { reason } from "./refusals.js";
import { page } from "./speech.js";

const kinds = [
  ["delay", "faultDelay", (value) => ({ milliseconds: value })],
  ["tooManyRequests", "faultTooMany", (value) => ({ retryAfter: value })],
  ["status", "faultStatus", (value) => ({ status: value })],
  ["resetBefore", "faultResetBefore"],
  ["resetAfter", "faultResetAfter"],
  ["cut", "faultCut", (value) => ({ bytes: value })],
  ["garbage", "faultGarbage"],
  ["repeatedUpdates", "faultRepeated"],
  ["lostPress", "faultLostPress"],
];
const presets = { delay: 1000, tooManyRequests: 5, status: 502, cut: 20 };
const methods = ["*", "getUpdates", "send*", "sendMessage", "edit*", "answerCallbackQuery", "deleteMessage"];

export function setUpFaults(dialog, opener) {
  const form = dialog.querySelector("form");
  const { kind, method, value, times } = form.elements;
  const list = dialog.querySelector("ul");
  kind.append(...kinds.map(([name, key]) => make("option", { value: name, text: page.words(key) })));
  method.append(...methods.map((name) => make("option", { value: name, text: name === "*" ? page.words("anyCall") : name })));
  const suit = () => {
    const chosen = kinds.find(([name]) => name === kind.value);
    value.closest("label").hidden = !chosen[2];
    method.closest("label").hidden = kind.value === "lostPress";
    value.value = presets[kind.value] ?? 0;
  };
  const refresh = async () => {
    const { faults } = await get("faults");
    list.replaceChildren(...faults.map((fault) => make("li", {}, what(fault), ` · ${fault.method} · `, often(fault))));
    show(opener, "text", faults.length > 0 ? page.words("faultsOn", { count: faults.length }) : page.words("faults"));
  };
  kind.addEventListener("change", suit);
  opener.addEventListener("click", () => { suit(); refresh(); dialog.showModal(); });
  dialog.addEventListener("close", refresh);
  dialog.querySelector("[value=add]").addEventListener("click", async () => {
    const chosen = kinds.find(([name]) => name === kind.value);
    const body = { kind: kind.value, times: Number(times.value) || 1, ...(chosen[2]?.(Number(value.value)) ?? {}) };
    if (kind.value !== "lostPress") body.method = method.value;
    if (kind.value === "repeatedUpdates") body.method = "getUpdates";
    try { await post("faults", body); } catch (error) { list.replaceChildren(make("li", { text: reason(error, page) })); return; }
    refresh();
  });
  dialog.querySelector("[value=clear]").addEventListener("click", async () => { await remove("faults"); refresh(); });
}

function what(fault) {
  const key = kinds.find(([name]) => name === fault.kind)?.[1];
  return key ? page.words(key) : fault.kind;
}

function often({ times }) {
  return times === null ? page.words("faultAlways") : page.words("faultTimes", { count: times });
}
