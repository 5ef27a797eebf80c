"""Which questions to ask in a round, and why: the suggestions of an ask plan. Pure.

A question is suggested where at least one of these reasons holds, and all that hold are told, in this order:

1. two people contradict each other about it
2. evaded last time: the last round that came to it got no answer
3. left over: picked in a round that is over, or put off there, and not answered since
4. the right person for it: its audience names the kind of this round
5. priority: it must, or should, be asked
6. not asked so far in any other round

4 to 6 are for questions that are still open: the last round that came to it did not answer it. The first reason that
tells two questions apart decides which comes first; there a question for nobody in particular comes before one for
other people, and "must" before "want". Where none does, the order of the sheet holds. "Last" goes by the order of the
rounds, whenever they are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from app.language import gettext as _


class Question(Protocol):
    """What is known of a question itself."""

    @property
    def id(self) -> int: ...
    @property
    def priority(self) -> int | None: ...
    @property
    def audience(self) -> Sequence[str]: ...
    @property
    def asked(self) -> bool | None: ...


class Other(NamedTuple):
    """Another round: `number` is its place among all of them; `over` that nothing more is asked in it."""

    id: int
    number: int
    over: bool


class Said(NamedTuple):
    """What became of a question in a round: `told` where it was answered, else `outcome` says evaded or later."""

    question_id: int
    round_id: int
    told: bool
    outcome: str | None


Q = TypeVar("Q", bound=Question)
Rank = tuple[int, ...]


class Past:
    """What other rounds know of each question; `picks` are (question, round) of their plans."""

    def __init__(
        self,
        rounds: Iterable[Other],
        said: Iterable[Said],
        picks: Iterable[tuple[int, int]],
        clashing: Collection[int] = (),
    ) -> None:
        self._rounds = {held.id: held for held in rounds}
        self.clashing = clashing
        self._said: dict[int, list[Said]] = defaultdict(list)
        self._meant: dict[int, list[int]] = defaultdict(list)
        for one in sorted((one for one in said if one.round_id in self._rounds), key=self._when):
            self._said[one.question_id].append(one)
        begun = {one.round_id for said_of_one in self._said.values() for one in said_of_one}
        for question_id, round_id in picks:
            if round_id in self._rounds and (self._rounds[round_id].over or round_id in begun):
                self._meant[question_id].append(self._rounds[round_id].number)

    def _when(self, one: Said) -> int:
        return self._rounds[one.round_id].number

    def last(self, question_id: int) -> Said | None:
        """What the last round that came to it made of it; one that left it for later did not come to it."""
        came = [one for one in self._said.get(question_id, ()) if one.told or one.outcome == "evaded"]
        return came[-1] if came else None

    def left(self, question_id: int) -> int | None:
        """The number of the last round that meant to ask it, where neither that nor a later one has the answer."""
        put_off = [self._when(one) for one in self._said.get(question_id, ()) if one.outcome == "later"]
        answered = [self._when(one) for one in self._said.get(question_id, ()) if one.told]
        meant = max([*self._meant.get(question_id, ()), *put_off], default=0)
        return meant if meant > max(answered, default=0) else None


def suggested(questions: Iterable[Q], kind: str, past: Past) -> list[tuple[Q, list[str]]]:
    """The questions to ask in a round of that kind, first the first, each with its reasons in words.

    `questions` are in the order of the sheet; one without a reason is left out.
    """
    found: list[tuple[Rank, Q, list[str]]] = []
    for question in questions:
        rank, reasons = _weighed(question, kind, past)
        if reasons:
            found.append((rank, question, reasons))
    return [(question, reasons) for _rank, question, reasons in sorted(found, key=lambda one: one[0])]


def _weighed(question: Question, kind: str, past: Past) -> tuple[Rank, list[str]]:
    """How a question stands by each reason, 0 where it holds most, and those that hold."""
    last, left = past.last(question.id), past.left(question.id)
    is_open = not (last and last.told)
    evaded = last is not None and is_open
    asked = bool(last or question.asked)
    priority = {1: 0, 2: 1}.get(question.priority or 3, 2) if is_open else 2
    person = _person(question, kind) if is_open else 1
    ranked = (question.id not in past.clashing, not evaded, not left, person, priority, asked or not is_open)
    reasons = [
        (question.id in past.clashing, _("two people contradict each other")),
        (evaded, _("evaded last time")),
        (left, _("left over from round %(number)s", number=left)),
        (person == 0, _("the right person for it")),
        (priority < 2, _("priority: must") if priority == 0 else _("priority: want")),
        (is_open and not asked, _("not asked so far")),
    ]
    return tuple(map(int, ranked)), [text for holds, text in reasons if holds]


def _person(question: Question, kind: str) -> int:
    if not question.audience:
        return 1
    return 0 if kind in question.audience else 2
