"""Places between places: whatever is put behind whatever stands there, also when there is no room left."""

from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, update

from app.db import LOCAL_OWNER, writing
from app.models import Question, Removal, Section, Signal, Step
from app.models.order import (
    NEAR,
    ROOM,
    NotHere,
    among_items,
    between,
    last_of,
    others,
    position_of_move,
    positions_after,
)
from tests.exchange.books import nested

Insertions = list[tuple[int, int]]  # behind which of those that stand there (0: before all), how many

insertions: st.SearchStrategy[Insertions] = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 4)), max_size=40)
ends = st.one_of(st.none(), st.integers(-(2**62), 2**62))


@given(ends, ends, st.integers(1, 300))
def test_what_lies_between_is_in_order_and_apart_or_there_is_no_room(
    before: int | None, after: int | None, count: int
) -> None:
    if before is not None and after is not None and before > after:
        before, after = after, before
    found = between(before, after, count)
    whole = [position for position in (before, *found, after) if position is not None]
    if found:
        assert len(found) == count and whole == sorted(set(whole))
    else:
        assert before is not None and after is not None and after - before <= count


@given(insertions)
def test_any_sequence_of_insertions_stands_in_the_order_asked_for(asked: Insertions) -> None:
    names: list[int] = []
    positions: dict[int, int] = {}
    for place, count in asked:
        at = min(place, len(names))
        before = positions[names[at - 1]] if at else None
        after = positions[names[at]] if at < len(names) else None
        found = between(before, after, count)
        if not found:
            positions = {name: number * ROOM for number, name in enumerate(names)}
            found = between(positions[names[at - 1]], positions[names[at]], count)
        new = range(len(positions), len(positions) + count)
        positions |= dict(zip(new, found, strict=True))
        names[at:at] = new
        assert sorted(names, key=positions.__getitem__) == names


def test_thousands_are_added_one_behind_the_other_before_the_room_is_halved() -> None:
    at, count = 0, 0
    while (found := between(at, ROOM)) and found[0] - at == NEAR:
        at, count = found[0], count + 1
    assert count > 1000


class List:
    """The things that stand in one section, of two kinds, as the database has them."""

    def __init__(self, connection: Connection, gap: int) -> None:
        self.connection = connection
        home = select(Section.id, Section.workbook_id).where(Section.title == "面试问题清单")
        self.home = connection.execute(home).one()
        self.siblings = among_items(self.home.id)
        self.names = self.standing()
        for number, name in enumerate(self.names):
            connection.execute(update(Question).where(Question.uid == name).values(position=number * gap))

    def standing(self) -> list[str]:
        """What stands there, in the order of the positions."""
        rows = [row for one in self.siblings for row in self.connection.execute(one)]
        assert len({row.position for row in rows}) == len(rows), "no two share a position"
        return [row.uid for row in sorted(rows, key=lambda row: row.position)]

    def add(self, at: int, count: int) -> None:
        at = min(at, len(self.names))
        model = Signal if at % 3 == 2 else Question
        new = [f"n{len(self.names) + number}" for number in range(count)]
        positions = positions_after(self.connection, self.siblings, self.names[at - 1] if at else None, count)
        common = {
            "owner_id": LOCAL_OWNER,
            "workbook_id": self.home.workbook_id,
            "section_id": self.home.id,
            "text": "x",
        }
        told = {"polarity": "positive"} if model is Signal else {}
        rows = [common | told | {"uid": uid, "position": place} for uid, place in zip(new, positions, strict=True)]
        self.connection.execute(insert(model), rows)
        self.names[at:at] = new

    def move(self, index: int, at: int) -> None:
        name = self.names.pop(index)
        at = min(at, len(self.names))
        model = Question if self.connection.scalar(select(Question.id).where(Question.uid == name)) else Signal
        key = self.connection.execute(select(model.id).where(model.uid == name)).scalar_one()
        position = position_of_move(self.connection, self.siblings, model, key, self.names[at - 1] if at else None)
        self.connection.execute(update(model).where(model.id == key).values(position=position))
        self.names.insert(at, name)


@pytest.mark.parametrize("gap", [1, 2, 5, ROOM])
def test_additions_and_moves_stand_in_the_order_asked_for_also_when_room_runs_out(app: Flask, gap: int) -> None:
    nested(app)
    with app.app_context(), writing() as connection:
        held = List(connection, gap)
        for step in range(14):
            held.add((step * 7) % (len(held.names) + 1), step % 3 + 1)
            assert held.standing() == held.names
            held.move((step * 5) % len(held.names), (step * 3) % len(held.names))
            assert held.standing() == held.names
        for _again in range(40):  # always at the same place, which halves its room
            held.add(3, 1)
        assert held.standing() == held.names


def test_only_what_has_no_room_is_laid_anew(app: Flask) -> None:
    nested(app)
    with app.app_context(), writing() as connection:
        elsewhere = select(Signal.id, Signal.position).order_by(Signal.id)
        steps = select(Step.id, Step.position).order_by(Step.id)
        before = [connection.execute(one).all() for one in (elsewhere, steps)]
        held = List(connection, 1)
        held.add(1, 1)
        assert held.standing() == held.names
        assert [connection.execute(one).all() for one in (elsewhere, steps)] == before


def test_what_lies_in_the_bin_keeps_its_place_but_is_not_the_last(app: Flask) -> None:
    nested(app)
    with app.app_context(), writing() as connection:
        held = List(connection, ROOM)
        last = connection.execute(select(Question).where(Question.uid == held.names[-1])).one()
        removal = {"workbook_id": held.home.workbook_id, "noun": "question", "label": "x"}
        connection.execute(insert(Removal).values(**removal, owner_id=LOCAL_OWNER))
        key = connection.scalar(select(Removal.id))
        connection.execute(update(Question).where(Question.id == last.id).values(removal_id=key))
        assert last_of(connection, held.siblings) == held.names[-2]
        assert last_of(connection, others(held.siblings, Question, -1)) == held.names[-2]
        held.add(len(held.names) - 1, 2)
        assert held.standing() == held.names and held.names[-1] == last.uid


def test_nothing_stands_behind_what_is_not_there(app: Flask) -> None:
    nested(app)
    with app.app_context(), writing() as connection:
        held = List(connection, ROOM)
        signal = connection.scalar(select(Signal.uid))
        for uid in ("nothing", "", signal or ""):
            with pytest.raises(NotHere):
                positions_after(connection, held.siblings, uid)
