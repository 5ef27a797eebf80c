"""A text that came too late is set aside until a person decides, and what is not chosen goes into the history."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from sqlalchemy import select

from app.db import db
from app.models import Answer, Conflict, Goal, Question, Requirement, Revision, Signal
from tests.conftest import Person
from tests.history.telling import ids_of
from tests.web.pages import add_round, everything, forms_of


@pytest.fixture
def asked(app: Flask, workbook: str) -> str:
    """The id of a question."""
    return ids_of(app, workbook, Question)[0]


@pytest.fixture
def path(workbook: str, asked: str) -> str:
    """Where its answer is saved."""
    return f"/workbooks/{workbook}/questions/{asked}/answer"


def clash(person: Person, path: str, field: str = "body") -> str:
    """Two texts upon nothing; the id of the conflict."""
    person.save(path, **{field: "theirs", "version": 0})
    return str(person.save(path, **{field: "mine", "version": 0}).get_json()["conflict"])


def test_an_open_conflict_is_listed_on_the_sheet_and_among_the_openings(
    person: Person, workbook: str, path: str
) -> None:
    sheet = f"/workbooks/{workbook}"
    assert "/conflicts/" not in person.get(sheet).text
    link = f"{sheet}/conflicts/{clash(person, path)}"
    assert link in person.get(sheet).text
    assert "One text waits for you to decide" in person.get("/").text
    page = person.get(link)
    assert page.status_code == 200
    assert [form.fields.get("body") for form in forms_of(page) if "body" in form.fields] == [
        "mine",
        "theirs",
        "theirs\nmine",
    ]


@pytest.mark.parametrize(
    ("chosen", "history"),
    [
        ("mine", ["mine", "theirs"]),
        ("theirs", ["theirs", "mine"]),
        ("theirs\nmine", ["theirs\nmine", "mine", "theirs"]),
        ("neither", ["neither", "mine", "theirs"]),
    ],
)
def test_a_decision_ends_it_and_keeps_every_word(
    app: Flask, person: Person, workbook: str, path: str, chosen: str, history: list[str]
) -> None:
    uid = clash(person, path)
    assert person.send(path, body=chosen, version=1, conflict=uid).status_code == 303
    with app.app_context():
        now, former = select(Answer.body), select(Revision.body).order_by(Revision.version.desc())
        assert [*db.session.scalars(now), *db.session.scalars(former)] == history
    kept = person.get(f"/workbooks/{workbook}")
    assert "/conflicts/" not in kept.text
    assert person.get(f"/workbooks/{workbook}/conflicts/{uid}").status_code == 404


def test_a_decision_sent_twice_changes_nothing_more(app: Flask, person: Person, path: str) -> None:
    uid = clash(person, path)
    first = person.save(path, body="both", version=1, conflict=uid).get_json()
    before = everything(app)
    assert person.save(path, body="both", version=1, conflict=uid).get_json() == first
    assert everything(app) == before
    assert person.save(path, body="more", version=first["version"]).status_code == 200


def test_the_same_late_text_twice_is_one_conflict_and_typed_on_it_stays_one(
    app: Flask, person: Person, path: str
) -> None:
    uid = clash(person, path)
    for body in ("mine", "mine, typed on"):
        assert person.save(path, body=body, version=0, conflict=uid).get_json()["conflict"] == uid
    with app.app_context():
        assert [*db.session.scalars(select(Conflict.body))] == ["mine, typed on"]


def test_a_late_text_that_was_decided_elsewhere_opens_no_new_conflict(person: Person, path: str) -> None:
    uid = clash(person, path)
    person.save(path, body="theirs", version=1, conflict=uid)
    assert person.save(path, body="mine", version=0, conflict=uid).get_json() == {"version": 2, "body": "theirs"}
    again = person.save(path, body="mine, and news", version=0, conflict=uid).get_json()
    assert again["conflict"] not in (None, uid)


def test_evidence_notes_and_wordings_are_set_aside_too(app: Flask, person: Person, workbook: str) -> None:
    base = f"/workbooks/{workbook}"
    held = f"{base}/rounds/{add_round(person, workbook)}"
    clash(person, f"{held}/signals/{ids_of(app, workbook, Signal)[0]}/evidence", "evidence")
    clash(person, f"{base}/goals/{ids_of(app, workbook, Goal)[0]}/notes", "notes")
    worded = f"{base}/requirements/{ids_of(app, workbook, Requirement)[0]}/wording"
    person.save(worded, text="theirs", note="", version=1)
    person.save(worded, text="mine", note="why", version=1)
    links = re.findall(r'"(/workbooks/[^"]+/conflicts/[^"]+)"', person.get(base).text)
    assert len(links) == 3
    for link in links:
        (mine, *_rest) = (form for form in forms_of(person.get(link)) if "conflict" in form.fields)
        assert person.client.post(mine.action, data=mine.fields).status_code == 303
    assert "/conflicts/" not in person.get(base).text
    with app.app_context():
        assert db.session.scalar(select(Goal.notes).where(Goal.notes != "")) == "mine"
        assert "mine" in [*db.session.scalars(select(Requirement.text))]


def test_a_conflict_about_what_lies_in_the_bin_waits_there(person: Person, workbook: str, path: str) -> None:
    clash(person, path)
    sheet = f"/workbooks/{workbook}"
    removed = person.send(path.replace("/answer", "/remove")).headers["Location"]
    assert "/conflicts/" not in person.get(sheet).text
    undo = re.search(r'action="(/bin/removals/[^"]+)"', person.get(removed).text)
    assert undo
    person.send(undo[1])
    assert "/conflicts/" in person.get(sheet).text
