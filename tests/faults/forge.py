"""Servers and commands of the real program that start in a moment: one process has loaded it, and each is a fork of it.

They are processes of their own like any other: killed, traced, limited and watched as such. What they say comes through
a pipe with a name, and its end is theirs.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO

PROGRAM = """
import ctypes, json, os, signal, sys
import waitress.server, babel.messages.pofile, babel.messages.mofile, babel.dates
from app.commands import main
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    words, settings, pipe, plain = json.loads(line)
    if not (child := os.fork()):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number in (1, 2):
            os.dup2(os.open(pipe, os.O_WRONLY), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        if plain and os.geteuid() == 0:
            libc = ctypes.CDLL(None, use_errno=True)
            assert libc.capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()) == 0
        os.environ.update(settings)
        sys.argv[1:] = words
        sys.exit(main())
    print(child, flush=True)
"""


@dataclass(frozen=True)
class Running:
    """A process: its id, and what it says."""

    pid: int
    said: IO[str]

    def address(self) -> str | None:
        """Where it serves, once it does; None where it ended before."""
        lines = iter(self.said.readline, "")
        found = (re.match(r"Askback is running at (http://127\.0\.0\.1:\d+)/", line) for line in lines)
        return next((address[1] for address in found if address), None)

    def end(self, number: int = signal.SIGKILL) -> str:
        """End it; gives what it said until it was gone."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)
        return self.rest()

    def rest(self) -> str:
        """What it says until its own end."""
        with self.said:
            return self.said.read()


class Forge:
    """The loaded program, with a folder for its pipes."""

    def __init__(self, folder: Path, process: subprocess.Popen[str]) -> None:
        self._folder, self._process, self._number = folder, process, count()

    def start(self, data: Path, *words: str, plain: bool = False, url: str = "") -> Running:
        """A command, begun on a data folder, and on the database at `url` if that is another; `plain`: files'
        permissions count, though root might run it."""
        assert self._process.stdin
        assert self._process.stdout
        pipe = self._folder / f"{next(self._number)}.pipe"
        os.mkfifo(pipe)
        settings = {"ASKBACK_DATA": str(data), "ASKBACK_LANGUAGE": "en", "PATH": os.environ["PATH"]}
        if url:
            settings["ASKBACK_DATABASE_URL"] = url
        self._process.stdin.write(json.dumps([words, settings, str(pipe), plain]) + "\n")
        self._process.stdin.flush()
        said = pipe.open(encoding="utf-8")  # opens when the other end does
        return Running(int(self._process.stdout.readline()), said)

    def serve(self, data: Path, *, plain: bool = False) -> Running:
        """A server on a port that is free."""
        return self.start(data, "serve", "--port", "0", plain=plain)

    @contextlib.contextmanager
    def serving(self, data: Path, *, plain: bool = False) -> Iterator[tuple[Running, str]]:
        """A server that answers, and where; killed at the end if it still runs."""
        running = self.serve(data, plain=plain)
        try:
            address = running.address()
            assert address, "it ended before it served"
            yield running, address
        finally:
            if not running.said.closed:
                running.end()


@contextlib.contextmanager
def forge(folder: Path) -> Iterator[Forge]:
    """The program, loaded."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ASKBACK_", "DISPLAY", "LC_"))}
    pipe, nowhere = subprocess.PIPE, subprocess.STDOUT  # a file could be sought in, the pipes that follow cannot
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=nowhere, text=True, env=clean, cwd=folder
    ) as process:
        yield Forge(folder, process)
        assert process.stdin
        process.stdin.close()
