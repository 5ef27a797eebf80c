"""What a reading gives: plain frozen records, so that nobody can mistake them for what the database keeps.
Lines are counted from 1; `order` counts sections and items together, from 0, in document order."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "document",
    "info",
    "responsibilities",
    "requirements",
    "strengths",
    "transfers",
    "questions",
    "signals",
    "pitch_points",
    "goals",
    "tasks",
    "notes",
]
ItemKind = Literal[
    "info",
    "responsibility",
    "requirement",
    "strength",
    "transfer",
    "question",
    "signal",
    "pitch_point",
    "goal",
    "task",
    "step",
]
Status = Literal["matched", "learning", "missing"]
Polarity = Literal["positive", "caution"]
Horizon = Literal["short", "mid", "long"]
Direction = Literal["ask", "answer"]
Span = tuple[int, int]
"""First and last line, counted from 1."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what kind of things stand below it.

    The first section of a sheet is the document itself: no title, level 0, no lines, no parent. `lines` are
    the heading's own; `text` is what stands below it and belongs to no item; `parent` indexes
    `Sheet.sections`; `reason` says why it has its kind: "document", "title:<phrase>", "tone", "comment",
    "told", "inherited", "items" or "none". `reads` is what its items are read by, which only for the document differs
    from `kind`; `direction` is set for questions, `polarity` for signals, `horizon` for goals, where the headings
    say it.
    """

    title: str
    level: int
    kind: Kind
    text: str = ""
    lines: Span | None = None
    parent: int | None = None
    order: int = 0
    reason: str = "none"
    reads: Kind = "notes"
    direction: Direction | None = None
    polarity: Polarity | None = None
    horizon: Horizon | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands below a question, without indentation and lead (`A:`); `body` is "" for a lead alone. `lines` is None
    where it stands in the question's own line, the row of a table."""

    body: str
    lines: Span | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the sheet. `lines` are those of its own text, without answer, steps or children.

    `section` and `parent` index `Sheet.sections` and `Sheet.items`; `note` is the tail of a text (an info's
    value, a requirement's evidence); `checked` is None where there is no box.
    """

    kind: ItemKind
    section: int
    lines: Span
    text: str
    parent: int | None = None
    order: int = 0
    label: str = ""
    note: str = ""
    number: str | None = None
    checked: bool | None = None
    status: Status | None = None
    polarity: Polarity | None = None
    horizon: Horizon | None = None
    direction: Direction | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file, read. `language` is a BCP 47 tag of its text, or None where nothing tells."""

    title: str
    language: str | None
    sections: tuple[Section, ...]
    items: tuple[Item, ...]


def path(sheet: Sheet, section_index: int) -> tuple[str, ...]:
    """The titles from the document's title down to this section's own; () for the document itself."""
    titles: list[str] = []
    index: int | None = section_index
    while index:
        titles.append(sheet.sections[index].title)
        index = sheet.sections[index].parent
    return tuple(reversed(titles))
