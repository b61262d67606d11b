"""What the bot says, from the built program's phrasebook: a test then follows the flow, not one
wording of it."""

import json
import os
import re

CONTENT = "TalkAboutIt_Curriculum.resources/Content/texts/en"


class Wording:
    """`rounds` is a folder of the host's."""

    def __init__(self, binary, rounds=None):
        folder = os.path.join(os.path.dirname(os.path.abspath(binary)), CONTENT)
        with open(os.path.join(folder, "phrases.json"), encoding="utf-8") as file:
            book = json.load(file)
        self.phrases, self.buttons, self.phases = book["phrases"], book["buttons"], book["phases"]
        self.folder = folder
        self.folders = [folder] + ([os.path.join(rounds, "texts", "en")] if rounds else [])
        with open(os.path.join(folder, "pictures.json"), encoding="utf-8") as file:
            self.pictures = json.load(file)

    def questions(self, round_name):
        paths = [os.path.join(folder, "rounds", f"{round_name}.json") for folder in self.folders]
        with open(next(filter(os.path.exists, paths)), encoding="utf-8") as file:
            return json.load(file)["questions"]

    def question(self, round_name, key):
        return self.questions(round_name)[key]["text"]

    def title(self, round_name):
        """As lists have it: that of the first question."""
        return next(iter(self.questions(round_name).values()))["title"]

    def card_texts(self):
        with open(os.path.join(self.folder, "cards.json"), encoding="utf-8") as file:
            return {card["text"] for card in json.load(file)["cards"].values()}

    def is_said(self, key, **slots):
        """A condition for a message: this phrase, with these values; other slots hold anything."""
        parts = re.split(r"\{(\w+)\}", self.phrases[key].replace("**", ""))
        pattern = "".join(
            re.escape(part) if index % 2 == 0
            else re.escape(slots[part]) if part in slots else r"(?s:.+)"
            for index, part in enumerate(parts))
        return lambda message: re.fullmatch(pattern, message["text"]) is not None
