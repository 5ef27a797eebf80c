"""Copies of the database, made through SQLite itself while it is in use, whole before they get their name."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.config import Settings
from app.db import SCHEMA


class BadBackup(Exception):
    """A file that cannot be restored; the argument is a word for why: missing, database, damaged, newer."""


def default_name(settings: Settings) -> Path:
    """A file in `backups/` named by the time; a number is added where that name is taken."""
    stem = datetime.now().astimezone().strftime("askback-%Y%m%d-%H%M%S")
    path, number = settings.backups / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = settings.backups / f"{stem}-{number}.db"
    return path


def back_up(database: Path, to: Path) -> None:
    """A consistent copy of `database` at `to`, on disk when this returns."""
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = to.with_name(f".{to.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as source:
            source.execute("PRAGMA busy_timeout=5000")
            with closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
                # One file is the whole copy: no log beside it.
                copy.execute("PRAGMA journal_mode=DELETE").close()
        unfinished.chmod(0o600)
        _sync(unfinished)
        unfinished.replace(to)
        _sync(to.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def check(file: Path) -> None:
    """Raise BadBackup unless `file` is a whole Askback database that this program understands."""
    if not file.is_file():
        raise BadBackup("missing")
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as source:
            schema = source.execute("SELECT version_num FROM alembic_version").fetchone()
            if schema and schema[0] > SCHEMA:
                raise BadBackup("newer")
            owned = source.execute("SELECT id FROM account").fetchone()
            whole = source.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            dangling = source.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as problem:
        torn = getattr(problem, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT
        raise BadBackup("damaged" if torn else "database") from None
    if dangling or not (whole and schema and owned):
        raise BadBackup("damaged")


def restore(file: Path, settings: Settings) -> Path | None:
    """Put `file` in the place of the database; gives the copy of what it replaced, if there was anything.

    Raises BadBackup; nothing is then changed. No server may run on the data folder meanwhile.
    """
    check(file)
    database = settings.database_file
    assert database is not None
    kept = _keep(database, settings) if database.exists() else None
    coming = database.with_name(f"{database.name}.restored")
    database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    back_up(file.absolute(), coming)
    for beside in ("-wal", "-shm"):
        database.with_name(database.name + beside).unlink(missing_ok=True)
    coming.replace(database)
    _sync(database.parent)
    return kept


def _keep(database: Path, settings: Settings) -> Path:
    kept = default_name(settings)
    kept = kept.with_name(f"replaced-{kept.name}")
    try:
        back_up(database, kept)
    except sqlite3.DatabaseError:
        # What cannot be read as a database is kept as the bytes it is.
        kept = kept.with_suffix(".broken")
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for beside in ("", "-wal"):
            there = database.with_name(database.name + beside)
            if there.exists():
                shutil.copyfile(there, kept.with_name(kept.name + beside))
    return kept


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
