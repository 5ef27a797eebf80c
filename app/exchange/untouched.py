"""The promise that an unedited import comes out as it went in, asked of the workbooks that are there."""

import re

from sqlalchemy import Connection, Select, exists, or_, select

from app.exchange.load import load
from app.exchange.markdown import written
from app.models import ELEMENTS, Answer, Element, Removal, Revision, Workbook

_BOX = re.compile(rb"\[[ xX]\]")  # a tick leaves no other trace in the second of the import


def unlike_their_source(connection: Connection) -> list[str]:
    """The titles of workbooks that nobody edited and whose sheet is not the file it came from, byte for byte."""
    found = []
    for key, title, source in connection.execute(_untouched()):
        data = written(load(connection, key))[0]
        if source and data != source and _BOX.sub(b"[ ]", data) != _BOX.sub(b"[ ]", source):
            found.append(title)
    return found


def _untouched() -> Select[int, str, bytes | None]:
    """Workbooks with a source in which no thing was made, changed, moved or deleted since they came in."""
    kinds: tuple[type[Element] | type[Answer], ...] = (*ELEMENTS, Answer)
    touched = [
        exists().where(
            model.workbook_id == Workbook.id, or_(model.origin != "import", model.updated_at > model.created_at)
        )
        for model in kinds
    ]
    told = [exists().where(model.workbook_id == Workbook.id) for model in (Removal, Revision)]
    whole = select(Workbook.id, Workbook.title, Workbook.source).where(Workbook.source.is_not(None))
    return whole.where(~or_(*touched, *told, Workbook.updated_at > Workbook.created_at))
