"""Whether a workbook from a JSON file holds together, told before anything of it is written."""

import codecs
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from app.clock import new_uid
from app.exchange import document as doc
from app.exchange.contradictions import are_of_it
from app.exchange.history import fits
from app.exchange.lines import NoSource, check_lines
from app.exchange.places import number
from app.exchange.round_time import YEARS
from app.language import gettext as _
from app.markdown import Meaning

INSTANTS = ("updated_at", "scheduled_at", "started_at", "done_at", "written_at")


class BadFile(ValueError):
    """A file that cannot be imported; the message is a sentence for the person."""


def unlike_itself(name: str) -> str:
    """The sentence about a file that we could not give back as it came."""
    return _("“%(name)s” could not be exported again unchanged, so it was not imported.", name=name)


def nothing_in_it() -> str:
    """The sentence about an export without a workbook."""
    return _("There is no workbook in it.")


def cannot_hold(name: str) -> str:
    """The sentence about a file or section that cannot be written so that it holds what a person said."""
    return _("“%(name)s” cannot hold what you chose: its lines would be read as other things.", name=name)


def from_json(data: bytes) -> doc.Export:
    """The export that `data` holds. Raises BadFile, naming the first place that does not fit."""
    try:
        export = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=doc.Export)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        place = str(error).partition(" - at ")[2].strip("`") or "$"
        raise BadFile(_("This is not an Askback export: the value at %(place)s does not fit.", place=place)) from None
    except RecursionError:
        raise BadFile(_("This is not an Askback export: it is nested too deeply.")) from None
    seen: set[str] = set()
    for workbook in export.workbooks:
        _once(workbook, seen)
        _check(workbook)
        number(workbook)
    return export


def rename(export: doc.Export) -> None:
    """Give the workbooks new ids throughout, for where one of them is taken."""
    names = {record.id: new_uid() for workbook in export.workbooks for record in _named(workbook)}
    for workbook in export.workbooks:
        for pick in (pick for held in workbook.rounds for pick in held.picks):
            pick.question = names[pick.question]
        marks = (mark for signal in workbook.signals for mark in signal.marks)
        for record in (*_named(workbook), *marks, *workbook.revisions):
            for key in ("id", "section", "round", "parent", "of"):
                if old := getattr(record, key, None):
                    setattr(record, key, names[old])
        for goal in workbook.goals:
            goal.why = [names[old] for old in goal.why]
        for said in (each for question in workbook.questions for each in question.contradictions):
            first, second = said.answers
            said.answers = names[first], names[second]


def _named(workbook: doc.Workbook) -> list[Any]:
    """Everything in a workbook that has an id, itself first."""
    answers = (answer for question in workbook.questions for answer in question.answers)
    lists = (record for name in doc.LISTS for record in getattr(workbook, name))
    steps = (step for step, _above in doc.every_step(workbook))
    contradictions = (said for question in workbook.questions for said in question.contradictions)
    left = (follow_up for held in workbook.rounds for follow_up in held.follow_ups)
    return [workbook, *lists, *answers, *contradictions, *steps, *left, *workbook.conflicts]


def _once(workbook: doc.Workbook, seen: set[str]) -> None:
    """No id twice in the whole file; `seen` are those of the workbooks before, and grows."""
    for record in _named(workbook):
        if record.id in seen:
            raise _refused(workbook, _("an id appears twice"))
        seen.add(record.id)


def _check(workbook: doc.Workbook) -> None:
    if not workbook.sections or workbook.sections[0].kind != "document":
        raise _refused(workbook, _("its first section is not the document itself"))
    if any((section.level == 0) != (section.kind == "document") for section in workbook.sections):
        raise _refused(workbook, _("the level of a section does not fit its kind"))
    if not all(section.told is None or Meaning.of(section.told) for section in workbook.sections):
        raise _refused(workbook, _("what a section was told to hold is nothing it can hold"))
    if any(ref not in known for ref, known in _references(workbook)):
        raise _refused(workbook, _("something refers to an id that does not exist"))
    if any("\0" in text for text in _strings(msgspec.to_builtins(workbook))):
        raise _refused(workbook, _("a text contains a NUL character"))
    if not all(_is_in_order(records) for records in _ordered(workbook)):
        raise _refused(workbook, _("its lists are not in the order of their positions"))
    _answers(workbook)
    _once_a_round(workbook)
    if not fits(workbook):
        raise _refused(workbook, _("a former text, or one set aside, belongs to nothing that is there"))
    _times(workbook)
    _lines(workbook)


