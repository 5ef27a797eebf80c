"""A workbook as a table for spreadsheets (app.exchange.columns): RFC 4180, in UTF-8 with the mark Excel looks for."""

import codecs
import csv
import io
from collections.abc import Iterator

from app.exchange import document as doc
from app.exchange.called import below_the_title, round_names
from app.exchange.columns import BETWEEN, COLUMNS, guarded, headers, said, words

Cells = dict[str, str]


def to_csv(workbook: doc.Workbook) -> bytes:
    """The questions with their answers, then the signals with their marks, then the goals."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    table.writerow(headers())
    rounds = round_names(workbook)
    for row in (*_questions(workbook, rounds), *_signals(workbook, rounds), *_goals(workbook)):
        table.writerow({name: guarded(cell) for name, cell in row.items()})
    return codecs.BOM_UTF8 + out.getvalue().encode("utf-8")


def _questions(workbook: doc.Workbook, rounds: dict[str, str]) -> Iterator[Cells]:
    shown = below_the_title(workbook)
    for question in workbook.questions:
        same = {
            "section": BETWEEN.join(shown(question.path)),
            "number": question.number or "",
            "question": question.text,
            "direction": words("direction")[question.direction],
            "priority": str(question.priority or ""),
            "audience": ", ".join(words("audience")[kind] for kind in question.audience),
            "asked": said(question.asked),
        }
        answers = {answer.round: answer.body for answer in question.answers}
        yield same | {"answer": answers.pop(None, "")}
        yield from (same | {"round": rounds[held], "answer": body} for held, body in answers.items() if held and body)


def _signals(workbook: doc.Workbook, rounds: dict[str, str]) -> Iterator[Cells]:
    shown = below_the_title(workbook)
    for signal in workbook.signals:
        same = {
            "section": BETWEEN.join(shown(signal.path)),
            "signal": signal.text,
            "polarity": words("polarity")[signal.polarity],
        }
        marks = {mark.round: {"seen": said(mark.checked), "evidence": mark.evidence} for mark in signal.marks}
        yield same | marks.pop(None, {})
        yield from (same | {"round": rounds[held]} | told for held, told in marks.items() if held)


def _goals(workbook: doc.Workbook) -> Iterator[Cells]:
    shown = below_the_title(workbook)
    for goal in workbook.goals:
        yield {
            "section": BETWEEN.join(shown(goal.path)),
            "goal": goal.text,
            "horizon": words("horizon").get(goal.horizon or "", ""),
            "done": said(goal.done),
            "due": goal.due_on or "",
            "notes": goal.notes,
        }
