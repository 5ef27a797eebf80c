"""Whether a SQLite file is whole, looked at without changing it. Each function gives what is wrong, in SQLite's or our
words; nothing where nothing is."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table

from app.db import Model
from app.language import gettext as _
from app.upkeep.copies import Copy
from app.upkeep.sqlite import reading

# What changes without the row counting as changed: its place among others, and its way into the bin and out again.
PASSING = {"position", "gone", "deleted_at", "restored_at"}
SHOWN = 3  # of many things that are wrong


def torn(file: Path) -> list[str]:
    """What SQLite finds wrong with its pages, and texts that are no text any more."""
    try:
        if not file.exists():
            return [_("There is no file %(file)s.", file=file)]
        if file.stat().st_size == 0:
            return [_("%(file)s is empty.", file=file)]
        with reading(file) as database:
            found = [str(line) for (line,) in database.execute(f"PRAGMA integrity_check({SHOWN})") if line != "ok"]
            if found:
                return found
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            if "alembic_version" not in tables:
                return [_("%(file)s is not an Askback database.", file=file)]
            for table in tables:
                for _row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 -- a name of its own
                    pass  # every text of it can be read
    except (sqlite3.Error, OSError, UnicodeDecodeError) as problem:
        return [str(problem)]
    return []


def dangling(file: Path) -> list[str]:
    """The tables with rows that refer to what is not there."""
    with reading(file) as database:
        rows = database.execute("PRAGMA foreign_key_check").fetchall()
    return sorted({f"{table} → {parent}" for table, _rowid, parent, _key in rows})


def altered(file: Path, copy: Copy) -> list[str]:
    """The tables with a row that is not what `copy` (of the same schema) has, though nobody changed it since."""
    before = copy.made.astimezone().timestamp() - 2  # instants have whole seconds, and the copy took a moment
    found = []
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
        database.execute("ATTACH ? AS kept", (f"{copy.path.as_uri()}?mode=ro",))
        for table in Model.metadata.sorted_tables:
            if database.execute(_altered(table), (before,)).fetchone():
                found.append(table.name)
    return found


def _altered(table: Table) -> str:
    asked = [column.name for column in table.columns if column.name not in PASSING]
    differs = " OR ".join(f'now."{name}" IS NOT kept."{name}"' for name in asked)
    return (
        f"SELECT 1 FROM main.{table.name} AS now JOIN kept.{table.name} AS kept"  # noqa: S608 -- names of our own
        " ON now.id = kept.id AND now.uid = kept.uid AND now.updated_at = kept.updated_at"
        f" WHERE CAST(strftime('%s', kept.updated_at) AS INTEGER) < ? AND ({differs}) LIMIT 1"
    )
