"""People by the hundred, who do what the bot asks them for, as fast as it goes."""

MOST_AT_ONCE = 200


class Person:
    """Goes from /start to a first answer, put away, and a clock; one invites, one comes."""

    def __init__(self, wire, chat):
        self.wire, self.chat = wire, chat
        self.partner = None
        self.makes_link = False
        self.is_settled = False

    def begin(self, code=""):
        self.wire.say(self.chat, f"/start {code}".strip())

    def hear(self, text, keyboard):
        """Reacts to one message; most are only read."""
        data = {key["text"]: key["callback_data"] for row in keyboard for key in row}
        for label in ("Join", "I'm 18 or older", "Get the link", "Yes, that's them"):
            if label in data and not (label == "Get the link" and not self.makes_link):
                return self.wire.press(self.chat, data[label])
        if text.startswith("Three words"):
            self.wire.say(self.chat, f"warm, near, and slow, says number {self.chat}")
        elif text.startswith("That's what you wrote"):
            self.wire.press(self.chat, data["Keep to myself"])
        elif text.startswith("My clock says"):
            self.wire.press(self.chat, data["That's right"])
        elif text.startswith("Send them this"):
            self.partner.begin(text.split("?start=", 1)[1].split()[0])
        elif text.startswith("Something for you"):
            self.wire.press(self.chat, data["Open"])
        elif text.startswith("One small thing"):
            self.is_settled = True


class Crowd:
    """Everyone by chat, to be given what comes in."""

    def __init__(self):
        self.wire = None
        self.by_chat = {}
        self.talkers = {}

    def hear(self, chat, text, keyboard, moment):
        if chat in self.talkers:
            self.talkers[chat].hear(text, moment)
        elif chat in self.by_chat:
            self.by_chat[chat].hear(text, keyboard)

    def join_couples(self, first_chat, count):
        """So many couples come and pair, through the whole conversation."""
        for start in range(0, count, MOST_AT_ONCE):
            people = []
            for number in range(start, min(start + MOST_AT_ONCE, count)):
                maker = Person(self.wire, first_chat + 2 * number)
                other = Person(self.wire, first_chat + 2 * number + 1)
                maker.partner, maker.makes_link = other, True
                people += [maker, other]
            self.by_chat.update({person.chat: person for person in people})
            for person in people[::2]:
                person.begin()
            if not self.wire.serve(120, lambda: all(one.is_settled for one in people)):
                raise RuntimeError("not all couples could pair")


class Talker:
    """Writes the next message when the one before it was seen back, again and again."""

    PIECES = 6

    def __init__(self, wire, chat):
        self.wire, self.chat = wire, chat
        self.answers, self.pieces = 0, 0
        self.sent = 0.0
        self.is_stopped = False
        self.is_waiting = False

    def go(self):
        self.pieces = 0
        self._say()

    def _say(self):
        self.is_waiting = True
        self.pieces += 1
        self.wire.say(self.chat, f"The way you hummed while the kettle boiled, take {self.pieces}.")

    def hear(self, text, moment):
        if text.startswith("That's what you wrote"):
            self.answers += 1
            self.is_waiting = False
            if self.is_stopped:
                return
            if self.pieces < Talker.PIECES:
                return self._say()
            self.is_waiting = True
            self.wire.say(self.chat, "/again")
        elif text.startswith("One small thing"):
            self.is_waiting = False
            if not self.is_stopped:
                self.go()
