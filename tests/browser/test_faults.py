"""Faults of the network and of two pages at once, by chance from a told seed. The long form tries many more."""

from __future__ import annotations

import random
import sqlite3

import pytest
from playwright.sync_api import Route, expect

from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS
from tests.browser.test_device import open_sheet
from tests.browser.test_network import SOON, answers
from tests.browser.visitor import Visit, Visitor, form_of
from tests.trying import times

INTERLEAVINGS, SEED = times(4, 100), 20_261_126
ACTS = ("leave", "reload", "cut", "mend")
FAULTS = ("cut", "cut after it was saved", "500", "500 after it was saved", "503")


def break_off(route: Route, fault: str) -> None:
    """What the network, or the server, does to one request."""
    how, _, after = fault.partition(" ")
    if after:
        route.fetch()
    if how == "cut":
        route.abort()
    else:
        route.fulfill(status=int(how), json={"error": "no"})


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("which", range(times(1, 3)))
def test_a_fault_at_any_save_loses_no_word_and_saves_none_twice(
    server: Server, visit: Visit, fault: str, which: int
) -> None:
    me, seen = visit(server), 0
    open_sheet(me)

    def meet(route: Route) -> None:
        nonlocal seen
        seen += 1
        if seen == which + 1:
            break_off(route, fault)
        else:
            route.continue_()

    me.page.route("**/answer", meet)
    box, text = me.box(QUESTIONS[3]), ""
    for word in ("one ", "two ", "three"):
        box.press_sequentially(word)
        text += word
        expect(form_of(box)).to_have_attribute("data-state", "saved", timeout=SOON)
    print(f"{fault}, at save {which + 1}: {seen} requests")
    assert answers(me) == [text]
    with sqlite3.connect(server.data / "askback.db") as database:
        assert database.execute("SELECT version FROM answer").fetchall() == [(3,)]
        assert database.execute("SELECT count(*) FROM conflict").fetchone() == (0,)


def test_two_pages_in_random_interleavings_lose_no_word_of_either(server: Server, visit: Visit) -> None:
    pages = visit(server), visit(server, width=390)
    chance = random.Random(SEED)
    for me in pages:
        open_sheet(me)
    met = 0
    for turn in range(INTERLEAVINGS):
        asked, words = QUESTIONS[turn % len(QUESTIONS)], []
        deeds = [(me, act) for me in pages for act in ("write", "write", chance.choice(ACTS), chance.choice(ACTS))]
        chance.shuffle(deeds)
        for step, (me, act) in enumerate(deeds):
            if act == "write":
                words.append(f"w{turn}x{step}")
                me.box(asked).press("End")
                me.box(asked).press_sequentially(f"{words[-1]} ")
            elif act == "leave":
                me.box(asked).blur()
            elif act == "reload":
                me.reload()
            elif act == "cut":
                me.page.route("**/answer", lambda route: route.abort())
            else:
                me.page.unroute_all()
        for me in pages:
            settle(me)
        shown = [me.box(asked) for me in pages if form_of(me.box(asked)).get_attribute("data-state") == "conflict"]
        told = " ".join([*kept(server), *(box.input_value() for box in shown)])
        assert [word for word in words if word not in told] == [], (SEED, turn)
        met += bool(shown)
    print(f"{INTERLEAVINGS} interleavings from seed {SEED}: no word lost, {met} of them met in a conflict")
    assert met


def settle(me: Visitor) -> None:
    """All that this page has is sent, or meets a conflict."""
    me.page.unroute_all()
    me.page.evaluate("document.activeElement.blur()")
    me.page.evaluate("dispatchEvent(new Event('online'))")
    expect(me.page.locator("form:is([data-state=editing], [data-state=saving], [data-state=kept])")).to_have_count(
        0, timeout=SOON
    )


def kept(server: Server) -> list[str]:
    """Every text of the answers, of their history and of the conflicts."""
    tables = ("answer", "revision", "conflict")
    with sqlite3.connect(server.data / "askback.db") as database:
        return [body for table in tables for (body,) in database.execute(f"SELECT body FROM {table}")]
