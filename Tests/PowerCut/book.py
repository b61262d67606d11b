"""The bot's own phrasebook, as it lies beside the program: the scripts follow its wording."""

import json
import os


class Book:
    """How the bot's messages begin, and what its buttons are called."""

    def __init__(self, binary, language="en"):
        folder = os.path.join(
            os.path.dirname(os.path.realpath(binary)), "TalkAboutIt_Curriculum.resources",
            "Content", "texts", language)
        with open(os.path.join(folder, "phrases.json"), encoding="utf-8") as file:
            book = json.load(file)
        self._phrases, self._buttons = book["phrases"], book["buttons"]
        self._rounds = os.path.join(folder, "rounds")
        self.neutral = self._phrases["somethingForYou"]

    def line(self, key, **slots):
        """The beginning of a phrase, up to the first slot that isn't given."""
        text = self._phrases[key]
        for name, value in slots.items():
            text = text.replace("{%s}" % name, value, 1)
        for value in slots.values():
            # What somebody wrote may look like a slot.
            if "{" in value:
                return text[:text.index(value) + len(value)]
        return text.split("{", 1)[0]

    def question(self, name):
        """The first question of a round."""
        with open(os.path.join(self._rounds, f"{name}.json"), encoding="utf-8") as file:
            return next(iter(json.load(file)["questions"].values()))["text"]

    def button(self, key):
        return self._buttons[key]
