"""Whose turn it is on the live page: one question at a time, those of the plan first, then the sheet's."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row


def in_turn(questions: Sequence[Row[*tuple[Any, ...]]]) -> list[Row[*tuple[Any, ...]]]:
    """What is picked for this round in the plan's order, then all others in the order of the sheet."""
    return sorted(questions, key=lambda one: (one.planned is None, one.planned or 0))


def turn(questions: Sequence[Row[*tuple[Any, ...]]], at: str | None, after: str | None) -> int:
    """The place of the question to show: the one named, else the one behind `after`, else the first without an outcome.

    Behind the last one stays the last; where all have an outcome it is the first, and 0 where there are none.
    """
    places = {question.uid: place for place, question in enumerate(questions)}
    if at in places:
        return places[at]
    if after in places:
        return min(places[after] + 1, len(questions) - 1)
    return next((place for place, question in enumerate(questions) if not question.outcome), 0)
