"""What became of a question in a round: said by one tap, before or after any word, and never at the cost of one."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from app.db import db, writing
from app.models import Answer, Contradiction, Outdated, Place, Question, Revision, Round
from app.models.revision import Kept
from tests.exchange.books import nested, places
from tests.models.test_schema import add_round

Held = tuple[Place, int]


@pytest.fixture
def held(app: Flask) -> Held:
    """A question, and the key of a round."""
    uid = nested(app)
    with app.app_context(), writing() as connection:
        return places(Question, uid)[0], add_round(connection, uid)


def call(app: Flask, held: Held, outcome: str | None) -> None:
    with app.app_context(), writing() as connection:
        Answer.call(connection, *held, outcome)


def revise(app: Flask, held: Held, body: str, version: int) -> Kept | Outdated:
    with app.app_context(), writing() as connection:
        return Answer.revise(connection, *held, body, version)


def told(app: Flask, held: Held) -> list[tuple[str, int, str | None]]:
    with app.app_context():
        found = select(Answer.body, Answer.version, Answer.outcome).where(Answer.round_id == held[1])
        return [(row.body, row.version, row.outcome) for row in db.session.execute(found)]


def test_an_outcome_may_come_before_any_word_and_the_open_box_still_fits(app: Flask, held: Held) -> None:
    call(app, held, "evaded")
    assert told(app, held) == [("", 0, "evaded")]
    assert revise(app, held, "说以后再谈", 0).version == 1
    assert told(app, held) == [("说以后再谈", 1, "evaded")]
    with app.app_context():
        assert db.session.scalars(select(Revision.body)).all() == []


def test_an_outcome_taken_back_leaves_nothing_where_nothing_was_written(app: Flask, held: Held) -> None:
    call(app, held, None)
    for outcome in ("later", "answered", "answered", None):
        call(app, held, outcome)
    assert told(app, held) == []
    revise(app, held, "两周", 0)
    call(app, held, "answered")
    call(app, held, None)
    assert told(app, held) == [("两周", 1, None)]


def test_an_answer_that_went_badly_keeps_its_outcome_and_leaves_no_trace_where_it_is_taken_back(
    app: Flask, held: Held
) -> None:
    def regret(went_badly: bool) -> bool | None:
        with app.app_context(), writing() as connection:
            Answer.regret(connection, *held, went_badly)
        with app.app_context():
            return db.session.scalar(select(Answer.went_badly).where(Answer.round_id == held[1]))

    assert regret(False) is None
    assert regret(True) is True
    assert told(app, held) == [("", 0, None)]
    call(app, held, "later")
    assert regret(False) is False
    assert regret(True) is True
    call(app, held, None)
    assert told(app, held) == [("", 0, None)]
    assert regret(False) is None
    revise(app, held, "说得太长", 0)
    assert regret(True) is True
    assert told(app, held) == [("说得太长", 1, None)]


def test_what_tells_an_answer(app: Flask, held: Held) -> None:
    def tells() -> bool:
        with app.app_context():
            return db.session.scalar(select(Answer.tells()).where(Answer.round_id == held[1])) is True

    call(app, held, "answered")
    assert tells()
    call(app, held, "later")
    assert not tells()
    revise(app, held, "再说", 0)
    assert not tells()
    call(app, held, None)
    assert tells()
    revise(app, held, "", 1)
    assert not tells()


def two_answers(app: Flask, held: Held) -> tuple[int, int]:
    revise(app, held, "两周", 0)
    revise(app, (held[0], _another_round(app, held[0])), "两天", 0)
    with app.app_context():
        first, second = db.session.scalars(
            select(Answer.id).where(Answer.question_id == held[0].id, Answer.round_id.is_not(None)).order_by(Answer.id)
        )
    return first, second


def _another_round(app: Flask, question: Place) -> int:
    with app.app_context(), writing() as connection:
        row = insert(Round).values(workbook_id=question.workbook_id, position=9, kind="hr").returning(Round.id)
        return connection.execute(row).scalar_one()


def test_two_answers_contradict_each_other_once_whichever_is_named_first(app: Flask, held: Held) -> None:
    first, second = two_answers(app, held)
    with app.app_context(), writing() as connection:
        uid = Contradiction.between(connection, held[0], (second, first), "差太多", "c1")
        assert Contradiction.between(connection, held[0], (first, second), "又一次", "c2") == uid == "c1"
        row = connection.execute(select(Contradiction.answer_id, Contradiction.other_id, Contradiction.note)).one()
        assert tuple(row) == (first, second, "差太多")
        with pytest.raises(IntegrityError), connection.begin_nested():
            Contradiction.between(connection, held[0], (first, first), "", "c3")


def test_the_note_of_a_contradiction_has_a_version(app: Flask, held: Held) -> None:
    with app.app_context():
        answers = two_answers(app, held)
    with app.app_context(), writing() as connection:
        Contradiction.between(connection, held[0], answers, "", "c1")
        place = Place(1, held[0].workbook_id, connection.execute(select(Contradiction.id)).scalar_one())
        assert Contradiction.annotate(connection, place, "一", 0).version == 1
        assert Contradiction.annotate(connection, place, "一", 0).version == 1
        assert Contradiction.annotate(connection, place, "二", 0) == Outdated(1, "一")
        Contradiction.take_back(connection, place)
        Contradiction.take_back(connection, place)
        assert connection.execute(select(Contradiction.id)).all() == []
