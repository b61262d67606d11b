#!/usr/bin/env python3
"""Two people meet on the page of `talkaboutit try`, in a real browser, and share their first
answers: one story from Start to /forget, then what the page owes everyone (keyboard, narrow
screens, light and dark, nothing from elsewhere).

    TALKABOUTIT_BINARY=… round.py [--pictures FOLDER]

With a folder (also TALKABOUTIT_PICTURES) it makes the README's pictures there. Prints a line a
step; ends with 1 at the first mismatch, naming a screenshot, and after three minutes in any case.
"""

import argparse
import os
import signal
import sys

from selenium.common.exceptions import WebDriverException

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from program import Program  # noqa: E402 (found only by the line above)

from browser import Browser  # noqa: E402
from manners import Manners  # noqa: E402
from phone import Mismatch  # noqa: E402
from story import Story  # noqa: E402
from wording import Wording  # noqa: E402
from zone import afternoon_zone  # noqa: E402

TIME_LIMIT_SECONDS = 180


def run(pictures):
    zone = afternoon_zone()
    wording = Wording(os.environ["TALKABOUTIT_BINARY"])
    with Program("try", zone=zone) as program, Browser(zone) as browser:
        try:
            browser.open(program.page)
            manners = Manners(browser)
            manners.check_before()
            Story(browser, wording, pictures).tell()
            manners.check_after(program.base)
        except (Mismatch, WebDriverException) as error:
            print(f"see {browser.screenshot()}", file=sys.stderr)
            raise Mismatch(str(error).splitlines()[0]) from error


def stopped(number, frame):
    raise Mismatch("out of time" if number == signal.SIGALRM else "told to stop")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", default=os.environ.get("TALKABOUTIT_PICTURES"))
    signal.signal(signal.SIGALRM, stopped)
    signal.signal(signal.SIGTERM, stopped)
    signal.alarm(TIME_LIMIT_SECONDS)
    try:
        run(parser.parse_args().pictures)
    except Mismatch as mismatch:
        print(f"not ok  {mismatch}", file=sys.stderr)
        sys.exit(1)
    print("all as it should be")
