"""The pulse of a workbook is another one after each change, and costs two statements."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import places, statements_of


def pulse(person: Person, workbook: str) -> str:
    return str(person.get(f"/workbooks/{workbook}/pulse").get_json()["pulse"])


def test_it_stays_while_nothing_changes_and_costs_two_statements(app: Flask, person: Person, workbook: str) -> None:
    assert pulse(person, workbook) == pulse(person, workbook)
    assert re.fullmatch("[0-9a-f]{16}", pulse(person, workbook))
    assert statements_of(app, lambda: person.get(f"/workbooks/{workbook}/pulse")) == 2


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("answer", {"body": "x", "version": 0}),
        ("evidence", {"evidence": "x", "version": 0}),
        ("mark", {"checked": "1"}),
        ("rounds", {"kind": "hr"}),
    ],
)
def test_each_change_gives_another(person: Person, workbook: str, what: str, fields: dict[str, object]) -> None:
    address = places(person, workbook).get(what, f"/workbooks/{workbook}/{what}")
    before = pulse(person, workbook)
    assert person.save(address, **fields).status_code in (200, 201)
    assert pulse(person, workbook) != before


def test_ticks_within_one_second_tell_apart(person: Person, workbook: str) -> None:
    address, seen = places(person, workbook)["mark"], set()
    for fields in ({"checked": "1"}, {}):
        person.save(address, **fields)
        seen.add(pulse(person, workbook))
    assert len(seen) == 2


def test_what_is_said_of_a_round_within_one_second_tells_apart(person: Person, workbook: str) -> None:
    inside = places(person, workbook)["evidence"].partition("/signals/")[0]
    question = places(person, workbook)["answer in a round"].split("/")[6]
    seen = {pulse(person, workbook)}
    for path, fields in (
        ("verdict", {"verdict": "yes"}),
        ("verdict", {"verdict": "no"}),
        ("signs/late", {"checked": "1"}),
        ("signs/silent", {"checked": "1"}),
        ("signs/late", {}),
        (f"questions/{question}/outcome", {"outcome": "evaded"}),
        (f"questions/{question}/regret", {"checked": "1"}),
        ("follow-ups", {"text": "x"}),
    ):
        assert person.save(f"{inside}/{path}", **fields).status_code in (200, 201)
        seen.add(pulse(person, workbook))
    assert len(seen) == 9