def _references(workbook: doc.Workbook) -> Iterator[tuple[str | None, set[str | None] | set[str]]]:
    """Each reference with the ids it may name at that place; the sets grow, so look at once."""
    sections: set[str | None] = {None}
    for section in workbook.sections:  # a section stands below one that came before
        yield section.section, sections
        sections.add(section.id)
    rounds: set[str | None] = {None, *(r.id for r in workbook.rounds)}
    for name in doc.ITEM_LISTS:
        yield from ((item.section, sections) for item in getattr(workbook, name))
    yield from ((step.section, sections) for step, _above in doc.every_step(workbook))
    yield from ((a.round, rounds) for q in workbook.questions for a in q.answers)
    yield from ((m.round, rounds) for s in workbook.signals for m in s.marks)
    asked = {q.id for q in workbook.questions}
    yield from ((pick.question, asked) for held in workbook.rounds for pick in held.picks)
    reasons = {r.id for r in (*workbook.requirements, *workbook.strengths, *workbook.questions)}
    yield from ((uid, reasons) for goal in workbook.goals for uid in goal.why)
    signals: set[str | None] = {None}
    for signal in workbook.signals:
        yield signal.parent, signals
        signals.add(signal.id)


def _ordered(workbook: doc.Workbook) -> Iterator[Iterable[doc.Section | doc.Item | doc.Step]]:
    """Each list whose order is that of its positions."""
    yield from (getattr(workbook, name) for name in doc.LISTS if name != "rounds")
    yield from (item.steps for item in doc.with_steps(workbook))
    yield from (step.steps for step, _above in doc.every_step(workbook))


def _is_in_order(records: Iterable[doc.Section | doc.Item | doc.Step]) -> bool:
    positions = [record.position for record in records]
    return positions == sorted(positions)


def _answers(workbook: doc.Workbook) -> None:
    answers = [answer for question in workbook.questions for answer in question.answers]
    if not all(_is_clean(answer.body) for answer in answers):
        raise _refused(workbook, _("an answer begins or ends with a blank line, or contains a carriage return"))
    if not all(answer.version or ((answer.outcome or answer.went_badly) and not answer.body) for answer in answers):
        raise _refused(workbook, _("an answer that has a text has version 0"))
    if not all(map(are_of_it, workbook.questions)):
        raise _refused(workbook, _("a contradiction is not between two answers to its question"))


def _is_clean(body: str) -> bool:
    lines = body.split("\n")
    return "\r" not in body and (not body or all(line.strip(" \t") for line in (lines[0], lines[-1])))


def _once_a_round(workbook: doc.Workbook) -> None:
    told = [[a.round for a in q.answers] for q in workbook.questions]
    told += [[m.round for m in s.marks] for s in workbook.signals]
    told += [[pick.question for pick in held.picks] for held in workbook.rounds]
    if any(len(set(once)) < len(once) for once in told):
        raise _refused(workbook, _("a question or signal appears twice in one round"))


def _times(workbook: doc.Workbook) -> None:
    try:
        for value in _strings_at(msgspec.to_builtins(workbook), INSTANTS):
            if datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").year not in YEARS:
                raise ValueError
        left = (follow_up.due_on for held in workbook.rounds for follow_up in held.follow_ups)
        for day in (*(goal.due_on for goal in workbook.goals), *left):
            date.fromisoformat(day or "2000-01-01")
        for held in workbook.rounds:
            ZoneInfo(held.time_zone or "UTC")
    except (ValueError, OSError, KeyError):
        raise _refused(workbook, _("one of its times cannot be read")) from None


def _lines(workbook: doc.Workbook) -> None:
    """Its lines must fit its source, or it could not be given back as Markdown."""
    try:
        check_lines(workbook)
    except NoSource:
        raise _refused(workbook, _("its source is not base64 text")) from None
    except (ValueError, IndexError):
        raise _refused(workbook, _("its line numbers do not match its source")) from None


def _strings(value: Any) -> Iterator[str]:
    todo = [value]
    while todo:
        match todo.pop():
            case str() as text:
                yield text
            case dict() as held:
                todo.extend(held.values())
            case list() | tuple() as held:
                todo.extend(held)


def _strings_at(value: Any, keys: tuple[str, ...]) -> Iterator[str]:
    todo = [value]
    while todo:
        held = todo.pop()
        if isinstance(held, dict):
            yield from (text for key in keys if isinstance(text := held.get(key), str))
            todo.extend(held.values())
        elif isinstance(held, list):
            todo.extend(held)


def _refused(workbook: doc.Workbook, why: str) -> BadFile:
    return BadFile(_("The workbook “%(title)s” cannot be imported: %(why)s.", title=workbook.title[:60], why=why))
