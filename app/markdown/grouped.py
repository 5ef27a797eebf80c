"""Lists of questions in groups: a bullet that only says whom or what those below it are about is no question itself."""

from collections.abc import Sequence

from .blocks import Blocks, ListItem
from .items import opening
from .sections import Draft, are_questions
from .words import may_be_question


def labels(lines: Sequence[str], blocks: Blocks, drafts: Sequence[Draft], homes: Sequence[int]) -> frozenset[int]:
    """The places of those bullets. All of a section's are, or none: no one of them asks, below each stand questions,
    and somewhere more than one. With a number each is a question, and what stands below it only follows it up."""
    tops: dict[int, list[int]] = {}
    below: dict[int, list[ListItem]] = {}
    for at, item in enumerate(blocks.items):
        if drafts[homes[item.first]].reads != "questions":
            continue
        if item.parent is None:
            tops.setdefault(homes[item.first], []).append(at)
        else:
            below.setdefault(item.parent, []).append(item)
    found: set[int] = set()
    for own in tops.values():
        if any(len(below.get(at, ())) > 1 for at in own) and all(
            _is_label(lines, blocks.items[at], below.get(at, ())) for at in own
        ):
            found.update(own)
    return frozenset(found)


def _is_label(lines: Sequence[str], item: ListItem, below: Sequence[ListItem]) -> bool:
    text, boxed = opening(lines, item)
    plain = item.shape == "list" and not item.marker.number and not boxed
    return plain and not may_be_question(text) and are_questions([opening(lines, inner) for inner in below])
