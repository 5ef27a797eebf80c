"""Bringing the database up to date: a verified copy first, then every step that is due, or the old database again.

The steps are one transaction. That alone would do, but a step may be written that is not; so whatever fails, or is
killed, gives the copy its place back. A mark beside the database says that an upgrade is under way, and from what.
"""

from pathlib import Path

import msgspec
from sqlalchemy import inspect

from app.config import Settings
from app.db import SCHEMA, db
from app.upkeep import backup, schema
from app.upkeep.copies import UPGRADE
from app.upkeep.folder import served_by, turn


class UpgradeFailed(Exception):
    """The steps could not be taken; the old database is in its place, and `copy` of it is kept."""

    def __init__(self, copy: Path, why: str) -> None:
        super().__init__(copy, why)
        self.copy, self.why = copy, why


class _Mark(msgspec.Struct):
    """What is being done: which copy was made before, the tables there were, and the schema that it shall become."""

    copy: str
    tables: list[str]
    schema: str


def bring_up_to_date(settings: Settings) -> Path | None:
    """Take the steps that are due. Where the last time was cut off, the old database is put back first: then this
    gives the copy it came from.

    Raises UpgradeFailed, NewerSchema, Emptied, AlreadyServed (by a process that needs the schema as it is), and
    whatever a backup or the database raise.
    """
    schema.refuse_emptied(settings)
    mark = settings.data / "upgrade.unfinished"
    if not mark.exists() and schema.is_current():
        return None
    if other := served_by(settings):
        raise other
    with turn(settings, "upgrade"):
        cut_off = _put_back(settings, mark) if mark.exists() else None
        if not schema.is_current():
            _take_steps(settings, mark)
        return cut_off


def _take_steps(settings: Settings, mark: Path) -> None:
    if schema.version() is None:
        schema.upgrade()
        if settings.database_file:
            settings.database_file.chmod(0o600)
        return
    copy = backup.keep(settings, UPGRADE)
    _write(mark, _Mark(str(copy), _tables(), SCHEMA))
    try:
        schema.upgrade()
    except Exception as problem:
        _put_back(settings, mark)
        raise UpgradeFailed(copy, str(problem).split("\n")[0] or type(problem).__name__) from problem
    mark.unlink()


def _put_back(settings: Settings, mark: Path) -> Path | None:
    """The copy that has its place again; None where the steps were all taken before the end came."""
    told = msgspec.json.decode(mark.read_bytes(), type=_Mark)
    finished = schema.version() == told.schema
    copy = Path(told.copy)
    if not finished:
        made = set(_tables()) - set(told.tables)
        db.engine.dispose()
        backup.place_of(settings).put_back(copy, without=made)
    mark.unlink()
    return None if finished else copy


def _tables() -> list[str]:
    return inspect(db.engine).get_table_names()


def _write(mark: Path, told: _Mark) -> None:
    """Written beside, then renamed: it is there as a whole or not at all."""
    beside = mark.with_name(f".{mark.name}")
    beside.write_bytes(msgspec.json.encode(told))
    backup.sync(beside)
    beside.replace(mark)
    backup.sync(mark.parent)
