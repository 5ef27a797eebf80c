"""The law of editing: the file says whatever was done to a sheet, and taking everything back gives the first one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.db import LOCAL_OWNER
from app.exchange.take import Sent, take
from tests.conftest import Person
from tests.exchange.editing import Editor, Record, outside, outside_answer
from tests.markdown.samples import FOUNDING, SHEETS

DOINGS = (
    Editor.add,
    Editor.add_step,
    Editor.add_section,
    Editor.reword,
    Editor.move,
    Editor.move_section,
    Editor.remove,
    Editor.restore,
    Editor.tick,
    Editor.answer,
    Editor.tell,
)
WORDS = st.sampled_from(
    [
        "为什么离职？",
        "What does a normal week look like?",
        "- a dash first",
        "12. a number first",
        "[x] a box first",
        "# a hash first",
        "**bold** and `code`",
        "谁 | 负责",
        "> quoted",
        "trailing #",
        "Red flags",
        "面试问题",
        "   spaces   ",
        "a: b - c",
    ]
)
DEEDS = st.lists(st.tuples(st.sampled_from(DOINGS), st.integers(0, 10_000), WORDS), min_size=1, max_size=10)
OTHERS = [file for file in SHEETS if file.stem != "notes-only"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_whatever_is_done_to_the_founding_sheet_its_file_says_it(app: Flask, person: Person, deeds: Any) -> None:
    check(app, person, FOUNDING, deeds)


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: file.stem)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_whatever_is_done_to_other_sheets_their_files_say_it(
    app: Flask, person: Person, file: Path, deeds: Any
) -> None:
    check(app, person, file.read_bytes(), deeds)


def check(app: Flask, person: Person, source: bytes, deeds: Any) -> None:
    editor = Editor(person, f"/workbooks/{imported(app, source)}")
    assert editor.markdown() == source
    for act, pick, text in deeds:
        act(editor, pick, text)
    book, written = editor.book(), editor.markdown()
    again = Editor(person, f"/workbooks/{imported(app, written)}")
    assert meaning(again.book()) == meaning(book)
    assert again.markdown() == written
    keeps_what_nobody_touched(source, written, book, editor.touched)
    from_json = Editor(person, f"/workbooks/{imported(app, json_of(editor), 'sheet.json')}")
    assert from_json.markdown() == written
    while editor.undo:
        editor.undo.pop()()
    assert editor.markdown() == source


def imported(app: Flask, data: bytes, name: str = "sheet.md") -> str:
    with app.app_context():
        return take([Sent(name, data)], LOCAL_OWNER)[0].workbook.id


def json_of(editor: Editor) -> bytes:
    data: bytes = editor.person.send(f"{editor.base}/export", format="json").data
    return data


def keeps_what_nobody_touched(source: bytes, written: bytes, book: Record, touched: set[str]) -> None:
    lines, now = source.splitlines(keepends=True), Counter(written.splitlines(keepends=True))
    kinds = ("info", "responsibilities", "strengths", "transfers", "questions", "signals", "pitch_points", "goals")
    for signal in book["signals"]:  # what stands beneath a thing goes with it
        if signal["parent"] in touched:
            touched.add(signal["id"])
    kept = [thing["lines"] for kind in kinds for thing in book[kind] if thing["lines"] and thing["id"] not in touched]
    expected = Counter(line for first, last in kept for line in lines[first - 1 : last] if line.endswith(b"\n"))
    assert expected <= now


def meaning(book: Record) -> list[Any]:
    """Everything a sheet says, in its order: sections, and the things in them with their answers and states."""
    told: list[tuple[int, Any]] = []
    for section in book["sections"]:
        told.append((section["position"], ("section", section["path"], section["level"], section["kind"])))
    for kind in ("responsibilities", "strengths", "transfers", "pitch_points"):
        told += [(each["position"], (kind, each["path"], each["text"], each["note"])) for each in book[kind]]
    told += [(each["position"], ("info", each["path"], each["label"], each["value"])) for each in book["info"]]
    told += [
        (each["position"], ("requirement", each["path"], each["text"], each["status"], each["evidence"]))
        for each in book["requirements"]
    ]
    told += [(each["position"], question_of(each)) for each in book["questions"]]
    told += [
        (each["position"], ("signal", each["path"], each["text"], each["polarity"], bool(outside(each["marks"]))))
        for each in book["signals"]
    ]
    told += [
        (each["position"], ("goal", each["path"], each["text"], each["horizon"], each["done"], steps(each["steps"])))
        for each in book["goals"]
    ]
    told += [
        (each["position"], ("task", each["path"], each["text"], each["done"], steps(each["steps"])))
        for each in book["tasks"]
    ]
    return [json.loads(json.dumps(what)) for _position, what in sorted(told, key=lambda each: each[0])]


def question_of(each: Record) -> tuple[Any, ...]:
    said = outside_answer(each)
    return "question", each["path"], each["number"], each["text"], each["direction"], each["asked"], said


def steps(held: list[Record]) -> list[Any]:
    return [(step["text"], step["done"], steps(step["steps"])) for step in held]
