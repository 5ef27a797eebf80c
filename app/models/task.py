"""A task: any other checkbox of the sheet."""

from sqlalchemy import Connection, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item
from app.models.place import Place


class Task(Item):
    """Something to do that is no goal: documents to bring, things to look up."""

    __tablename__ = "task"

    text: Mapped[str] = mapped_column(Text)
    done: Mapped[bool] = mapped_column(default=False)

    @classmethod
    def tick(cls, connection: Connection, task: Place, done: bool) -> None:
        """Say whether it is done."""
        cls.put(connection, task, done=done)
