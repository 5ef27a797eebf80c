"""An answer: Markdown text for one question in one round, or outside any round; and what it said before.

The hot path of the product. It takes ids and issues four small statements, so that a save costs about
what the same save costs by hand (bench/).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import new_uid, now
from app.db import Model, one_of
from app.models.item import Place, in_one_workbook, once_a_round

LIMIT = 100_000  # code points an answer may hold
ORIGINS = ("page", "import", "restore")


@dataclass(frozen=True)
class Kept:
    """The text stands in the database as the person sent it."""

    version: int
    saved_at: datetime


@dataclass(frozen=True)
class Outdated:
    """Another text came first: the one that is kept, and its version."""

    version: int
    body: str


class Answer(Model):
    """One text for (question, round); without a round it is the person's own preparation."""

    __tablename__ = "answer"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    question_id: Mapped[int]
    round_id: Mapped[int | None]
    body: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    first_line: Mapped[int | None]
    last_line: Mapped[int | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *in_one_workbook("question"),
            *once_a_round(cls.__tablename__, "question_id"),
            CheckConstraint("version >= 1", name="version"),
            CheckConstraint(f"length(body) <= {LIMIT}", name="body"),
            Index(None, "owner_id", "workbook_id"),
        )

    @classmethod
    def revise(
        cls, connection: Connection, question: Place, round_id: int | None, body: str, version: int
    ) -> Kept | Outdated:
        """Let the answer read `body`, if `version` is still the one that was read; the former text becomes a revision.

        The same text again is as saved, whatever the version: a repeated request changes nothing.
        """
        current = _OUTSIDE if round_id is None else _IN_ROUND
        kept = connection.execute(current, {"question_id": question.id, "round_id": round_id}).first()
        at = now()
        if kept is None:
            if not body:
                return Kept(0, at)
            if version != 0:
                return Outdated(0, "")
            row = {
                "question_id": question.id,
                "round_id": round_id,
                "body": body,
                "version": 1,
                "uid": new_uid(),
            }
            whose = {"owner_id": question.owner_id, "workbook_id": question.workbook_id}
            connection.execute(_FIRST, row | whose | {"created_at": at, "updated_at": at})
            return Kept(1, at)
        if kept.body == body:
            return Kept(kept.version, kept.updated_at)
        if kept.version != version:
            return Outdated(kept.version, kept.body)
        connection.execute(_NEXT, {"answer": kept.id, "read": version, "body": body, "at": at})
        former = {
            "answer_id": kept.id,
            "version": version,
            "body": kept.body,
            "origin": "page",
            "uid": new_uid(),
        }
        connection.execute(_FORMER, former | {"owner_id": question.owner_id, "created_at": at, "updated_at": at})
        return Kept(version + 1, at)


class AnswerRevision(Model):
    """What an answer said in a former version."""

    __tablename__ = "answer_revision"

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id", ondelete="CASCADE"), sort_order=-4)
    version: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(String(8), default="page")

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (UniqueConstraint("answer_id", "version"), one_of("origin", ORIGINS))


# Made once: building a statement costs more than running it.
_KEPT = select(Answer.id, Answer.version, Answer.body, Answer.updated_at).where(
    Answer.question_id == bindparam("question_id")
)
_IN_ROUND = _KEPT.where(Answer.round_id == bindparam("round_id"))
_OUTSIDE = _KEPT.where(Answer.round_id.is_(None))
_FIRST = insert(Answer).inline()
_NEXT = (
    update(Answer)
    .where(Answer.id == bindparam("answer"), Answer.version == bindparam("read"))
    .values(body=bindparam("body"), version=bindparam("read") + 1, updated_at=bindparam("at"))
)
_FORMER = insert(AnswerRevision).inline()
