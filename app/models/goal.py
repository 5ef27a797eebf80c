"""A goal: something to learn, by a horizon. Its steps stand beneath it."""

from datetime import date, datetime

from sqlalchemy import Connection, String, Text, update
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import one_of
from app.models.item import Item, Place

HORIZONS = ("short", "mid", "long")


class Goal(Item):
    """`done_at` tells when it was ticked here; a box that came ticked from the file has none."""

    __tablename__ = "goal"

    text: Mapped[str] = mapped_column(Text)
    horizon: Mapped[str | None] = mapped_column(String(8))
    done: Mapped[bool] = mapped_column(default=False)
    done_at: Mapped[datetime | None]
    due_on: Mapped[date | None]
    notes: Mapped[str] = mapped_column(Text, default="")

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (*super().constraints(), one_of("horizon", HORIZONS))

    @classmethod
    def tick(cls, connection: Connection, goal: Place, done: bool) -> None:
        """Say whether it is reached; a goal that is done already keeps the time it was."""
        if done:
            connection.execute(
                update(cls).where(cls.id == goal.id, ~cls.done).values(done=True, done_at=now(), updated_at=now())
            )
        else:
            cls.put(connection, goal, done=False, done_at=None)
