"""How people begin with the bot, alone and as a couple."""

WELCOME = "I ask the two of you small questions.…1 – I'm 18 or older 2 – Who reads what? 3 – I'm younger…"
THREE_WORDS = "Three words, quickly: intimacy.…1 – Skip 2 – Later 3 – Something lighter 4 – Why this one?"
CLOCK = "My clock says …Is that yours too?…1 – That's right…"
LIKED = "One small thing the other did lately that you liked.…1 – Skip…"
SOMETHING = "Something for you, whenever you like. 1 – Open"


def arrive(chat):
    """Somebody begins alone, by a reaction, a word and a number. Returns their invitation's code."""
    first = chat.hears(WELCOME)
    chat.person.react(chat.room, first["event_id"], "1️⃣")
    chat.hears(THREE_WORDS)
    chat.say("warm, near, slow")
    chat.hears("That's what you wrote: warm, near, slow…1 – Keep to myself 2 – Write it again")
    chat.say("keep to myself")
    chat.hears("Put away.…", CLOCK)
    chat.say("1")
    chat.hears("You can stop here today…1 – Get the link…")
    chat.say("1")
    text = chat.all[-1][0] if chat.hears("Send them this, yourself:…") else ""
    return text.split("!start ")[1].split()[0]


def pair(house, ada, ben, code=None):
    """Ada invites Ben, and both are joined."""
    code = code or arrive(ada)
    ben.hears(WELCOME)
    ben.say(f"!start {code}")
    ben.hears("Ada would like to try this with you…3 – Join 4 – Let it be…")
    ben.say("Join")
    ben.hears("Before you begin:…1 – I'm 18 or older…")
    ben.say("1")
    ben.hears("Thank you. Ada is asked whether it's you,…", THREE_WORDS)
    ada.hears(SOMETHING)
    ada.say("open")
    ada.hears("Someone opened your link. They go by Ben here.…1 – Yes, that's them 2 – No, not them")
    ada.say("1")
    ada.hears("You and Ben are joined.…", LIKED)
    ben.hears(SOMETHING)
    ben.say("1")
    ben.hears("You and Ada are joined.…", LIKED)


def reveal_at_once(*chats):
    """What both shared comes as soon as both are done."""
    for chat in chats:
        chat.say("!time")
        chat.hears("Your card comes at …1 – When both are done")
        chat.say("1")
        chat.hears("…")
        chat.say("!today")
        chat.hears(LIKED)
