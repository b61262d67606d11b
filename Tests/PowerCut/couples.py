"""What the two of a couple do, from the first /start to a reveal and what follows.

The seed decides the details: how many messages an answer has, which is corrected, who changes
their mind, in which places they live, and how the shared part ends.
"""

# Places, their zones, and about how many hours they are ahead of UTC.
PLACES = [
    ("Honolulu", "Pacific/Honolulu", -10), ("Los Angeles", "America/Los_Angeles", -8),
    ("Chicago", "America/Chicago", -6), ("Bogota", "America/Bogota", -5),
    ("Sao Paulo", "America/Sao_Paulo", -3), ("Reykjavik", "Atlantic/Reykjavik", 0),
    ("Berlin", "Europe/Berlin", 1), ("Cairo", "Africa/Cairo", 2),
    ("Nairobi", "Africa/Nairobi", 3), ("Karachi", "Asia/Karachi", 5),
    ("Bangkok", "Asia/Bangkok", 7), ("Tokyo", "Asia/Tokyo", 9),
    ("Brisbane", "Australia/Brisbane", 10), ("Auckland", "Pacific/Auckland", 12)]

STRANGE = [
    "<b>&amp;</b>", "🫶🏽", "naïve – façade", "“quoted”", "שלום", "a\nnew line", "\"x\" \\n \\",
    "e\u0301", "%s {answer}", "1"]


def places_by_day(now):
    """Places and zones where it is about midday, so that nothing waits for a morning."""
    hour = now / 3600 % 24
    return [(name, zone) for name, zone, ahead in PLACES if 10 <= (hour + ahead) % 24 <= 17]


