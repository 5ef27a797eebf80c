"""What to write in which order, inside one region or below one item: the runs of lines that stay, the items that
stay between them, and those that come from elsewhere, each right behind the item it shall follow."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from .outlined import Node, Region, Run
from .source import is_blank
from .wanted import Entry


@dataclass(frozen=True, slots=True)
class Step:
    """A run, an item (`node` is what it is in the source), or neither: the place of an item that is gone from here."""

    run: Run | None = None
    entry: Entry | None = None
    node: Node | None = None
    stays: bool = False
    inner: tuple[Entry, ...] = ()


def plan(
    lines: Sequence[str], top: Node | Region, entries: Sequence[Entry], nodes: Mapping[int, Node], *, first: bool
) -> list[Step]:
    """The steps for what shall stand in here. An item that was here stays if it keeps its order among those that do.
    `first` has the first items of all stand before a text, not behind it."""
    places = {id(part): place for place, part in enumerate(top.parts)}
    wishes = _gathered(entries, nodes)
    here = [places[id(wish.node)] if wish.node and wish.node.up is top else -1 for wish in wishes]
    staying = _longest_rise(here)
    after: dict[int, list[Step]] = {}
    kept: dict[int, Step] = {}
    behind = -1
    for wish, place in zip(wishes, here, strict=True):
        if place in staying:
            behind = place
            kept[place] = Step(entry=wish.entry, node=wish.node, stays=True, inner=wish.inner)
        else:
            after.setdefault(behind, []).append(wish)
    if first and not has_items(top):
        return [*after.get(-1, ()), *_merged(lines, top, kept, {})]
    return list(_merged(lines, top, kept, after))


def has_items(top: Node | Region) -> bool:
    return any(isinstance(part, Node) for part in top.parts)


def has_text(lines: Sequence[str], run: Run) -> bool:
    return any(not is_blank(line) for line in lines[run[0] : run[1]])


def is_loose(lines: Sequence[str], top: Node | Region) -> bool:
    """Whether more items in here have blank lines between them than have not."""
    apart = together = 0
    for index, part in enumerate(top.parts[:-1]):
        following = top.parts[index + 1]
        if not isinstance(part, Node):
            continue
        if isinstance(following, Node):
            together += 1
        elif index + 2 < len(top.parts) and not has_text(lines, following):
            apart += 1
    return apart > together


def is_all_one(top: Node | Region) -> bool:
    """Whether the items in here have the same number each, as some write `1.` throughout."""
    blocks = (part.block for part in top.parts if isinstance(part, Node))
    numbers = list(islice((block.marker.number for block in blocks if block and block.marker.number), 2))
    return len(numbers) == 2 and numbers[0].lstrip("0") == numbers[1].lstrip("0")


def _gathered(entries: Sequence[Entry], nodes: Mapping[int, Node]) -> list[Step]:
    """The items, those that stand in another's lines without being its steps (a box below a remark of it) with it."""
    known: list[tuple[Entry, Node | None, list[Entry]]] = []
    for entry in entries:
        node = nodes.get(entry.lines[0] - 1) if entry.lines else None
        if known and node and node.free and _stands_in(node, known[-1][1]):
            known[-1][2].append(entry)
        else:
            known.append((entry, node, list(entry.children)))
    return [Step(entry=entry, node=node, inner=tuple(inner)) for entry, node, inner in known]


def _stands_in(node: Node, outer: Node | None) -> bool:
    up = node.up
    while outer and isinstance(up, Node):
        if up is outer:
            return True
        up = up.up
    return False


def _merged(
    lines: Sequence[str], top: Node | Region, kept: Mapping[int, Step], after: Mapping[int, list[Step]]
) -> Iterator[Step]:
    first = next((place for place, part in enumerate(top.parts) if isinstance(part, Node)), None)
    for place, part in enumerate(top.parts):
        if place == first:
            yield from after.get(-1, ())
        if isinstance(part, Node):
            yield kept.get(place, Step())
            yield from after.get(place, ())
        elif first is None and after:
            yield from _around_text(lines, part, after[-1])
        else:
            yield Step(run=part)
    if not top.parts:
        yield from after.get(-1, ())


def _around_text(lines: Sequence[str], run: Run, items: Sequence[Step]) -> Iterator[Step]:
    """The first items below a text stand behind it, before the blank lines at its end."""
    start, end = run
    cut = end
    while cut > start and is_blank(lines[cut - 1]):
        cut -= 1
    if start < cut:
        yield Step(run=(start, cut))
    yield from items
    if cut < end:
        yield Step(run=(cut, end))


def _longest_rise(places: Sequence[int]) -> set[int]:
    """The most of these places that are in rising order; those below 0 are none."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        if place < 0:
            continue
        at = bisect_left(tails, place)
        before[place] = tails[at - 1] if at else None
        tails[at : at + 1] = [place]
    rise: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        rise.add(last)
        last = before[last]
    return rise
