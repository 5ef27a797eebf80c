"""Looking at a sheet before it comes in, in a browser: what was found is said otherwise, with and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.server import Server
from tests.browser.test_axe import LOOKS, faults
from tests.browser.visitor import Visit

SHEET = """# Nightingale ward

## For the ward manager
- How many beds per nurse?
- Who covers sick leave?

## Watch
- nobody greets you
- the rota is on the wall
"""


@pytest.mark.parametrize(("width", "language", "theme"), [*LOOKS, (320, "en", "light")])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_a_section_holds_is_said_before_and_after_it_comes_in(
    empty_server: Server, visit: Visit, width: int, language: str, theme: str, scripts: bool
) -> None:
    me = visit(empty_server, language, width, theme, scripts=scripts)
    me.open("/import")
    me.box(me.word("Or paste a sheet")).fill(SHEET)
    me.press(me.word("Look at it first"))
    watch = me.page.get_by_role("combobox", name=me.word("What stands in “%(title)s”", title="Watch"))
    expect(watch.locator(":checked")).to_have_text(me.word("Notes"))
    if scripts:
        assert faults(me.page) == ""
        assert me.scrolls_sideways() == []
    watch.select_option(label=me.word("Caution signals"))
    me.press(me.word("Look again"))
    expect(me.page.get_by_role("listitem").filter(has_text="Watch").first).to_contain_text(me.word("you said so"))
    me.press(me.word("Import"))
    expect(me.page).to_have_url(re.compile("/workbooks/"))
    expect(me.page.get_by_role("checkbox", name="nobody greets you")).to_be_visible()
    answer = me.box("How many beds per nurse?")
    me.write(answer, "Six, they say.")
    asked = me.page.locator("section.group", has=me.page.get_by_role("heading", name="For the ward manager"))
    asked.get_by_role("link", name=me.word("Edit")).first.click()
    panel = me.page.locator("#edit")
    panel.get_by_label(me.word("What stands in it"), exact=True).first.select_option(label=me.word("Pitch points"))
    if scripts:
        assert faults(me.page) == ""
        assert me.scrolls_sideways() == []
    me.press(me.word("Change"), panel)
    expect(answer).to_have_count(0)
    me.press(me.word("Undo"))
    expect(answer).to_have_value("Six, they say.")
    assert b"## Watch <!-- askback: signals caution -->\n" in me.download("Markdown")


def test_an_import_says_how_far_it_is(empty_server: Server, visit: Visit) -> None:
    me = visit(empty_server)
    me.open("/import")
    sent: list[Route] = []
    me.page.route(re.compile("/import$"), lambda route: sent.append(route))
    files = me.page.get_by_label(
        me.word("Files: Markdown sheets, CSV tables of questions, or JSON exported from Askback")
    )
    files.set_input_files({"name": "big.md", "mimeType": "text/markdown", "buffer": b"## Questions\n- Why?\n"})
    button = me.page.get_by_role("button", name=me.word("Import"), exact=True)
    me.page.locator("drop-zone:defined").wait_for()  # sooner, the form is sent the plain way
    button.click()
    expect(me.page.get_by_role("progressbar")).to_be_visible()
    expect(button).to_be_disabled()
    sent[0].continue_()
    expect(me.page).to_have_url(re.compile("/workbooks/"))
