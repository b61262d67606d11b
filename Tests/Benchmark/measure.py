"""Measures the daemon and prints a table, ready for the README. Asserts nothing about time.

    python3 Tests/Benchmark/measure.py --binary …/talkaboutit [--couples 1000] [--seconds 10]

Started by scripts/benchmark, which builds the release first.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "PowerCut"))

from couples import places_by_day  # noqa: E402
from disk import bare_saves_per_second  # noqa: E402
from people import Crowd, Talker  # noqa: E402
from processes import Daemon, Platform, stop  # noqa: E402
from wire import Wire  # noqa: E402

TOKEN = "1234567890:AAbbccddeeffgghhiijjkkllmmnnooppqqr"
TICKS = os.sysconf("SC_CLK_TCK")


class House:
    """The daemon at a wire, in a folder of its own."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        self.crowd = Crowd()
        self.wire = self.crowd.wire = Wire(self.crowd.hear)
        self.process = None

    def start(self):
        """Returns the seconds until the first poll came in."""
        self.wire.first_poll = None
        environment = os.environ | {
            "TALKABOUTIT_DATA": os.path.join(self.folder, "data"),
            "TALKABOUTIT_TELEGRAM_TOKEN": TOKEN, "TALKABOUTIT_TELEGRAM_BASE_URL": self.wire.base,
            "TALKABOUTIT_TELEGRAM_SENDS_PER_SECOND": "0", "TALKABOUTIT_ZONE": daytime_zone()}
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [self.binary, "run"], env=environment, stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        if not self.wire.serve(30, lambda: self.wire.first_poll):
            raise RuntimeError("the daemon never polled")
        return self.wire.first_poll - started

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.wire.serve(10, lambda: self.process.poll() is not None)
        stop(self.process)
        self.wire.hang_up()

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def daytime_zone():
    """A zone in which it is about midday: at night the bot holds back what isn't an answer."""
    return places_by_day(time.time())[0][1]


def memory(pid):
    """Resident megabytes: in all, and those that belong to no file."""
    kilobytes = {}
    with open(f"/proc/{pid}/status") as lines:
        for line in lines:
            name, _, value = line.partition(":")
            if name in ("VmRSS", "RssAnon"):
                kilobytes[name] = int(value.split()[0])
    return kilobytes["VmRSS"] / 1024, kilobytes["RssAnon"] / 1024


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def starts(house, times=10):
    """Milliseconds from the start of the process to its first poll."""
    spent = []
    for _ in range(times):
        spent.append(house.start() * 1000)
        house.wire.serve(0.3)
        house.stop()
    return statistics.median(spent)


def idle(house, seconds):
    """Processor seconds and memory of a daemon to which nobody says anything."""
    before = processor_seconds(house.process.pid)
    house.wire.serve(seconds)
    return processor_seconds(house.process.pid) - before, *memory(house.process.pid)


def replies(binary, folder, count):
    """Milliseconds from a person's message to the bot's reply, through the chat platform."""
    platform = Platform(binary, folder)
    daemon = Daemon(binary, folder, platform, daytime_zone())
    try:
        chat = platform.ask("POST", "people", name="Ada", language="en")["chat"]
        daemon.start()
        version, newest, spent = 0, 0, []

        def reply_to(act, **fields):
            nonlocal version, newest
            moment = time.time()
            platform.ask("POST", f"people/{chat}/{act}", **fields)
            while True:
                news = platform.ask("GET", f"changes?chats={chat}&after={version}&wait=5")
                version = news["version"]
                # A message whose buttons were taken off is no reply.
                came = [one for some in news["chats"] for one in some["messages"]
                        if one["bot"] and one["id"] > newest]
                if came:
                    newest = came[-1]["id"]
                    return moment, came[-1]

        _, message = reply_to("start")
        reply_to("press", message=message["id"], data="ad")
        last = platform.calls()[-1]["number"]
        for number in range(count):
            moment, _ = reply_to("say", text="/again") if number % 20 == 19 else reply_to(
                "say", text=f"near, take {number}")
            calls = platform.ask("GET", f"calls?after={last}&method=sendMessage")["calls"]
            last = calls[-1]["number"]
            spent.append((calls[0]["at"] - moment) * 1000)
        return statistics.median(spent), statistics.quantiles(spent, n=100)[98]
    finally:
        if daemon.process:
            stop(daemon.process)
        platform.stop()


