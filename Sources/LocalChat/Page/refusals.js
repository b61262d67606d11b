// Why the server refused something, in the language of whoever is told.

const reasons = {
  "chat not found": "whyNoChat",
  "the bot is blocked in this chat": "whyBlocked",
  "message text is empty": "whyEmpty",
  "message is too long": "whyLong",
  "a file has 1 byte to 50 MB": "whyFileSize",
  "no such kind of file": "whyNoFileKind",
  "no such kind of message": "whyNoMessageKind",
  "message can't be edited": "whyNotEdited",
  "no such message": "whyNoMessage",
  "a name has 1 to 64 characters": "whyName",
  "no such fault, or a number beyond its limits": "whyNoFault",
  "too many faults": "whyManyFaults",
  "Request Entity Too Large": "whyTooLarge",
  "Forbidden": "whyForbidden",
};

/** A saying for an error of `api.js`; what isn't known stays as the server put it. */
export function reason(error, speaker) {
  if (!error.status) return speaker.words("whyOffline");
  return Object.hasOwn(reasons, error.message) ? speaker.words(reasons[error.message]) : () => error.message;
}
