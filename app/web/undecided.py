"""The conflicts nobody decided yet: what each is about, what stands there, and where a decision goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy import Row, literal, null, select

from app.db import read
from app.models import Answer, Conflict, Goal, Mark, Outdated, Question, Round, Signal
from app.models.conflict import Holder, Words, base_of
from app.models.joining import joined
from app.models.place import Place
from app.models.removal import THINGS, Thing
from app.models.round import is_here
from app.web.access import Opened

_THINGS: dict[str, Thing] = {model.__tablename__: model for model in THINGS}


@dataclass(frozen=True)
class Undecided:
    """A text set aside, and the thing it is about. `about` is that thing's head."""

    aside: Row[*tuple[Any, ...]]
    model: Thing
    thing: Row[*tuple[Any, ...]]

    @property
    def uid(self) -> str:
        return str(self.aside.uid)

    @property
    def about(self) -> str:
        return str(self.thing.head)

    @property
    def fields(self) -> dict[str, str]:
        """The text set aside, in the fields it was sent in."""
        if self.aside.field != "wording":
            return {str(self.aside.field): str(self.aside.body)}
        words = {"text": str(self.aside.body)}
        return words | {"note": str(self.aside.note)} if self.model.WORDING[1] else words

    def outcome(self, workbook: Opened) -> Outdated:
        """What a save of the text set aside would meet now."""
        aside, thing = self.aside, self.thing
        held = Holder(aside.noun, aside.row_id, aside.field)
        base = base_of(read(), Place(workbook.owner_id, workbook.id, aside.row_id), held, aside.version)
        halves = zip(base, (thing.body, thing.note), Words(aside.body, aside.note), strict=True)
        both = tuple(joined(*half) for half in halves)
        return Outdated(thing.version, thing.body, thing.note, aside.row_id, aside.uid, both)

    def action(self, workbook: Opened) -> str:
        """Where a decision is sent."""
        told: dict[str, Any] = {"workbook": workbook.uid}
        if self.aside.field == "wording":
            return url_for("sheet.reword", **told, kind=self.model, thing=self.thing.uid)
        if self.aside.field == "notes":
            if self.model is Round:
                return url_for("rounds.notes", **told, round_=self.thing.uid)
            return url_for("goals.notes", **told, goal=self.thing.uid)
        if self.thing.round is not None:
            told["round_"] = self.thing.round
        if self.aside.field == "evidence":
            return url_for("signals.witness", **told, signal=self.thing.uid)
        return url_for("sheet.answer_in_round" if "round_" in told else "sheet.answer", **told, question=self.thing.uid)


def undecided(workbook: Opened) -> list[Undecided]:
    """The open conflicts of a workbook, oldest first; those about what lies in the bin wait there with it."""
    if not workbook.conflicts:
        return []
    return [found for aside in _asides(workbook) if (found := _undecided(aside))]


def undecided_of(workbook: Opened, uid: str) -> Undecided | None:
    """The open conflict of that id."""
    return next((found for found in undecided(workbook) if found.uid == uid), None)


def _asides(workbook: Opened) -> Sequence[Row[*tuple[Any, ...]]]:
    columns = (Conflict.uid, Conflict.noun, Conflict.row_id, Conflict.field, Conflict.version)
    mine = Conflict.owner_id == workbook.owner_id, Conflict.workbook_id == workbook.id
    return read().execute(select(*columns, Conflict.body, Conflict.note).where(*mine).order_by(Conflict.id)).all()


def _undecided(aside: Row[*tuple[Any, ...]]) -> Undecided | None:
    model: Thing = {"answer": Question, "mark": Signal}.get(aside.noun) or _THINGS[aside.noun]
    thing = read().execute(_thing(model, aside.noun, aside.field).where(_holder(aside.noun).id == aside.row_id)).first()
    return Undecided(aside, model, thing) if thing else None


def _holder(noun: str) -> type[Answer] | type[Mark] | Thing:
    return Answer if noun == "answer" else Mark if noun == "mark" else _THINGS[noun]


def _thing(model: Thing, noun: str, field: str) -> Any:
    """What a text is about, and how it reads now."""
    head, tail = (getattr(model, name) if name else literal("") for name in model.WORDING)
    about = model.uid, head.label("head")
    there = model.removal_id.is_(None)
    if noun in ("answer", "mark"):
        said: Any = Answer if noun == "answer" else Mark
        text, of = (said.body, said.question_id) if noun == "answer" else (said.evidence, said.signal_id)
        now = text.label("body"), literal("").label("note"), said.version
        asked = select(*about, Round.uid.label("round"), *now).join(said, of == model.id)
        return asked.outerjoin(Round, Round.id == said.round_id).where(there, is_here(said.round_id))
    if model is Goal or model is Round:
        notes: Any = model
        if field == "notes":
            now = notes.notes.label("body"), literal("").label("note"), notes.notes_version.label("version")
            return select(*about, null().label("round"), *now).where(there)
    worded: Any = model
    now = head.label("body"), tail.label("note"), worded.version
    return select(*about, null().label("round"), *now).where(there)
