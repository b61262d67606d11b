#!/usr/bin/env python3
"""Ada on Matrix, Ben on LocalChat: a whole round, with either platform failing in turn.

    TALKABOUTIT_BINARY=… cross.py
"""

import fnmatch
import os
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "PowerCut"))

from house import (  # noqa: E402 (found only by the lines above)
    LIKED, SOMETHING, Chat, House, Mismatch, _escaped, arrive,
)
from processes import Platform  # noqa: E402

# What a recording is made of: nobody here plays it.
SPOKEN = b"OggS" + bytes(range(200))


class Phone:
    """Somebody on LocalChat, with the same words as `Chat` has for somebody on Matrix."""

    def __init__(self, platform, name):
        self.platform, self.name = platform, name
        self.chat = platform.ask("POST", "people", name=name, language="en")["chat"]
        self._heard = 0

    def _act(self, act, **fields):
        return self.platform.ask("POST", f"people/{self.chat}/{act}", **fields)

    @property
    def all(self):
        news = self.platform.ask("GET", f"changes?chats={self.chat}&after=0")
        return [one for chat in news["chats"] for one in chat["messages"] if one["bot"]]

    def say(self, text):
        self._act("say", text=text)

    def speak(self, data, seconds):
        import http.client
        connection = http.client.HTTPConnection("127.0.0.1", self.platform.port, timeout=30)
        connection.request(
            "POST", f"/api/people/{self.chat}/attach?kind=voice&name=voice.ogg&seconds={seconds}",
            data, {"Authorization": f"Bearer {self.platform.page_token}",
                   "Content-Type": "audio/ogg"})
        status = connection.getresponse().status
        connection.close()
        if status != 200:
            raise Mismatch(f"a recording is refused: {status}")

    def tap(self, label):
        """The newest button of that name."""
        for message in reversed(self.all):
            for button in (one for row in message["keyboard"] for one in row):
                if button["text"] == label:
                    return self._act("press", message=message["id"], data=button["callback_data"])
        raise Mismatch(f"{self.name} has no button {label}")

    def hears(self, *patterns, seconds=30):
        end = time.monotonic() + seconds
        message = None
        for pattern in patterns:
            while len(self.all) <= self._heard:
                if time.monotonic() > end:
                    raise Mismatch(f"{self.name} doesn't hear: {pattern}")
                time.sleep(0.1)
            message = self.all[self._heard]
            self._heard += 1
            flat = " ".join(message["text"].split())
            if not fnmatch.fnmatchcase(flat, _escaped(pattern)):
                raise Mismatch(f"{self.name} hears: {flat}\nand not: {pattern}")
        return message

    def hears_nothing(self, seconds=1.5):
        time.sleep(seconds)
        if len(self.all) > self._heard:
            raise Mismatch(f"{self.name} hears, unasked: {self.all[self._heard:]}")


def come_together(ada, ben):
    """Ada invites by a code, and Ben comes by it on the other platform."""
    code = arrive(ada)
    text = ada.all[-1][0]
    if "https://" not in text or "On Matrix: invite @talk:" not in text:
        raise Mismatch(f"the invitation doesn't name every platform: {text}")
    ben.say(f"/start {code}")
    ben.hears("Ada would like to try this with you…")
    ben.tap("Join")
    ben.hears("Before you begin:…")
    ben.tap("I'm 18 or older")
    ben.hears("Thank you. Ada is asked whether it's you,…", "Three words, quickly: intimacy.")
    ada.hears(SOMETHING)
    ada.say("1")
    ada.hears("Someone opened your link. They go by Ben here.…")
    ada.say("1")
    ada.hears("You and Ben are joined.…", LIKED)
    ben.hears("Something for you, whenever you like.")
    ben.tap("Open")
    ben.hears("You and Ada are joined.…", "One small thing the other did lately that you liked.…")
    for chat, tap in ((ada, lambda: ada.say("1")), (ben, lambda: ben.tap("When both are done"))):
        chat.say("/time")
        chat.hears("Your card comes at …")
        tap()
        chat.hears("…")
        chat.say("/today")
        chat.hears("One small thing the other did lately that you liked.…")


def main():
    with tempfile.TemporaryDirectory(prefix="talkaboutit-cross-") as folder:
        platform = Platform(os.path.abspath(os.environ["TALKABOUTIT_BINARY"]), folder)
        try:
            with House(TELEGRAM_TOKEN=platform.bot_token, TELEGRAM_BASE_URL=platform.base,
                       TELEGRAM_SENDS_PER_SECOND="0") as house:
                house.start()
                play(house, platform)
                house.stop()
        finally:
            platform.stop()


def play(house, platform):
    ada = Chat(house, house.person("Ada")).open()
    ben = Phone(platform, "Ben")
    come_together(ada, ben)
    print("joined across platforms")
    # LocalChat is down; Ada is answered all the same.
    platform.ask("POST", "faults", kind="status", status=502, method="*", times=None)
    ada.person.voice(ada.room, SPOKEN, 3)
    ada.hears("That's what you wrote: (a voice message, 0:03)…1 – Share it then…")
    ada.say("1")
    ada.hears("Put away.…")
    ben.speak(SPOKEN, 5)
    platform.ask("DELETE", "faults")
    ben.hears("That's what you wrote: (a voice message, 0:05)…", seconds=90)
    # The home server is down; Ben is answered all the same.
    house.server.kill()
    ben.tap("Share it then")
    ben.hears("Put away.…", "My clock says …", "Something for you, whenever you like.")
    ben.tap("Open")
    ben.hears("Here is what you both shared.…Ada: (a voice message, 0:03)")
    time.sleep(2)
    house.server.start()
    ada.hears(SOMETHING, seconds=90)
    ada.say("1")
    ada.hears("Here is what you both shared.…Ben: (a voice message, 0:05)")
    # What each spoke crosses as it was.
    spoken = ada.wait_for_recording()
    if ada.person.download(spoken["content"]["url"]) != SPOKEN:
        raise Mismatch("what Ben spoke isn't what Ada has")
    ada.hears("Is there something of Ben's that stays with you?…")
    while not any(one["kind"] == "voice" for one in ben.all):
        time.sleep(0.2)
    voice = next(one for one in ben.all if one["kind"] == "voice")
    if voice["file"]["size"] != len(SPOKEN):
        raise Mismatch("what Ada spoke isn't what Ben has")
    print("voices crossed, with either platform down in turn")


if __name__ == "__main__":
    try:
        main()
    except (Mismatch, TimeoutError) as error:
        print(f"mismatch: {error}", file=sys.stderr)
        sys.exit(1)
