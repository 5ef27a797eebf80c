"""Sees to it that the tests have a Chromium: the one named by ASKBACK_TEST_BROWSER, one on PATH, one that playwright
fetched before, else Debian's package where we may install it, else playwright's own download. Run as a script it ends
in one sentence where none can be had; the tests ask `browser_path` which program to start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# playwright's driver is a Node that needs this library, which a bare Debian lacks.
DRIVER = ("libatomic1",)
# Two fonts besides, for pages are measured at 390 px: without one for Chinese all of its letters are the same box.
BROWSER = ("chromium", "fonts-liberation", "fonts-noto-cjk")
MISSING = (
    "The tests need Chromium and it could not be installed here: install it (Debian: apt-get install chromium "
    "fonts-noto-cjk libatomic1) or name a Chromium or Chrome in ASKBACK_TEST_BROWSER, then call make again."
)
WRONG = "ASKBACK_TEST_BROWSER names {}, and there is no such program: correct it or unset it."


def browser_path() -> str | None:
    """The program to start; None where playwright has to find its own."""
    if named := os.environ.get("ASKBACK_TEST_BROWSER"):
        return named
    return next(filter(None, map(shutil.which, NAMES)), None)


def main() -> None:
    found = browser_path()
    if found and not shutil.which(found):
        sys.exit(WRONG.format(found))
    if not (ready() or from_debian() or from_playwright()):
        sys.exit(MISSING)


def ready() -> bool:
    return driver_starts() and (browser_path() is not None or has_own())


def driver_starts() -> bool:
    from playwright._impl._driver import compute_driver_executable

    return quietly([compute_driver_executable()[0], "--version"])


def has_own() -> bool:
    from playwright.sync_api import sync_playwright  # takes 0.3 s, which a browser on PATH saves

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def from_debian() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    packages = DRIVER if browser_path() else DRIVER + BROWSER
    tell(f"Installing {', '.join(packages)} for the browser tests …")
    # An image's list of packages may be too old to install from. A machine just started may still be updating itself.
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    quietly([*apt, "update"])
    return quietly([*apt, "install", "--no-install-recommends", *packages]) and ready()


def from_playwright() -> bool:
    if not driver_starts():
        return False
    tell("Fetching playwright's Chromium for the browser tests …")
    return quietly([sys.executable, "-m", "playwright", "install", "chromium"]) and ready()


def quietly(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, check=False, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode == 0


def tell(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
