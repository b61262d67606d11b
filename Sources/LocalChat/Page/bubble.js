// One message as one bubble.
import { make, drawing } from "./make.js";
import { nodes, link } from "./words.js";
import { fileAddress } from "./api.js";

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/**
 * Draws a message. `phone` supplies `bot`, `person`, `messages` and what can be done:
 * `press`, `follow`, `openActions`, `show`.
 */
export function bubble(message, phone) {
  const body = make("div", { class: "body" },
    make("span", { class: "unseen", text: `${message.bot ? phone.bot.name : phone.person.name}: ` }),
    answered(message, phone), content(message),
    make("div", { class: "text", dir: "auto" },
      nodes(message.text, message.entities, phone.bot.username, phone.follow)),
    facts(message));
  return make("li", {
    class: `bubble${message.bot ? "" : " own"}${message.protected ? " guarded" : ""}`,
    "data-testid": "bubble", "data-id": message.id, "data-from": message.bot ? "bot" : "person",
  }, body, keys(message, phone),
  make("button", {
    type: "button", class: "more", "aria-label": "What to do with this message",
    "aria-haspopup": "menu", "aria-expanded": "false",
    onclick: (event) => phone.openActions(message, event.currentTarget),
  }, drawing("more")));
}

function answered(message, phone) {
  if (!message.reply) return null;
  const other = phone.messages.get(message.reply);
  return make("button", {
    type: "button", class: "answered", "aria-label": "The message this one answers",
    text: other ? brief(other) : "Deleted message", onclick: () => phone.show(message.reply),
  });
}

/** A message in one line. */
export function brief(message) {
  return message.text || kinds[message.kind] || "Message";
}

const kinds = {
  voice: "Voice message", photo: "Picture", document: "File", sticker: "Sticker", contact: "Contact",
  location: "Place", video: "Video", video_note: "Round video", animation: "Animation",
  audio: "Music", dice: "Dice", poll: "Poll", unknown: "Something new",
};

function content(message) {
  const file = message.file;
  switch (message.kind) {
    case "text": return null;
    case "photo": return photo(message);
    case "voice": return make("button", { type: "button", class: "file", onclick: play(file) },
      drawing("play"), make("span", {}, "Voice message", make("small", { text: length(file.seconds) })));
    case "document": return make("button", { type: "button", class: "file", "data-testid": "document", onclick: () => save(file) },
      drawing("file"), make("span", {}, file.name || "File", make("small", { text: `Download, ${size(file.size)}` })));
    default: return make("em", { text: kinds[message.kind] ?? "Message" });
  }
}

/** A picture in the bubble; a tap gives it all the room there is, another takes it back. */
function photo(message) {
  const image = make("img", { alt: message.text || "Picture", draggable: message.protected ? "false" : null });
  fileAddress(message.file.id).then((address) => { image.src = address; }, () => { image.alt = "Picture, no longer kept"; });
  return make("button", {
    type: "button", class: "photo", "data-testid": "photo", "aria-expanded": "false",
    onclick: ({ currentTarget: button }) => {
      button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
      button.scrollIntoView({ block: "nearest" });
    },
  }, image);
}

function play(file) {
  return async (event) => {
    const button = event.currentTarget;
    const audio = make("audio", { controls: true, "aria-label": "Voice message" });
    audio.src = await fileAddress(file.id);
    button.replaceWith(audio);
    audio.focus();
    audio.play().catch(() => { /* some recordings of tests hold no sound */ });
  };
}

async function save(file) {
  make("a", { href: await fileAddress(file.id), download: file.name || "file" }).click();
}

const length = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const size = (bytes) => bytes < 1024 ? `${bytes} bytes` : bytes < 1 << 20 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;

function facts(message) {
  const when = new Date(message.date * 1000);
  return make("div", { class: "facts" },
    message.protected ? drawing("lock", "protected: can't be forwarded or saved") : null,
    message.edited ? make("span", { text: "edited" }) : null,
    make("time", { datetime: when.toISOString(), text: clock.format(when) }));
}

function keys(message, phone) {
  if (message.keyboard.length === 0) return null;
  return make("div", { class: "keys", role: "group", "aria-label": "Answers" },
    message.keyboard.map((row) => make("div", {}, row.map((key) => key.url
      ? link(key.url, [key.text], phone.bot.username, phone.follow, "key")
      : make("button", {
        type: "button", class: "key", "data-testid": "button", text: key.text,
        onclick: (event) => phone.press(message, key.callback_data, event.currentTarget),
      })))));
}
