"""A sheet as it shall stand in its file: what `arrange` is told. Plain frozen records, like those of sheet.py."""

from dataclasses import dataclass

from .meaning import Meaning
from .sheet import ItemKind, Polarity, Span, Status


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as it shall stand. `lines` are those of its own text in the source, None for one made in the app.

    `text`, `note` and `label` are as in sheet.Item. `number` is a question's, None for a bullet. `checked` and
    `answer` are None where what is there shall stay; `answer` is "" for none; a signal's or a goal's is what stood
    beside it in a table that it leaves. `children` are the steps of goals,
    tasks and steps, and the signals below signals.
    `polarity` is a signal's where no heading says it: an emoji does; None leaves the one there.
    """

    kind: ItemKind
    text: str
    note: str = ""
    label: str = ""
    lines: Span | None = None
    number: str | None = None
    checked: bool | None = None
    status: Status | None = None
    answer: str | None = None
    answer_lines: Span | None = None
    children: "tuple[Entry, ...]" = ()
    polarity: Polarity | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it shall stand, with its own items in their order. The first of a sheet is the document itself,
    of level 0. `lines` are those of its heading in the source, None for one made in the app. `told` is
    what a person said it holds, where the file's own words are read as something else."""

    title: str
    level: int
    meaning: Meaning
    lines: Span | None = None
    entries: tuple[Entry, ...] = ()
    told: Meaning | None = None
