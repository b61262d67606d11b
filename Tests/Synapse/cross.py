#!/usr/bin/env python3
"""Ada on Matrix, Ben on LocalChat: a whole round, with either platform failing in turn, and Ben
brings his talk to Matrix and takes it back.

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

from beginnings import LIKED, SOMETHING, WELCOME, arrive  # noqa: E402 (found only by the lines above)
from house import Chat, House, Mismatch, escaped, run  # noqa: E402
from processes import Platform  # noqa: E402

# What a recording is made of: nobody here plays it.
SPOKEN = b"OggS" + bytes(range(200))
# Longer than anything that is brought over, and not longer than the home server takes.
TOO_LONG = b"OggS" + bytes(20 << 20)
NOT_BROUGHT = "There was a voice message here. I couldn't bring it over"


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
            if not fnmatch.fnmatchcase(flat, escaped(pattern)):
                raise Mismatch(f"{self.name} hears: {flat}\nand not: {pattern}")
        return message

    def catch_up(self, seconds=2.0):
        """Whatever was said is heard."""
        time.sleep(seconds)
        self._heard = len(self.all)

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
    ada.person.voice(ada.room, TOO_LONG, 4)
    ada.hears("That's what you wrote: (a voice message, 0:03) (a voice message, 0:04)…")
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
    ben.hears("Here is what you both shared.…Ada: (a voice message, 0:03)…")
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
    # M26: what is longer than is taken along is named instead.
    while not any(one["text"].startswith(NOT_BROUGHT) for one in ben.all):
        time.sleep(0.2)
    if sum(one["kind"] == "voice" for one in ben.all) != 1:
        raise Mismatch("what is too long came over all the same")
    print("voices crossed, with either platform down in turn")
    ben.catch_up()
    move(house, ada, ben)
    print("moved to the other platform, and back")


def move(house, ada, ben):
    """Ben's talk comes to Matrix by a code, all of it, and goes back within the day."""
    ben.say("/move")
    text = ben.hears("This brings all that is yours to another chat with me,…")["text"]
    code = text.split("!start ")[1].split()[0]
    new = Chat(house, house.person("Benny")).open()
    new.hears(WELCOME)
    new.say(f"!start {code}")
    new.hears("This brings all that is Ben's here,…1 – Bring it here 2 – Let it be…")
    new.say("1")
    new.hears("All of it is here now,…")
    ben.hears("What was yours in this chat has moved to another one,…")
    new.say("!answers")
    new.hears("What you have written.…1. Something I liked – shown to both…")
    new.say("!status")
    new.hears("You are Ben, joined with Ada.…")
    ben.say("/answers")
    ben.hears("We haven't begun.…")
    # What was sent is marked within a second; what isn't marked yet would come once more.
    time.sleep(1.5)
    ben.tap("Take it back here")
    new.hears("The chat it came from has taken it back.…")
    ben.hears("Taken back: it is all here again,…")
    new.say("!answers")
    new.hears("We haven't begun.…")
    ben.say("/answers")
    ben.hears("What you have written.…1. Something I liked – shown to both…")
    # Ada has noticed nothing, and what she says now comes to where he is.
    ada.hears_nothing()
    ada.say("say it back")
    ada.hears("What did you hear?…")
    ada.say("I heard you laugh.")
    ada.hears("That would go to Ben: I heard you laugh.…1 – Send it…")
    ada.say("1")
    ada.hears("Sent. Enough for now.")
    ben.hears("Something for you, whenever you like.")
    ben.tap("Open")
    ben.hears("Ada sent something back.")
    ben.tap("Read it")
    ben.hears("Ada says it back like this: I heard you laugh.…")
    new.hears_nothing()


if __name__ == "__main__":
    run(main)
