"""An offer after a hurt: it lies where the other finds it by looking, and nowhere else.

It lies behind a gate of the course, and the bot has the only round of its kind. So the two walk
there first: past the rounds before the gate, then day by day, until both have said that they'd go
closer and the day drawn by lot has come.
"""

from phone import Mismatch
from two import step

LONGEST_WAIT_DAYS = 40
OFFER = {
    "did": "I left the gatehouse key in the weathervane.", "effect": "A long wait in the cold.",
    "part": "Something in me was in a hurry.", "offer": "I hang it on the sundial."}


def repair(two):
    walk_to_the_gate(two)
    ada, ben = two.ada, two.ben
    two.private.keep(ada, "weathervane", "sundial")
    two.taps(ada, "writeOffer")
    two.hears(ada, "heavy")
    two.taps(ada, "begin")
    with two.unmoved(ben):
        for key, words in OFFER.items():
            two.is_asked(ada, "36", key)
            ada.write(words)
            if key != "offer":
                two.hears(ada, "seenBackGoOn", answer=words)
                two.taps(ada, "goOn")
        two.hears(ada, "offerSeenBack", partner="Ben")
        two.taps(ada, "putThere")
        two.hears(ada, "offerLies", partner="Ben")
    with two.unmoved(ada):
        ben.write("/repair")
        two.hears(ben, "lookOrWrite")
        two.taps(ben, "lookFor")
        two.hears(ben, "theirOffer", ["weathervane", "sundial"], partner="Ada")
    two.taps(ben, "gotIt")
    two.hears(ben, "wordSent")
    two.opens(ada, "somethingForYou")
    two.hears(ada, "offerArrived", partner="Ben")


def walk_to_the_gate(two):
    for phone in (two.ada, two.ben):
        skip_to_the_gate(two, phone)
    first = two.days
    roads = {two.ada: False, two.ben: False}
    while not (all(roads.values()) and looks(two, two.ada)):
        if two.days - first == LONGEST_WAIT_DAYS:
            raise Mismatch(f"the gate doesn't open in {LONGEST_WAIT_DAYS} days")
        two.next_day()
        for phone, is_taken in roads.items():
            if two.has_a_card() and not is_taken:
                roads[phone] = takes_the_road(two, phone)
    step(f"the gate is open after {two.days - first} days")
    two.ben.write("/repair")
    two.hears(two.ben, "lookOrWrite")
    two.taps(two.ben, "lookFor")
    two.hears(two.ben, "nothingLies")


def skip_to_the_gate(two, phone):
    """One after the other, as the list has them; what was passed over stays in it."""
    gate = two.wording.is_said("whereYouAreAndOpen", card=two.wording.phases["caregivers"])
    gate_next = two.wording.is_said("whereYouAreNextAndOpen", card=two.wording.phases["caregivers"])
    for number in range(1, 20):
        phone.write("/rounds")
        message = two.hears_one_of(phone, "whereYouAreNextAndOpen", "whereYouAreAndOpen")
        if gate(message) or gate_next(message):
            return
        phone.tap(str(number), message["id"])
        two.sees(phone, "a round", lambda message: True)
        phone.write("/skip")
        two.hears(phone, "skipped")
    raise Mismatch(f"{phone.name} never comes to the gate")


def takes_the_road(two, phone):
    """The day's card is opened. Returns whether it asked for the road."""
    two.opens(phone, "aCardForToday")
    message = two.sees(phone, "what it is", lambda message: True)
    if two.wording.is_said("fromBefore")(message):
        # As long as this one is undecided nothing else of the course comes.
        two.hears(phone, "seenBack")
        two.taps(phone, "keep")
        two.hears(phone, "putAway")
    for key, button, answer in (
        ("askCaregivers", "optIn", "optNoted"), ("twoRoads", "closer", "roadNoted"),
    ):
        if two.wording.is_said(key)(message):
            phone.tap(two.wording.buttons[button], message["id"])
            two.hears(phone, answer)
            return key == "twoRoads"
    return False


def looks(two, phone):
    """Whether there is more behind /repair than a lighter card."""
    neutral = [two.wording.is_said(key) for key in ("aCardForToday", "somethingForYou")]
    phone.write("/repair")
    message = two.sees(
        phone, "an answer to /repair",
        lambda message: not any(is_it(message) for is_it in neutral))
    return two.wording.is_said("lookOrWrite")(message)
