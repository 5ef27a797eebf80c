"""The JSON export, key by key and example by example as surface.md has them."""

import base64
import json
import re
from typing import Any

import pytest
from flask import Flask

from tests.exchange.books import as_json, book_of, live, nested
from tests.markdown.samples import FOUNDING

ITEM = {"id", "section", "position", "lines", "path"}
KEYS: dict[str, set[str]] = {
    "info": {*ITEM, "label", "value"},
    "sections": {*ITEM, "level", "kind", "text", "direction", "polarity", "horizon", "told"},
    "responsibilities": {*ITEM, "text", "note"},
    "requirements": {*ITEM, "text", "status", "evidence"},
    "strengths": {*ITEM, "text", "note"},
    "transfers": {*ITEM, "text", "note"},
    "rounds": {
        "id",
        "name",
        "kind",
        "people",
        "scheduled_at",
        "time_zone",
        "minutes",
        "place",
        "state",
        "started_at",
        "notes",
        "ask_minutes",
        "each_minutes",
        "told",
        "picks",
        "verdict",
        "process",
        "process_note",
        "follow_ups",
    },
    "questions": {*ITEM, "number", "text", "direction", "priority", "audience", "asked", "answers", "contradictions"},
    "signals": {*ITEM, "parent", "text", "polarity", "weight", "marks"},
    "pitch_points": {*ITEM, "text", "note"},
    "goals": {*ITEM, "text", "horizon", "done", "done_at", "due_on", "notes", "why", "steps"},
    "tasks": {*ITEM, "text", "done", "steps"},
}
INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


@pytest.fixture
def book(app: Flask, workbook: str) -> dict[str, Any]:
    return book_of(app, workbook)


