"""Bringing a former text back: through the verb that saves such a text, so that the present one becomes a revision."""

from typing import Any

from flask import abort
from sqlalchemy import Connection, Row, Select, and_, bindparam, func, select

from app.history.queries import is_of
from app.models import Answer, Element, Goal, Kept, Mark, Outdated, Place, Revision, Signal

Found = Row[*tuple[Any, ...]]


def find(connection: Connection, model: type[Element], thing: Place, uid: str) -> Found:
    """The revision of that id, if it is of this thing; else 404."""
    which = {"workbook": thing.workbook_id, "noun": model.__tablename__, "thing": thing.id, "uid": uid}
    return connection.execute(_REVISION, which).first() or abort(404)


def restore(connection: Connection, model: type[Element], thing: Place, former: Found, version: int) -> Kept | Outdated:
    """Let the text read as it did, if `version` is still the present one's. The same text again is as saved."""
    match former.field:
        case "body":
            return Answer.revise(connection, thing, former.round_id, former.body, version, "restore")
        case "evidence":
            return Signal.witness(connection, thing, former.round_id, former.body, version, "restore")
        case "notes":
            return Goal.annotate(connection, thing, former.body, version, "restore")
    return model.reword(connection, thing, former.body, former.note, version, "restore")


def _revision() -> Select[*tuple[Any, ...]]:
    answered = and_(Revision.noun == Answer.__tablename__, Answer.id == Revision.row_id)
    seen = and_(Revision.noun == Mark.__tablename__, Mark.id == Revision.row_id)
    return (
        select(
            Revision.uid,
            Revision.field,
            Revision.body,
            Revision.note,
            Revision.written_at,
            func.coalesce(Answer.round_id, Mark.round_id).label("round_id"),
            func.coalesce(Answer.uid, Mark.uid).label("holder"),
        )
        .outerjoin(Answer, answered)
        .outerjoin(Mark, seen)
        .where(
            Revision.workbook_id == bindparam("workbook"),
            Revision.uid == bindparam("uid"),
            is_of(bindparam("noun"), bindparam("thing")),
        )
    )


_REVISION = _revision()
