"""Judges what was recorded of a run: pure, so that it can be given false records, too.

`complaints` names everything that is wrong; `false_records` makes records that are each wrong in
one way, every one of which must be complained about: else the judge sleeps.
"""

import copy
from collections import Counter, defaultdict

# The marks of what was sent are saved within half a second; a copy after longer is a fault.
MARKED_WITHIN_SECONDS = 5
# How far a send that was held back may end after the daemon's death.
HELD_BACK_SECONDS = 1


class Record:
    """What a run left behind."""

    def __init__(self, phones, sends, kills, logs, unspeakable, died_alone, last_exit, check_exit,
                 neutral):
        self.phones = phones          # as `phone_record` makes them
        self.sends = sends            # every call that put something into a chat, in order
        self.kills = kills            # moments, in seconds
        self.files = b""              # names and contents of all files, and the command line
        self.logs = logs              # everything that was written to standard error
        self.unspeakable = unspeakable  # what no log may contain
        self.died_alone = died_alone  # runs that ended before they were killed
        self.last_exit, self.check_exit = last_exit, check_exit
        self.neutral = neutral        # the line that only says that something is there


def phone_record(phone):
    return {
        "chat": str(phone.chat), "name": phone.name, "partner": str(phone.partner.chat),
        "done": phone.is_done, "unread": len(phone.waiting) + len(phone.lying),
        "took": list(phone.took), "opened": phone.opened,
        "answers": {name: "\n".join(texts) for name, texts in phone.answers.items()},
        "read back": dict(phone.read_back), "secrets": dict(phone.secrets)}


def complaints(record):
    """Everything that is wrong, in words without anyone's words."""
    found = []
    if record.died_alone:
        found.append(f"the daemon died by itself: {record.died_alone}")
    if record.last_exit != 0:
        found.append(f"the last run ended with {record.last_exit} when it was told to stop")
    if record.check_exit != 0:
        found.append("`talkaboutit check` finds a mistake in the data folder")
    for word in record.unspeakable:
        if word.encode() in record.logs:
            found.append("a log holds a token, a name or somebody's words")
            break
    for word in record.unspeakable:
        if word.encode() in record.files:
            found.append("a file, its name or the command line shows a token, a name or words")
            break
    if b" error " in record.logs or b" critical " in record.logs or b"Fatal" in record.logs:
        found.append("a log tells of an error")
    by_chat = defaultdict(list)
    for send in record.sends:
        by_chat[send["chat"]].append(send)
    for phone in record.phones:
        sends = by_chat[phone["chat"]]
        found += unfinished(phone) + lost_answers(phone) + not_as_played(phone, sends, record.neutral)
        found += copies(phone, sends, record)
    return found + told_too_early(record)


def unfinished(phone):
    if not phone["done"]:
        last = (phone["took"] or ["nothing"])[-1]
        return [f"{phone['name']} still waits; what came last begins with {last[:40]!r}"]
    return [f"{phone['name']} was told what nobody expected"] if phone["unread"] else []


def lost_answers(phone):
    """Every answer that was seen back stands on the disk, byte for byte."""
    found = []
    if len(phone["read back"]) != len(phone["answers"]):
        found.append(f"{phone['name']} has {len(phone['answers'])} answers, /answers knows "
                     f"{len(phone['read back'])}")
    for name, answer in phone["answers"].items():
        # Above or below it stands how things are with it.
        shown = f"\n\n{phone['read back'].get(f'an.{name}.1', '')}\n\n".encode()
        if f"\n\n{answer}\n\n".encode() not in shown:
            found.append(f"the answer of {phone['name']} to {name} is not what was acknowledged")
    return found


def not_as_played(phone, sends, neutral):
    """What came is what the phone's script took, in order: nothing is lost and nothing added."""
    came = list(dict.fromkeys(one["text"] for one in sends if one["text"] != neutral))
    took = list(dict.fromkeys(phone["took"]))
    if came == took:
        return []
    number = next((at for at, two in enumerate(zip(came, took)) if two[0] != two[1]), None)
    if number is None:
        return [f"{phone['name']} was owed {len(took)} texts, and {len(came)} came"]
    return [f"text {number} to {phone['name']} is not the one that was owed"]


def copies(phone, sends, record):
    """Each text came as often as it was owed, and a copy is excused by a kill or a reset."""
    found, came, fresh = [], defaultdict(list), Counter()
    for send in sends:
        came[send["text"], send["keyboard"]].append(send)
    for (text, _), same in came.items():
        fresh[text] += 1 + sum(
            not is_excused(before, after, record.kills) for before, after in zip(same, same[1:]))
    in_all = Counter(send["text"] for send in sends)
    owed = Counter(phone["took"]) + Counter({record.neutral: phone["opened"]})
    for text in in_all:
        if fresh[text] > owed[text]:
            found.append(f"{phone['name']} was told {text[:30]!r} {in_all[text]} times, owed "
                         f"{owed[text]}; no kill or reset excuses that")
        if in_all[text] < owed[text]:
            found.append(f"{phone['name']} was told {text[:30]!r} {in_all[text]} times, owed "
                         f"{owed[text]}")
    return found


