"""A real Askback: a process of its own, with its own data folder, to be killed and started again on the same port, for
a browser keeps texts by address."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from tests import loaded


class Server:
    """`askback serve` on one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.url = ""
        self.port = 0
        self.pid = 0  # of the process that serves
        self._said: IO[str] | None = None

    def start(self) -> Server:
        """Serve, on the same port as the last time; returns once it answers."""
        words = ("serve", "--no-browser", "--port", str(self.port))
        self.pid, self._said = loaded.start(words, self._environment(), self.data)
        said = self._said.readline()
        assert "http://" in said, f"the server said {said!r}"
        self.url = said[said.index("http://") :].strip().rstrip("/")
        self.port = urlsplit(self.url).port or 0
        return self

    def kill(self) -> None:
        """End it as a power cut does: nothing is finished, nothing is closed."""
        if self._said is not None:
            os.kill(self.pid, signal.SIGKILL)
            with self._said:
                self._said.read()  # until it is gone
            self._said = None

    def run(self, *words: str) -> str:
        """What another `askback` command says of the same data."""
        done = loaded.run(words, self._environment(), self.data)
        assert done.code == 0, done
        return done.text

    def _environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("ASKBACK_")}
        return ours | {"ASKBACK_DATA": str(self.data), "ASKBACK_TIME_ZONE": "Asia/Shanghai"}
