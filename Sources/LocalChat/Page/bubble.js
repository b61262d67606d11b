// One message as one bubble.
import { make, drawing, show } from "./make.js";
import { nodes, link } from "./words.js";
import { fileAddress } from "./api.js";

/**
 * Draws a message. `phone` supplies `bot`, `person`, `messages`, its words, and what can be done:
 * `press`, `follow`, `openActions`, `show`.
 */
export function bubble(message, phone) {
  const body = make("div", { class: "body" },
    make("span", { class: "unseen", text: `${message.bot ? phone.bot.name : phone.person.name}: ` }),
    answered(message, phone), content(message, phone),
    make("div", { class: "text", dir: "auto" },
      nodes(message.text, message.entities, phone)),
    facts(message, phone));
  return make("li", {
    class: `bubble${message.bot ? "" : " own"}${message.protected ? " guarded" : ""}`,
    "data-testid": "bubble", "data-id": message.id, "data-from": message.bot ? "bot" : "person",
  }, body, keys(message, phone),
  make("button", {
    type: "button", class: "more", "aria-label": phone.words("whatToDo"),
    "aria-haspopup": "menu", "aria-expanded": "false",
    onclick: (event) => phone.openActions(message, event.currentTarget),
  }, drawing("more")));
}

function answered(message, phone) {
  if (!message.reply) return null;
  const other = phone.messages.get(message.reply);
  return make("button", {
    type: "button", class: "answered", "aria-label": phone.words("answeredMessage"),
    text: other ? brief(other, phone) : phone.words("deletedMessage"), onclick: () => phone.show(message.reply),
  });
}

/** A message in one line. */
export function brief(message, phone) {
  return message.text || kind(message, phone);
}

function kind(message, phone) { return phone.words(kinds[message.kind] ?? "message"); }

const kinds = {
  voice: "voiceMessage", photo: "picture", document: "file", sticker: "sticker", contact: "contact",
  location: "place", video: "video", video_note: "roundVideo", animation: "animation",
  audio: "music", dice: "dice", poll: "poll", unknown: "somethingNew",
};

function content(message, phone) {
  const file = message.file;
  switch (message.kind) {
    case "text": return null;
    case "photo": return photo(message, phone);
    case "voice": return make("button", { type: "button", class: "file", onclick: play(file, phone) },
      drawing("play"), make("span", {}, phone.words("voiceMessage"), make("small", { text: length(file.seconds) })));
    case "document": return make("button", { type: "button", class: "file", "data-testid": "document", onclick: () => save(file, phone) },
      drawing("file"), make("span", {}, file.name || phone.words("file"), make("small", { text: phone.words("download", { size: size(file.size, phone) }) })));
    default: return make("em", { text: kind(message, phone) });
  }
}

/** A picture in the bubble; a tap gives it all the room there is, another takes it back. */
function photo(message, phone) {
  const image = make("img", { alt: message.text || phone.words("picture"), draggable: message.protected ? "false" : null });
  fileAddress(message.file.id).then((address) => { image.src = address; }, () => { show(image, "alt", phone.words("pictureGone")); });
  return make("button", {
    type: "button", class: "photo", "data-testid": "photo", "aria-expanded": "false",
    onclick: ({ currentTarget: button }) => {
      button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
      button.scrollIntoView({ block: "nearest" });
    },
  }, image);
}

function play(file, phone) {
  return async (event) => {
    const button = event.currentTarget;
    const audio = make("audio", { controls: true, "aria-label": phone.words("voiceMessage") });
    audio.src = await fileAddress(file.id);
    button.replaceWith(audio);
    audio.focus();
    audio.play().catch(() => { /* some recordings of tests hold no sound */ });
  };
}

async function save(file, phone) {
  make("a", { href: await fileAddress(file.id), download: file.name || phone.words("fileName")() }).click();
}

const length = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function size(bytes, { words, speaker }) {
  if (bytes < 1024) return words("bytes", { count: bytes });
  if (bytes < 1 << 20) return words("kilobytes", { count: Math.round(bytes / 1024) });
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return words("megabytes", { count: speaker.number(bytes / (1 << 20), one) });
}

function facts(message, phone) {
  const when = new Date(message.date * 1000);
  return make("div", { class: "facts" },
    message.protected ? drawing("lock", phone.words("protected")) : null,
    message.edited ? make("span", { text: phone.words("edited") }) : null,
    make("time", { datetime: when.toISOString(), text: phone.speaker.date(when, { timeStyle: "short" }) }));
}

function keys(message, phone) {
  if (message.keyboard.length === 0) return null;
  return make("div", { class: "keys", role: "group", "aria-label": phone.words("answers") },
    message.keyboard.map((row) => make("div", {}, row.map((key) => key.url
      ? link(key.url, [key.text], phone, "key")
      : make("button", {
        type: "button", class: "key", "data-testid": "button", text: key.text,
        onclick: (event) => phone.press(message, key.callback_data, event.currentTarget),
      })))));
}
