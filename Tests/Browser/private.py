"""Words that only their author's phone may hold, looked for in the whole of the other's."""

from phone import Mismatch


class Private:
    """A word is kept from the moment its author thinks of it until it crosses, or for ever."""

    def __init__(self, *phones):
        self.phones = phones
        self.authors = {}

    def keep(self, author, *words):
        self.authors.update({word: author for word in words})
        self.check()

    def check(self):
        for phone in self.phones:
            others = [word for word, author in self.authors.items() if author is not phone]
            for word in self._held(phone, others):
                raise Mismatch(f"{phone.name} holds {self.authors[word].name}'s “{word}” too early")

    def crosses(self, *words):
        """By now the other may have these, and has: the checks before were awake."""
        for phone in self.phones if words else ():
            if lacking := set(words) - set(self._held(phone, words)):
                raise Mismatch(f"{phone.name} lacks {sorted(lacking)!r}")
        for word in words:
            del self.authors[word]

    def stays(self, *words):
        """These never cross; their author's phone has them."""
        for word in words:
            if not self._held(self.authors[word], [word]):
                raise Mismatch(f"{self.authors[word].name} lacks “{word}”")
        self.check()

    def _held(self, phone, words):
        everything = phone.everything() if words else ""
        return [word for word in words if word in everything]
