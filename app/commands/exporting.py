"""`export`: one workbook as a file."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from app.commands.failing import Failed, Wrong
from app.commands.listing import found
from app.commands.opening import opened, settings
from app.exchange.give import FORMATS, given
from app.exchange.unreadable import NAMES
from app.language import gettext as _

NOT_YET = ("anki", "ics")


@click.command("export", help=_("Write a workbook as Markdown, JSON, CSV or one HTML page."))
@click.argument("workbook", metavar="ID")
@click.option(
    "--format", "form", default="markdown", show_default=True, metavar="|".join(FORMATS), help=_("File format.")
)
@click.option("-o", "output", type=click.Path(dir_okay=False, path_type=Path), help=_("Write to this file."))
@click.option("--rounds", is_flag=True, help=_("Write rounds, answers and evidence into the Markdown too."))
def export(workbook: str, form: str, output: Path | None, rounds: bool) -> None:
    if form in NOT_YET:
        raise Wrong(_("“%(name)s” is not built yet.", name=form))
    if form not in FORMATS:
        raise Wrong(_("“%(name)s” is not a format: choose one of %(formats)s.", name=form, formats=", ".join(FORMATS)))
    with opened(settings()):
        file = given(found(workbook).id, form, rounds=rounds)
    if file.lacked:
        name = NAMES[file.lacked]
        click.echo(
            _("%(encoding)s lacks a character that was added, so the file is in UTF-8.", encoding=name), err=True
        )
    if output is None:
        sys.stdout.buffer.write(file.data)
        sys.stdout.buffer.flush()
    else:
        _write(output, file.data)


def _write(output: Path, data: bytes) -> None:
    """Beside it first, then renamed into place: nobody ever reads half a file."""
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(output)
    except OSError as problem:
        with suppress(OSError):
            beside.unlink()
        raise Failed(_("%(file)s: %(why)s.", file=output, why=problem.strerror or "?")) from None
