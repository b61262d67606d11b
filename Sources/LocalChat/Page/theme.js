// Light, dark, or as the system has it.
import { drawing, show } from "./make.js";
import { page } from "./speech.js";

const choices = [["auto", "both", "coloursAuto"], ["light", "sun", "coloursLight"], ["dark", "moon", "coloursDark"]];

export function setUpTheme(button) {
  let at = Math.max(0, choices.findIndex(([name]) => name === read()));
  const apply = () => {
    const [name, picture, key] = choices[at];
    const choice = page.words(key);
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    button.replaceChildren(drawing(picture));
    show(button, "aria-label", page.words("coloursChange", { choice }));
    show(button, "title", page.words("colours", { choice }));
  };
  button.addEventListener("click", () => {
    at = (at + 1) % choices.length;
    try { localStorage.setItem("theme", choices[at][0]); } catch { /* then it lasts until the page is closed */ }
    apply();
  });
  apply();
}

function read() {
  try { return localStorage.getItem("theme"); } catch { return null; }
}
