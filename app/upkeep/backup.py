"""Copies of the database, made while it is in use, verified before they get their name, and put back whole."""

import os
import shutil
import sqlite3
import time
from datetime import datetime
from pathlib import Path

from app.clock import now
from app.config import Settings
from app.db import SCHEMA
from app.dialect import Damaged, meaning_of_sqlite
from app.upkeep.copies import REPLACED, copies, free_name, superfluous
from app.upkeep.postgres import PostgresServer
from app.upkeep.sqlite import BadBackup, SqliteFile


def place_of(settings: Settings) -> SqliteFile | PostgresServer:
    """The database that `settings` name, as something to copy and put back."""
    return SqliteFile(settings.database_file) if settings.database_file else PostgresServer(settings.database_url)


def local_time() -> datetime:
    """The clock that copies are named by: the wall's."""
    return now().astimezone().replace(tzinfo=None)


def name_for(settings: Settings, purpose: str) -> Path:
    """The file that a copy made now for `purpose` (app.upkeep.copies) goes to."""
    return free_name(settings.backups, purpose, place_of(settings).ending, local_time())


def back_up(settings: Settings, to: Path) -> None:
    """A consistent copy of the database at `to`, verified and on disk when this returns; else nothing is there.

    Raises BadBackup("damaged") where the database itself is, and sqlite3.Error, OSError, StorageError or ToolError.
    """
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    place, unfinished = place_of(settings), to.with_name(f".{to.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        unfinished.touch(mode=0o600)
        place.copy(unfinished)
        place.check(unfinished)
        sync(unfinished)
        unfinished.replace(to)
        sync(to.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def keep(settings: Settings, purpose: str) -> Path:
    """A copy in the backups folder, made for `purpose`. What it makes superfluous goes, and so does what one that was
    killed left unfinished a day ago. Raises as `back_up`."""
    kept = name_for(settings, purpose)
    back_up(settings, kept)
    old = [path for path in settings.backups.glob(".*.unfinished") if time.time() - path.stat().st_mtime > 86_400]
    for path in (*old, *(copy.path for copy in superfluous(copies(settings.backups), local_time()))):
        path.unlink(missing_ok=True)
    return kept


def check(file: Path, settings: Settings) -> str:
    """The schema of a copy. Raises BadBackup where it cannot be restored into the database of `settings`."""
    return place_of(settings).check(file)


def restore(file: Path, settings: Settings, *, alone: bool) -> Path | None:
    """Let the database be what `file` is; gives the copy of what it replaced, if there was anything.

    `alone`: nobody else has the database open, so that one which SQLite cannot read may be replaced as a file.
    Raises BadBackup (also "older" unless alone: the pages would not understand it) and, as `back_up`, other errors;
    nothing is then changed.
    """
    if check(file, settings) != SCHEMA and not alone:
        raise BadBackup("older")
    place = place_of(settings)
    if isinstance(place, PostgresServer):
        kept = _kept_if_any(settings)
        place.put_back(file)
        return kept
    place.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = set_aside(place, settings) if place.file.exists() else None
    try:
        place.put_back(file)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
        if meaning_of_sqlite(problem) is not Damaged or not alone:
            raise
        place.clear_away()
        place.put_back(file)
    place.file.chmod(0o600)
    sync(place.file.parent)
    return kept


def set_aside(place: SqliteFile, settings: Settings) -> Path:
    """Keep what is there before it is replaced: as a copy, or, where it is no whole database, as the bytes it is."""
    try:
        return keep(settings, REPLACED)
    except (BadBackup, sqlite3.DatabaseError, UnicodeDecodeError):
        kept = name_for(settings, REPLACED).with_suffix(".broken")
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for beside in ("", "-wal"):
            there = place.file.with_name(place.file.name + beside)
            if there.exists():
                shutil.copyfile(there, kept.with_name(kept.name + beside))
        return kept


def _kept_if_any(settings: Settings) -> Path | None:
    """A copy of what is about to be replaced on a server; none where no Askback was there yet."""
    try:
        return keep(settings, REPLACED)
    except BadBackup:
        return None


def sync(path: Path) -> None:
    """Have the disk hold this file, or the names in this folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
