"""What changes where a section is told to hold something else: which of its things stay, which are read as others from
now on, and in which order they stand. Pure: two readings of the source are compared, and what a person did since is
kept. Telling it back again gives what was there."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

import msgspec

from app.exchange import document as doc
from app.exchange.converted import as_ticked, blank, worded, words_of
from app.exchange.markdown import from_markdown, source_of
from app.markdown import Meaning, read

_SAYS = {"questions": "direction", "signals": "polarity", "goals": "horizon"}


@dataclass(slots=True)
class Stand:
    """One thing as it stands now, in the list `name`: `item` is new unless it `stays`; it takes the place of `former`,
    of the list `former_name`. `reworded` is one whose words are a person's own, `says` what its section says of it."""

    name: str
    item: doc.Item
    stays: bool = False
    former_name: str = ""
    former: doc.Item | None = None
    reworded: bool = False
    says: dict[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class Retold:
    """`sections` are those that change, as they are now, by id; `folded` those that are questions now, `unfolded`
    those that were, by the id of the section they stand right behind. `order` has what stands directly in each section,
    `left` what stands there no more; `ids` has the section that each one of the new reading is, and `beneath` the
    signals that stand beneath new ones."""

    sections: dict[str, doc.Section] = field(default_factory=dict)
    folded: list[str] = field(default_factory=list)
    unfolded: dict[str, list[doc.Section]] = field(default_factory=lambda: defaultdict(list))
    order: dict[str, list[Stand]] = field(default_factory=dict)
    left: list[tuple[str, doc.Item]] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    beneath: list[doc.Signal] = field(default_factory=list)


def retold(book: doc.Workbook, uid: str, words: str | None, made_of: Callable[[str], Set[str]]) -> Retold:
    """What changes in the workbook where the section of that id is told to hold `words` (`goals short`), or what the
    file says (None). `made_of` gives the ids of what an earlier telling made of things of a list."""
    return _Telling(book, uid, words, made_of).outcome()


class _Telling:
    def __init__(self, book: doc.Workbook, uid: str, words: str | None, made_of: Callable[[str], Set[str]]) -> None:
        self._book, self._words, self._made_of = book, words, made_of
        self._target = next(section for section in book.sections if section.id == uid)
        told = {_line(section): section.told for section in book.sections if section.told and _is_there(section)}
        self._base = self._read(told)
        if _is_there(self._target):
            told = {line: said for line, said in told.items() if line != _line(self._target)}
            told |= {_line(self._target): words} if words else {}
        self._fresh = self._read(told)
        self._ids: dict[str, str] = {}
        self._live = _by_section(book)
        self._lines = {item.lines[0] for stands in self._live.values() for _name, item in stands if item.lines}
        self._gone = {first for first, _last in book.gone}
        self._was = {item.lines[0]: (name, item) for name, item in _tops(self._base) if item.lines}
        self._is = {item.lines[0]: (name, item) for name, item in _tops(self._fresh) if item.lines}

    def _read(self, told: dict[int, str]) -> doc.Workbook:
        source, _encoding = source_of(self._book)
        said = {line: meaning for line, words in told.items() if (meaning := Meaning.of(words))}
        return from_markdown(source, "", None, said)

    @cached_property
    def _boxed(self) -> set[int]:
        """The lines of what has a box in the source."""
        return {item.lines[0] for item in read(source_of(self._book)[0]).items if item.checked is not None}

    def outcome(self) -> Retold:
        here = {_line(section): section for section in self._book.sections if _is_there(section)}
        was = {_line(section): section for section in self._base.sections}
        said = {_line(section): section for section in self._fresh.sections}
        self._ids = {section.id: here[line].id for line, section in said.items() if line in here}
        before, after = _shape(self._base), _shape(self._fresh)
        done = Retold(ids=self._ids, beneath=[signal for signal in self._fresh.signals if signal.parent])
        behind = ""
        for line, section in said.items():
            if line not in here and line not in was:
                done.unfolded[behind].append(self._unfolded(section, here))
                done.order[section.id] = list(self._new(section, set()))
                continue
            behind = here[line].id if line in here else behind
            if line in here and (before.get(line) != after[line] or here[line].id == self._target.id):
                self._change(done, here[line], section)
        if not _is_there(self._target):
            self._change_own(done)
        for line in was.keys() - said.keys() & here.keys():
            done.folded.append(here[line].id)
            done.left += self._live[here[line].id]
        return done

    def _unfolded(self, section: doc.Section, here: dict[int, doc.Section]) -> doc.Section:
        """A heading again: as deep below the one above it as the file has it."""
        over = next(other for other in self._fresh.sections if other.id == section.section)
        live = here.get(_line(over), over)
        deeper = section.level - over.level
        return msgspec.structs.replace(section, section=live.id, level=min(live.level + deeper, 6))

    def _change(self, done: Retold, live: doc.Section, fresh: doc.Section) -> None:
        told = self._words if live.id == self._target.id else live.told
        says = {name: getattr(fresh, name) for name in ("kind", "text", "direction", "polarity", "horizon")}
        done.sections[live.id] = msgspec.structs.replace(live, told=told, **says)
        meaning = Meaning.of(told) if told else None
        done.order[live.id] = self._standing(done, live, fresh, meaning.kind if meaning else fresh.kind)

    def _change_own(self, done: Retold) -> None:
        """A section that is not in the source: its own things become others."""
        meaning = Meaning.of(self._words) if self._words else None
        if meaning is None:
            return
        says = {"direction": meaning.direction, "polarity": meaning.polarity, "horizon": meaning.horizon}
        section = msgspec.structs.replace(self._target, kind=meaning.kind, told=None, **says)
        done.sections[section.id] = section
        done.order[section.id] = self._standing(done, section, section, meaning.kind)

    def _standing(self, done: Retold, live: doc.Section, fresh: doc.Section, kind: str) -> list[Stand]:
        stands: list[Stand] = []
        for name, item in self._live[live.id]:
            found = self._is.get(item.lines[0]) if item.lines else None
            if found and self._ids.get(found[1].section or "") == live.id:
                stand = self._read_as(name, item, *found)
            elif found is None and item.lines and item.lines[0] in self._was:
                stand = None
            else:
                stand = self._made_as(name, item, live, fresh, kind)
            if stand is None or not stand.stays:
                done.left.append((name, item))
            if stand:
                stands.append(stand)
        new = list(self._new(fresh, self._lines | self._gone))
        return _woven(stands, new) if new else stands

    def _read_as(self, name: str, item: doc.Item, now: str, fresh: doc.Item) -> Stand:
        """A thing that stands where it is read."""
        _, base = self._was.get(fresh.lines[0] if fresh.lines else 0, (name, item))
        if name == now:
            trait = _SAYS.get(name)
            differs = trait and getattr(base, trait, None) != getattr(fresh, trait)
            return Stand(name, item, stays=True, says={trait: getattr(fresh, trait)} if trait and differs else {})
        reworded = words_of(base) != words_of(item)
        made = (worded(now, fresh, item) if reworded else fresh) or fresh
        return Stand(now, as_ticked(made, item), False, name, item, reworded)

    def _made_as(self, name: str, item: doc.Item, live: doc.Section, fresh: doc.Section, kind: str) -> Stand | None:
        """A thing that was added or moved here: it stays if such stand here, or else its words make another."""
        wanted = list_for(kind)
        was_one = item.id in self._made_of(wanted)
        if name == wanted or (name == "tasks" and kind not in _SAYS and not was_one):
            trait = _SAYS.get(name)
            says = {trait: getattr(fresh, trait)} if trait and getattr(fresh, trait) else {}
            return Stand(name, item, stays=True, says=says)
        if kind == "notes" and name != "goals" and not was_one:
            return None  # only what has a box, or had one, stands among text
        boxed = item.lines is not None and item.lines[0] in self._boxed
        empty = blank(wanted, live, fresh, item, boxed)
        made = worded(wanted, empty, item) or (empty if was_one else None)  # that one comes back with its own words
        return Stand(wanted, as_ticked(made, item), False, name, item, True) if made else None

    def _new(self, section: doc.Section, known: set[int]) -> Iterator[Stand]:
        for name, item in _tops(self._fresh):
            if item.section == section.id and item.lines and item.lines[0] not in known:
                yield Stand(name, item)


def list_for(kind: str) -> str:
    """The list of what a section of that kind holds; among text that are boxes."""
    return kind if kind in doc.ITEM_LISTS else "tasks"


def _is_there(section: doc.Section) -> bool:
    return section.lines is not None or not section.level


def _line(section: doc.Section) -> int:
    return section.lines[0] if section.lines else 0


def _tops(book: doc.Workbook) -> Iterator[tuple[str, doc.Item]]:
    """What stands directly in a section, with the list it is in."""
    for name in doc.ITEM_LISTS:
        for item in getattr(book, name):
            if not (isinstance(item, doc.Signal) and item.parent):
                yield name, item


def _by_section(book: doc.Workbook) -> dict[str, list[tuple[str, doc.Item]]]:
    found: dict[str, list[tuple[str, doc.Item]]] = defaultdict(list)
    for name, item in sorted(_tops(book), key=lambda top: top[1].position):
        found[item.section or book.sections[0].id].append((name, item))
    return found


def _shape(book: doc.Workbook) -> dict[int, object]:
    """How each section is read, by the line of its heading: what it says, and which things it holds."""
    held: dict[str | None, list[object]] = defaultdict(list)
    for name, item in _tops(book):
        held[item.section].append((name, item.lines))
    return {
        _line(one): (one.kind, one.text, one.direction, one.polarity, one.horizon, held[one.id])
        for one in book.sections
    }


def _woven(stands: list[Stand], new: list[Stand]) -> list[Stand]:
    """Both in one order: each new thing behind all that stand above it in the source."""
    above = sorted((stand.item.lines[0], place) for place, stand in enumerate(stands) if stand.item.lines)
    last = list(accumulate((place for _line, place in above), max))
    behind: dict[int, list[Stand]] = defaultdict(list)
    for stand in new:
        at = bisect_left(above, (stand.item.lines[0] if stand.item.lines else 0, 0))
        behind[last[at - 1] if at else -1].append(stand)
    woven = behind[-1]
    for place, stand in enumerate(stands):
        woven += [stand, *behind[place]]
    return woven
