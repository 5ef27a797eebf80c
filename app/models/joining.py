"""One text out of two that grew apart, line by line: what only one of them changed is taken over, and where both
changed the same lines, both stand there. A proposal for a person, so nothing that either wrote may be missing in it.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

MANY = 2_000  # lines; beyond them comparing takes longer than anybody waits

Lines = list[str]


def joined(base: str, theirs: str, ours: str) -> str | None:
    """`theirs` and `ours` in one, where both began as `base`; nothing where they are too long to compare.

    Each line that one of them wrote and `base` has not is in it. Where only one changed `base`, it is that one.
    """
    b, t, o = base.split("\n"), theirs.split("\n"), ours.split("\n")
    if max(map(len, (b, t, o))) > MANY:
        return None
    found: Lines = []
    at = (0, 0, 0)
    for start, size in _shared(b, t, o):
        found += _between(b[at[0] : start[0]], t[at[1] : start[1]], o[at[2] : start[2]])
        found += b[start[0] : start[0] + size]
        at = (start[0] + size, start[1] + size, start[2] + size)
    return "\n".join(found)


def _shared(b: Lines, t: Lines, o: Lines) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Runs of lines that all three have, in their order; at last an empty one behind everything."""
    one, two = (SequenceMatcher(None, b, other, autojunk=False).get_matching_blocks() for other in (t, o))
    i = j = 0
    while i < len(one) and j < len(two):
        begin = max(one[i].a, two[j].a)
        end = min(one[i].a + one[i].size, two[j].a + two[j].size)
        if begin < end:
            yield (begin, one[i].b + begin - one[i].a, two[j].b + begin - two[j].a), end - begin
        if one[i].a + one[i].size < two[j].a + two[j].size:
            i += 1
        else:
            j += 1
    yield (len(b), len(t), len(o)), 0


def _between(b: Lines, t: Lines, o: Lines) -> Lines:
    if b == o or t == o:
        return t
    if b == t:
        return o
    found: Lines = []
    for _kind, begin, end, first, last in SequenceMatcher(None, t, o, autojunk=False).get_opcodes():
        found += t[begin:end]
        if t[begin:end] != o[first:last]:
            found += o[first:last]
    return found
