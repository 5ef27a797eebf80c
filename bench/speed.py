"""The page, the save and the tick: short turns of every server, many times, so that a slow moment hits all."""

from collections import defaultdict
from collections.abc import Callable
from statistics import median

from bench.client import Client, timed
from bench.servers import Server
from bench.table import Line, compared

MANY = 8  # clients at once
GOALS = {
    "page, 1 client": 1.5,
    "page, 8 clients": 1.5,
    "save, 1 client": 1.5,
    "save, 8 clients": 2.0,
    "tick, 1 client": 1.5,
}
TAIL = 4.0  # p99 of eight who save, in their own p50


class Speed:
    """Milliseconds by measure and server: the median of each repetition, and all of them for the tail."""

    def __init__(self) -> None:
        self.p50: dict[tuple[str, str], list[float]] = defaultdict(list)
        self.all: dict[tuple[str, str], list[float]] = defaultdict(list)
        self.cpu: dict[tuple[str, str], float] = defaultdict(float)

    def note(self, measure: str, server: str, found: list[float]) -> None:
        self.p50[measure, server].append(median(found))
        self.all[measure, server].extend(found)

    def lines(self, ours: str, floor: str = "twin") -> list[Line]:
        """The table's lines for the server of that name."""
        lines = [compared(m, self.p50[m, ours], self.p50[m, floor], "ms", most) for m, most in GOALS.items()]
        tails = {who: self._tail(who) for who in (ours, floor)}
        tail = Line("save, 8 clients: p99 / p50", f"{tails[ours]:.2f}", "", f"{tails[floor]:.2f}", f"≤ {TAIL:g}")
        tail.held = tails[ours] <= TAIL
        return [*lines[:4], tail, *lines[4:], *(self._cpu(m, ours, floor) for m in GOALS if "1" in m)]

    def _cpu(self, measure: str, ours: str, floor: str) -> Line:
        """The server's own processor time a request: what a busy machine and its disk disturb least."""
        mine, other = (self.cpu[measure, who] / len(self.all[measure, who]) for who in (ours, floor))
        ratio = f"{mine / other:.2f} ×" if other else "not told here"
        return Line(f"{measure.split(',')[0]}, processor", ratio, f"{mine:.2f} ms", f"{other:.2f} ms")

    def _tail(self, who: str) -> float:
        found = sorted(self.all["save, 8 clients", who])
        return found[int(0.99 * len(found))] / median(found)


def measured(servers: list[Server], repetitions: int, times: int) -> Speed:
    """Measure each server `repetitions` times, `times` requests a client (a quarter of them where there are eight)."""
    speed = Speed()
    crowds = [[Client(server.port, server.kind.page, n) for n in range(MANY)] for server in servers]
    for crowd in crowds:
        timed([crowd[0].read], 20)  # the first requests fill caches
        for client in crowd:
            timed([client.save], 5)
        timed([crowd[0].tick], 5)
    for _ in range(repetitions):
        for measure in GOALS:
            for server, crowd in zip(servers, crowds, strict=True):
                acts = _acts(measure, crowd)
                before = server.cpu()
                speed.note(measure, server.kind.name, timed(acts, times if len(acts) == 1 else times // 4))
                speed.cpu[measure, server.kind.name] += server.cpu() - before
    return speed


def _acts(measure: str, crowd: list[Client]) -> list[Callable[[], object]]:
    clients = crowd if "8" in measure else crowd[:1]
    if measure.startswith("page"):
        return [client.read for client in clients]
    return [client.save if measure.startswith("save") else client.tick for client in clients]
