"""Adding things: each where it was asked for, on the page and in both exports, and none twice."""

from __future__ import annotations

import re
from uuid import uuid4

from flask import Flask

from tests.conftest import Person
from tests.sheet.desk import Desk
from tests.web.pages import everything, forms_of

# a thing of each kind: into which section or beneath what, what is typed, the line it becomes, behind which line
EACH = [
    ("info", "基本信息", {"text": "薪资", "note": "面议"}, "**薪资**: 面议", "**地点**: 上海"),
    ("responsibilities", "岗位职责", {"text": "即梦 - 社区"}, "3. 即梦 - 社区", "2. 会员营收 - 权益供给"),
    ("requirements", "技术要求", {"text": "消息队列", "note": "两年"}, "- 消息队列 - 两年", "- 🔄 大模型应用 - 在学"),
    ("requirements", "技术要求", {"text": "❌ Kubernetes"}, "- ❌ Kubernetes", "- 消息队列 - 两年"),
    ("strengths", "个人优势", {"text": "稳定性", "note": "值班"}, "3. 稳定性 → 值班", "2. 跨部门协作 → 与算法团队协作"),
    ("transfers", "需要转换的技能", {"text": "数据分析", "note": "评测"}, "- 数据分析 → 评测", "- 风控系统 → 网关系统"),
    ("questions", "业务", {"text": "明年呢？"}, "4. 明年呢？", "3. 收入从哪里来？"),
    ("questions", "他们会问我的问题", {"text": "为什么来？"}, "- 为什么来？", "- 为什么离开上一家？"),
    ("signals", "需要谨慎的信号", {"text": "加班成风"}, "- [ ] 加班成风", "- [ ] 答非所问"),
    ("signals", "说得清楚目标", {"text": "也说得清楚期限"}, "  - [ ] 也说得清楚期限", "  - [ ] 还说得清楚数字"),
    ("pitch_points", "自我展示要点", {"text": "做过开源"}, "3. 做过开源", "2. 主动学习"),
    ("goals", "中期目标", {"text": "写一本书"}, "- [ ] 写一本书", "- [ ] 带一个项目"),
    ("tasks", "面试前准备清单", {"text": "试设备"}, "- [ ] 试设备", "- [ ] 提前到"),
    ("steps", "学会 Rust", {"text": "装编译器"}, "  - [ ] 装编译器", "- [ ] 学会 Rust"),
    ("steps", "打印两份", {"text": "买纸"}, "    - [ ] 买纸", "  - [ ] 打印两份"),
    ("steps", "带上简历", {"text": "改简历"}, "  - [ ] 改简历", "    - [ ] 买纸"),
]


def test_a_thing_of_each_kind_stands_behind_the_last_of_its_section(desk: Desk) -> None:
    for kind, into, typed, line, behind in EACH:
        before = desk.markdown.split("\n")
        desk.add(kind, into=into, **typed)
        bare = typed["text"].removeprefix("❌ ").removesuffix(" - 社区")
        assert bare in desk.reads(kind)
        after = desk.markdown.split("\n")
        assert after[after.index(behind) + 1] == line
        assert [one for one in after if one != line] == before, "no other line changed"
        page = desk.page().text
        above = page.index(re.sub(r"[-*0-9. \[\]✅🔄❌]*(.+?)(\*\*:| [-→] |$).*", r">\1", behind))
        assert above < page.index(f">{bare}")
    desk.comes_back()


def test_what_is_added_behind_another_or_first_stands_just_there(desk: Desk) -> None:
    desk.add("questions", "二点五？", "团队", after=desk.id("团队怎么做代码评审？"))
    desk.add("questions", "第零？", "团队", after="")
    assert desk.reads("questions", "团队") == ["第零？", "团队怎么做代码评审？", "二点五？", "上线一次要多久？"]
    desk.add("steps", "先买书", "学会 Go 语言", after="")
    assert desk.reads("steps")[:2] == ["先买书", "读完一本书"]
    shown = [desk.page().text.index(text) for text in desk.reads("questions")]
    assert shown == sorted(shown)
    desk.comes_back()


def test_a_requirement_takes_the_state_that_its_emoji_says(desk: Desk) -> None:
    for typed, status in (("✅ 甲", "matched"), ("🟡 乙", "learning"), ("✖ 丙", "missing"), ("丁", None)):
        desk.add("requirements", typed, "技术要求")
        assert [(one["text"], one["status"]) for one in desk.book["requirements"]][-1] == (typed[-1], status)
    desk.comes_back()


