"""The migrations give what the models say, and the database itself refuses what must not be."""

from collections.abc import Iterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import CheckConstraint, Connection, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from app.db import SCHEMA, Model, db, writing
from app.models import ELEMENTS, Answer, FollowUp, Mark, Pick, Place, Question, Round, Signal, Workbook
from app.upkeep.schema import MIGRATIONS
from tests.exchange.books import nested, places

Values = dict[str, Any]


def test_the_schema_is_the_newest_migration() -> None:
    steps = Config()
    steps.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(steps).get_heads() == [SCHEMA]


def test_the_migrations_give_what_the_models_say(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Model.metadata)
        assert [found for found in differences if not is_reference_to_the_bin(found)] == []
        found = inspect(connection)
        for table in Model.metadata.sorted_tables:
            checks = {str(check["name"]) for check in found.get_check_constraints(table.name)}
            assert checks == {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}


def is_reference_to_the_bin(difference: Any) -> bool:
    """SQLite adds a column with its reference in one breath, and SQLAlchemy does not read the name of such a one."""
    kind, constraint = difference[0], difference[1]
    return kind in ("add_fk", "remove_fk") and list(constraint.column_keys) in (["removal_id"], ["section_id"])


def test_what_lies_in_the_bin_goes_with_its_removal(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        for table in (model.__tablename__ for model in ELEMENTS):
            keys = inspect(connection).get_foreign_keys(table)
            assert [key["referred_table"] for key in keys if key["constrained_columns"] == ["removal_id"]] == [
                "removal"
            ]
            if app.extensions["askback.dialect"].__class__.__name__ == "Sqlite":
                listed = connection.execute(text(f"PRAGMA foreign_key_list({table})")).mappings()
                assert [key["on_delete"] for key in listed if key["from"] == "removal_id"] == ["CASCADE"]


@pytest.fixture
def here(app: Flask) -> Iterator[tuple[Connection, Place, Place, int, int]]:
    """A question and a signal of one workbook, a round of it, and a round of another workbook."""
    mine, others = nested(app), nested(app)
    with app.app_context(), writing() as connection:
        ids = [add_round(connection, uid) for uid in (mine, others)]
        yield connection, places(Question, mine)[0], places(Signal, mine)[0], ids[0], ids[1]


def add_round(connection: Connection, uid: str) -> int:
    """A round of the workbook of that id; gives its key."""
    book = connection.execute(select(Workbook.id).where(Workbook.uid == uid)).scalar_one()
    row = insert(Round).values(workbook_id=book, position=1, kind="hr").returning(Round.id)
    return connection.execute(row).scalar_one()


def refuses(connection: Connection, model: type[Model], values: Values) -> None:
    with pytest.raises(IntegrityError), connection.begin_nested():
        connection.execute(insert(model).values(**values))


Here = tuple[Connection, Place, Place, int, int]


@pytest.mark.parametrize(
    "wrong", [{"version": -1}, {"outcome": "no"}, {"body": "x" * 100_001}, {"question_id": 0}, {"workbook_id": 0}]
)
def test_an_answer_that_cannot_be(here: Here, wrong: Values) -> None:
    connection, question, _signal, round_id, _other = here
    good = {"workbook_id": question.workbook_id, "question_id": question.id, "round_id": round_id, "body": "x"}
    refuses(connection, Answer, good | wrong)
    connection.execute(insert(Answer).values(**good))


@pytest.mark.parametrize("wrong", [{"version": -1}, {"evidence": "x" * 10_001}, {"signal_id": 0}])
def test_a_mark_that_cannot_be(here: Here, wrong: Values) -> None:
    connection, _question, signal, round_id, _other = here
    good = {"workbook_id": signal.workbook_id, "signal_id": signal.id, "round_id": round_id, "checked": True}
    refuses(connection, Mark, good | wrong)
    connection.execute(insert(Mark).values(**good))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "lunch"},
        {"state": "over"},
        {"minutes": 0},
        {"minutes": 1441},
        {"ask_minutes": 0},
        {"each_minutes": 1441},
        {"told": "x" * 10_001},
        {"told_version": -1},
        {"verdict": "maybe"},
        {"process_note": "x" * 10_001},
        {"process_note_version": -1},
        {"workbook_id": 0},
    ],
)
def test_a_round_that_cannot_be(here: Here, wrong: Values) -> None:
    connection, question, _signal, _round_id, _other = here
    good = {"workbook_id": question.workbook_id, "position": 2, "kind": "hr", "state": "live", "minutes": 1440}
    refuses(connection, Round, good | wrong)
    connection.execute(insert(Round).values(**good))


@pytest.mark.parametrize("wrong", [{"minutes": 0}, {"minutes": 1441}, {"question_id": 0}, {"round_id": 0}])
def test_a_pick_that_cannot_be(here: Here, wrong: Values) -> None:
    connection, question, _signal, round_id, other = here
    good = {"workbook_id": question.workbook_id, "question_id": question.id, "round_id": round_id, "position": 0}
    refuses(connection, Pick, good | wrong)
    refuses(connection, Pick, good | {"round_id": other})
    connection.execute(insert(Pick).values(**good))
    refuses(connection, Pick, good | {"position": 1})


@pytest.mark.parametrize("wrong", [{"text": "x" * 10_001}, {"version": 0}, {"round_id": 0}])
def test_a_follow_up_that_cannot_be(here: Here, wrong: Values) -> None:
    connection, question, _signal, round_id, other = here
    good = {"workbook_id": question.workbook_id, "round_id": round_id, "text": "x"}
    refuses(connection, FollowUp, good | wrong)
    refuses(connection, FollowUp, good | {"round_id": other})
    connection.execute(insert(FollowUp).values(**good))


@pytest.mark.parametrize("inside", [True, False])
def test_at_most_one_answer_and_one_mark_a_round(here: Here, inside: bool) -> None:
    connection, question, signal, round_id, _other = here
    place = {"workbook_id": question.workbook_id, "round_id": round_id if inside else None}
    for model, values in (
        (Answer, {"question_id": question.id, "body": "x"}),
        (Mark, {"signal_id": signal.id, "checked": True}),
    ):
        connection.execute(insert(model).values(**place, **values))
        refuses(connection, model, place | values)


def test_nothing_is_said_in_a_round_of_another_workbook(here: Here) -> None:
    connection, question, signal, _round_id, others = here
    for workbook in (question.workbook_id, question.workbook_id + 1):
        place = {"workbook_id": workbook, "round_id": others}
        refuses(connection, Answer, {**place, "question_id": question.id, "body": "x"})
        refuses(connection, Mark, {**place, "signal_id": signal.id, "checked": True})


def test_two_things_of_one_owner_never_share_an_id(here: Here) -> None:
    connection, question, _signal, _round_id, _other = here
    values = {"workbook_id": question.workbook_id, "position": 2, "kind": "hr", "uid": "same"}
    connection.execute(insert(Round).values(**values))
    refuses(connection, Round, values)
