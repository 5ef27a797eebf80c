"""Titles right behind one another that say opposite things. Such are signals even where each alone is not, and what
one of them says of its signals tells what the other does: `看着踏实的地方` beside `看着发虚的地方`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import words
from .sheet import Kind, Polarity
from .vocabulary import comparable

if TYPE_CHECKING:
    from .sections import Draft

_SHORT_TITLE = 40
_OPPOSITE: dict[Polarity, Polarity] = {"positive": "caution", "caution": "positive"}
Said = tuple[Kind, str] | None


def see_twins(drafts: "list[Draft]", own: list[Said], asking: Sequence[bool]) -> None:
    """Make signals of each pair of neighbours below the same heading that says good and bad, and tell each which of
    the two it is. A title is in one pair only; one above a list of questions (`asking`) is in none."""
    last: dict[int | None, int] = {}
    for index, draft in enumerate(drafts):
        before = last.get(draft.parent)
        last[draft.parent] = index
        if before is None or drafts[before].leans or drafts[before].level != draft.level:
            continue
        if asking[before] or asking[index] or not all(_may_be(drafts[at], own[at]) for at in (before, index)):
            continue
        signals = [(own[at] or ("",))[0] == "signals" for at in (before, index)]
        found = _opposed(drafts[before].title, draft.title, all(signals) and index == before + 1, any(signals))
        for at, leans in zip((before, index), found or (), strict=False):
            drafts[at].leans = leans
            if (own[at] or ("",))[0] != "signals":
                own[at] = "signals", drafts[at].title


def _may_be(draft: "Draft", said: Said) -> bool:
    """Whether a title could be one of signals: short, and with no other kind that is sure."""
    unsaid = not said or said[0] in ("signals", "requirements", "pitch_points") or said == ("strengths", "优点")
    return bool(draft.level and unsaid and not draft.said and len(draft.title) <= _SHORT_TITLE)


def _opposed(one: str, other: str, both: bool, either: bool) -> tuple[Polarity, Polarity] | None:
    """What two titles say of their signals, None where they are no twins. `both` or `either` of them names signals.

    Both say it, each the other way; or one is the other with a negation put in; or only one says it, and the other is
    named alike (or both are signals with nothing between), so that it must be the opposite.
    """
    first, second = words.polarity(one), words.polarity(other)
    goals = words.is_goals_of_boxes(one) or words.is_goals_of_boxes(other)
    if first and second and first != second:
        return None if goals and not either else (first, second)
    alike = words.is_judging(one) and words.is_judging(other) and _shares(comparable(one), comparable(other))
    if not (both or (alike and not goals)):
        return None
    if words.negates(one, other):
        return (first or "positive"), _OPPOSITE[first or "positive"]
    if words.negates(other, one):
        return _OPPOSITE[second or "positive"], (second or "positive")
    if first and not second:
        return first, _OPPOSITE[first]
    return (_OPPOSITE[second], second) if second and not first else None


def _shares(one: str, other: str) -> bool:
    """Whether two titles begin or end alike: in a whole word, or two Chinese characters, or one that is all but one."""
    if one.isascii() and other.isascii():
        return one.split()[:1] == other.split()[:1] or one.split()[-1:] == other.split()[-1:]
    return one[:1] == other[:1] or one[-2:] == other[-2:]
