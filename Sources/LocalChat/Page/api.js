// The way to the server. The token of the printed address goes with every call.

const token = location.hash.slice(1);

export const hasToken = token.length > 0;

/** The address of one phone alone, for another tab. */
export function addressOf(number) {
  return `${location.origin}/?phone=${number}#${token}`;
}

async function call(path, options = {}) {
  const headers = { Authorization: `Bearer ${token}`, ...options.headers };
  const response = await fetch(`/api/${path}`, { ...options, headers, cache: "no-store" });
  if (response.ok) return response;
  let reason = response.statusText;
  try { reason = (await response.json()).description ?? reason; } catch { /* no JSON: the status says it */ }
  const error = new Error(reason.replace(/^Bad Request: /, ""));
  error.status = response.status;
  throw error;
}

export const get = async (path) => (await call(path)).json();
export const remove = async (path) => (await call(path, { method: "DELETE" })).json();
export const post = async (path, body = {}) =>
  (await call(path, { method: "POST", body: JSON.stringify(body) })).json();

/** Sends a file as a person. */
export async function attach(chat, kind, file, name, seconds = 0) {
  const query = new URLSearchParams({ kind, name, seconds: String(Math.max(0, Math.round(seconds))) });
  return (await call(`people/${chat}/attach?${query}`, {
    method: "POST", body: file, headers: { "Content-Type": file.type || "application/octet-stream" },
  })).json();
}

const kept = new Map();

/** A file's content as an address this page can show; each is fetched once. */
export function fileAddress(id) {
  if (!kept.has(id)) {
    kept.set(id, call(`files/${encodeURIComponent(id)}`).then(async (response) =>
      URL.createObjectURL(await response.blob())));
    kept.get(id).catch(() => kept.delete(id));
  }
  return kept.get(id);
}

/** Lets go of a file that is shown no more. */
export function forgetFile(id) {
  kept.get(id)?.then((address) => URL.revokeObjectURL(address), () => { /* it never came */ });
  kept.delete(id);
}