def one(records: list[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    (found,) = (r for r in records if all(r[key] == value for key, value in wanted.items()))
    return found


def test_the_file_says_what_it_is(app: Flask, workbook: str) -> None:
    export = json.loads(as_json(app, workbook))
    assert set(export) == {"format", "version", "exported_at", "workbooks"}
    assert (export["format"], export["version"]) == ("askback", 1)
    assert re.fullmatch(INSTANT, export["exported_at"])


def test_the_file_is_read_by_people_too(app: Flask, workbook: str) -> None:
    text = as_json(app, workbook).decode("utf-8")
    assert "智能成片" in text
    assert text.endswith("}\n")


def test_every_key_is_there_and_no_other(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    book = book_of(app, uid)
    assert set(book) == {"id", "title", "language", "state", "source", "gone", "revisions", "conflicts", *KEYS}
    for name, keys in KEYS.items():
        assert all(set(record) == keys for record in book[name]), name
    said = [answer for question in book["questions"] for answer in question["answers"]]
    told = {"id", "round", "body", "version", "outcome", "went_badly", "updated_at", "lines"}
    assert all(set(answer) == told for answer in said)
    left = [follow_up for held in book["rounds"] for follow_up in held["follow_ups"]]
    assert left
    assert all(set(follow_up) == {"id", "text", "due_on", "done"} for follow_up in left)
    marks = [mark for signal in book["signals"] for mark in signal["marks"]]
    assert all(set(mark) == {"round", "checked", "evidence", "version", "updated_at"} for mark in marks)
    assert all(set(person) == {"name", "role"} for held in book["rounds"] for person in held["people"])
    steps = [*book["goals"][0]["steps"], *book["goals"][0]["steps"][0]["steps"], *book["tasks"][0]["steps"]]
    assert all(set(step) == {"id", "section", "position", "lines", "text", "done", "steps"} for step in steps)
    assert all(re.fullmatch(INSTANT, record["updated_at"]) for record in (*said, *marks))


def test_the_source_is_the_file_byte_for_byte(book: dict[str, Any]) -> None:
    assert base64.b64decode(book["source"]["base64"]) == FOUNDING
    assert (book["title"], book["language"], book["state"]) == (
        "面试准备 - 字节跳动剪映AI后端岗位",
        "zh-Hans",
        "preparing",
    )


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("strengths", {"text": "**大规模系统架构** (10亿级数据处理)", "note": "AI推理服务高并发处理"}),
        (
            "requirements",
            {"text": "**算法与数据结构基础**", "status": "matched", "evidence": "反作弊算法经验"},
        ),
        ("responsibilities", {"text": "**AI后端架构演进**", "note": "剪映CapCut、即梦、醒图等产品后端核心链路"}),
        ("info", {"label": "公司", "value": "字节跳动"}),
        ("questions", {"number": "13", "text": "智能成片、数字人等AI能力的用户使用情况如何？"}),
        ("signals", {"text": "团队对非算法背景同学的接受度高", "marks": [], "polarity": "positive", "weight": 1}),
    ],
)
def test_the_examples_of_the_contract(book: dict[str, Any], kind: str, wanted: dict[str, object]) -> None:
    assert one(book[kind], **wanted)


def test_a_ticked_signal_has_one_mark_of_no_round(app: Flask) -> None:
    (mark,) = one(book_of(app, nested(app))["signals"], text="允许失败")["marks"]
    assert (mark["round"], mark["checked"], mark["evidence"]) == (None, True, "")


def test_the_sections_are_the_founding_sheets(book: dict[str, Any]) -> None:
    sections = book["sections"]
    assert len(sections) == 33
    assert {key: sections[0][key] for key in ("path", "level", "kind", "lines")} == {
        "path": [],
        "level": 0,
        "kind": "document",
        "lines": None,
    }
    assert sections[0]["text"].endswith("*最后更新: 2025年8月19日*")
    info = one(sections, kind="info")
    assert info["path"] == ["面试准备 - 字节跳动剪映AI后端岗位", "📋 岗位信息"]


def test_lines_are_those_of_the_source(book: dict[str, Any]) -> None:
    lines = FOUNDING.decode().split("\n")
    for question in book["questions"]:
        first, last = question["lines"]
        assert first == last
        assert lines[first - 1] == f"{question['number']}. {question['text']}"


def test_everything_stands_in_a_section_in_document_order(book: dict[str, Any]) -> None:
    sections = {section["id"]: section for section in book["sections"]}
    for name in KEYS.keys() - {"rounds", "sections"}:
        assert [r["position"] for r in book[name]] == sorted({r["position"] for r in book[name]})
        assert all(sections[record["section"]]["path"] == record["path"] for record in book[name])


def test_nesting_is_kept_as_deep_as_it_goes(app: Flask) -> None:
    book = book_of(app, nested(app))
    above = one(book["signals"], text="说得清楚目标")
    assert one(book["signals"], text="还说得清楚数字")["parent"] == above["id"]
    (goal,) = book["goals"]
    assert [step["text"] for step in goal["steps"]] == ["读完一本书", "写一个服务"]
    (chapter,) = goal["steps"][0]["steps"]
    assert (chapter["text"], chapter["done"], chapter["steps"]) == ("第一章", True, [])
    assert (goal["horizon"], goal["done"]) == ("short", False)
    assert [step["text"] for step in book["tasks"][0]["steps"]] == ["打印两份"]


def test_what_a_person_did_is_told(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    book = book_of(app, uid)
    first, second = book["rounds"]
    assert first["scheduled_at"] == "2026-03-04T07:30:00Z"
    assert [person["name"] for person in first["people"]] == ["王", "李", "张"]
    told = book["questions"][0]["answers"]
    assert [(answer["round"], answer["body"]) for answer in told] == [
        (None, "第一段\n\n- 一条\n- 两条"),
        (first["id"], "说是两周"),
        (second["id"], "说是两天"),
    ]
    (emptied,) = book["questions"][1]["answers"]
    assert (emptied["body"], emptied["version"]) == ("", 3)
    assert [(m["round"], m["checked"]) for m in book["signals"][1]["marks"]] == [(None, False), (first["id"], True)]
    assert book["signals"][2]["marks"][1]["evidence"] == "原话：“没有”"
    assert book["goals"][0]["done_at"]


def test_a_question_with_a_box_says_its_state(app: Flask) -> None:
    assert [question["asked"] for question in book_of(app, nested(app))["questions"]] == [None, None, False]
