"""Tests the rig itself: a real Synapse and two plain clients, without the bot.

    .venv-tests/bin/python Tests/Synapse/rig.py

Prints how long each step took; ends with 1 at the first mismatch, and after three minutes in any
case (the very first run installs Synapse, which may take longer and doesn't count).
"""

import os
import signal
import sys
import time

from client import Person
from machine import install
from synapse import Synapse
from wire import Refused

TIME_LIMIT_SECONDS = 180
OPUS = b"OggS" + bytes(range(256)) * 40


class Mismatch(Exception):
    """What was seen is not what should be."""


class Steps:
    """Compares, and tells how long it was since the comparison before."""

    def __init__(self):
        self.last = time.monotonic()

    def check(self, what, seen, expected):
        if seen != expected:
            raise Mismatch(f"{what}: expected {expected!r}, saw {seen!r}")
        now = time.monotonic()
        print(f"ok  {now - self.last:7.3f} s  {what}", flush=True)
        self.last = now


def meet(steps, synapse):
    """Two people with a direct room that both are in: they, and the room."""
    names = {"ada": "Ada", "ben": "Ben"}
    users = [synapse.register(name, "secret", shown=shown) for name, shown in names.items()]
    steps.check("two are registered", [user.split(":")[0] for user in users], ["@ada", "@ben"])
    ada, ben = (Person(synapse.base, name, "secret").login() for name in names)
    steps.check("both are logged in", [ada.user, ben.user], users)
    room = ada.create_direct(ben.user)
    steps.check("a direct room is made", ada.direct(), {ben.user: [room]})
    ben.sync()
    own = [event for event in ben.invites[room] if event.get("state_key") == ben.user]
    steps.check("the invitation says that it is direct", own[0]["content"]["is_direct"], True)
    ben.join(room)
    steps.check("both are in", ben.members(room), [ada.user, ben.user])
    return ada, ben, room


def talk(steps, ada, ben, room):
    """All that a phone can say, and what the other sees of it: the id of a voice message."""
    first = ada.say(room, "Grüße & <b>")
    seen = ben.wait_for(room, lambda text, event: text == "Grüße & <b>")
    steps.check("a message arrives", seen["event_id"], first)
    ada.edit(room, first, "Grüße")
    seen = ben.wait_for(room, lambda text, event: text == "Grüße")
    steps.check("an edit is no message of its own", seen["event_id"], first)
    reaction = ben.react(room, first, "👍")
    ada.sync(5)
    steps.check("a reaction arrives", ada.reactions(room, first), {"👍": [ben.user]})
    ben.redact(room, reaction)
    ada.sync(5)
    steps.check("it is taken back", ada.reactions(room, first), {})
    answer = ben.reply(room, first, "Likewise")
    ada.wait_for(room, lambda text, event: text == "Likewise", after=first)
    relation = ada.event(room, answer)["content"]["m.relates_to"]
    steps.check("a reply arrives", relation, {"m.in_reply_to": {"event_id": first}})
    secret = ada.say(room, "not meant for you")
    ben.wait_for(room, lambda text, event: text == "not meant for you")
    ada.redact(room, secret)
    ben.wait_for(room, lambda text, event: text == "" and event["event_id"] == secret)
    steps.check("a redacted message is empty", ben.messages(room), ["Grüße", "Likewise", ""])
    steps.check("also at the server", ben.event(room, secret)["content"], {})
    voice = ada.voice(room, OPUS, 3)
    seen = ben.wait_for(room, lambda text, event: event["content"].get("msgtype") == "m.audio")
    steps.check("a voice message arrives", seen["event_id"], voice)
    steps.check("its sound is downloaded", ben.download(seen["content"]["url"]), OPUS)
    return voice


def crowd(steps, ada, ben, room):
    """More than fits in one answer to a phone that wasn't looking."""
    ben.sync()
    for number in range(120):
        ada.say(room, f"number {number}")
    steps.check("120 messages are sent", True, True)
    ben.sync()
    expected = [f"number {number}" for number in range(120)]
    steps.check("all are seen in order", ben.messages(room, ada.user)[-120:], expected)
    steps.check("in a timeline that was cut off", ben.gaps > 0, True)


