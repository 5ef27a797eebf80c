"""How one item is written: everything on its line that is not its text. A new item takes its neighbour's form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .loose import Loose, asks, leading, mark_of
from .marker import Box, box, box_text, columns, indent, innermost, square, state
from .sheet import ItemKind, Kind, Polarity, Status
from .wanted import Entry
from .wording import split_label, split_note

_MARK = re.compile(r"(?:([-+*])|([0-9]{1,9})([.)]))([ \t]*)$")
Fact = tuple[str, str]
"""What stands before the label and between it and the value."""

FACTS: tuple[Fact, ...] = (("**", "**: "), ("__", "__: "), ("", ": "), ("", "："))
NOTED = ("responsibility", "requirement", "strength", "transfer", "pitch_point")
BOXED = ("question", "signal", "goal", "task", "step")
PRAISE: dict[Polarity | None, str] = {"positive": "✅", "caution": "❌"}
EMOJI: dict[Status, str] = {"matched": "✅", "learning": "🔄", "missing": "❌"}


def usual_separator(kind: ItemKind) -> str:
    return " → " if kind in ("strength", "transfer") else " - "


@dataclass(frozen=True, slots=True)
class Form:
    """`bullet` is the character of a bullet, `number` and `point` those of a number; without either it is a line of
    a paragraph. `box` is an open one with the space behind it, "" where there is none. `mark` is what an item begins
    with that is no list item to CommonMark."""

    indent: str = ""
    bullet: str = "-"
    number: str = ""
    point: str = "."
    gap: str = " "
    box: str = ""
    separator: str = " - "
    fact: Fact = FACTS[0]
    trailing: str = ""
    mark: Loose | None = None

    @property
    def in_paragraph(self) -> bool:
        return not self.bullet and not self.number and not self.mark

    def prefix(self, number: str | None) -> str:
        """What stands before box and text."""
        if self.mark:
            return self.indent + self.mark.before(number)
        if number is not None:
            return f"{self.indent}{number}{self.point}{self.gap}"
        return f"{self.indent}{self.bullet or '-'}{self.gap}"


def usual(kind: ItemKind) -> Form:
    """The form of an item that has no neighbour to learn from."""
    if kind == "info":
        return Form(bullet="", gap="", trailing="  ")
    return Form(box="[ ] " if kind in ("signal", "goal", "task", "step") else "", separator=usual_separator(kind))


def form_of(own: Sequence[str], kind: ItemKind, reads: Kind) -> Form:
    """The form of an item that stands on these lines."""
    line, last = own[0], own[-1]
    trailing = last[len(last.rstrip(" \t")) :]
    if kind != "info" and (mark := mark_of(line)):
        return _marked_form(line, kind, reads, mark)
    found = innermost(line)
    listed = _MARK.search(line[: found.offset]) if found else None
    if not found or not listed:
        text = line.strip(" \t")
        before = line[: len(line) - len(line.lstrip(" \t"))]
        return Form(before, "", gap="", fact=fact_of(text) or FACTS[0], trailing=trailing)
    before = line[: listed.start()]
    drawn = box(line, found.offset) or (square(line, found.offset) if reads in ("goals", "tasks") else None)
    start = drawn.after if drawn else found.offset
    if reads in ("requirements", "signals"):
        start = state(line, start)[1]
    text = "\n".join([line[start:], *(below.lstrip(" \t") for below in own[1:])]).strip(" \t\n")
    return Form(
        indent=before if not before.strip(" \t") else " " * columns(before, 0, len(before)),
        bullet=listed[1] or "",
        number=listed[2] or "",
        point=listed[3] or ".",
        gap=listed[4] if 0 < len(listed[4].expandtabs(4)) <= 4 else " ",
        box=_open(line, drawn, found.offset) if drawn else "",
        separator=separator_of(text) or usual_separator(kind),
        fact=fact_of(text) or FACTS[0],
        trailing=trailing,
    )


def _marked_form(line: str, kind: ItemKind, reads: Kind, mark: Loose) -> Form:
    drawn = box(line, mark.offset) or (square(line, mark.offset) if reads in ("goals", "tasks") else None)
    text = line[drawn.after if drawn else mark.offset :].strip(" \t")
    return Form(
        indent=indent(line),
        bullet="",
        number=mark.number or "",
        box=_open(line, drawn, mark.offset) if drawn else "",
        separator=separator_of(text) or usual_separator(kind),
        mark=mark,
    )


def begins_at(line: str) -> int:
    """The column of the last marker of a line (in `1. - text` the item is that of the bullet), else of its text."""
    found = innermost(line)
    mark = _MARK.search(line[: found.offset]) if found else None
    return columns(line, 0, mark.start() if mark else len(line) - len(line.lstrip(" \t")))


def separator_of(text: str) -> str:
    """What stands between head and note of a text, "" where it has no note."""
    head, note = split_note(text)
    return text[len(head) : len(text) - len(note)] if note else ""


def _open(line: str, drawn: Box, offset: int) -> str:
    return line[offset : drawn.start] + box_text(line[drawn.start : drawn.end], False) + line[drawn.end : drawn.after]


def fact_of(text: str) -> Fact | None:
    """The form of a fact, None where a text is none."""
    label, value = split_label(text)
    at = text.find(label, 2 if text.startswith(("**", "__")) else 0)
    return (text[:at], text[at + len(label) : len(text) - len(value)]) if label else None


def wording(entry: Entry, separator: str, fact: Fact) -> str:
    """The whole text of an item, note or label included."""
    if entry.kind == "info":
        return fact_text(entry.label, entry.note, fact) if entry.label else entry.text
    if entry.kind in NOTED and entry.note:
        ways = (f"{entry.text}{way}{entry.note}" for way in (separator, usual_separator(entry.kind), " - ", "："))
        return next((text for text in ways if says(entry, text)), f"{entry.text}{separator}{entry.note}")
    return entry.text


def fact_text(label: str, value: str, fact: Fact) -> str:
    """A fact in this form, or in the first one that reads back."""
    for before, between in (fact, *FACTS):
        text = f"{before}{label}{between}{value}"
        if split_label(text) == (label, value) and (before or label[:1].isalpha()):
            return text
    return f"**{label}**: {value}"


def says(entry: Entry, text: str) -> bool:
    """Whether a text is this entry's wording already."""
    if entry.kind == "info":
        return split_label(text) == (entry.label, entry.note)
    if entry.kind in NOTED:
        return split_note(text) == (entry.text, entry.note)
    return text == entry.text


