"""Bad networks: a word that was typed is on the device until the server has it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS, SIGNALS, TITLE
from tests.browser.visitor import Visit, Visitor, form_of

ASKED = QUESTIONS[6]
TYPED = "网断了也不能丢：🚄 隧道里打的字。"
SOON = 15_000  # milliseconds; tries come after 2, 4 and 8 s


@pytest.fixture
def me(server: Server, visit: Visit) -> Visitor:
    """A person on the sheet, on a phone."""
    visitor = visit(server, "zh-Hans", 390)
    visitor.open("/")
    visitor.page.get_by_role("link", name=TITLE).click()
    expect(visitor.box(ASKED)).to_be_visible()
    return visitor


def type_while_away(me: Visitor) -> Locator:
    """Text whose saves get nowhere: it is kept here, and the page says so."""
    box = me.box(ASKED)
    box.press_sequentially(TYPED)
    expect(form_of(box)).to_have_attribute("data-state", "kept")
    expect(me.page.get_by_role("status")).to_contain_text(
        me.word("Kept on this device only; it is sent as soon as Askback answers.")
    )
    return box


def answers(me: Visitor) -> list[str]:
    """What the server holds, asked past the page and its drafts."""
    page = me.page.request.get(me.page.url.partition("#")[0]).text()
    return [unescape(body) for body in re.findall(r"<textarea[^>]*>\n([^<]+)</textarea>", page)]


def test_a_text_typed_while_the_server_is_dead_is_saved_when_it_is_back(server: Server, me: Visitor) -> None:
    server.kill()
    box = type_while_away(me)
    server.start()
    expect(form_of(box)).to_have_attribute("data-state", "saved", timeout=SOON)
    assert answers(me) == [TYPED]
    expect(me.page.get_by_role("status")).to_have_text(me.sentence("Saved {time}"))


def test_a_text_kept_on_the_device_survives_the_page_and_the_server(server: Server, me: Visitor) -> None:
    server.kill()
    type_while_away(me)
    address = me.page.url
    me.page.goto("about:blank")
    server.start()
    me.page.goto(address)
    box = me.box(ASKED)
    expect(box).to_have_value(TYPED)
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    assert answers(me) == [TYPED]


def test_a_reload_without_a_network_for_saving_keeps_the_text_in_its_box(me: Visitor) -> None:
    away = True

    def cut(route: Route) -> None:
        if away and route.request.method == "POST":
            route.abort()
        else:
            route.continue_()

    me.page.route("**/*", cut)
    type_while_away(me)
    me.reload()
    box = me.box(ASKED)
    expect(box).to_have_value(TYPED)
    expect(form_of(box)).to_have_attribute("data-state", "kept")
    away = False
    me.page.evaluate("dispatchEvent(new Event('online'))")
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    assert answers(me) == [TYPED]


def test_a_text_left_behind_is_sent_from_whichever_page_comes_next(server: Server, me: Visitor) -> None:
    server.kill()
    type_while_away(me)
    sheet = me.page.url
    me.page.goto("about:blank")
    server.start()
    with me.page.expect_response(lambda response: response.url.endswith("/answer")) as sent:
        me.open("/")
    assert sent.value.ok
    me.page.goto(sheet)
    expect(me.box(ASKED)).to_have_value(TYPED)


def test_a_save_whose_acknowledgement_was_lost_is_no_conflict(me: Visitor) -> None:
    lost: list[int] = []

    def swallow(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    me.page.route("**/answer", swallow)
    box = type_while_away(me)
    assert lost == [200]
    box.press_sequentially("再加一句。")
    expect(form_of(box)).to_have_attribute("data-state", "saved", timeout=SOON)
    assert answers(me) == [f"{TYPED}再加一句。"]


def test_a_tick_made_while_the_server_is_dead_is_kept_and_sent(server: Server, me: Visitor) -> None:
    server.kill()
    box = me.page.get_by_role("checkbox", name=SIGNALS[0], exact=True)
    box.check()
    expect(form_of(box)).to_have_attribute("data-state", "kept")
    server.start()
    expect(form_of(box)).to_have_attribute("data-state", "saved", timeout=SOON)
    me.reload()
    expect(box).to_be_checked()


def test_a_sign_in_page_of_a_hotel_is_not_taken_for_a_save(me: Visitor) -> None:
    me.page.route("**/answer", lambda route: route.fulfill(status=200, content_type="text/html", body="Welcome!"))
    type_while_away(me)
    assert answers(me) == []


def test_on_a_slow_network_nobody_waits_and_each_word_arrives_once(me: Visitor) -> None:
    devtools = me.page.context.new_cdp_session(me.page)
    devtools.send("Network.enable")
    slow = {"offline": False, "latency": 1_500, "downloadThroughput": 4_000, "uploadThroughput": 2_000}
    devtools.send("Network.emulateNetworkConditions", slow)
    box, text = me.box(ASKED), ""
    for word in ("一。", "二。", "三。"):
        box.press_sequentially(word)
        text += word
        box.blur()
        expect(box).to_have_value(text)
    me.tick(me.page.get_by_role("checkbox", name=SIGNALS[1], exact=True))
    expect(form_of(box)).to_have_attribute("data-state", "saved", timeout=SOON)
    assert answers(me) == [text]
