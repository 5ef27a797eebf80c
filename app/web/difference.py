"""How one text became another, word by word: pure, and quick with any two texts.

A word is a run of letters, one Chinese character or kana, a run of spaces, or one sign. Texts that share too little for
that are compared by sentences and lines, and where even those repeat too often, one simply stands for the other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from operator import eq
from typing import Literal, NamedTuple

STEPS = 1_000_000  # pairs of equal words that one difference may look at: what keeps it quick
ISLAND = 12  # code points that two changes may have between them and still read as one
SHORT = 400  # code points up to which a text is shown whole
ENDS = {"same": 60, "removed": 120, "added": 60, "left_out": 0}  # code points shown of each end of a longer part

_ALONE = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JOINED = "(?:[\u0300-\u036f\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)*"  # accents; emoji made of several
_WORD = re.compile(rf"[{_ALONE}]|\n|[^\S\n]+|(?:(?![{_ALONE}])[\w\u0300-\u036f])+|.{_JOINED}", re.DOTALL)
_SENTENCE = re.compile("[^\n。！？；.!?;]*[\n。！？；.!?;]+|[^\n。！？；.!?;]+")

Kind = Literal["same", "removed", "added", "left_out"]


class Part(NamedTuple):
    """A run of text that stayed, went or came; `left_out` says that an excerpt lacks something here."""

    kind: Kind
    text: str


@dataclass
class Change:
    """What went and what came in one place, with the text that stayed before it."""

    before: str
    removed: str = ""
    added: str = ""

    @property
    def size(self) -> int:
        return max(len(self.removed), len(self.added))


def difference(old: str, new: str) -> list[Part]:
    """The parts of both texts in their order: same and removed make up `old`, same and added make up `new`."""
    changes = _joined(_changes(old, new))
    parts = [
        part
        for change in changes
        for part in (Part("same", change.before), Part("removed", change.removed), Part("added", change.added))
    ]
    return [part for part in parts if part.text]


def excerpt(parts: Sequence[Part]) -> list[Part]:
    """The same where it is short; else the ends of each change, with a little of what stands around it."""
    if sum(len(part.text) for part in parts) <= SHORT:
        return list(parts)
    last = len(parts) - 1
    found: list[Part] = []
    for at, part in enumerate(parts):
        room = ENDS[part.kind]
        # What stays at the beginning is only led up to, and what stays at the end only begun.
        begin = 0 if at == 0 and part.kind == "same" and last else room
        end = 0 if at == last and part.kind == "same" and last else room
        found += _shortened(part, begin, end)
    return found


def _shortened(part: Part, begin: int, end: int) -> Iterable[Part]:
    """A part with `begin` and `end` code points of its ends, or a few more: no word is cut where it is near."""
    text = part.text
    if len(text) <= begin + end + ENDS["same"]:
        return [part]
    after = len(text) - end
    head = text[:begin] + (_rest_of_word(text[begin : begin + 20]) if begin else "")
    tail = (_rest_of_word(text[after - 20 : after][::-1])[::-1] if end else "") + text[after:]
    pieces = (Part(part.kind, head), Part("left_out", ""), Part(part.kind, tail))
    return [piece for piece in pieces if piece.text or piece.kind == "left_out"]


def _rest_of_word(letters: str) -> str:
    return "".join(takewhile(lambda letter: letter.isascii() and letter.isalnum(), letters))


def _changes(old: str, new: str) -> list[Change]:
    """By words where that is quick, else by sentences, and by words within those that changed."""
    budget = STEPS
    blocks = _compared(_WORD.findall(old), _WORD.findall(new), budget)
    if blocks:
        return blocks
    found: list[Change] = []
    for block in _compared(_SENTENCE.findall(old), _SENTENCE.findall(new), budget) or [Change("", old, new)]:
        removed, added = _WORD.findall(block.removed), _WORD.findall(block.added)
        inside = _compared(removed, added, budget) or [Change("", block.removed, block.added)]
        budget -= _steps(removed, added) if len(inside) > 1 else 0
        found += [Change(block.before), *inside]
    return found


def _compared(old: Sequence[str], new: Sequence[str], budget: int) -> list[Change]:
    """The changes from one list to the other; nothing where it would take too long."""
    begin = _shared(old, new)
    end = _shared(old[begin:][::-1], new[begin:][::-1])
    before, after = "".join(old[:begin]), "".join(old[len(old) - end :])
    old, new = old[begin : len(old) - end], new[begin : len(new) - end]
    if _steps(old, new) > budget:
        return []
    changes = [Change(before)]
    for _kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[a:b] == new[c:d]:
            changes.append(Change("".join(old[a:b])))
        else:
            changes.append(Change("", "".join(old[a:b]), "".join(new[c:d])))
    return [*changes, Change(after)]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _steps(old: Sequence[str], new: Sequence[str]) -> int:
    """How many pairs of equal words there are: what SequenceMatcher looks at, and so how long it takes."""
    held = Counter(new)
    return sum(count * held[word] for word, count in Counter(old).items())


def _joined(changes: Iterable[Change]) -> list[Change]:
    """One change for each place; those that only a syllable holds apart become one, for that is how it was written."""
    found = [Change("")]
    same = ""
    for change in changes:
        same += change.before
        if not change.size:
            continue
        last = found[-1]
        if same and not (last.size and _is_island(same, last, change)):
            found.append(Change(same, change.removed, change.added))
        else:
            last.removed += same + change.removed
            last.added += same + change.added
        same = ""
    return [*found, Change(same)]


def _is_island(same: str, left: Change, right: Change) -> bool:
    """Whether what stayed between two changes is too little to read them apart. A pure addition stays one."""
    if len(same) > min(ISLAND, left.size, right.size) or "\n" in same:
        return False
    return bool((left.removed or right.removed) and (left.added or right.added))
