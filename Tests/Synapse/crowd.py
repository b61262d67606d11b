#!/usr/bin/env python3
"""M30: two hundred people, each in a room of their own, and the daemon stays as large as it was.

    TALKABOUTIT_BINARY=… crowd.py [--people 200]

Each begins, and is asked something. How much memory the daemon has is measured with twenty and
with all, and after a start: then it asks the server for all rooms anew, and each person has said
something meanwhile. So is how long one of them waits for an answer.
"""

import argparse
import concurrent.futures
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from beginnings import THREE_WORDS, WELCOME  # noqa: E402 (found only by the line above)
from client import Person  # noqa: E402
from house import BOT, Chat, House, Mismatch, each_once, run  # noqa: E402

FEW = 20
TIME_LIMIT_SECONDS = 360
AT_ONCE = 4
# 180 rooms more were 2.5 MB, and a start with 200 that wait for an answer 6 MB more, in a build
# without optimisation. Three times that, so that no other allocation fails it: what is kept of a
# room costs some kB, and anything that grew by more than 150 kB a room would be found.
MOST_GROWTH_KB = 27 << 10
# A busy machine with two processors needs a third of a second.
MOST_SECONDS = 2
STATUS = "You are P…, on your own here.…"


def memory(house, what="VmRSS"):
    """The daemon's, in kB."""
    with open(f"/proc/{house.process.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(f"{what}:"))


def begin(house, owner, number):
    """Somebody comes, says that they are old enough, and is asked something."""
    chat = Chat(house, house.person(f"P{number:03}"))
    if number < FEW:
        chat.open()
    else:
        # Of invitations the bot takes sixty an hour: its owner brings it into the other rooms.
        chat.room = chat.person._ask("POST", "v3/createRoom", {"preset": "public_chat"})["room_id"]
        owner.join(chat.room)
    chat.hears(WELCOME, seconds=60)
    chat.say("1")
    chat.hears(THREE_WORDS, seconds=60)
    return chat


def answer_time(chats):
    """How long one of these waits for an answer, in the middle of several times."""
    times = []
    for chat in chats:
        begun = time.monotonic()
        chat.say("!status")
        chat.hears(STATUS)
        times.append(time.monotonic() - begun)
    return statistics.median(times)


def measured(house, chats, when):
    """Once it is at rest: how much memory it has now; prints that and how long an answer takes."""
    seconds = answer_time(chats[-5:])
    time.sleep(2)
    now, peak = memory(house), memory(house, "VmHWM")
    print(f"{when}: {now / 1024:.1f} MB (at most {peak / 1024:.1f} MB), an answer in"
          f" {seconds * 1000:.0f} ms", flush=True)
    if seconds > MOST_SECONDS:
        raise Mismatch(f"{when} an answer takes {seconds:.1f} s")
    return now


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=200)
    people = parser.parse_args().people
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as hands, House() as house:
        house.start()
        owner = Person(house.server.base, BOT, password=house.password).login()
        chats = list(hands.map(lambda number: begin(house, owner, number), range(FEW)))
        few = measured(house, chats, f"with {FEW} rooms")
        chats += hands.map(lambda number: begin(house, owner, number), range(FEW, people))
        all_of_them = measured(house, chats, f"with {people} rooms")
        house.stop()
        list(hands.map(lambda chat: chat.say("!status"), chats))
        begun = time.monotonic()
        house.start()
        list(hands.map(lambda chat: chat.hears(STATUS, seconds=60), chats))
        print(f"all are answered {time.monotonic() - begun:.1f} s after a start")
        again = measured(house, chats, "after a start")
        each_once(chats)
        for when, now in (("with all rooms", all_of_them), ("after a start", again)):
            if now - few > MOST_GROWTH_KB:
                raise Mismatch(f"{when} it has grown by {(now - few) / 1024:.1f} MB")
        house.stop()


if __name__ == "__main__":
    run(main, TIME_LIMIT_SECONDS)
