"""Looking at files before they come in: what was found and why, said otherwise, and nothing written until then."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.exchange.books import as_json, as_markdown, book_of
from tests.web.pages import everything
from tests.web.test_imports import files

SHEET = """# Opening

## For Tuesday
- Who leads the team?
- Why is the seat free?

## Watch
- they <b>interrupt</b> me
- they listen
"""


def look(person: Person, **fields: Any) -> TestResponse:
    return send(person, "/import/look", **fields)


def send(person: Person, path: str, **fields: Any) -> TestResponse:
    """As a browser sends a form with files."""
    sent = {"csrf_token": person.token, **fields}
    return person.client.post(path, data=sent, content_type="multipart/form-data", buffered=True)


def kept(page: TestResponse) -> str:
    return unescape(re.findall(r'name="kept" value="(.*?)"', page.text, re.DOTALL)[0])


def chosen(page: TestResponse) -> dict[str, str]:
    """For each choice the label that is chosen."""
    found: dict[str, str] = {}
    for name, inside in re.findall(r'<select id="[^"]*" name="([^"]*)">(.*?)</select>', page.text, re.DOTALL):
        found[name] = re.findall(r" selected>(.*?)<", inside)[0]
    return found


def test_each_section_is_shown_with_what_it_holds_and_why_and_nothing_is_written(app: Flask, person: Person) -> None:
    before = everything(app)
    page = look(person, text=SHEET)
    assert page.status_code == 200
    assert chosen(page) == {"holds-0-1": "Facts of the opening", "holds-0-3": "Questions I ask", "holds-0-7": "Notes"}
    shown = re.sub(r"\s+", " ", page.text)
    assert "2 questions · its lines are mostly questions" in shown
    assert "text · nothing says what it is, so it stays as it is" in shown
    assert "<b>interrupt" not in page.text
    assert everything(app) == before


@pytest.mark.parametrize(
    ("section", "why"),
    [
        (
            "## My CPD\n\n- [ ] Kafka\n- [ ] Go\n",
            "2 goals · its heading speaks of learning, and each line has a box",
        ),
        ("## Acme\n\n- Place: Leeds\n- Time: 10:00\n", "2 facts · its lines are facts, such as a place and a time"),
        ("## Gold stars\n\n- they listen\n", "1 signal · its heading sounds like it; see whether that is right"),
    ],
)
def test_the_reason_is_told_as_it_is(person: Person, section: str, why: str) -> None:
    assert why in re.sub(r"\s+", " ", look(person, text=f"# Sheet\n\n{section}").text)


def test_what_a_person_says_holds(app: Flask, person: Person) -> None:
    first = look(person, text=SHEET)
    again = look(person, kept=kept(first), **{"holds-0-7": "signals caution", "holds-0-3": ""})
    assert chosen(again)["holds-0-7"] == "Caution signals"
    assert "2 signals · you said so" in re.sub(r"\s+", " ", again.text)
    taken = send(person, "/import", kept=kept(again), **{"holds-0-7": "signals caution"})
    uid = taken.headers["Location"].rpartition("/")[2]
    book = book_of(app, uid)
    assert [signal["text"] for signal in book["signals"]] == ["they <b>interrupt</b> me", "they listen"]
    assert [section["told"] for section in book["sections"]] == [None, None, None, "signals caution"]
    written = as_markdown(app, uid)
    assert written == SHEET.replace("## Watch", "## Watch <!-- askback: signals caution -->").encode()
    copy = send(person, "/import", file=files(("sheet.json", as_json(app, uid))))
    assert as_markdown(app, copy.headers["Location"].rpartition("/")[2]) == written


def test_several_files_each_have_their_own_choices(app: Flask, person: Person) -> None:
    export = json.dumps({"format": "askback", "version": 1, "workbooks": []})
    page = look(
        person,
        file=files(
            ("a.md", b"# A\n\n## Things\n- one\n"), ("b.md", b"## Things\n- two\n"), ("c.csv", b"question\nWhy?\n")
        ),
    )
    assert {"holds-0-3", "holds-1-1"} <= chosen(page).keys()
    assert "holds-2" not in page.text
    assert send(person, "/import", kept=kept(page), **{"holds-1-1": "goals short"}).status_code == 303
    titles = {book: book_of(app, book) for book in re.findall(r'href="/workbooks/([^"/]+)"', person.get("/").text)}
    goals = {book["title"]: [goal["text"] for goal in book["goals"]] for book in titles.values()}
    assert goals == {"A": [], "b": ["two"], "c": []}
    assert look(person, text=export).status_code == 422


def test_what_cannot_come_in_is_refused_here_too_with_its_text(app: Flask, person: Person) -> None:
    before = everything(app)
    assert look(person, text="").status_code == 422
    page = look(person, text=SHEET, file=files(("bad.md", b"\0")))
    assert page.status_code == 422
    assert "they &lt;b&gt;interrupt" in page.text
    assert look(person, kept=kept(look(person, text=SHEET)), **{"holds-0-7": "shopping"}).status_code == 422
    assert look(person, kept="[[1]]").status_code == 400
    part = b'--cut\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    body = part % (b"csrf_token", person.token.encode()) + part % (b"text", b"a" * 8_000_000) + b"--cut--\r\n"
    large = person.client.post("/import/look", data=body, content_type="multipart/form-data; boundary=cut")
    assert (large.status_code, "cannot be looked at first" in large.text) == (422, True)
    assert everything(app) == before
    assert 'action="/import"' in person.get("/import/look").text


def test_another_encoding_is_chosen_first_and_stays(app: Flask, person: Person) -> None:
    data = "## 想问他们的\n- 团队几个人？\n- 加班多吗？\n".encode("gb18030")
    page = look(person, file=files(("a.md", data)))
    assert 'action="/import/look"' in page.text
    read = look(person, kept=kept(page), encoding="gb18030")
    assert 'name="encoding" value="gb18030"' in read.text
    taken = person.save("/import", kept=kept(read), encoding="gb18030", **{"holds-0-1": "tasks"})
    assert [task["text"] for task in book_of(app, taken.get_json()["id"])["tasks"]] == ["团队几个人？", "加班多吗？"]
    assert (
        as_markdown(app, taken.get_json()["id"]).decode("gb18030").startswith("## 想问他们的 <!-- askback: tasks -->")
    )


def test_a_sheet_of_very_many_sections_is_shown_as_far_as_one_reads(person: Person) -> None:
    page = look(person, text="".join(f"## S{number}\n- a\n" for number in range(900)))
    assert len(chosen(page)) == 200
    assert "700 more sections are not shown" in page.text
    assert send(person, "/import", kept=kept(page), **dict.fromkeys(chosen(page), "")).status_code == 303
