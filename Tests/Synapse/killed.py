#!/usr/bin/env python3
"""The power goes fifty times, of the daemon or of the home server: every letter comes once.

    TALKABOUTIT_BINARY=… killed.py [--kills 50] [--seed N]

People go on asking meanwhile. At the end each has one answer to each question, in order, and no
letter stands twice in any room. Prints its seed.
"""

import argparse
import http.client
import os
import random
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from beginnings import pair  # noqa: E402 (found only by the line above)
from house import Chat, House, Mismatch, each_once, run  # noqa: E402

PEOPLE = ["Ada", "Ben"]
# Nobody has more questions open: where 96 answers are owed to one, no more is taken from them.
MOST_OPEN = 64


class Talker(threading.Thread):
    """Asks one question after the other, whatever goes down, and remembers which were taken."""

    def __init__(self, chat, dice):
        super().__init__(daemon=True)
        self.chat, self.dice = chat, dice
        self.asked, self.ends = 0, threading.Event()

    def run(self):
        while not self.ends.is_set():
            if self.asked - len(answers(self.chat)) >= MOST_OPEN:
                self.look()
                continue
            # Each has a transaction of its own, and is said until the server has it.
            content = {"msgtype": "m.text", "body": f"!name Name{self.asked:04}"}
            while True:
                try:
                    self.chat.person.send_once(
                        self.chat.room, content, f"{self.chat.person.name}-{self.asked}")
                    break
                except (OSError, http.client.HTTPException):
                    time.sleep(0.2)
            self.asked += 1
            time.sleep(self.dice.uniform(0.05, 0.6))

    def look(self):
        try:
            self.chat.person.sync(1)
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)


def play(house, chats, kills, dice):
    talkers = [Talker(chat, random.Random(dice.random())) for chat in chats]
    for talker in talkers:
        talker.start()
    servers = max(1, kills // 5)
    order = ["server"] * servers + ["daemon"] * (kills - servers)
    dice.shuffle(order)
    for which in order:
        time.sleep(dice.uniform(0.1, 1.5))
        if which == "server":
            house.server.kill()
            time.sleep(dice.uniform(0, 0.5))
            house.server.start()
        else:
            if house.process.poll() is not None:
                raise Mismatch(f"the daemon ended by itself: {house.logged()[-400:]}")
            house.kill()
            house.start()
    for talker in talkers:
        talker.ends.set()
    for talker in talkers:
        talker.join(60)
    return [talker.asked for talker in talkers]


def answers(chat):
    """The names that the bot has asked about, in order."""
    return [
        text.split(":")[0] for text, _ in chat.all
        if text.startswith("Name") and "that's how I'd call you" in text]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    dice = random.Random(options.seed)
    with House() as house:
        house.start()
        chats = [Chat(house, house.person(name)).open() for name in PEOPLE]
        pair(house, *chats)
        asked = play(house, chats, options.kills, dice)
        for chat, count in zip(chats, asked):
            expected = [f"Name{number:04}" for number in range(count)]
            end = time.monotonic() + 120
            while answers(chat) != expected:
                if time.monotonic() > end:
                    got = answers(chat)
                    wrong = next(
                        (place for place, (one, other) in enumerate(zip(got, expected))
                         if one != other), min(len(got), len(expected)))
                    raise Mismatch(
                        f"{chat.person.name}: {len(got)} answers to {count} questions; the first"
                        f" that is wrong is number {wrong}: {got[wrong:wrong + 4]}")
                chat.person.sync(1)
        # Nothing more comes.
        time.sleep(3)
        for chat in chats:
            chat.person.sync()
        count = each_once(chats)
        print(f"{options.kills} kills, {sum(asked)} questions, {count} letters, each once")
        house.stop()


if __name__ == "__main__":
    run(main)
