"""A workbook without a file: empty with three questions, or with sections of another one; never twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from tests.conftest import Person
from tests.exchange.books import as_markdown, book_of, imported, nested
from tests.web.pages import add_round, everything, forms_of, ids, statements_of

KINDS = {
    *("document", "notes", "info", "responsibilities", "requirements", "strengths", "questions", "signals"),
    *("pitch_points", "goals"),
}
OLD = """# 面试准备 - 旧公司

**公司**: 旧公司

## 基本信息
**部门**: 旧部门

## 技术要求
- ✅ **Go** - 五年

## 面试问题清单

### 团队
1. 怎么评审？

   每周一次。
2. 谁来决定？

### 业务
3. 为什么现在？
- [x] 已经问过的？

## 信号

### 积极信号
- [x] 目标清楚
  - [ ] 数字清楚

### 需要谨慎的信号
- [ ] 答非所问

## 短期目标
- [x] 学会 Go
  - [x] 第一章
"""


def begun(person: Person, **fields: str) -> str:
    made = person.save("/workbooks", **fields)
    assert made.status_code == 201, made.text
    return str(made.get_json()["id"])


def facts_of(book: dict[str, Any]) -> dict[str, str]:
    return {fact["label"]: fact["value"] for fact in book["info"]}


@pytest.mark.parametrize(
    ("language", "labels"),
    [("en", ["Company", "Job title", "Interview date"]), ("zh-Hans", ["公司", "岗位", "面试日期"])],
)
def test_an_empty_workbook_knows_what_it_may_hold(app: Flask, language: str, labels: list[str]) -> None:
    person = Person(app, language)
    uid = begun(person, company="字节跳动", position="AI 后端", day="2026-12-01")
    book = book_of(app, uid)
    assert book["title"] == "字节跳动 - AI 后端"
    assert facts_of(book) == dict(zip(labels, ["字节跳动", "AI 后端", "2026-12-01"], strict=True))
    assert {section["kind"] for section in book["sections"]} == KINDS
    says = [(s["polarity"], s["horizon"]) for s in book["sections"] if s["kind"] in ("signals", "goals")]
    assert says == [("positive", None), ("caution", None), (None, None), (None, "short"), (None, "mid")]
    assert [s["direction"] for s in book["sections"] if s["kind"] == "questions"] == ["ask"]
    sheet = as_markdown(app, uid)
    assert b"askback:" not in sheet, "its headings say by themselves what they are"
    assert imported(app, ("again.md", sheet))[0].workbook.title == book["title"]
    assert person.get(f"/workbooks/{uid}").status_code == 200


def test_one_of_company_and_position_is_enough(app: Flask, person: Person) -> None:
    for fields, title, facts in (
        ({"company": "Acme"}, "Acme", {"Company": "Acme"}),
        ({"position": "  SRE \t on call ", "day": ""}, "SRE on call", {"Job title": "SRE on call"}),
    ):
        book = book_of(app, begun(person, **fields))
        assert (book["title"], facts_of(book)) == (title, facts)


@pytest.mark.parametrize("name", ["C #", "# x", "- [ ] x", "1. x", "**a** _b_ <b>c</b>", "A: B", "a & b", "`", "\\"])
def test_a_name_is_text_and_no_markup_of_the_sheet(app: Flask, person: Person, name: str) -> None:
    book = book_of(app, begun(person, company=name, position=name))
    assert facts_of(book) == {"Company": name, "Job title": name}
    assert book["title"].replace("\\", "") == f"{name} - {name}".replace("\\", "")
    assert len(book["sections"]) == 13


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"company": "  ", "position": "\t"},
        {"company": "Acme", "day": "tomorrow"},
        {"company": "Acme", "day": "2026-02-30"},
        {"company": "<!-- askback: questions -->"},
    ],
)
def test_what_is_no_opening_is_refused_and_the_text_stays(app: Flask, person: Person, wrong: dict[str, str]) -> None:
    before = everything(app)
    page = person.send("/workbooks", **{"position": "", **wrong})
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    if wrong.get("company") == "Acme":
        assert 'name="company" value="Acme"' in page.text
    refused = person.save("/workbooks", **wrong)
    assert (refused.status_code, list(refused.get_json())) == (422, ["error"])
    assert person.save("/workbooks", company="x" * 201).status_code == 413
    assert person.save("/workbooks", company="x", id="no id").status_code == 422
    assert everything(app) == before


def test_the_same_request_again_makes_no_second_workbook(app: Flask, person: Person, workbook: str) -> None:
    uid = str(uuid4())
    forms: list[tuple[str, dict[str, str]]] = [
        ("/workbooks", {"company": "Acme"}),
        ("/starter", {}),
        (f"/workbooks/{workbook}/copy", {"company": "Acme", f"s-{_sections(person, workbook)[0]}": "1"}),
    ]
    for path, fields in forms:
        uid = str(uuid4())
        first = person.save(path, id=uid, **fields)
        assert (first.status_code, first.get_json()["id"]) == (201, uid)
        before = everything(app)
        assert person.save(path, id=uid.upper(), **fields).get_json() == first.get_json()
        assert person.send(path, id=uid, **fields).headers["Location"] == f"/workbooks/{uid}"
        assert everything(app) == before


def test_several_at_once_make_one(app: Flask, person: Person) -> None:
    uid, people = str(uuid4()), [Person(app) for _ in range(4)]
    with ThreadPoolExecutor(len(people)) as pool:
        sent = pool.map(lambda one: one.save("/workbooks", company="Acme", id=uid), people)
        assert [answer.status_code for answer in sent] == [201] * 4
    assert len(everything(app)["workbook"]) == 1


def test_the_page_shows_four_ways(person: Person) -> None:
    assert "From another workbook" not in person.get("/new").text
    made = begun(person, company="Acme")
    page = person.get("/new")
    assert [form.action for form in forms_of(page) if "language" not in form.action] == ["/workbooks", "/starter"]
    assert 'href="/import"' in page.text and f'href="/workbooks/{made}/copy"' in page.text
    person.send(f"/workbooks/{made}/remove")
    assert made not in person.get("/new").text


def _sections(person: Person, workbook: str) -> list[str]:
    """The ids of the sections that are chosen when the page opens."""
    form = next(form for form in forms_of(person.get(f"/workbooks/{workbook}/copy")) if form.action.endswith("/copy"))
    return [name[2:] for name in form.fields if name.startswith("s-")]


def chosen(book: dict[str, Any], *titles: str) -> dict[str, str]:
    return {f"s-{section['id']}": "1" for section in book["sections"] if section["path"][-1:] in [[t] for t in titles]}


@pytest.fixture
def old(app: Flask, person: Person) -> dict[str, Any]:
    """A workbook with a round behind it."""
    uid = imported(app, ("old.md", OLD.encode()))[0].workbook.id
    held = f"/workbooks/{uid}/rounds/{add_round(person, uid, name='旧一面')}"
    for question in ids(person, uid, "questions"):
        assert person.save(f"{held}/questions/{question}/answer", body="旧答案", version=0).status_code == 200
    for signal in ids(person, uid, "signals"):
        assert person.save(f"{held}/signals/{signal}/evidence", evidence="旧据", version=0).status_code == 200
    person.save(f"/workbooks/{uid}/state", state="offer")
    return book_of(app, uid)


def copied(app: Flask, person: Person, old: dict[str, Any], *titles: str) -> dict[str, Any]:
    made = person.save(f"/workbooks/{old['id']}/copy", company="新公司", position="SRE", **chosen(old, *titles))
    assert made.status_code == 201, made.text
    return book_of(app, made.get_json()["id"])


def test_what_is_chosen_comes_below_its_headings_without_answers_and_ticks(
    app: Flask, person: Person, old: dict[str, Any]
) -> None:
    before = book_of(app, old["id"])
    book = copied(app, person, old, "业务", "积极信号", "短期目标")
    assert [section["path"][1:] for section in book["sections"][2:]] == [
        ["Job information"],
        ["面试问题清单"],
        ["面试问题清单", "业务"],
        ["信号"],
        ["信号", "积极信号"],
        ["短期目标"],
    ]
    assert [(q["number"], q["text"], q["asked"], q["answers"]) for q in book["questions"]] == [
        ("1", "为什么现在？", None, []),
        (None, "已经问过的？", False, []),
    ]
    assert [(s["text"], s["polarity"], s["marks"]) for s in book["signals"]] == [
        ("目标清楚", "positive", []),
        ("数字清楚", "positive", []),
    ]
    assert book["signals"][1]["parent"] == book["signals"][0]["id"]
    (goal,) = book["goals"]
    assert (goal["text"], goal["done"], goal["horizon"], goal["steps"][0]["done"]) == ("学会 Go", False, "short", False)
    assert facts_of(book) == {"Company": "新公司", "Job title": "SRE"}
    assert (book["rounds"], book["state"], book["title"]) == ([], "preparing", "新公司 - SRE")
    sheet = as_markdown(app, book["id"]).decode()
    assert "旧" not in sheet and "每周一次" not in sheet and "[x]" not in sheet
    assert book_of(app, old["id"]) == before


def test_numbers_go_on_where_they_did(app: Flask, person: Person, old: dict[str, Any]) -> None:
    book = copied(app, person, old, "团队", "业务", "技术要求")
    assert [q["number"] for q in book["questions"]] == ["1", "2", "3", None]
    assert [(r["text"], r["status"], r["evidence"]) for r in book["requirements"]] == [("**Go**", "matched", "五年")]


def test_no_id_is_shared_with_the_old_one(app: Flask, person: Person, old: dict[str, Any]) -> None:
    book = copied(app, person, old, "团队", "积极信号", "短期目标")
    names = ("sections", "questions", "signals", "goals")
    assert not {r["id"] for n in names for r in book[n]} & {r["id"] for n in names for r in old[n]}


def test_what_no_file_tells_comes_along(app: Flask, person: Person, workbook: str) -> None:
    asked = ids(person, workbook, "questions")[0]
    seen = ids(person, workbook, "signals")[0]
    person.save(f"/workbooks/{workbook}/questions/{asked}/traits", priority="1")
    person.save(f"/workbooks/{workbook}/signals/{seen}/traits", weight="3")
    old = book_of(app, workbook)
    fields = {f"s-{uid}": "1" for uid in _sections(person, workbook)}
    made = person.save(f"/workbooks/{workbook}/copy", company="Acme", **fields)
    book = book_of(app, made.get_json()["id"])
    for name, told in (
        ("questions", "priority"),
        ("signals", "weight"),
        ("questions", "text"),
        ("signals", "polarity"),
    ):
        assert [thing[told] for thing in book[name]] == [thing[told] for thing in old[name]]
    assert (len(book["questions"]), len(book["signals"]), len(book["pitch_points"])) == (39, 9, 8)
    assert (len(book["strengths"]), len(book["transfers"]), len(book["goals"])) == (7, 3, 0)


def test_a_sheet_of_headings_side_by_side_keeps_them_below_the_new_title(app: Flask, person: Person) -> None:
    text = "# 问题\n\n1. 一？\n\n# 积极信号\n\n- [ ] 二\n"
    old = book_of(app, imported(app, ("flat.md", text.encode()))[0].workbook.id)
    book = copied(app, person, old, "问题", "积极信号")
    assert [(s["path"], s["level"]) for s in book["sections"][3:]] == [
        (["新公司 - SRE", "问题"], 2),
        (["新公司 - SRE", "积极信号"], 2),
    ]
    assert (len(book["questions"]), len(book["signals"])) == (1, 1)


def test_a_choice_of_nothing_is_refused_and_the_boxes_stay(app: Flask, person: Person, old: dict[str, Any]) -> None:
    before, path = everything(app), f"/workbooks/{old['id']}/copy"
    for fields in ({}, {"s-nothing": "1"}, chosen(old, "基本信息"), chosen(old, "信号")):
        refused = person.send(path, company="Acme", **fields)
        assert refused.status_code == 422
        assert "Choose at least one section" in refused.text and 'value="Acme"' in refused.text
    refused = person.send(path, **chosen(old, "团队"))
    assert refused.status_code == 422
    form = next(form for form in forms_of(refused) if form.action == path)
    assert {name for name in form.fields if name.startswith("s-")} == set(chosen(old, "团队"))
    assert everything(app) == before


def test_a_workbook_that_holds_nothing_says_so(person: Person) -> None:
    made = begun(person, company="Acme")
    assert "holds nothing yet" in person.get(f"/workbooks/{made}/copy").text
    assert person.get("/workbooks/nothing/copy").status_code == 404
    person.send(f"/workbooks/{made}/remove")
    assert person.get(f"/workbooks/{made}/copy").status_code == 410
    assert person.send(f"/workbooks/{made}/copy", company="x").status_code == 410


def test_choosing_asks_as_much_of_a_small_workbook_as_of_a_large_one(app: Flask, person: Person, workbook: str) -> None:
    small = nested(app)
    few = statements_of(app, lambda: person.get(f"/workbooks/{small}/copy"))
    assert statements_of(app, lambda: person.get(f"/workbooks/{workbook}/copy")) == few
