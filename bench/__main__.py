"""`make bench`: everything. `python -m bench quick`: page and save, in about 20 seconds.

    python -m bench [quick] [FOLDER]

FOLDER is another checkout of Askback: it is measured in the same turns, to see what a change is worth.
"""

import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from app.commands.serve import THREADS
from bench import rest, servers, speed
from bench.servers import Kind, Server
from bench.table import Line, shown


def main(words: list[str]) -> None:
    """Measure and print the table."""
    quick = "quick" in words
    others = [Path(word).resolve() for word in words if word != "quick"]
    with TemporaryDirectory() as name:
        folder = Path(name)
        ours, export = servers.askback("askback", folder / "askback")
        kinds = [ours, servers.twin(folder / "twin", export, THREADS)]
        kinds += [servers.askback(str(root), folder / f"other{n}", root)[0] for n, root in enumerate(others)]
        for title, lines in _quick(kinds) if quick else _whole(kinds):
            print(f"\n{title}\n\n{shown(lines)}")


def _quick(kinds: list[Kind]) -> list[tuple[str, list[Line]]]:
    with ExitStack() as running:
        up = _up(kinds, running)
        found = speed.measured(up, repetitions=9, times=48)
        sizes = rest.bytes_of_page(up[0], up[1])
        return [
            (kind.name, found.lines(kind.name) + (sizes if kind is kinds[0] else []))
            for kind in kinds
            if kind.name != "twin"
        ]


def _whole(kinds: list[Kind]) -> list[tuple[str, list[Line]]]:
    ours, twin, *others = kinds
    start, idle = rest.starts(ours, twin, 5)
    with ExitStack() as running:
        up = _up(kinds, running)
        found = speed.measured(up, repetitions=15, times=64)
        lines = found.lines("askback")
        lines += [rest.syncs(up[0], up[1]), *rest.bytes_of_page(up[0], up[1])]
        lines += [start, *idle, rest.loaded_memory(up[0], up[1])]
    lines += rest.imports(5)
    return [("askback", lines), *((kind.name, found.lines(kind.name)) for kind in others)]


def _up(kinds: list[Kind], running: ExitStack) -> list[Server]:
    up = []
    for kind in kinds:
        server = Server(kind)
        running.callback(server.stop)
        up.append(server)
    return up


if __name__ == "__main__":
    main(sys.argv[1:])
