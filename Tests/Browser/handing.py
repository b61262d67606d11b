"""What one hands over: a line of a note, and what both give item by item, with its picture."""

from photo import look_at, picture_of
from phone import Mismatch
from two import step


def note(two):
    """One line of three crosses; the others never do."""
    ada, ben = two.ada, two.ben
    lines = ["A heronlamp on the roof", "A plumcart in the rain", "Two bellfoxes"]
    two.private.keep(ada, "heronlamp", "plumcart", "bellfoxes")
    two.begins(ada, "HNote")
    two.is_asked(ada, "HNote", "window")
    two.taps(ada, "keepHere")
    two.is_asked(ada, "HNote", "window")
    with two.unmoved(ben):
        two.writes(ada, "\n".join(lines), "seenBackNote", partner="Ben")
        two.taps(ada, "showOne")
        two.hears(ada, "whichItem")
        ada.tap("2", ada.seen)
        two.hears(ada, "itemSeenBack", answer=lines[1], partner="Ben")
        two.taps(ada, "share")
        two.hears(ada, "willBeGiven", partner="Ben")
    two.next_day()
    two.opens(ben, "somethingForYou")
    shown = two.hears(ben, "hereIsTheirs", crosses=["plumcart"], partner="Ada")
    if lines[1] not in shown["text"]:
        raise Mismatch(f"the line isn't in {shown['text']!r}")
    two.private.stays("heronlamp", "bellfoxes")
    two.taps(ben, "justKeep")
    two.hears(ben, "settled")


def items(two, pictures):
    """Ada keeps one of her lines, Ben one of his places on a line of which both gave one."""
    ada, ben = two.ada, two.ben
    two.private.keep(ada, "quincecake", "snailpost", "tinwhistle")
    two.private.keep(ben, "moonladder")
    places(two, ada, 4, 2, 3, "A quincecake\nThe snailpost\nOne tinwhistle", 5)
    two.private.stays("snailpost")
    places(two, ben, 1, 2, 4, "A moonladder", 3)
    two.next_day()
    for phone, words in ((ada, ["moonladder"]), (ben, ["quincecake", "tinwhistle"])):
        two.opens(phone, "somethingForYou")
        shown = two.hears(phone, "hereAreBoth", words)
        alt = picture_of(two, phone, two.wording.pictures["sources"]["title"])
        for text, left_out in (
            (shown["text"], two.wording.questions("HItems")["world"]["title"]),
            (alt, two.wording.pictures["sources"]["world"]),
        ):
            if left_out in text:
                raise Mismatch(f"{phone.name} is shown what one kept: {text!r}")
        two.hears(phone, "whatStays")
    two.private.stays("snailpost")
    step("a kept item is in no text and in no picture of the other's")
    look_at(two, pictures)
    for phone in (ada, ben):
        two.taps(phone, "justKeep")
        two.hears(phone, "settled")


def places(two, phone, street, stories, world, sundays, kept):
    """Three places on a line and some lines; the item of this number stays with its author."""
    two.begins(phone, "HItems")
    for key, place in (("culture", street), ("stories", stories), ("world", world)):
        asked = two.is_asked(phone, "HItems", key)
        phone.tap(asked["keys"][place - 1], asked["id"])
    two.is_asked(phone, "HItems", "sundays")
    with two.unmoved(two.other(phone)):
        phone.write(sundays)
        seen = two.hears(phone, "seenBackItems")
        phone.tap(str(kept), seen["id"])
        seen = two.hears(phone, "seenBackItems")
        stays = two.wording.phrases["itemKept"].replace("{answer}", "")
        if seen["text"].count(stays) != 1:
            raise Mismatch(f"not one item is kept: {seen['text']!r}")
        two.taps(phone, "share")
        two.hears(phone, "willBeShared")
