"""Where SQLite and PostgreSQL differ, and nothing else: chosen once, by the engine's name.

SQLite keeps one writer at a time. Its own busy wait sleeps up to 100 ms between looks, which made the
slowest saves 24 times as slow as the median; a lock in the process hands the pen on at once.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

WAIT = 5.0  # seconds a save may wait in all: for its turn within this process, then for other processes
WAITING = 8  # saves that may wait at once; the server has more threads, so pages always go on

UNTIL = "askback_until"  # in the info of a connection that will write: until when it may wait for others
Identity = tuple[int, int] | None  # which file a name stands for; None: for none


class StorageError(Exception):
    """The database could not keep a change; nothing of it was kept."""


class Busy(StorageError):
    """Somebody else has been writing for longer than a save may wait."""


class Full(StorageError):
    """The disk did not take it: no room is left, or it fails."""


class ReadOnly(StorageError):
    """The file or its folder may not be written."""


class Damaged(StorageError):
    """The file is no database that can be read."""


class Moved(StorageError):
    """The file is not the one that was opened: what is written now would be lost."""


class Pen:
    """The right to write: one holder, a few who wait, and no longer than a deadline."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(WAITING)

    @contextmanager
    def held(self, until: float) -> Iterator[None]:
        """Hold the pen. Raises Busy where too many wait, or it is not had `until` then (by the monotonic clock)."""
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            if not self._lock.acquire(timeout=max(0.0, until - time.monotonic())):
                raise Busy
            try:
                yield
            finally:
                self._lock.release()
        finally:
            self._places.release()


class Postgres:
    """PostgreSQL has many writers; rows decide among them."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.wait = WAIT
        # It would wait for a lock without end, and it can be set up to call saved what is not on disk yet.
        event.listen(engine, "connect", self._on_connect)

    @contextmanager
    def writing(self) -> Iterator[float]:
        """Until when (by the monotonic clock) what is written now may wait for others."""
        yield time.monotonic() + self.wait

    def _on_connect(self, connection: DBAPIConnection, _record: object) -> None:
        connection.execute(f"SET lock_timeout={int(self.wait * 1000)}").close()
        durable = "SELECT set_config('synchronous_commit', 'on', false)"
        connection.execute(f"{durable} WHERE current_setting('synchronous_commit') = 'off'").close()
        connection.commit()

    def meaning_of(self, error: DBAPIError) -> type[StorageError] | None:
        code = str(getattr(error.orig, "sqlstate", "") or "")
        if code in ("53100", "58030"):  # no room, or the disk fails
            return Full
        # No connection, shutting down, too many at once, a lock, a knot of two writers; without a code it is not there.
        if code.startswith(("08", "53", "55", "57", "40")) or (not code and isinstance(error, OperationalError)):
            return Busy
        return ReadOnly if code in ("25006", "42501") else None


class Sqlite:
    """SQLite as design.md wants it: WAL, every commit synced, foreign keys, writes begun as writes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.wait = WAIT
        self._file = Path(engine.url.database or "")
        self._pen = Pen()
        event.listen(engine, "connect", self._on_connect)
        # No event, though there is one: with any on the engine, each statement of each page looks for all of them.
        engine.dialect.do_begin = self._begin  # type: ignore[assignment, method-assign]

    @contextmanager
    def writing(self) -> Iterator[float]:
        """Hold the pen; gives until when (by the monotonic clock) what is written now may wait for others."""
        until = time.monotonic() + self.wait
        with self._pen.held(until):
            yield until

    def _on_connect(self, connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        # Transactions are ours to begin: the driver's own guessing would begin them too late.
        connection.isolation_level = None
        _wait(connection, self.wait, record.info)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}").close()
        record.info["askback_file"] = _identity(self._file)

    def _begin(self, connection: PoolProxiedConnection) -> None:
        until = connection.info.pop(UNTIL, None)
        if until is not None and connection.info["askback_file"] != _identity(self._file):
            raise Moved
        driver: Any = connection.driver_connection
        _wait(driver, self.wait if until is None else until - time.monotonic(), connection.info)
        driver.execute("BEGIN" if until is None else "BEGIN IMMEDIATE").close()

    def meaning_of(self, error: DBAPIError) -> type[StorageError] | None:
        return meaning_of_sqlite(error.orig)


def meaning_of_sqlite(error: BaseException | None) -> type[StorageError] | None:
    """What SQLite wants to say with an error, where it is about how the data is kept."""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to UTF-8"):
        return Damaged  # a text that is none any more, be it a person's or a name within SQLite's own message
    return {
        sqlite3.SQLITE_BUSY: Busy,
        sqlite3.SQLITE_LOCKED: Busy,
        sqlite3.SQLITE_FULL: Full,
        sqlite3.SQLITE_READONLY: ReadOnly,
        sqlite3.SQLITE_PERM: ReadOnly,
        sqlite3.SQLITE_CANTOPEN: ReadOnly,
        sqlite3.SQLITE_CORRUPT: Damaged,
        sqlite3.SQLITE_NOTADB: Damaged,
        sqlite3.SQLITE_IOERR: Full,
    }.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def _wait(connection: Any, seconds: float, known: dict[Any, Any]) -> None:
    """Let SQLite wait that long, to a tenth of a second; `known` remembers what it was told last."""
    tenths = max(0, ceil(seconds * 10))
    if known.get("askback_wait") != tenths:
        connection.execute(f"PRAGMA busy_timeout={tenths * 100}").close()
        known["askback_wait"] = tenths


def _identity(file: Path) -> Identity:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


Dialect = Sqlite | Postgres


def dialect_of(engine: Engine) -> Dialect:
    """The dialect for `engine`, with its connections prepared."""
    return Sqlite(engine) if engine.dialect.name == "sqlite" else Postgres(engine)
