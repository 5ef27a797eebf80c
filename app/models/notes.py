"""The notes of a goal or a round: a text with its versions, kept in columns of their own beside what they are about."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, update

from app.clock import now
from app.models.place import Place
from app.models.revision import Kept, Outdated, Revision, is_pause

if TYPE_CHECKING:  # both say their verb through this
    from app.models.goal import Goal
    from app.models.round import Round

NOTES_LIMIT = 100_000  # code points


def annotate(
    connection: Connection,
    model: "type[Goal] | type[Round]",
    place: Place,
    notes: str,
    version: int,
    origin: str = "page",
    *,
    keep: bool = False,
) -> Kept | Outdated:
    """Let the notes read `notes`, if `version` is still the one that was read; the former become a revision.

    `keep` as in `Answer.revise`.
    """
    columns = (model.notes, model.notes_version, model.notes_origin, model.notes_settled_at)
    row = connection.execute(select(*columns).where(model.id == place.id)).one()
    at = now()
    if row.notes == notes:
        return Kept(row.notes_version, row.notes_settled_at, place.id)
    if row.notes_version != version:
        return Outdated(row.notes_version, row.notes, row_id=place.id)
    pause = not keep and row.notes_origin == origin == "page" and is_pause(row.notes, notes, row.notes_settled_at, at)
    settled = row.notes_settled_at if pause and version else at
    told = {"notes": notes, "notes_version": version + 1, "notes_origin": origin, "notes_settled_at": settled}
    connection.execute(update(model).where(model.id == place.id).values(**told, updated_at=at))
    if version and not pause:
        Revision.keep(
            connection,
            place,
            at,
            noun=model.__tablename__,
            row_id=place.id,
            field="notes",
            version=version,
            body=row.notes,
            origin=row.notes_origin,
            written_at=row.notes_settled_at,
        )
    return Kept(version + 1, at, place.id)
