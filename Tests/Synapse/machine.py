"""What a home server of a test's own needs of this machine: its packages, a folder, a port."""

import contextlib
import fcntl
import os
import random
import socket
import subprocess
import sys

REQUIREMENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "requirements.txt")
INSTALL_SECONDS = 900


def install(environment):
    """Makes the virtual environment, unless it is there and has what is wanted."""
    with open(REQUIREMENTS, encoding="utf-8") as file:
        wanted = f"{sys.version}\n{file.read()}"
    stamp = os.path.join(environment, "installed.txt")
    with _locked(f"{environment}.lock"):
        with contextlib.suppress(FileNotFoundError), open(stamp, encoding="utf-8") as file:
            if file.read() == wanted:
                return
        python = os.path.join(environment, "bin", "python")
        subprocess.run(
            [sys.executable, "-m", "venv", "--clear", environment], check=True, timeout=120)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--no-input", "--only-binary", ":all:", "--requirement", REQUIREMENTS],
            check=True, timeout=INSTALL_SECONDS, stdin=subprocess.DEVNULL)
        # Last, so that what was broken off is begun again.
        with open(stamp, "w", encoding="utf-8") as file:
            file.write(wanted)


@contextlib.contextmanager
def _locked(path):
    """Two tests at once don't both install."""
    with open(path, "w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def in_memory():
    """A folder in memory, where there is one: what is there outlives a killed process too, and
    with nothing to wait for until it is on a disk, the server is three times as fast."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK | os.X_OK) else None


def free_port():
    """A port that nobody listens on, and that no connection is given by the system.

    While the server is down, whoever tries to reach a port of the latter kind may be given that
    very port for its own end, and so speak with itself and keep the server from its place.
    """
    with open("/proc/sys/net/ipv4/ip_local_port_range", encoding="ascii") as file:
        lowest = int(file.read().split()[0])
    for _ in range(100):
        port = random.randrange(min(10_000, lowest - 1), lowest)
        with socket.socket() as probe:
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise RuntimeError("no free port was found")