def talk(house, chats, seconds):
    """Answers a second, of so many who write as soon as they were answered."""
    talkers = {chat: Talker(house.wire, chat) for chat in chats}
    house.crowd.talkers = talkers
    for talker in talkers.values():
        talker.go()
    house.wire.serve(1)  # warm
    before = sum(talker.answers for talker in talkers.values())
    worked, started = processor_seconds(house.process.pid), time.perf_counter()
    polls = house.wire.polls
    house.wire.serve(seconds)
    spent = time.perf_counter() - started
    answers = sum(talker.answers for talker in talkers.values()) - before
    worked = processor_seconds(house.process.pid) - worked
    polls = house.wire.polls - polls
    for talker in talkers.values():
        talker.is_stopped = True
    house.wire.serve(20, lambda: not any(one.is_waiting for one in talkers.values()))
    house.crowd.talkers = {}
    return answers / spent, worked / max(answers, 1), answers / max(polls, 1)


def measure(options, folder):
    rows = []

    def note(what, figure, aim=""):
        rows.append((what, figure, aim))
        print(f"  {what}: {figure}", file=sys.stderr, flush=True)

    small, large = House(options.binary, os.path.join(folder, "small")), None
    try:
        os.mkdir(small.folder)
        note("start to the first poll, empty folder, median of 10",
             f"{starts(small):.0f} ms", "< 100 ms")
        small.start()
        small.wire.serve(3)
        processor, resident, own = idle(small, options.idle_seconds)
        note("memory, idle, empty folder", f"{resident:.0f} MB ({own:.0f} MB its own)", "< 40 MB")
        note(f"processor time, idle for {options.idle_seconds} s", f"{processor:.2f} s", "0.0 s")
        small.stop()

        os.mkdir(os.path.join(folder, "chat"))
        middle, slow = replies(options.binary, os.path.join(folder, "chat"), options.replies)
        note(f"message to reply, {options.replies} of one chat: p50 / p99",
             f"{middle:.1f} / {slow:.1f} ms")

        large = House(options.binary, os.path.join(folder, "large"))
        os.mkdir(large.folder)
        large.start()
        first, begun = 700_000, time.perf_counter()
        large.crowd.join_couples(first, options.couples)
        took = time.perf_counter() - begun
        large.wire.serve(2)
        note(f"{options.couples} couples come and pair, by the whole conversation",
             f"{took:.1f} s, {memory(large.process.pid)[0]:.0f} MB then")
        large.stop()
        note(f"start to the first poll, {options.couples} couples, median of 5",
             f"{starts(large, 5):.0f} ms", "< 100 ms")
        large.start()
        large.wire.serve(3)
        at_start = processor_seconds(large.process.pid)
        processor, resident, own = idle(large, 20)
        note(f"memory, idle, {options.couples} couples",
             f"{resident:.0f} MB ({own:.0f} MB its own)")
        note(f"processor time, {options.couples} couples: the start / then idle for 20 s",
             f"{at_start:.2f} s / {processor:.2f} s", "– / 0.0 s")

        # On the same disk, before and after: others may be at work on it.
        bare = bare_saves_per_second(large.folder)
        rate, cost, together = talk(large, range(first, first + 100), options.seconds)
        bare = (bare + bare_saves_per_second(large.folder)) / 2
        note("answers a second, 100 chats at once, each durable before its reply",
             f"{rate:.0f} ({cost * 1000:.2f} ms of processor each, {together:.0f} a batch)")
        note("bare saves a second on the same disk (3 KB: write, fsync, rename, fsync of the "
             "folder)", f"{bare:.0f}")
        note("answers for each bare save", f"{rate / bare:.2f}", "> 1")
        large.stop()
        return rows
    finally:
        for house in (small, large):
            if house:
                house.end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--couples", type=int, default=1000)
    parser.add_argument("--replies", type=int, default=500)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--idle-seconds", type=int, default=60)
    parser.add_argument("--folder", help="where the data folders are made: on the disk to measure")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="benchmark-", dir=options.folder)
    load = os.getloadavg()[0]
    try:
        rows = measure(options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("| what | measured | aim |\n|---|---|---|")
    for what, figure, aim in rows:
        print(f"| {what} | {figure} | {aim} |")
    print(f"\n{os.cpu_count()} processors; load average {load:.1f} at the start and "
          f"{os.getloadavg()[0]:.1f} at the end, the measuring itself included.")


if __name__ == "__main__":
    main()
