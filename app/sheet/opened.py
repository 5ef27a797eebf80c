"""What of a sheet is open besides the sheet itself: a panel, a box to add in, a way to take a removal back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Row, select

from app.db import read
from app.models import Goal, Item, Removal, Signal, Step, Task
from app.sheet.panel import Panel, panel_of
from app.sheet.placing import HOLDS
from app.sheet.queries import Part, SheetPage
from app.web.kinds import kind_of

# What others can stand beneath; beneath a signal stand signals, beneath the others steps.
BENEATH: dict[str, type[Item]] = {"goal": Goal, "task": Task, "step": Step, "signal": Signal}


class Adding(NamedTuple):
    """A box to add things in: of which kind, where, and behind which; `uid` is what it stands in."""

    uid: str
    kind: str
    section: str
    under: str
    after: str | None


@dataclass(frozen=True)
class Opened:
    """At most one of each. `uid` is the thing whose panel is open, "" for none."""

    panel: Panel | None = None
    adding: Adding | None = None
    removed: Row[*tuple[Any, ...]] | None = None

    @property
    def uid(self) -> str:
        return self.panel.uid if self.panel else ""

    @property
    def into(self) -> str:
        """What things are added to, "" for nothing."""
        return self.adding.uid if self.adding else ""


def opened(page: SheetPage, workbook_id: int, args: Mapping[str, str]) -> Opened:
    """What the address asks to be open; what is not on the page stays closed."""
    return Opened(
        panel_of(page, workbook_id, args["edit"]) if "edit" in args else None,
        _adding(page, args["add"], args.get("after")) if "add" in args else None,
        _removed(workbook_id, args["removed"]) if "removed" in args else None,
    )


def addable(part: Part) -> str | None:
    """The kind of things one adds to a section, as an address names it; None where none is found there again."""
    if part.section.kind != "document":
        return kind_of(HOLDS[part.section.kind])
    kinds = [row.kind for row in part.tops]
    model = next((model for model in HOLDS.values() if model.__tablename__ in kinds), None)
    return kind_of(model) if model else None


def _adding(page: SheetPage, uid: str, after: str | None) -> Adding | None:
    for part in page.parts:
        if part.section.uid == uid and (kind := addable(part)):
            return Adding(uid, kind, uid, "", after)
        for row in part.tops:
            if row.uid == uid and row.kind in BENEATH:
                return _adding_beneath(row.kind, uid, after)
    for (kind, _key), rows in page.beneath.items():
        if any(row.uid == uid for row in rows):
            return _adding_beneath("signal" if kind == "signal" else "step", uid, after)
    return None


def _adding_beneath(kind: str, uid: str, after: str | None) -> Adding:
    holder = BENEATH[kind]
    return Adding(uid, kind_of(Signal if holder is Signal else Step), "", f"{kind_of(holder)}/{uid}", after)


def _removed(workbook_id: int, uid: str) -> Row[*tuple[Any, ...]] | None:
    here = select(Removal.uid, Removal.label, Removal.noun).where(
        Removal.workbook_id == workbook_id, Removal.uid == uid, Removal.restored_at.is_(None)
    )
    found: Row[*tuple[Any, ...]] | None = read().execute(here).first()
    return found