def test_a_thing_becomes_what_its_heading_says_of_such_things(desk: Desk) -> None:
    desk.add("signals", "加班成风", "需要谨慎的信号")
    desk.add("goals", "写一本书", "中期目标")
    desk.add("questions", "为什么来？", "他们会问我的问题")
    found = {one["text"]: one for kind in ("signals", "goals", "questions") for one in desk.book[kind]}
    assert found["加班成风"]["polarity"] == "caution"
    assert found["写一本书"]["horizon"] == "mid"
    assert found["为什么来？"]["direction"] == "answer"


# the heading, what the person says stands in it, what then stands in it
SECTIONS = [
    ("反问环节", "", "questions"),
    ("危险信号", "", "signals"),
    ("随便写写", "questions answer", "questions"),
    ("面试问题", "goals mid", "goals"),
    ("杂项", "signals caution", "signals"),
    ("杂项", "", "notes"),
]


def test_a_section_holds_what_the_person_says_or_else_what_its_heading_does(desk: Desk) -> None:
    for number, (title, holds, kind) in enumerate(SECTIONS):
        title = f"{title} {number}"  # no heading of the sheet reads so
        held = {"holds": holds} if holds else {}
        desk.add("sections", title, "某公司 - 后端岗位", after=desk.id("基本信息"), **held)
        assert desk.reads("sections")[:3] == ["某公司 - 后端岗位", "基本信息", title]
        made = next(one for one in desk.book["sections"] if one["path"][-1:] == [title])
        assert (made["kind"], made["level"]) == (kind, 2)
        if kind != "notes":
            desk.add(kind, f"第一个 {number}？", title)
            assert desk.reads(kind, title) == [f"第一个 {number}？"]
            assert f"第一个 {number}？" in desk.page().text
    desk.comes_back()


def test_a_section_added_without_a_place_is_the_last_beneath_its_heading(desk: Desk) -> None:
    desk.add("sections", "文化", "面试问题清单")
    desk.add("sections", "更细", "文化")
    assert desk.reads("sections")[7:12] == ["团队", "业务", "文化", "更细", "他们会问我的问题"]
    desk.add("questions", "几点下班？", "更细")
    assert desk.book["questions"][3]["path"][1:] == ["面试问题清单", "文化", "更细"]
    desk.comes_back()


def test_a_repeated_request_adds_nothing(app: Flask, person: Person, desk: Desk) -> None:
    uid = str(uuid4())
    fields = {"section": desk.id("业务"), "text": "一？\n二？\n三？", "each": "1", "id": uid}
    first = person.save(f"{desk.base}/questions", **fields)
    assert (first.status_code, first.get_json()["id"]) == (201, uid)
    before = everything(app)
    again = person.save(f"{desk.base}/questions", **fields)
    assert (again.status_code, again.get_json()) == (201, first.get_json())
    plain = person.send(f"{desk.base}/questions", **fields)
    assert (plain.status_code, plain.headers["Location"]) == (303, first.get_json()["url"])
    section = {"under": f"sections/{desk.id('业务')}", "text": "深处", "id": str(uuid4())}
    assert person.save(f"{desk.base}/sections", **section).status_code == 201
    whole = everything(app)
    assert person.save(f"{desk.base}/sections", **section).status_code == 201
    assert everything(app) == whole != before


def test_the_id_of_a_thing_in_another_workbook_is_refused(app: Flask, person: Person, desk: Desk) -> None:
    other = Desk(app, person)
    question, section = other.id("收入从哪里来？"), other.id("业务")
    before = everything(app)
    there = {"section": desk.id("业务"), "text": "又一个？", "id": question}
    beneath = {"under": f"sections/{desk.id('业务')}", "text": "又一节", "id": section}
    for kind, fields in (("questions", there), ("sections", beneath)):
        assert person.save(f"{desk.base}/{kind}", **fields).status_code == 422
        assert person.save(f"{desk.base}/{kind}", **fields | {"id": "not an id"}).status_code == 422
    assert everything(app) == before


def test_the_box_is_there_again_for_the_next_one(person: Person, desk: Desk) -> None:
    query = f"?add={desk.id('团队')}"
    for text in ("三？", "四？"):
        form = desk.form(query, f"{desk.base}/questions")
        sent = person.client.post(form.action, data=form.fields | {"text": text})
        assert sent.status_code == 303
        assert sent.headers["Location"].endswith("#add")
        query = sent.headers["Location"].removeprefix(desk.base).partition("#")[0]
    assert desk.reads("questions", "团队")[2:] == ["三？", "四？"]
    steps = f"?add={desk.id('学会 Rust')}"
    for text in ("甲", "乙"):
        form = desk.form(steps, f"{desk.base}/steps")
        answer = person.client.post(form.action, data=form.fields | {"text": text})
        steps = answer.headers["Location"].removeprefix(desk.base).partition("#")[0]
    assert desk.reads("steps")[-3:-1] == ["甲", "乙"]


