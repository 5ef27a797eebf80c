"""What a round left to do, as a box with its text and its day, and back:

- [x] Write to them · 2026-11-25

The lines of a longer text stand below. What no line can say stands there whole, below a box and its day alone.
"""

import re
from datetime import date

from app.clock import new_uid
from app.exchange import document as doc
from app.markdown import Listed, all_listed
from app.markdown.listed import joined

_MOST = 10_000  # characters
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_DAY = re.compile(r"(?:(.*)[ \t])?·[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2})$")


def told(left: doc.FollowUp) -> Listed:
    """It as an item."""
    text = left.text.replace("\r\n", "\n").replace("\r", "\n")
    first, _newline, rest = text.partition("\n")
    item = Listed(_head(left, first), rest)
    alike = list(all_listed("\n".join(item.lines()))) == [item] and _said(item) == (text, left.due_on, left.done)
    return item if alike else Listed(_head(left, ""), text)


def read(item: Listed | str) -> doc.FollowUp | None:
    """What such an item tells; None where it is none."""
    if isinstance(item, str) or item.about:
        return None
    text, day, done = _said(item)
    return doc.FollowUp(id=new_uid(), text=text, due_on=day, done=done) if len(text) <= _MOST else None


def _head(left: doc.FollowUp, text: str) -> str:
    parts = ("[x]" if left.done else "[ ]", text, f"· {left.due_on}" if left.due_on else "")
    return " ".join(part for part in parts if part)


def _said(item: Listed) -> tuple[str, str | None, bool]:
    """The text, the day, and whether it is done."""
    box = _BOX.match(item.head)
    words = item.head[box.end() :] if box else item.head
    found = _DAY.match(words)
    day = found[2] if found and _is_day(found[2]) else None
    first = (found[1] or "").rstrip(" \t") if found and day else words
    return joined(first, item.text), day, bool(box and box[1] != " ")


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
