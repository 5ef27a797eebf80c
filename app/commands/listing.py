"""`list` and `remove`: which workbooks there are, and one of them into the bin."""

import json

import click
from sqlalchemy import select

from app.commands.failing import Wrong
from app.commands.importing import AS_JSON
from app.commands.opening import opened, plain, settings
from app.db import LOCAL_OWNER, db, writing
from app.exchange.give import listing
from app.language import gettext as _
from app.models import Workbook


@click.command("list", help=_("List the workbooks."))
@AS_JSON
def list_workbooks(as_json: bool) -> None:
    with opened(settings()):
        books = listing(LOCAL_OWNER)
    if as_json:
        click.echo(json.dumps({"workbooks": books}, ensure_ascii=False, indent=2))
        return
    for book in books:
        counts = book["counts"]
        assert isinstance(counts, dict)
        said = " ".join(f"{name}={number}" for name, number in counts.items() if number)
        told = (book["id"], book["title"], book["company"] or "", book["state"], said)
        click.echo("\t".join(plain(str(field)) for field in told))


@click.command("remove", help=_("Move a workbook to the bin; on the page it can be put back."))
@click.argument("workbook", metavar="ID")
def remove(workbook: str) -> None:
    with opened(settings()):
        key = found(workbook).id
        with writing() as connection:
            Workbook.remove(connection, key)


def found(uid: str) -> Workbook:
    """The workbook of that id, outside the bin; exit 2 where there is none."""
    statement = select(Workbook).where(Workbook.owner_id == LOCAL_OWNER, Workbook.deleted_at.is_(None))
    # PostgreSQL refuses a NUL in a text; no id holds anything but ASCII.
    workbook = db.session.scalar(statement.where(Workbook.uid == uid)) if uid.isascii() and uid.isprintable() else None
    if workbook is None:
        raise Wrong(_("There is no workbook “%(uid)s”: “askback list” shows which there are.", uid=uid[:64]))
    return workbook
