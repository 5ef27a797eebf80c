"""An answer: Markdown text for one question in one round, or outside any round.

The hot path of the product. It takes ids and issues a few small statements, so that a save costs about
what the same save costs by hand (bench/).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Row,
    String,
    Text,
    UniqueConstraint,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import new_uid, now
from app.db import Model, one_of
from app.models.item import in_one_workbook, once_a_round
from app.models.place import Place
from app.models.revision import ORIGINS, Kept, Outdated, Revision, is_pause

LIMIT = 100_000  # code points an answer may hold
OUTCOMES = ("answered", "evaded", "later")


class Answer(Model):
    """One text for (question, round); without a round it is the person's own preparation.

    `origin` is where the present text came from; `settled_at` when it was first written, or last became a revision.
    `outcome` is what became of the question in that round, where a person said so, and `went_badly` that one's own
    answer did. Either may be there before any word, and then `version`, which counts the changes of `body` alone, is 0.
    """

    __tablename__ = "answer"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    question_id: Mapped[int]
    round_id: Mapped[int | None]
    body: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    outcome: Mapped[str | None] = mapped_column(String(8))
    went_badly: Mapped[bool] = mapped_column(default=False)
    first_line: Mapped[int | None]
    last_line: Mapped[int | None]
    origin: Mapped[str] = mapped_column(String(8), default="page")
    settled_at: Mapped[datetime] = mapped_column(default=now)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *in_one_workbook("question"),
            *once_a_round(cls.__tablename__, "question_id"),
            CheckConstraint("version >= 0", name="version"),
            CheckConstraint(f"length(body) <= {LIMIT}", name="body"),
            one_of("origin", ORIGINS),
            one_of("outcome", OUTCOMES),
            Index(None, "owner_id", "workbook_id"),
            UniqueConstraint("workbook_id", "id"),
        )

    @classmethod
    def tells(cls) -> ColumnElement[bool]:
        """Whether it answers the question: said to do so, or a text that nobody calls evasive or left for later."""
        return or_(cls.outcome == "answered", and_(cls.outcome.is_(None), cls.body != ""))

    @classmethod
    def call(cls, connection: Connection, question: Place, round_id: int, outcome: str | None) -> None:
        """Say what became of a question in a round: one of OUTCOMES, or (None) nothing yet. The text stays."""
        _say(connection, question, round_id, outcome=outcome)

    @classmethod
    def regret(cls, connection: Connection, question: Place, round_id: int, went_badly: bool) -> None:
        """Say whether one's own answer went badly in a round. The text stays."""
        _say(connection, question, round_id, went_badly=went_badly)

    @classmethod
    def revise(
        cls,
        connection: Connection,
        question: Place,
        round_id: int | None,
        body: str,
        version: int,
        origin: str = "page",
        *,
        keep: bool = False,
    ) -> Kept | Outdated:
        """Let the answer read `body`, if `version` is still the one that was read; the former text becomes a revision.

        The same text again is as saved, whatever the version: a repeated request changes nothing. `keep` is for a
        decision between two texts: the former one becomes a revision however little was changed.
        """
        current = _OUTSIDE if round_id is None else _IN_ROUND
        kept = connection.execute(current, {"question_id": question.id, "round_id": round_id}).first()
        at = now()
        if kept is None:
            if not body:
                return Kept(0, at)
            if version != 0:
                return Outdated(0, "")
            connection.execute(_FIRST, _first_row(question, round_id, body, origin, at))
            return Kept(1, at)
        if kept.body == body:
            return Kept(kept.version, kept.updated_at, kept.id)
        if kept.version != version:
            return Outdated(kept.version, kept.body, row_id=kept.id)
        begun = kept.version > 0  # an outcome alone is no text that could go on
        pause = (
            begun and not keep and kept.origin == origin == "page" and is_pause(kept.body, body, kept.settled_at, at)
        )
        settled = kept.settled_at if pause else at
        told = {"answer": kept.id, "read": version, "body": body, "origin": origin, "settled": settled, "at": at}
        connection.execute(_NEXT, told)
        if begun and not pause:
            _keep_former(connection, question, kept, at)
        return Kept(version + 1, at, kept.id)


def _say(connection: Connection, question: Place, round_id: int, **said: str | bool | None) -> None:
    """Set what is said beside the text; a row that says nothing any more goes. Again, it changes nothing."""
    kept = connection.execute(_IN_ROUND, {"question_id": question.id, "round_id": round_id}).first()
    at = now()
    if kept is None:
        if any(said.values()):
            connection.execute(_FIRST, _first_row(question, round_id, "", "page", at) | {"version": 0, **said})
        return
    beside = {name: getattr(kept, name) for name in ("outcome", "went_badly")}
    if kept.version == 0 and not any((beside | said).values()):
        connection.execute(delete(Answer).where(Answer.id == kept.id))  # nothing is left to say
    elif beside | said != beside:
        connection.execute(update(Answer).where(Answer.id == kept.id).values(**said, updated_at=at))


def _first_row(
    question: Place, round_id: int | None, body: str, origin: str, at: datetime
) -> dict[str, int | str | bool | datetime | None]:
    return {
        "owner_id": question.owner_id,
        "workbook_id": question.workbook_id,
        "question_id": question.id,
        "round_id": round_id,
        "body": body,
        "version": 1,
        "went_badly": False,
        "origin": origin,
        "uid": new_uid(),
        "created_at": at,
        "updated_at": at,
        "settled_at": at,
    }


def _keep_former(
    connection: Connection,
    question: Place,
    kept: Row[*tuple[Any, ...]],
    at: datetime,
) -> None:
    Revision.keep(
        connection,
        question,
        at,
        noun="answer",
        row_id=kept.id,
        field="body",
        version=kept.version,
        body=kept.body,
        origin=kept.origin,
        written_at=kept.settled_at,  # an outcome may have been said since: it changes updated_at
    )


# Made once: building a statement costs more than running it.
_KEPT = select(
    Answer.id,
    Answer.version,
    Answer.body,
    Answer.origin,
    Answer.outcome,
    Answer.went_badly,
    Answer.settled_at,
    Answer.updated_at,
).where(Answer.question_id == bindparam("question_id"))
_IN_ROUND = _KEPT.where(Answer.round_id == bindparam("round_id"))
_OUTSIDE = _KEPT.where(Answer.round_id.is_(None))
_FIRST = insert(Answer).inline()
_NEXT = (
    update(Answer)
    .where(Answer.id == bindparam("answer"), Answer.version == bindparam("read"))
    .values(
        body=bindparam("body"),
        version=bindparam("read") + 1,
        origin=bindparam("origin"),
        settled_at=bindparam("settled"),
        updated_at=bindparam("at"),
    )
)
