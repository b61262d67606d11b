#!/usr/bin/env python3
"""Two people on Matrix, through a real home server: a whole round, and what people do to rooms.

    TALKABOUTIT_BINARY=… couple.py

Ends with 0 if everything was as it should be, and with 1 at the first mismatch.
"""

import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import screen  # noqa: E402 (found only by the line above)
from beginnings import CLOCK, SOMETHING, pair, reveal_at_once  # noqa: E402
from house import Chat, House, Mismatch, each_once, run  # noqa: E402

CANARY = "canary-my-grandmothers-hands"


def whole_round(ada, ben):
    """Sealed answers, one of them changed; the reveal to both at once; and a response. Returns
    the message that Ada answered with."""
    answer = ada.say("Your hands.")
    ada.hears("That's what you wrote: Your hands.…1 – Share it then…")
    ada.person.edit(ada.room, answer, "Your warm hands.")
    ada.hears("That's what you wrote: Your warm hands.…1 – Share it then…")
    ada.say("1")
    ada.hears("Put away.…")
    ben.hears_nothing()
    ben.say("Your jokes. All of them.")
    seen = ben.hears("That's what you wrote: Your jokes. All of them.…1 – Share it then…")
    ben.person.react(ben.room, seen["event_id"], "👍")
    ben.hears_nothing()
    ben.say("share it then")
    ben.hears("Put away.…", CLOCK)
    for chat, own, others in (
            (ada, "Your warm hands.", "Ben: Your jokes. All of them."),
            (ben, "Your jokes. All of them.", "Ada: Your warm hands.")):
        chat.hears(SOMETHING)
        chat.say("1")
        chat.hears(f"Here is what you both shared.…You: {own} {others}",
                   "Is there something of …'s that stays with you?…")
    ada.say("say it back")
    ada.hears("What did you hear?…")
    ada.say("I heard you laugh.")
    ada.hears("That would go to Ben: I heard you laugh.…1 – Send it…")
    ada.say("1")
    ada.hears("Sent. Enough for now.")
    ben.hears(SOMETHING)
    ben.say("1")
    ben.hears("Ada sent something back. 1 – Read it 2 – Let it lie")
    ben.say("read it")
    ben.hears("Ada says it back like this: I heard you laugh.", "It can rest here.…")
    return answer


def changed_too_late(ada, ben, answer):
    """M21: what was shown to both stays as it was shown, and so does what the bot said."""
    asked = ada.all[-1][1]["event_id"]
    ada.person.edit(ada.room, answer, "Your cold hands.")
    ada.person.edit(ada.room, asked, "Whatever I like.")
    ada.hears_nothing(2)
    ben.hears_nothing(0)
    ada.say("!answers")
    ada.hears("What you have written.…2. Something I liked – shown to both…")
    ada.say("2")
    ada.hears("Your warm hands. This one was shown…")


def taken_back(house, ben):
    """M22: what somebody takes out of the room is nowhere."""
    ben.say("!today")
    ben.hears("Three words, quickly: intimacy.…")
    taken = ben.say(CANARY)
    ben.hears(f"That's what you wrote: {CANARY}…")
    ben.person.redact(ben.room, taken)
    ben.hears("Erased from what I store.…")
    if CANARY.encode() in house.stored():
        raise Mismatch("what was taken back is in the folder")


def a_third(house, ada):
    """M16: while somebody else may be there, nothing private is said. M21: nor do they change
    what isn't theirs."""
    own = next(event for text, event in screen.shown(ada.person.rooms[ada.room])
               if text == "warm, near, slow")
    eve = house.person("Eve")
    ada.person.invite(ada.room, eve.user)
    ada.hears("Somebody else is in this room, or is invited.…")
    ada.say("!status")
    ada.hears_nothing(3)
    eve.sync()
    eve.join(ada.room)
    ada.say("!status")
    eve.edit(ada.room, own["event_id"], "cold, far, quick")
    ada.hears_nothing(3)
    eve.leave(ada.room)
    ada.say("!status")
    ada.hears("You are Ada, joined with Ben.…")
    ada.say("!answers")
    ada.hears("What you have written.…1. Three words for intimacy…")
    ada.say("1")
    ada.hears("…warm, near, slow 1 – Share it then…")
    # By herself it is changed.
    ada.person.edit(ada.room, own["event_id"], "warm, near, still")
    ada.hears("That's what you wrote: warm, near, still…")
    ada.say("keep to myself")
    ada.hears("Put away.…")


