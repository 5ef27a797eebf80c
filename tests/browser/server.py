"""A real Askback: the installed command in a process of its own, with its own data folder, to be killed and started
again on the same port, for a browser keeps texts by address."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

ASKBACK = Path(sys.executable).parent / "askback"


class Server:
    """`askback serve` on one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.url = ""
        self.port = 0
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> Server:
        """Serve, on the same port as the last time; returns once it answers."""
        self.process = subprocess.Popen(
            [ASKBACK, "serve", "--no-browser", "--port", str(self.port)],
            env=self._environment(),
            cwd=self.data,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        said = self.process.stdout.readline()
        assert "http://" in said, f"the server said {said!r}"
        self.url = said[said.index("http://") :].strip().rstrip("/")
        self.port = urlsplit(self.url).port or 0
        return self

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self.process
        return self.process.pid

    def kill(self) -> None:
        """End it as a power cut does: nothing is finished, nothing is closed."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def run(self, *words: str) -> str:
        """What another `askback` command says of the same data."""
        done = subprocess.run(
            [ASKBACK, *words], env=self._environment(), cwd=self.data, check=True, stdout=subprocess.PIPE
        )
        return done.stdout.decode()

    def _environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("ASKBACK_")}
        return ours | {"ASKBACK_DATA": str(self.data), "ASKBACK_TIME_ZONE": "Asia/Shanghai"}
