"""The story of two who meet on the page, from Start to /forget."""

import os

from phone import Mismatch, Phone, wait

ADAS_FIRST = "The way you warmed my cup."
ADAS = "The way you warmed my cup before pouring the tea. You did it without asking."
BENS = "You laughed on the stairs. And you kept the last slice of bread for me."
BACK = "You saw the small things I do without thinking."


def step(what):
    print(f"ok  {what}", flush=True)


def check(what, seen, expected):
    if seen != expected:
        raise Mismatch(f"{what}: expected {expected!r}, saw {seen!r}")
    step(what)


class Story:
    """The two, and what they do, in order."""

    def __init__(self, browser, wording, pictures):
        self.browser, self.wording, self.pictures = browser, wording, pictures
        self.ada = Phone(browser.driver, 1, "Ada")
        self.ben = Phone(browser.driver, 2, "Ben")

    def hears(self, phone, key, **slots):
        message = phone.sees(key, self.wording.is_said(key, **slots))
        step(f"{phone.name} sees {key}")
        return message

    def taps(self, phone, key):
        phone.tap(self.wording.buttons[key])

    def is_asked(self, phone, round_name, key):
        question = self.wording.question(round_name, key)
        phone.sees(f"the question of {round_name}", lambda message: message["text"] == question)
        step(f"{phone.name} is asked round {round_name}")

    def tell(self):
        self.ada_begins()
        self.ben_comes()
        self.both_answer()
        self.both_are_shown()
        self.both_send_something_back()
        self.a_card_comes()
        self.ada_takes_and_goes()

    def ada_begins(self):
        self.ada.part("start").click()
        self.hears(self.ada, "welcome")
        self.taps(self.ada, "adult")
        self.is_asked(self.ada, "1", "words")
        self.ada.write("warm, near, slow")
        self.hears(self.ada, "seenBackAlone", answer="warm, near, slow")
        self.taps(self.ada, "keep")
        self.hears(self.ada, "putAway")
        self.hears(self.ada, "clock")
        self.taps(self.ada, "clockRight")
        self.hears(self.ada, "inviteOffer")
        self.taps(self.ada, "getLink")
        self.hears(self.ada, "link")

    def ben_comes(self):
        self.ada.element.find_elements("css selector", "[data-testid=invitation]")[-1].click()
        self.ada.choose("Open on Ben")
        self.hears(self.ben, "invited", partner="Ada")
        self.taps(self.ben, "look")
        self.hears(self.ben, "lookFirst", partner="Ada")
        self.taps(self.ben, "join")
        self.hears(self.ben, "welcomeInvited")
        self.taps(self.ben, "adult")
        self.hears(self.ben, "makerIsAsked", partner="Ada")
        self.is_asked(self.ben, "1", "words")
        self.opens(self.ada, "somethingForYou")
        self.hears(self.ada, "someoneCame", partner="Ben")
        self.taps(self.ada, "thatsThem")
        self.hears(self.ada, "joined", partner="Ben")
        self.opens(self.ben, "somethingForYou")
        self.hears(self.ben, "joined", partner="Ada")

    def opens(self, phone, key):
        self.hears(phone, key)
        phone.tap(self.wording.buttons["open"], phone.seen)

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
            self.browser.next_day()
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
            self.browser.next_day()
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
        check("their kinds", sorted(name.rsplit(".", 1)[1] for name in files), ["json", "txt"])
        self.ada.write("/forget now")
        self.hears(self.ada, "farewell")
        self.ada.write("/answers")
        self.hears(self.ada, "justStart")
