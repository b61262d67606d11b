"""The story of two who meet on the page, from Start to /forget."""

import os

from phone import Mismatch, wait
from two import Two, step

ADAS_FIRST = "The way you warmed my cup."
ADAS = "The way you warmed my cup before pouring the tea. You did it without asking."
BENS = "You laughed on the stairs. And you kept the last slice of bread for me."
BACK = "You saw the small things I do without thinking."


def check(what, seen, expected):
    if seen != expected:
        raise Mismatch(f"{what}: expected {expected!r}, saw {seen!r}")
    step(what)


class Story(Two):
    """The two, and what they do, in order."""

    def __init__(self, browser, wording, pictures):
        super().__init__(browser, wording)
        self.pictures = pictures

    def tell(self):
        self.ada_begins()
        self.ben_comes()
        self.both_answer()
        self.both_are_shown()
        self.both_send_something_back()
        self.a_card_comes()
        self.ada_takes_and_goes()

    def both_answer(self):
        self.is_asked(self.ada, "0a", "liked")
        self.ada.write(ADAS_FIRST)
        self.hears(self.ada, "seenBack", answer=ADAS_FIRST, partner="Ben")
        self.ada.edit(ADAS_FIRST, ADAS)
        self.hears(self.ada, "seenBack", answer=ADAS, partner="Ben")
        self.taps(self.ada, "share")
        self.hears(self.ada, "willBeShared")
        self.is_asked(self.ben, "0a", "liked")
        self.ben.write(BENS)
        self.hears(self.ben, "seenBack", answer=BENS, partner="Ada")
        self.ben.record(1)
        self.ben.sees(
            "the voice message in the answer",
            lambda message: message["text"].count(BENS) == 1 and "voice message" in message["text"])
        step("Ben sees his words and his voice message back")
        self.taps(self.ben, "share")
        self.hears(self.ben, "willBeShared")
        self.check_nothing_crossed()

    def check_nothing_crossed(self):
        for phone, words in ((self.ada, BENS), (self.ben, ADAS)):
            if self.holds(phone, words):
                raise Mismatch(f"{phone.name} holds the other's words too early")
            if any(one["bot"] and one["voice"] for one in phone.messages()):
                raise Mismatch(f"{phone.name} holds the other's voice too early")
        step("neither phone holds the other's words yet")

    def holds(self, phone, words):
        """Whether any sentence of these is anywhere in the phone."""
        return any(sentence.rstrip(".") in phone.text() for sentence in words.split(". "))

    def both_are_shown(self):
        """Turns the days until the reveal lies there, unopened."""
        for _ in range(3):
            self.check_nothing_crossed()
            self.next_day()
            said = self.wording.is_said("somethingForYou")
            if wait("nothing comes", lambda: [
                    one for one in self.ada.messages() if one["id"] > self.ada.seen and one["bot"]]):
                if any(said(one) for one in self.ada.messages() if one["id"] > self.ada.seen):
                    break
        for phone, mine, theirs, other in (
            (self.ada, ADAS, BENS, "Ben"), (self.ben, BENS, ADAS, "Ada"),
        ):
            self.hears(phone, "somethingForYou")
            # Under this message: a card may have come below it.
            phone.tap(self.wording.buttons["open"], phone.seen)
            shown = self.hears(phone, "hereAreBoth")
            for words in (f"You: {mine}", f"{other}: {theirs}"):
                if words not in shown["text"]:
                    raise Mismatch(f"{phone.name}'s reveal lacks a side: {shown['text']!r}")
            if not self.holds(phone, theirs):
                raise Mismatch("what is shown isn't found: the checks before were asleep")
            step(f"{phone.name} reads both answers")
            if phone is self.ada:
                phone.sees("Ben's voice", lambda message: message["voice"])
                step("Ada has Ben's voice message")
            self.hears(phone, "whatStays", partner=other)

    def take_pictures(self):
        if self.pictures:
            self.browser.picture(os.path.join(self.pictures, "page.png"), 1280, 800, "light")
            self.browser.picture(os.path.join(self.pictures, "page-dark-phone.png"), 360, 740, "dark")
            step("the pictures are made")

    def both_send_something_back(self):
        kept = BENS.split(". ")[1]
        self.taps(self.ben, "sayBack")
        self.hears(self.ben, "sayBack", partner="Ada")
        self.ben.write(BACK)
        self.hears(self.ben, "responseSeenBack", answer=BACK, partner="Ada")
        self.take_pictures()
        self.taps(self.ada, "sentence")
        self.hears(self.ada, "whichSentence")
        self.ada.tap("2")
        self.hears(self.ada, "sentenceSeenBack", answer=kept, partner="Ben")
        self.taps(self.ada, "sendBack")
        self.hears(self.ada, "sentBack")
        if BACK in self.ada.text():
            raise Mismatch("Ada holds what Ben hasn't sent")
        self.taps(self.ben, "sendBack")
        self.reads(self.ada, "theirWords", "Ben", BACK)
        self.reads(self.ben, "theirSentence", "Ada", kept)

    def reads(self, phone, key, other, words):
        self.opens(phone, "somethingForYou")
        self.hears(phone, "sentSomethingBack", partner=other)
        self.taps(phone, "readIt")
        self.hears(phone, key, partner=other, theirs=words)
        self.hears(phone, "settled")

    def a_card_comes(self):
        cards = self.wording.card_texts()
        for _ in range(4):
            self.next_day()
            if not self.has_a_card():
                continue
            self.opens(self.ada, "aCardForToday")
            opened = self.ada.sees("what was opened", lambda message: True)
            if opened["text"] in cards:
                break
        else:
            raise Mismatch("no small card in four days")
        step("a small card comes behind one neutral line")
        self.taps(self.ada, "done")
        self.hears(self.ada, "cardDone")

    def ada_takes_and_goes(self):
        self.ada.write("/export")
        self.hears(self.ada, "exported")
        for _ in range(2):
            self.ada.sees("a file", lambda message: message["document"])
        step("two files")
        files = self.browser.download(self.ada)
        for name, content in files.items():
            if ADAS not in content or BENS in content:
                raise Mismatch(f"{name} doesn't hold what is Ada's, and that alone")
        check("their kinds", sorted(name.rsplit(".", 1)[1] for name in files), ["html", "json"])
        self.ada.write("/forget now")
        self.hears(self.ada, "farewell")
        self.ada.write("/answers")
        self.hears(self.ada, "justStart")
