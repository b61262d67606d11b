#!/usr/bin/env python3
"""A picture that the bot draws for two comes to each through a real home server (M26).

    TALKABOUTIT_BINARY=… picture.py

The round that ends with one is a host's, from the folder that the tests of the page have, so that
nobody has to wait for the weeks of the course. What is shared comes as soon as both are done.
"""

import os
import re
import struct
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from beginnings import SOMETHING, pair, reveal_at_once  # noqa: E402 (found only by the line above)
from house import Chat, House, Mismatch, each_once, run  # noqa: E402
from wire import Refused, fetch  # noqa: E402

ROUNDS = os.path.join(os.path.dirname(HERE), "Browser", "rounds")
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunks(data):
    """Those of a PNG, by their kind; a sum that is wrong is a mismatch."""
    if not data.startswith(SIGNATURE):
        raise Mismatch(f"it begins with {data[:16]!r}, as no PNG does")
    place, found = len(SIGNATURE), {}
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        kind, body = data[place + 4:place + 8], data[place + 8:place + 8 + length]
        (told,) = struct.unpack_from(">I", data, place + 8 + length)
        if zlib.crc32(kind + body) != told:
            raise Mismatch(f"the sum of {kind!r} is wrong")
        found[kind] = found.get(kind, b"") + body
        place += 12 + length
    return found


def check_png(data):
    """It can be drawn: whole, of a size that is to be seen, with a row for each of its lines."""
    found = chunks(data)
    width, height, depth, colour = struct.unpack_from(">IIBB", found[b"IHDR"])
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    row = 1 + (width * samples * depth + 7) // 8
    if b"IEND" not in found or len(zlib.decompress(found[b"IDAT"])) != height * row:
        raise Mismatch("it isn't whole")
    if width < 400 or height < 200:
        raise Mismatch(f"it is only {width} by {height}")
    return width, height


def begin(chat, title):
    """A round by choice, from the list of those that are open."""
    chat.say("!skip")
    chat.catch_up()
    chat.say("!rounds")
    chat.hears("Just now it's about…")
    number = re.search(rf"^(\d+)\. {title}$", chat.all[-1][0], re.MULTILINE)
    if number is None:
        raise Mismatch(f"{title} isn't among what is open: {chat.all[-1][0]}")
    chat.say(number[1])


def answer(chat, places, thing):
    """Three places on a line each, and a line."""
    begin(chat, "From our street")
    for question, place in zip(("…How much of what…", "…And how much from films…",
                                "…And how much from the world…"), places):
        chat.hears(question)
        chat.say(str(place))
    chat.hears("…One thing on each line.…")
    chat.say(thing)
    chat.hears("That's what you wrote:…– Share it then…")
    chat.say("share it then")
    chat.hears("Put away.…")


def look_at(house, chat, others):
    """The next message is a picture, which only somebody with a token gets."""
    chat.hears(f"Here is what you both shared.…{others}…")
    event = chat.hears("…")
    content = event["content"]
    if content["msgtype"] != "m.image" or content["info"]["mimetype"] != "image/png":
        raise Mismatch(f"{chat.person.name} is sent no picture: {content}")
    data = chat.person.download(content["url"])
    width, height = check_png(data)
    if content["info"]["size"] != len(data):
        raise Mismatch(f"it has {len(data)} bytes and not {content['info']['size']}")
    # Its words say the same, for who can't see it.
    if content["body"] == content["filename"] or len(content["body"].splitlines()) < 3:
        raise Mismatch(f"the picture says of itself {content['body']!r}")
    name = content["url"].removeprefix("mxc://")
    for path in (f"client/v1/media/download/{name}", f"media/v3/download/{name}"):
        try:
            fetch(house.server.base, "GET", f"/_matrix/{path}")
            raise Mismatch(f"anybody gets it: {path}")
        except Refused as refused:
            if refused.status not in (401, 404):
                raise
    print(f"{chat.person.name} has a picture of {width} by {height}, {len(data)} bytes")


def main():
    with House(ROUNDS=ROUNDS) as house:
        house.start()
        ada = Chat(house, house.person("Ada")).open()
        ben = Chat(house, house.person("Ben")).open()
        pair(house, ada, ben)
        reveal_at_once(ada, ben)
        answer(ada, (4, 2, 3), "A quincecake")
        answer(ben, (1, 2, 4), "A moonladder")
        for chat, others in ((ada, "A moonladder"), (ben, "A quincecake")):
            chat.hears(SOMETHING)
            chat.say("1")
            look_at(house, chat, others)
        each_once([ada, ben])
        house.stop()


if __name__ == "__main__":
    run(main)
