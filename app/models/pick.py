"""A pick: a question that one means to ask in a round. Together they are the round's ask plan, in their order."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Connection,
    Index,
    Row,
    UniqueConstraint,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import ForeignKey

from app.clock import new_uid, now
from app.db import Model
from app.models.item import in_one_workbook
from app.models.order import NotHere
from app.models.place import Place
from app.models.question import Question


class Pick(Model):
    """`position` counts through the plan, gaps allowed; `minutes` is what it takes, empty where it is as in the round.

    A question in the bin keeps its picks, and its place in the plan.
    """

    __tablename__ = "pick"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    question_id: Mapped[int]
    round_id: Mapped[int]
    position: Mapped[int]
    minutes: Mapped[int | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *in_one_workbook("question"),
            CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name="minutes"),
            UniqueConstraint("round_id", "question_id"),
            Index(None, "owner_id", "workbook_id"),
            Index(None, "question_id"),
        )

    @classmethod
    def choose(cls, connection: Connection, question: Place, round_id: int) -> None:
        """Mean to ask it in that round, after what was picked before. Again, it changes nothing."""
        plan = _plan(connection, round_id)
        if not any(row.question_id == question.id for row in plan):
            _add(connection, question, round_id, plan[-1].position + 1 if plan else 0)

    @classmethod
    def drop(cls, connection: Connection, question: Place, round_id: int) -> None:
        """Do not mean to ask it there. Again, it changes nothing."""
        connection.execute(delete(cls).where(cls.question_id == question.id, cls.round_id == round_id))

    @classmethod
    def follow(cls, connection: Connection, question: Place, round_id: int, uid: str) -> None:
        """Ask it right after the picked question of that id, or first (""); it is picked where it was not.

        Raises NotHere where that one is not picked itself. Again, it changes nothing.
        """
        plan = _plan(connection, round_id)
        others = [row for row in plan if row.question_id != question.id]
        place = 0 if not uid else 1 + next((at for at, row in enumerate(others) if row.uid == uid), len(others))
        if place > len(others):
            raise NotHere(uid)
        mine = [row for row in plan if row.question_id == question.id]
        if not mine:
            _add(connection, question, round_id, place)
        _lay(connection, [*others[:place], *mine, *others[place:]], gap=None if mine else place)

    @classmethod
    def take(cls, connection: Connection, question: Place, round_id: int, minutes: int | None) -> None:
        """Say how many minutes it takes; None: as many as any other of the round."""
        here = cls.question_id == question.id, cls.round_id == round_id, cls.minutes.is_distinct_from(minutes)
        connection.execute(update(cls).where(*here).values(minutes=minutes, updated_at=now()))


Plan = Sequence[Row[int, int, int, str]]


def _plan(connection: Connection, round_id: int) -> Plan:
    columns = (Pick.id, Pick.question_id, Pick.position, Question.uid)
    rows = select(*columns).join(Question, Question.id == Pick.question_id).where(Pick.round_id == round_id)
    return connection.execute(rows.order_by(Pick.position, Pick.id)).all()


def _add(connection: Connection, question: Place, round_id: int, position: int) -> None:
    whose = {"uid": new_uid(), "owner_id": question.owner_id, "workbook_id": question.workbook_id}
    connection.execute(insert(Pick).values(**whose, question_id=question.id, round_id=round_id, position=position))


def _lay(connection: Connection, plan: Plan, gap: int | None) -> None:
    """Count the positions through, leaving one out where something new stands; a plan is short."""
    counted = [(place + (gap is not None and place >= gap), row) for place, row in enumerate(plan)]
    moved = [{"pick": row.id, "place": place, "at": now()} for place, row in counted if row.position != place]
    if moved:
        values: dict[str, Any] = {"position": bindparam("place"), "updated_at": bindparam("at")}
        connection.execute(update(Pick).where(Pick.id == bindparam("pick")).values(**values), moved)
