"""Rewording: as answers are kept, with versions and history, and as the exported file will say it."""

from __future__ import annotations

from typing import Any

from flask import Flask

from tests.conftest import Person
from tests.sheet.desk import Desk, a_day_later
from tests.web.pages import everything, forms_of

# one thing of each kind, what it is to read, and what of it the exports tell
EACH: list[tuple[str, dict[str, str], dict[str, Any]]] = [
    ("公司", {"text": "雇主", "note": "另一家"}, {"label": "雇主", "value": "另一家"}),
    ("核心链路", {"text": "主链路", "note": ""}, {"text": "主链路", "note": ""}),
    ("熟悉 Go", {"text": "精通 Go", "note": "五年"}, {"text": "精通 Go", "evidence": "五年", "status": "matched"}),
    ("大规模系统", {"text": "大系统", "note": "推理"}, {"text": "大系统", "note": "推理"}),
    ("风控系统", {"text": "风控", "note": "网关"}, {"text": "风控", "note": "网关"}),
    ("收入从哪里来？", {"text": "钱从哪里来？"}, {"text": "钱从哪里来？", "number": "3"}),
    ("还说得清楚数字", {"text": "数字也对"}, {"text": "数字也对"}),
    ("大规模经验", {"text": "大经验", "note": "百亿级"}, {"text": "大经验", "note": "百亿级"}),
    ("学会 Rust", {"text": "学会 Zig"}, {"text": "学会 Zig", "horizon": "short"}),
    ("提前到", {"text": "提前十分钟到"}, {"text": "提前十分钟到"}),
    ("第一章", {"text": "前两章"}, {"text": "前两章"}),
    ("业务", {"text": "生意"}, {}),
]


def test_a_thing_of_each_kind_reads_as_it_was_typed_and_the_former_wording_is_kept(app: Flask, desk: Desk) -> None:
    for number, (words, typed, kept) in enumerate(EACH, 1):
        action, lines = desk.at(words) + "/wording", desk.markdown.split("\n")
        answer = desk.person.save(action, **typed, version=desk.version(words))
        assert (answer.status_code, answer.get_json()["version"]) == (200, 2), words
        new = desk.at(typed["text"])
        assert new + "/wording" == action, "it is still the same thing"
        if kept:
            kind = new.split("/")[3]
            found = next(one for said, one in desk.things(kind) if said == typed["text"])
            assert {name: found[name] for name in kept} == kept
        assert f">{typed['text']}" in desk.page().text
        assert len(everything(app)["revision"]) == number
        after = desk.markdown.split("\n")
        assert sum(old != new for old, new in zip(lines, after, strict=True)) == 1, "one line of the file is another"
    desk.comes_back()


def test_the_same_words_are_as_saved_whatever_the_version(app: Flask, desk: Desk) -> None:
    before = a_day_later(app)
    for version in ("1", "7"):
        same = {"text": "收入从哪里来？", "version": version}
        assert desk.person.save(desk.at("收入从哪里来？") + "/wording", **same).get_json()["version"] == 1
        pair = {"text": " 大规模系统 ", "note": "推理服务\r\n", "version": version}
        assert desk.person.send(desk.at("大规模系统") + "/wording", **pair).status_code == 303
    assert everything(app) == before


def test_an_outdated_wording_shows_both_and_can_be_saved_on(app: Flask, person: Person, desk: Desk) -> None:
    for words, theirs, mine in (
        ("收入从哪里来？", {"text": "他们的？"}, {"text": "我的？"}),
        ("大规模系统", {"text": "他们的", "note": "用处"}, {"text": "我的", "note": "别的用处"}),
        ("公司", {"text": "雇主", "note": "他们的公司"}, {"text": "单位", "note": "我的公司"}),
        ("业务", {"text": "他们的一节"}, {"text": "我的一节"}),
    ):
        action = desk.at(words) + "/wording"
        assert person.save(action, **theirs, version="1").status_code == 200
        before = everything(app)
        script = person.save(action, **mine, version="1")
        body = dict(zip(("body", "note"), theirs.values(), strict=False))
        told = script.get_json()
        assert (script.status_code, {name: told[name] for name in ("version", *body)}) == (409, {"version": 2, **body})
        page = person.send(action, **mine, version="1")
        assert page.status_code == 409
        assert all(text in page.text for text in theirs.values())
        assert everything(app) | {"conflict": []} == before | {"conflict": []}
        (form,) = (form for form in forms_of(page) if form.action == action)
        assert {name: form.fields[name] for name in mine} == mine
        assert person.client.post(action, data=form.fields).status_code == 303
        assert desk.at(mine["text"]) + "/wording" == action