class Couple:
    """Two phones, and what the seed has decided for them."""

    ENDINGS = ["both share", "both share", "one takes it back", "one keeps it"]

    def __init__(self, number, dice, book, places, first, second):
        self.dice, self.book, self.places = dice, book, places
        self.first, self.second = first, second
        first.partner, second.partner = second, first
        self.ending = Couple.ENDINGS[number % len(Couple.ENDINGS)]
        self.code = None
        self.has_decided = set()
        self.shared = {}  # chat → (the texts shared, when)

    def play(self):
        self.first.play(self.makers())
        self.second.play(self.newcomers())

    def read_back(self):
        self.first.play(self.read_answers(self.first))
        self.second.play(self.read_answers(self.second))

    def see(self, me, *keys, **slots):
        """Waits for one of these lines of the phrasebook."""
        names = {"partner": me.partner.name, "me": me.name}
        lines = [self.book.line(key, **names, **slots) for key in keys]
        return (yield from me.see(*lines))

    def tap(self, me, message, key):
        yield from me.tap(message, self.book.button(key))

    def open(self, me):
        yield from me.open(self.book.button("open"))

    def makers(self):
        """The one who invites."""
        me = self.first
        yield from me.start()
        message = yield from self.see(me, "welcome")
        offer = yield from self.arrive(me, message)
        yield from self.tap(me, offer, "getLink")
        message = yield from self.see(me, "link")
        self.code = message["text"].split("?start=", 1)[1].split()[0]
        yield from self.open(me)
        message = yield from self.see(me, "someoneCame")
        yield from self.tap(me, message, "thatsThem")
        yield from self.be_two(me)

    def newcomers(self):
        """The one who comes by the link."""
        me = self.second
        code = yield from me.until(lambda: self.code)
        yield from me.start(code)
        message = yield from self.see(me, "invited")
        yield from self.tap(me, message, "join")
        message = yield from self.see(me, "welcomeInvited")
        yield from self.arrive(me, message)
        yield from self.open(me)
        yield from self.be_two(me)

    def arrive(self, me, message):
        if self.dice.random() < 0.5:
            yield from self.tap(me, message, "whoReads")
            yield from self.see(me, "readsPartner")
        yield from self.tap(me, message, "adult")
        if me is self.second:
            yield from self.see(me, "makerIsAsked")
        yield from me.see(self.book.question("1"))
        message = yield from self.answer(me, "1")
        yield from self.tap(me, message, "keep")
        yield from self.see(me, "putAway")
        message = yield from self.see(me, "clock")
        message = yield from self.say_where(me, message)
        yield from self.tap(me, message, "clockRight")
        offer = yield from self.see(me, "inviteOffer", "waitingForMaker", "settledIn")
        yield from me.say("/time")
        message = yield from self.see(me, "whichHourNow")
        yield from self.tap(me, message, "revealsAtOnce")
        yield from self.see(me, "revealsAtOnce")
        return offer

    def say_where(self, me, message):
        place = self.dice.choice(self.places)
        if self.dice.random() < 0.5:
            yield from self.tap(me, message, "elsewhere")
            yield from self.see(me, "whereAreYou")
            yield from me.say(place)
        else:
            yield from me.say(f"/timezone {place}")
        message = yield from self.see(me, "clock", "whichPlace")
        if message["text"].startswith(self.book.line("whichPlace")):
            yield from me.say("1")
            message = yield from self.see(me, "clock")
        return message

    def be_two(self, me):
        yield from self.see(me, "joined")
        yield from me.see(self.book.question("0a"))
        yield from me.say("/status")
        yield from self.see(me, "status")
        message = yield from self.answer(me, "0a")
        if self.ending == "both share":
            yield from self.share(me, message)
            yield from self.read_both(me)
        elif me is self.first:
            # Only when the other has decided: nothing may come of it, ever.
            yield from me.until(lambda: me.partner.chat in self.has_decided or None)
            yield from self.share(me, message)
        else:
            if self.ending == "one takes it back":
                message = yield from self.share(me, message)
            me.expect_again(self.book.line("putAway"))
            yield from self.tap(me, message, "keep")
            self.shared.pop(me.chat, None)
            yield from self.see(me, "putAway")
            self.has_decided.add(me.chat)
        yield from self.one_more(me)

    def answer(self, me, name):
        """Answers a question: in one message or two, some corrected. Returns the last one seen."""
        texts, message = [], None
        for _ in range(self.dice.choice([1, 1, 2])):
            texts.append(self.marked(me))
            yield from me.say(texts[-1])
            message = yield from self.see_back(me, texts)
            if self.dice.random() < 0.35:
                corrected = self.marked(me)
                yield from me.edit(texts[-1], corrected)
                texts[-1] = corrected
                message = yield from self.see_back(me, texts)
            me.answers[name] = list(texts)
        return message

    def see_back(self, me, texts):
        keys = ("seenBack", "seenBackAlone", "seenBackForLater")
        return (yield from self.see(me, *keys, answer="\n".join(texts)))

    def marked(self, me):
        """A text that nobody else ever writes."""
        mark = f"{self.dice.getrandbits(48):012x}"
        text = f"w{mark} {self.dice.choice(STRANGE)} {self.dice.choice(STRANGE)} z{mark}"
        me.secrets[text] = None
        return text

    def share(self, me, message):
        yield from self.tap(me, message, "share")
        self.shared[me.chat] = (me.answers["0a"], me.last_act)
        if len(self.shared) == 2:
            moment = max(when for _, when in self.shared.values())
            for phone in (self.first, self.second):
                for text in self.shared[phone.chat][0]:
                    phone.secrets[text] = moment
        return (yield from self.see(me, "willBeShared"))

    def read_both(self, me):
        """The reveal; one says it back, the other picks a sentence."""
        yield from self.open(me)
        yield from self.see(me, "hereAreBoth")
        message = yield from self.see(me, "whatStays")
        if me is self.first:
            yield from self.tap(me, message, "sayBack")
            yield from self.see(me, "sayBack")
            text = self.marked(me)
            yield from me.say(text)
            message = yield from self.see(me, "responseSeenBack", answer=text)
            yield from self.tap(me, message, "sendBack")
            me.secrets[text] = me.last_act
        else:
            yield from self.tap(me, message, "sentence")
            # One sentence alone is seen back at once.
            message = yield from self.see(me, "whichSentence", "sentenceSeenBack")
            if message["text"].startswith(self.book.line("whichSentence")):
                yield from me.tap(message, "1")
                message = yield from self.see(me, "sentenceSeenBack")
            yield from self.tap(me, message, "sendBack")
        yield from self.see(me, "sentBack")
        yield from self.open(me)
        message = yield from self.see(me, "sentSomethingBack")
        yield from self.tap(me, message, "readIt")
        yield from self.see(me, "theirWords", "theirSentence")
        yield from self.see(me, "settled")

    def one_more(self, me):
        """Another question, and an answer that is left as it was seen back."""
        yield from me.say("/language")
        yield from self.see(me, "language")
        yield from me.say("/today")
        message = yield from self.see(me, "nothingToday")
        yield from self.tap(me, message, "oneMore")
        yield from me.see(self.book.question("2"))
        yield from self.answer(me, "2")

    def read_answers(self, me):
        """At the end: every answer by /answers and its number, as it stands on the disk."""
        asked, keys = 0, [""]
        while asked < len(keys):
            me.expect_again(self.book.line("yourAnswers"))
            yield from me.say("/answers")
            message = yield from self.see(me, "yourAnswers")
            keys = [key for row in message["keyboard"] for key in row]
            # By a tap or by typing its number: both must find it.
            if asked % 2:
                yield from me.say(str(asked + 1))
            else:
                yield from me.tap(message, keys[asked]["text"])
            shown = yield from me.see("")
            me.read_back[keys[asked]["callback_data"]] = shown["text"]
            asked += 1