def new_lines(entry: Entry, form: Form, number: str | None, status: str) -> list[str]:
    """The own lines of an item made in the app; `status` is the emoji of its state with what follows it."""
    if form.in_paragraph and entry.kind == "info":
        return [form.indent + wording(entry, "", form.fact).replace("\n", " ") + form.trailing]
    prefix, tail = form.prefix(number), form.mark.tail if form.mark else ""
    if form.mark and form.mark.shape == "bare" and not asks(entry.text):
        prefix = f"{form.indent}Q{number or ''}: "
    texts = wording(entry, form.separator, form.fact).split("\n")
    below = " " * _content(prefix)
    drawn = spaced(_box_for(entry, form.box), texts[0])
    texts[-1] += tail
    beside = entry.answer.split("\n") if entry.answer and entry.kind != "question" else []
    return [
        f"{prefix}{drawn}{status}{texts[0]}",
        *(below + text for text in texts[1:]),
        *(f"{below}- {s}" for s in beside),
    ]


def spaced(drawn: str, text: str) -> str:
    """A box as it stands before a text that would make a link of it."""
    return f"{drawn} " if drawn.endswith("]") and text.startswith(("[", "(", ":")) else drawn


def can_change_shape(entry: Entry) -> bool:
    """Whether a fact can stand in a list and in a paragraph alike."""
    text = fact_text(entry.label, entry.note, FACTS[0])
    return "\n" not in text and split_label(text) == (entry.label, entry.note)


def with_box(form: Form, kind: ItemKind, nested: bool, reads: Kind) -> Form:
    """The form with the box its kind cannot do without, and without one that is none in its section."""
    drawn = form.box
    if drawn[:1] == "⬜" and reads not in ("goals", "tasks"):
        drawn = "☐ " if form.mark else ""
    if not drawn and (kind in ("task", "step") or (kind == "signal" and nested)):
        drawn = "[ ] "
    return replace(form, box=drawn)


def _box_for(entry: Entry, drawn: str) -> str:
    if entry.kind not in BOXED or (entry.kind == "question" and entry.checked is None):
        return ""
    if not drawn:
        return "" if entry.checked is None else f"[{'x' if entry.checked else ' '}] "
    found = box(drawn, 0) or square(drawn, 0)
    if not entry.checked or not found:
        return drawn
    return drawn[: found.start] + box_text(drawn[found.start : found.end], True) + drawn[found.end :]


def _content(prefix: str) -> int:
    found = leading(f"{prefix}x")
    return found.column if found else len(prefix)
