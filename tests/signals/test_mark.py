"""A tick carries the state a person set: said twice it changes nothing, and it never touches the evidence."""

from __future__ import annotations

import pytest
from flask import Flask

from app import models
from app.db import db
from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids


@pytest.fixture
def inside(person: Person, workbook: str) -> str:
    """The address of one signal in a round."""
    return f"/workbooks/{workbook}/rounds/{add_round(person, workbook)}/signals/{ids(person, workbook, 'signals')[0]}"


def marks(app: Flask) -> list[tuple[bool | None, str, int]]:
    with app.app_context():
        return [(m.checked, m.evidence, m.version) for m in db.session.query(models.Mark).order_by(models.Mark.id)]


def test_a_box_on_the_sheet_is_what_was_sent_and_never_turned_over(app: Flask, person: Person, workbook: str) -> None:
    box = f"/workbooks/{workbook}/signals/{ids(person, workbook, 'signals')[0]}/mark"
    assert person.save(box).status_code == 200
    assert marks(app) == []
    for fields, state in (({"checked": "1"}, True), ({}, False), ({"checked": "on"}, True)):
        assert person.save(box, **fields).status_code == 200
        assert marks(app) == [(state, "", 0)]
        before = everything(app)
        assert person.send(box, **fields).status_code == 303
        assert everything(app) == before


def test_a_signal_in_a_round_has_three_states(app: Flask, person: Person, inside: str) -> None:
    assert person.save(f"{inside}/mark", state="unasked").status_code == 200
    assert marks(app) == []
    for state, checked in (("seen", True), ("not_seen", False), ("unasked", None), ("not_seen", False)):
        assert person.save(f"{inside}/mark", state=state).status_code == 200
        assert [held for held, _evidence, _version in marks(app)] == ([] if checked is None else [checked])
        before = everything(app)
        assert person.save(f"{inside}/mark", state=state).status_code == 200
        assert everything(app) == before
        form = next(
            form for form in forms_of(person.get(inside.split("/signals")[0])) if form.action == f"{inside}/mark"
        )
        assert form.fields["state"] == state


def test_a_tick_never_touches_the_evidence_and_the_evidence_never_the_tick(
    app: Flask, person: Person, inside: str
) -> None:
    person.save(f"{inside}/mark", state="seen")
    assert person.save(f"{inside}/evidence", evidence="他说不加班", version=0).get_json()["version"] == 1
    assert marks(app) == [(True, "他说不加班", 1)]
    person.save(f"{inside}/mark", state="not_seen", evidence="other", version="9")
    assert marks(app) == [(False, "他说不加班", 1)]
    assert person.save(f"{inside}/evidence", evidence="新", version=1, state="seen").get_json()["version"] == 2
    assert marks(app) == [(False, "新", 2)]


def test_outdated_evidence_is_a_conflict_that_shows_both(app: Flask, person: Person, inside: str) -> None:
    person.save(f"{inside}/evidence", evidence="theirs", version=0)
    before = everything(app)
    script = person.save(f"{inside}/evidence", evidence="mine", version=0)
    told = script.get_json()
    assert told.pop("conflict")
    assert (script.status_code, told) == (409, {"version": 1, "body": "theirs", "joined": "theirs\nmine"})
    page = person.send(f"{inside}/evidence", evidence="mine", version=0)
    assert page.status_code == 409
    assert "theirs" in page.text
    (form,) = (form for form in forms_of(page) if form.action == f"{inside}/evidence")
    assert (form.fields["evidence"], form.fields["version"]) == ("mine", "1")
    assert person.save(f"{inside}/evidence", evidence="theirs", version=0).get_json()["version"] == 1
    (aside,) = everything(app)["conflict"]
    assert "mine" in aside
    assert everything(app) == before | {"conflict": [aside]}
    assert person.client.post(f"{inside}/evidence", data=form.fields).status_code == 303
    assert marks(app) == [(None, "mine", 2)]


def test_evidence_alone_says_nothing_of_the_signal(app: Flask, person: Person, inside: str) -> None:
    person.save(f"{inside}/evidence", evidence="text", version=0)
    form = next(form for form in forms_of(person.get(inside.split("/signals")[0])) if form.action == f"{inside}/mark")
    assert form.fields["state"] == "unasked"
    assert marks(app) == [(None, "text", 1)]


def test_without_script_a_tick_leads_back_to_where_it_was_made(person: Person, inside: str) -> None:
    base, held, signal = inside.split("/rounds")[0], inside.split("/signals")[0], inside.split("/")[-1]
    assert person.send(f"{inside}/mark", state="seen").headers["Location"] == f"{held}#b-{signal}"
    back = person.send(f"{inside}/mark", **{"state": "seen", "from": "matrix"}).headers["Location"]
    assert back == f"{base}/signals#b-{signal}"
    for place in (held, f"{base}/signals"):
        assert f'id="b-{signal}"' in person.get(place).text


def test_the_matrix_shows_each_round_of_each_signal(person: Person, workbook: str, inside: str) -> None:
    second = inside.replace(inside.split("/")[4], add_round(person, workbook, name="二面"))
    person.save(f"{inside}/mark", state="seen")
    person.save(f"{second}/mark", state="not_seen")
    page = person.get(f"/workbooks/{workbook}/signals")
    states = {form.action: form.fields["state"] for form in forms_of(page) if form.action.endswith("/mark")}
    assert len(states) == 2 * len(ids(person, workbook, "signals"))
    assert (states[f"{inside}/mark"], states[f"{second}/mark"]) == ("seen", "not_seen")
    assert sorted(states.values())[2:] == ["unasked"] * (len(states) - 2)
