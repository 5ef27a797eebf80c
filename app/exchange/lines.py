"""Whether a workbook's lines fit its source: whatever a person changes later must find its place in the file."""

from collections.abc import Iterator
from itertools import pairwise

from app.exchange import document as doc
from app.exchange.markdown import source_of, to_markdown
from app.markdown import Change, Span, Tick, Write, patch
from app.markdown.source import decode


class NoSource(ValueError):
    """The source is no base64, or no text."""


def check_lines(workbook: doc.Workbook) -> None:
    """Raise NoSource, or ValueError where lines lie outside the source, meet, or could not be edited."""
    try:
        source, _encoding = source_of(workbook)
        end = len(decode(source).lines)
    except ValueError:  # of base64, of the encoding, or NotText
        raise NoSource from None
    if not all(first <= last <= end for first, last in _every_span(workbook)):
        raise ValueError("lines outside the source")
    edited = sorted(_edited(workbook))
    if any(after[0] <= before[1] for before, after in pairwise(edited)):
        raise ValueError("two things on one line")
    to_markdown(workbook)
    patch(source, list(_all_changed(workbook)))


def _every_span(workbook: doc.Workbook) -> Iterator[Span]:
    records = [record for name in doc.LISTS if name != "rounds" for record in getattr(workbook, name)]
    answers = [answer for question in workbook.questions for answer in question.answers]
    steps = [step for step, _above in doc.every_step(workbook)]
    yield from (record.lines for record in (*records, *answers, *steps) if record.lines)


def _edited(workbook: doc.Workbook) -> Iterator[Span]:
    """The lines that an export may write to."""
    for question in workbook.questions:
        if question.lines:
            yield question.lines
            yield from (answer.lines for answer in question.answers if answer.lines)
    yield from (box.lines for box in _boxes(workbook) if box.lines)


def _all_changed(workbook: doc.Workbook) -> Iterator[Change]:
    """Every box ticked and every answer written."""
    for question in workbook.questions:
        if question.lines:
            if question.asked is not None:
                yield Tick(question.lines[0], True)
            own = next((answer.lines for answer in question.answers if answer.round is None), None)
            yield Write(question.lines, own, "x")
    yield from (Tick(box.lines[0], True) for box in _boxes(workbook) if box.lines)


def _boxes(workbook: doc.Workbook) -> list[doc.Signal | doc.Goal | doc.Task | doc.Step]:
    steps = (step for step, _above in doc.every_step(workbook))
    return [*workbook.signals, *doc.with_steps(workbook), *steps]
