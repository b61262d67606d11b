// Light, dark, or as the system has it.
import { drawing } from "./make.js";

const choices = [["auto", "both", "as the system"], ["light", "sun", "light"], ["dark", "moon", "dark"]];

export function setUpTheme(button) {
  let at = Math.max(0, choices.findIndex(([name]) => name === read()));
  const apply = () => {
    const [name, picture, label] = choices[at];
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    button.replaceChildren(drawing(picture));
    button.setAttribute("aria-label", `Colours: ${label}. Change`);
    button.title = `Colours: ${label}`;
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
