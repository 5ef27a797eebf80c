"""A person at a browser, who finds things by role and name, in either language, with scripts or without."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from app.language import gettext, speak
from tests.browser.server import Server

LOCALES = {"zh-Hans": "zh-CN", "en": "en-US"}
# Of the whole path: every pair of width, language, theme and scripts is met.
PAIRS = (
    (390, "zh-Hans", "light", True),
    (1280, "zh-Hans", "dark", True),
    (390, "en", "dark", True),
    (1280, "en", "light", True),
    (390, "zh-Hans", "dark", False),
    (1280, "en", "light", False),
)
WIDTHS = (320, 390, 768, 1280)

# Keeps every value that data-state takes, for states pass faster than anybody can look.
WATCH = """form => {
  form.states = [form.dataset.state];
  new MutationObserver(() => {
    if (form.states.at(-1) !== form.dataset.state) form.states.push(form.dataset.state);
  }).observe(form, { attributeFilter: ["data-state"] });
}"""


def form_of(box: Locator) -> Locator:
    """The form a box stands in."""
    return box.locator("xpath=ancestor::form")


@dataclass
class Visitor:
    """One page of one browser."""

    page: Page
    server: Server
    language: str = "en"
    scripts: bool = True

    def word(self, message: str, **values: object) -> str:
        """What the page says for `message`."""
        speak(self.language)
        return gettext(message, **values)

    def sentence(self, message: str) -> re.Pattern[str]:
        """The page's `message`, whatever its {places} hold."""
        return re.compile(".*".join(map(re.escape, re.split(r"\{\w+\}", self.word(message)))))

    def open(self, path: str) -> None:
        self.page.goto(self.server.url + path)

    def reload(self) -> None:
        self.page.goto(self.page.url.partition("#")[0])

    def box(self, name: str, inside: Locator | None = None) -> Locator:
        """The one box for a text of that name."""
        return (inside or self.page).get_by_role("textbox", name=name, exact=True)

    def press(self, name: str, inside: Locator | None = None) -> None:
        (inside or self.page).get_by_role("button", name=name, exact=True).click()

    def write(self, box: Locator, text: str) -> None:
        """Fill in a text and see it saved."""
        form = form_of(box)
        if not self.scripts:
            box.fill(text)
            self._send(form)
            expect(box).to_have_value(text)
            return
        form.evaluate(WATCH)
        box.press_sequentially(text)
        expect(form).to_have_attribute("data-state", "saved")
        states = form.evaluate("form => form.states")
        assert states[:2] == ["idle", "editing"] or states[:2] == ["saved", "editing"], states
        assert set(states[2:]) <= {"editing", "saving", "saved"}, states
        expect(self.page.get_by_role("status")).to_have_text(self.sentence("Saved {time}"))

    def tick(self, box: Locator) -> None:
        """Tick a box, or choose a radio, and see it saved."""
        form = form_of(box)
        box.check()
        if self.scripts:
            expect(form).to_have_attribute("data-state", "saved")
        else:
            self._send(form)
        expect(box).to_be_checked()

    def _send(self, form: Locator) -> None:
        with self.page.expect_navigation():
            self.press(self.word("Save"), form)

    def add_round(self, kind: str) -> str:
        """Two taps; returns the address of the round."""
        self.page.locator("summary", has_text=self.word("Add a round")).first.click()
        with self.page.expect_navigation(url=re.compile("/rounds/.")):
            self.press(self.word(kind))
        return self.page.url.removeprefix(self.server.url)

    def named(self, role: str) -> list[str]:
        """The names of all that have this role in the content of the page, in their order."""
        seen = self.page.locator("main").aria_snapshot()
        return re.findall(rf'^ *- {role} "(.+?)"', seen, re.MULTILINE)

    def signal(self, name: str, inside: Locator | None = None) -> Locator:
        """The three radios of a signal."""
        return (inside or self.page).get_by_role("group", name=name, exact=True)

    def radio(self, signal: Locator, value: str) -> Locator:
        return signal.get_by_role("radio").and_(self.page.locator(f"[name=state][value={value}]"))

    def download(self, name: str) -> bytes:
        with self.page.expect_download() as found:
            self.press(name)
        return found.value.path().read_bytes()

    def scrolls_sideways(self) -> list[int]:
        """The widths at which this page is wider than its window."""
        size, wide = self.page.viewport_size, []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(width)
        if size:
            self.page.set_viewport_size(size)
        return wide


Visit = Callable[..., Visitor]
