"""The debrief of a round, read beside the round itself: what one made of it and of those before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, select

from app.db import read
from app.models import Round

Found = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Debrief:
    """`earlier` are the rounds before this one that have a verdict: none of them until this one has its own, for what
    one thought then must not say what one thinks now. `next` is the round after it.
    """

    earlier: Sequence[Found]
    next: Found | None


def debrief_of(workbook_id: int, held: Found) -> Debrief:
    """The debrief of a round of that workbook."""
    rounds = read().execute(_ROUNDS, {"w": workbook_id}).all()
    earlier = [one for one in rounds if one.number < held.number and one.verdict]
    return Debrief(
        earlier=earlier if held.verdict else [],
        next=next((one for one in rounds if one.number > held.number), None),
    )


_W: BindParameter[int] = bindparam("w")
_ROUNDS = (
    select(Round.id, Round.uid, Round.name, Round.kind, Round.scheduled_at, Round.verdict, Round.number())
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
