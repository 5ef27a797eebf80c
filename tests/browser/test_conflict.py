"""Two pages write the same answer: neither text goes away, and the person chooses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.filled import Filled
from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS
from tests.browser.visitor import Visit, Visitor, form_of

FIRST, SECOND = "第一页写的。", "第二页写的，\n不一样。"
# Each test has a question of its own, for all of them share one server.
SHOWN, UNDONE, RELOADED, SAME, PLAIN, PLAIN_OTHER = range(6, 12)


def two_pages(server: Server, filled: Filled, visit: Visit, language: str, scripts: bool = True) -> tuple[Visitor, ...]:
    """Two browsers on the same sheet, opened before either writes."""
    pages = visit(server, language, scripts=scripts), visit(server, language, 390, scripts=scripts)
    for me in pages:
        me.open(filled.sheet)
    return pages


def meet(first: Visitor, second: Visitor, asked: str) -> tuple[Locator, Locator]:
    """The second page's box, and the conflict it sees."""
    first.write(first.box(asked), FIRST)
    box = second.box(asked)
    box.fill(SECOND)
    expect(form_of(box)).to_have_attribute("data-state", "conflict")
    return box, second.page.get_by_role("group", name=second.word("Two texts"), exact=True)


def kept(me: Visitor, asked: str) -> str:
    """What a page opened now holds."""
    me.reload()
    return me.box(asked).input_value()


@pytest.mark.parametrize(("language", "number"), [("zh-Hans", SHOWN), ("en", SHOWN + 10)])
def test_the_second_page_shows_both_texts_and_leaves_its_own_in_the_box(
    running: Server, filled: Filled, visit: Visit, language: str, number: int
) -> None:
    first, me = two_pages(running, filled, visit, language)
    box, conflict = meet(first, me, QUESTIONS[number])
    expect(box).to_have_value(SECOND)
    expect(conflict).to_contain_text(FIRST)
    told = me.word("Another text was saved here in the meantime. Both are shown; choose one.")
    expect(me.page.get_by_role("status")).to_have_text(told)
    assert kept(first, QUESTIONS[number]) == FIRST

    me.press(me.word("Keep mine"), conflict)
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    expect(conflict).to_have_count(0)
    assert kept(first, QUESTIONS[number]) == SECOND


def test_taking_the_other_can_be_undone(running: Server, filled: Filled, visit: Visit) -> None:
    first, me = two_pages(running, filled, visit, "en")
    box, conflict = meet(first, me, QUESTIONS[UNDONE])
    me.press(me.word("Take the other"), conflict)
    expect(box).to_have_value(FIRST)
    expect(conflict).to_contain_text(SECOND)
    me.press(me.word("Undo"), conflict)
    expect(box).to_have_value(SECOND)
    expect(conflict).to_contain_text(FIRST)
    me.press(me.word("Keep mine"), conflict)
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    assert kept(first, QUESTIONS[UNDONE]) == SECOND


def test_a_conflict_nobody_decided_is_there_again_after_a_reload(running: Server, filled: Filled, visit: Visit) -> None:
    first, me = two_pages(running, filled, visit, "en")
    box, conflict = meet(first, me, QUESTIONS[RELOADED])
    me.reload()
    expect(form_of(box)).to_have_attribute("data-state", "conflict")
    expect(box).to_have_value(SECOND)
    expect(conflict).to_contain_text(FIRST)


def test_the_same_text_twice_is_no_conflict(running: Server, filled: Filled, visit: Visit) -> None:
    for me in two_pages(running, filled, visit, "en"):
        me.write(me.box(QUESTIONS[SAME]), FIRST)


@pytest.mark.parametrize(("language", "number"), [("zh-Hans", PLAIN), ("en", PLAIN + 10)])
def test_without_scripts_a_page_shows_both_texts(
    running: Server, filled: Filled, visit: Visit, language: str, number: int
) -> None:
    asked = QUESTIONS[number]
    first, me = two_pages(running, filled, visit, language, scripts=False)
    first.write(first.box(asked), FIRST)
    me.box(asked).fill(SECOND)
    with me.page.expect_response(lambda response: response.request.method == "POST") as answered:
        me.press(me.word("Save"), form_of(me.box(asked)))
    assert answered.value.status == 409
    expect(me.box(asked)).to_have_value(SECOND)
    expect(me.page.get_by_role("main")).to_contain_text(FIRST)
    assert kept(first, asked) == FIRST

    me.press(me.word("Save what is in the box"))
    expect(me.page.get_by_role("heading", level=1)).not_to_have_text(me.word("Two texts"))
    expect(me.box(asked)).to_have_value(SECOND)
    assert kept(first, asked) == SECOND


def test_without_scripts_the_other_text_can_be_kept(running: Server, filled: Filled, visit: Visit) -> None:
    asked = QUESTIONS[PLAIN_OTHER]
    first, me = two_pages(running, filled, visit, "en", scripts=False)
    first.write(first.box(asked), FIRST)
    me.box(asked).fill(SECOND)
    me.press(me.word("Save"), form_of(me.box(asked)))
    me.press(me.word("Keep the other"))
    expect(me.box(asked)).to_have_value(FIRST)
