"""Without a network: opened pages open, everything is kept in its order, and goes out once when the network is back."""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.killable import Killable
from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS, SIGNALS, TITLE
from tests.browser.test_device import open_sheet, waiting
from tests.browser.test_network import SOON, answers
from tests.browser.visitor import Visit, Visitor, form_of

ASKED = QUESTIONS[3]
ANSWERS, EDITS, TICKS, HOUR = 40, 200, 20, 3600
KEPT = """async text => {
  const kept = async () => await (await caches.match(location.href))?.text() ?? "";
  while (!(await kept()).includes(text)) await new Promise(requestAnimationFrame);
}"""

FORMER_PAGE = """async url => {
  await (await caches.open("askback-pages-former")).put(url, new Response("former"));
}"""

PLAIN = """
for (const name of ["serviceWorker", "locks", "storage", "clipboard", "wakeLock"]) delete Navigator.prototype[name];
for (const name of ["randomUUID", "subtle"]) delete Crypto.prototype[name];
delete window.caches;
delete window.cookieStore;
"""


def kept_page(page: Page, text: str) -> None:
    """Wait until the device has this page, and this text on it."""
    page.evaluate(KEPT, text)


def plainly(killable: Killable) -> Page:
    """A page of a browser that has what browsers have on plain HTTP, where only HTTPS and this machine have more."""
    page = killable.start()
    page.add_init_script(PLAIN)
    return page


def test_an_opened_page_opens_without_a_server_and_says_what_was_saved_last(server: Server, visit: Visit) -> None:
    me = visit(server, width=390, worker=True)
    open_sheet(me)
    me.write(me.box(ASKED), "saved before the tunnel")
    kept_page(me.page, "saved before the tunnel")
    server.kill()
    me.reload()
    expect(me.box(ASKED)).to_have_value("saved before the tunnel")
    assert me.page.evaluate("getComputedStyle(document.querySelector('.bar')).display") == "flex"
    me.box(ASKED).fill("typed in the tunnel")
    expect(form_of(me.box(ASKED))).to_have_attribute("data-state", "kept")
    me.page.goto(f"{server.url}/workbooks/never-opened")
    expect(me.page.get_by_role("link", name=TITLE)).to_be_visible()
    server.start()
    open_sheet(me)
    expect(me.box(ASKED)).to_have_value("typed in the tunnel")
    expect(form_of(me.box(ASKED))).to_have_attribute("data-state", re.compile("saved|idle"))
    assert answers(me) == ["typed in the tunnel"]


def test_a_page_that_an_upgrade_cannot_fetch_anew_stays_as_it_was(server: Server, visit: Visit) -> None:
    me = visit(server, worker=True)
    me.page.goto(f"{server.url}/healthz")  # a page that brings no worker
    me.page.evaluate(FORMER_PAGE, "http://127.0.0.1:9/")  # where nobody answers
    open_sheet(me)
    kept_page(me.page, ASKED)
    assert me.page.evaluate("async url => (await caches.match(url)).text()", "http://127.0.0.1:9/") == "former"


def test_where_no_service_worker_may_be_an_open_page_keeps_and_sends_everything(
    server: Server, killable: Killable
) -> None:
    me = Visitor(plainly(killable), server)
    open_sheet(me)
    assert me.page.evaluate("'serviceWorker' in navigator") is False
    server.kill()
    me.box(ASKED).fill("typed at home")
    me.page.get_by_role("checkbox", name=SIGNALS[0], exact=True).check()
    expect(waiting(me)).to_have_count(2)
    server.start()
    me.page.evaluate("dispatchEvent(new Event('online'))")
    expect(me.page.locator("waiting-list")).to_be_hidden(timeout=SOON)
    assert answers(me) == ["typed at home"]

    server.kill()
    me.box(ASKED).fill("typed at home, until the battery was dead")
    expect(form_of(me.box(ASKED))).to_have_attribute("data-state", "kept")
    killable.kill()
    server.start()
    me = Visitor(plainly(killable), server)
    open_sheet(me)
    expect(me.box(ASKED)).to_have_value("typed at home, until the battery was dead")
    expect(form_of(me.box(ASKED))).to_have_attribute("data-state", re.compile("saved|idle"))
    assert answers(me) == ["typed at home, until the battery was dead"]


