"""Where two texts meet: one was saved, another came too late. It is set aside beside the first until a person decides,
and the decision is a save that names the conflict (`conflict`, the id that the refusal gave)."""

from dataclasses import replace

from flask import request
from sqlalchemy import Connection

from app.models import Conflict, Kept, Outdated, Place
from app.models.conflict import Holder, Words, base_of
from app.models.joining import joined


def deciding() -> bool:
    """Whether this save decides a conflict."""
    return bool(request.form.get("conflict"))


def met(
    connection: Connection, whose: Place, outcome: Kept | Outdated, noun: str, field: str, version: int, words: Words
) -> Kept | Outdated:
    """The outcome of a save, with the conflict that it opened or decided; `version` is the one it was written upon."""
    uid = request.form.get("conflict", "")[:64]
    if isinstance(outcome, Kept):
        if not uid or not outcome.row_id:
            return outcome
        held = Holder(noun, outcome.row_id, field)
        return replace(outcome, version=Conflict.settle(connection, whose, held, outcome.version, words, uid))
    if not outcome.row_id:
        return outcome
    held = Holder(noun, outcome.row_id, field)
    base = base_of(connection, whose, held, version)
    halves = zip(base, (outcome.body, outcome.note), words, strict=True)
    return replace(
        outcome,
        conflict=Conflict.set_aside(connection, whose, held, version, words, uid),
        joined=tuple(joined(*half) for half in halves),
    )
