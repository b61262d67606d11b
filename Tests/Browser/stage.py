"""Plays a story on the page of `talkaboutit try`: the program, the browser, and an end to both."""

import argparse
import os
import signal
import sys

from selenium.common.exceptions import WebDriverException

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from program import Program  # noqa: E402 (found only by the line above)

from browser import Browser  # noqa: E402
from phone import Mismatch  # noqa: E402
from zone import afternoon_zone  # noqa: E402


def play(tell, seconds, **settings):
    """`tell` has the browser with the page opened, the program, and a folder for pictures or
    None. Ends the process with 1 at a mismatch, and after so many seconds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", default=os.environ.get("TALKABOUTIT_PICTURES"))
    signal.signal(signal.SIGALRM, stopped)
    signal.signal(signal.SIGTERM, stopped)
    signal.alarm(seconds)
    try:
        run(tell, parser.parse_args().pictures, settings)
    except Mismatch as mismatch:
        print(f"not ok  {mismatch}", file=sys.stderr)
        sys.exit(1)
    print("all as it should be")


def run(tell, pictures, settings):
    zone = afternoon_zone()
    with Program("try", zone=zone, **settings) as program, Browser(zone) as browser:
        try:
            browser.open(program.page)
            tell(browser, program, pictures)
        except (Mismatch, WebDriverException) as error:
            print(f"see {browser.screenshot()}", file=sys.stderr)
            raise Mismatch(str(error).splitlines()[0]) from error


def stopped(number, frame):
    raise Mismatch("out of time" if number == signal.SIGALRM else "told to stop")
