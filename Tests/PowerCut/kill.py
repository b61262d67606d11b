#!/usr/bin/env python3
"""The power goes two hundred times while couples talk, and nothing acknowledged is lost.

The chat platform and the daemon run as two processes. Several couples pair and talk, by scripts
that react to what the bot says. Again and again, at moments that a seed picks, the daemon is
killed without a goodbye and started anew, and now and then the platform is slow, resets a
connection after it did what it was asked, or brings updates twice. In the end every answer that
was seen back stands on the disk, every message that was owed arrived, none came twice without a
kill or a reset to excuse it, and nobody ever read what they might not: not on a phone, not in a
log, not in a file or its name, not on the command line.

    TALKABOUTIT_BINARY=…/talkaboutit kill.py [--seed N] [--kills N] [--couples N] [--keep]

Ends with 0 if all of that holds, and with 1 and a report if not.
"""

import argparse
import glob
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time

from book import Book
from couples import Couple, places_by_day
from phones import Chats, Phone, Surprise
from processes import Daemon, Platform
from verdict import Record, complaints, false_records, phone_record

TIME_LIMIT_SECONDS = 840
# About how many acts a phone's script has: they are spread over all kills.
ACTS = 26


class Pacing:
    """Spreads what the phones do over all kills, and tells the killer when something is done."""

    def __init__(self, kills):
        self.kills, self.done, self.is_quiet = kills, 0, False
        self.offsets = {}
        self._news = threading.Condition()
        self._acts = 0

    def may_act(self, phone):
        if self.done >= self.kills:
            return True
        offset = self.offsets.get(phone.chat, 0)
        return not self.is_quiet and phone.acts * self.kills <= (self.done + offset) * ACTS

    def acted(self):
        with self._news:
            self._acts += 1
            self._news.notify_all()

    def wait_for_act(self, seconds):
        with self._news:
            before = self._acts
            self._news.wait_for(lambda: self._acts > before, seconds)


class Killer(threading.Thread):
    """Kills the daemon and starts it again, at moments of every kind."""

    KINDS = ["while it starts", "after an act", "during a send", "around the marks", "in a poll",
             "at any time"]

    def __init__(self, platform, daemon, pacing, dice):
        super().__init__(daemon=True)
        self.platform, self.fate, self.pacing, self.dice = platform, daemon, pacing, dice
        self.moments, self.met, self.failure = [], {"unconfirmed": 0, "nothing": 0}, None

    def run(self):
        try:
            kinds = [kind for _ in range(self.pacing.kills) for kind in Killer.KINDS]
            kinds = kinds[:self.pacing.kills]
            self.dice.shuffle(kinds)
            for kind in kinds:
                self.disturb()
                self.wait(kind)
                self.moments.append(self.fate.kill())
                waiting = self.platform.ask("GET", "state")["pending"]
                self.met["unconfirmed" if waiting else "nothing"] += 1
                self.fate.start()
                self.pacing.is_quiet = False
                self.pacing.done += 1
        except Exception as error:  # told by the main thread
            self.failure = error
            self.pacing.done = self.pacing.kills

    def wait(self, kind):
        roll = self.dice.uniform
        if kind == "while it starts":
            return time.sleep(roll(0, 0.12))
        # From here on the last start has its time.
        time.sleep(0.3)
        if kind == "after an act":
            self.pacing.wait_for_act(1)
            time.sleep(self.dice.choice([0, roll(0, 0.004), roll(0, 0.02)]))
        elif kind == "during a send":
            self.fault("delay", "send*", milliseconds=self.dice.randrange(60, 250), times=2)
            self.pacing.wait_for_act(1)
            time.sleep(roll(0.005, 0.25))
        elif kind == "around the marks":
            self.pacing.wait_for_act(1)
            time.sleep(roll(0.3, 0.8))
        elif kind == "in a poll":
            self.pacing.is_quiet = True
            time.sleep(roll(0.9, 1.4))
        else:
            time.sleep(roll(0, 1.5))

    def disturb(self):
        """Now and then the network is bad, too."""
        if self.dice.random() < 0.5:
            return
        kind, method = self.dice.choice([
            ("resetAfter", "sendMessage"), ("resetAfter", "sendMessage"),
            ("resetAfter", "getUpdates"), ("resetAfter", "editMessageReplyMarkup"),
            ("repeatedUpdates", "getUpdates"), ("repeatedUpdates", "getUpdates"),
            ("delay", "sendMessage"), ("delay", "*")])
        more = {"milliseconds": self.dice.randrange(20, 150)} if kind == "delay" else {}
        self.fault(kind, method, times=self.dice.randrange(1, 4), **more)

    def fault(self, kind, method, **more):
        self.platform.ask("POST", "faults", kind=kind, method=method, **more)


def play(chats, seconds, killer=None):
    """Lets the phones go on until all are done and nothing comes any more."""
    end, quiet_since = time.time() + seconds, time.time()
    while time.time() < end:
        if chats.look(0.15):
            quiet_since = time.time()
        if killer is not None and killer.is_alive():
            continue
        if all(phone.is_done for phone in chats.phones) and time.time() - quiet_since > 1.5:
            return


