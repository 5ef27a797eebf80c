"""A workbook's sheet with its rounds written into it: below each question what was answered, below each signal whether
it was seen, and the rounds themselves. What has no place below its thing (the row of a table) stands with its round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app import markdown
from app.exchange import document as doc
from app.exchange import round_facts, round_read, told
from app.exchange.markdown import arranged, read_sheet
from app.exchange.standing import Standing
from app.language import spoken
from app.markdown import Below, Encoding, Listed, Spoken, round_words


def woven(workbook: doc.Workbook) -> tuple[bytes, Encoding | None]:
    """The bytes, and the encoding they are in, as of the sheet alone (app.exchange.markdown.written)."""
    sheet, encoding = arranged(workbook)
    if workbook.rounds:
        sheet = _Weaving(workbook, sheet).woven()
    return markdown.from_utf8(sheet, encoding)


@dataclass(slots=True)
class _Lists:
    """What stands with a round."""

    picks: list[Listed] = field(default_factory=list)
    answers: list[Listed] = field(default_factory=list)
    signals: list[Listed] = field(default_factory=list)


class _Weaving:
    """One workbook on its way into its sheet, which is read again: what stands where in it is not kept anywhere."""

    def __init__(self, workbook: doc.Workbook, sheet: bytes) -> None:
        self._workbook, self._sheet = workbook, sheet
        self._again = read_sheet(sheet, workbook.title)
        self._standing = Standing(self._again, sheet)
        self._spoken = _spoken(workbook.language)
        self._numbers = {held.id: number for number, held in enumerate(workbook.rounds, 1)}
        self._rounds = {held.id: held for held in workbook.rounds}
        self._lists = {held.id: _Lists() for held in workbook.rounds}

    def woven(self) -> bytes:
        below = [*self._answers(), *self._marks()]
        self._picks()
        rounds = [
            round_facts.told(
                held,
                number,
                {name: getattr(self._lists[held.id], name) for name in round_read.LISTS},
                self._spoken,
            )
            for number, held in enumerate(self._workbook.rounds, 1)
        ]
        title = round_words.title(self._spoken)
        return markdown.weave(self._sheet, below, rounds, title, self._standing.of_the_rounds())

    def _answers(self) -> Iterator[Below]:
        questions = self._workbook.questions
        places = _paired(questions, self._again.questions)
        for number, (question, place) in enumerate(zip(questions, places, strict=True), 1):
            for answer in question.answers:
                if answer.round is None:
                    continue
                badly = "badly" if answer.went_badly else None
                states = [state for state in (answer.outcome, badly) if state]
                if place and (last := self._standing.last_line(place)):
                    yield self._below(place, last, answer.round, "outcomes", states, answer.body)
                else:
                    suffix = told.with_states("outcomes", states, self._spoken)
                    item = told.named(question.text, "question", number, suffix, answer.body)
                    self._lists[answer.round].answers.append(item)

    def _marks(self) -> Iterator[Below]:
        signals = self._workbook.signals
        places = _paired(signals, self._again.signals)
        for number, (signal, place) in enumerate(zip(signals, places, strict=True), 1):
            for mark in signal.marks:
                if mark.round is None:
                    continue
                states = [] if mark.checked is None else ["seen"] if mark.checked else ["unseen"]
                if place and (last := self._standing.last_line(place)):
                    yield self._below(place, last, mark.round, "marks", states, mark.evidence)
                else:
                    suffix = told.with_states("marks", states, self._spoken)
                    item = told.named(signal.text, "signal", number, suffix, mark.evidence)
                    self._lists[mark.round].signals.append(item)

    def _below(
        self, place: doc.Item, last: int, held: str, group: round_words.Group, states: Sequence[str], text: str
    ) -> Below:
        item = told.below(self._rounds[held], self._numbers[held], group, states, text, self._spoken)
        return Below(place.lines[0] if place.lines else last, last, item)

    def _picks(self) -> None:
        numbers = {question.id: number for number, question in enumerate(self._workbook.questions, 1)}
        for held in self._workbook.rounds:
            for pick in held.picks:
                number = numbers[pick.question]
                suffix = round_words.minutes(pick.minutes, self._spoken) if pick.minutes else ""
                item = told.named(self._workbook.questions[number - 1].text, "question", number, suffix)
                self._lists[held.id].picks.append(item)


def _paired(
    mine: Sequence[doc.Question] | Sequence[doc.Signal], again: Sequence[doc.Question] | Sequence[doc.Signal]
) -> Sequence[doc.Item | None]:
    """For each thing that in the sheet; None for all where the sheet is read as other things."""
    return again if [one.text for one in again] == [one.text for one in mine] else [None] * len(mine)


def _spoken(language: str | None) -> Spoken:
    """The workbook's language, where it is one of ours; else that of whom it is written for."""
    return "zh" if (language or spoken()).startswith("zh") else "en"
