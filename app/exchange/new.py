"""New workbooks without a file: empty, or from the sections of another one.

Either is first written as a sheet and then read like any file, so that it leaves as Markdown as it came. Of another
workbook only what serves the next company comes along: no facts of the opening, no answers, no ticks, no rounds.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from flask import request
from sqlalchemy import Row, select

from app.clock import new_uid
from app.db import read
from app.exchange import document as doc
from app.exchange.markdown import from_markdown, to_markdown
from app.exchange.places import number
from app.language import gettext as _
from app.markdown import Kind, NotOneItem, heading, phrase
from app.models import Workbook
from app.web.request import clean_text

LIMIT = 200  # code points of a company's or a position's name
CHOSEN = "s-"  # how the form calls the box of a section, before its id
USEFUL = ("questions", "signals", "pitch_points", "strengths", "transfers")  # what serves the next company as it is
LISTS = doc.ITEM_LISTS[1:]  # facts of an opening are of no other
_SAYS = ("direction", "polarity", "horizon")
_TOLD = {"questions": ("direction", "priority", "audience"), "signals": ("polarity", "weight"), "goals": ("horizon",)}
_NOTHING: dict[str, dict[str, Any]] = {
    "questions": {"answers": []},
    "signals": {"marks": []},
    "goals": {"done": False, "done_at": None, "due_on": None, "notes": "", "why": []},
    "tasks": {"done": False},
}


class Facts(NamedTuple):
    """What is known of an opening at its beginning; each may be empty."""

    company: str = ""
    position: str = ""
    day: str = ""

    @property
    def title(self) -> str:
        return " - ".join(filter(None, (self.company, self.position)))

    def info(self) -> list[doc.Info]:
        """The facts that are known. Raises NotOneItem where one is no text of a line."""
        told = ((_("Company"), self.company), (_("Job title"), self.position), (_("Interview date"), self.day))
        said = [phrase("info", "", value, label) for label, value in told if value]
        return [doc.Info(id=new_uid(), label=one.label, value=one.note, position=at) for at, one in enumerate(said)]

    def problem(self) -> str | None:
        """The sentence about what is wrong with them, or None."""
        if not self.title:
            return _("Name the company or the position, so that you find the workbook again.")
        try:
            heading(self.title)
            self.info()
            date.fromisoformat(self.day or "2000-01-01")
        except NotOneItem:
            return _("“%(title)s” cannot be a title: name the company or the position in words.", title=self.title)
        except ValueError:
            return _("“%(day)s” is not a day: write it like 2026-01-31, or leave it empty.", day=self.day[:40])
        return None


class Choice(NamedTuple):
    """A section to choose from: `items` is how many it has itself, `below` the sections beneath it."""

    section: doc.Section
    items: int
    below: "list[Choice]"


def sent_facts() -> Facts:
    """The three questions as they were answered, each on one line."""
    return Facts(*(" ".join(clean_text(request.form.get(name, ""), LIMIT).split()) for name in Facts._fields))


def sent_sections() -> set[str]:
    """The ids of the sections that were chosen."""
    return {name.removeprefix(CHOSEN) for name in request.form if name.startswith(CHOSEN)}


def books(owner_id: int) -> list[Row[str, str]]:
    """The workbooks to take sections from, newest first."""
    here = select(Workbook.uid, Workbook.title).where(Workbook.owner_id == owner_id, Workbook.deleted_at.is_(None))
    return list(read().execute(here.order_by(Workbook.uid.desc())).all())


def choices(book: doc.Workbook) -> list[Choice]:
    """The sections that have something to take along, as they nest; a title alone over everything is left out."""
    counts = Counter(item.section for name in LISTS for item in getattr(book, name))
    below: dict[str | None, list[Choice]] = {}
    for section in reversed(book.sections):
        if section.level and (counts[section.id] or section.id in below):
            choice = Choice(section, counts[section.id], below.get(section.id, []))
            below.setdefault(section.section, []).insert(0, choice)
    title = _title_of(book)
    return below.get(title.id if title else book.sections[0].id, [])


def useful(book: doc.Workbook) -> set[str]:
    """The ids of the sections that most people take along."""
    return {section.id for section in book.sections if section.kind in USEFUL}


def nothing_of(book: doc.Workbook, chosen: set[str]) -> str | None:
    """The sentence about a choice that takes nothing along, or None."""
    held = {item.section for name in LISTS for item in getattr(book, name)}
    return None if held & chosen else _("Choose at least one section to take along.")


def empty(facts: Facts, uid: str) -> doc.Workbook:
    """A workbook with the facts, and a heading for each thing it may hold."""
    book = _begun(facts)
    book.sections += _chapters()
    return _settled(book, uid)


def from_sections(old: doc.Workbook, chosen: set[str], facts: Facts, uid: str) -> doc.Workbook:
    """A workbook with the facts and what the chosen sections of `old` hold, below the headings that stand above them.

    What was read is changed on the way.
    """
    book, wanted = _begun(facts), _with_those_above(old, chosen)
    levels = [section.level for section in wanted]
    deeper = 1 if 1 in levels and 6 not in levels else 0  # the new title stands above them all
    for section in wanted:
        section.level, section.lines = section.level + deeper, None
    book.sections += wanted
    for name in LISTS:
        here = (item for item in getattr(old, name) if item.section in chosen)
        setattr(book, name, [_bare(item, _NOTHING.get(name, {})) for item in here])
    _count_anew(book.questions)
    signals = {signal.id for signal in book.signals}
    for signal in book.signals:
        signal.parent = signal.parent if signal.parent in signals else None
    for step, _above in doc.every_step(book):
        _bare(step, _NOTHING["tasks"])
    return _settled(book, uid)


def _begun(facts: Facts) -> doc.Workbook:
    """A sheet with its title and the facts."""
    top, told = _section(heading(facts.title), 1, "notes"), _section(_("Job information"), 2, "info")
    document = doc.Section(id=new_uid(), level=0, kind="document")
    info = facts.info()
    for fact in info:
        fact.section = told.id
    return doc.Workbook(id=new_uid(), title=facts.title, sections=[document, top, told], info=info)


def _chapters() -> Iterator[doc.Section]:
    """What a sheet may hold, as headings that are read as just that."""
    yield _section(_("Responsibilities"), 2, "responsibilities")
    yield _section(_("Requirements"), 2, "requirements")
    yield _section(_("My strengths"), 2, "strengths")
    yield _section(_("Questions to ask"), 2, "questions", direction="ask")
    yield _section(_("Positive signals"), 2, "signals", polarity="positive")
    yield _section(_("Caution signals"), 2, "signals", polarity="caution")
    yield _section(_("Pitch points"), 2, "pitch_points")
    yield _section(_("Learning goals"), 2, "goals")
    yield _section(_("Short-term goals"), 3, "goals", horizon="short")
    yield _section(_("Mid-term goals"), 3, "goals", horizon="mid")


def _section(title: str, level: int, kind: Kind, **says: Any) -> doc.Section:
    return doc.Section(id=new_uid(), path=[title], level=level, kind=kind, **says)


def _title_of(book: doc.Workbook) -> doc.Section | None:
    """The section that stands alone over everything and holds nothing itself: the old sheet's title."""
    top = [section for section in book.sections if section.section == book.sections[0].id]
    holds = {item.section for name in LISTS for item in getattr(book, name)}
    return top[0] if len(top) == 1 and top[0].id not in holds else None


