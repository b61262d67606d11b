#!/usr/bin/env python3
"""A day goes by in a minute, the power goes around every hour of a card, and each card comes once.

The chat platform's clock runs fast, and the daemon, which starts anew again and again, goes by it.
People in several zones, at hours of their own, are looked after for five days: who opens every
card, who has chosen some days of the week, and who never looks and is left in peace.

    TALKABOUTIT_BINARY=…/talkaboutit days.py [--seed N] [--day SECONDS] [--days N] [--keep]

Ends with 0 if everybody got the cards they should, each at its hour and none twice, and with 1
and a report if not.
"""

import argparse
import datetime
import os
import random
import shutil
import sys
import tempfile
import time
import zoneinfo

from processes import Daemon, Platform

CARD = "A card for today."
QUESTION = "Perhaps the cards come"
# A card is brought within six hours of its hour, or not at all.
GRACE_HOURS = 6


class Person:
    """Somebody's phone, and how they live with what comes."""

    def __init__(self, platform, name, zone, hour, looks=True, days=None):
        self.platform, self.name, self.zone, self.hour = platform, name, zone, hour
        self.looks, self.days = looks, days
        self.chat = platform.ask("POST", "people", name=name, language="en")["chat"]
        self.seen = {}
        self.begun = None

    def act(self, act, **fields):
        self.platform.ask("POST", f"people/{self.chat}/{act}", **fields)

    def wait_for(self, beginning, seconds=20):
        end = time.time() + seconds
        while time.time() < end:
            for message in self.look():
                if message["text"].startswith(beginning):
                    return message
            time.sleep(0.05)
        raise RuntimeError(f"{self.name} was never told {beginning!r}")

    def look(self):
        """All that the bot ever said, oldest first."""
        news = self.platform.ask("GET", f"changes?chats={self.chat}&after=0")["chats"]
        messages = [one for chat in news for one in chat["messages"] if one["bot"]]
        return sorted(messages, key=lambda one: one["id"])

    def come(self):
        self.act("start", payload="")
        message = self.wait_for("I ask the two of you")
        self.act("press", message=message["id"], data="ad")
        self.wait_for("Three words")
        self.act("say", text=f"/timezone {self.zone}")
        self.wait_for("My clock says")
        self.act("say", text=f"/time {self.hour}:00")
        if self.days:
            self.act("say", text=f"/pace {self.days}")
            self.wait_for("Your card comes at")

    def answer(self):
        """Opens what has come, as somebody who looks does."""
        for message in self.look():
            if message["id"] not in self.seen:
                self.seen[message["id"]] = message
                if self.looks and message["text"].startswith(CARD) and message["keyboard"]:
                    data = message["keyboard"][0][0]["callback_data"]
                    self.act("press", message=message["id"], data=data)

    def local(self, moment):
        return datetime.datetime.fromtimestamp(moment, zoneinfo.ZoneInfo(self.zone))

    def told(self, beginning):
        return [self.local(one["date"]) for one in self.look() if one["text"].startswith(beginning)]


def complaints(person, first, last, copies_allowed):
    """What is wrong with somebody's cards, between two dates of theirs."""
    found = []
    cards = person.told(CARD)
    dates = [(card - datetime.timedelta(hours=person.hour)).date() for card in cards]
    twice = sorted({date for date in dates if dates.count(date) > 1})
    if len(dates) - len(set(dates)) > copies_allowed:
        found.append(f"{person.name} got cards twice on {twice}")
    for card in cards:
        hours = (card.hour - person.hour) % 24
        if hours >= GRACE_HOURS:
            found.append(f"{person.name} got a card at {card:%H:%M}, {hours} h after its hour")
    if not person.looks:
        # A copy of the question is no second one: it comes on the same day.
        if len(set(dates)) != 3 or len({one.date() for one in person.told(QUESTION)}) != 1:
            found.append(f"{person.name}, who never looks, got cards on {sorted(set(dates))} and "
                         f"was asked {len(person.told(QUESTION))} times")
        return found
    wanted = set()
    day = first
    while day <= last:
        # On the last day of a person's own week nothing comes.
        if (person.days is None and (day - person.begun).days % 7 != 6
                or person.days is not None and day.strftime("%A") in person.days):
            wanted.add(day)
        day += datetime.timedelta(days=1)
    got = {date for date in dates if first <= date <= last}
    if got != wanted:
        found.append(f"{person.name}: missing {sorted(wanted - got)}, too many "
                     f"{sorted(got - wanted)}")
    return found


def live(platform, daemon, people, options, dice):
    """Lets the days go by; the power goes around the hours. Returns how often it went."""
    kills, end = 0, time.time() + options.day * options.days
    while time.time() < end:
        daemon.start()
        rest = time.time() + dice.uniform(0.4, options.day / 6)
        while time.time() < min(rest, end):
            for person in people:
                person.answer()
            time.sleep(0.1)
        daemon.kill()
        kills += 1
        time.sleep(dice.choice([0, dice.uniform(0, 0.5)]))
    daemon.start()
    end = time.time() + 4
    while time.time() < end:
        for person in people:
            person.answer()
        time.sleep(0.2)
    return kills


def run(options, folder):
    dice = random.Random(options.seed)
    platform = Platform(options.binary, folder, "--day", str(options.day))
    daemon = Daemon(options.binary, folder, platform)
    daemon.environment["TALKABOUTIT_TELEGRAM_POLL_SECONDS"] = "1"
    try:
        daemon.start()
        people = [
            # By day, so that a slow machine has six hours, and not an evening, for each card.
            Person(platform, "Ada", "Europe/Berlin", 11), Person(platform, "Ben", "Asia/Tokyo", 9),
            Person(platform, "Cleo", "America/New_York", 12, days="Monday Thursday Saturday"),
            Person(platform, "Dov", "Australia/Lord_Howe", 10, looks=False),
        ]
        for person in people:
            # Their weeks begin on the day on which they came, by the clock that was guessed.
            person.begun = datetime.datetime.fromtimestamp(
                platform.ask("GET", "state")["now"], datetime.UTC).date()
            person.come()
        daemon.kill()
        begun = platform.ask("GET", "state")["now"]
        kills = live(platform, daemon, people, options, dice)
        now = platform.ask("GET", "state")["now"]
        status = daemon.end_calmly()
        found = [] if status == 0 else [f"it ended with {status}"]
        if daemon.died_alone:
            found.append(f"it died by itself: {daemon.died_alone}")
        cards = 0
        for person in people:
            first = max(person.begun, person.local(begun).date()) + datetime.timedelta(days=1)
            last = (person.local(now) - datetime.timedelta(hours=person.hour + GRACE_HOURS)).date()
            # A letter that was sent and not yet marked when the power went may come once more.
            found += complaints(person, first, last, copies_allowed=kills)
            cards += len(person.told(CARD))
        return found, f"{options.days} days of {options.day} s, {kills} kills, {cards} cards"
    finally:
        if daemon.process and daemon.process.poll() is None:
            daemon.kill()
        platform.stop()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--day", type=int, default=60, help="seconds in which a day goes by")
    parser.add_argument("--days", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="keep the folder")
    options = parser.parse_args()
    options.binary = os.environ["TALKABOUTIT_BINARY"]
    folder = tempfile.mkdtemp(prefix="days-")
    try:
        found, summary = run(options, folder)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"seed {options.seed}: {summary}")
    for complaint in found:
        print(f"  {complaint}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