def test_of_several_lines_each_becomes_a_thing_without_the_marks_of_its_list(desk: Desk) -> None:
    pasted = "- 一？\r\n* 二？\r\n\r\n3. 三？\r\n4、四？\r\n  + [ ] 五？\r\n• 六？\r\n7) [x] 七？\r\n☐ 八？"
    desk.add("questions", pasted, "业务", each="1")
    assert desk.reads("questions", "业务")[1:] == [f"{n}？" for n in "一二三四五六七八"]
    assert [one["number"] for one in desk.book["questions"]][2:11] == [str(n) for n in range(3, 12)]
    desk.add("info", "薪资: 面议\n**方式**：线上", "基本信息", each="1")
    assert [(one["label"], one["value"]) for one in desk.book["info"]][2:] == [("薪资", "面议"), ("方式", "线上")]
    desk.add("strengths", "甲 → 乙\n丙 - 丁", "个人优势", each="1")
    assert [(one["text"], one["note"]) for one in desk.book["strengths"]][2:] == [("甲", "乙"), ("丙", "丁")]
    desk.comes_back()


def test_several_lines_without_that_are_one_thing(desk: Desk) -> None:
    desk.add("questions", "一个很长的\r\n\r\n问题？", "业务")
    assert desk.reads("questions", "业务")[1:] == ["一个很长的\n问题？"]
    desk.comes_back()


def test_too_many_lines_are_refused_with_all_of_them_still_there(app: Flask, person: Person, desk: Desk) -> None:
    lines = "\n".join(f"问题 {n}？" for n in range(10_000))
    before = everything(app)
    fields = {"section": desk.id("业务"), "text": lines}
    for each, code in (({"each": "1"}, 422), ({}, 413)):
        page = person.send(f"{desk.base}/questions", **fields, **each)
        assert page.status_code == code
        (form,) = (form for form in forms_of(page) if form.action == f"{desk.base}/questions")
        assert form.fields["text"].replace("\r\n", "\n") == lines
        assert person.save(f"{desk.base}/questions", **fields, **each).get_json().keys() == {"error"}
    assert person.save(f"{desk.base}/questions", **fields | {"text": "长" * 10_001}).status_code == 413
    assert everything(app) == before


def test_nothing_is_not_added(app: Flask, person: Person, desk: Desk) -> None:
    into = {"questions": "业务", "info": "基本信息", "requirements": "技术要求", "steps": "学会 Rust"}
    before = everything(app)
    for kind in into:
        where = desk.place(kind, into[kind])
        for text in ("", " \r\n\r\n ", "- [ ] \r\n1. \r\n*"):
            assert person.save(f"{desk.base}/{kind}", **where, text=text, each="1").status_code == 422, (kind, text)
        assert person.save(f"{desk.base}/{kind}", **where, text=" ").status_code == 422
        assert person.send(f"{desk.base}/{kind}", **where).status_code == 400
    assert person.save(f"{desk.base}/sections", **desk.place("sections", "业务"), text=" ").status_code == 422
    assert everything(app) == before


def test_a_thing_that_would_be_read_as_something_else_there_is_refused(app: Flask, person: Person, desk: Desk) -> None:
    before = everything(app)
    for kind, into in (("questions", "积极信号"), ("goals", "业务"), ("tasks", "业务"), ("steps", "业务")):
        assert person.save(f"{desk.base}/{kind}", section=desk.id(into), text="x").status_code == 422, (kind, into)
    for kind, under in (("questions", "学会 Rust"), ("steps", "允许失败"), ("signals", "学会 Rust")):
        fields = desk.place(kind, under) | {"text": "x"}
        assert person.save(f"{desk.base}/{kind}", **fields).status_code == 422, (kind, under)
    fields = {"section": desk.id("业务"), "text": "x"}
    for after in ("nothing", desk.id("答非所问"), desk.id("上线一次要多久？")):
        assert person.save(f"{desk.base}/questions", **fields, after=after).status_code == 422
    assert person.save(f"{desk.base}/questions", text="x").status_code == 404
    assert person.save(f"{desk.base}/questions", section="nothing", text="x").status_code == 404
    assert person.save(f"{desk.base}/sections", under="sections/nothing", text="x").status_code == 404
    holds = {"under": f"sections/{desk.id('业务')}", "text": "x", "holds": "everything"}
    assert person.save(f"{desk.base}/sections", **holds).status_code == 422
    assert everything(app) == before