def _with_those_above(book: doc.Workbook, chosen: set[str]) -> list[doc.Section]:
    """The chosen sections and those above them, in their order, without the document and its title."""
    wanted: set[str | None] = set(chosen)
    for section in reversed(book.sections):
        if section.id in wanted:
            wanted.add(section.section)
    title = _title_of(book)
    return [section for section in book.sections if section.id in wanted and section.level and section is not title]


def _bare(item: Any, nothing: dict[str, Any]) -> Any:
    """The thing itself, without what was said of it at the other company."""
    item.lines = None
    for name, value in nothing.items():
        setattr(item, name, value)
    return item


def _count_anew(questions: list[doc.Question]) -> None:
    """Numbers go on from one question to the next, and begin again where they did; boxes are unticked."""
    last = 0
    for question in questions:
        question.asked = None if question.asked is None else False
        if question.number and question.number.isdigit():
            last = 1 if question.number == "1" else last + 1
            question.number = str(last)


def _settled(book: doc.Workbook, uid: str) -> doc.Workbook:
    """The workbook as it is read from its own sheet, with what no sheet tells."""
    number(book)
    made = from_markdown(to_markdown(book), book.title)
    made.id = uid
    for name, told in _TOLD.items():
        for new, old in zip(getattr(made, name), getattr(book, name), strict=False):
            for trait in told:
                setattr(new, trait, getattr(old, trait))
    return made
