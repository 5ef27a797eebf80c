"""What an answer and a signal can be told: versions, repetitions, rounds, and two who speak at once."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from flask import Flask
from sqlalchemy import select, update

from app.clock import now
from app.db import db, writing
from app.models import Answer, Mark, Question, Revision, Signal
from app.models.revision import Kept, Outdated
from tests.conftest import Person
from tests.exchange.books import nested, places
from tests.models.test_schema import add_round


def revise(app: Flask, uid: str, body: str, version: int, round_id: int | None = None) -> Kept | Outdated:
    with app.app_context(), writing() as connection:
        return Answer.revise(connection, places(Question, uid)[0], round_id, body, version)


def mark(app: Flask, uid: str, checked: bool | None, round_id: int | None = None) -> None:
    with app.app_context(), writing() as connection:
        Signal.mark(connection, places(Signal, uid)[0], round_id, checked)


def witness(app: Flask, uid: str, evidence: str, version: int, round_id: int | None = None) -> Kept | Outdated:
    with app.app_context(), writing() as connection:
        return Signal.witness(connection, places(Signal, uid)[0], round_id, evidence, version)


def version_of(outcome: Kept | Outdated) -> tuple[type[object], int]:
    return type(outcome), outcome.version


def test_an_answer_keeps_what_it_said(app: Flask) -> None:
    uid = nested(app)
    assert version_of(revise(app, uid, "", 0)) == (Kept, 0)
    for version, body in enumerate(("一", "二", "", "三")):
        assert version_of(revise(app, uid, body, version)) == (Kept, version + 1)
        a_minute_passes(app)
    assert revise(app, uid, "四", 2) == Outdated(4, "三")
    assert version_of(revise(app, uid, "三", 2)) == (Kept, 4)
    assert revise(app, uid, "", 0) == Outdated(4, "三")
    with app.app_context():
        here = select(Revision.version, Revision.body, Revision.origin).order_by(Revision.version)
        assert [tuple(row) for row in db.session.execute(here)] == [
            (1, "一", "page"),
            (2, "二", "page"),
            (3, "", "page"),
        ]


def a_minute_passes(app: Flask) -> None:
    """Every answer was settled more than a minute ago."""
    with app.app_context(), writing() as connection:
        connection.execute(update(Answer).values(settled_at=now() - timedelta(seconds=61)))


def test_an_answer_to_a_version_that_never_was(app: Flask) -> None:
    assert revise(app, nested(app), "一", 3) == Outdated(0, "")


def test_the_same_request_twice_changes_nothing(app: Flask) -> None:
    uid = nested(app)
    assert version_of(revise(app, uid, "一", 0)) == version_of(revise(app, uid, "一", 0)) == (Kept, 1)
    for _ in range(2):
        mark(app, uid, True)
        assert version_of(witness(app, uid, "看见了", 0)) == (Kept, 1)
    assert marks(app, uid) == [(None, True, "看见了", 1)]


def test_a_tick_never_touches_evidence(app: Flask) -> None:
    uid = nested(app)
    held = a_round(app, uid)
    witness(app, uid, "原话", 0, held)
    states: list[bool | None] = [True, False, None]
    for state in states:
        mark(app, uid, state, held)
        assert marks(app, uid) == [(held, state, "原话", 1)]
    assert witness(app, uid, "别的", 0, held) == Outdated(1, "原话")
    assert version_of(witness(app, uid, "", 1, held)) == (Kept, 2)
    assert marks(app, uid) == [(held, None, "", 2)]


def test_what_was_never_looked_for_leaves_no_mark(app: Flask) -> None:
    uid = nested(app)
    held = a_round(app, uid)
    mark(app, uid, None, held)
    mark(app, uid, False)
    assert marks(app, uid) == []
    mark(app, uid, True, held)
    mark(app, uid, None, held)
    assert marks(app, uid) == []
    mark(app, uid, True)
    mark(app, uid, False)
    assert marks(app, uid) == [(None, False, "", 0)]


def test_three_rounds_and_the_sheet_keep_their_own(app: Flask) -> None:
    uid = nested(app)
    rounds = [None, *(a_round(app, uid) for _ in range(3))]
    states = [True, False, True, False]
    for round_id, state in zip(rounds, states, strict=True):
        revise(app, uid, f"回答 {round_id}", 0, round_id)
        mark(app, uid, state or None if round_id is None else state, round_id)
    revise(app, uid, "改过", 1, rounds[2])
    with app.app_context():
        found = db.session.execute(select(Answer.round_id, Answer.body).where(Answer.body != "大约一周。"))
        told = {row.round_id: row.body for row in found}
    assert told == {round_id: f"回答 {round_id}" for round_id in rounds} | {rounds[2]: "改过"}
    assert [(m[0], m[1]) for m in marks(app, uid)] == list(zip(rounds, states, strict=True))


def test_of_two_who_save_at_once_one_wins_and_one_is_told(app: Flask, workbook: str) -> None:
    people = [Person(app), Person(app)]
    asked = re.findall(r'id="q-([^"]+)"', people[0].get(f"/workbooks/{workbook}").text)[0]
    path, gate = f"/workbooks/{workbook}/questions/{asked}/answer", Barrier(2)
    tokens = [person.token for person in people]
    for version in range(5):

        def save(who: int, version: int = version) -> tuple[int, str]:
            gate.wait()
            fields = {"csrf_token": tokens[who], "body": f"{who} sagt {version}", "version": version}
            reply = people[who].client.post(path, data=fields, headers={"Accept": "application/json"})
            return reply.status_code, str((reply.json or {}).get("body"))

        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(save, range(2)))
        assert sorted(code for code, _body in outcomes) == [200, 409]
        winner = [code for code, _body in outcomes].index(200)
        assert outcomes[1 - winner][1] == f"{winner} sagt {version}"


def a_round(app: Flask, uid: str) -> int:
    with app.app_context(), writing() as connection:
        return add_round(connection, uid)


def marks(app: Flask, uid: str) -> list[tuple[int | None, bool | None, str, int]]:
    """The marks of the first signal."""
    with app.app_context():
        columns = select(Mark.round_id, Mark.checked, Mark.evidence, Mark.version)
        here = columns.where(Mark.signal_id == places(Signal, uid)[0].id)
        found = db.session.execute(here.order_by(Mark.round_id.is_not(None), Mark.round_id)).all()
        return [(row.round_id, row.checked, row.evidence, row.version) for row in found]
