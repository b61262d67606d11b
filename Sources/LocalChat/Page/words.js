// A message's text: its styles, its links, and invitations among them.
import { make, unsay } from "./make.js";

const tags = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** The payload of an invitation to this bot, or null. */
export function invitation(address, bot) {
  let url;
  try { url = new URL(address.trim()); } catch { return null; }
  if (url.hostname !== "t.me" || url.pathname.toLowerCase() !== `/${bot.toLowerCase()}`) return null;
  const payload = url.searchParams.get("start");
  return payload !== null && /^[A-Za-z0-9_-]{1,64}$/.test(payload) ? payload : null;
}

/** Nodes for a text with entities, on a phone whose `follow(address, element)` is called for invitations. */
export function nodes(text, entities, phone) {
  const links = [...text.matchAll(/\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'’”]/g)]
    .map((hit) => ({ type: "text_link", offset: hit.index, length: hit[0].length, url: hit[0] }))
    .filter((link) => !entities.some((other) =>
      other.type === "text_link" && other.offset < link.offset + link.length
      && link.offset < other.offset + other.length));
  const all = [...entities, ...links]
    .sort((one, two) => one.offset - two.offset || two.length - one.length);
  return within(text, 0, text.length, all, phone);
}

function within(text, start, end, entities, phone) {
  const out = [];
  let at = start;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) { rest = others; continue; }
    if (from > at) out.push(text.slice(at, from));
    const inner = others.filter((other) => other.offset < to);
    out.push(styled(entity, within(text, from, to, inner, phone), phone));
    rest = others.filter((other) => other.offset + other.length > to)
      .map((other) => ({ ...other, length: other.offset + other.length - Math.max(other.offset, to), offset: Math.max(other.offset, to) }));
    at = to;
  }
  if (at < end) out.push(text.slice(at, end));
  return out;
}

function styled(entity, children, phone) {
  if (entity.type === "text_link") return link(entity.url ?? "", children, phone);
  if (entity.type === "spoiler") {
    return make("span", {
      class: "spoiler", role: "button", tabindex: "0", "aria-label": phone.words("hiddenText"),
      onclick: (event) => reveal(event.currentTarget),
      onkeydown: (event) => { if (event.key === "Enter") reveal(event.currentTarget); },
    }, children);
  }
  return make(tags[entity.type] ?? "span", {}, children);
}

function reveal(element) {
  element.classList.add("seen");
  unsay(element, "aria-label");
}

/** A link: an invitation is followed inside, anything else in a tab of its own. */
export function link(address, children, phone, kind = "link") {
  if (invitation(address, phone.bot.username) !== null) {
    return make("button", {
      type: "button", class: kind, "data-testid": "invitation", "aria-haspopup": "menu",
      onclick: (event) => phone.follow(address, event.currentTarget),
    }, children);
  }
  if (!/^https?:\/\//.test(address)) return make("span", {}, children);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer", class: kind === "link" ? null : kind }, children);
}
