"""A page asks the database the same number of questions however much there is, and a change a fixed number."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.web.pages import ids, places, statements_of


def large(rounds: int = 12, questions: int = 300, signals: int = 30) -> str:
    """An export with an answer to each question and a mark of each signal in every round, and outside of any."""
    held = [None, *(f"r{number}" for number in range(rounds))]
    book = {
        "id": "large",
        "title": "大",
        "sections": [
            {"id": "s0", "path": [], "level": 0, "kind": "document", "position": 0},
            {"id": "s1", "path": ["问"], "level": 1, "kind": "questions", "position": 1, "section": "s0"},
            {"id": "s2", "path": ["号"], "level": 1, "kind": "signals", "position": 2, "section": "s0"},
        ],
        "rounds": [{"id": uid, "kind": "hr", "people": [{"name": "王", "role": "HR"}] * 3} for uid in held if uid],
        "questions": [
            {
                "id": f"q{n}",
                "section": "s1",
                "position": 10 + n,
                "text": f"问题 {n}？",
                "answers": [{"id": f"a{n}-{uid}", "round": uid, "body": f"答 {n}"} for uid in held],
            }
            for n in range(questions)
        ],
        "signals": [
            {
                "id": f"g{n}",
                "section": "s2",
                "position": 1000 + n,
                "text": f"信号 {n}",
                "marks": [{"round": uid, "checked": True, "evidence": f"据 {n}"} for uid in held],
            }
            for n in range(signals)
        ],
    }
    return json.dumps({"format": "askback", "version": 1, "workbooks": [book]})


# What each page asks, whatever it shows.
PAGES = {
    "/": 1,  # the openings with their counts
    "/workbooks/{}": 7,  # workbook, sections, plain items, questions, signals, steps, rounds
    "/workbooks/{}/rounds": 2,  # workbook, rounds
    "/workbooks/{}/rounds/{}": 5,  # workbook, round, people, questions, signals
    "/workbooks/{}/signals": 4,  # workbook, signals, rounds, marks
    "/import": 0,
    "/settings": 0,
    "/bin": 1,  # what was removed
    "/healthz": 1,  # an account
}


def test_pages_ask_as_much_of_a_small_workbook_as_of_a_large_one(app: Flask, person: Person, workbook: str) -> None:
    held = places(person, workbook)["evidence"].split("/")[4]
    small = {path: statements_of(app, _get(person, path.format(workbook, held))) for path in PAGES}
    assert person.send("/import", text=large()).headers["Location"] == "/workbooks/large"
    big = {path: statements_of(app, _get(person, path.format("large", "r5"))) for path in PAGES}
    assert small == big == PAGES


@pytest.mark.parametrize("large_one", [False, True], ids=["small", "large"])
def test_a_change_asks_a_fixed_number(app: Flask, person: Person, workbook: str, large_one: bool) -> None:
    if large_one:
        person.send("/import", text=large())
        workbook = "large"
    base, token = f"/workbooks/{workbook}", person.token
    held = person.save(f"{base}/rounds", kind="hr").get_json()["url"]
    question, signal = ids(person, workbook, "questions")[1], ids(person, workbook, "signals")[1]

    def asks(path: str, **fields: str) -> int:
        headers = {"Accept": "application/json"}
        data = {"csrf_token": token, **fields}
        return statements_of(app, lambda: person.client.post(path, data=data, headers=headers))

    answer, mark = f"{held}/questions/{question}/answer", f"{held}/signals/{signal}/mark"
    evidence, seen = f"{held}/signals/{signal}/evidence", f"{base}/signals/{signal}/mark"
    # the question, the round, the answer that is kept, the new one
    assert asks(answer, body="first", version="0") == 4
    # … the new text, the former one
    assert asks(answer, body="second", version="1") == 5
    # the question, the round, the answer that is kept: nothing to do
    assert asks(answer, body="second", version="1") == 3
    # the round, the signal, the mark that is kept, the new one
    assert asks(mark, state="seen") == 4
    assert asks(mark, state="not_seen") == 4
    # the round, the signal, the mark that is kept: nothing to do
    assert asks(mark, state="not_seen") == 3
    assert asks(evidence, evidence="said so", version="0") == 4
    # the signal, the mark that is kept (and the new one, where there was none)
    assert asks(seen) == (3 if large_one else 2)
    assert asks(seen) == 2
    # the account (so that two senders take turns), the workbook, the id, the last round, the new one
    assert asks(f"{base}/rounds", kind="hr") == 5
    # the workbook, the workbook it is put into the bin
    assert asks(f"{base}/remove") == 2


@pytest.mark.parametrize("kind", ["goals", "tasks", "steps"])
def test_a_tick_asks_twice(app: Flask, person: Person, kind: str) -> None:
    sheet = "# x\n\n## 短期目标\n\n- [ ] a\n  - [ ] b\n\n## 待办清单\n\n- [ ] c\n"
    base = person.send("/import", text=sheet).headers["Location"]
    path, token = f"{base}/{kind}/{ids(person, base.split('/')[2], kind)[0]}/done", person.token
    for _ in range(2):
        # where it is, and its state (which changes only where it differs)
        assert statements_of(app, lambda: person.client.post(path, data={"csrf_token": token, "checked": "1"})) == 2


def test_the_founding_sheet_is_a_small_page(person: Person, workbook: str) -> None:
    assert len(person.get(f"/workbooks/{workbook}").data) <= 60_000


def _get(person: Person, path: str) -> Callable[[], TestResponse]:
    return lambda: person.get(path)
