"""Starts the built program for a test, and makes sure that it ends with it."""

import ctypes
import os
import queue
import re
import signal
import subprocess
import tempfile
import threading
import time

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


class Program:
    """The program TALKABOUTIT_BINARY names, with a data folder of its own; a context manager.

    `page` is the address it printed, `base` that address without its token, and `token` the
    token. Settings are given by their names without the prefix, such as `zone="UTC"`.
    """

    PATIENCE_SECONDS = 30

    def __init__(self, command, **settings):
        self.binary = os.path.abspath(os.environ["TALKABOUTIT_BINARY"])
        self.command, self.settings = command, settings

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="talkaboutit-test-")
        # None of the settings of whoever runs the test.
        environment = {
            name: value for name, value in os.environ.items()
            if not name.startswith("TALKABOUTIT_")}
        environment["TALKABOUTIT_DATA"] = os.path.join(self.folder.name, "data")
        environment["TALKABOUTIT_LOG_LEVEL"] = "warning"
        environment.update(
            {f"TALKABOUTIT_{name.upper()}": value for name, value in self.settings.items()})
        self.process = subprocess.Popen(
            [self.binary, self.command, "--port", "0"], cwd=self.folder.name, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
            # Whatever becomes of the test, the program doesn't outlive it.
            preexec_fn=lambda: _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL))
        try:
            self.page = self._printed("Open this page: ")
        except BaseException:
            self.__exit__()
            raise
        self.base, self.token = re.fullmatch(r"(http://127\.0\.0\.1:\d+)/#(\S+)", self.page).groups()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.folder.cleanup()

    def _printed(self, beginning):
        lines = queue.Queue()

        def read():
            for line in self.process.stdout:
                lines.put(line.rstrip("\n"))
            lines.put(None)

        threading.Thread(target=read, daemon=True).start()
        end = time.monotonic() + self.PATIENCE_SECONDS
        while True:
            try:
                line = lines.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(f"the program didn't print “{beginning}”") from None
            if line is None:
                raise RuntimeError(f"the program ended with {self.process.wait()}")
            if line.startswith(beginning):
                return line.removeprefix(beginning)
