"""A full disk, seen from the page: the text stays in its box and on the device, and is saved once there is room."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS
from tests.browser.test_device import open_sheet
from tests.browser.test_network import SOON, answers
from tests.browser.visitor import Visit, form_of
from tests.faults.test_full import STEP, limit
from tests.trying import times

ON_DEVICE = """() => new Promise(resolve => {
  indexedDB.open("askback", 1).onsuccess = ({ target }) => {
    const asked = target.result.transaction("changes").objectStore("changes").getAll();
    asked.onsuccess = () => { target.result.close(); resolve(asked.result.map(({ fields }) => fields.body)); };
  };
})"""


def on_device(page: Page) -> list[str]:
    """The texts that the device keeps."""
    return list(page.evaluate(ON_DEVICE))


def test_a_text_that_the_disk_has_no_room_for_waits_on_the_page_and_the_device(server: Server, visit: Visit) -> None:
    me, log, refused, said = visit(server), server.data / "askback.db-wal", 0, {}
    open_sheet(me)
    me.write(me.box(QUESTIONS[0]), "the log is there")
    rounds = times(4, 40)
    for number in range(rounds):
        asked = QUESTIONS[1 + number % (len(QUESTIONS) - 1)]
        box, text = me.box(asked), f"放不下的话，第{number}次" + "字" * (number * 37 % 4000)
        limit(server.pid, log.stat().st_size + STEP * number % (2 * 4096))
        box.fill(text)
        box.blur()
        expect(form_of(box)).to_have_attribute("data-state", re.compile("kept|saved"), timeout=SOON)
        if form_of(box).get_attribute("data-state") == "kept":
            refused += 1
            expect(me.page.get_by_role("status")).to_contain_text("the disk may be full")
            expect(box).to_have_value(text)
            assert on_device(me.page) == [text]
        limit(server.pid)
        me.page.evaluate("dispatchEvent(new Event('online'))")
        expect(form_of(box)).to_have_attribute("data-state", "saved", timeout=SOON)
        said[asked] = text
    me.reload()
    assert sorted(answers(me)) == sorted(["the log is there", *said.values()])
    assert on_device(me.page) == []
    print(
        f"{rounds} saves from a page with the disk full at another write each, {refused} kept on the device, none lost"
    )
    assert refused
