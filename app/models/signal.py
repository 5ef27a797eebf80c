"""A signal: something to watch for in the people and the company. What was seen of it are its marks."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Row,
    String,
    Text,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import one_of
from app.models.item import Item
from app.models.mark import Mark
from app.models.place import Place
from app.models.revision import Kept, Outdated, Revision, is_pause

POLARITIES = ("positive", "caution")
HEAVIEST = 9  # the weight that counts most


class Signal(Item):
    """`weight` is how much it counts when deciding; `parent_id` the signal it refines."""

    __tablename__ = "signal"

    parent_id: Mapped[int | None] = mapped_column(ForeignKey("signal.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(Text)
    polarity: Mapped[str] = mapped_column(String(8))
    weight: Mapped[int] = mapped_column(default=1)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            one_of("polarity", POLARITIES),
            CheckConstraint(f"weight BETWEEN 0 AND {HEAVIEST}", name="weight"),
        )

    @classmethod
    def mark(cls, connection: Connection, signal: Place, round_id: int | None, checked: bool | None) -> None:
        """Seen, looked for and not seen, or (None) not looked for. The same again changes nothing; evidence stays."""
        kept = _kept(connection, signal, round_id)
        if kept is None:
            if checked is not None and (checked or round_id is not None):
                _add(connection, signal, round_id, checked=checked)
        elif checked is None and not _is_told(kept):
            connection.execute(delete(Mark).where(Mark.id == kept.id))  # nothing is left to say
        elif kept.checked is not checked:
            connection.execute(_TICKED, {"mark": kept.id, "state": checked, "at": now()})

    @classmethod
    def witness(
        cls,
        connection: Connection,
        signal: Place,
        round_id: int | None,
        evidence: str,
        version: int,
        origin: str = "page",
        *,
        keep: bool = False,
    ) -> Kept | Outdated:
        """Let the evidence read `evidence`, if `version` is still the one that was read. The tick stays as it is.

        `keep` as in `Answer.revise`.
        """
        kept, at = _kept(connection, signal, round_id), now()
        body, current = (kept.evidence, kept.version) if kept else ("", 0)
        row_id = kept.id if kept else 0
        if body == evidence:
            return Kept(current, kept.updated_at if kept else at, row_id)
        if current != version:
            return Outdated(current, body, row_id=row_id)
        if kept is None:
            _add(connection, signal, round_id, evidence=evidence, version=1, origin=origin)
        else:
            _rewitness(connection, signal, kept, evidence, origin, at, keep=keep)
        return Kept(version + 1, at, row_id)


_Mark = Row[int, bool | None, str, int, str, datetime, datetime]


def _rewitness(
    connection: Connection, signal: Place, kept: _Mark, evidence: str, origin: str, at: datetime, *, keep: bool
) -> None:
    begun = _is_told(kept)  # a tick alone is no text that could go on
    pause = (
        begun
        and not keep
        and kept.origin == origin == "page"
        and is_pause(kept.evidence, evidence, kept.settled_at, at)
    )
    told = {"mark": kept.id, "read": kept.version, "told": evidence, "origin": origin, "at": at}
    connection.execute(_WITNESSED, told | {"settled": kept.settled_at if pause else at})
    if begun and not pause:
        Revision.keep(
            connection,
            signal,
            at,
            noun="mark",
            row_id=kept.id,
            field="evidence",
            version=kept.version,
            body=kept.evidence,
            origin=kept.origin,
            written_at=kept.settled_at,  # a tick may have come since: it changes updated_at
        )


def _is_told(mark: _Mark) -> bool:
    """Whether there is, or was, evidence; a file may bring some that counts no versions yet."""
    return bool(mark.version or mark.evidence)


def _kept(connection: Connection, signal: Place, round_id: int | None) -> _Mark | None:
    current = _OUTSIDE if round_id is None else _IN_ROUND
    return connection.execute(current, {"signal": signal.id, "round": round_id}).first()


def _add(connection: Connection, signal: Place, round_id: int | None, **values: object) -> None:
    whose = {"owner_id": signal.owner_id, "workbook_id": signal.workbook_id, "signal_id": signal.id}
    connection.execute(insert(Mark).values(**whose, round_id=round_id, **values))


# Made once: building a statement costs more than running it.
_KEPT = select(Mark.id, Mark.checked, Mark.evidence, Mark.version, Mark.origin, Mark.settled_at, Mark.updated_at).where(
    Mark.signal_id == bindparam("signal")
)
_IN_ROUND = _KEPT.where(Mark.round_id == bindparam("round"))
_OUTSIDE = _KEPT.where(Mark.round_id.is_(None))
_TICKED = (
    update(Mark).where(Mark.id == bindparam("mark")).values(checked=bindparam("state"), updated_at=bindparam("at"))
)
_WITNESSED = (
    update(Mark)
    .where(Mark.id == bindparam("mark"), Mark.version == bindparam("read"))
    .values(
        evidence=bindparam("told"),
        version=bindparam("read") + 1,
        origin=bindparam("origin"),
        settled_at=bindparam("settled"),
        updated_at=bindparam("at"),
    )
)
