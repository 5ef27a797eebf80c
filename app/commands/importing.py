"""`import` and `starter`: workbooks from files, and the founding one."""

import json
from typing import Any

import click

from app.commands.failing import Wrong
from app.commands.files import read_files, shown, watched
from app.commands.opening import opened, plain, settings
from app.db import LOCAL_OWNER
from app.exchange import document as doc
from app.exchange.check import BadFile
from app.exchange.starter import create_starter
from app.exchange.take import Taken, take, unwatched
from app.exchange.unreadable import OtherEncoding
from app.language import gettext as _
from app.markdown import ENCODINGS, Encoding

AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))


@click.command(
    "import",
    help=_(
        "Import Markdown sheets, CSV tables of questions or JSON exports as new workbooks; "
        "a folder stands for those in it, “-” for standard input."
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help=_("Show what would be imported, and change nothing."))
@click.option(
    "--encoding",
    type=click.Choice(ENCODINGS, case_sensitive=False),
    help=_("Read the files that are not UTF-8 in this encoding."),
)
@AS_JSON
@click.option("--into", hidden=True)
def import_files(
    files: tuple[str, ...], dry_run: bool, encoding: Encoding | None, as_json: bool, into: str | None
) -> None:
    if into is not None:
        raise Wrong(_("“%(name)s” is not built yet.", name="--into"))
    read = read_files(files)
    with opened(settings()):
        try:
            taken = take(
                read, LOCAL_OWNER, encoding=encoding, dry_run=dry_run, watch=watched if shown(read) else unwatched
            )
        except OtherEncoding as problem:
            raise Wrong(_with_ways(problem)) from None
        except BadFile as problem:
            raise Wrong(str(problem)) from None
    _tell(taken, as_json=as_json, dry_run=dry_run)


@click.command("starter", help=_("Create the starter workbook."))
@AS_JSON
def starter(as_json: bool) -> None:
    with opened(settings()):
        taken = create_starter(LOCAL_OWNER)
    _tell([taken], as_json=as_json, dry_run=False)


def _with_ways(problem: OtherEncoding) -> str:
    """The sentence, and how the command would read the file."""
    if not problem.encodings:
        return str(problem)
    ways = ", ".join(f"--encoding {name}" for name in problem.encodings)
    return f"{problem} {_('Or say which encoding it is in: %(ways)s.', ways=ways)}"


def _tell(taken: list[Taken], *, as_json: bool, dry_run: bool) -> None:
    if any(one.renamed for one in taken):
        click.echo(_("One of its ids was already in use, so everything in it was given a new one."), err=True)
    if as_json:
        books = [_result(one.workbook, dry_run=dry_run) for one in taken]
        click.echo(json.dumps({"workbooks": books}, ensure_ascii=False, indent=2))
        return
    for one in taken:
        click.echo(f"{'' if dry_run else one.workbook.id}\t{plain(one.workbook.title)}")
    for name in (*doc.LISTS, "steps"):
        if number := sum(doc.counts(one.workbook)[name] for one in taken):
            click.echo(f"{number:>6}  {name}")


def _result(workbook: doc.Workbook, *, dry_run: bool) -> dict[str, Any]:
    return {
        "id": None if dry_run else workbook.id,
        "title": workbook.title,
        "counts": doc.counts(workbook),
        "added": doc.item_count(workbook),
        "changed": 0,
        "moved": 0,
        "removed": 0,
        "unchanged": 0,
        "conflicts": [],
    }
