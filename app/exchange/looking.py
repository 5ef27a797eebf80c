"""What would come in, shown before anything is written: each section of each sheet with what it is taken to hold, why,
and what stands in it, for a person to say otherwise."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from app import markdown
from app.exchange import document as doc
from app.exchange.check import BadFile, nothing_in_it
from app.exchange.markdown import source_of
from app.exchange.sent import Form
from app.exchange.take import Sent, form_of, read_file
from app.language import gettext as _
from app.markdown import Encoding, Item, ItemKind, Meaning, Section, remembering

SHOWN = 200  # sections of all files; whoever has more corrects the rest on the sheet itself
_EXAMPLES, _CHARACTERS = 3, 160


@dataclass(frozen=True, slots=True)
class Seen:
    """A section: `field` is how the form calls what it holds, `holds` what it is taken to hold (`goals short`), `told`
    whether a person said so. `counts` has how many things of which kind stand in it, `examples` the first of them."""

    field: str
    title: str
    depth: int
    holds: str
    told: bool
    reason: str
    counts: dict[ItemKind, int]
    examples: list[str]
    has_text: bool


@dataclass(slots=True)
class Look:
    """One file. `sections` is empty for what is no sheet; `more` counts those that are not shown."""

    name: str
    title: str
    items: int
    sections: list[Seen]
    more: int = 0


def look(form: Form) -> list[Look]:
    """What each file of the form holds, as it would come in. Raises BadFile."""
    with remembering():
        looks = [found for at, sent in enumerate(form.files) for found in _looks(at, sent, form.encoding)]
    if not looks:
        raise BadFile(nothing_in_it())
    left = SHOWN
    for found in looks:
        found.more = max(0, len(found.sections) - left)
        del found.sections[left:]
        left -= len(found.sections)
    return looks


def _looks(at: int, sent: Sent, encoding: Encoding | None) -> list[Look]:
    books = read_file(sent, encoding).workbooks
    if form_of(sent) == "sheet":
        return [_sheet(at, sent, books[0])]
    return [Look(sent.name, book.title, doc.item_count(book), []) for book in books]


def _sheet(at: int, sent: Sent, book: doc.Workbook) -> Look:
    sheet = markdown.read(source_of(book)[0], PurePath(sent.name).stem, sent.told)
    standing: dict[int, list[Item]] = defaultdict(list)
    for item in sheet.items:
        standing[item.section].append(item)
    shown = [
        _seen(f"holds-{at}-{section.lines[0] if section.lines else 0}", section, standing[index])
        for index, section in enumerate(sheet.sections)
        if section.level or standing[index] or section.text
    ]
    return Look(sent.name, book.title, len(sheet.items), shown)


def _seen(field: str, section: Section, items: Sequence[Item]) -> Seen:
    holds = Meaning(section.reads, section.direction, section.polarity, section.horizon)
    return Seen(
        field,
        section.title,
        section.level,
        holds.words,
        section.reason == "told",
        _because(section),
        Counter(item.kind for item in items),
        [(item.text or f"{item.label}: {item.note}")[:_CHARACTERS] for item in items[:_EXAMPLES]],
        bool(section.text),
    )


def _because(section: Section) -> str:
    """The reason for what a section is taken to hold, as a sentence's end."""
    kind, _colon, word = section.reason.partition(":")
    by_its_lines = {
        "goals": _("its heading speaks of learning, and each line has a box"),
        "info": _("its lines are facts, such as a place and a time"),
    }
    return {
        "document": _("it stands before the first heading"),
        "title": _("its heading says “%(word)s”", word=word),
        "tone": _("its heading sounds like it; see whether that is right"),
        "comment": _("a comment in the file says so"),
        "told": _("you said so"),
        "inherited": _("the heading above it says so"),
        "items": by_its_lines.get(section.reads, _("its lines are mostly questions")),
        "none": _("nothing says what it is, so it stays as it is"),
    }[kind]
