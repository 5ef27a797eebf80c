"""A step: a checkbox beneath a goal or a task, as deep as the file goes."""

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item
from app.models.place import Place


class Step(Item):
    """It belongs to one goal or one task, and perhaps to a step above it; its state is its own, never derived."""

    __tablename__ = "step"

    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("step.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(Text)
    done: Mapped[bool] = mapped_column(default=False)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            CheckConstraint("(goal_id IS NULL) <> (task_id IS NULL)", name="goal_or_task"),
            Index(None, "goal_id"),
            Index(None, "task_id"),
        )

    @classmethod
    def tick(cls, connection: Connection, step: Place, done: bool) -> None:
        """Say whether it is done."""
        cls.put(connection, step, done=done)
