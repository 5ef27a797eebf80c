"""What is suggested first, and why: by each rule alone, then one against the other."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from app.rounds.suggest import Other, Past, Said, suggested

FIRST, SECOND, THIRD = (Other(number, number, over=True) for number in (1, 2, 3))
COMING = Other(4, 4, over=False)


@dataclass
class Asked:
    """A question as a sheet has it."""

    id: int
    priority: int | None = None
    audience: list[str] = field(default_factory=list)
    asked: bool | None = None


PLAIN = [Asked(number) for number in range(1, 6)]


def order(past: Past, questions: list[Asked] = PLAIN, kind: str = "hr") -> list[tuple[int, str]]:
    """What is suggested for a round of a kind, in its order, with the reasons in words."""
    return [(question.id, " · ".join(why)) for question, why in suggested(questions, kind, past)]


def past(*said: Said, picks: tuple[tuple[int, int], ...] = (), clashing: tuple[int, ...] = ()) -> Past:
    return Past((FIRST, SECOND, THIRD, COMING), said, picks, clashing)


def answered(question: int, held: int) -> Said:
    return Said(question, held, told=True, outcome="answered")


def without(question: int, held: int, outcome: str | None) -> Said:
    return Said(question, held, told=False, outcome=outcome)


def test_what_was_not_asked_so_far_comes_before_what_was_answered() -> None:
    assert order(past(*(answered(number, 1) for number in (1, 2, 4, 5)))) == [(3, "not asked so far")]
    assert order(past(), [*PLAIN[:2], Asked(6, asked=True)]) == [(1, "not asked so far"), (2, "not asked so far")]


def test_what_was_evaded_last_time_comes_first() -> None:
    said = past(without(4, 1, "evaded"))
    assert order(said)[:2] == [(4, "evaded last time"), (1, "not asked so far")]


def test_what_was_answered_after_it_was_evaded_is_not_suggested() -> None:
    assert 4 not in dict(order(past(without(4, 1, "evaded"), answered(4, 2))))
    assert dict(order(past(answered(4, 1), without(4, 2, "evaded"))))[4] == "evaded last time"


def test_what_two_people_contradict_each_other_about_comes_first() -> None:
    said = past(answered(5, 1), answered(5, 2), without(4, 1, "evaded"), clashing=(5,))
    assert order(said)[:2] == [(5, "two people contradict each other"), (4, "evaded last time")]


def test_what_is_for_this_kind_of_round_comes_first_and_what_is_for_another_last() -> None:
    questions = [Asked(1, audience=["manager"]), Asked(2), Asked(3, audience=["technical", "hr"])]
    assert order(past(), questions) == [
        (3, "the right person for it · not asked so far"),
        (2, "not asked so far"),
        (1, "not asked so far"),
    ]


def test_what_must_be_asked_comes_first_then_what_one_wants_to_ask() -> None:
    questions = [Asked(1, 3), Asked(2), Asked(3, 2), Asked(4, 1)]
    assert order(past(), questions) == [
        (4, "priority: must · not asked so far"),
        (3, "priority: want · not asked so far"),
        (1, "not asked so far"),
        (2, "not asked so far"),
    ]


@pytest.mark.parametrize("outcome", [None, "later", "evaded"])
def test_what_was_picked_and_not_answered_carries_over(outcome: str | None) -> None:
    said = (without(3, 2, outcome),) if outcome else ()
    first = order(past(*said, picks=((3, 2),)))[0]
    wanted = "left over from round 2"
    evaded = "evaded last time · left over from round 2"
    assert first == (3, evaded if outcome == "evaded" else f"{wanted} · not asked so far")


def test_what_was_put_off_carries_over_even_where_it_was_not_picked() -> None:
    assert order(past(without(3, 1, "later")))[0] == (3, "left over from round 1 · not asked so far")


def test_what_was_picked_and_answered_there_or_later_does_not_carry_over() -> None:
    for held in (2, 3):
        assert 3 not in dict(order(past(answered(3, held), picks=((3, 2),))))
    assert dict(order(past(answered(3, 1), picks=((3, 2),))))[3] == "left over from round 2"


def test_a_round_that_is_still_to_come_leaves_nothing_over_until_something_is_said_in_it() -> None:
    assert dict(order(past(picks=((3, 4),))))[3] == "not asked so far"
    assert dict(order(past(answered(1, 4), picks=((3, 4),))))[3] == "left over from round 4 · not asked so far"


def test_the_stronger_reason_decides_then_the_next_then_the_sheet() -> None:
    questions = [Asked(1), Asked(2, 1), Asked(3, audience=["hr"]), Asked(4), Asked(5, 1), Asked(6), Asked(7, 1, ["hr"])]
    said = past(without(4, 1, "evaded"), without(5, 1, "evaded"), answered(6, 1), picks=((1, 1),), clashing=(6,))
    wanted = [6, 5, 4, 1, 7, 3, 2]
    assert [uid for uid, _why in order(said, questions)] == wanted
    assert [uid for uid, _why in order(said, questions)] == wanted


def test_what_is_said_of_no_round_that_is_there_does_not_count() -> None:
    assert dict(order(past(answered(1, 9), picks=((2, 9),)))) == dict.fromkeys(range(1, 6), "not asked so far")
