"""What a text said before: answers, evidence, notes and wordings, each with its versions.

A save that only continues what is being typed keeps no revision of its own, so that the history shows what a person
wrote and not each pause for breath. Whatever stood for longer than a minute is always kept.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, String, Text, UniqueConstraint, insert
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import new_uid
from app.db import Model, one_of
from app.models.place import Place

ORIGINS = ("page", "import", "restore")
FIELDS = ("body", "evidence", "notes", "wording")
PAUSE = timedelta(seconds=60)  # a text that stood for so long is what somebody left
MENDED = 20  # code points that may go in a pause of typing, and at most a quarter: more is taking something back


@dataclass(frozen=True)
class Kept:
    """The text stands in the database as the person sent it."""

    version: int
    saved_at: datetime
    row_id: int = 0  # of the table it stands in; 0 where nothing stood there before


@dataclass(frozen=True)
class Outdated:
    """Another text came first: the one that is kept, and its version. `note` is the second half of a wording.

    `conflict` is the public id under which the late one is kept too, and `joined` both halves of a text out of both.
    """

    version: int
    body: str
    note: str = ""
    row_id: int = field(default=0, compare=False)
    conflict: str | None = None
    joined: tuple[str | None, ...] = ()


class Revision(Model):
    """One former text of the row `row_id` of the table `noun`; `written_at` is when it came to be, not when it went."""

    __tablename__ = "revision"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    noun: Mapped[str] = mapped_column(String(16))
    row_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(8))
    version: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(8), default="page")
    written_at: Mapped[datetime]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            UniqueConstraint("noun", "row_id", "field", "version"),
            one_of("field", FIELDS),
            one_of("origin", ORIGINS),
            Index(None, "owner_id", "workbook_id"),
        )

    @classmethod
    def keep(cls, connection: Connection, whose: Place, at: datetime, **columns: Any) -> None:
        """Write a former text down, `at` now; `whose` tells the owner and the workbook, `columns` are its own."""
        row = {"uid": new_uid(), "note": "", "created_at": at, "updated_at": at, **columns}
        connection.execute(_KEEP, row | {"owner_id": whose.owner_id, "workbook_id": whose.workbook_id})


def is_pause(former: str, text: str, settled_at: datetime, at: datetime) -> bool:
    """Whether `text` only continues `former`, so that `former` need not be kept.

    `settled_at` is when the text was first written, or last became a revision: at least one a minute is kept, however
    long somebody types. `former` must have been written on the page, and `text` be written there now.
    """
    # Instants are cut to whole seconds: what stood for 60.9 seconds may read as 60. A clock set back tells nothing.
    if not timedelta(0) <= at - settled_at < PAUSE:
        return False
    return _taken_back(former, text) <= min(MENDED, len(former) // 4)


def _taken_back(former: str, text: str) -> int:
    """How many code points of `former` are gone from between what both begin and end with."""
    begin = _shared(former, text)
    end = _shared(former[begin:][::-1], text[begin:][::-1])
    return len(former) - begin - end


def _shared(one: str, other: str) -> int:
    """How many code points both begin with; by halves, because comparing slices is what Python does fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


# Made once: building a statement costs more than running it.
_KEEP = insert(Revision).inline()
