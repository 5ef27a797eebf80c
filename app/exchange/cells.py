"""What the cells of a row say, and the words of it that no column of ours can hold: they are kept as text."""

import re
from datetime import date
from typing import Any, Literal, cast

from app.exchange.columns import headers, value_of
from app.exchange.document import RoundKind
from app.exchange.table import Row

_PARTED = re.compile(r"[,，、;；/|\n]")
_NUMBER = re.compile(r"([0-9]{1,9})[.)、）]?")
_PRIORITIES: dict[str, Literal[1, 2, 3]] = {"1": 1, "2": 2, "3": 3}


class Cells:
    """One row's cells, each read as its column means it. `below` has what could not be read, once."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self._rest = [f"{title}: {cell}" if title else cell for title, cell in row.others]

    def value(self, column: str) -> Any:
        """One of the column's own values, None where it says none of them."""
        return self._kept(column, value_of(column, self.row[column]))

    def flag(self, column: str) -> bool | None:
        """Yes or no."""
        return {"yes": True, "no": False}.get(self.value(column) or "")

    def number(self) -> str | None:
        """The number of a question; other ways to count would be no list in Markdown."""
        found = _NUMBER.fullmatch(self.row["number"].strip())
        return found[1] if found else None

    def priority(self) -> Literal[1, 2, 3] | None:
        """From 1, which is a must, to 3."""
        return _PRIORITIES.get(self._kept("priority", value_of("priority", self.row["priority"])) or "")

    def audience(self) -> list[RoundKind]:
        """The kinds of rounds a question is for."""
        kinds = [value_of("audience", name) for name in _PARTED.split(self.row["audience"]) if name.strip()]
        whole = None if None in kinds else "all"
        return cast(list[RoundKind], list(dict.fromkeys(kinds))) if self._kept("audience", whole) else []

    def day(self, column: str) -> str | None:
        """A day as 2026-01-31."""
        try:
            day = date.fromisoformat(self.row[column].strip()).isoformat()
        except ValueError:
            day = None
        return self._kept(column, day)

    def below(self, text: str) -> str:
        """The text, and below it what is left of the row."""
        left, self._rest = self._rest, []
        return "\n".join(filter(None, (text, *left)))

    def _kept(self, column: str, value: str | None) -> str | None:
        if value is None and self.row[column].strip():
            self._rest.append(f"{headers()[column]}: {self.row[column]}")
        return value
