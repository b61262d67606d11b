#!/usr/bin/env python3
"""Two people play rounds of each kind on the page of `talkaboutit try`, in a real browser: what
is handed over, given item by item, made together, said in turns, asked, meant, marked and
mended. At each step what one hasn't given yet must be nowhere on the other's phone.

    TALKABOUTIT_BINARY=… kinds.py [--pictures FOLDER]

The rounds are a host's, from the folder `rounds` beside this script. With a folder (also
TALKABOUTIT_PICTURES) it makes two pictures of a picture in the chat there. Prints a line a step;
ends with 1 at the first mismatch, naming a screenshot, and after four minutes in any case.
"""

import os

from asking import heard_and_meant, match, talk, wish
from handing import items, note
from mending import repair
from phone import Mismatch
from stage import play
from together import circle, turns
from two import Two
from wording import Wording

TIME_LIMIT_SECONDS = 480
ROUNDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rounds")


def tell(browser, program, pictures):
    two = Two(browser, Wording(program.binary, ROUNDS))
    two.ada_begins()
    two.ben_comes()
    two.settle()
    note(two)
    items(two, pictures)
    circle(two)
    turns(two)
    match(two)
    wish(two)
    heard_and_meant(two)
    talk(two)
    repair(two)
    if complaints := browser.complaints():
        raise Mismatch(f"the console complains: {complaints!r}")


if __name__ == "__main__":
    play(tell, TIME_LIMIT_SECONDS, rounds=ROUNDS)
