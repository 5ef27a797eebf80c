"""A real Chromium in front of a real server. Nothing outside this machine is reached: its names do not resolve, so a
page that loaded anything from elsewhere would fail here."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, BrowserType

from tests.browser.filled import Filled, fill
from tests.browser.killable import Killable
from tests.browser.server import Server
from tests.browser.visitor import LOCALES, Visit, Visitor
from tests.setup_browser import browser_path

LAUNCH = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How Chromium is started."""
    found = browser_path()
    return {**browser_type_launch_args, "args": [*LAUNCH], **({"executable_path": found} if found else {})}


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: each test has servers of its own. (The plugin's own fixture is one that pytest warns of.)"""


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an up-to-date database and nothing in it, to copy."""
    server = Server(tmp_path_factory.mktemp("empty"))
    server.run("list")
    return server.data


@pytest.fixture(scope="session")
def founding_folder(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the founding workbook, to copy."""
    server = Server(_copy(empty_folder, tmp_path_factory.mktemp("founding")))
    server.run("starter")
    return server.data


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A workbook in the middle of things."""
    return fill(tmp_path_factory.mktemp("filled"))


@pytest.fixture(scope="session")
def running(filled: Filled) -> Iterator[Server]:
    """One server with that workbook, for all who only look, or write where nobody else does."""
    server = Server(filled.data).start()
    yield server
    server.kill()


@pytest.fixture
def empty_server(empty_folder: Path, tmp_path: Path) -> Iterator[Server]:
    """A server without a workbook, of this test alone."""
    server = Server(_copy(empty_folder, tmp_path)).start()
    yield server
    server.kill()


@pytest.fixture
def server(founding_folder: Path, tmp_path: Path) -> Iterator[Server]:
    """A server with the founding workbook, of this test alone."""
    server = Server(_copy(founding_folder, tmp_path)).start()
    yield server
    server.kill()


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext]) -> Visit:
    """Opens a browser on a server; each has its own cookies and its own storage."""

    def open_browser(
        server: Server,
        language: str = "en",
        width: int = 1280,
        theme: str = "light",
        scripts: bool = True,
        worker: bool = False,
    ) -> Visitor:
        context = new_context(
            locale=LOCALES[language],
            color_scheme=theme,
            viewport={"width": width, "height": 844 if width < 700 else 900},
            java_script_enabled=scripts,
            service_workers="allow" if worker else "block",  # one of them would take requests that tests look at
        )
        context.set_default_timeout(10_000)
        return Visitor(context.new_page(), server, language, scripts)

    return open_browser


@pytest.fixture
def killable(browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path) -> Iterator[Killable]:
    """A browser that may be killed."""
    browser = Killable(browser_type, browser_type_launch_args, tmp_path / "profile")
    yield browser
    browser.kill()


def _copy(source: Path, into: Path) -> Path:
    return shutil.copytree(source, into / "data")
