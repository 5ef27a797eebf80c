"""A question: what one side asks the other. Its answers stand beside it, one for each round."""

from sqlalchemy import JSON, CheckConstraint, Connection, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import one_of
from app.models.item import Item
from app.models.place import Place

DIRECTIONS = ("ask", "answer")


class Question(Item):
    """`number` is as written in the sheet. `asked` is the state of its box, or empty where it has none."""

    __tablename__ = "question"

    number: Mapped[str | None] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    direction: Mapped[str] = mapped_column(String(8), default="ask")
    priority: Mapped[int | None]
    audience: Mapped[list[str]] = mapped_column(JSON, default=list)
    asked: Mapped[bool | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            one_of("direction", DIRECTIONS),
            CheckConstraint("priority IS NULL OR priority BETWEEN 1 AND 3", name="priority"),
        )

    @classmethod
    def tick(cls, connection: Connection, question: Place, asked: bool) -> None:
        """Say whether it was asked (the state of its box)."""
        cls.put(connection, question, asked=asked)
