"""Somebody who writes a text with a history, save by save, while time passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, Row, select, update

from app.models import Answer, Goal, Kept, Mark, Outdated, Place, Question, Revision, Signal

Save = tuple[int, str, str]  # so many seconds after the one before, what it says, where from


@dataclass(frozen=True)
class Text:
    """A text that is typed in a box: how it is saved, and where it stands."""

    about: type[Question | Signal | Goal]
    save: Callable[[Connection, Place, str, int, str], Kept | Outdated]
    model: type[Answer | Mark | Goal]
    body: Any
    whose: Any
    times: tuple[str, ...]


TEXTS = {
    "answer": Text(
        Question,
        lambda connection, place, *text: Answer.revise(connection, place, None, *text),
        Answer,
        Answer.body,
        Answer.question_id,
        ("settled_at", "updated_at"),
    ),
    "evidence": Text(
        Signal,
        lambda connection, place, *text: Signal.witness(connection, place, None, *text),
        Mark,
        Mark.evidence,
        Mark.signal_id,
        ("settled_at", "updated_at"),
    ),
    "notes": Text(Goal, Goal.annotate, Goal, Goal.notes, Goal.id, ("notes_settled_at", "updated_at")),
}


@dataclass
class Writing:
    """Somebody who writes one text; what they save is never committed, so that the next one finds nothing."""

    text: Text
    connection: Connection
    place: Place
    version: int = 0

    def save(self, body: str, origin: str = "page", after: int = 0) -> int:
        self.passes(after)
        saved = self.text.save(self.connection, self.place, body, self.version, origin)
        assert isinstance(saved, Kept)
        self.version = saved.version
        return saved.version

    def passes(self, seconds: int) -> None:
        """Time passes: everything was that much longer ago."""
        for model, times in ((self.text.model, self.text.times), (Revision, ("written_at", "created_at"))):
            for row in self.connection.execute(select(model.id, *(getattr(model, name) for name in times))).all():
                ago = {name: getattr(row, name) - timedelta(seconds=seconds) for name in times}
                self.connection.execute(update(model).where(model.id == row.id).values(ago))

    def former(self) -> list[Row[int, str, str, Any]]:
        found = select(Revision.version, Revision.body, Revision.origin, Revision.written_at)
        return list(self.connection.execute(found.order_by(Revision.version)))

    def kept(self) -> set[str]:
        """What can be read: what it says, and what it said before."""
        here = select(self.text.body).where(self.text.whose == self.place.id)
        return {row.body for row in self.former()} | set(self.connection.scalars(here))


@st.composite
def sessions(draw: st.DrawFn) -> list[Save]:
    """What somebody saves, one after the other: mostly writing on, now and then taking back or beginning anew."""
    saves: list[Save] = []
    text = ""
    for _ in range(draw(st.integers(1, 9))):
        match draw(st.sampled_from(("more", "more", "more", "mend", "less", "anew", "empty", "same"))):
            case "more":
                text += draw(st.text("团队代码 abc。", min_size=1, max_size=30))
            case "mend":
                text = text[: len(text) // 2] + "改" + text[len(text) // 2 + 1 :]
            case "less":
                text = text[: draw(st.integers(0, len(text)))]
            case "anew":
                text = draw(st.text("新的文字 xyz", max_size=40))
            case "empty":
                text = ""
        after = draw(st.sampled_from((0, 1, 2, 5, 20, 30, 58, 59, 60, 61, 90, 3600)))
        origin = draw(st.sampled_from(("page",) * 6 + ("import", "restore")))
        saves.append((after, text, origin))
    return saves