def survive(steps, synapse, ada, ben, room, voice):
    """What was acknowledged outlives the server, and phones find back to it."""
    everything = ben.messages(room)
    synapse.kill()
    try:
        ada.say(room, "into the void")
    except OSError:
        steps.check("a killed server doesn't answer", True, True)
    synapse.start()
    steps.check("it is started again", synapse.process.poll(), None)
    ada.say(room, "still here")
    ben.wait_for(room, lambda text, event: text == "still here")
    steps.check("nothing is lost to a phone that went on", ben.messages(room)[:-1], everything)
    anew = Person(synapse.base, "ben", "secret").login()
    anew.sync()
    steps.check("a new phone sees all", anew.messages(room), [*everything, "still here"])
    content = anew.event(room, voice)["content"]
    steps.check("the sound is there", anew.download(content["url"]), OPUS)
    steps.check("it ends when asked to", synapse.stop() is not None, True)
    synapse.start()
    anew.sync()
    steps.check("and starts once more", anew.messages(room)[-1], "still here")


def part(steps, ada, ben, room):
    """Leaving, being thrown out, and a room that is replaced."""
    successor = ada.upgrade(room, "11")
    tombstone = ada.state(room, "m.room.tombstone")
    steps.check("a room is replaced", tombstone["replacement_room"], successor)
    ben.sync()
    try:
        ada.kick(room, ben.user)
        steps.check("an equal can't be thrown out", "thrown out", "not")
    except Refused as refused:
        steps.check("an equal can't be thrown out", refused.code, "M_FORBIDDEN")
    uneven = ada.create_direct(ben.user, trusted=False)
    ben.sync()
    ben.join(uneven)
    ada.kick(uneven, ben.user, "that's all")
    ben.sync()
    steps.check("being thrown out is seen", ben.left[uneven]["sender"], ada.user)
    try:
        ben.say(uneven, "too late")
        steps.check("who is out can't speak", "spoke", "was refused")
    except Refused as refused:
        steps.check("who is out can't speak", refused.code, "M_FORBIDDEN")
    ada.invite(successor, ben.user)
    ben.sync()
    ben.leave(successor)
    ben.sync()
    steps.check("an invitation is refused", successor in ben.invites, False)
    ben.leave(room)
    steps.check("the old room is left", ada.members(room), [ada.user])
    secret = ada.create_direct(ben.user, encrypted=True, version="10")
    algorithm = ada.state(secret, "m.room.encryption")["algorithm"]
    steps.check("a room can be encrypted", algorithm, "m.megolm.v1.aes-sha2")
    version = ada.state(secret, "m.room.create")["room_version"]
    steps.check("and of another version", version, "10")


def limits(steps):
    """As careful as Synapse is when nobody sets anything."""
    with Synapse(limits=True) as synapse:
        user = synapse.register("ada", "secret")
        ada = Person(synapse.base, "ada", "secret").login()
        room = ada.create_direct(synapse.register("ben", "secret"))
        steps.check("a server with limits runs", ada.members(room), [user])
        begun = time.monotonic()
        for number in range(12):
            ada.say(room, f"number {number}")
        steps.check("it slows down who says much", time.monotonic() - begun > 4, True)
        synapse.force_rate_override(user)
        begun = time.monotonic()
        for number in range(12):
            ada.say(room, f"number {number}")
        steps.check("but not whom its owner lets", time.monotonic() - begun < 4, True)


def main():
    steps = Steps()
    synapse = Synapse()
    install(synapse.environment)
    steps.check("it is installed", os.path.isdir(synapse.environment), True)
    signal.alarm(TIME_LIMIT_SECONDS)
    with synapse:
        steps.check("it runs", synapse.process.poll(), None)
        ada, ben, room = meet(steps, synapse)
        voice = talk(steps, ada, ben, room)
        crowd(steps, ada, ben, room)
        survive(steps, synapse, ada, ben, room, voice)
        part(steps, ada, ben, room)
        wrong = [line for line in synapse.logged() if " ERROR " in line or "CRITICAL" in line]
        steps.check("it logged no error", wrong, [])
    steps.check("nothing is left behind", os.path.exists(synapse.log), False)
    limits(steps)


def stopped(number, frame):
    raise Mismatch("out of time" if number == signal.SIGALRM else "told to stop")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, stopped)
    signal.signal(signal.SIGTERM, stopped)
    try:
        main()
    except Mismatch as mismatch:
        print(f"not ok  {mismatch}", file=sys.stderr)
        sys.exit(1)
    print("all as it should be")
