#!/usr/bin/env python3
"""M12: several people write at once to a bot whose home server holds back whoever writes quickly.

    TALKABOUTIT_BINARY=… burst.py

The server has the limits that it has when nobody sets anything: of one account ten messages at
once, and then one in five seconds. In each room every question has its answer, in the order in
which they were asked, and no letter stands there twice; in between the bot is stopped and started
again, while the server makes it wait.
"""

import os
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from beginnings import arrive  # noqa: E402 (found only by the line above)
from house import Chat, House, Mismatch, each_once, run  # noqa: E402

# Who asks how much.
PEOPLE = {"Ada": 15, "Ben": 10, "Cleo": 10}
TIME_LIMIT_SECONDS = 600
# So much later than the server allows all may have come.
SLACK_SECONDS = 60


class Writer(threading.Thread):
    """Asks and presses as quickly as the server lets it; `answers` is what that is to bring."""

    def __init__(self, chat):
        super().__init__(daemon=True)
        self.chat, self.answers, self.count = chat, [], PEOPLE[chat.person.name.capitalize()]
        # What is pressed later, whatever is asked meanwhile.
        chat.say("!name First")
        self.asked = chat.hears("First: that's how I'd call you,…")

    def ask(self, text, answer):
        self.answers.append(answer)
        self.chat.say(text)

    def ask_about(self, name):
        self.ask(f"!name {name}", f"{name}: that's how I'd call you,…")

    def press(self, key, answer):
        self.answers.append(answer)
        self.chat.person.react(self.chat.room, self.asked["event_id"], key)

    def run(self):
        for number in range(0, self.count, 5):
            self.ask_about(f"Name{number:02}")
            self.ask("!help", "!today – what is open, or next…")
            if number == 0:
                self.press("1️⃣", "You are Name00 from now on.")
            else:
                self.ask("!status", "You are Name00, on your own here.…")
            self.ask("!answers", "What you have written.…")
            self.ask_about(f"Name{number + 1:02}")


def main():
    # As many a second as the bot sends when nobody says otherwise.
    with House(limits=True, MATRIX_SENDS_PER_SECOND="5") as house:
        house.start()
        chats = [Chat(house, house.person(name)).open() for name in PEOPLE]
        for chat in chats:
            arrive(chat)
        print("three have begun")
        writers = [Writer(chat) for chat in chats]
        begun, before = time.monotonic(), sum(len(chat.all) for chat in chats)
        for writer in writers:
            writer.start()
        time.sleep(20)
        took = house.stop()
        if took > 3:
            raise Mismatch(f"held back by the server, the daemon took {took:.1f} s to stop")
        house.start()
        print(f"stopped in {took:.1f} s while it had to wait, and started again")
        for writer in writers:
            writer.join(240)
            writer.chat.hears(*writer.answers, seconds=300)
        passed = time.monotonic() - begun
        # Nothing more comes.
        for chat in chats:
            chat.hears_nothing(6)
        count = each_once(chats)
        letters = count - before
        if passed > 5 * letters + SLACK_SECONDS:
            raise Mismatch(f"{letters} letters took {passed:.0f} s, one in five seconds is allowed")
        turned_away = house.server.turned_away(house.bot)
        if turned_away < 10:
            raise Mismatch(f"the server told the bot only {turned_away} times to wait")
        print(f"{letters} letters in {passed:.0f} s, in order and each once; the server said"
              f" {turned_away} times that there were too many")
        house.stop()


if __name__ == "__main__":
    run(main, TIME_LIMIT_SECONDS)
