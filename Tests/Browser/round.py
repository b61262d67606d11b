#!/usr/bin/env python3
"""Two people meet on the page of `talkaboutit try`, in a real browser, and share their first
answers: one story from Start to /forget, then what the page owes everyone (keyboard, narrow
screens, light and dark, nothing from elsewhere), and that it speaks each of its languages.

    TALKABOUTIT_BINARY=… round.py [--pictures FOLDER]

With a folder (also TALKABOUTIT_PICTURES) it makes the README's pictures there. Prints a line a
step; ends with 1 at the first mismatch, naming a screenshot, and after three minutes in any case.
"""

from languages import Languages
from manners import Manners
from stage import play
from story import Story
from wording import Wording

TIME_LIMIT_SECONDS = 180


def tell(browser, program, pictures):
    manners = Manners(browser)
    manners.check_before()
    languages = Languages(browser)
    languages.check_before()
    Story(browser, Wording(program.binary), pictures).tell()
    languages.check_after()
    manners.check_after(program.base)


if __name__ == "__main__":
    play(tell, TIME_LIMIT_SECONDS)
