"""What one asks and the other may answer: a wish, what was meant, marks that may meet, an hour."""

import re

from phone import Mismatch
from two import step
from together import written


def wish(two):
    """Both wishes are shown; one is left lying, the other has an answer and another way."""
    ada, ben = two.ada, two.ben
    two.private.keep(ada, "bluebowl")
    two.private.keep(ben, "breadknife", "eggtimer", "Not this week")
    for phone, words in ((ada, "The bluebowl on the sill."), (ben, "The breadknife in its drawer.")):
        two.begins(phone, "HWish")
        two.is_asked(phone, "HWish", "wish")
        with two.unmoved(two.other(phone)):
            two.writes(phone, words, "requestSeenBack")
            two.taps(phone, "share")
            two.hears(phone, "willBeShared")
    two.next_day()
    for phone, word in ((ada, "breadknife"), (ben, "bluebowl")):
        two.opens(phone, "somethingForYou")
        two.hears(phone, "hereAreBoth", [word])
        two.hears(phone, "answerTheWish")
    with two.unmoved(ben):
        two.taps(ada, "letLie")
        two.hears(ada, "leftLying")
    with two.unmoved(ada):
        two.taps(ben, "answerIt")
        two.is_asked(ben, "HReply", "answer")
        ben.tap("Not this week")
        two.hears(ben, "replySeenBack", partner="Ada")
        two.taps(ben, "anotherWay")
        two.is_asked(ben, "HReply", "other")
        ben.write("With the eggtimer, then?")
        two.hears(ben, "replySeenBack", partner="Ada")
    two.taps(ben, "sendReply")
    two.hears(ben, "wordSent")
    two.opens(ada, "somethingForYou")
    two.hears(
        ada, "wishAnsweredWithAnother", ["Not this week", "eggtimer"], theirs="Not this week",
        also="With the eggtimer, then?")
    ada.tap("Yes", ada.seen)
    two.hears(ada, "wordSent")
    two.opens(ben, "somethingForYou")
    two.hears(ben, "counterAnswered", partner="Ada", theirs="Yes")


def heard_and_meant(two):
    """The moment crosses; the sentence heard and what was meant only beside one another."""
    ada, ben = two.ada, two.ben
    two.private.keep(ada, "umbrellastand", "nuisance")
    two.begins(ada, "HHeard")
    with two.unmoved(ben):
        written(
            two, ada, "HHeard", ("moment", "heard"),
            ["Monday. Keys fall into the umbrellastand.", "I'm a nuisance."], "momentSeenBack")
    two.taps(ada, "sendMoment")
    two.hears(ada, "momentSent")
    two.opens(ben, "somethingForYou")
    two.hears(
        ben, "theirMoment", ["umbrellastand"], partner="Ada",
        theirs="Monday. Keys fall into the umbrellastand.")
    two.private.keep(ben, "dentist")
    with two.unmoved(ada):
        two.writes(ben, "I was late for the dentist.", "meaningSeenBack", partner="Ada")
        two.taps(ben, "sendMeaning")
        two.hears(ben, "meaningLies")
    two.next_day()
    for phone, word in ((ada, "dentist"), (ben, "nuisance")):
        two.opens(phone, "somethingForYou")
        shown = two.hears(phone, "hereAreBoth", [word])
        if not all(word in shown["text"] for word in ("umbrellastand", "nuisance", "dentist")):
            raise Mismatch(f"{phone.name} isn't shown the pair: {shown['text']!r}")
        two.hears(phone, "whatStays")
        two.taps(phone, "justKeep")
        two.hears(phone, "settled")


def match(two):
    """Each marks; the other hears nothing of it, and sees no mark when they mark their own."""
    lists = []
    for phone, marks in ((two.ada, ("kite", "attic")), (two.ben, ("ferry", "soup"))):
        labels = two.wording.questions("HMatch")["some"]["options"]
        two.begins(phone, "HMatch")
        lists.append(two.is_asked(phone, "HMatch", "some"))
        with two.unmoved(two.other(phone)):
            phone.tap(labels[marks[0]], phone.seen)
            two.hears(phone, "chosenSoFar", answer=labels[marks[0]])
            phone.tap(labels[marks[1]], phone.seen)
            two.hears(phone, "marksSeenBack")
            two.taps(phone, "mark")
            two.hears(phone, "marksLie")
    if any(lists[0][part] != lists[1][part] for part in ("text", "keys")):
        raise Mismatch(f"Ben's list isn't as Ada's was: {lists!r}")
    step("Ben's list is as Ada's was")


def talk(two):
    """Times are marked in private; a shared one is named to both, and then the card comes."""
    ada, ben = two.ada, two.ben
    lists = {}
    for phone, marks in ((ada, "23"), (ben, "24")):
        two.begins(phone, "HTalk")
        two.is_asked(phone, "HTalk", "walk")
        with two.unmoved(two.other(phone)):
            two.taps(phone, "findTime")
            lists[phone] = two.hears(phone, "whichTimes")["text"]
            for number in marks:
                phone.tap(number, phone.seen)
                two.hears(phone, "whichTimes")
            two.taps(phone, "timesDone")
            two.hears(phone, "timesNoted")
    if lists[ada] != lists[ben]:
        raise Mismatch(f"Ben's list tells of Ada's marks: {lists[ben]!r}")
    shared = re.search(r"^2\. (.+)$", lists[ada], re.MULTILINE)[1]
    two.next_day()
    for phone in (ada, ben):
        two.opens(phone, "somethingForYou")
        two.hears(phone, "talkNamed", time=shared)
    two.next_day()
    for phone in (ada, ben):
        two.opens(phone, "somethingForYou")
        two.is_asked(phone, "HTalk", "walk")
        two.taps(phone, "talked")
        two.hears(phone, "talkedDone")
        two.is_asked(phone, "HTalk", "line")
    two.private.keep(ada, "horsechestnut")
    two.writes(ada, "The horsechestnut at the corner.", "seenBack", partner="Ben")
    two.taps(ada, "share")
    two.hears(ada, "willBeShared")
    two.taps(ben, "leaveOut")
    two.hears(ben, "enough")
    two.next_day()
    two.catch_up(ben)
    two.private.stays("horsechestnut")
