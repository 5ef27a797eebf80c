"""`backup` and `restore`: a copy of the database, and back."""

import sqlite3
from pathlib import Path

import click

from app.commands.failing import Failed, Wrong, in_words
from app.commands.opening import opened, settings
from app.language import gettext as _
from app.upkeep.backup import back_up, name_for
from app.upkeep.backup import restore as put_back
from app.upkeep.copies import PERSON
from app.upkeep.folder import only_one
from app.upkeep.postgres import ToolError
from app.upkeep.saying import why_not_restored
from app.upkeep.sqlite import BadBackup


@click.command("backup", help=_("Back up the database, even while it is served; prints where the copy is."))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path | None) -> None:
    made = settings()
    to = (file or name_for(made, PERSON)).absolute()
    if made.database_file and to.resolve() == made.database_file.resolve():
        raise Wrong(_("%(file)s is the database itself: name another file.", file=to))
    with opened(made):
        try:
            back_up(made, to)
        except sqlite3.Error as problem:
            raise Failed(_("%(file)s: %(why)s.", file=to, why=problem)) from None
    click.echo(str(to))


@click.command("restore", help=_("Restore the database from a copy; what it replaces is kept."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    made = settings()
    with in_words(made), only_one(made):
        try:
            kept = put_back(file, made, alone=True)
        except BadBackup as problem:
            raise Wrong(why_not_restored(problem, file)) from None
        except ToolError as problem:
            raise Failed(why_not_restored(problem, file)) from None
    click.echo(_("Restored from %(file)s.", file=file))
    if kept:
        click.echo(_("What it replaced is kept in %(file)s.", file=kept))
