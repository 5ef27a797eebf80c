"""The history of a text in a browser: axe finds nothing, and a former text comes back with and without scripts."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS
from tests.browser.test_axe import LOOKS, faults
from tests.browser.visitor import Visit, form_of

FIRST, SECOND = "他们用 Kubernetes，\n在自己的机房。", "他们用 Nomad，\n在自己的机房。"


@pytest.mark.parametrize(("width", "language", "theme"), [*LOOKS, (320, "en", "light")])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_former_answer_comes_back(
    server: Server, visit: Visit, width: int, language: str, theme: str, scripts: bool
) -> None:
    me = visit(server, language, width, theme, scripts=scripts)
    sheet = "/workbooks/" + json.loads(server.run("list", "--json"))["workbooks"][0]["id"]
    me.open(sheet)
    box = me.box(QUESTIONS[0])
    action = form_of(box).get_attribute("action") or ""
    token = form_of(box).locator("[name=csrf_token]").input_value()
    for version, text in enumerate((FIRST, SECOND)):
        fields: dict[str, str | float | bool] = {"csrf_token": token, "version": version, "body": text}
        assert me.page.request.post(server.url + action, form=fields).ok
    me.open(sheet + "/history" + action.removeprefix(sheet).removesuffix("/answer"))
    answer = me.page.get_by_role("region", name=me.word("Answer outside of any round"))
    expect(answer.locator("del")).to_contain_text("Kubernetes")
    expect(answer.locator("ins")).to_contain_text("Nomad")
    if scripts:
        assert faults(me.page) == ""
        assert me.scrolls_sideways() == []
    answer.get_by_role("button", name=re.compile(re.escape(me.word("Restore")))).press("Enter")
    me.page.wait_for_url(re.compile("#t-"))
    expect(answer.locator(".present .notes")).to_have_text(FIRST)
    me.open(sheet)
    expect(me.box(QUESTIONS[0])).to_have_value(FIRST)
