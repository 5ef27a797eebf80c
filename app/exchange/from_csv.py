"""A table of questions as a workbook: first written as a sheet, and then read like any other, so that it leaves as
Markdown in a proper form. Nothing a row says is lost: what no column of ours holds stands below its question."""

from typing import Any

from app.clock import new_uid, now, rfc3339
from app.exchange import document as doc
from app.exchange.cells import Cells
from app.exchange.check import BadFile, unlike_itself
from app.exchange.columns import BETWEEN, kind_of_round
from app.exchange.headings import Headings
from app.exchange.settle import settled
from app.exchange.table import BLANK, THINGS, Row, rows_of
from app.language import gettext as _
from app.markdown import ItemKind, NotOneItem, phrase
from app.models.mark import EVIDENCE_LIMIT

_DEEPEST = 5  # titles of a path below the one over everything; the last takes what is deeper


def from_csv(text: str, name: str, title: str) -> doc.Workbook:
    """The workbook that a table describes, called `title`. Raises BadFile, which names the file by `name`."""
    rows = rows_of(text, name)
    taking = _Taking(name, title, counts=not any("number" in row.cells for row in rows))
    for row in rows:
        taking.take(row)
    try:
        return settled(taking.workbook())
    except ValueError:
        raise BadFile(unlike_itself(name)) from None


class _Taking:
    """A table on its way in. A row that speaks of a round joins the thing of the row before, if it is the same.

    `counts` says that questions get numbers, for the table has none.
    """

    def __init__(self, name: str, title: str, *, counts: bool) -> None:
        self._name, self._counts, self._headings = name, counts, Headings(title)
        self._book = doc.Workbook(id=new_uid(), title=title)
        self._rounds: dict[str, doc.Round] = {}
        self._sections: dict[str, str] = {}
        self._before: dict[str, tuple[tuple[str, ...], Any, set[str | None]]] = {}

    def take(self, row: Row) -> None:
        """Put one row where it belongs."""
        cells = Cells(row)
        things = [thing for thing in THINGS if row[thing].strip(BLANK)]
        for thing in things:
            getattr(self, f"_{thing}")(cells)
        if not things:
            self._title(row)

    def workbook(self) -> doc.Workbook:
        """What was taken so far."""
        self._book.sections = self._headings.sections()
        self._book.rounds = list(self._rounds.values())
        return self._book

    def _title(self, row: Row) -> None:
        """A line that only names a section, as people put between their questions."""
        told = [cell for cell in (*row.cells.values(), *(cell for _title, cell in row.others)) if cell.strip(BLANK)]
        if len(told) > 1:
            raise self._bad(row, _("there is no question"))
        self._sections["question"] = told[0]

    def _question(self, cells: Cells) -> None:
        row, held = cells.row, self._round(cells.row)
        question = self._joined("question", row, held)
        if not question:
            direction = cells.value("direction") or "ask"
            question = doc.Question(
                id=new_uid(),
                section=self._section("question", row, _("Questions to ask"), direction=direction),
                number=str(len(self._book.questions) + 1) if self._counts else cells.number(),
                text=self._text("question", row),
                direction="answer" if direction == "answer" else "ask",
                priority=cells.priority(),
                audience=cells.audience(),
                asked=cells.flag("asked"),
            )
            self._add("question", row, held, question, self._book.questions)
        if body := cells.below(row["answer"]):
            question.answers.append(doc.Answer(id=new_uid(), round=held, body=body, updated_at=rfc3339(now())))

    def _signal(self, cells: Cells) -> None:
        row, held = cells.row, self._round(cells.row)
        signal = self._joined("signal", row, held)
        if not signal:
            caution = cells.value("polarity") == "caution"
            usual = _("Caution signals") if caution else _("Positive signals")
            polarity: Any = "caution" if caution else "positive"
            place = self._section("signal", row, usual, polarity=polarity)
            signal = doc.Signal(id=new_uid(), section=place, text=self._text("signal", row), polarity=polarity)
            self._add("signal", row, held, signal, self._book.signals)
        seen, evidence = cells.flag("seen"), cells.below(row["evidence"])
        if len(evidence) > EVIDENCE_LIMIT:
            raise self._bad(row, _("the evidence is longer than 10,000 characters"))
        if seen is not None or evidence:
            at, version = rfc3339(now()), int(bool(evidence))
            signal.marks.append(doc.Mark(round=held, checked=seen, evidence=evidence, version=version, updated_at=at))

    def _goal(self, cells: Cells) -> None:
        row, horizon = cells.row, cells.value("horizon")
        usual = {"short": _("Short-term goals"), "mid": _("Mid-term goals")}.get(horizon or "", _("Learning goals"))
        goal = doc.Goal(
            id=new_uid(),
            section=self._section("goal", row, usual, horizon=horizon),
            text=self._text("goal", row),
            horizon=horizon,
            done=bool(cells.flag("done")),
            due_on=cells.day("due"),
        )
        goal.notes = cells.below(row["notes"])
        self._book.goals.append(goal)

    def _add(self, thing: str, row: Row, held: str | None, item: Any, among: list[Any]) -> None:
        among.append(item)
        self._before[thing] = (_same(thing, row), item, {held})

    def _joined(self, thing: str, row: Row, held: str | None) -> Any:
        """The thing of the row before, where this one says it again of a round."""
        same, item, rounds = self._before.get(thing, ((), None, set()))
        if not held or held in rounds or same != _same(thing, row):
            return None
        rounds.add(held)
        return item

    def _section(self, thing: str, row: Row, usual: str, **says: Any) -> str:
        """The section that a row names, or that one before it named, as in a table with merged cells."""
        named = row["section"].strip() or self._sections.get(thing, "")
        self._sections[thing] = named
        path = [title.strip() for title in named.split(BETWEEN) if title.strip()] or [usual]
        if len(path) > _DEEPEST:
            path[_DEEPEST - 1 :] = [BETWEEN.join(path[_DEEPEST - 1 :])]
        return self._headings.section(path, thing, says)

    def _round(self, row: Row) -> str | None:
        name = " ".join(row["round"].split())
        if not name:
            return None
        return self._rounds.setdefault(name, doc.Round(id=new_uid(), name=name, kind=kind_of_round(name))).id

    def _text(self, thing: ItemKind, row: Row) -> str:
        for text in (row[thing], f"\\{row[thing]}"):  # nothing but a link is no question, unless it is written out
            try:
                return phrase(thing, text).text
            except NotOneItem:
                continue
        raise self._bad(row, _("“%(text)s” cannot stand in a list", text=row[thing][:60]))

    def _bad(self, row: Row, why: str) -> BadFile:
        return BadFile(_("Line %(line)s of “%(name)s”: %(why)s.", line=row.line, name=self._name, why=why))


def _same(thing: str, row: Row) -> tuple[str, ...]:
    return (row["section"], row["number"], row[thing])
