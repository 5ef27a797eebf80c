"""A section told to hold something else after the import: no answer is lost, and told back, it gives them all again."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Person
from tests.exchange.books import as_markdown, book_of, imported
from tests.exchange.editing import Editor, Record
from tests.exchange.test_editing_law import DOINGS, WORDS, check

SHEET = b"""# Opening

## For Tuesday

- Who leads the team?
- Why is the seat free?
  A: Somebody left.

## Watch

- they are late
- they listen

## Later

- [ ] read the docs
  - [x] first chapter
- [x] call Ada
"""
DEEDS = st.lists(
    st.tuples(
        st.sampled_from([*DOINGS, Editor.tell, Editor.tell, Editor.tell]),
        st.integers(0, 10_000),
        WORDS,
    ),
    min_size=2,
    max_size=5,
)


class Sheet:
    """The sheet above, and the person who has it."""

    def __init__(self, app: Flask, person: Person) -> None:
        self._app, self._person = app, person
        self.id = imported(app, ("sheet.md", SHEET))[0].workbook.id

    @property
    def book(self) -> Record:
        return book_of(self._app, self.id)

    @property
    def file(self) -> bytes:
        return as_markdown(self._app, self.id)

    def section(self, title: str) -> Record:
        return next(section for section in self.book["sections"] if section["path"][-1:] == [title])

    def tell(self, title: str, words: str) -> str:
        """The address that it leads to."""
        to = f"/workbooks/{self.id}/sections/{self.section(title)['id']}/holds"
        reply = self._person.send(to, holds=words)
        assert reply.status_code == 303, reply.text
        return reply.headers["Location"]

    def save(self, path: str, **fields: Any) -> None:
        assert self._person.save(f"/workbooks/{self.id}/{path}", **fields).status_code in (200, 201)


@pytest.fixture
def sheet(app: Flask, person: Person) -> Sheet:
    return Sheet(app, person)


def texts(things: list[Record]) -> list[str]:
    return [thing["text"] for thing in things]


def test_text_becomes_signals_and_the_file_says_so_in_one_line(sheet: Sheet) -> None:
    sheet.tell("Watch", "signals caution")
    assert texts(sheet.book["signals"]) == ["they are late", "they listen"]
    assert {signal["polarity"] for signal in sheet.book["signals"]} == {"caution"}
    assert sheet.file == SHEET.replace(b"## Watch", b"## Watch <!-- askback: signals caution -->")
    sheet.tell("Watch", "")
    assert (sheet.book["signals"], sheet.file) == ([], SHEET)


def test_answers_come_back_with_their_questions(sheet: Sheet) -> None:
    first, second = sheet.book["questions"]
    sheet.save("rounds", kind="hr", id="01900000-0000-7000-8000-000000000001")
    answer = f"questions/{first['id']}/answer"
    sheet.save(f"rounds/01900000-0000-7000-8000-000000000001/{answer}", body="Ada does.", version=0)
    sheet.save(f"questions/{second['id']}/answer", body="Somebody left, they say.", version=1)
    written = sheet.file
    sheet.tell("For Tuesday", "goals short")
    assert sheet.book["questions"] == []
    # An answer is text of its own below a question only.
    assert texts(sheet.book["goals"]) == ["Who leads the team?", "Why is the seat free?\nA: Somebody left."]
    sheet.tell("For Tuesday", "tasks")
    sheet.tell("For Tuesday", "")
    again = sheet.book["questions"]
    assert [question["id"] for question in again] == [first["id"], second["id"]]
    assert [answer["body"] for question in again for answer in question["answers"]] == [
        "Ada does.",
        "Somebody left, they say.",
    ]
    assert sheet.file == written


def test_undo_on_the_page_and_in_the_bin_gives_back_what_it_held(sheet: Sheet, person: Person) -> None:
    led = sheet.tell("For Tuesday", "signals positive")
    page = person.get(led.partition("#")[0]).text
    assert "is read as something else now" in page
    action = page.split('action="/bin/removals/')[1].split('"')[0]
    assert f"/bin/removals/{action}" in person.get("/bin").text
    assert person.send(f"/bin/removals/{action}").status_code == 303
    assert (texts(sheet.book["questions"]), sheet.file) == (["Who leads the team?", "Why is the seat free?"], SHEET)
    assert f"/bin/removals/{action}" not in person.get("/bin").text


def test_what_a_person_did_goes_along(sheet: Sheet) -> None:
    later = sheet.section("Later")
    goal = sheet.book["tasks"][0]
    sheet.save(f"tasks/{goal['id']}/wording", text="read all the docs", version=1)
    sheet.save("tasks", text="ask for a desk", section=later["id"])
    sheet.save("steps", text="second chapter", under=f"tasks/{goal['id']}")
    sheet.tell("Later", "goals mid")
    goals = sheet.book["goals"]
    assert texts(goals) == ["read all the docs", "call Ada", "ask for a desk"]
    assert [goal["done"] for goal in goals] == [False, True, False]
    assert texts(goals[0]["steps"]) == ["first chapter", "second chapter"]
    assert {goal["horizon"] for goal in goals} == {"mid"}
    sheet.tell("Later", "")
    assert texts(sheet.book["tasks"]) == ["read all the docs", "call Ada", "ask for a desk"]
    assert texts(sheet.book["tasks"][0]["steps"]) == ["first chapter", "second chapter"]


def test_what_was_added_comes_back_where_it_stood_when_text_is_a_list_again(sheet: Sheet) -> None:
    section, first = sheet.section("For Tuesday"), sheet.book["questions"][0]
    sheet.save("questions", text="How many are they?", section=section["id"], after=first["id"])
    written = sheet.file
    sheet.tell("For Tuesday", "notes")
    assert sheet.book["questions"] == []
    assert b"How many" not in sheet.file
    sheet.tell("For Tuesday", "questions")
    assert texts(sheet.book["questions"]) == ["Who leads the team?", "How many are they?", "Why is the seat free?"]
    sheet.tell("For Tuesday", "")
    assert sheet.file == written


def test_a_fact_that_was_a_task_meanwhile_is_a_fact_again(sheet: Sheet) -> None:
    sheet.save("info", text="Pay", note="80", section=sheet.section("Opening")["id"])
    written = sheet.file
    sheet.tell("Opening", "tasks")
    assert texts(sheet.book["tasks"])[0] == "Pay - 80"
    sheet.tell("Opening", "")
    assert [(fact["label"], fact["value"]) for fact in sheet.book["info"]] == [("Pay", "80")]
    assert sheet.file == written


def test_headings_that_are_questions_can_be_headings(app: Flask, person: Person) -> None:
    source = b"# Talk\n\n## Why us?\n\n- because\n\n## Why now?\n\n- because of that\n"
    uid = imported(app, ("sheet.md", source))[0].workbook.id
    assert texts(book_of(app, uid)["questions"]) == ["Why us?", "Why now?"]
    top = book_of(app, uid)["sections"][1]["id"]
    assert person.send(f"/workbooks/{uid}/sections/{top}/holds", holds="strengths").status_code == 303
    assert texts(book_of(app, uid)["strengths"]) == ["because", "because of that"]
    assert person.send(f"/workbooks/{uid}/sections/{top}/holds", holds="").status_code == 303
    assert texts(book_of(app, uid)["questions"]) == ["Why us?", "Why now?"]
    assert as_markdown(app, uid) == source


def test_what_stands_before_the_first_heading_is_told_too(app: Flask, person: Person) -> None:
    source = b"- milk\n- eggs\n"
    uid = imported(app, ("list.md", source))[0].workbook.id
    document = book_of(app, uid)["sections"][0]["id"]
    assert f'href="?edit={document}"' in person.get(f"/workbooks/{uid}").text
    assert f'/sections/{document}/holds"' in person.get(f"/workbooks/{uid}?edit={document}").text
    person.send(f"/workbooks/{uid}/sections/{document}/holds", holds="signals positive")
    assert texts(book_of(app, uid)["signals"]) == ["milk", "eggs"]
    assert as_markdown(app, uid) == b"<!-- askback: signals positive -->\n\n" + source


def test_what_is_no_choice_changes_nothing(sheet: Sheet, person: Person) -> None:
    before = sheet.book
    to = f"/workbooks/{sheet.id}/sections/{sheet.section('Watch')['id']}/holds"
    assert person.send(to, holds="shopping").status_code == 422
    assert sheet.book["sections"] == before["sections"]


def test_a_box_added_among_text_comes_back_when_what_it_was_told_to_be_is_taken_back(
    sheet: Sheet, person: Person
) -> None:
    uid = str(uuid4())
    sheet.save("tasks", id=uid, text="pack", section=sheet.section("Later")["id"], after="")
    sheet.tell("Opening", "signals caution")
    assert "pack" in texts(sheet.book["signals"])
    sheet.tell("Opening", "")
    assert {"text": "pack", "id": uid}.items() <= sheet.book["tasks"][0].items()


def test_a_task_moved_among_text_that_is_told_to_be_questions_stands_in_the_file_as_one(
    sheet: Sheet, app: Flask, person: Person
) -> None:
    task = sheet.book["tasks"][1]
    sheet.save(f"tasks/{task['id']}/move", section=sheet.section("Watch")["id"], after="")
    sheet.tell("Watch", "questions")
    asked = [(question["text"], question["asked"]) for question in sheet.book["questions"]]
    again = book_of(app, imported(app, ("again.md", sheet.file))[0].workbook.id)
    assert [(question["text"], question["asked"]) for question in again["questions"]] == asked
    assert asked[-1] == ("call Ada", True)
    sheet.tell("Watch", "")
    assert texts(sheet.book["tasks"]) == ["call Ada", "read the docs"]


def test_a_moved_goal_without_a_box_is_told_to_be_a_question_without_one(app: Flask, person: Person) -> None:
    source = b"# T\n\n## Study plan\n\n- read the docs\n\n## Learn later\n\n- Kafka\n- [x] Go\n"
    uid = imported(app, ("sheet.md", source))[0].workbook.id
    book = book_of(app, uid)
    plan = book["sections"][2]["id"]
    for goal in book["goals"][1:]:
        assert person.save(f"/workbooks/{uid}/goals/{goal['id']}/move", section=plan, after="").status_code == 200
    assert person.send(f"/workbooks/{uid}/sections/{plan}/holds", holds="questions").status_code == 303
    asked = {question["text"]: question["asked"] for question in book_of(app, uid)["questions"]}
    assert asked == {"read the docs": None, "Kafka": None, "Go": True}
    again = book_of(app, imported(app, ("again.md", as_markdown(app, uid)))[0].workbook.id)
    assert {question["text"]: question["asked"] for question in again["questions"]} == asked


def test_a_task_with_steps_moved_among_text_stays_a_task_where_no_file_says_else(sheet: Sheet, person: Person) -> None:
    task, watch = sheet.book["tasks"][0], sheet.section("Watch")["id"]
    sheet.save(f"tasks/{task['id']}/move", section=watch, after="")
    before = sheet.book
    assert person.send(f"/workbooks/{sheet.id}/sections/{watch}/holds", holds="questions").status_code == 422
    assert sheet.book == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_whatever_is_told_the_file_says_it_and_taking_it_back_gives_the_first(
    app: Flask, person: Person, deeds: Any
) -> None:
    check(app, person, SHEET, deeds)
