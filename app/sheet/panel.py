"""The one panel of a sheet that is open: what of one thing can be edited, and where it can go from here.

It stands on what the page has read anyway, and one more statement for the thing itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import select

from app.db import read
from app.markdown import Meaning
from app.models import Element, Item, Section, Signal, Step
from app.sheet.placing import takes
from app.sheet.queries import Above, Part, SheetPage
from app.web.kinds import KINDS, kind_of


class Way(NamedTuple):
    """Where a thing goes by one button: in a section or beneath something, after a sibling or (empty) first."""

    section: str = ""
    under: str = ""
    after: str = ""


@dataclass(frozen=True)
class Panel:
    """What the panel shows of the thing that is edited. `into` are the other sections it may move to."""

    kind: str
    thing: Any
    section: str
    words: tuple[str, str | None]
    ways: dict[str, Way] = field(default_factory=dict)
    into: Sequence[Part] = ()

    @property
    def uid(self) -> str:
        return str(self.thing.uid)

    @property
    def is_document(self) -> bool:
        """Whether it is what stands before the first heading: nothing but what it holds can be said of it."""
        return self.kind == "sections" and self.thing.level == 0

    @property
    def holds(self) -> str:
        """What a section holds (`goals short`); "" for the document where nobody said it."""
        if self.is_document:
            return self.thing.told or ""
        return Meaning(self.thing.kind, self.thing.direction, self.thing.polarity, self.thing.horizon).words

    @property
    def head(self) -> str:
        return str(getattr(self.thing, self.words[0]))

    @property
    def tail(self) -> str | None:
        return str(getattr(self.thing, self.words[1])) if self.words[1] else None


def panel_of(page: SheetPage, workbook_id: int, uid: str) -> Panel | None:
    """The panel for the thing of that id, if it stands on this page."""
    for part in page.parts:
        if part.section.uid == uid and not part.section.level:
            return _panel(Section, workbook_id, uid, uid, {})
        if part.section.uid == uid:
            beneath = _with_all_beneath(part)
            into = [other for other in page.parts if other not in beneath and part not in other.parts]
            return _panel(Section, workbook_id, uid, part.section.uid, _ways_of_section(page, part), into)
        for place, row in enumerate(part.tops):
            if row.uid == uid:
                model = _model_of(row)
                taking = [other for other in page.parts if _takes(other, model)]
                ways, into = _ways_of_top(taking, part, place), [other for other in taking if other is not part]
                if row.kind == "signal" and place and part.tops[place - 1].kind == "signal":
                    ways["in"] = _way_beneath(page, "signal", part.tops[place - 1])
                return _panel(model, workbook_id, uid, part.section.uid, ways, into)
    return _panel_of_nested(page, workbook_id, uid)


def _panel_of_nested(page: SheetPage, workbook_id: int, uid: str) -> Panel | None:
    for above, rows in page.beneath.items():
        for place, row in enumerate(rows):
            if row.uid == uid:
                model = Signal if above[0] == "signal" else Step
                return _panel(model, workbook_id, uid, "", _ways_of_nested(page, above, place))
    return None


def _panel(
    model: type[Element],
    workbook_id: int,
    uid: str,
    section: str,
    ways: dict[str, Way],
    into: Sequence[Part] = (),
) -> Panel | None:
    here = select(*model.__table__.columns).where(model.workbook_id == workbook_id, model.uid == uid)
    thing = read().execute(here).first()
    return Panel(kind_of(model), thing, section, model.WORDING, ways, into) if thing else None


def _model_of(row: Any) -> type[Item]:
    model = KINDS[_PLURAL[row.kind]]
    assert issubclass(model, Item)
    return model


def _takes(part: Part, model: type[Item]) -> bool:
    return takes(part.section.kind, model) or any(_model_of(row) is model for row in part.tops)


def _ways_of_top(into: Sequence[Part], part: Part, place: int) -> dict[str, Way]:
    """Up and down among its neighbours, and over the edge of its section into the next that takes it."""
    ways: dict[str, Way] = {}
    home, tops = part.section.uid, part.tops
    at = next(index for index, other in enumerate(into) if other is part)
    if place:
        ways["up"] = Way(home, after=tops[place - 2].uid if place > 1 else "")
    elif at:
        above = into[at - 1]
        ways["up"] = Way(above.section.uid, after=above.tops[-1].uid if above.tops else "")
    if place + 1 < len(tops):
        ways["down"] = Way(home, after=tops[place + 1].uid)
    elif at + 1 < len(into):
        ways["down"] = Way(into[at + 1].section.uid)
    return ways


def _ways_of_nested(page: SheetPage, above: Above, place: int) -> dict[str, Way]:
    """Up, down, in beneath the one before it, and out behind what it stands beneath."""
    rows, (section, holder) = page.beneath[above], _holder(page, above)
    under = f"{_PLURAL[above[0]]}/{holder.uid}"
    ways: dict[str, Way] = {}
    if place:
        ways["up"] = Way(under=under, after=rows[place - 2].uid if place > 1 else "")
        ways["in"] = _way_beneath(page, "signal" if above[0] == "signal" else "step", rows[place - 1])
    elif neighbour := _next_holder(page, holder, -1):
        ways["up"] = _way_beneath(page, neighbour.kind, neighbour)
    if place + 1 < len(rows):
        ways["down"] = Way(under=under, after=rows[place + 1].uid)
    elif neighbour := _next_holder(page, holder, 1):
        ways["down"] = Way(under=f"{_PLURAL[neighbour.kind]}/{neighbour.uid}")
    outer = next((key for key, below in page.beneath.items() if holder in below), None)
    if outer:
        ways["out"] = Way(under=f"{_PLURAL[outer[0]]}/{_holder(page, outer)[1].uid}", after=holder.uid)
    elif above[0] == "signal":
        ways["out"] = Way(section, after=holder.uid)
    return ways


def _next_holder(page: SheetPage, holder: Any, way: int) -> Any:
    """The goal or task before (-1) or behind (1) this one; None where there is none, or this is neither."""
    holders = [row for part in page.parts for row in part.tops if row.kind in ("goal", "task")]
    if holder not in holders:
        return None
    at = holders.index(holder) + way
    return holders[at] if 0 <= at < len(holders) else None


def _way_beneath(page: SheetPage, kind: str, row: Any) -> Way:
    """To be the last of what stands beneath that row."""
    inside = page.beneath.get((kind, row.id), [])
    return Way(under=f"{_PLURAL[kind]}/{row.uid}", after=inside[-1].uid if inside else "")


def _holder(page: SheetPage, above: Above) -> tuple[str, Any]:
    """What others stand beneath: its row, and its section where it stands in one directly."""
    kind, key = above
    for part in page.parts:
        for row in part.tops:
            if row.kind == kind and row.id == key:
                return part.section.uid, row
    beneath = (
        row for (noun, _key), rows in page.beneath.items() if (noun == "signal") == (kind == "signal") for row in rows
    )
    return "", next(row for row in beneath if row.id == key)


def _with_all_beneath(part: Part) -> list[Part]:
    found = [part]
    for each in found:  # grows while it is walked
        found.extend(each.parts)
    return found


def _ways_of_section(page: SheetPage, part: Part) -> dict[str, Way]:
    above = next((other for other in page.parts if part in other.parts), None)
    if above is None:
        return {}
    place = next(index for index, other in enumerate(above.parts) if other is part)
    under = f"sections/{above.section.uid}"
    ways: dict[str, Way] = {}
    if place:
        ways["up"] = Way(under=under, after=above.parts[place - 2].section.uid if place > 1 else "")
    if place + 1 < len(above.parts):
        ways["down"] = Way(under=under, after=above.parts[place + 1].section.uid)
    return ways


_PLURAL = {model.__tablename__: kind for kind, model in KINDS.items()} | {
    "positive_signal": "signals",
    "caution_signal": "signals",
}
