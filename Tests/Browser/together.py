"""What is made together: two halves and one circle in the same words, and a talk in turns."""

from photo import picture_of
from phone import Mismatch


def circle(two):
    """The halves are shown to both; then one proposes, the other rewords, the first says yes."""
    ada, ben = two.ada, two.ben
    both_halves(two)
    two.private.keep(ada, "foghorn", "drumming", "pancake")
    propose(two, ada, ["The foghorn", "Fingers drumming", "A pancake"])
    two.opens(ben, "somethingForYou")
    two.hears(ben, "proposal", ["foghorn", "drumming", "pancake"], partner="Ada")
    two.private.keep(ben, "seesaw", "humming", "marzipan")
    two.taps(ben, "rephrase")
    propose(two, ben, ["The seesaw", "Somebody humming", "marzipan"], isBegun=True)
    two.opens(ada, "somethingForYou")
    two.hears(ada, "proposal", ["seesaw", "humming", "marzipan"], partner="Ben")
    two.taps(ada, "approve")
    agreed = two.hears(ada, "agreed")["text"]
    title = two.wording.pictures["loop"]["title"]
    alt = picture_of(two, ada, title)
    two.opens(ben, "somethingForYou")
    if two.hears(ben, "agreed")["text"] != agreed:
        raise Mismatch("the two don't have the same words")
    for words in (alt, picture_of(two, ben, title)):
        if not all(word in words for word in ("seesaw", "humming", "marzipan", "inkwell", "gatepost")):
            raise Mismatch(f"the picture of the circle lacks something: {words!r}")


def both_halves(two):
    keys = ("when", "feel", "do", "hope")
    halves = {
        two.ada: ["The inkwell is open", "Small", "I close it", "That somebody asks"],
        two.ben: ["The gatepost creaks", "Cold", "I go round it", "A lamp"]}
    two.private.keep(two.ada, "inkwell")
    two.private.keep(two.ben, "gatepost")
    for phone, half in halves.items():
        two.begins(phone, "HHalves")
        with two.unmoved(two.other(phone)):
            written(two, phone, "HHalves", keys, half, "seenBack")
            two.taps(phone, "share")
            two.hears(phone, "willBeShared")
    two.next_day()
    for phone, word in ((two.ada, "gatepost"), (two.ben, "inkwell")):
        two.opens(phone, "somethingForYou")
        two.hears(phone, "hereAreBoth", [word])
        two.hears(phone, "whatStays")
        two.taps(phone, "justKeep")
        two.hears(phone, "settled")


def written(two, phone, name, keys, answers, last):
    """Question after question, each seen back."""
    for key, answer in zip(keys, answers):
        two.is_asked(phone, name, key)
        if key != keys[-1]:
            two.writes(phone, answer, "seenBackGoOn")
            two.taps(phone, "goOn")
        else:
            phone.write(answer)
            two.hears(phone, last)


def propose(two, phone, words, isBegun=False):
    if not isBegun:
        two.begins(phone, "HCircle")
    with two.unmoved(two.other(phone)):
        written(two, phone, "HCircle", ("name", "sign", "word"), words, "proposalSeenBack")
    two.taps(phone, "propose")
    two.hears(phone, "proposed")


def turns(two):
    """Said, heard, more, sense, feeling, and it arrived: both ways, each word by its own tap."""
    ada, ben = two.ada, two.ben
    two.begins(ada, "HTurns")
    two.hears(ada, "turnsHow")
    two.taps(ada, "here")
    two.is_asked(ada, "HTurns", "said")
    one_way(two, ada, ben, "cloudberry", "teaspoon", "lighthouse")
    two.taps(ada, "gotIt")
    two.hears(ada, "turnSent")
    two.opens(ben, "somethingForYou")
    two.is_asked(ben, "HTurns", "said")
    one_way(two, ben, ada, "woodlouse", "doorbell", "paperboat")
    two.taps(ben, "gotIt")
    two.hears(ben, "turnsArrived")
    two.opens(ada, "somethingForYou")
    two.hears(ada, "turnsArrived")


def one_way(two, speaker, listener, said, heard, sense):
    name, feeling = "HTurns", f"Quiet, as with a {sense}"
    sends(two, speaker, f"A {said} stood on the shelf. I liked it.", said, "turnSent")
    two.opens(listener, "somethingForYou")
    two.is_asked(listener, name, "heard", [said])
    sends(two, listener, f"You saw it, and it was near the {heard}.", heard, "turnSent")
    two.opens(speaker, "somethingForYou")
    two.hears(speaker, "turnHeard", [heard], partner=listener.name)
    with two.unmoved(listener):
        two.taps(speaker, "thatsIt")
        two.is_asked(speaker, name, "more")
    two.taps(speaker, "nothingMore")
    two.hears(speaker, "turnSent")
    two.opens(listener, "somethingForYou")
    two.is_asked(listener, name, "sense")
    with two.unmoved(speaker):
        sends(two, listener, f"That a {sense} is good to have.", sense, None)
        two.is_asked(listener, name, "feeling")
    sends(two, listener, feeling, feeling, "turnSent")
    two.opens(speaker, "somethingForYou")
    two.hears(speaker, "turnUnderstood", [sense, feeling], partner=listener.name)


def sends(two, phone, text, word, then):
    """The other has nothing of it until it is sent."""
    two.private.keep(phone, word)
    with two.unmoved(two.other(phone)):
        two.writes(phone, text, "turnSeenBack", partner=two.other(phone).name)
    two.taps(phone, "sendTurn")
    if then:
        two.hears(phone, then)