def kick_and_return(house, ben, ada):
    """M18: shown out and asked back, the bot goes on; the other notices nothing."""
    ben.person.kick(ben.room, house.bot)
    time.sleep(1)
    ben.person.invite(ben.room, house.bot)
    end = time.monotonic() + 20
    while house.bot not in ben.person.members(ben.room):
        if time.monotonic() > end:
            raise Mismatch("the bot doesn't come back")
        time.sleep(0.3)
    ben.say("!status")
    ben.hears("You are Ben, joined with Ada.…")
    ada.hears_nothing(1)


def upgrade(ben):
    """M19: a room that goes on as another is followed."""
    old = ben.room
    new = ben.person.upgrade(old, "11")
    end = time.monotonic() + 20
    # Clients invite everybody who was there.
    ben.person.invite(new, ben.house.bot)
    while ben.house.bot not in ben.person.members(new):
        if time.monotonic() > end:
            raise Mismatch("the bot doesn't follow")
        time.sleep(0.3)
    ben.room, ben._heard = new, 0
    ben.say("!status")
    ben.hears("You are Ben, joined with Ada.…")


def encrypted(house):
    """M23: an encrypted room is told of once, and another is offered."""
    cleo = house.person("Cleo")
    locked = Chat(house, cleo).open(encrypted=True)
    locked.hears("This room is encrypted, and I can't read what you write here.…")
    end = time.monotonic() + 20
    while not cleo.invites:
        if time.monotonic() > end:
            raise Mismatch("no other room is offered")
        cleo.sync(1)
    room = next(iter(cleo.invites))
    cleo.join(room)
    Chat(house, cleo, room).hears("I ask the two of you small questions.…")
    if cleo.state(room, "m.room.encryption") is not None:
        raise Mismatch("the other room is encrypted as well")
    if (cleo.state(room, "m.room.history_visibility") or {}).get("history_visibility") != "joined":
        raise Mismatch("whoever comes later could read what was said")
    locked.hears_nothing(1)


def group(house):
    """M14: a room of several isn't joined."""
    dora = house.person("Dora")
    room = dora._ask("POST", "v3/createRoom", {"invite": [house.bot], "name": "Friends"})["room_id"]
    end = time.monotonic() + 20
    while True:
        member = dora.state(room, "m.room.member", house.bot) or {}
        if member.get("membership") == "leave":
            break
        if time.monotonic() > end:
            raise Mismatch(f"the bot is {member.get('membership')} in a group")
        time.sleep(0.3)
    if "one person at a time" not in member.get("reason", ""):
        raise Mismatch("it didn't say why")


def restarts(house, ada):
    """M1, M8, M15, M29: what was said while it was down is heard, once, in the same room."""
    took = house.stop()
    if took > 3:
        raise Mismatch(f"the daemon took {took:.1f} s to stop")
    for number in range(40):
        ada.say(f"!name Ada{number:02}")
    house.start()
    # More than a poll brings: each is asked about, in order.
    for number in range(40):
        ada.hears(f"Ada{number:02}: that's how I'd call you,…", seconds=60)
    ada.say("not now")
    ada.catch_up(2)
    rooms = [room for room in ada.person.rooms if house.bot in ada.person.members(room)]
    if rooms != [ada.room]:
        raise Mismatch(f"there are {len(rooms)} rooms of the bot's with Ada")


def main():
    with House() as house:
        house.start()
        ada = Chat(house, house.person("Ada")).open(trusted=False)
        ben = Chat(house, house.person("Ben")).open(trusted=False)
        pair(house, ada, ben)
        print("joined")
        reveal_at_once(ada, ben)
        answer = whole_round(ada, ben)
        print("a whole round")
        changed_too_late(ada, ben, answer)
        taken_back(house, ben)
        ben.catch_up()
        print("taken back")
        encrypted(house)
        group(house)
        a_third(house, ada)
        print("rooms that aren't for two")
        kick_and_return(house, ben, ada)
        upgrade(ben)
        restarts(house, ada)
        print("down, and back")
        each_once([ada, ben])
        if CANARY in house.logged() or house.password in house.logged():
            raise Mismatch("the log holds what it must not")
        house.stop()


if __name__ == "__main__":
    run(main)
