"""The bin on the page: what was deleted is listed, put back by one press, and let go of when a server starts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import insert, select, text, update

from app.clock import now
from app.db import db, writing
from app.models import Goal, Question, Removal, Section, Workbook
from app.models.element import Element
from app.upkeep import bin as the_bin
from tests.conftest import Person
from tests.exchange.books import nested, rows
from tests.models.test_removal import binned, grow_old, place_of
from tests.web.pages import everything, forms_of, statements_of

ASKED = "团队怎么做代码评审？"


@pytest.fixture
def book(app: Flask) -> str:
    return nested(app)


def delete(app: Flask, model: type[Element], name: str) -> str:
    """Delete the thing of that name; gives the id of the removal."""
    with app.app_context(), writing() as connection:
        return Removal.of(connection, model, place_of(model, name))


def puts_back(person: Person) -> list[str]:
    return [form.action for form in forms_of(person.get("/bin")) if form.action.startswith("/bin/")]


def test_the_bin_tells_what_was_deleted_from_where_and_how_long_it_stays(app: Flask, person: Person, book: str) -> None:
    assert "stays here for 30 days" in person.get("/bin").text
    question = delete(app, Question, ASKED)
    section = delete(app, Section, "短期目标")
    grow_old(app, 12, [1])
    page = person.get("/bin").text
    for told in (
        *("Question", ASKED, "某公司 - 后端岗位", "18 days left", "Put back “" + ASKED + "”"),
        *("Section", "短期目标", "30 days left", "with 4 things beneath it"),
    ):
        assert told in page, told
    assert puts_back(person) == [f"/bin/removals/{section}", f"/bin/removals/{question}"]
    with app.app_context(), writing() as connection:
        connection.execute(update(Removal).values(created_at=now() - timedelta(days=31)))
    assert "goes when Askback starts next" in person.get("/bin").text


def test_what_is_put_back_stands_in_its_place_again(app: Flask, person: Person, book: str) -> None:
    before = person.get(f"/workbooks/{book}").text.count(ASKED)
    uid = delete(app, Question, ASKED)
    assert ASKED not in person.get(f"/workbooks/{book}").text
    where = person.send(f"/bin/removals/{uid}").headers["Location"]
    assert where.startswith(f"/workbooks/{book}#q-")
    page = person.get(where).text
    assert page.count(ASKED) == before
    assert f'id="{where.split("#")[1]}"' in page
    assert puts_back(person) == []


def test_putting_back_again_changes_nothing(app: Flask, person: Person, book: str) -> None:
    uid = delete(app, Goal, "学会 Go")
    assert person.save(f"/bin/removals/{uid}").get_json().keys() == {"saved_at"}
    before = everything(app)
    assert person.save(f"/bin/removals/{uid}").status_code == 200
    again = person.send(f"/bin/removals/{uid}")
    assert (again.status_code, again.headers["Location"]) == (303, f"/workbooks/{book}")
    assert everything(app) == before


def test_what_is_not_there_is_404_and_what_lies_in_a_workbook_in_the_bin_410(
    app: Flask, person: Person, book: str
) -> None:
    uid = delete(app, Question, ASKED)
    for nowhere in ("nothing", book, uid + "x"):
        assert person.send(f"/bin/removals/{nowhere}").status_code == 404
    assert person.get(f"/bin/removals/{uid}").status_code == 405
    person.send(f"/workbooks/{book}/remove")
    before = everything(app)
    assert person.send(f"/bin/removals/{uid}").status_code == 410
    assert person.save(f"/bin/removals/{uid}").status_code == 410
    assert everything(app) == before
    assert puts_back(person) == [f"/bin/{book}"]
    person.send(f"/bin/{book}")
    assert puts_back(person) == [f"/bin/removals/{uid}"]


def test_a_form_without_a_token_puts_nothing_back(app: Flask, person: Person, book: str) -> None:
    uid = delete(app, Question, ASKED)
    assert person.client.post(f"/bin/removals/{uid}").status_code == 400
    assert binned(app) != {}


def test_a_long_bin_comes_in_pages_and_asks_as_much_as_a_short_one(app: Flask, person: Person, book: str) -> None:
    delete(app, Question, ASKED)
    asked = statements_of(app, lambda: person.get("/bin"))
    with app.app_context(), writing() as connection:
        here = connection.execute(select(Workbook.id)).scalar_one()
        lines = [{"workbook_id": here, "noun": "question", "label": f"问题 {n}？"} for n in range(the_bin.SHOWN + 20)]
        connection.execute(insert(Removal), [_row(n, row) for n, row in enumerate(lines)])
    assert statements_of(app, lambda: person.get("/bin")) == asked
    first, second = person.get("/bin").text, person.get("/bin?page=1").text
    assert first.count("Put back “") == the_bin.SHOWN
    assert second.count("Put back “") == 21
    assert "问题 0？" in second and ">Newer</a>" in second and ">Older</a>" not in second
    for odd in ("-1", "x", "9" * 40):
        assert person.get(f"/bin?page={odd}").status_code == 200


def _row(number: int, told: dict[str, object]) -> dict[str, object]:
    return {**told, "uid": f"r{number}", "owner_id": 1, "created_at": now(), "updated_at": now()}


def test_a_server_that_starts_lets_go_of_what_is_old(app: Flask, person: Person, book: str) -> None:
    held = rows(app)
    old, young = delete(app, Question, ASKED), delete(app, Goal, "学会 Go")
    grow_old(app, 31, [1])
    with app.app_context():
        the_bin.empty()
        assert list(db.session.scalars(select(Removal.uid))) == [young]
    assert rows(app)["question"] == held["question"] - 1
    assert person.send(f"/bin/removals/{old}").status_code == 404


def test_a_bin_that_cannot_be_emptied_does_not_keep_a_server_from_starting(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with app.app_context():
        with writing() as connection:
            connection.execute(text("ALTER TABLE removal RENAME TO something_else"))
        the_bin.empty()
    assert "the bin was not emptied" in caplog.text
