// Making elements, and the few drawings.

const sayings = new WeakMap();

/**
 * Shows words in an element or a text node: as its `text`, or in an attribute. A saying, which is a
 * function, is asked again by `reword`; anything else stays.
 */
export function show(node, place, words) {
  const kept = sayings.get(node) ?? {};
  delete kept[place];
  if (typeof words === "function") sayings.set(node, Object.assign(kept, { [place]: words }));
  write(node, place, typeof words === "function" ? words() : words);
}

/** Takes an attribute away, and what it said. */
export function unsay(element, place) {
  delete sayings.get(element)?.[place];
  element.removeAttribute(place);
}

function write(node, place, text) {
  // What already stands there isn't written again: some places are read aloud when they change.
  if (place !== "text") node.setAttribute(place, text);
  else if (node.textContent !== text) node.textContent = text;
}

/** Asks every saying within again, and leaves everything else as it is. */
export function reword(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    for (const [place, saying] of Object.entries(sayings.get(node) ?? {})) write(node, place, saying());
  }
}

function child(content) {
  if (typeof content !== "function") return content;
  const node = document.createTextNode("");
  show(node, "text", content);
  return node;
}

/**
 * An element with attributes, listeners (`on…`) and children; null and false are left out. An
 * attribute, a text or a child may be a saying.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "text" || typeof value === "function") show(element, name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((one) => one !== null && one !== undefined).map(child));
  return element;
}

const paths = {
  send: "M5 12h13M12 5l7 7-7 7",
  attach: "M12 5v14M5 12h14",
  mic: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v4",
  stop: "M7 7h10v10H7z",
  commands: "M4 6h16M4 12h16M4 18h10",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z",
  play: "M8 5l11 7-11 7z",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4 12H2M22 12h-2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5",
  moon: "M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z",
  both: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
};

/** A small line drawing; hidden from screen readers unless it has a label. */
export function drawing(name, label) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const attributes = {
    viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "2",
    "stroke-linecap": "round", "stroke-linejoin": "round",
  };
  if (label) attributes.role = "img";
  else attributes["aria-hidden"] = "true";
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  if (label) show(svg, "aria-label", label);
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

/** A menu that closes by Escape, by a choice, and by a click elsewhere; arrows move within. */
export function openMenu(opener, place, kind, entries) {
  const close = (back = true) => {
    menu.remove();
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (back && document.contains(opener)) opener.focus();
  };
  const outside = (event) => {
    if (!menu.contains(event.target) && !opener.contains(event.target)) close(false);
  };
  const move = (event) => {
    const items = [...menu.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(at + step + items.length) % items.length].focus();
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") return close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const items = entries.map(([content, choose]) =>
    make("button", { type: "button", role: "menuitem", onclick: () => { close(); choose(); } }, content));
  const menu = make("div", { class: `menu ${kind}`, role: "menu", onkeydown: move }, items);
  place.append(menu);
  opener.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  items[0]?.focus();
  return close;
}
