"""A round: one interview, with its people, its time and how far it has come."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    case,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql import func

from app.clock import now
from app.db import Model, one_of
from app.models.notes import annotate
from app.models.place import Place
from app.models.revision import ORIGINS, Kept, Outdated

KINDS = ("hr", "technical", "manager", "cross", "executive", "other")
STATES = ("planned", "live", "debriefed")
VERDICTS = ("strong_yes", "yes", "no", "strong_no")  # without a middle, so that one comes down on a side
SIGNS: tuple[Literal["late", "rescheduled", "silent"], ...] = (
    "late",
    "rescheduled",
    "silent",
)  # of how they run it; each is a column
TOLD_LIMIT = 10_000  # code points
Person = tuple[str, str]  # the name, and the role in that round


class Round(Model):
    """`scheduled_at` is an instant; `time_zone` (an IANA name) is where the person reads the clock.

    `started_at` is when it became live; it stays afterwards. `notes_version`, `notes_origin` and `notes_settled_at` are
    to the notes what an answer has for its body. In the bin it keeps its answers, marks and people: what was said in a
    round is there where the round is (`is_here`).

    Of its ask plan, `ask_minutes` is the time there is for questions and `each_minutes` what one of them takes. `told`
    is what one said about oneself there (pay, notice period, other offers), with its version.

    Of its debrief, `verdict` is what one made of it (one of VERDICTS); `late`, `rescheduled` and `silent` are signs of
    how they run it, with `process_note` what one noted of that.
    """

    __tablename__ = "round"

    WORDING: ClassVar[tuple[str, str | None]] = ("name", None)  # what the bin calls it

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    position: Mapped[int] = mapped_column(sort_order=-2)
    removal_id: Mapped[int | None] = mapped_column(ForeignKey("removal.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(String(16))
    scheduled_at: Mapped[datetime | None]
    time_zone: Mapped[str | None] = mapped_column(String(64))
    minutes: Mapped[int | None]
    place: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(16), default="planned")
    started_at: Mapped[datetime | None]
    notes: Mapped[str] = mapped_column(Text, default="")
    notes_version: Mapped[int] = mapped_column(default=0)
    notes_origin: Mapped[str] = mapped_column(String(8), default="page")
    notes_settled_at: Mapped[datetime] = mapped_column(default=now)
    ask_minutes: Mapped[int | None]
    each_minutes: Mapped[int | None]
    told: Mapped[str] = mapped_column(Text, default="")
    told_version: Mapped[int] = mapped_column(default=0)
    verdict: Mapped[str | None] = mapped_column(String(16))
    late: Mapped[bool] = mapped_column(default=False)
    rescheduled: Mapped[bool] = mapped_column(default=False)
    silent: Mapped[bool] = mapped_column(default=False)
    process_note: Mapped[str] = mapped_column(Text, default="")
    process_note_version: Mapped[int] = mapped_column(default=0)

    @classmethod
    def number(cls) -> ColumnElement[int]:
        """Its place among the rounds of the workbook, from 1: what a round without a name is called by."""
        return func.row_number().over(partition_by=cls.workbook_id, order_by=cls.position).label("number")

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            one_of("kind", KINDS),
            one_of("state", STATES),
            one_of("notes_origin", ORIGINS),
            CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name="minutes"),
            CheckConstraint("ask_minutes IS NULL OR ask_minutes BETWEEN 1 AND 1440", name="ask_minutes"),
            CheckConstraint("each_minutes IS NULL OR each_minutes BETWEEN 1 AND 1440", name="each_minutes"),
            CheckConstraint("notes_version >= 0", name="notes_version"),
            CheckConstraint("told_version >= 0", name="told_version"),
            CheckConstraint(f"length(told) <= {TOLD_LIMIT}", name="told"),
            one_of("verdict", VERDICTS),
            CheckConstraint("process_note_version >= 0", name="process_note_version"),
            CheckConstraint(f"length(process_note) <= {TOLD_LIMIT}", name="process_note"),
            Index(None, "owner_id", "workbook_id", "position"),
            UniqueConstraint("workbook_id", "id"),
        )

    @classmethod
    def arrange(cls, connection: Connection, at: Place, facts: dict[str, Any]) -> None:
        """Set what was arranged (columns by name); the same again changes nothing."""
        differs = or_(*(getattr(cls, name).is_distinct_from(value) for name, value in facts.items()))
        connection.execute(update(cls).where(cls.id == at.id, differs).values(**facts, updated_at=now()))

    @classmethod
    def become(cls, connection: Connection, place: Place, state: str, began: datetime) -> None:
        """Say how far it has come; `began` is since when, where it is live now. Again, it changes nothing."""
        values: dict[str, Any] = {"state": state, "updated_at": now()}
        if state == "live":  # said after a debrief it only takes that back
            values["started_at"] = case((cls.state == "planned", began), else_=func.coalesce(cls.started_at, began))
        connection.execute(update(cls).where(cls.id == place.id, cls.state != state).values(**values))

    @classmethod
    def seat(cls, connection: Connection, place: Place, people: Sequence[Person]) -> None:
        """Let these people sit in it, in this order, and nobody else; the same again changes nothing."""
        sitting = select(Interviewer.name, Interviewer.role).where(Interviewer.round_id == place.id)
        if [tuple(row) for row in connection.execute(sitting.order_by(Interviewer.position))] == list(people):
            return
        connection.execute(delete(Interviewer).where(Interviewer.round_id == place.id))
        rows = [
            {"owner_id": place.owner_id, "round_id": place.id, "position": position, "name": name, "role": role}
            for position, (name, role) in enumerate(people)
        ]
        if rows:
            connection.execute(insert(Interviewer), rows)
        connection.execute(update(cls).where(cls.id == place.id).values(updated_at=now()))

    @classmethod
    def annotate(
        cls, connection: Connection, place: Place, notes: str, version: int, origin: str = "page", *, keep: bool = False
    ) -> Kept | Outdated:
        """What is said about it, as in `app.models.notes`."""
        return annotate(connection, cls, place, notes, version, origin, keep=keep)

    @classmethod
    def judge(cls, connection: Connection, place: Place, verdict: str) -> None:
        """Say what one made of it: one of VERDICTS. Again, it changes nothing."""
        cls.arrange(connection, place, {"verdict": verdict})

    @classmethod
    def notice(cls, connection: Connection, place: Place, sign: str, seen: bool) -> None:
        """Say whether one of SIGNS was there. Again, it changes nothing."""
        cls.arrange(connection, place, {sign: seen})

    @classmethod
    def tell(cls, connection: Connection, place: Place, told: str, version: int) -> Kept | Outdated:
        """What one said about oneself, as `_jot` keeps it."""
        return _jot(connection, place, "told", told, version)

    @classmethod
    def remark(cls, connection: Connection, place: Place, note: str, version: int) -> Kept | Outdated:
        """What one noted of how they run it, as `_jot` keeps it."""
        return _jot(connection, place, "process_note", note, version)


class Interviewer(Model):
    """A person who sits in a round, with the role they have there. Who has the same name is the same person."""

    __tablename__ = "interviewer"

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True, sort_order=-4)
    position: Mapped[int] = mapped_column(sort_order=-2)
    name: Mapped[str] = mapped_column(Text, default="")
    role: Mapped[str] = mapped_column(Text, default="")


def is_over(held: Any, at: datetime) -> bool:
    """Whether a round (its `state`, `scheduled_at`) is under way or behind one at that instant."""
    return bool(held.state != "planned" or (held.scheduled_at and held.scheduled_at < at))


def is_here(round_id: Any) -> ColumnElement[bool]:
    """Whether what stands in this round is there: outside of any, or in one that does not lie in the bin."""
    return or_(round_id.is_(None), round_id.in_(select(Round.id).where(Round.removal_id.is_(None))))


def _jot(connection: Connection, place: Place, column: str, text: str, version: int) -> Kept | Outdated:
    """Keep a text without a history, if `version` is still the one that was read. The same text again is as saved."""
    said, counted = getattr(Round, column), getattr(Round, f"{column}_version")
    kept, current, saved_at = connection.execute(
        select(said, counted, Round.updated_at).where(Round.id == place.id)
    ).one()
    if kept == text:
        return Kept(current, saved_at)
    if current != version:
        return Outdated(current, kept)
    at, values = now(), {column: text, f"{column}_version": version + 1}
    connection.execute(update(Round).where(Round.id == place.id).values(**values, updated_at=at))
    return Kept(version + 1, at)
