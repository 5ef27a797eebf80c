"""Commands of the real program that start in a moment: one process has loaded it, and each is a fork of it, with
an environment, a folder, a standard input and an end of its own. To start Python and Askback takes a second of a test;
that they start is shown by the commands that run in a process made anew."""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

PROGRAM = """
import io, json, os, sys
import babel.dates, babel.messages.mofile, babel.messages.pofile, click, sqlalchemy.dialects.sqlite
import app
for line in sys.stdin:
    words, environment, folder, files, ends = json.loads(line)
    if not (child := os.fork()):
        for number, name in enumerate(files):
            os.dup2(os.open(name, os.O_WRONLY if number else os.O_RDONLY), number)
        sys.stdin = io.TextIOWrapper(open(0, "rb"))
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)
        sys.argv[1:] = words
        from app.commands import main  # speaks the language of the environment from here on
        sys.exit(main())
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if ends else child, flush=True)
"""


@dataclass(frozen=True)
class Done:
    """What a command said, and how it ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


def run(words: Sequence[str | Path], environment: Mapping[str, str], folder: Path, send: bytes = b"") -> Done:
    """`askback` with these words, this environment and nothing else, run to its end in that folder."""
    with tempfile.TemporaryDirectory() as place:
        files = [Path(place, name) for name in ("in", "out", "err")]
        for file, held in zip(files, (send, b"", b""), strict=True):
            file.write_bytes(held)
        _call(words, environment, folder, files, ends=True)
        code = int(_answer())
        return Done(code, files[1].read_bytes(), files[2].read_text("utf-8"))


def start(words: Sequence[str | Path], environment: Mapping[str, str], folder: Path) -> tuple[int, IO[str]]:
    """The same, begun: its process, and what it says, which ends when it does. Its errors are shown with the tests."""
    with tempfile.TemporaryDirectory() as place:
        pipe = Path(place, "said")
        os.mkfifo(pipe)
        _call(words, environment, folder, [Path(os.devnull), pipe], ends=False)
        said = pipe.open(encoding="utf-8")  # opens when the other end does
        return int(_answer()), said


def _call(
    words: Sequence[str | Path], environment: Mapping[str, str], folder: Path, files: Sequence[Path], *, ends: bool
) -> None:
    pipe = _loaded().stdin
    assert pipe
    pipe.write(json.dumps([list(map(str, words)), dict(environment), str(folder), list(map(str, files)), ends]) + "\n")
    pipe.flush()


def _answer() -> str:
    pipe = _loaded().stdout
    assert pipe
    return pipe.readline()


@cache
def _loaded() -> "subprocess.Popen[str]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ASKBACK_", "LC_", "LANG"))}
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=pipe, stdout=pipe, text=True, env=clean | {"PYTHONUTF8": "1"}
    )
    atexit.register(process.communicate)
    return process
