"""A goal: something to learn, by a horizon, and why. Its steps stand beneath it."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model, one_of
from app.models.item import Item
from app.models.notes import annotate
from app.models.place import Place
from app.models.revision import ORIGINS, Kept, Outdated

HORIZONS = ("short", "mid", "long")
REASONS = ("requirement", "strength", "question")


class Goal(Item):
    """`done_at` tells when it was ticked here; a box that came ticked from the file has none.

    `notes_version`, `notes_origin` and `notes_settled_at` are to the notes what an answer has for its body.
    """

    __tablename__ = "goal"

    text: Mapped[str] = mapped_column(Text)
    horizon: Mapped[str | None] = mapped_column(String(8))
    done: Mapped[bool] = mapped_column(default=False)
    done_at: Mapped[datetime | None]
    due_on: Mapped[date | None]
    notes: Mapped[str] = mapped_column(Text, default="")
    notes_version: Mapped[int] = mapped_column(default=0)
    notes_origin: Mapped[str] = mapped_column(String(8), default="page")
    notes_settled_at: Mapped[datetime] = mapped_column(default=now)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            one_of("horizon", HORIZONS),
            one_of("notes_origin", ORIGINS),
            CheckConstraint("notes_version >= 0", name="notes_version"),
        )

    @classmethod
    def tick(cls, connection: Connection, goal: Place, done: bool) -> None:
        """Say whether it is reached; a goal that is done already keeps the time it was."""
        if done:
            connection.execute(
                update(cls).where(cls.id == goal.id, ~cls.done).values(done=True, done_at=now(), updated_at=now())
            )
        else:
            cls.put(connection, goal, done=False, done_at=None)

    @classmethod
    def plan(cls, connection: Connection, goal: Place, due_on: date | None) -> None:
        """Say by which day it is to be reached, or (None) that no day is set."""
        cls.put(connection, goal, due_on=due_on)

    @classmethod
    def annotate(
        cls, connection: Connection, goal: Place, notes: str, version: int, origin: str = "page", *, keep: bool = False
    ) -> Kept | Outdated:
        """What is said about it, as in `app.models.notes`."""
        return annotate(connection, cls, goal, notes, version, origin, keep=keep)


class Reason(Model):
    """Why a goal is one: a requirement it is to meet, a strength it builds on, or a question it answers."""

    __tablename__ = "goal_reason"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    goal_id: Mapped[int]
    requirement_id: Mapped[int | None]
    strength_id: Mapped[int | None]
    question_id: Mapped[int | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *(
                ForeignKeyConstraint(
                    ["workbook_id", f"{noun}_id"], [f"{noun}.workbook_id", f"{noun}.id"], ondelete="CASCADE"
                )
                for noun in ("goal", *REASONS)
            ),
            CheckConstraint(
                " + ".join(f"(CASE WHEN {noun}_id IS NULL THEN 0 ELSE 1 END)" for noun in REASONS) + " = 1",
                name="one",
            ),
            Index(None, "goal_id"),
            Index(None, "owner_id", "workbook_id"),
        )

    @classmethod
    def give(cls, connection: Connection, goal: Place, noun: str, key: int) -> None:
        """Say that this requirement, strength or question is why; the same again changes nothing."""
        known = select(cls.id).where(cls.goal_id == goal.id, getattr(cls, f"{noun}_id") == key)
        if connection.scalar(known) is None:
            whose = {"owner_id": goal.owner_id, "workbook_id": goal.workbook_id, "goal_id": goal.id}
            connection.execute(insert(cls).values(**whose, **{f"{noun}_id": key}))

    @classmethod
    def withdraw(cls, connection: Connection, goal: Place, noun: str, key: int) -> None:
        """Say that it is not why, or not any more."""
        connection.execute(delete(cls).where(cls.goal_id == goal.id, getattr(cls, f"{noun}_id") == key))
