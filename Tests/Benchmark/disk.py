"""What this disk can do: a document of 3 KB written aside, synced, renamed, and its folder synced."""

import os
import time


def bare_saves_per_second(folder, seconds=3):
    """One after the other, with nothing else around them."""
    data = os.urandom(3072)
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    name, aside = os.path.join(folder, "couple.json"), os.path.join(folder, ".aside")
    count, started = 0, time.perf_counter()
    while time.perf_counter() < started + seconds:
        file = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(file, data)
        os.fsync(file)
        os.close(file)
        os.rename(aside, name)
        os.fsync(directory)
        count += 1
    spent = time.perf_counter() - started
    os.close(directory)
    os.unlink(name)
    return count / spent
