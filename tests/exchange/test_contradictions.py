"""Outcomes and contradictions go out and come in again, and what does not hold together is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app.db import db, writing
from app.exchange.check import BadFile
from app.models import Answer, Contradiction, Question, Round
from tests.exchange.books import as_html, as_json, book_of, export_of, imported, live, nested, places


def clashing(app: Flask) -> str:
    """A workbook whose first question was answered in two rounds that contradict each other, and evaded once."""
    uid = nested(app)
    live(app, uid)
    with app.app_context():
        keys = select(Answer.id).where(Answer.question_id == places(Question, uid)[0].id, Answer.round_id.is_not(None))
        first, second = db.session.scalars(keys.order_by(Answer.id))
    with app.app_context(), writing() as connection:
        question, other = places(Question, uid)[:2]
        Contradiction.between(connection, question, (first, second), "差太多", "c1")
        Answer.call(connection, other, places(Round, uid)[0].id, "evaded")
    return uid


def test_they_come_in_as_they_went_out(app: Flask, other: Flask) -> None:
    uid = clashing(app)
    questions = book_of(app, uid)["questions"]
    (said,) = questions[0]["contradictions"]
    assert said["answers"] == [one["id"] for one in questions[0]["answers"] if one["round"]]
    assert {"body": "", "version": 0, "outcome": "evaded"}.items() <= questions[1]["answers"][-1].items()
    imported(other, ("export.json", as_json(app, uid)))
    assert export_of(other, uid) == export_of(app, uid)
    (taken,) = imported(app, ("export.json", as_json(app, uid)))
    assert taken.renamed
    (again,) = book_of(app, taken.workbook.id)["questions"][0]["contradictions"]
    assert again["note"] == "差太多" and again["answers"] != said["answers"]


@pytest.mark.parametrize("wrong", ["itself", "nowhere", "another question", "twice"])
def test_a_contradiction_that_cannot_be_is_refused(app: Flask, other: Flask, wrong: str) -> None:
    export: dict[str, Any] = json.loads(as_json(app, clashing(app)))
    first, second = export["workbooks"][0]["questions"][:2]
    (said,) = first["contradictions"]
    match wrong:
        case "itself":
            said["answers"][1] = said["answers"][0]
        case "nowhere":
            said["answers"][1] = "nothing"
        case "another question":
            said["answers"][1] = second["answers"][0]["id"]
        case "twice":
            first["contradictions"].append({**said, "id": "c2", "answers": said["answers"][::-1]})
    with pytest.raises(BadFile):
        imported(other, ("export.json", json.dumps(export).encode()))


def test_the_page_to_print_shows_both(app: Flask) -> None:
    page = as_html(app, clashing(app))
    assert "⇄" in page and "差太多" in page
    assert "· Evaded" in page
