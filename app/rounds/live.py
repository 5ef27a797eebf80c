"""Whose turn it is on the live page: one question at a time, those of the plan first, then the sheet's."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row


def in_turn(questions: Sequence[Row[*tuple[Any, ...]]]) -> list[Row[*tuple[Any, ...]]]:
    """What is picked for this round in the plan's order, then all others in the order of the sheet."""
    return sorted(questions, key=lambda one: (one.planned is None, one.planned or 0))


def turn(questions: Sequence[Row[*tuple[Any, ...]]], asked: Mapping[str, str]) -> int:
    """The place of the question to show: the one that `at` names, else the next that waits; 0 where there are none.

    After an outcome `after` names the question that got it. One typed on the spot came in between: it goes `back` to
    the one that was asked before, while that is open. Else the next open one behind comes, then the first; where none
    is open any more, what was left for later. static/js/live.js goes the same way.
    """
    places = {question.uid: place for place, question in enumerate(questions)}
    if asked.get("at") in places:
        return places[asked["at"]]
    start = places.get(asked.get("after"), -1) + 1
    waiting = [place for place, question in enumerate(questions) if not question.outcome]
    if places.get(asked.get("back")) in waiting:
        return places[asked["back"]]
    waiting = waiting or [place for place, question in enumerate(questions) if question.outcome == "later"]
    nowhere = max(0, min(start, len(questions) - 1))
    return next((place for place in waiting if place >= start), waiting[0] if waiting else nowhere)