def test_what_would_be_a_mark_of_markdown_is_a_word_of_the_wording(desk: Desk) -> None:
    sections = iter(("收入从哪里来？", "提前到", "积极信号", "允许失败", "第一章", "学会 Rust", "短期目标", "带上简历"))
    for text in ("- x？", "1. x？", "[x] y？", "# z？", "> 引？", "| 表？", "+ 加？", "---？"):
        action = desk.at(next(sections)) + "/wording"
        assert desk.person.save(action, text=text, version="1").status_code == 200, text
        (said,) = (said for _kind, uid, said in desk.every() if uid == action.split("/")[4])
        assert said.replace("\\", "") == text
    desk.comes_back()
    for text in ("- x？", "1. x？", "[x] y？", "# z？"):
        desk.add("questions", text, "业务")
    assert [said.replace("\\", "") for said in desk.reads("questions")][3:7] == ["- x？", "1. x？", "[x] y？", "# z？"]
    page = desk.page().text
    assert ">- x？</" in page and "\\" not in page.split("<aside")[0]
    desk.comes_back()


def test_what_is_no_wording_of_such_a_thing_is_refused_with_the_text_still_there(
    app: Flask, person: Person, desk: Desk
) -> None:
    before = everything(app)
    for words, typed, code in (
        ("收入从哪里来？", {"text": ""}, 422),
        ("收入从哪里来？", {"text": " \n\t"}, 422),
        ("收入从哪里来？", {"text": "[看这里](https://example.org)"}, 422),
        ("公司", {"text": "公司", "note": ""}, 422),
        ("公司", {"text": "", "note": "一家公司"}, 422),
        ("大规模系统", {"text": "", "note": "推理服务"}, 422),
        ("业务", {"text": ""}, 422),
        ("学会 Rust", {"text": "长" * 10_001}, 413),
        ("大规模系统", {"text": "短", "note": "长" * 10_001}, 413),
    ):
        action = desk.at(words) + "/wording"
        script = person.save(action, **typed, version="1")
        assert script.status_code == code, (words, typed)
        assert len(script.get_json()["error"]) > 10
        page = person.send(action, **typed, version="1")
        (form,) = (form for form in forms_of(page) if form.action == action)
        assert {name: form.fields[name] for name in typed} == typed
        assert form.fields["version"] == "1"
    for fields in ({"version": "1"}, {"text": "x"}, {"text": "x", "version": "one"}):
        assert person.save(desk.at("学会 Rust") + "/wording", **fields).status_code == 400
    assert person.save(desk.at("公司") + "/wording", text="x", version="1").status_code == 400
    assert everything(app) == before


def test_the_first_heading_is_the_name_of_the_workbook(person: Person, desk: Desk) -> None:
    action = desk.at("某公司 - 后端岗位") + "/wording"
    assert person.save(action, text="另一家 - 前端", version="1").status_code == 200
    assert desk.book["title"] == "另一家 - 前端"
    assert desk.markdown.startswith("# 另一家 - 前端\n")
    assert '<h1 dir="auto">另一家 - 前端</h1>' in desk.page().text
    assert "另一家 - 前端" in person.get("/").text
    assert person.save(action, text="第三家", version="1").status_code == 409
    assert desk.book["title"] == "另一家 - 前端"
    assert person.save(desk.at("业务") + "/wording", text="另一家 - 前端 2", version="1").status_code == 200
    assert desk.book["title"] == "另一家 - 前端"
    desk.comes_back()


def test_a_section_keeps_what_stands_in_it_whatever_its_heading_comes_to_say(person: Person, desk: Desk) -> None:
    kinds = [(one["kind"], one["level"]) for one in desk.book["sections"]]
    for words, renamed in (
        ("积极信号", "需要谨慎的信号 2"),
        ("短期目标", "长期目标"),
        ("团队", "个人优势 2"),
        ("技术要求", "杂记"),
        ("他们会问我的问题", "我要问的问题"),
        ("面试前准备清单", "面试问题 2"),
    ):
        assert person.save(desk.at(words) + "/wording", text=renamed, version="1").status_code == 200
    assert [(one["kind"], one["level"]) for one in desk.book["sections"]] == kinds
    assert [one["polarity"] for one in desk.book["signals"]] == ["positive"] * 3 + ["caution"]
    assert [one["horizon"] for one in desk.book["goals"]] == ["short", "short", "mid"]
    assert [one["direction"] for one in desk.book["questions"]] == ["ask", "ask", "ask", "answer"]
    desk.comes_back()


def test_a_state_typed_before_a_requirement_is_its_state(person: Person, desk: Desk) -> None:
    action = desk.at("大模型应用") + "/wording"
    assert person.save(action, text="✅ 大模型应用", note="做过两个", version="1").status_code == 200
    (found,) = (one for one in desk.book["requirements"] if one["text"] == "大模型应用")
    assert (found["status"], found["evidence"]) == ("matched", "做过两个")
    desk.comes_back()


def test_the_document_itself_has_no_wording_and_is_not_deleted(app: Flask, person: Person, desk: Desk) -> None:
    whole, before = desk.book["sections"][0]["id"], everything(app)
    for path, fields in (("wording", {"text": "x", "version": "1"}), ("remove", {})):
        assert person.save(f"{desk.base}/sections/{whole}/{path}", **fields).status_code == 404
    top = {"under": f"sections/{whole}"}
    assert person.save(f"{desk.base}/sections/{whole}/move", **top).status_code == 422
    assert everything(app) == before
