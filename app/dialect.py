"""Where SQLite and PostgreSQL differ, and nothing else: chosen once, by the engine's name.

SQLite keeps one writer at a time. Its own busy wait sleeps up to 100 ms between looks, which made the
slowest saves 24 times as slow as the median; a lock in the process hands the pen on at once.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, OperationalError

LOCK_WAIT = 5.0  # seconds a save waits for its turn within this process ...
BUSY_WAIT = 5.0  # ... and then for another process; together the deadline of a save
WAITING = 8  # saves that may wait at once; the server has more threads, so pages always go on
WRITE = {"askback_write": True}


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


class Pen:
    """The right to write: one holder, a few who wait, and no longer than a deadline."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(WAITING)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the pen. Raises Busy where too many wait, or one has waited too long."""
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            if not self._lock.acquire(timeout=LOCK_WAIT):
                raise Busy
            try:
                yield
            finally:
                self._lock.release()
        finally:
            self._places.release()


class Postgres:
    """PostgreSQL has many writers; rows decide among them."""

    @contextmanager
    def writing(self) -> Iterator[None]:
        yield

    def prepare(self, engine: Engine) -> None:
        """Nothing to set: its own defaults are durable."""

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

    def __init__(self) -> None:
        self._pen = Pen()

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._pen.held():
            yield

    def prepare(self, engine: Engine) -> None:
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)

    def meaning_of(self, error: DBAPIError) -> type[StorageError] | None:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
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
        }.get(code)


Dialect = Sqlite | Postgres


def dialect_of(engine: Engine) -> Dialect:
    """The dialect for `engine`, with its connections prepared."""
    dialect: Dialect = Sqlite() if engine.dialect.name == "sqlite" else Postgres()
    dialect.prepare(engine)
    return dialect


def _on_connect(connection: DBAPIConnection, _record: object) -> None:
    # Transactions are ours to begin: the driver's own guessing would begin them too late.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={int(BUSY_WAIT * 1000)}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _on_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("askback_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
