"""A page asks the database the same number of questions however much there is, and a change a fixed number."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.sheet.desk import a_day_later
from tests.web.pages import everything, ids, places, statements_of


def large(rounds: int = 12, questions: int = 300, signals: int = 30) -> str:
    """An export with an answer to each question and a mark of each signal in every round, and outside of any."""
    held = [None, *(f"r{number}" for number in range(rounds))]
    people = [{"name": "王", "role": "HR"}] * 3
    left = {uid: [{"id": f"f{uid}-{n}", "text": f"事 {n}", "due_on": "2026-01-31"} for n in range(9)] for uid in held}
    picks = [{"question": f"q{number}"} for number in range(0, questions, 7)]
    book = {
        "id": "large",
        "title": "大",
        "sections": [
            {"id": "s0", "path": [], "level": 0, "kind": "document", "position": 0},
            {"id": "s1", "path": ["问"], "level": 1, "kind": "questions", "position": 1, "section": "s0"},
            {"id": "s2", "path": ["号"], "level": 1, "kind": "signals", "position": 2, "section": "s0"},
        ],
        "rounds": [
            {
                "id": uid,
                "kind": "hr",
                "people": people,
                "told": "价",
                "picks": picks,
                "verdict": "yes",
                "follow_ups": left[uid],
            }
            for uid in held
            if uid
        ],
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
    "/": 4,  # the facts of the openings, their rounds, what those left to do, and themselves with their counts
    "/workbooks/{}": 7,  # workbook, sections, plain items, questions, signals, steps, rounds
    "/workbooks/{}?show=questions&priority=1&answered=no": 7,  # the same
    "/workbooks/{}/goals": 6,  # workbook, sections, facts, goals, steps, reasons
    "/workbooks/{}/questions/{question}": 5,  # workbook, question, people, rounds with their answers, contradictions
    "/workbooks/{}/rounds": 2,  # workbook, rounds
    "/workbooks/{}/rounds/{}": 5,  # workbook, round, people, questions, signals
    "/workbooks/{}/rounds/{}/live": 5,  # workbook, round, people, questions, signals
    # workbook, round, its people; rounds, people, questions, what was said, picks, contradictions, what to bring
    "/workbooks/{}/rounds/{}/prepare": 10,
    # workbook, round, people; rounds, what was asked, what they asked, signals, follow-ups
    "/workbooks/{}/rounds/{}/debrief": 8,
    "/workbooks/{}/signals": 4,  # workbook, signals, rounds, marks
    "/import": 0,
    "/settings": 0,
    "/bin": 1,  # what was removed
    "/healthz": 1,  # an account
}


def test_pages_ask_as_much_of_a_small_workbook_as_of_a_large_one(app: Flask, person: Person, workbook: str) -> None:
    held, asked = places(person, workbook)["evidence"].split("/")[4], ids(person, workbook, "questions")[0]
    small = {path: statements_of(app, _get(person, path.format(workbook, held, question=asked))) for path in PAGES}
    assert person.send("/import", text=large()).headers["Location"] == "/workbooks/large"
    big = {path: statements_of(app, _get(person, path.format("large", "r5", question="q7"))) for path in PAGES}
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
    # the round, the question, the plan, the new one; … the plan as it shall be; the minutes
    assert asks(f"{held}/questions/{question}/pick", picked="yes") == 4
    assert asks(f"{held}/questions/{question}/pick", picked="yes") == 3
    other = ids(person, workbook, "questions")[0]
    assert asks(f"{held}/questions/{other}/pick/place", after="") == 5
    assert asks(f"{held}/questions/{other}/pick/place", after="") == 3
    assert asks(f"{held}/questions/{question}/pick/minutes", minutes="3") == 3
    assert asks(f"{held}/questions/{question}/pick", picked="no") == 3
    # the round, what it says
    assert asks(f"{held}/verdict", verdict="yes") == 2
    assert asks(f"{held}/signs/late", checked="1") == 2
    # the question, the round, the answer that is kept (and how it is said to be)
    assert asks(f"{held}/questions/{other}/regret", checked="1") == 4
    assert asks(f"{held}/questions/{other}/regret", checked="1") == 3
    # the round, the id, the new one; the round, the follow-up, what it says
    left = "0190d2a4-0000-7000-8000-000000000003"
    assert asks(f"{held}/follow-ups", text="Write", id=left) == 3
    assert asks(f"{held}/follow-ups", text="Write", id=left) == 2
    assert asks(f"{held}/follow-ups/{left}/due", due_on="2026-01-31") == 3
    assert asks(f"{held}/follow-ups/{left}/done", checked="1") == 3
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


def test_what_is_open_on_a_sheet_takes_one_statement_more(app: Flask, person: Person, workbook: str) -> None:
    person.send("/import", text=large())
    for uid in (workbook, "large"):
        question, base = ids(person, uid, "questions")[1], f"/workbooks/{uid}"
        section = person.get(base).text.partition('href="?add=')[2].partition("#")[0]
        removed = person.send(f"{base}/signals/{ids(person, uid, 'signals')[0]}/remove").headers["Location"]
        # the sheet, and the thing
        assert statements_of(app, _get(person, f"{base}?edit={question}")) == 8
        assert statements_of(app, _get(person, f"{base}?edit={section}")) == 8
        # the sheet, which knows where things stand
        assert statements_of(app, _get(person, f"{base}?add={section}&after={question}")) == 7
        # the sheet, and the removal
        assert statements_of(app, _get(person, removed.partition("#")[0])) == 8


def test_an_edit_asks_a_fixed_number_and_writes_at_most_three_rows_beside(
    app: Flask, person: Person, workbook: str
) -> None:
    person.send("/import", text=large())
    token = person.token
    for uid in (workbook, "large"):
        base = f"/workbooks/{uid}"
        first, second, third, *_rest = ids(person, uid, "questions")
        section = _section_of(person, uid, second)

        def edit(path: str, base: str = base, **fields: str) -> tuple[int, dict[str, int]]:
            """How many statements an edit takes, and how many rows of which table are others after it."""
            before = a_day_later(app)
            data, headers = {"csrf_token": token, **fields}, {"Accept": "application/json"}
            asked = statements_of(app, lambda: person.client.post(base + path, data=data, headers=headers))
            after = everything(app)
            changed = {name: len({*map(repr, after[name])} ^ {*map(repr, rows)}) for name, rows in before.items()}
            kept = {name: len(rows) for name, rows in before.items()}
            grown = {name: len(after[name]) - kept[name] for name in kept}
            # a row that is another counts twice in the difference, a new one once
            return asked, {name: (count + grown[name]) // 2 for name, count in changed.items() if count}

        new = "0190d2a4-0000-7000-8000-00000000000" + ("1" if uid == "large" else "2")
        # the section, what it says, the id, behind what, before what, the numbers, the new one
        assert edit("/questions", section=section, text="新？", after=first, id=new) == (7, {"question": 1})
        # … the last one too
        assert edit("/questions", section=section, text="末？") == (8, {"question": 1})
        # the section, what it says, the id
        assert edit("/questions", section=section, text="新？", after=first, id=new) == (3, {})
        lines = "\n".join(f"第{n}？" for n in range(50))
        assert edit("/questions", section=section, text=lines, each="1", after=second) == (7, {"question": 50})
        # the question, the section, what it says; where it is, behind what, before what; the place
        assert edit(f"/questions/{third}/move", section=section, after="") == (6, {"question": 1})
        assert edit(f"/questions/{third}/move", section=section, after=first) == (7, {"question": 1})
        assert edit(f"/questions/{third}/move", section=section) == (8, {"question": 1})
        # the question, its wording, the new one, the former one
        assert edit(f"/questions/{third}/wording", text="别的？", version="1") == (4, {"question": 1, "revision": 1})
        # the question, what is told of it
        assert edit(f"/questions/{third}/traits", priority="1") == (2, {"question": 1})
        # the question, the workbook (so that nothing is added meanwhile), its wording, the removal, the question
        asked, changed = edit(f"/questions/{third}/remove")
        assert (asked, changed) == (5, {"question": 1, "removal": 1})
        # the question, the workbook, the removal
        assert edit(f"/questions/{third}/remove") == (3, {})


def _section_of(person: Person, workbook: str, question: str) -> str:
    book = json.loads(person.send(f"/workbooks/{workbook}/export", format="json").data)["workbooks"][0]
    return next(str(one["section"]) for one in book["questions"] if one["id"] == question)
