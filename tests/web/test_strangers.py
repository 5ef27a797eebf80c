"""A stranger's workbook is as if it were not there: 404 on every route, and no list shows any of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from app.db import LOCAL_OWNER, db
from app.exchange.starter import create_starter
from app.models import Account
from tests.conftest import Person
from tests.web.pages import everything, places

STRANGER = 2


@pytest.fixture
def theirs(app: Flask, person: Person, workbook: str) -> dict[str, str]:
    """The addresses of a stranger's workbook, which was ours a moment ago."""
    addresses = places(person, workbook)
    person.save(addresses["answer"], body="their secret", version=0)
    with app.app_context():
        db.session.add(Account(id=STRANGER, owner_id=STRANGER))
        db.session.flush()
        for table in reversed(Account.metadata.sorted_tables):
            if table.name != "account":
                db.session.execute(table.update().values(owner_id=STRANGER))
        db.session.commit()
    return addresses


def test_every_route_to_a_strangers_thing_is_404(app: Flask, person: Person, theirs: dict[str, str]) -> None:
    base, inside = theirs["round"].removesuffix("/rounds"), theirs["evidence"].split("/signals")[0]
    token, before = person.token, everything(app)
    fields = {"csrf_token": token, "body": "x", "evidence": "x", "version": "0", "state": "seen", "checked": "1"}
    fields |= {"kind": "hr", "format": "json"}
    reached = set()
    for path in (*theirs.values(), base, inside, f"{base}/signals", f"/bin/{base.split('/')[2]}"):
        for method in ("GET", "POST"):
            answer = person.client.open(path, method=method, data=fields if method == "POST" else None)
            assert answer.status_code in (404, 405), (method, path)
            assert "secret" not in answer.text
            if answer.status_code == 404:
                reached.add(_shape(path))
    rules = {_shape(rule.rule) for rule in app.url_map.iter_rules() if "<uid" in rule.rule}
    assert rules - reached <= {"/workbooks/*/tasks/*/done", "/workbooks/*/steps/*/done"}
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


def _shape(path: str) -> str:
    return re.sub(r"/(<[^>]+>|[0-9a-f-]{36})", "/*", path)


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