def is_excused(before, after, kills):
    return before["status"] == 0 or any(
        before["at"] - HELD_BACK_SECONDS <= kill <= min(
            after["at"], before["at"] + MARKED_WITHIN_SECONDS)
        for kill in kills)


def told_too_early(record):
    """No phone ever shows another's words, except the partner's from the moment both agreed."""
    found = []
    owners = {}
    for phone in record.phones:
        for text, moment in phone["secrets"].items():
            # The mark at its beginning and the one at its end: a part is too much already.
            for mark in (text.split()[0], text.split()[-1]):
                owners[mark] = (phone, moment)
    for send in record.sends:
        for mark in {word for word in send["all"].split() if word in owners}:
            phone, moment = owners[mark]
            if send["chat"] == phone["chat"]:
                continue
            if send["chat"] != phone["partner"]:
                found.append(f"words of {phone['name']} reached a stranger")
            elif moment is None or send["at"] < moment:
                found.append(f"words of {phone['name']} reached their partner before they might")
    return found


def false_records(record):
    """(what is wrong, a record that is wrong in that way), one after the other."""
    def changed(what, change):
        wrong = copy.deepcopy(record)
        change(wrong)
        return what, wrong

    def own(wrong, phone=0):
        return [one for one in wrong.sends if one["chat"] == wrong.phones[phone]["chat"]]

    def drop(wrong):
        lost = own(wrong)[7]["text"]
        wrong.sends = [one for one in wrong.sends if one["text"] != lost]

    def drop_neutral(wrong):
        lost = next(one for one in wrong.sends if one["text"] == wrong.neutral)
        wrong.sends = [one for one in wrong.sends
                       if (one["chat"], one["keyboard"]) != (lost["chat"], lost["keyboard"])]

    def swap(wrong):
        first, second = (wrong.sends.index(own(wrong)[number]) for number in (0, 4))
        wrong.sends[first], wrong.sends[second] = wrong.sends[second], wrong.sends[first]

    def say_twice(wrong):
        late = max(send["at"] for send in wrong.sends) + MARKED_WITHIN_SECONDS + 60
        wrong.kills = wrong.kills + [late - 1]
        wrong.sends.append({**own(wrong)[-1], "at": late})

    def say_twice_at_once(wrong):
        one = own(wrong)[-1]
        wrong.sends.append({**one, "at": one["at"] + 0.1})

    def forget(wrong):
        wrong.phones[1]["read back"].popitem()

    def alter(wrong):
        name, answer = next(iter(wrong.phones[1]["answers"].items()))
        shown = wrong.phones[1]["read back"]
        shown[f"an.{name}.1"] = shown[f"an.{name}.1"].replace(answer, answer[:-1] + "g")

    def add_a_word(wrong):
        name = next(iter(wrong.phones[0]["answers"]))
        wrong.phones[0]["answers"][name] += "\u0301"

    def reveal_early(wrong):
        # Whoever was shown something: not every couple releases both answers of a round.
        for number in range(len(wrong.phones)):
            secrets = wrong.phones[number ^ 1]["secrets"]
            theirs = {text.split()[0] for text, moment in secrets.items() if moment}
            for one in own(wrong, number):
                if theirs & set(one["all"].split()):
                    one["at"] -= 600
                    return

    def show_a_kept_one(wrong):
        kept = next(text for text, moment in wrong.phones[0]["secrets"].items() if moment is None)
        own(wrong, 1)[-1]["all"] += " " + kept.split()[0]

    def show_a_stranger(wrong):
        own(wrong, 2)[-1]["all"] += " " + next(iter(wrong.phones[0]["secrets"])).split()[-1]

    def blab(word):
        def change(wrong):
            wrong.logs += word.encode()
        return change

    def note(name, value):
        return lambda wrong: setattr(wrong, name, value)

    yield changed("a lost message", drop)
    yield changed("a lost neutral line", drop_neutral)
    yield changed("messages out of order", swap)
    yield changed("a copy long after the send was marked", say_twice)
    yield changed("a copy without a kill", say_twice_at_once)
    yield changed("an answer that is gone", forget)
    yield changed("an answer with another letter", alter)
    yield changed("an answer that lost a combining mark", add_a_word)
    yield changed("a reveal before both agreed", reveal_early)
    yield changed("a kept answer in the partner's chat", show_a_kept_one)
    yield changed("an answer in a stranger's chat", show_a_stranger)
    yield changed("words in a log", blab(next(iter(record.phones[0]["secrets"])).split()[0]))
    yield changed("a name in a log", blab(record.phones[0]["name"]))
    yield changed("a token in a log", blab(record.unspeakable[0]))
    yield changed("words in a file", lambda wrong: setattr(
        wrong, "files", wrong.files + next(iter(record.phones[0]["secrets"])).split()[0].encode()))
    yield changed("an error in a log", blab("2026-01-01T00:00:00+0000 error talkaboutit: x"))
    yield changed("a daemon that died", note("died_alone", [(3, 132)]))
    yield changed("a last run that ended badly", note("last_exit", 1))
    yield changed("a folder that is not sound", note("check_exit", 1))
    yield changed("a phone that still waits", lambda wrong: wrong.phones[1].update(done=False))
