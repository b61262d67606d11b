"""One request at a time of Matrix's client-server API, with nothing but urllib."""

import json
import time
import urllib.error
import urllib.request

PATIENCE_SECONDS = 120
"""How long a request is repeated while the server says that there were too many."""

# Whatever proxy the environment names, the server is on this machine.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Refused(Exception):
    """The server said no. `code` is its word for it (`M_FORBIDDEN`), `answer` all that it said."""

    def __init__(self, verb, path, status, answer):
        self.status, self.answer, self.code = status, answer, answer.get("errcode", "")
        what = path.split("?")[0]
        super().__init__(f"{verb} {what}: {status} {self.code} {answer.get('error', '')}")


def fetch(base, verb, path, token=None, data=None, kind="application/json", seconds=30):
    """One request: the body of the answer. Too many requests are waited out as told."""
    headers = {"Content-Type": kind} if data is not None else {}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        request = urllib.request.Request(base + path, method=verb, data=data, headers=headers)
        try:
            with _opener.open(request, timeout=seconds) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            with error:
                refused = Refused(verb, path, error.code, _as_object(error.read()))
            pause = _told_to_wait(error, refused.answer)
            if refused.status != 429 or time.monotonic() + pause > end:
                raise refused from None
        time.sleep(pause)


def ask(base, verb, path, token=None, fields=None, seconds=30):
    """One request with a JSON object, or nothing, and the JSON object that is answered."""
    data = None if fields is None else json.dumps(fields).encode()
    return json.loads(fetch(base, verb, path, token, data, seconds=seconds))


def _as_object(data):
    """What a refusal says; a page of HTML, say from a crash, becomes its beginning."""
    try:
        answer = json.loads(data)
    except ValueError:
        answer = None
    return answer if isinstance(answer, dict) else {"error": data[:200].decode(errors="replace")}


def _told_to_wait(error, answer):
    if "retry_after_ms" in answer:
        return answer["retry_after_ms"] / 1000
    told = error.headers.get("Retry-After", "")
    return float(told) if told.isdigit() else 1.0
