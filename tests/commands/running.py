"""The real command in a process of its own, as a person or a script calls it."""

import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

from tests.loaded import Done, run

COMMAND = Path(sys.executable).with_name("askback")
DEADLINE = 30.0  # seconds anything may take on a busy machine


@dataclass(frozen=True)
class Askback:
    """The command with a data folder, and settings, of its own."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str | Path, **settings: str) -> subprocess.Popen[bytes]:
        """The command, begun in a process made anew."""
        pipe, command = subprocess.PIPE, [COMMAND, *arguments]
        told = self._environment(settings)
        return subprocess.Popen(command, cwd=self.data.parent, env=told, stdin=pipe, stdout=pipe, stderr=pipe)

    def __call__(self, *arguments: str | Path, send: bytes = b"", **settings: str) -> Done:
        """The command, run to its end."""
        return run(arguments, self._environment(settings), self.data.parent, send)

    def _environment(self, settings: dict[str, str]) -> dict[str, str]:
        """Nothing but what is said here reaches it from our own environment."""
        ours = {
            name: value for name, value in os.environ.items() if not name.startswith(("ASKBACK_", "DISPLAY", "LC_"))
        }
        self.data.parent.mkdir(parents=True, exist_ok=True)
        return ours | {"ASKBACK_DATA": str(self.data), "ASKBACK_LANGUAGE": "en"} | self.settings | settings

    def well(self, *arguments: str | Path, send: bytes = b"", **settings: str) -> Done:
        """The command, run to an end that is good."""
        done = self(*arguments, send=send, **settings)
        assert (done.code, done.err) == (0, ""), done
        return done

    def books(self) -> list[tuple[str, str]]:
        """Id and title of each workbook outside the bin, read without the command."""
        with contextlib.closing(sqlite3.connect(self.data / "askback.db")) as database:
            return database.execute("SELECT uid, title FROM workbook WHERE deleted_at IS NULL ORDER BY id").fetchall()

    @contextlib.contextmanager
    def serving(self, *arguments: str, **settings: str) -> Iterator["Server"]:
        """A server that has said its line, killed at the end if it still runs."""
        process = self.start(*arguments, **settings)
        try:
            assert process.stdout
            line = process.stdout.readline().decode()
            address = re.fullmatch(r"Askback is running at (http://\S+/)\n", line)
            assert address, (line, process.communicate()[1].decode())
            yield Server(process, address[1])
        finally:
            process.kill()
            process.communicate()


@dataclass(frozen=True)
class Server:
    """A server that answers, and a browser in front of it."""

    process: subprocess.Popen[bytes]
    url: str
    browser: OpenerDirector = field(
        default_factory=lambda: build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
    )

    def get(self, path: str = "") -> str:
        with self.browser.open(self.url + path, timeout=DEADLINE) as answer:
            return str(answer.read().decode())

    def save(self, path: str, **fields: str) -> Any:
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.get("import"))
        assert token
        data = urlencode({"csrf_token": unescape(token[1]), **fields}).encode()
        headers = {"Accept": "application/json", "Origin": self.url.rstrip("/")}
        with self.browser.open(Request(self.url + path, data, headers), timeout=DEADLINE) as answer:
            return answer.status

    def stop(self, number: int = signal.SIGTERM) -> Done:
        self.process.send_signal(number)
        return ended(self.process)


def ended(process: subprocess.Popen[bytes], send: bytes = b"") -> Done:
    out, err = process.communicate(send, timeout=DEADLINE)
    return Done(process.returncode, out, err.decode("utf-8"))


def refused(done: Done, code: int = 2) -> str:
    """The one line on stderr that a command was refused with."""
    assert done.code == code, done
    assert done.out == b"", done
    assert done.err.startswith("askback: "), done
    assert done.err.count("\n") == 1, done
    return done.err
