"""What a section says of the things below it, and the comment that says so where the words of its heading do not.

The comment stands behind the title, or on a line of its own above everything for what stands before the first heading:

    ## Stuff for Tuesday <!-- askback: questions -->

    comment   = "<!-- askback: " kind [ " " qualifier ] " -->"
    kind      = info | responsibilities | requirements | strengths | transfers | questions | signals
              | pitch_points | goals | tasks | notes
    qualifier = ask | answer (questions; ask if none) | positive | caution (signals) | short | mid | long (goals)

It says all of the meaning: a kind without its qualifier has none, whatever stands in the title or above.
"""

import re
from dataclasses import dataclass, replace
from typing import cast, get_args

from . import words
from .sheet import Direction, Horizon, Kind, Polarity

_WORDS = r"([a-z_]+)(?:[ \t]+([a-z]+))?"
_SAID = re.compile(_WORDS)
_COMMENT = re.compile(rf"<!--[ \t]*askback:[ \t]*{_WORDS}[ \t]*-->[ \t]*$")
_QUALIFIERS = {"questions": get_args(Direction), "signals": get_args(Polarity), "goals": get_args(Horizon)}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a section's items are read by: their kind, and what only questions, signals or goals have."""

    kind: Kind
    direction: Direction | None = None
    polarity: Polarity | None = None
    horizon: Horizon | None = None

    def plain(self) -> "Meaning":
        """The same with nothing but what belongs to its kind, so that two can be compared."""
        kind: Kind = "notes" if self.kind == "document" else self.kind
        return Meaning(
            kind,
            (self.direction or "ask") if kind == "questions" else None,
            self.polarity if kind == "signals" else None,
            self.horizon if kind == "goals" else None,
        )

    @classmethod
    def of(cls, words: str) -> "Meaning | None":
        """What such words say (`goals short`); None where they say nothing."""
        found = _SAID.fullmatch(words)
        return _said(found[1], found[2]) if found else None

    @property
    def words(self) -> str:
        """Kind and qualifier, as `of` reads them."""
        said = self.plain()
        qualifier = said.polarity or said.horizon or (said.direction if said.direction == "answer" else None)
        return f"{said.kind} {qualifier}" if qualifier else said.kind

    def comment(self) -> str:
        """The comment that says this."""
        return f"<!-- askback: {self.words} -->"


def split_comment(title: str) -> tuple[str, Meaning | None]:
    """A title without the comment behind it, and what that says; other comments are text."""
    at = title.rfind("<!--")
    found = _COMMENT.match(title, at) if at >= 0 else None
    said = _said(found[1], found[2]) if found else None
    return (title[:at].rstrip(" \t"), said) if said else (title, None)


def meaning_of(title: str, above: Meaning | None) -> Meaning:
    """What a reader takes a section of that title below `above` (None: below no heading) for, before it has
    items: what the title's own words say, else the kind above, else notes."""
    role = words.role(title)
    over = above.plain() if above else Meaning("notes")
    said = Meaning(over.kind if not role or words.only_adds(title, role[0], over.kind) else role[0])
    same = over if over.kind == said.kind else Meaning(said.kind)
    who = words.direction(title)
    usual: Direction = "answer" if who == "usually_answer" else "ask"
    return replace(
        said,
        direction=(who if who != "usually_answer" else None) or same.direction or usual,
        polarity=words.polarity(title) or same.polarity,
        horizon=words.horizon(title) or same.horizon,
    ).plain()


def _said(kind: str, qualifier: str | None) -> Meaning | None:
    if kind not in get_args(Kind) or kind == "document":
        return None
    if qualifier and qualifier not in _QUALIFIERS.get(kind, ()):
        return None
    said = Meaning(cast(Kind, kind))
    if kind == "questions":
        return replace(said, direction=cast(Direction, qualifier or "ask"))
    if kind == "signals":
        return replace(said, polarity=cast(Polarity | None, qualifier))
    return replace(said, horizon=cast(Horizon | None, qualifier))
