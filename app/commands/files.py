"""The files a command line names: one by one, `-` for standard input, or all sheets in a folder; with a bar on a
terminal while there is much of it."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from app.commands.failing import Wrong
from app.exchange.take import Sent
from app.language import gettext as _

ENDINGS = (".md", ".markdown", ".txt", ".json", ".csv", ".tsv")
MUCH = 500_000  # bytes that take long enough to watch
T = TypeVar("T")


def read_files(names: Iterable[str]) -> list[Sent]:
    """Each file with its bytes. Raises Wrong for one that cannot be read, and for a folder without a sheet."""
    return [sent for name in names for sent in _read(name)]


def shown(files: Sequence[Sent]) -> bool:
    """Whether there is somebody to watch, and something to wait for."""
    return sys.stderr.isatty() and sum(len(sent.data) for sent in files) > MUCH


def watched(things: Sequence[T]) -> Iterator[T]:
    """Each thing in turn, with a bar on standard error that says how many are done."""
    with click.progressbar(things, label=_("Importing"), file=sys.stderr) as bar:
        yield from bar


def _read(name: str) -> Iterator[Sent]:
    if name == "-":
        yield Sent("sheet", sys.stdin.buffer.read())
        return
    try:
        if not Path(name).is_dir():
            yield Sent(Path(name).name, Path(name).read_bytes())
            return
        sheets = list(_sheets(name))
        for path in sheets:
            yield Sent(path, Path(path).read_bytes())
    except OSError as problem:
        file = problem.filename or name
        raise Wrong(_("%(file)s: %(why)s.", file=file, why=problem.strerror or "?")) from None
    if not sheets:
        raise Wrong(_("There is no sheet in %(folder)s: none of %(endings)s.", folder=name, endings=", ".join(ENDINGS)))


def _sheets(folder: str) -> Iterator[str]:
    """The sheets below a folder in the order of their paths; hidden files and folders are tools' own."""

    def stop(problem: OSError) -> None:
        raise problem

    found = []
    for above, folders, files in os.walk(folder, onerror=stop):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            os.path.join(above, name)  # noqa: PTH118 -- as it was typed, for the sentences
            for name in files
            if name.casefold().endswith(ENDINGS) and not name.startswith(".")
        ]
    return iter(sorted(found))
