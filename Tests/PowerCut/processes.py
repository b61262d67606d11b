"""The two processes of the house: the chat platform, and the daemon that works beside it."""

import http.client
import json
import os
import re
import secrets
import signal
import subprocess
import threading
import time


class Platform:
    """`talkaboutit localchat` as a process of its own, and its control API."""

    def __init__(self, binary, folder, *options):
        self.bot_token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)[:35]}"
        self.page_token = secrets.token_urlsafe(24)
        self.errors = os.path.join(folder, "platform.stderr")
        environment = os.environ | {
            "TALKABOUTIT_LOCALCHAT_TOKEN": self.bot_token,
            "TALKABOUTIT_LOCALCHAT_CONTROL_TOKEN": self.page_token}
        with open(self.errors, "wb") as errors:
            self.process = subprocess.Popen(
                [binary, "localchat", "--port", "0", *options], env=environment, stderr=errors,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.base = self._address()
        self.port = int(self.base.rsplit(":", 1)[1])
        self._own = threading.local()

    def _address(self):
        for line in self.process.stdout:
            found = re.search(r"reach it at: (http://127\.0\.0\.1:\d+)", line.decode())
            if found:
                return found[1]
        raise RuntimeError("the platform did not start")

    def ask(self, verb, path, /, **fields):
        """One request of the control API, on this thread's own connection."""
        body = json.dumps(fields) if verb == "POST" else None
        headers = {"Authorization": f"Bearer {self.page_token}"}
        for attempt in range(2):
            connection = getattr(self._own, "connection", None)
            if connection is None:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
                self._own.connection = connection
            try:
                connection.request(verb, f"/api/{path}", body, headers)
                answer = connection.getresponse()
                data = answer.read()
                break
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                # A kept connection may have been closed; nothing was carried out then.
                connection.close()
                self._own.connection = None
                if attempt:
                    raise
        if answer.status != 200:
            raise RuntimeError(f"the control API refused {verb} {path.split('?')[0]}: {data[:200]}")
        return json.loads(data)

    def calls(self):
        """Every call of the bot's that came in."""
        calls, last = [], 0
        while True:
            news = self.ask("GET", f"calls?after={last}")["calls"]
            if not news:
                return calls
            calls += news
            last = news[-1]["number"]

    def stop(self):
        stop(self.process)


class Daemon:
    """`talkaboutit run`, started and killed again and again in one data folder."""

    def __init__(self, binary, folder, platform, zone="UTC"):
        self.binary, self.folder = binary, folder
        self.environment = os.environ | {
            "TALKABOUTIT_DATA": os.path.join(folder, "data"),
            "TALKABOUTIT_KEYS": os.path.join(folder, "data.keys"),
            "TALKABOUTIT_TELEGRAM_TOKEN": platform.bot_token,
            "TALKABOUTIT_TELEGRAM_BASE_URL": platform.base,
            "TALKABOUTIT_TELEGRAM_SENDS_PER_SECOND": "0",
            "TALKABOUTIT_ZONE": zone, "TALKABOUTIT_LOG_LEVEL": "debug",
            "SWIFT_BACKTRACE": "enable=no"}
        self.process, self.started, self.runs = None, 0.0, 0
        self.died_alone = []
        self.command_line = b""

    def start(self):
        self.runs += 1
        with open(os.path.join(self.folder, f"run-{self.runs:03}.stderr"), "wb") as errors:
            self.started = time.time()
            self.process = subprocess.Popen(
                [self.binary, "run"], env=self.environment, stderr=errors,
                stdin=subprocess.DEVNULL, stdout=errors)
        with open(f"/proc/{self.process.pid}/cmdline", "rb") as file:
            self.command_line += file.read()

    def kill(self):
        """No goodbye, as when the power goes. Returns when it was."""
        if self.process.poll() is not None:
            self.died_alone.append((self.runs, self.process.returncode))
        moment = time.time()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        return moment

    def end_calmly(self):
        """Asks it to stop; returns its exit status."""
        return stop(self.process)

    def check(self):
        """What `talkaboutit check` says of the settings and the folder: its exit status."""
        return subprocess.run(
            [self.binary, "check"], env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=30).returncode


def stop(process):
    """SIGTERM, and after ten seconds SIGKILL. Returns the exit status."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    return process.returncode