def test_forgetting_the_device_leaves_nothing_on_it(server: Server, visit: Visit) -> None:
    me = visit(server, worker=True)
    me.open("/settings")
    kept_page(me.page, "Forget this device")
    open_sheet(me)
    kept_page(me.page, ASKED)
    server.kill()  # what a page sends while it is left could not be held back otherwise
    me.box(ASKED).fill("a secret")
    expect(form_of(me.box(ASKED))).to_have_attribute("data-state", "kept")
    me.open("/settings")
    expect(waiting(me)).to_contain_text("a secret")
    me.press("Forget this device")
    expect(me.page.get_by_role("status")).to_contain_text("lost if it is forgotten: 1")
    me.press("Forget them too")
    expect(me.page.get_by_role("status")).to_contain_text("keeps nothing of Askback")
    expect(me.page.locator("waiting-list")).to_be_hidden()
    assert me.page.evaluate("caches.keys()") == []
    assert me.page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    server.start()
    open_sheet(me)
    expect(me.box(ASKED)).to_have_value("")
    assert answers(me) == []


def test_after_an_hour_offline_and_a_killed_browser_all_is_there_in_order_and_once(
    empty_server: Server, killable: Killable, tmp_path: Path
) -> None:
    server = empty_server
    sheet = tmp_path / "long.md"
    questions = [f"Question {number} of them?" for number in range(ANSWERS)]
    goals = [f"Goal {number} of them" for number in range(TICKS)]
    asked = "".join(f"{number + 1}. {text}\n" for number, text in enumerate(questions))
    sheet.write_text(
        f"# Long\n\n## Questions to ask\n\n{asked}\n## Short-term goals\n\n" + "".join(f"- [ ] {g}\n" for g in goals)
    )
    path = "/workbooks/" + server.run("import", str(sheet)).split("\t")[0]
    me = Visitor(killable.start(), server)
    me.open(path)
    kept_page(me.page, questions[-1])
    server.kill()

    begun = time.monotonic()
    me.page.clock.install(time=time.time() + HOUR)  # and it is set back when the browser is started again
    me.reload()
    half(me, questions, goals, range(EDITS // 2))
    expect(form_of(me.box(questions[(EDITS // 2 - 1) % ANSWERS]))).to_have_attribute("data-state", "kept")
    killable.kill()
    me = Visitor(killable.start(), server)
    me.open(path)
    half(me, questions, goals, range(EDITS // 2, EDITS))
    expect(waiting(me)).to_have_count(ANSWERS + TICKS)
    server.start()
    me.page.evaluate("dispatchEvent(new Event('online'))")
    expect(form_of(me.box(questions[(EDITS - 1) % ANSWERS]))).to_have_attribute("data-state", "saved", timeout=2 * SOON)

    with sqlite3.connect(server.data / "askback.db") as database:
        kept = database.execute(
            "SELECT q.text, a.body, a.version FROM answer a JOIN question q ON q.id = question_id ORDER BY a.id"
        )
        said = kept.fetchall()
        former = database.execute("SELECT count(*) FROM revision").fetchone()[0]
        ticked = [text for (text,) in database.execute("SELECT text FROM goal WHERE done")]
    last = [(questions[edit % ANSWERS], f"edit {edit}", 1) for edit in range(EDITS - ANSWERS, EDITS)]
    took = time.monotonic() - begun
    print(f"{EDITS} edits over {ANSWERS} answers, {TICKS} ticks, one kill, {took:.0f} s: {len(said)} answers")
    assert said == last and former == 0
    assert sorted(ticked) == sorted(goals[1::2])


def half(me: Visitor, questions: list[str], goals: list[str], edits: range) -> None:
    """A hundred edits, and each goal ticked; those of even number are unticked again in the second half."""
    for edit in edits:
        me.box(questions[edit % ANSWERS]).fill(f"edit {edit}")
        if edit % 5 == 0:
            number = edit // 5 % TICKS
            box = me.page.get_by_role("checkbox", name=goals[number], exact=True)
            box.set_checked(edits.start == 0 or number % 2 == 1)
