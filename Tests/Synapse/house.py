"""The daemon beside a real home server, and the chats that people have with it."""

import datetime
import fnmatch
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
import zoneinfo

import screen
from client import Person
from synapse import Synapse

BOT = "talk"
ZONES = ["Pacific/Auckland", "Asia/Tokyo", "Asia/Karachi", "Europe/Berlin", "America/New_York",
         "America/Los_Angeles", "Pacific/Honolulu"]


class Mismatch(Exception):
    """What was said isn't what should have been."""


def zone_where_it_is_day():
    """A zone in which nobody is asleep now, nor for some hours: quiet hours are no subject here."""
    for name in ZONES:
        hour = datetime.datetime.now(zoneinfo.ZoneInfo(name)).hour
        if 9 <= hour < 16:
            return name
    raise RuntimeError("it is night everywhere")


class House:
    """A home server, the bot's account on it, and the daemon; a context manager.

    `settings` are further ones of the daemon's, for instance those of a second platform.
    """

    def __init__(self, limits=False, refresh=None, **settings):
        self.binary = os.path.abspath(os.environ["TALKABOUTIT_BINARY"])
        self.server = Synapse(limits=limits, refresh=refresh)
        self.settings, self.process, self.runs = settings, None, 0

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="talkaboutit-matrix-")
        self.server.__enter__()
        try:
            password = secrets.token_urlsafe(16)
            self.bot = self.server.register(BOT, password)
            kept = {
                "DATA": os.path.join(self.folder.name, "data"), "LOG_LEVEL": "debug",
                "ZONE": zone_where_it_is_day(), "MATRIX_SERVER": self.server.base,
                "MATRIX_USER": self.bot, "MATRIX_PASSWORD": password,
                "MATRIX_SENDS_PER_SECOND": "0"}
            self.password = password
            self.environment = {
                name: value for name, value in os.environ.items()
                if not name.startswith("TALKABOUTIT_")}
            self.environment.update(
                {f"TALKABOUTIT_{name}": value for name, value in (kept | self.settings).items()})
            self.environment["SWIFT_BACKTRACE"] = "enable=no"
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process is not None and self.process.poll() is None:
            self.stop()
        self.server.__exit__(None, None, None)
        self.folder.cleanup()

    def person(self, name):
        password = secrets.token_urlsafe(16)
        self.server.register(name.lower(), password, shown=name)
        return Person(self.server.base, name.lower(), password=password).login()

    def start(self):
        self.runs += 1
        path = os.path.join(self.folder.name, f"run-{self.runs:03}.log")
        with open(path, "wb") as log:
            self.process = subprocess.Popen(
                [self.binary, "run"], env=self.environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log)

    def kill(self):
        """No goodbye, as when the power goes."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Asks it to stop; returns how long that took, in seconds."""
        begun = time.monotonic()
        self.process.terminate()
        try:
            status = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Mismatch("the daemon didn't stop") from None
        if status != 0:
            raise Mismatch(f"the daemon ended with {status}: {self.logged()[-400:]}")
        return time.monotonic() - begun

    def logged(self):
        """All that the daemon logged in all its runs."""
        texts = []
        for name in sorted(os.listdir(self.folder.name)):
            if name.endswith(".log"):
                with open(os.path.join(self.folder.name, name), encoding="utf-8") as file:
                    texts.append(file.read())
        return "\n".join(texts)

    def stored(self):
        """Every byte of the data folder."""
        data = b""
        for folder, _, names in os.walk(os.path.join(self.folder.name, "data")):
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        data += name.encode() + file.read()
        return data


class Chat:
    """What one person says to the bot and hears from it, message by message."""

    def __init__(self, house, person, room=None):
        self.house, self.person = house, person
        self.room, self._heard = room, 0

    def open(self, **options):
        """Invites the bot to a chat for two."""
        self.room = self.person.create_direct(self.house.bot, **options)
        return self

    def say(self, text):
        return self.person.say(self.room, text)

    @property
    def all(self):
        """All messages of the bot's as they stand on the screen: text and event."""
        shown = screen.shown(self.person.rooms.get(self.room, []))
        return [(text, event) for text, event in shown if event["sender"] == self.house.bot]

    def hears(self, *patterns, seconds=30):
        """The bot's next messages are these and in this order; `…` stands for anything. Returns
        the last one's event."""
        end = time.monotonic() + seconds
        event = None
        for pattern in patterns:
            while len(self.all) <= self._heard:
                if time.monotonic() > end:
                    raise Mismatch(f"{self.person.name} doesn't hear: {pattern}")
                self.person.sync(1)
            text, event = self.all[self._heard]
            self._heard += 1
            flat = " ".join(text.split())
            if not fnmatch.fnmatchcase(flat, escaped(pattern)):
                raise Mismatch(f"{self.person.name} hears: {flat}\nand not: {pattern}")
        return event

    def wait_for_recording(self, seconds=30):
        """The first recording of the bot's that comes; it counts as heard."""
        end = time.monotonic() + seconds
        while True:
            for _, event in self.all[self._heard:]:
                if event["content"].get("msgtype") == "m.audio":
                    self._heard += 1
                    return event
            if time.monotonic() > end:
                raise Mismatch(f"{self.person.name} is sent no recording")
            self.person.sync(1)

    def hears_nothing(self, seconds=1.5):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.person.sync(max(0, end - time.monotonic()))
        news = self.all[self._heard:]
        if news:
            raise Mismatch(f"{self.person.name} hears, unasked: {[text for text, _ in news]}")

    def catch_up(self, seconds=1.0):
        """Whatever was said is heard; returns it."""
        end = time.monotonic() + seconds
        known = len(self.all)
        while time.monotonic() < end:
            self.person.sync(max(0, end - time.monotonic()))
            if len(self.all) > known:
                known, end = len(self.all), time.monotonic() + seconds
        news = self.all[self._heard:]
        self._heard = len(self.all)
        return [text for text, _ in news]


def escaped(pattern):
    """As a pattern of fnmatch's: only `…` is anything."""
    return "".join(
        "*" if sign == "…" else f"[{sign}]" if sign in "*?[" else sign for sign in pattern)


def each_once(chats):
    """None of these rooms has a letter twice; how many letters there are in all."""
    marks = [
        event["content"].get("io.talkaboutit.letter")
        for chat in chats for _, event in chat.all if event["content"].get("body") is not None]
    if twice := len(marks) - len(set(marks)):
        raise Mismatch(f"{twice} letters came twice")
    return len(marks)


def run(play, seconds=800):
    """Ends the process with 1 at the first mismatch, and after so long in any case; whatever it
    started ends with it."""
    signal.signal(signal.SIGALRM, _stopped)
    signal.signal(signal.SIGTERM, _stopped)
    signal.alarm(seconds)
    try:
        play()
    except (Mismatch, TimeoutError) as error:
        print(f"mismatch: {error}", file=sys.stderr)
        sys.exit(1)


def _stopped(number, frame):
    raise Mismatch("out of time" if number == signal.SIGALRM else "told to stop")
