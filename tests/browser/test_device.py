"""What was typed or ticked is on the device within a quarter of a second, whatever ends: page, tab, browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Dialog, Locator, Page, Route, expect

from tests.browser.killable import Killable
from tests.browser.server import Server
from tests.browser.sheet import GOALS, QUESTIONS, SIGNALS, TITLE
from tests.browser.test_network import answers
from tests.browser.visitor import Visit, Visitor, form_of

ASKED, OTHER = QUESTIONS[3], QUESTIONS[4]
TYPED = "A text of some length, typed without ever stopping to think, by somebody whose train enters a tunnel."
QUARTER = 250  # milliseconds
# What a browser does that is told to keep nothing.
KEEPS_NOTHING = "IDBFactory.prototype.open = () => { throw new DOMException('no storage', 'SecurityError'); };"


@pytest.fixture
def me(server: Server, visit: Visit) -> Visitor:
    """A person on the sheet."""
    visitor = visit(server)
    open_sheet(visitor)
    return visitor


def open_sheet(me: Visitor) -> None:
    me.open("/")
    me.page.get_by_role("link", name=TITLE).click()
    expect(me.box(ASKED)).to_be_visible()
    expect(me.page.locator("html.js")).to_be_attached()


def cut(page: Page) -> None:
    """From here on nothing is saved; pages still come."""
    page.context.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())


def mend(page: Page) -> None:
    page.context.unroute_all()
    page.evaluate("dispatchEvent(new Event('online'))")


def waiting(me: Visitor) -> Locator:
    """The items that are on the device only, opened."""
    count = me.page.locator("waiting-list summary")
    expect(count).to_be_visible()
    if me.page.locator("waiting-list details[open]").count() == 0:
        count.click()
    return me.page.locator("waiting-list").get_by_role("listitem")


def test_a_browser_killed_in_the_middle_of_typing_loses_a_quarter_second_at_most(
    server: Server, killable: Killable
) -> None:
    me = Visitor(killable.start(), server)
    open_sheet(me)
    cut(me.page)
    pace = 40
    me.box(ASKED).press_sequentially(TYPED, delay=pace)
    killable.kill()
    me = Visitor(killable.start(), server)
    open_sheet(me)
    expect(me.box(ASKED)).to_have_value(re.compile("^A text"))
    kept = me.box(ASKED).input_value()
    print(f"killed while typing: {len(kept)} of {len(TYPED)} characters are there")
    assert TYPED.startswith(kept) and len(TYPED) - len(kept) <= 2 * QUARTER / pace
    assert answers(me) == [kept]


def test_a_page_left_right_after_the_last_key_loses_nothing(me: Visitor) -> None:
    cut(me.page)
    sheet = me.page.url
    me.box(ASKED).press_sequentially(TYPED)
    me.page.goto("about:blank")
    me.page.goto(sheet)
    expect(me.box(ASKED)).to_have_value(TYPED)
    mend(me.page)
    expect(form_of(me.box(ASKED))).to_have_attribute("data-state", "saved")
    assert answers(me) == [TYPED]


def test_a_tab_closed_right_after_the_last_key_loses_nothing_and_does_not_ask(me: Visitor, server: Server) -> None:
    cut(me.page)
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    me.page.on("dialog", leave)
    me.box(ASKED).press_sequentially(TYPED)
    with me.page.expect_event("close"):
        me.page.close(run_before_unload=True)
    other = Visitor(me.page.context.new_page(), server)
    open_sheet(other)
    expect(other.box(ASKED)).to_have_value(TYPED)
    assert asked == []


def test_leaving_asks_where_the_device_keeps_nothing(server: Server, visit: Visit) -> None:
    me = visit(server)
    me.page.add_init_script(KEEPS_NOTHING)
    open_sheet(me)
    cut(me.page)
    box = me.box(ASKED)
    box.press_sequentially(TYPED)
    expect(form_of(box)).to_have_attribute("data-state", "refused")
    expect(me.page.get_by_role("status")).to_contain_text("this device keeps nothing")
    with me.page.expect_event("dialog") as found:
        me.page.close(run_before_unload=True)
    assert found.value.type == "beforeunload"
    found.value.dismiss()
    mend(me.page)
    expect(form_of(box)).to_have_attribute("data-state", "saved")


def test_a_refused_text_stays_until_the_person_lets_it_go_and_that_can_be_undone(me: Visitor) -> None:
    box, long = me.box(ASKED), "字" * 100_001
    box.fill(long)
    expect(form_of(box)).to_have_attribute("data-state", "refused")
    me.reload()
    expect(form_of(box)).to_have_attribute("data-state", "refused")
    expect(box).to_have_value(long)
    item = waiting(me)
    expect(item).to_contain_text(ASKED)
    expect(item).to_contain_text("100001")
    me.press("Discard", item)
    expect(box).to_have_value("")
    me.press("Undo", item)
    expect(box).to_have_value(long)
    expect(form_of(box)).to_have_attribute("data-state", "refused")
    box.fill(TYPED)
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    expect(me.page.locator("waiting-list")).to_be_hidden()
    assert answers(me) == [TYPED]


def test_a_text_for_what_lies_in_the_bin_is_kept_and_saved_once_it_is_back(me: Visitor, server: Server) -> None:
    other = Visitor(me.page.context.new_page(), server)
    other.page.goto(me.page.url)
    item = other.page.get_by_role("article").filter(has=other.page.get_by_role("textbox", name=ASKED, exact=True))
    item.get_by_role("link", name="Edit").click()
    other.press("Delete", other.page.locator(".panel"))
    expect(other.page.get_by_text("Deleted:")).to_be_visible()

    me.box(ASKED).fill(TYPED)
    expect(form_of(me.box(ASKED))).to_have_attribute("data-state", "refused")
    me.reload()
    expect(me.box(ASKED)).to_have_count(0)
    expect(waiting(me)).to_contain_text(TYPED)
    other.press("Undo", other.page.locator(".undo"))
    expect(other.page.get_by_text("Deleted:")).to_have_count(0)
    with me.page.expect_response("**/answer"):
        me.press("Try again", waiting(me))
    expect(me.page.locator("waiting-list")).to_be_hidden()
    me.reload()
    expect(me.box(ASKED)).to_have_value(TYPED)


def test_a_page_whose_token_has_expired_saves_with_a_fresh_one(me: Visitor) -> None:
    me.page.context.clear_cookies()
    me.write(me.box(ASKED), TYPED)
    assert answers(me) == [TYPED]


def test_a_round_added_without_a_network_is_added_once_it_is_back_and_once(me: Visitor) -> None:
    cut(me.page)
    me.page.locator("summary", has_text="Add a round").click()
    me.press("HR")
    item = waiting(me)
    expect(item).to_contain_text("New round")
    expect(item).to_contain_text("HR")
    me.page.context.unroute_all()
    swallowed: list[int] = []

    def swallow(route: Route) -> None:
        if swallowed:
            route.continue_()
        else:
            swallowed.append(route.fetch().status)
            route.abort()

    me.page.route("**/rounds", swallow)
    me.reload()
    expect(me.page.locator("waiting-list")).to_be_visible()
    me.page.evaluate("dispatchEvent(new Event('online'))")
    expect(me.page.locator("waiting-list")).to_be_hidden()
    assert swallowed == [201]
    me.reload()
    expect(me.page.locator("#rail .rounds li")).to_have_count(1)


def test_what_was_changed_without_a_network_is_sent_in_order_from_the_next_page(me: Visitor) -> None:
    cut(me.page)
    for number in (5, 2, 9):
        me.box(QUESTIONS[number]).fill(f"answer {number}")
        me.page.get_by_role("checkbox", name=SIGNALS[number % 3], exact=True).check()
        me.page.get_by_role("checkbox", name=GOALS[number % 2], exact=True).check()
        me.page.get_by_role("checkbox", name=SIGNALS[number % 3], exact=True).uncheck()
    me.box(QUESTIONS[5]).fill("answer 5, and more")
    expect(form_of(me.box(QUESTIONS[5]))).to_have_attribute("data-state", "kept")
    expect(waiting(me)).to_have_count(7)
    order = me.page.locator("waiting-list a").all_text_contents()
    sent: list[str] = []
    me.page.context.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    me.page.goto("about:blank")
    sent.clear()
    me.page.context.unroute_all()
    with me.page.expect_event("requestfinished", lambda request: len(sent) == len(order)):
        me.open("/")
    kinds = [url.split("/")[-3] for url in sent]
    assert kinds == ["goals" if name in GOALS else "signals" if name in SIGNALS else "questions" for name in order]
