"""What a phone makes of a room's events: the messages on its screen, and their reactions."""

TEXTS = ("m.text", "m.notice", "m.emote")


def shown(events):
    """Each message as a phone shows it, in order: its text, and its first event.

    The text is that of the newest edit, and "" for a message that was redacted. Edits are no
    messages of their own; one that was redacted before it was seen can't be told from a
    message, since nothing of what it referred to is left.
    """
    gone, messages, edits = redacted(events), [], {}
    for event in events:
        if event["type"] != "m.room.message":
            continue
        relation = event["content"].get("m.relates_to", {})
        if relation.get("rel_type") != "m.replace":
            messages.append(event)
        elif event["event_id"] not in gone:
            # Only the sender's own count.
            new = event["content"].get("m.new_content", {})
            edits[relation["event_id"], event["sender"]] = new
    return [
        ("" if one["event_id"] in gone else
         edits.get((one["event_id"], one["sender"]), one["content"]).get("body", ""), one)
        for one in messages]


def texts(events, sender=None):
    """The texts on the screen in order, of one sender or of all; redacted ones are ""."""
    return [
        text for text, event in shown(events)
        if sender in (None, event["sender"])
        # A redacted message isn't of any kind.
        and event["content"].get("msgtype") in (None, *TEXTS)]


def reactions(events, event_id):
    """The reactions to an event that weren't taken back: by their key, who sent them."""
    gone, found = redacted(events), {}
    for event in events:
        relation = event["content"].get("m.relates_to", {})
        if (event["type"] == "m.reaction" and event["event_id"] not in gone
                and relation.get("event_id") == event_id):
            found.setdefault(relation["key"], []).append(event["sender"])
    return found


def redacted(events):
    """The ids of all events that were redacted, before or after they were seen."""
    found = set()
    for event in events:
        if "redacted_because" in event.get("unsigned", {}):
            found.add(event["event_id"])
        if event["type"] == "m.room.redaction":
            # In the content since version 11 of rooms.
            found.add(event["content"].get("redacts") or event.get("redacts"))
    return found
