"""The two on the page: how they become a couple, and what every story of theirs is told with."""

import re
from contextlib import contextmanager

from phone import Mismatch, Phone
from private import Private


def step(what):
    print(f"ok  {what}", flush=True)


class Two:
    """At each step nothing that is still private may be on the other's phone."""

    def __init__(self, browser, wording):
        self.browser, self.wording = browser, wording
        self.ada = Phone(browser.driver, 1, "Ada")
        self.ben = Phone(browser.driver, 2, "Ben")
        self.private = Private(self.ada, self.ben)
        self.days = 0

    def other(self, phone):
        return self.ben if phone is self.ada else self.ada

    def sees(self, phone, what, is_it, crosses=()):
        """With this message, and not before, the other's words `crosses` come to the phone."""
        message = phone.sees(what, is_it)
        self.private.crosses(*crosses)
        self.private.check()
        step(f"{phone.name} sees {what}")
        return message

    def hears(self, phone, key, crosses=(), **slots):
        return self.sees(phone, key, self.wording.is_said(key, **slots), crosses)

    def hears_one_of(self, phone, *keys):
        conditions = [self.wording.is_said(key) for key in keys]
        return self.sees(
            phone, " or ".join(keys), lambda message: any(is_it(message) for is_it in conditions))

    def taps(self, phone, key):
        phone.tap(self.wording.buttons[key])

    def is_asked(self, phone, round_name, key, crosses=()):
        question = self.wording.question(round_name, key)
        return self.sees(
            phone, f"the question {key} of {round_name}",
            lambda message: question in message["text"], crosses)

    def opens(self, phone, key):
        self.hears(phone, key)
        # Under this message: a card may have come below it.
        phone.tap(self.wording.buttons["open"], phone.seen)

    def writes(self, phone, text, key, **slots):
        """Writes an answer and sees it back."""
        phone.write(text)
        return self.hears(phone, key, answer=text, **slots)

    def next_day(self):
        self.browser.next_day()
        self.days += 1

    def has_a_card(self):
        """Whether today brings one: on the seventh day of a week nothing comes."""
        return self.days % 7 != 6

    def begins(self, phone, round_name):
        """A round by choice, from the list of those that are open."""
        phone.write("/rounds")
        message = self.hears_one_of(phone, "whereYouAreAndOpen", "whereYouAreNextAndOpen")
        title = self.wording.title(round_name)
        found = re.search(rf"^(\d+)\. {re.escape(title)}$", message["text"], re.MULTILINE)
        if not found:
            raise Mismatch(f"{title!r} isn't in the list: {message['text']!r}")
        phone.tap(found[1], message["id"])

    @contextmanager
    def unmoved(self, phone):
        """Whatever the other does meanwhile, nothing comes to this phone."""
        self.catch_up(phone)
        yield
        phone.write("/language")
        message = phone.sees("an answer", lambda message: True)
        if not self.wording.is_said("language")(message):
            raise Mismatch(f"{phone.name} was told something: {message['text']!r}")
        self.private.check()
        step(f"nothing came to {phone.name}")

    def catch_up(self, phone):
        """What was on its way has come before the answer to this."""
        phone.write("/language")
        phone.sees("language", self.wording.is_said("language"))

    def ada_begins(self):
        self.ada.part("start").click()
        self.hears(self.ada, "welcome")
        self.taps(self.ada, "adult")
        self.is_asked(self.ada, "1", "words")
        self.writes(self.ada, "warm, near, slow", "seenBackAlone")
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

    def settle(self):
        """Past what comes first, until nothing is open on either phone."""
        for phone in (self.ada, self.ben):
            self.is_asked(phone, "0a", "liked")
            phone.write("/skip")
            self.hears(phone, "skipped")
        self.hears(self.ben, "clock")
        self.taps(self.ben, "clockRight")
        self.hears(self.ben, "settledIn")
