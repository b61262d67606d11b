"""Phones: each plays a script, one step at a time, and goes on only when the bot has replied.

A script is a generator. It asks its phone to act, and yields what it waits for; it is sent what
came. Whatever the bot says must be what the script waits for, or a copy of what it said before,
or the one neutral line that something lies there.
"""

import time


class Surprise(Exception):
    """The bot said what nobody expected."""


class Phone:
    """One partner's phone, and a record of what they did and saw."""

    def __init__(self, platform, chat, name, neutral, pacing):
        self.neutral = neutral
        self.platform, self.chat, self.name, self.pacing = platform, chat, name, pacing
        self.partner = None
        self.took = []          # the texts that the script waited for, in order
        self.opened = 0         # neutral lines opened
        self.answers = {}       # round → texts acknowledged, in order
        self.read_back = {}     # round → the answer as the bot showed it at the end
        self.secrets = {}       # a marked text → the moment from which the other may see it
        self.acts, self.last_act = 0, 0.0
        self.is_done = False
        self.waiting = []       # replies that the script has not taken yet
        self.lying = []         # neutral lines that were not opened yet
        self._known = []        # (text, keyboard) of messages that are no news any more
        self._numbers = {}      # text said → its message number
        self._wanted = self._script = None

    # What a script does.

    def say(self, text):
        yield from self._turn()
        self._numbers[text] = self._act("say", text=text)["message"]

    def edit(self, old, new):
        yield from self._turn()
        self._numbers[new] = self._numbers.pop(old)
        self._act("edit", message=self._numbers[new], text=new)

    def start(self, payload=""):
        yield from self._turn()
        self._act("start", payload=payload)

    def tap(self, message, label):
        yield from self._turn()
        for key in (key for row in message["keyboard"] for key in row):
            if key["text"] == label:
                self._act("press", message=message["id"], data=key["callback_data"])
                return
        raise Surprise(f"{self.name} finds no [{label}] below {message['text']!r}")

    def see(self, *beginnings):
        """Waits for the next reply; it must begin in one of these ways."""
        message = yield lambda: self.waiting.pop(0) if self.waiting else None
        beginning = next((one for one in beginnings if message["text"].startswith(one)), None)
        if beginning is None:
            raise Surprise(f"{self.name} waited for {beginnings[0]!r} and saw {message['text']!r}")
        self.took.append(message["text"])
        return message

    def open(self, label):
        """Waits for a neutral line, and opens the oldest one."""
        message = yield lambda: self.lying.pop(0) if self.lying else None
        self.opened += 1
        yield from self.tap(message, label)

    def until(self, condition):
        """Waits for something outside this chat."""
        return (yield condition)

    def expect_again(self, beginning):
        """From here on, a text that begins like this is news once more."""
        self._known = [one for one in self._known if not one[0].startswith(beginning)]

    def _turn(self):
        yield lambda: self.pacing.may_act(self) or None

    def _act(self, act, **fields):
        self.acts += 1
        self.last_act = time.time()
        answer = self.platform.ask("POST", f"people/{self.chat}/{act}", **fields)
        self.pacing.acted()
        return answer

    # What moves it.

    def play(self, script):
        self._script, self._wanted, self.is_done = script, None, False

    def hear(self, message):
        """A message of the bot's. Copies of earlier ones are passed over, as a person would."""
        text, keyboard = message["text"], message["keyboard"]
        # Buttons that have done their work are gone.
        if any(text == known and keyboard in (earlier, []) for known, earlier in self._known):
            return
        self._known.append((text, keyboard))
        (self.lying if text == self.neutral else self.waiting).append(message)

    def advance(self):
        """Goes on as far as what has come allows."""
        while not self.is_done:
            found = None
            if self._wanted is not None:
                found = self._wanted()
                if found is None:
                    return
            try:
                self._wanted = self._script.send(found)
            except StopIteration:
                self.is_done = True


class Chats:
    """Brings what is new on all phones, in order, and lets them go on."""

    def __init__(self, platform, phones, earlier=None):
        self.platform, self.phones, self.version = platform, phones, 0
        self.by_chat = {phone.chat: phone for phone in phones}
        self.known = {phone.chat: set() for phone in phones} | (earlier.known if earlier else {})

    def look(self, seconds):
        """Waits at most so long for anything new; returns whether there was something."""
        ids = ",".join(str(chat) for chat in self.by_chat)
        wait = f"&wait={seconds}" if self.version else ""
        news = self.platform.ask("GET", f"changes?chats={ids}&after={self.version}{wait}")
        self.version = max(news["version"], 1)
        heard = False
        for chat in news["chats"]:
            known = self.known[chat["chat"]]
            for message in sorted(chat["messages"], key=lambda one: one["id"]):
                if message["bot"] and message["id"] not in known:
                    known.add(message["id"])
                    self.by_chat[chat["chat"]].hear(message)
                    heard = True
        for phone in self.phones:
            phone.advance()
        return heard
