// The switches for what goes wrong on purpose.
import { make } from "./make.js";
import { get, post, remove } from "./api.js";

const kinds = [
  ["delay", "Later, by milliseconds", (value) => ({ milliseconds: value })],
  ["tooManyRequests", "Too many requests, wait seconds", (value) => ({ retryAfter: value })],
  ["status", "HTTP status", (value) => ({ status: value })],
  ["resetBefore", "Connection reset, not done"],
  ["resetAfter", "Connection reset, but done"],
  ["cut", "Answer cut after bytes", (value) => ({ bytes: value })],
  ["garbage", "Answer is no JSON"],
  ["repeatedUpdates", "Updates come again"],
  ["lostPress", "A press gets lost"],
];
const presets = { delay: 1000, tooManyRequests: 5, status: 502, cut: 20 };
const methods = ["*", "getUpdates", "send*", "sendMessage", "edit*", "answerCallbackQuery", "deleteMessage"];

export function setUpFaults(dialog, opener) {
  const form = dialog.querySelector("form");
  const { kind, method, value, times } = form.elements;
  const list = dialog.querySelector("ul");
  kind.append(...kinds.map(([name, label]) => make("option", { value: name, text: label })));
  method.append(...methods.map((name) => make("option", { value: name, text: name === "*" ? "any" : name })));
  const suit = () => {
    const chosen = kinds.find(([name]) => name === kind.value);
    value.closest("label").hidden = !chosen[2];
    method.closest("label").hidden = kind.value === "lostPress";
    value.value = presets[kind.value] ?? 0;
  };
  const refresh = async () => {
    const { faults } = await get("faults");
    list.replaceChildren(...faults.map((fault) =>
      make("li", { text: `${kinds.find(([name]) => name === fault.kind)?.[1] ?? fault.kind} · ${fault.method} · ${fault.times === null ? "always" : `${fault.times}×`}` })));
    opener.textContent = faults.length > 0 ? `Faults: ${faults.length}` : "Faults";
  };
  kind.addEventListener("change", suit);
  opener.addEventListener("click", () => { suit(); refresh(); dialog.showModal(); });
  dialog.addEventListener("close", refresh);
  dialog.querySelector("[value=add]").addEventListener("click", async () => {
    const chosen = kinds.find(([name]) => name === kind.value);
    const body = { kind: kind.value, times: Number(times.value) || 1, ...(chosen[2]?.(Number(value.value)) ?? {}) };
    if (kind.value !== "lostPress") body.method = method.value;
    if (kind.value === "repeatedUpdates") body.method = "getUpdates";
    try { await post("faults", body); } catch (error) { list.replaceChildren(make("li", { text: error.message })); return; }
    refresh();
  });
  dialog.querySelector("[value=clear]").addEventListener("click", async () => { await remove("faults"); refresh(); });
}
