"""Choosing which questions are shown: by what was told of them, and whether they are answered anywhere."""

from __future__ import annotations

import pytest

from tests.conftest import Person
from tests.sheet.desk import Desk
from tests.web.pages import add_round, forms_of

REVIEW, RELEASE, MONEY, WHY = "团队怎么做代码评审？", "上线一次要多久？", "收入从哪里来？", "为什么离开上一家？"
FILTERS = {
    "priority=1": [REVIEW, WHY],
    "priority=2": [RELEASE],
    "priority=3": [],
    "audience=hr": [REVIEW, MONEY, WHY],
    "audience=technical": [RELEASE, MONEY, WHY],
    "answered=yes": [REVIEW, RELEASE],
    "answered=no": [MONEY, WHY],
    "direction=answer": [WHY],
    "direction=ask": [REVIEW, RELEASE, MONEY],
    "priority=1&direction=ask": [REVIEW],
    "priority=1&audience=hr&answered=yes&direction=ask": [REVIEW],
    "audience=technical&answered=no&direction=ask": [MONEY],
    "priority=2&answered=no": [],
    "priority=1&audience=": [REVIEW, WHY],
    # what is no choice is as not asked for
    "priority=9": [REVIEW, RELEASE, MONEY, WHY],
    "priority=1&audience=nobody&answered=maybe": [REVIEW, WHY],
    "direction=%00&priority='": [REVIEW, RELEASE, MONEY, WHY],
    "show=questions": [REVIEW, RELEASE, MONEY, WHY],
}


@pytest.fixture
def told(person: Person, desk: Desk) -> Desk:
    """The sheet with some of its questions told apart, one answered here and one in a round."""
    for words, fields in (
        (REVIEW, {"priority": "1", "audience": "hr manager"}),
        (RELEASE, {"priority": "2", "audience": "technical"}),
        (WHY, {"priority": "1"}),
    ):
        assert person.save(desk.at(words) + "/traits", **fields).status_code == 200
    inside = f"{desk.base}/rounds/{add_round(person, desk.uid)}"
    person.save(f"{desk.at(REVIEW)}/answer", body="每周", version="0")
    person.save(f"{inside}/questions/{desk.id(RELEASE)}/answer", body="两天", version="0")
    person.save(f"{inside}/questions/{desk.id(MONEY)}/answer", body="会清空", version="0")
    person.save(f"{inside}/questions/{desk.id(MONEY)}/answer", body="", version="1")
    return desk


def shown(desk: Desk, query: str) -> list[str]:
    page = desk.page(query).text
    return [words for words in (REVIEW, RELEASE, MONEY, WHY) if f"q-{desk.id(words)}" in page]


def test_just_the_questions_asked_for_are_shown(told: Desk) -> None:
    book = {words: f'id="q-{told.id(words)}"' for words in (REVIEW, RELEASE, MONEY, WHY)}
    for query, expected in FILTERS.items():
        page = told.page(f"?{query}").text
        assert [words for words in book if book[words] in page] == expected, query


def test_with_a_filter_only_questions_and_their_headings_are_shown(told: Desk) -> None:
    page = told.page("?priority=2").text.partition('<main id="main"')[2].partition("<aside")[0]
    assert ">面试问题清单</h2>" in page and ">团队</h3>" in page
    for words in (">业务</h3>", ">积极信号</h2>", "允许失败", "学会 Rust", "大规模系统"):
        assert words not in page
    assert "Show everything" in page
    assert 'href="?show=questions"' in told.page().text, "the way to it"


def test_what_was_chosen_stays_chosen_and_the_answer_boxes_work(person: Person, told: Desk) -> None:
    page = told.page("?priority=1&answered=no")
    assert '<option value="1" selected>' in page.text and '<option value="no" selected>' in page.text
    (form,) = (form for form in forms_of(page) if form.action.endswith("/answer"))
    assert person.client.post(form.action, data=form.fields | {"body": "想成长"}).status_code == 303
    assert shown(told, "?priority=1&answered=no") == []
