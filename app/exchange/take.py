"""Taking files in: read them all, check them all, then write them in one transaction, or nothing."""

import codecs
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from app.db import writing
from app.exchange import document as doc
from app.exchange.check import BadFile, cannot_hold, from_json, rename, unlike_itself
from app.exchange.from_csv import from_csv
from app.exchange.load import load
from app.exchange.markdown import NOTHING_TOLD, comes_back, file_of, from_markdown, to_markdown
from app.exchange.store import store
from app.exchange.unreadable import check_text, text_of
from app.language import gettext as _
from app.markdown import Encoding, Told, remembering
from app.models import Account, Workbook
from app.models.answer import LIMIT as ANSWER_LIMIT

LIMIT = 10 * 1_048_576  # bytes of one file
Watch = Callable[[Sequence[Any]], Iterable[Any]]


class Sent(NamedTuple):
    """A file on its way in; `told` is what a person says that sections of it hold."""

    name: str
    data: bytes
    told: Told = NOTHING_TOLD


@dataclass(frozen=True)
class Taken:
    """A workbook that came in; `renamed` where its ids were taken and it got new ones."""

    workbook: doc.Workbook
    renamed: bool = False


def unwatched(things: Sequence[Any]) -> Iterable[Any]:
    """Each thing in turn, with nobody looking on."""
    return things


def take(
    files: Sequence[Sent],
    owner_id: int,
    *,
    encoding: Encoding | None = None,
    dry_run: bool = False,
    watch: Watch = unwatched,
) -> list[Taken]:
    """Import files as new workbooks, those that are not UTF-8 in `encoding`; `watch` sees each go by.

    Raises BadFile; nothing is then changed.
    """
    with remembering():
        exports = [read_file(sent, encoding) for sent in watch(files)]
        if dry_run:
            return [Taken(workbook) for export in exports for workbook in export.workbooks]
        with writing() as connection:
            return [taken for export in watch(exports) for taken in _store(connection, owner_id, export)]


def add(workbook: doc.Workbook, owner_id: int) -> Taken:
    """Store a workbook made here, unless there is one of its id: a repeated request adds nothing."""
    with writing() as connection:
        # Two senders of one workbook take turns on PostgreSQL; SQLite has one writer anyway.
        connection.execute(select(Account.id).where(Account.id == owner_id).with_for_update(key_share=True))
        known = select(Workbook.id).where(Workbook.owner_id == owner_id, Workbook.uid == workbook.id)
        if connection.scalar(known) is None:
            _verify(connection, store(connection, owner_id, workbook), workbook)
    return Taken(workbook)


def read_file(sent: Sent, encoding: Encoding | None) -> doc.Export:
    """What a file holds. Raises BadFile."""
    name, data = sent.name, sent.data
    title = PurePath(name).stem
    if len(data) > LIMIT:
        raise BadFile(_("“%(name)s” is larger than 10 MB, the limit for an import.", name=name))
    if not data.strip():
        raise BadFile(_("“%(name)s” is empty: there is nothing to import.", name=name))
    form = form_of(sent)
    if form == "export":
        return from_json(data)
    encoding = check_text(name, data, encoding)
    if form == "table":
        workbook = from_csv(text_of(data, encoding), name, title or _("Untitled"))
    else:
        workbook = _sheet(sent, title, encoding)
        workbook.title = workbook.title or title or _("Untitled")
    if too_long := next((q.number or q.text for q in workbook.questions for a in q.answers if _is_too_long(a)), None):
        raise BadFile(_("The answer to “%(question)s” is longer than 100,000 characters.", question=too_long[:60]))
    return doc.Export(format="askback", version=1, workbooks=[workbook])


def _sheet(sent: Sent, title: str, encoding: Encoding | None) -> doc.Workbook:
    workbook = from_markdown(sent.data, title, encoding)
    if to_markdown(workbook) != file_of(workbook):
        raise BadFile(unlike_itself(sent.name))
    if not sent.told:
        return workbook
    workbook = from_markdown(sent.data, title, encoding, sent.told)
    if not comes_back(workbook):
        raise BadFile(cannot_hold(sent.name))
    return workbook


def _is_too_long(answer: doc.Answer) -> bool:
    return len(answer.body) > ANSWER_LIMIT


def form_of(sent: Sent) -> Literal["export", "table", "sheet"]:
    """What a file is taken for: by its name, or because it begins like our JSON."""
    name, begin = sent.name.casefold(), sent.data[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    if name.endswith(".json") or (begin[:1] == b"{" and b'"askback"' in begin):
        return "export"
    return "table" if name.endswith((".csv", ".tsv")) else "sheet"


def _store(connection: Connection, owner_id: int, export: doc.Export) -> list[Taken]:
    renamed = False
    try:
        with connection.begin_nested():
            keys = [store(connection, owner_id, workbook) for workbook in export.workbooks]
    except IntegrityError:  # one of its ids is taken, so all of it gets new ones
        rename(export)
        renamed = True
        keys = [store(connection, owner_id, workbook) for workbook in export.workbooks]
    for key, workbook in zip(keys, export.workbooks, strict=True):
        _verify(connection, key, workbook)
    return [Taken(workbook, renamed) for workbook in export.workbooks]


def _verify(connection: Connection, key: int, workbook: doc.Workbook) -> None:
    """What was written must give the same file as what was read, or none of it stays."""
    if to_markdown(load(connection, key)) != to_markdown(workbook):
        raise BadFile(unlike_itself(workbook.title))
