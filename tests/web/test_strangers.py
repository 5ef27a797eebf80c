"""A stranger's workbook is as if it were not there: 404 on every route, and no list shows any of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from app.db import LOCAL_OWNER, Model, db
from app.exchange.starter import create_starter
from app.models import Account, Conflict, Contradiction, FollowUp, Removal, Round, Workbook
from app.web.kinds import KINDS
from tests.conftest import Person
from tests.sheet.desk import Desk
from tests.web.pages import everything, places

STRANGER = 2
# what some form there is sends, so that no field is missing
TEXTS = ("body", "evidence", "text", "note", "notes", "revision", "reason", "sections")
FIELDS = dict.fromkeys(TEXTS, "x") | {
    "version": "0",
    "state": "seen",
    "checked": "1",
    "kind": "hr",
    "format": "json",
    "due_on": "2026-01-31",
    "priority": "1",
    "status": "matched",
    "weight": "1",
    "horizon": "mid",
    "outcome": "later",
    "answer": "x",
    "other": "x",
    "told": "x",
    "picked": "yes",
    "after": "",
    "minutes": "3",
    "verdict": "yes",
    "process_note": "x",
}


@pytest.fixture
def theirs(app: Flask, person: Person) -> dict[str, str]:
    """The addresses of a stranger's workbook with a thing of every kind, which was ours a moment ago."""
    desk = Desk(app, person)
    desk.remove("大规模经验")
    addresses = places(person, desk.uid)
    for body in ("their secret", "their other secret"):
        person.save(addresses["answer"], body=body, version=0)
    inside = addresses["evidence"].partition("/signals/")[0]
    person.save(f"{inside}/follow-ups", text="their secret errand")
    with app.app_context():
        db.session.add(Account(id=STRANGER, owner_id=STRANGER))
        db.session.flush()
        for table in reversed(Account.metadata.sorted_tables):
            if table.name != "account":
                db.session.execute(table.update().values(owner_id=STRANGER))
        db.session.commit()
    return addresses


def test_every_route_to_a_strangers_thing_is_404(app: Flask, person: Person, theirs: dict[str, str]) -> None:
    things = _things(app)
    fields = FIELDS | {"csrf_token": person.token, "section": things["sections"]}
    before = everything(app)
    for method, path in _requests(app, things):
        told = fields | _state(path)
        answer = person.client.open(path, method=method, data=told if method == "POST" else None)
        assert answer.status_code == 404, (method, path)
        assert "secret" not in answer.text
    assert everything(app) == before


def test_a_strangers_things_are_404_in_the_edits_of_ones_own(
    app: Flask, person: Person, theirs: dict[str, str]
) -> None:
    things = _things(app)
    own = Desk(app, person)
    before = everything(app)
    fields = FIELDS | {"csrf_token": person.token, "section": things["sections"]}
    for method, path in _requests(app, things | {"workbook": own.uid}):
        if method == "POST" and "/sections/" not in path and path.count("/") > 3:
            assert person.client.post(path, data=fields | _state(path)).status_code == 404, path
    goal, section = {"under": f"goals/{things['goals']}"}, {"under": f"sections/{things['sections']}"}
    for path, told in (
        (f"{own.base}/questions", {"section": things["sections"], "text": "x"}),
        (f"{own.base}/steps", goal | {"text": "x"}),
        (f"{own.base}/sections", section | {"text": "x"}),
        (own.at("收入从哪里来？") + "/move", {"section": things["sections"]}),
        (own.at("第一章") + "/move", goal),
        (own.at("业务") + "/move", section),
    ):
        assert person.send(path, **told).status_code == 404, path
    for after in (things["questions"], things["sections"]):
        behind = {"section": own.id("业务"), "after": after}
        assert person.send(own.at("收入从哪里来？") + "/move", **behind).status_code == 422
    assert everything(app) == before


def test_a_strangers_things_are_404_inside_ones_own_workbook(
    app: Flask, person: Person, theirs: dict[str, str]
) -> None:
    with app.app_context():
        own = create_starter(LOCAL_OWNER).workbook.id
    mine, token, before = places(person, own), person.token, everything(app)
    fields = {"csrf_token": token, "body": "x", "evidence": "x", "version": "0", "state": "seen", "checked": "1"}
    fields |= {"kind": "hr", "format": "json"}
    for name, path in theirs.items():
        for mixed in _mixtures(path, mine[name]):
            assert person.client.post(mixed, data=fields).status_code == 404, mixed
    assert everything(app) == before


def test_no_list_shows_a_strangers_workbook(person: Person, theirs: dict[str, str]) -> None:
    uid = theirs["round"].split("/")[2]
    for path in ("/", "/bin", "/import", "/settings"):
        assert uid not in person.get(path).text
    assert "No workbook yet" in person.get("/").text


def test_a_round_may_have_the_id_of_a_strangers(person: Person, theirs: dict[str, str]) -> None:
    uid = theirs["evidence"].split("/")[4]
    own = person.save("/starter").get_json()["id"]
    assert person.save(f"/workbooks/{own}/rounds", kind="hr", id=uid).status_code == 201
    assert person.get(f"/workbooks/{own}/rounds/{uid}").status_code == 200


def _things(app: Flask) -> dict[str, str]:
    """The id of one thing of each kind, by the name that addresses have for it."""
    models: dict[str, type[Model]] = {**KINDS, "workbook": Workbook, "round_": Round, "removal": Removal}
    models |= {"conflict": Conflict, "contradiction": Contradiction, "follow_up": FollowUp}
    with app.app_context():
        found = {name: str(db.session.scalar(select(model.uid).order_by(model.id))) for name, model in models.items()}
    singular = {kind.removesuffix("s"): uid for kind, uid in found.items()}
    return singular | found | {"reason": found["requirements"], "before": found["removal"], "sign": "late"}


def _requests(app: Flask, things: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every request there is to an address with an id in it; those of any kind once for each."""
    for rule in app.url_map.iter_rules():
        kinds = KINDS if "kind" in rule.arguments else [""]
        for kind in kinds if "<uid" in rule.rule else []:
            if rule.endpoint == "sheet.tell" and kind not in ("questions", "requirements", "signals", "goals"):
                continue  # nothing is told of such things, whosever they are
            names = things | {"kind": kind, "thing": things.get(kind, "")}
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule).format(**names)
            yield from ((method, path) for method in sorted(rule.methods or ()) if method in ("GET", "POST"))


def _state(path: str) -> dict[str, str]:
    """A state that what is addressed can have."""
    return {"state": "live" if "/rounds/" in path else "offer"} if path.endswith("/state") else {}


def _mixtures(theirs: str, mine: str) -> Iterator[str]:
    """The same address with some ids of theirs and some of mine, wherever both occur."""
    parts, own = theirs.split("/"), mine.split("/")
    places = [index for index, part in enumerate(parts) if len(part) == 36]
    for choice in range(1, 2 ** len(places)):
        mixed = list(own)
        for bit, place in enumerate(places):
            if choice >> bit & 1:
                mixed[place] = parts[place]
        yield "/".join(mixed)
