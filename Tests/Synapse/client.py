"""What a partner's phone does on Matrix: a plain client of one account, with nothing but urllib.

It speaks the client-server API as the specification has it, so that what the bot says is read
by somebody who shares no code with it. Nothing is encrypted here.
"""

import http.client
import json
import secrets
import time
from urllib.parse import quote, urlencode

import screen
from wire import Refused, ask, fetch

PAGES = 200
"""No gap in a timeline is filled with more pages than this; a page has a hundred events."""


class Person:
    """One account, as a phone uses it.

    Filled by `sync`: `rooms` has for each room its events in order, none twice; `invites` for
    each open invitation the stripped state that came with it; `left` for each room that the
    person is out of again the membership event that says by whom; and `account` the account
    data by type, such as `m.direct`.
    """

    def __init__(self, base, name, password=None, token=None, user=None):
        self.base, self.name, self.password = base, name, password
        self.token, self.user, self.device = token, user, None
        self.rooms, self.invites, self.left, self.account = {}, {}, {}, {}
        self.gaps = 0           # timelines that came cut off and were filled up
        self._batch, self._known = None, {}

    # The account.

    def login(self):
        """A device of its own at each call. Returns the person, so that it can be chained."""
        answer = self._ask("POST", "v3/login", {
            "type": "m.login.password", "password": self.password,
            "identifier": {"type": "m.id.user", "user": self.name},
            "initial_device_display_name": "a phone"})
        self.token, self.user = answer["access_token"], answer["user_id"]
        self.device = answer["device_id"]
        return self

    def logout(self):
        self._ask("POST", "v3/logout", {})
        self.token = None

    # What is new.

    def sync(self, seconds=0.0):
        """Takes in what is new, waiting at most so long for anything at all."""
        wanted = {"room": {"timeline": {"limit": 50}}}
        query = {"timeout": round(seconds * 1000), "filter": json.dumps(wanted)}
        if self._batch:
            query["since"] = self._batch
        news = self._ask("GET", f"v3/sync?{urlencode(query)}", seconds=seconds + 30)
        for one in news.get("account_data", {}).get("events", []):
            self.account[one["type"]] = one["content"]
        rooms = news.get("rooms", {})
        for room, invited in rooms.get("invite", {}).items():
            self.invites[room] = invited["invite_state"]["events"]
            self.left.pop(room, None)
        for room, joined in rooms.get("join", {}).items():
            self.invites.pop(room, None)
            self.left.pop(room, None)
            self._take(room, joined["timeline"])
        for room, gone in rooms.get("leave", {}).items():
            self.invites.pop(room, None)
            self._take(room, gone["timeline"])
            self.left[room] = self._own_membership(room, gone)
        # Last, so that what broke off in between comes again.
        self._batch = news["next_batch"]

    def _take(self, room, timeline):
        events = timeline["events"]
        if timeline.get("limited"):
            events = self._missing(room, timeline["prev_batch"]) + events
        kept, known = self.rooms.setdefault(room, []), self._known.setdefault(room, set())
        for event in events:
            if event["event_id"] not in known:
                known.add(event["event_id"])
                kept.append(event)

    def _missing(self, room, before):
        """What a timeline that was cut off lacks, back to what is known or to the beginning."""
        self.gaps += 1
        known, found = self._known.get(room, set()), []
        for _ in range(PAGES):
            query = urlencode({"dir": "b", "limit": 100, "from": before})
            page = self._ask("GET", f"{_room(room)}/messages?{query}")
            found += page["chunk"]
            before = page.get("end")
            if before is None or any(event["event_id"] in known for event in page["chunk"]):
                break
        return found[::-1]

    def _own_membership(self, room, gone):
        events = self.rooms[room] + gone.get("state", {}).get("events", [])
        own = [event for event in events
               if event["type"] == "m.room.member" and event["state_key"] == self.user
               and event["content"]["membership"] in ("leave", "ban")]
        return own[-1] if own else None

    # Rooms.

    def create_direct(self, other, encrypted=False, version=None, trusted=True):
        """A room for two, as the usual clients make it: its id. The other has to join.

        In a `trusted` one, which is what they make, both have the same power, so that neither
        can throw the other out.
        """
        preset = "trusted_private_chat" if trusted else "private_chat"
        fields = {"is_direct": True, "invite": [other], "preset": preset}
        if encrypted:
            fields["initial_state"] = [{
                "type": "m.room.encryption", "state_key": "",
                "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
        if version:
            fields["room_version"] = version
        room = self._ask("POST", "v3/createRoom", fields)["room_id"]
        # That a room is a direct one is only in the account data of each of the two.
        self.set_direct(other, room)
        return room

    def direct(self):
        """The account's own list of direct rooms: by the other's id, the rooms' ids."""
        try:
            return self._ask("GET", f"v3/user/{_quoted(self.user)}/account_data/m.direct")
        except Refused as refused:
            if refused.status != 404:
                raise
            return {}

    def set_direct(self, other, room):
        """Adds a room to that list, as a client does that makes or joins a direct room."""
        rooms = self.direct()
        rooms[other] = [*(one for one in rooms.get(other, []) if one != room), room]
        self._ask("PUT", f"v3/user/{_quoted(self.user)}/account_data/m.direct", rooms)

    def invite(self, room, other):
        self._ask("POST", f"{_room(room)}/invite", {"user_id": other})

    def join(self, room):
        self._ask("POST", f"v3/join/{_quoted(room)}", {})

    def leave(self, room):
        """Leaves, or says no to an invitation."""
        self._ask("POST", f"{_room(room)}/leave", {})

    def kick(self, room, other, reason=""):
        self._ask("POST", f"{_room(room)}/kick", {"user_id": other, "reason": reason})

    def upgrade(self, room, version):
        """The id of the room that takes its place."""
        fields = {"new_version": version}
        return self._ask("POST", f"{_room(room)}/upgrade", fields)["replacement_room"]

    def members(self, room):
        """The ids of all who are in, sorted."""
        return sorted(self._ask("GET", f"{_room(room)}/joined_members")["joined"])

    def state(self, room, kind, key=""):
        """The content of the state of this type; None if there is none."""
        try:
            return self._ask("GET", f"{_room(room)}/state/{_quoted(kind)}/{_quoted(key)}")
        except Refused as refused:
            if refused.status != 404:
                raise
            return None

    def event(self, room, event_id):
        """An event as the server has it now, also a redacted one."""
        return self._ask("GET", f"{_room(room)}/event/{_quoted(event_id)}")

    # What is said. Each returns the id of its event.

    def send(self, room, kind, content):
        path = f"{_room(room)}/send/{_quoted(kind)}/{_transaction()}"
        return self._ask("PUT", path, content)["event_id"]

    def send_once(self, room, content, transaction):
        """A message that may be sent again under this name and is there once all the same."""
        path = f"{_room(room)}/send/m.room.message/{_quoted(transaction)}"
        return self._ask("PUT", path, content)["event_id"]

    def say(self, room, text):
        return self.send(room, "m.room.message", {"msgtype": "m.text", "body": text})

    def edit(self, room, event_id, text):
        return self.send(room, "m.room.message", {
            # What clients show that know nothing of edits.
            "msgtype": "m.text", "body": f"* {text}",
            "m.new_content": {"msgtype": "m.text", "body": text},
            "m.relates_to": {"rel_type": "m.replace", "event_id": event_id}})

    def reply(self, room, event_id, text):
        return self.send(room, "m.room.message", {
            "msgtype": "m.text", "body": text,
            "m.relates_to": {"m.in_reply_to": {"event_id": event_id}}})

    def react(self, room, event_id, key):
        return self.send(room, "m.reaction", {
            "m.relates_to": {"rel_type": "m.annotation", "event_id": event_id, "key": key}})

    def redact(self, room, event_id, reason=None):
        path = f"{_room(room)}/redact/{_quoted(event_id)}/{_transaction()}"
        return self._ask("PUT", path, {"reason": reason} if reason else {})["event_id"]

    def voice(self, room, data, seconds):
        """A voice message, as the usual clients mark one."""
        milliseconds = round(seconds * 1000)
        return self.send(room, "m.room.message", {
            "msgtype": "m.audio", "body": "Voice message", "url": self.upload(data, "audio/ogg"),
            "info": {"duration": milliseconds, "mimetype": "audio/ogg", "size": len(data)},
            "org.matrix.msc1767.audio": {"duration": milliseconds, "waveform": [0, 512, 1024]},
            "org.matrix.msc3245.voice": {}})

    # Files.

    def upload(self, data, kind):
        """Its mxc address."""
        path = "/_matrix/media/v3/upload"
        answer = fetch(self.base, "POST", path, self.token, data, kind, seconds=60)
        return json.loads(answer)["content_uri"]

    def download(self, address):
        """The bytes behind an mxc address, which only somebody with a token gets."""
        server, name = address.removeprefix("mxc://").split("/")
        path = f"/_matrix/client/v1/media/download/{_quoted(server)}/{_quoted(name)}"
        return fetch(self.base, "GET", path, self.token, seconds=60)

    # What is to be seen. All of it as of the last `sync`.

    def messages(self, room, sender=None):
        """The texts on the screen in order, of one sender or of all; redacted ones are ""."""
        return screen.texts(self.rooms.get(room, []), sender)

    def reactions(self, room, event_id):
        """The reactions to an event that weren't taken back: by their key, who sent them."""
        return screen.reactions(self.rooms.get(room, []), event_id)

    def wait_for(self, room, predicate, seconds=30, after=None):
        """The first message with `predicate(text, event)`, as soon as it has been seen.

        Messages of any kind count, also those seen before; with `after`, an event's id, only
        those that came after it.
        """
        end = time.monotonic() + seconds
        while True:
            events = self.rooms.get(room, [])
            order = [event["event_id"] for event in events]
            if after is None or after in order:
                new = set(order[order.index(after) + 1:] if after else order)
                for text, event in screen.shown(events):
                    if event["event_id"] in new and predicate(text, event):
                        return event
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError(
                    f"{self.name} waited in vain; on the screen: {screen.texts(events)[-5:]}")
            try:
                self.sync(min(left, 10))
            except (OSError, http.client.HTTPException):
                # A phone goes on by itself when the server is back.
                time.sleep(0.2)

    def _ask(self, verb, path, fields=None, seconds=30):
        return ask(self.base, verb, f"/_matrix/client/{path}", self.token, fields, seconds)


def _quoted(text):
    return quote(text, safe="")


def _room(room):
    return f"v3/rooms/{_quoted(room)}"


def _transaction():
    return secrets.token_urlsafe(12)
