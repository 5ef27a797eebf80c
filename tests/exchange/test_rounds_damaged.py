"""A file with rounds that somebody's editor, or somebody's hand, did anything to: it is read, and no word is lost."""

from __future__ import annotations

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange import document as doc
from app.exchange.check import from_json
from app.exchange.give import to_json
from app.exchange.markdown import file_of, from_markdown, to_markdown
from app.exchange.woven import woven
from tests.exchange.test_rounds_in_markdown import WOVEN

TABLE = """
| Question | Answer |
|---|---|
| Which shift? | |
| Who leads? | nobody |

## Short-term goals
- [ ] Learn Go
  - [ ] a book

---
*Last updated*
"""
JUNK = (
    "",
    "  ",
    "- [ ] new",
    "## New",
    "---",
    "```",
    "- new <!-- askback: round 1 -->",
    "<!-- askback: rounds -->",
    "\t- x: y",
)
marks = st.sampled_from(
    ("- ", "* ", "  ", "\t", "> ", ": ", "：", " · ", "<!--", "-->", "Evaded", "Notes: ", "1. ", "\\", "|")
)
edits = st.tuples(
    st.integers(0, 200), st.sampled_from(("drop", "twice", "junk", "move", "in", "out", "write", "cut")), marks
)


def a_sheet() -> bytes:
    """One with words of its own in each text."""
    book = from_markdown(WOVEN.replace("\n## Positive", f"{TABLE}\n## Positive").encode(), "sheet")
    words = (f"w{number}w" for number in count())
    for number, held in enumerate(book.rounds):
        held.notes = f"{next(words)}\n\n- {next(words)}"
        held.told, held.place = f"{next(words)}\n    {next(words)}", next(words)
        held.process_note = f"{next(words)}\n{next(words)}"
        held.follow_ups = [
            doc.FollowUp(id=f"{held.id}-{left}", text=f"{next(words)}\n{next(words)}", due_on="2026-11-20", done=True)
            for left in "ab"
        ]
        for question in book.questions:
            body = f"{next(words)}\n\n```\n{next(words)}\n```"
            question.answers = [answer for answer in question.answers if answer.round != held.id]
            question.answers.append(doc.Answer(id=f"{question.id}-{number}", round=held.id, body=body, outcome="later"))
        for signal in book.signals:
            signal.marks = [mark for mark in signal.marks if mark.round != held.id]
            signal.marks.append(doc.Mark(round=held.id, checked=True, evidence=f"{next(words)}\n{next(words)}"))
    return woven(book)[0]


FILE = a_sheet().decode()


@settings(max_examples=150, deadline=None)
@given(st.lists(edits, min_size=1, max_size=6))
def test_no_word_of_a_damaged_file_is_lost(changes: list[tuple[int, str, str]]) -> None:
    lines = FILE.split("\n")
    for change in changes:
        damage(lines, *change)
    file = "\n".join(lines)
    book = from_markdown(file.encode(), "sheet")
    assert to_markdown(book) == file_of(book)
    kept = to_json([book]).decode() + file_of(book).decode()
    assert set(re.findall("w[0-9]+w", file)) <= set(re.findall("w[0-9]+w", kept)), file
    from_json(to_json([book]))
    again = from_markdown(woven(book)[0], "sheet")
    assert file_of(again) == file_of(book)


def damage(lines: list[str], place: int, how: str, mark: str) -> None:
    at = place % len(lines)
    match how:
        case "drop":
            del lines[at]
        case "twice":
            lines.insert(at, lines[at])
        case "junk":
            lines.insert(at, JUNK[place % len(JUNK)])
        case "move":
            lines.insert(place * 7 % len(lines), lines.pop(at))
        case "in":
            lines[at] = "  " + lines[at]
        case "out":
            lines[at] = lines[at].lstrip(" ")
        case "write":
            cut = place * 5 % (len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + mark + lines[at][cut:]
        case "cut":
            cut = place * 5 % (len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + lines[at][cut + 3 :] if not re.search("w[0-9]+w", lines[at]) else lines[at]
    if not lines:
        lines.append("")
