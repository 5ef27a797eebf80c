"""What a person types as the wording of one item or heading, as Markdown that is read as just that: no word of it
makes a list, a box or a heading of its own. What comes back is what the reader gives for the line it makes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .form import FACTS, fact_text, usual_separator, wording
from .marker import box, state
from .meaning import Meaning, split_comment
from .reading import read
from .sheet import Item, ItemKind, Kind, Status
from .wanted import Entry
from .words import is_only_link

_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=[ \t]|$)")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_HASHES = re.compile(r"#{1,6}(?:[ \t]|$)")
_LAST_HASHES = re.compile(r"(^|[ \t])(#+)$")
_READS: dict[ItemKind, Kind] = {
    "info": "info",
    "responsibility": "responsibilities",
    "requirement": "requirements",
    "strength": "strengths",
    "transfer": "transfers",
    "question": "questions",
    "signal": "signals",
    "pitch_point": "pitch_points",
    "goal": "goals",
    "task": "tasks",
    "step": "tasks",
}
# Where an item of a kind may stand: behind a bullet, a number, a box, or as a line of a paragraph.
_PLACES: dict[ItemKind, tuple[str, ...]] = {
    "question": ("- ", "1. ", "- [ ] "),
    "signal": ("- ", "1. ", "- [ ] "),
    "goal": ("- ", "1. ", "- [ ] "),
    "task": ("- [ ] ", "1. [ ] "),
    "step": ("- [ ] ", "1. [ ] "),
}
_MOST_ROUNDS = 8


class NotOneItem(ValueError):
    """No line says just this: it is empty, or nothing but a link where links are no items."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording as it is read; `status` is what an emoji before it said, for requirements only."""

    text: str
    note: str = ""
    label: str = ""
    status: Status | None = None


def phrase(kind: ItemKind, text: str, note: str = "", label: str = "", number: str | None = None) -> Phrase:
    """What was typed as the wording of one item of this kind. It holds behind a bullet, a number and a box alike,
    so `number` changes nothing. Raises NotOneItem where no line says it."""
    del number
    status, text = _without_marks(kind, _joined(text, "\n"))
    note, label = _joined(note, "\n"), _joined(label, " ").replace("**", "").rstrip(":： ")
    if kind == "info" and not (label and note):
        label, note = _label_of(label, note, text)
    elif kind != "info" and (not text or (kind == "question" and is_only_link(text))):
        raise NotOneItem(kind)
    said = Phrase(text, note, label)
    for _ in range(_MOST_ROUNDS):
        again = _read_back(kind, said)
        if again == said:
            return Phrase(said.text, said.note, said.label, status)
        said = again
    raise NotOneItem(kind)


def heading(title: str) -> str:
    """What was typed as a section's title, as it is read from its heading. Raises NotOneItem where it is empty."""
    shown, _ = split_comment(_joined(title, " "))
    shown = _LAST_HASHES.sub(r"\1\\\2", shown)
    while shown != (bare := split_comment(shown)[0]):
        shown = bare
    if not shown or [section.title for section in read(_encoded(f"## {shown}")).sections[1:]] != [shown]:
        raise NotOneItem("heading")
    return shown


def _joined(text: str, between: str) -> str:
    """The text without blank ends and empty lines; NUL is nothing a person types, and no file may hold it."""
    lines = [line.strip(" \t") for line in _LINE_END.split(text.replace("\0", ""))]
    return between.join(line for line in lines if line)


def _label_of(label: str, note: str, text: str) -> tuple[str, str]:
    found = _only(f"- {text}".replace("\n", " "), "info") if text else None
    if not found or label or note:
        raise NotOneItem("info")
    return found.label, found.note


def _without_marks(kind: ItemKind, text: str) -> tuple[Status | None, str]:
    """The text without what the reader takes for a box or a state, and the first state it had."""
    first: Status | None = None
    while True:
        found, after = state(text, 0) if kind in ("requirement", "signal", "goal", "task", "step") else (None, 0)
        drawn = box(text, 0)
        if not after and drawn and text[:1] != "[":
            after = drawn.after
        elif not after and text[:1] == "⬜" and kind in _PLACES:
            after = 2 if text[1:2] == "\ufe0f" else 1
        if not after:
            return (first if kind == "requirement" else None), text
        first, text = first or found, text[after:].lstrip(" \t\n")


def _read_back(kind: ItemKind, said: Phrase) -> Phrase:
    """What the reader makes of it; the first way to write it that is one item wherever it stands."""
    for text in _ways(kind, said):
        found = [_only(_placed(kind, place, text), kind) for place in _PLACES.get(kind, ("- ", "1. "))]
        if kind == "info":
            found.append(_only(text, kind))
        if all(found) and len({(item.text, item.note, item.label) for item in found if item}) == 1 and found[0]:
            item = found[0]
            return Phrase(item.text, item.note, item.label)
    raise NotOneItem(kind)


def _ways(kind: ItemKind, said: Phrase) -> Iterator[str]:
    if kind == "info":
        value = said.note.replace("\n", " ")
        yield from (fact_text(said.label, value, fact) for fact in FACTS)
        return
    whole = wording(Entry(kind, said.text, said.note), usual_separator(kind), FACTS[0])
    for text in dict.fromkeys((whole, whole.replace("\n", " "))):
        if not _HASHES.match(text):
            yield text
        if found := _NUMBER.match(text):
            yield f"{found[1]}\\{text[len(found[1]) :]}"
        elif _PUNCTUATION.match(text):
            yield f"\\{text}"


def _placed(kind: ItemKind, place: str, text: str) -> str:
    below = " " * (3 if place[0] == "1" else 2)
    shown = place + text.replace("\n", "\n" + below)
    return shown if kind != "step" else "- [ ] above\n" + "\n".join(f"  {line}" for line in shown.split("\n"))


def _only(lines: str, kind: ItemKind) -> Item | None:
    """The one item these lines are, None where they are something else as well."""
    sheet = read(_encoded(f"## x {Meaning(_READS[kind]).comment()}\n\n{lines}\n"))
    items = sheet.items[1:] if kind == "step" else sheet.items
    if len(items) != 1 or len(sheet.sections) != 2 or sheet.sections[1].text or items[0].kind != kind:
        return None
    whole = items[0].lines[1] - items[0].lines[0] == lines.count("\n") - (kind == "step")
    return items[0] if whole and not items[0].answer and items[0].status is None else None


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise NotOneItem("no text") from None
