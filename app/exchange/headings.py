"""The sections of a sheet that is made from a table: each path a chain of headings, below the title of the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from app.clock import new_uid
from app.exchange import document as doc
from app.language import gettext as _
from app.markdown import Kind, NotOneItem, heading, meaning_of

_KINDS: dict[str, Kind] = {"question": "questions", "signal": "signals", "goal": "goals"}
Sort = tuple[object, ...]


@dataclass(slots=True)
class _Heading:
    section: doc.Section
    below: "list[_Heading]" = field(default_factory=list)
    holds: Sort | None = None


class Headings:
    """A sheet's headings while they grow; `sections()` has them in their order."""

    def __init__(self, title: str) -> None:
        self._document = doc.Section(id=new_uid(), level=0, kind="document")
        self._top = _new(title_of(title), 1)

    def section(self, path: Sequence[str], thing: str, says: dict[str, Any]) -> str:
        """The id of the section of this path for such things; made where there is none.

        `says` is what it tells of them; signals of two polarities and goals of two horizons have two sections.
        """
        at = self._top
        for title in path[:-1]:
            at = self._below(at, title_of(title), None)
        sort = (thing, says.get("polarity"), says.get("horizon"))
        own = self._below(at, title_of(path[-1]), sort)
        if own.holds is None:
            own.holds, own.section.kind = sort, _KINDS[thing]
            for name, value in says.items():
                setattr(own.section, name, value)
        return own.section.id

    def _below(self, above: _Heading, title: str, sort: Sort | None) -> _Heading:
        for known in above.below:
            if known.section.path[-1] == title and (sort is None or known.holds in (None, sort)):
                return known
        above.below.append(made := _new(title, above.section.level + 1))
        return made

    def sections(self) -> list[doc.Section]:
        """The document, its title and all headings, each before those below it."""
        found, todo = [self._document], [self._top]
        while todo:
            one = todo.pop()
            found.append(one.section)
            todo += reversed(one.below)
        return found


def _new(title: str, level: int) -> _Heading:
    """A heading that holds nothing yet, so that it means what its words say."""
    return _Heading(doc.Section(id=new_uid(), path=[title], level=level, kind=meaning_of(title, None).kind))


def title_of(text: str) -> str:
    """The text as a heading says it."""
    return _heading_of(text) or _("Untitled")


@lru_cache(maxsize=512)
def _heading_of(text: str) -> str:
    try:
        return heading(text)
    except NotOneItem:
        return ""
