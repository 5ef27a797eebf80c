"""What the sheet shows, read as plain rows: seven statements, however many items there are."""

from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Row

from app.db import read
from app.sheet.statements import PLAIN, QUESTIONS, ROUNDS, SECTIONS, SIGNALS, STEPS

Above = tuple[str, int | None]


@dataclass(eq=False)
class Part:
    """One section of the page: its row, its items in runs of one kind, and its counts with all beneath it.

    `name` is what the page calls it; `tops` are the things that stand directly in it, facts too.
    """

    section: Row[Any]
    name: str
    depth: int
    tops: list[Any]
    runs: list[tuple[str, list[Any]]]
    done: int
    total: int
    parts: list["Part"] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The page's title is its h1, so a section begins at h2."""
        return f"h{min(max(self.depth, 2), 6)}"

    @property
    def is_title(self) -> bool:
        """Whether it is but the heading over everything: the workbook's title, which the page has at its top."""
        return self.name == "s1" and self.section.level == 1 and not self.section.text and not self.tops

    @property
    def facts(self) -> list[Any]:
        """Its facts of the opening, which stand at the page's top."""
        return [row for row in self.tops if row.kind == "info"]

    @property
    def is_facts(self) -> bool:
        """Whether it holds but such facts, and so is at the page's top itself."""
        return self.section.kind == "info" and bool(self.tops) and not (self.runs or self.section.text or self.parts)

    @property
    def opens(self) -> bool:
        """Whether the outline shows its parts: groups of questions always, others where a part is of another kind."""
        kind = self.section.kind
        return bool(self.parts) and (kind == "questions" or any(part.section.kind != kind for part in self.parts))

    @property
    def tells_progress(self) -> bool:
        """How far a group of questions is, is told once: above its parts."""
        is_group = self.section.kind == "questions" and self.total > 0 and self.depth < 4
        return is_group and not any(part.parts for part in self.parts)


@dataclass(frozen=True)
class SheetPage:
    """Everything one rendering of the sheet needs."""

    parts: list[Part]
    outline: list[Part]
    beneath: dict[Above, list[Any]]  # steps and signals, by what they stand beneath
    rounds: list[Row[Any]]


def sheet_page(workbook_id: int) -> SheetPage:
    """The sheet of one workbook."""
    rows, which = read().execute, {"w": workbook_id}
    sections = rows(SECTIONS, which).all()
    items: dict[int, list[Any]] = {section.id: [] for section in sections}
    for statement in (PLAIN, QUESTIONS):
        for row in rows(statement, which):
            items[row.section_id].append((row.position, row))
    beneath: dict[Above, list[Any]] = {}
    for row in rows(STEPS, which):
        beneath.setdefault(_above(row), []).append(row)
    for row in sorted(rows(SIGNALS, which), key=attrgetter("position")):
        items[row.section_id].append((row.position, row))
        if row.parent_id is not None:
            beneath.setdefault(("signal", row.parent_id), []).append(row)
    parts = _parts(sections, items)
    return SheetPage(parts, _outline(parts), beneath, rounds_of(workbook_id))


def rounds_of(workbook_id: int) -> list[Row[Any]]:
    """The rounds of a workbook in their order, with how many questions each has answered."""
    return list(read().execute(ROUNDS, {"w": workbook_id}))


def _above(step: Any) -> Above:
    if step.parent_id is not None:
        return "step", step.parent_id
    return ("goal", step.goal_id) if step.goal_id is not None else ("task", step.task_id)


def _parts(sections: Any, items: dict[int, list[Any]]) -> list[Part]:
    by_id: dict[int, Part] = {}
    for index, section in enumerate(sections):
        inside = [row for _position, row in sorted(items[section.id], key=itemgetter(0))]
        tops = [row for row in inside if row.kind != "signal" or row.parent_id is None]
        shown = [row for row in inside if row.kind != "info"]
        runs = [(kind, list(run)) for kind, run in groupby((row for row in tops if row.kind != "info"), key=_group)]
        above = by_id.get(section.parent_id)
        depth = above.depth + 1 if above else 0
        part = Part(section, f"s{index}", depth, tops, runs, sum(map(_is_done, shown)), len(shown))
        by_id[section.id] = part
        if above:
            above.parts.append(part)
    for part in reversed(by_id.values()):
        part.done += sum(below.done for below in part.parts)
        part.total += sum(below.total for below in part.parts)
    return list(by_id.values())


def _group(row: Any) -> str:
    return f"{row.polarity}_signal" if row.kind == "signal" else str(row.kind)


def _is_done(row: Any) -> bool:
    """Whether an item counts as done: answered, seen, ticked, matched."""
    match row.kind:
        case "question":
            return bool(row.body or row.rounds)
        case "signal":
            return bool(row.checked)
        case "goal" | "task":
            return bool(row.done)
    return bool(row.state == "matched")


def _outline(parts: list[Part]) -> list[Part]:
    """Where the outline begins: below a title that stands alone over everything."""
    top = parts[0].parts if parts else []
    return top[0].parts if len(top) == 1 and top[0].parts else top
