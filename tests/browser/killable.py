"""A browser with a profile on disk, to be killed as a dead battery kills it, and started again on the same profile."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, BrowserType, Error, Page


class Killable:
    """One Chromium of its own."""

    def __init__(self, browser_type: BrowserType, launch: dict[str, Any], profile: Path) -> None:
        self.browser_type, self.launch, self.profile = browser_type, launch, profile
        self.context: BrowserContext | None = None

    def start(self) -> Page:
        """Its first page; one that a killed browser would open again is left alone."""
        self.context = self.browser_type.launch_persistent_context(self.profile, locale="en-US", **self.launch)
        self.context.set_default_timeout(10_000)
        return self.context.new_page()

    def kill(self) -> None:
        """Nothing is finished, nothing is closed."""
        for pid in self._processes():
            os.kill(pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        if self.context is not None:
            with suppress(Error):  # it was killed
                self.context.close()
            self.context = None

    def _processes(self) -> list[int]:
        listed = subprocess.run(["ps", "-axo", "pid=,args="], check=True, capture_output=True, text=True).stdout
        ours = [line.split(None, 1) for line in listed.splitlines() if f"--user-data-dir={self.profile}" in line]
        return [int(pid) for pid, _args in ours]
