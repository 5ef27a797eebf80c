"""Pictures of the main pages, of a phone and of a laptop, in both themes and both languages, into test-results/shots
or the folder named: to be looked at, for no test says whether a page is beautiful. `--readme` takes the one picture
that the README shows instead."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import LAUNCH
from tests.browser.filled import Filled, fill
from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS
from tests.browser.visitor import LOCALES
from tests.setup_browser import browser_path

ROOT = Path(__file__).resolve().parents[1]
LOOKS = [(width, theme, language) for width in (390, 1280) for theme in ("light", "dark") for language in LOCALES]


@contextmanager
def served() -> Iterator[tuple[Server, Filled]]:
    """A server with a workbook in the middle of things."""
    with tempfile.TemporaryDirectory(prefix="askback-shots-") as folder:
        filled = fill(Path(folder))
        server = Server(filled.data).start()
        try:
            yield server, filled
        finally:
            server.kill()


def pages(filled: Filled) -> dict[str, str]:
    """What is taken, by the name of its picture."""
    return {
        "today": "/",
        "sheet": filled.sheet,
        "rounds": f"{filled.sheet}/rounds",
        "round": filled.rounds[0],
        "live": f"{filled.rounds[0]}/live",
        "prepare": f"{filled.rounds[2]}/prepare",
        "debrief": f"{filled.rounds[1]}/debrief",
        "signals": f"{filled.sheet}/signals",
        "goals": f"{filled.sheet}/goals",
        "filter": f"{filled.sheet}?show=questions",
        "new": "/new",
        "copy": f"{filled.sheet}/copy",
        "import": "/import",
        "settings": "/settings",
        "bin": "/bin",
        "missing": "/nowhere",
    }


def new_page(browser: Browser, width: int, theme: str, language: str) -> Page:
    page = browser.new_page(locale=LOCALES[language], viewport={"width": width, "height": 844 if width < 700 else 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    return page


def take(page: Page, server: Server, filled: Filled, file: Path) -> None:
    """Every page: its first screen, and those of the sheet further down."""
    for name, path in pages(filled).items():
        page.goto(server.url + path)
        page.screenshot(path=file.with_name(f"{name}-{file.name}"))
    page.goto(server.url + filled.sheet)
    for number, heading in enumerate(page.locator("main :is(h2, h3)").all()):
        if number % 3 == 1:
            heading.evaluate("it => it.scrollIntoView()")
            page.screenshot(path=file.with_name(f"sheet{number:02}-{file.name}"))


def take_for_readme(browser: Browser, server: Server, filled: Filled) -> None:
    """The questions, between the outline and the rounds."""
    page = new_page(browser, 1280, "light", "zh-Hans")
    page.goto(server.url + filled.sheet)
    group = page.locator(".group", has_text=QUESTIONS[0])
    group.evaluate("it => it.previousElementSibling.previousElementSibling.scrollIntoView()")
    page.screenshot(path=ROOT / "docs" / "sheet.png")


def main() -> None:
    words = argparse.ArgumentParser()
    words.add_argument("folder", nargs="?", type=Path, default=ROOT / "test-results" / "shots")
    words.add_argument("--readme", action="store_true")
    said = words.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    with served() as (server, filled), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=[*LAUNCH])
        if said.readme:
            take_for_readme(browser, server, filled)
        else:
            for width, theme, language in LOOKS:
                page = new_page(browser, width, theme, language)
                take(page, server, filled, said.folder / f"{width}-{theme}-{language}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
