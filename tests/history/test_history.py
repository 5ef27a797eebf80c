"""The history of a thing: every text of it, now and before, and how each became the next."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select, update

from app.clock import now
from app.db import db, writing
from app.models import Answer, Goal, Info, Kept, Question, Removal, Revision, Section, Signal
from app.web.access import place
from app.web.kinds import KINDS
from tests.conftest import Person
from tests.exchange.books import places
from tests.history.telling import histories, ids_of, say, texts
from tests.web.pages import add_round, statements_of

SHEET = """# 岗位
## 基本信息
**公司**: 某公司
## 岗位职责
- 做事 - 做好
## 技术要求
- ✅ Go - 写过
## 个人优势
1. Go → 网关
## 需要转换的技能
1. Java → Go
## 反问问题
1. 多少人？
## 积极信号
- [ ] 坦率
## 自我展示要点
- 做过网关 - 三年
## 短期目标
- [ ] 学 Go
  - [ ] 第一章
## 待办清单
- [ ] 简历
"""


@pytest.fixture
def everything_there(person: Person) -> str:
    """The id of a workbook that has each kind of thing."""
    return person.send("/import", text=SHEET).headers["Location"].split("/")[2]


def test_each_text_of_a_question_stands_there_newest_first(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    base, later = f"/workbooks/{workbook}", add_round(person, workbook, name="二面")
    earlier = add_round(person, workbook, name="终面")
    say(person, f"{base}/questions/{uid}/answer", "也许十二个人。", "十二个人。", "没说有几个人。")
    say(person, f"{base}/rounds/{later}/questions/{uid}/answer", "十二", "二十")
    say(person, f"{base}/rounds/{earlier}/questions/{uid}/answer", "不便透露")
    page = person.get(f"{base}/history/questions/{uid}")
    assert list(histories(page)) == ["Wording", "Answer outside of any round", "二面", "终面"]
    assert texts(page, "Answer outside of any round") == [
        "没说有几个人。",
        "{-十二-}{+没说有几+}个人。",
        "{-也许-}十二个人。",
    ]
    assert texts(page, "二面") == ["二十", "{-十二-}{+二十+}"]
    assert texts(page, "终面") == ["不便透露"]


def test_where_a_text_came_from_is_said_in_words(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    path = f"/workbooks/{workbook}/history/questions/{uid}"
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", "甲", "乙")
    entry = histories(person.get(path))["Answer outside of any round"][1]
    assert person.send(f"{path}/restore", revision=entry.revision, version=entry.version).status_code == 303
    page = histories(person.get(path))
    assert re.search(r"^Now · .+ · imported$", page["Wording"][0].when)
    answer = [entry.when.split(" · ") for entry in page["Answer outside of any round"]]
    assert [words[-1] for words in answer] == ["restored", "written here", "written here"]
    assert [words[0] == "Now" for words in answer] == [True, False, False]


def test_evidence_and_notes_have_a_history_too(app: Flask, person: Person, workbook: str) -> None:
    base, held = f"/workbooks/{workbook}", add_round(person, workbook, name="一面")
    signal, goal = ids_of(app, workbook, Signal)[0], ids_of(app, workbook, Goal)[0]
    path = f"{base}/rounds/{held}/signals/{signal}"
    say(person, f"{path}/evidence", "讲了例子", "什么也没讲", field="evidence")
    assert person.save(f"{path}/mark", state="seen").status_code == 200
    assert texts(person.get(f"{base}/history/signals/{signal}"), "一面") == [
        "什么也没讲",
        "{-讲了例子-}{+什么也没讲+}",
    ]
    annotate(app, workbook, "先读书", "先写代码")
    assert texts(person.get(f"{base}/history/goals/{goal}"), "Notes") == ["先写代码", "先{-读书-}{+写代码+}"]


def test_a_tick_without_evidence_is_no_text(app: Flask, person: Person, workbook: str) -> None:
    signal = ids_of(app, workbook, Signal)[0]
    person.save(f"/workbooks/{workbook}/signals/{signal}/mark", checked="1")
    assert list(histories(person.get(f"/workbooks/{workbook}/history/signals/{signal}"))) == ["Wording"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_thing_has_its_wordings(app: Flask, person: Person, everything_there: str, kind: str) -> None:
    model = KINDS[kind]
    uid = ids_of(app, everything_there, model)[-1]
    path = f"/workbooks/{everything_there}/history/{kind}/{uid}"
    (first,) = texts(person.get(path), "Wording")
    tail = "尾" if model.WORDING[1] else ""
    with app.app_context(), writing() as connection:
        thing = place(connection, model, everything_there, uid)
        assert isinstance(model.reword(connection, thing, "头", tail, 1), Kept)
    now, before = texts(person.get(path), "Wording")
    assert now == ("头\n尾" if tail else "头")
    assert re.sub(r"\{\+.*?\+\}|\{-|-\}", "", before, flags=re.DOTALL) == first


def test_a_text_that_was_emptied_says_so(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", "甲乙丙", "")
    path = f"/workbooks/{workbook}/history/questions/{uid}"
    assert texts(person.get(path), "Answer outside of any round") == ["(empty)", "{-甲乙丙-}"]
    with app.app_context(), writing() as connection:  # it stays empty for a while
        connection.execute(update(Answer).values(settled_at=now() - timedelta(minutes=2)))
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", "丁", version=2)
    assert texts(person.get(path), "Answer outside of any round") == ["丁", "(empty) {+丁+}", "{-甲乙丙-}"]


def test_a_text_is_shown_as_it_was_typed(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    first, second = "<script>alert(1)</script>\n  一 &amp; <b>", "<i>二</i>\n\n  三"
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", first, second)
    page = person.get(f"/workbooks/{workbook}/history/questions/{uid}")
    now, before = texts(page, "Answer outside of any round")
    assert now == second
    assert re.sub(r"\{\+.*?\+\}|\{-|-\}", "", before, flags=re.DOTALL) == first
    assert "<script>alert" not in page.text and "<i>" not in page.text


def test_what_changed_is_told_in_words_as_well(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", "他们用 Kubernetes", "他们用 Nomad")
    page = person.get(f"/workbooks/{workbook}/history/questions/{uid}").text
    heard = re.sub(r"<[^>]*>", "", page)
    assert "他们用 [removed: Kubernetes][added: Nomad]" in heard


def test_a_long_text_shows_what_changed_and_the_whole_behind_it(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    lines = [f"第 {number} 条：没有变。" for number in range(300)]
    old = "\n".join(lines)
    lines[150] = "这一条是新的，与原来的完全不同，也比原来的长得多。"
    lines[20:120] = []
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", old, "\n".join(lines))
    page = person.get(f"/workbooks/{workbook}/history/questions/{uid}")
    _now, before = texts(page, "Answer outside of any round")
    assert len(before) < 1_000 and "…" in before
    assert old in page.text


def test_a_long_history_is_read_page_by_page(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    path = f"/workbooks/{workbook}/history/questions/{uid}"
    bodies = [f"{chr(0x4E00 + number)}{number}" for number in range(50)]
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", *bodies)
    seen: list[str] = []
    address: str | None = path
    while address:
        page = person.get(address)
        entries = histories(page)["Answer outside of any round"]
        seen += [re.sub(r"\{\+.*?\+\}|\{-|-\}", "", entry.text) for entry in entries]
        assert len(entries) <= 21
        assert all(entry.version == 50 for entry in entries if entry.revision)
        found = re.search(r'href="([^"]*/before/[^"]*)"', page.text)
        address = found[1] if found else None
    assert seen == bodies[::-1]


def test_many_large_texts_make_no_endless_page(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Question)[0]
    bodies = [chr(0x4E00 + number) * 100_000 for number in range(6)]
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", *bodies)
    page = person.get(f"/workbooks/{workbook}/history/questions/{uid}")
    assert len(texts(page, "Answer outside of any round")) == 3
    assert "/before/" in page.text


@pytest.mark.parametrize("before", ["", "nothing", "x" * 64, "x" * 65, "%00", "another's"])
def test_a_page_before_that_there_is_not_is_404(app: Flask, person: Person, workbook: str, before: str) -> None:
    mine, other = ids_of(app, workbook, Question)[:2]
    say(person, f"/workbooks/{workbook}/questions/{other}/answer", "甲", "乙")
    if before == "another's":
        with app.app_context():
            before = db.session.scalars(select(Revision.uid)).one()
    path = f"/workbooks/{workbook}/history/questions/{mine}"
    assert person.get(f"{path}/before/{before}").status_code == 404


def test_what_is_not_there_has_no_history(app: Flask, person: Person, workbook: str, everything_there: str) -> None:
    uid, other = ids_of(app, workbook, Question)[0], ids_of(app, everything_there, Question)[0]
    for path in (f"questions/{other}", f"goals/{uid}", "questions/nothing", f"answers/{uid}", f"rounds/{uid}"):
        assert person.get(f"/workbooks/{workbook}/history/{path}").status_code == 404
    assert person.get(f"/workbooks/nothing/history/questions/{uid}").status_code == 404


def test_the_history_of_what_lies_in_the_bin_is_gone_until_it_is_back(
    app: Flask, person: Person, everything_there: str
) -> None:
    uid = ids_of(app, everything_there, Info)[0]
    path = f"/workbooks/{everything_there}/history/info/{uid}"
    with app.app_context(), writing() as connection:
        Removal.of(connection, Info, places(Info, everything_there)[0])
    assert person.get(path).status_code == 410
    assert person.send(f"{path}/restore", revision="x", version="1").status_code == 410
    person.send(f"/workbooks/{everything_there}/remove")
    section = ids_of(app, everything_there, Section)[1]
    assert person.get(f"/workbooks/{everything_there}/history/sections/{section}").status_code == 410


def test_a_history_asks_as_much_of_a_short_one_as_of_a_long_one(app: Flask, person: Person, workbook: str) -> None:
    question, signal = ids_of(app, workbook, Question)[0], ids_of(app, workbook, Signal)[0]
    base = f"/workbooks/{workbook}"
    # the workbook, the thing, its texts in all rounds (questions and signals), what they were
    asks = {f"questions/{question}": 4, f"signals/{signal}": 4, f"goals/{ids_of(app, workbook, Goal)[0]}": 3}
    for _ in range(2):
        for path, number in asks.items():
            assert statements_of(app, partial(person.get, f"{base}/history/{path}")) == number
        for held in (add_round(person, workbook) for _ in range(4)):
            inside = f"{base}/rounds/{held}"
            say(person, f"{inside}/questions/{question}/answer", "甲", "乙", "丙")
            say(person, f"{inside}/signals/{signal}/evidence", "甲", "乙", "丙", field="evidence")


def annotate(app: Flask, workbook: str, *notes: str) -> None:
    """Write the notes of the first goal, one after the other."""
    with app.app_context(), writing() as connection:
        goal = places(Goal, workbook)[0]
        for version, text in enumerate(notes):
            assert isinstance(Goal.annotate(connection, goal, text, version), Kept)
