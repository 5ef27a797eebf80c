"""The data folder is one server's at a time. The lock is the system's own and goes with its process, however that ends;
beside it lies what a second one needs to say where the first is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from filelock import FileLock, Timeout

from app.config import Settings

GLANCE = 0.5  # seconds: whoever only looks whether a server runs holds its lock for a moment
PATIENCE = 60  # seconds to wait for another process to bring the database up to date


class AlreadyServed(Exception):
    """Another process has the data folder: its address (empty while it starts, or where it serves none) and its id."""

    def __init__(self, url: str, pid: str) -> None:
        super().__init__(url, pid)
        self.url, self.pid = url, pid


@contextmanager
def only_one(made: Settings) -> Iterator[None]:
    """Hold the data folder as its one server. Raises AlreadyServed where there is one, and OSError."""
    url, pid = made.data / "server.url", made.data / "server.pid"
    made.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(made.data / "server.lock", timeout=GLANCE)
    try:
        lock.acquire()
    except Timeout:
        raise AlreadyServed(_text(made, "url"), _text(made, "pid")) from None
    try:
        url.unlink(missing_ok=True)  # one that was killed leaves it behind
        pid.write_text(str(os.getpid()))
        yield
    finally:
        with suppress(OSError):  # a folder that cannot be written any more keeps them; the lock is what counts
            url.unlink(missing_ok=True)
            pid.unlink(missing_ok=True)
        lock.release()


def serves_at(made: Settings, url: str) -> None:
    """Tell others where this process serves the folder that it holds."""
    (made.data / "server.url").write_text(url)


def served_by(made: Settings) -> AlreadyServed | None:
    """Who else serves this data folder, if anybody does."""
    if not (made.data / "server.lock").exists() or _text(made, "pid") == str(os.getpid()):
        return None
    try:
        with FileLock(made.data / "server.lock", timeout=0):
            return None
    except Timeout:
        return AlreadyServed(_text(made, "url"), _text(made, "pid"))


@contextmanager
def turn(made: Settings, name: str) -> Iterator[None]:
    """Hold the data folder's lock of that name, so that two programs do not do the same thing at once."""
    with FileLock(made.data / f"{name}.lock", timeout=PATIENCE):
        yield


def _text(made: Settings, what: str) -> str:
    try:
        return (made.data / f"server.{what}").read_text().strip()
    except OSError:
        return ""
