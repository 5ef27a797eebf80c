"""The real command in a process of its own, as a person or a script calls it."""

import contextlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

COMMAND = Path(sys.executable).with_name("askback")
# Python and Askback are started once; each command line of standard input is then a fork with files for its output.
FORKS = """
import json, os, sys
from app.commands import main
for line in sys.stdin:
    arguments, settings, files = json.loads(line)
    if not (child := os.fork()):
        for number, name in zip((1, 2), files):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), number)
        os.environ.update(settings)
        sys.argv[1:] = arguments
        sys.exit(main())
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
DEADLINE = 30.0  # seconds anything may take on a busy machine


@dataclass(frozen=True)
class Done:
    """What a command said, and how it ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


@dataclass(frozen=True)
class Askback:
    """The command with a data folder, and settings, of its own."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str | Path, **settings: str) -> subprocess.Popen[bytes]:
        """The command, begun."""
        return self._process([COMMAND, *arguments], settings)

    def _process(self, command: list[str | Path], settings: dict[str, str]) -> subprocess.Popen[bytes]:
        """Nothing but what is said here reaches it from our own environment."""
        ours = {
            name: value for name, value in os.environ.items() if not name.startswith(("ASKBACK_", "DISPLAY", "LC_"))
        }
        told = {"ASKBACK_DATA": str(self.data), "ASKBACK_LANGUAGE": "en"} | self.settings | settings
        self.data.parent.mkdir(parents=True, exist_ok=True)
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.data.parent, env=ours | told, stdin=pipe, stdout=pipe, stderr=pipe)

    def __call__(self, *arguments: str | Path, send: bytes = b"", **settings: str) -> Done:
        """The command, run to its end."""
        return ended(self.start(*arguments, **settings), send)

    def well(self, *arguments: str | Path, send: bytes = b"", **settings: str) -> Done:
        """The command, run to an end that is good."""
        done = self(*arguments, send=send, **settings)
        assert (done.code, done.err) == (0, ""), done
        return done

    def each(self, *lines: tuple[str | Path, ...], settings: Sequence[dict[str, str]] = ()) -> list[Done]:
        """What becomes of each command line, with settings of its own: for many that end soon."""
        folder = Path(tempfile.mkdtemp(dir=self.data.parent))
        files = [[str(folder / f"{n}.out"), str(folder / f"{n}.err")] for n in range(len(lines))]
        told = [*settings, *({} for _ in lines[len(settings) :])]
        calls = [([str(word) for word in line], *rest) for line, *rest in zip(lines, told, files, strict=True)]
        process = self._process([sys.executable, "-c", FORKS], {})
        codes = ended(process, "\n".join(map(json.dumps, calls)).encode()).out.split()
        texts = [[Path(name).read_bytes() for name in pair] for pair in files]
        shutil.rmtree(folder)
        return [Done(int(code), out, err.decode()) for code, (out, err) in zip(codes, texts, strict=True)]

    def books(self) -> list[tuple[str, str]]:
        """Id and title of each workbook outside the bin, read without the command: it takes a second to start."""
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
