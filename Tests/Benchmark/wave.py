"""The same minute: everybody's card is due at once, while some people write.

    python3 Tests/Benchmark/wave.py --binary …/talkaboutit [--couples 10000] [--kill]

Started by scripts/wave, which builds the release first. The chat platform takes no more than
Telegram does. Prints what was sent a second, how long people who wrote meanwhile waited for their
answer, and the daemon's memory; ends with 1 if anybody got no card or two. With --kill the power
goes in the middle.
"""

import argparse
import concurrent.futures
import os
import shutil
import statistics
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "PowerCut"))

from processes import Daemon, Platform  # noqa: E402

CARD = "A card for today."
TALKERS = 20


class Post:
    """What stands in all chats, looked at a thousand a time."""

    def __init__(self, platform, chats):
        self.platform, self.chats = platform, chats

    def messages(self):
        for start in range(0, len(self.chats), 1000):
            ids = ",".join(str(chat) for chat in self.chats[start:start + 1000])
            for chat in self.platform.ask("GET", f"changes?chats={ids}&after=0")["chats"]:
                yield chat["chat"], [one for one in chat["messages"] if one["bot"]]

    def cards(self):
        return {chat: sum(one["text"].startswith(CARD) for one in messages)
                for chat, messages in self.messages()}


def come(platform, names):
    """People come, and say that they are old enough; returns their chats.

    Some hundreds at a time: of more strangers at once the bot lets some wait in vain, on purpose.
    """
    chats = []
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for start in range(0, len(names), 200):
            chats += come_together(platform, pool, names[start:start + 200])
    return chats


def come_together(platform, pool, names):
    def start(chat):
        platform.ask("POST", f"people/{chat}/start", payload="")

    chats = list(pool.map(
        lambda name: platform.ask("POST", "people", name=name, language="en")["chat"], names))
    list(pool.map(start, chats))
    post = Post(platform, chats)
    greeted, admitted, end = set(), set(), time.time() + 120
    while len(admitted) < len(chats):
        if time.time() > end:
            raise RuntimeError(f"{len(chats) - len(admitted)} of {len(chats)} weren't let in")
        for chat, messages in post.messages():
            if any(one["text"].startswith("Three words") for one in messages):
                admitted.add(chat)
            elif messages and messages[-1]["keyboard"] and chat not in greeted:
                greeted.add(chat)
                platform.ask("POST", f"people/{chat}/press", message=messages[-1]["id"], data="ad")
        time.sleep(0.2)
    return chats


class Talker(threading.Thread):
    """Somebody who writes while the cards go out, and how long they wait."""

    def __init__(self, platform, chat, pause):
        super().__init__(daemon=True)
        self.platform, self.chat, self.pause = platform, chat, pause
        self.waits, self.is_stopped = [], False

    def run(self):
        while not self.is_stopped:
            time.sleep(self.pause)
            version = self.platform.ask("GET", f"changes?chats={self.chat}&after=0")["version"]
            begun = time.time()
            self.platform.ask("POST", f"people/{self.chat}/say", text="/status")
            while not self.is_stopped:
                news = self.platform.ask(
                    "GET", f"changes?chats={self.chat}&after={version}&wait=5")
                version = news["version"]
                if any(one["bot"] and one["text"].startswith("You are")
                       for chat in news["chats"] for one in chat["messages"]
                       if one["date"] >= int(begun) - 1):
                    self.waits.append(time.time() - begun)
                    break


def memory(pid):
    with open(f"/proc/{pid}/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def wave(options, folder):
    platform = Platform(options.binary, folder)
    daemon = Daemon(options.binary, folder, platform)
    # Due some minutes from now, tomorrow: newcomers' first card comes on the day after they came.
    due = time.gmtime(time.time() + 60 * options.minutes)
    daemon.environment |= {
        "TALKABOUTIT_HOUR": f"{due.tm_hour:02}:{due.tm_min:02}", "TALKABOUTIT_LOG_LEVEL": "error"}
    try:
        daemon.start()
        begun = time.time()
        chats = come(platform, [f"N{number}" for number in range(options.couples * 2)])
        print(f"  {len(chats)} people came in {time.time() - begun:.0f} s", file=sys.stderr)
        daemon.end_calmly()
        daemon.environment["TALKABOUTIT_TELEGRAM_SENDS_PER_SECOND"] = str(options.per_second)
        platform.ask("POST", "limits", perSecond=30, burstPerChat=5)
        platform.ask("POST", "next-day")
        last = platform.calls()[-1]["number"]
        daemon.start()
        talkers = [Talker(platform, chat, 10) for chat in chats[:TALKERS]]
        for talker in talkers:
            talker.start()
        writing = {talker.chat for talker in talkers}
        refused, peak, times, looked = 0, 0.0, [], time.time()
        post, killed = Post(platform, chats), not options.kill
        end = time.time() + 60 * options.minutes + 2 * len(chats) / options.per_second + 60
        while time.time() < end:
            time.sleep(0.5)
            if daemon.process.poll() is None:
                peak = max(peak, memory(daemon.process.pid))
            for call in platform.ask("GET", f"calls?after={last}&method=sendMessage")["calls"]:
                last = max(last, call["number"])
                if call["status"] == 429:
                    refused += 1
                elif call["status"] == 200 and int(call["arguments"]["chat_id"]) not in writing:
                    times.append(call["at"])
            if not killed and len(times) > len(chats) / 2:
                daemon.kill()
                daemon.start()
                killed = True
            if time.time() - looked > 10:
                looked = time.time()
                if all(count > 0 for count in post.cards().values()):
                    break
        for talker in talkers:
            talker.is_stopped = True
        for talker in talkers:
            talker.join(10)
        cards = post.cards()
        return report(options, chats, cards, times, refused, peak, talkers)
    finally:
        if daemon.process and daemon.process.poll() is None:
            daemon.end_calmly()
        platform.stop()


def report(options, chats, cards, times, refused, peak, talkers):
    seconds = {}
    for moment in times:
        seconds[int(moment)] = seconds.get(int(moment), 0) + 1
    busy = sorted(seconds.values())[len(seconds) // 10:]
    waits = sorted(wait for talker in talkers for wait in talker.waits)
    none = sum(cards.get(chat, 0) == 0 for chat in chats)
    twice = sum(count > 1 for count in cards.values())
    print(f"| cards due in the same minute | {len(chats)} |")
    print(f"| sent a second: median, most | {statistics.median(busy):.0f}, {busy[-1]} |")
    print(f"| refused by the platform's limits | {refused} |")
    if len(waits) > 1:
        print(f"| answer to somebody who writes meanwhile: p50, p99 of {len(waits)} | "
              f"{statistics.median(waits) * 1000:.0f} ms, "
              f"{statistics.quantiles(waits, n=100)[98] * 1000:.0f} ms |")
    print(f"| memory at most | {peak:.0f} MB |")
    print(f"| people without a card, with two | {none}, {twice} |")
    # A letter sent and not yet marked when the power goes may come once more.
    return none == 0 and twice <= (64 if options.kill else 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--couples", type=int, default=10_000)
    parser.add_argument("--per-second", type=int, default=25)
    parser.add_argument("--minutes", type=int, default=10,
                        help="until the cards are due: everybody must have come by then")
    parser.add_argument("--kill", action="store_true", help="cut the power in the middle")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="wave-")
    try:
        is_well = wave(options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
