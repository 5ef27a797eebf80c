"""How a SQLite database is copied, checked and put back: through SQLite itself, never by its bytes.

A copy is one read of the database as it was at one moment, and holds every save acknowledged before; putting one back
is one transaction on the living file, so that whoever has it open sees the one state or the other.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.db import SCHEMA
from app.dialect import WAIT, Busy


class BadBackup(Exception):
    """A copy that cannot be used; the argument is a word for why: missing, database, damaged, older, newer, tool."""


class SqliteFile:
    """The database as a file."""

    ending = ".db"

    def __init__(self, file: Path) -> None:
        self.file = file

    def copy(self, to: Path) -> None:
        """A copy of the database as it is now at `to`, one file without a log beside it."""
        with reading(self.file) as source, closing(sqlite3.connect(to)) as copy:
            source.backup(copy, progress=_patient())
            copy.execute("PRAGMA journal_mode=DELETE").close()

    def check(self, file: Path) -> str:
        """The schema of a copy. Raises BadBackup unless it is whole and of no newer Askback."""
        if not file.is_file():
            raise BadBackup("missing")
        try:
            with reading(file) as source:
                schema = source.execute("SELECT version_num FROM alembic_version").fetchone()
                owned = source.execute("SELECT id FROM account").fetchone()
                whole = source.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
            none = getattr(problem, "sqlite_errorcode", 0) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
            raise BadBackup("database" if none else "damaged") from None
        if not (whole and schema and owned):
            raise BadBackup("damaged")
        if schema[0] > SCHEMA:
            raise BadBackup("newer")
        return str(schema[0])

    def put_back(self, file: Path, without: Iterable[str] = ()) -> None:
        """Let the database be what `file` is, in one transaction that is on disk when this returns.

        Nothing else can be in it, so the tables `without` are gone anyway. Raises sqlite3.DatabaseError where what is
        there now is no database that could be written to.
        """
        with reading(file) as source, closing(sqlite3.connect(self.file, timeout=0)) as place:
            for pragma in ("journal_mode=WAL", "synchronous=FULL"):
                place.execute(f"PRAGMA {pragma}").close()
            source.backup(place, progress=_patient())

    def clear_away(self) -> None:
        """Remove what is no database, and the log beside it. Nobody can have such a file open."""
        for beside in ("", "-wal", "-shm"):
            self.file.with_name(self.file.name + beside).unlink(missing_ok=True)


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT)) as connection:
        yield connection


def _patient() -> Callable[[int, int, int], None]:
    """Give up in words where somebody else holds the database for too long: the library would try for ever."""
    until = time.monotonic() + WAIT

    def look(status: int, _remaining: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise Busy

    return look
