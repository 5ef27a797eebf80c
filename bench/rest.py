"""What is measured beside speed: syncs, bytes, start, memory, and how an import grows."""

import gc
import math
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt

from app.commands.opening import opened
from app.config import Settings
from app.db import LOCAL_OWNER
from app.exchange.starter import SHEET
from app.exchange.take import Sent, take
from app.markdown import read
from bench.client import Client
from bench.servers import Kind, Server
from bench.table import Line, compared

ITEMS_A_SHEET = 90  # of the founding sheet
SAVES = 20


def syncs(ours: Server, floor: Server) -> Line:
    """How often the disk is made to keep twenty saves."""
    found = [_syncs(server) for server in (ours, floor)]
    mine, other = ("no strace here" if n is None else str(n) for n in found)
    line = Line(f"syncs in {SAVES} saves", "", mine, other, "20–25")
    if found[0] is not None:
        line.ratio, line.held = f"{found[0] / SAVES:.2f} a save", SAVES <= found[0] <= SAVES + 5
    return line


def bytes_of_page(ours: Server, floor: Server) -> list[Line]:
    """The page's size, raw and deflated; the twin must stay within a tenth, or the floor is none."""
    pages = [Client(server.port, server.kind.page).read() for server in (ours, floor)]
    raw, packed = [len(page) for page in pages], [len(zlib.compress(page, 6)) for page in pages]
    alike = abs(raw[0] / raw[1] - 1) <= 0.1
    return [
        _bytes("page, HTML", raw, 60_000),
        _bytes("page, HTML deflated", packed, 10_000),
        Line("page, bytes as the twin's", f"{raw[0] / raw[1]:.2f} ×", "", "", "0.9–1.1 ×", alike),
    ]


def starts(ours: Kind, floor: Kind, repetitions: int) -> tuple[Line, list[Line]]:
    """From nothing to the last byte of the first page; and the memory right after."""
    seconds: dict[str, list[float]] = {"ours": [], "floor": []}
    memory: dict[str, list[float]] = {"ours": [], "floor": []}
    for _ in range(repetitions):
        for name, kind in (("ours", ours), ("floor", floor)):
            server = Server(kind)
            seconds[name].append(server.start_seconds)
            memory[name].append(server.memory())
            server.stop()
    line = compared("cold start to the first page", seconds["ours"], seconds["floor"], "s", 3)
    line.goal += ", ≤ 1 s"
    line.held = bool(line.held) and median(seconds["ours"]) <= 1
    return line, [compared("memory, idle", memory["ours"], memory["floor"], "MB", 2, 0)]


def loaded_memory(ours: Server, floor: Server) -> Line:
    """The memory after all that was measured."""
    return compared("memory, after load", [ours.memory()], [floor.memory()], "MB", 2, 0)


def imports(repetitions: int) -> list[Line]:
    """Reading and importing in one process, against what markdown-it needs for the same bytes; and how an import grows
    from 500 to 5000 and to 50,000 items."""
    small, large, huge = (SHEET.read_bytes() * (items // ITEMS_A_SHEET) for items in (500, 5000, 50_000))
    ours: dict[bytes, list[float]] = {small: [], large: []}
    floor: dict[bytes, list[float]] = {small: [], large: []}
    reading = []
    with TemporaryDirectory() as folder, opened(_settings(Path(folder))):
        take([Sent("warm.md", small)], LOCAL_OWNER)
        for _ in range(repetitions):
            for data in (small, large):
                gc.collect()  # what the last one left is not this one's
                before = time.perf_counter()
                take([Sent("sheet.md", data)], LOCAL_OWNER)
                between = time.perf_counter()
                MarkdownIt("commonmark").parse(data.decode())
                ours[data].append(between - before)
                floor[data].append(time.perf_counter() - between)
            reading.append(_seconds(lambda: read(large)))
        whole = _seconds(lambda: take([Sent("huge.md", huge)], LOCAL_OWNER))
    speeds = [[len(large) / 1e6 / s for s in found[large]] for found in (ours, floor)]
    growth = [math.log(median(f[large]) / median(f[small])) / math.log(len(large) / len(small)) for f in (ours, floor)]
    line = compared("import, against markdown-it", speeds[0], speeds[1], "MB/s", 0.5)
    line.goal, line.held = "≥ 0.5 ×", median(speeds[0]) >= 0.5 * median(speeds[1])
    parsed = compared("reading, against markdown-it", [len(large) / 1e6 / s for s in reading], speeds[1], "MB/s", 0.5)
    parsed.goal, parsed.held = "≥ 0.5 ×", median(floor[large]) >= 0.5 * median(reading)
    times = median(ours[large]) / median(ours[small])
    ten = Line("import, 5000 items against 500", f"{times:.1f} ×", "", "", "≤ 12 ×", times <= 12)
    most = Line("import of 50,000 items", "", f"{whole:.1f} s", "", "≤ 60 s", whole <= 60)
    grown = Line("import, growth 500 → 5000 items", "", f"n^{growth[0]:.2f}", f"n^{growth[1]:.2f}", "≤ n^1.05")
    grown.held = growth[0] <= 1.05
    return [parsed, line, ten, grown, most]


def _seconds(call: Callable[[], object]) -> float:
    before = time.perf_counter()
    call()
    return time.perf_counter() - before


def _bytes(name: str, found: list[int], most: int) -> Line:
    ratio = f"{found[0] / found[1]:.2f} ×"
    return Line(name, ratio, f"{found[0]:,} B", f"{found[1]:,} B", f"≤ {most:,} B", found[0] <= most)


def _settings(folder: Path) -> Settings:
    return Settings(data=folder, database_url=f"sqlite:///{folder / 'askback.db'}")


def _syncs(server: Server) -> int | None:
    client = Client(server.port, server.kind.page)
    if (looking := server.syncs()) is None:
        return None
    for _ in range(SAVES):
        client.save()
    return looking.count()
