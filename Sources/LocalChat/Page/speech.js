// Who speaks which language: the page, and each phone.
import en from "./words-en.js";
import es from "./words-es.js";
import de from "./words-de.js";

const lists = { en, es, de };

/** The languages there are words for, each by its own name. */
export const languages = [["en", "English"], ["es", "Español"], ["de", "Deutsch"]];

const base = (tag) => tag.toLowerCase().split("-")[0];

/** The first of these tags that is spoken, without its region, or null. */
export function firstSpoken(tags) {
  return tags.map(base).find((tag) => Object.hasOwn(lists, tag)) ?? null;
}

/** How dates and numbers are written: as this browser does where it knows the language. */
function locale(tag) {
  const known = [new Intl.DateTimeFormat().resolvedOptions().locale, ...navigator.languages];
  return known.find((one) => base(one) === tag) ?? (tag === "es" ? "es-419" : tag);
}

const kept = new Map();

/** One of `Intl`'s for a language, made once. */
function intl(kind, tag, options) {
  const key = `${kind} ${tag} ${JSON.stringify(options)}`;
  if (!kept.has(key)) kept.set(key, new Intl[kind](locale(tag), options));
  return kept.get(key);
}

/**
 * Gives sayings: functions that answer the words in the language that is spoken when they are
 * called, so that `reword` can call them again. `tag()` tells that language.
 */
export class Speaker {
  constructor(tag) {
    this.getTag = tag;
    this.words = this.words.bind(this);
  }

  get tag() { return this.getTag(); }

  /** The words of a key. What stands in their slots is text, a number, or a saying. */
  words(key, slots = {}) {
    return () => {
      const text = this.text(key, slots);
      return text.replace(/\{(\w+)\}/g, (_, name) => {
        const value = slots[name];
        if (typeof value === "number") return this.number(value)();
        return typeof value === "function" ? value() : value;
      });
    };
  }

  text(key, slots) {
    let found = lists[this.tag][key];
    if (found === undefined) {
      console.error(`There are no words for “${key}” in ${this.tag}.`);
      found = en[key] ?? key;
    }
    if (typeof found === "string") return found;
    return found[intl("PluralRules", this.tag).select(slots.count)] ?? found.other;
  }

  number(value, options) { return () => intl("NumberFormat", this.tag, options).format(value); }

  date(value, options) { return () => intl("DateTimeFormat", this.tag, options).format(value); }
}

let chosen = firstSpoken([read() ?? "", ...navigator.languages]) ?? "en";

/** What the page speaks, apart from phones that have a language of their own. */
export const page = new Speaker(() => chosen);

/** From now on the page speaks this, and next time too. */
export function choose(tag) {
  chosen = tag;
  try { localStorage.setItem("language", tag); } catch { /* then it lasts until the page is closed */ }
}

function read() {
  try { return localStorage.getItem("language"); } catch { return null; }
}
