"""`backup` and `restore`: a copy of the database, and back."""

import sqlite3
from pathlib import Path

import click

from app.commands.opening import Failed, Wrong, only_one, opened, settings
from app.config import Settings
from app.language import gettext as _
from app.upkeep.backup import BadBackup, back_up, default_name
from app.upkeep.backup import restore as put_back


@click.command("backup", help=_("Back up the database, even while it is served; prints where the copy is."))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path | None) -> None:
    made = settings()
    database = _file_of(made)
    to = (file or default_name(made)).absolute()
    if to.resolve() == database.resolve():
        raise Wrong(_("%(file)s is the database itself: name another file.", file=to))
    with opened(made):
        try:
            back_up(database, to)
        except sqlite3.Error as problem:
            raise Failed(_("%(file)s: %(why)s.", file=to, why=problem)) from None
    click.echo(str(to))


@click.command("restore", help=_("Restore the database from a copy; what it replaces is kept."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    made = settings()
    _file_of(made)
    with only_one(made):
        try:
            kept = put_back(file, made)
        except BadBackup as problem:
            raise Wrong(_why(str(problem), file)) from None
        except OSError as problem:
            raise Failed(_("%(file)s: %(why)s.", file=problem.filename or file, why=problem.strerror or "?")) from None
        except sqlite3.Error as problem:
            raise Failed(_("%(file)s: %(why)s.", file=file, why=problem)) from None
    click.echo(_("Restored from %(file)s.", file=file))
    if kept:
        click.echo(_("What it replaced is kept in %(file)s.", file=kept))


def _file_of(made: Settings) -> Path:
    if made.database_file is None:
        raise Wrong(_("Only SQLite databases are copied here; for PostgreSQL use pg_dump and pg_restore."))
    return made.database_file


def _why(word: str, file: Path) -> str:
    return {
        "missing": _("There is no file %(file)s.", file=file),
        "database": _("%(file)s is not an Askback database.", file=file),
        "damaged": _("%(file)s is damaged, so nothing was replaced.", file=file),
        "newer": _("%(file)s was made by a newer Askback: update Askback first.", file=file),
    }[word]
