"""A sheet with rounds in it, read: the workbook of the sheet alone, and what was woven in, each where it belongs. What
would belong nowhere stays in the sheet as text, and what is wrong with a round's list stands in its notes."""

from collections import defaultdict
from collections.abc import Callable
from itertools import count
from typing import Any

from app import markdown
from app.clock import new_uid, now, rfc3339
from app.exchange import document as doc
from app.exchange import round_read, told
from app.exchange.standing import Standing
from app.markdown import Listed, Woven, round_words
from app.markdown.source import without_blank_ends

_EVIDENCE_MOST = 10_000  # characters
_TRIES = 3  # what stays as text may change what the sheet is read as


def read_woven(file: bytes, read: Callable[[bytes], doc.Workbook]) -> doc.Workbook | None:
    """The workbook; None where the file has no rounds in it. `read` reads a sheet without them."""
    text: set[int] = set()
    for tried in count():
        if not (woven := markdown.unwoven(file, text)):
            break
        unwoven = _Unweaving(read(woven.sheet), woven)
        if not (odd := unwoven.odd()):
            return unwoven.whole()
        text |= odd if tried < _TRIES else {said.at for said in woven.said}
    return None


class _Unweaving:
    def __init__(self, workbook: doc.Workbook, woven: Woven) -> None:
        self._workbook, self._woven = workbook, woven
        self._standing = Standing(workbook, woven.sheet)
        read = [round_read.read_round(item) for item in woven.rounds]
        self._rounds = [held for held, _lists in read]
        self._lists = [lists for _held, lists in read]
        self._numbered: dict[int, doc.Round] = {}
        for item, held in zip(woven.rounds, self._rounds, strict=True):
            if item.about:
                self._numbered.setdefault(item.about[1], held)
        self._questions = told.places(question.text for question in workbook.questions)
        self._signals = told.places(signal.text for signal in workbook.signals)
        said: dict[int, list[Listed]] = defaultdict(list)
        for one in woven.said:
            said[one.item.about[1] if one.item.about else 0].append(one.item)
        places = {held.id: place for place, held in enumerate(self._rounds, 1)}
        self._known = {
            number: told.known_parts(held, places[held.id], said[number]) for number, held in self._numbered.items()
        }
        self._at = rfc3339(now())

    def odd(self) -> set[int]:
        """The lines of items that can belong nowhere; the others are where they belong."""
        return {said.at for said in self._woven.said if not self._say(said.item, self._standing.at(said.below))}

    def whole(self) -> doc.Workbook:
        """The workbook with its rounds."""
        for held, lists in zip(self._rounds, self._lists, strict=True):
            unread = [line for label, item in lists if not self._list(held, label, item) for line in item.lines()]
            round_read.note(held, unread)
        self._workbook.rounds = self._rounds
        self._in_order()
        return self._workbook

    def _say(self, item: Listed, thing: object) -> bool:
        number = item.about[1] if item.about else 0
        held, known = self._numbered[number], self._known[number]
        if isinstance(thing, doc.Question):
            return self._answer(thing, held, *told.read_below(item, "outcomes", known))
        if isinstance(thing, doc.Signal):
            return self._mark(thing, held, *told.read_below(item, "marks", known))
        return False

    def _list(self, held: doc.Round, label: str, item: Listed) -> bool:
        if label == "signals":
            return self._marked(held, item)
        for place, suffix in told.find(item, "question", self._questions):
            question = self._workbook.questions[place]
            if label == "picks" and not item.text and (not suffix or round_words.minutes_in(suffix)):
                return _pick(held, question, round_words.minutes_in(suffix))
            states = told.read_states("outcomes", suffix)
            if label == "answers" and states is not None:
                return self._answer(question, held, states, item.text)
        return False

    def _marked(self, held: doc.Round, item: Listed) -> bool:
        for place, suffix in told.find(item, "signal", self._signals):
            states = told.read_states("marks", suffix)
            if states is not None:
                return self._mark(self._workbook.signals[place], held, states, item.text)
        return False

    def _answer(self, question: doc.Question, held: doc.Round, states: list[str], text: str) -> bool:
        if any(answer.round == held.id for answer in question.answers):
            return False
        body = "\n".join(without_blank_ends(text.split("\n")))
        outcome: Any = next((state for state in reversed(states) if state != "badly"), None)
        said = doc.Answer(id=new_uid(), round=held.id, updated_at=self._at, body=body, outcome=outcome)
        said.went_badly = "badly" in states
        said.version = 0 if states and not body else 1
        question.answers.append(said)
        return True

    def _mark(self, signal: doc.Signal, held: doc.Round, states: list[str], evidence: str) -> bool:
        if len(evidence) > _EVIDENCE_MOST or any(mark.round == held.id for mark in signal.marks):
            return False
        checked = states[-1] == "seen" if states else None
        version = int(bool(evidence))
        mark = doc.Mark(round=held.id, checked=checked, evidence=evidence, version=version, updated_at=self._at)
        signal.marks.append(mark)
        return True

    def _in_order(self) -> None:
        """Answers and marks by round, as the export has them."""
        order: dict[str | None, int] = defaultdict(int, {held.id: at for at, held in enumerate(self._rounds, 1)})
        for question in self._workbook.questions:
            question.answers.sort(key=lambda answer: order[answer.round])
        for signal in self._workbook.signals:
            signal.marks.sort(key=lambda mark: order[mark.round])


def _pick(held: doc.Round, question: doc.Question, minutes: int | None) -> bool:
    if any(pick.question == question.id for pick in held.picks):
        return False
    held.picks.append(doc.Pick(question=question.id, minutes=minutes))
    return True