def meet_people(platform, couples, dice, pacing, book, places):
    """Phones of two for each couple, and what each of them will do."""
    met = []
    for number in range(couples):
        two = []
        for _ in range(2):
            name = f"N{dice.getrandbits(40):010x}"
            chat = platform.ask("POST", "people", name=name, language="en")["chat"]
            pacing.offsets[chat] = dice.uniform(0, 3)
            two.append(Phone(platform, chat, name, book.neutral, pacing))
        met.append(Couple(number, random.Random(dice.getrandbits(64)), book, places, *two))
    return met


def sends(platform):
    """Every call that put something into a chat, as the judge reads it."""
    calls = platform.calls()
    return [
        {"chat": call["arguments"].get("chat_id", ""), "text": call["arguments"].get("text", ""),
         "keyboard": call["arguments"].get("reply_markup", ""),
         "all": " ".join(call["arguments"].values()), "status": call["status"], "at": call["at"]}
        for call in calls if call["method"].startswith("send") and call["status"] in (0, 200)]


def run(options, folder):
    dice, book = random.Random(options.seed), Book(options.binary)
    platform = Platform(options.binary, folder)
    (place, zone), *_ = by_day = places_by_day(time.time())
    daemon = Daemon(options.binary, folder, platform, zone)
    places = [other for other, _ in by_day if other != place]
    try:
        daemon.start()
        pacing = Pacing(options.kills)
        # The first couple talks as fast as it can while nothing is wrong: nothing may come twice.
        calm = meet_people(platform, 1, dice, Pacing(0), book, places)
        chats = Chats(platform, [calm[0].first, calm[0].second])
        calm[0].play()
        play(chats, 40)
        talking = meet_people(platform, options.couples, dice, pacing, book, places)
        everyone = calm + talking
        for couple in talking:
            couple.play()
        phones = [phone for one in everyone for phone in (one.first, one.second)]
        chats = Chats(platform, phones, chats)
        killer = Killer(platform, daemon, pacing, dice)
        killer.start()
        play(chats, 60 + 3 * options.kills, killer)
        killer.join()
        if killer.failure:
            raise killer.failure
        platform.ask("DELETE", "faults")
        if all(phone.is_done for phone in phones):
            for couple in everyone:
                couple.read_back()
            play(chats, 30)
        record = Record(
            [phone_record(phone) for phone in phones], sends(platform), killer.moments, b"",
            [platform.bot_token, platform.page_token, platform.bot_token.split(":")[1]]
            + [phone.name for phone in phones]
            + [mark for phone in phones for text in phone.secrets
               for mark in (text.split()[0], text.split()[-1])],
            daemon.died_alone, daemon.end_calmly(), daemon.check(), book.neutral)
        record.logs = logs(folder)
        record.files = files(folder) + daemon.command_line
        return record, killer
    finally:
        if daemon.process:
            daemon.process.kill()
            daemon.process.wait()
        platform.stop()


def logs(folder):
    written = b""
    for path in sorted(glob.glob(os.path.join(folder, "*.stderr"))):
        with open(path, "rb") as file:
            written += file.read()
    return written


def files(folder):
    """Everything of the daemon's on the disk: names and contents, but for what it logged."""
    found = b""
    for place, _, names in os.walk(folder):
        for name in names:
            found += name.encode() + b"\n"
            if not name.endswith(".stderr"):
                with open(os.path.join(place, name), "rb") as file:
                    found += file.read()
    return found


def report(record, killer, seconds, seed):
    """What happened, whether or not all is well."""
    sent = {}
    for send in record.sends:
        key = (send["chat"], send["text"], send["keyboard"])
        sent[key] = sent.get(key, 0) + 1
    acknowledged = sum(len(phone["answers"]) for phone in record.phones)
    print(f"seed {seed}: {len(record.kills)} kills in {seconds:.0f} s, "
          f"{killer.met['unconfirmed']} of them with updates unconfirmed; "
          f"{len(record.phones)} phones, {acknowledged} answers, {len(record.sends)} messages, "
          f"{sum(count - 1 for count in sent.values())} of them said more than once")
    wrong = complaints(record)
    for line in wrong:
        print(f"not ok  {line}")
    if wrong:
        return False
    asleep = [what for what, false in false_records(record) if not complaints(false)]
    for what in asleep:
        print(f"not ok  the judge overlooks {what}")
    print("ok" if not asleep else "not ok  the judge sleeps")
    return not asleep


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", default=os.environ.get("TALKABOUTIT_BINARY"))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--couples", type=int, default=6)
    parser.add_argument("--keep", action="store_true", help="leave the folder with all logs")
    options = parser.parse_args()
    if not options.binary:
        parser.error("TALKABOUTIT_BINARY must name the built program")
    print(f"seed {options.seed}", flush=True)
    signal.signal(signal.SIGALRM, out_of_time)
    signal.alarm(TIME_LIMIT_SECONDS)
    folder, started = tempfile.mkdtemp(prefix="powercut-"), time.time()
    try:
        record, killer = run(options, folder)
        return 0 if report(record, killer, time.time() - started, options.seed) else 1
    except Surprise as surprise:
        print(f"not ok  {surprise}")
        return 1
    finally:
        if options.keep:
            print(f"everything is in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def out_of_time(number, frame):
    raise Surprise("out of time")


if __name__ == "__main__":
    sys.exit(main())
