// The page's language: the words index.html begins with, and the choice in the header.
import { make, show, reword } from "./make.js";
import { page, languages, choose } from "./speech.js";

/** `onChange(before)` is called when another is chosen, before anything is worded anew. */
export function setUpLanguage(select, onChange) {
  const apply = () => { document.documentElement.lang = page.tag; };
  select.append(...languages.map(([tag, name]) => make("option", { value: tag, lang: tag, text: name })));
  select.value = page.tag;
  for (const element of document.querySelectorAll("[data-words]")) {
    const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    show(text, "text", page.words(element.dataset.words));
  }
  for (const element of document.querySelectorAll("[data-label]")) show(element, "aria-label", page.words(element.dataset.label));
  select.addEventListener("change", () => {
    const before = page.tag;
    choose(select.value);
    apply();
    onChange(before);
    reword(document);
  });
  apply();
}

/** The page's title, once it is known whose phones these are. */
export function entitle(bot) { show(document.querySelector("title"), "text", page.words("title", { bot })); }
