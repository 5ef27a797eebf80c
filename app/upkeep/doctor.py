"""What `askback doctor` looks at: named checks, each of which says what it found and, where that is bad, what to do.

It looks without changing anything: a database is not brought up to date, and one that cannot be read is not opened by
what could write to it.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, inspect, select, text
from sqlalchemy.exc import DBAPIError

from app.config import SETTINGS, Settings
from app.db import SCHEMA, Model, db, read
from app.language import gettext as _
from app.models import Account
from app.upkeep import schema
from app.upkeep.backup import check, local_time
from app.upkeep.copies import Copy, copies
from app.upkeep.postgres import ToolError
from app.upkeep.saying import why_not_restored
from app.upkeep.sqlite import BadBackup
from app.upkeep.wholeness import altered, dangling, torn

ROOM = 64 * 2**20  # bytes of free space below which saves may soon fail
STALE = timedelta(days=2)


class Check(NamedTuple):
    """What was looked at, whether it is as it should be, and a sentence: what was found, and what to do."""

    name: str
    ok: bool
    says: str


def integrity(settings: Settings) -> Check:
    """Whether the database can be read to its end. Where it cannot, nothing else should be asked of it."""
    if settings.database_file is None:
        return _server_answers()
    remedy = _("Stop Askback and put a backup in its place: “askback restore” with %(file)s.", file=_a_backup(settings))
    return _found("integrity", _("Every page and every text can be read."), torn(settings.database_file), remedy)


def of_database(settings: Settings) -> Iterator[Check]:
    """What is asked of a database that can be read."""
    remedy = _("Put a backup in its place: “askback restore” with %(file)s.", file=_a_backup(settings))
    if file := settings.database_file:
        yield _found("references", _("What rows refer to is there."), dangling(file), remedy)
        copy = next(iter(copies(settings.backups)), None)
        if copy and is_of_this_schema() and _usable(copy, settings) == SCHEMA:
            good = _("What nobody changed since the newest backup is as it is there.")
            yield _found("unchanged", good, altered(file, copy), remedy)
    yield _schema()
    yield _durability(settings)


def is_of_this_schema() -> bool:
    """Whether the database can be asked what this Askback asks."""
    return schema.version() == SCHEMA and not _lacking()


def of_folder(settings: Settings, environment: Mapping[str, str]) -> Iterator[Check]:
    """What is asked of the data folder and the settings."""
    free = shutil.disk_usage(settings.data).free
    told = _("%(number)s MB are free in %(folder)s.", number=free // 2**20, folder=settings.data)
    yield _found("space", told, [told] if free < ROOM else [], _("Make room there."))
    unknown = sorted(name for name in environment if name.startswith("ASKBACK_") and name not in SETTINGS)
    good = _("Every setting is one that Askback knows.")
    yield _found("settings", good, unknown, _("There are no such settings: see the README."))


def newest_backup(settings: Settings, *, readable: bool) -> Check:
    """Whether there is a whole backup that is not much older than the last change."""
    remedy = _("Make one with “askback backup”.")
    newest = next(iter(copies(settings.backups)), None)
    if newest is None:
        none = _("There is no backup in %(folder)s yet.", folder=settings.backups)
        return _found("backup", none, [none] if not readable or _age() > STALE else [], remedy)
    try:
        check(newest.path, settings)
    except (BadBackup, ToolError) as problem:
        return _found("backup", "", [why_not_restored(problem, newest.path)], remedy)
    told = _("The newest is %(file)s.", file=newest.path)
    late = _last_change(settings) - newest.made > STALE
    return _found("backup", told, [told, _("Much may have changed since.")] if late else [], remedy)


def _found(name: str, good: str, problems: Sequence[str], remedy: str) -> Check:
    told = " ".join((*(problem if problem.endswith(".") else f"{problem}." for problem in problems), remedy))
    return Check(name, not problems, told if problems else good)


def _server_answers() -> Check:
    try:
        for table in ("account", "workbook", "answer"):
            read().execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608 -- names of our own
    except DBAPIError as problem:
        db.session.rollback()
        remedy = _("See that the server runs and that ASKBACK_DATABASE_URL names it.")
        return _found("integrity", "", [str(problem.orig).split("\n")[0]], remedy)
    return Check("integrity", True, _("The database server answers."))


def _schema() -> Check:
    found = schema.version()
    if found is not None and found > SCHEMA:
        return Check(
            "schema", False, _("This database was made by a newer Askback: update Askback, then start it again.")
        )
    if found != SCHEMA:
        return Check("schema", True, _("The schema is brought up to date when Askback starts, after a copy."))
    good = _("It is the schema of this Askback: %(schema)s.", schema=SCHEMA)
    return _found("schema", good, _lacking(), _("These are missing."))


def _lacking() -> list[str]:
    """The tables that are not there; where all are, the columns."""
    there = {name: {c["name"] for c in found} for (_, name), found in inspect(db.engine).get_multi_columns().items()}
    tables = Model.metadata.tables.values()
    return [table.name for table in tables if table.name not in there] or [
        str(column) for table in tables for column in table.columns if column.name not in there[table.name]
    ]


def _durability(settings: Settings) -> Check:
    if settings.database_file:
        mode = read().execute(text("PRAGMA journal_mode")).scalar()
        level = read().execute(text("PRAGMA synchronous")).scalar()
        bad = [] if (mode, level) == ("wal", 2) else [f"journal_mode={mode}, synchronous={level}"]
        return _found("synchronous", "synchronous=FULL, journal_mode=WAL", bad, _("Put the file on a local disk."))
    values = {name: read().execute(text(f"SHOW {name}")).scalar() for name in ("fsync", "synchronous_commit")}
    bad = [f"{name}={value}" for name, value in values.items() if value == "off"]
    return _found("synchronous", "fsync=on, synchronous_commit=on", bad, _("Turn it on in the settings of the server."))


def _a_backup(settings: Settings) -> Path | str:
    """The newest backup that can be restored."""
    return next((copy.path for copy in copies(settings.backups) if _usable(copy, settings)), "FILE")


def _usable(copy: Copy, settings: Settings) -> str | None:
    try:
        return check(copy.path, settings)
    except (BadBackup, ToolError):
        return None


def _age() -> timedelta:
    """How long there has been a database."""
    born = read().execute(select(func.min(Account.created_at))).scalar_one()
    return local_time() - born.astimezone().replace(tzinfo=None)


def _last_change(settings: Settings) -> datetime:
    """When somebody last wrote, as far as that is known: on a server it may always be now."""
    if (file := settings.database_file) is None:
        return local_time()
    log = file.with_name(f"{file.name}-wal")
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in (file, log) if path.exists()))
