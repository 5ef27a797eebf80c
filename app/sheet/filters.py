"""Which questions of a sheet are shown: by how much they matter, whom they are for, who asks, and what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.question import DIRECTIONS
from app.models.round import KINDS
from app.sheet.queries import Part, SheetPage

CHOICES: dict[str, tuple[str, ...]] = {
    "priority": ("1", "2", "3"),
    "audience": KINDS,
    "answered": ("yes", "no"),
    "direction": DIRECTIONS,
}


@dataclass(frozen=True)
class Filter:
    """What was chosen; "" is everything."""

    priority: str = ""
    audience: str = ""
    answered: str = ""
    direction: str = ""

    def __bool__(self) -> bool:
        return any((self.priority, self.audience, self.answered, self.direction))

    def shows(self, row: Any) -> bool:
        """Whether a question is one of those. One that is for nobody in particular is for everybody."""
        return (
            (not self.priority or str(row.priority) == self.priority)
            and (not self.audience or not row.audience or self.audience in row.audience)
            and (not self.answered or bool(row.body or row.rounds) == (self.answered == "yes"))
            and (not self.direction or row.direction == self.direction)
        )


def filter_of(args: Mapping[str, str]) -> Filter:
    """The filter an address asks for; what is no choice is as not asked for."""
    return Filter(**{name: args[name] for name, values in CHOICES.items() if args.get(name) in values})


def narrow(page: SheetPage, wanted: Filter) -> None:
    """Leave on the page only the questions wanted, and the sections that lead to them."""
    for part in page.parts:
        rows = [row for kind, run in part.runs if kind == "question" for row in run if wanted.shows(row)]
        part.runs = [("question", rows)] if rows else []
    page.parts[:] = [part for part in page.parts if _leads_to_any(part)]


def _leads_to_any(part: Part) -> bool:
    return bool(part.runs) or any(map(_leads_to_any, part.parts))
