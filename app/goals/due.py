"""By when: a day proposed from what the heading above a goal says, and the day the sheet is of. Pure.

It is only ever proposed. The nearest heading up the path that tells a time counts; the day of the sheet is that of its
date, or where it has none the day its workbook was made.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.goals.heading import End, Span, end_in, span_in
from app.goals.sheetday import Since


@dataclass(frozen=True)
class Proposal:
    """A day, the heading's words as they were understood, and what they are counted from."""

    day: date
    words: Span | End
    since: Since


def proposed(titles: Iterable[str], since: Since) -> Proposal | None:
    """What the headings above a goal, the nearest first, propose; None where none of them tells a time."""
    for title in titles:
        if span := span_in(title):
            return Proposal(span.after(since.day, since.whole_month), span, since)
        if end := end_in(title, since.day):
            return Proposal(end.day, end, since)
    return None
