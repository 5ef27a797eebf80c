"""An item that is in the file already, with what changed about it: of its own lines only the columns of the number,
the box, the state or the text that shall be others are written anew."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .answer import answer_lines, folds, read_body
from .form import BOXED, EMOJI, FACTS, PRAISE, fact_of, says, separator_of, spaced, usual_separator, wording
from .items import polarity_of
from .loose import asks, leading, mark_of
from .marker import SQUARES, box_text, columns, dedent, indent
from .meaning import Meaning
from .outlined import Node, depth
from .rows import Columns, Row, read_row, written
from .sheet import Status
from .source import is_blank
from .wanted import Entry

_SPACE = " \t"
_MARK = re.compile(r"(?:[-+*]|[0-9]{1,9}([.)]))(?=[ \t]*$)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item shall stand: what its section means, whether it is below another, and the emoji in use. A `careful`
    one needs no other beside it to be read as it is."""

    meaning: Meaning
    nested: bool
    emoji: dict[Status, str]
    point: str = "."
    careful: bool = False


def own_lines(lines: Sequence[str], node: Node, entry: Entry, place: Place) -> list[str]:
    """The item's own lines as they shall be; those it has where nothing of it changed."""
    said, block = node.words, node.block
    if block and block.columns:
        return [_row(lines[block.first], block.columns, entry)]
    at = said.lines[0]
    head, line, rest = list(lines[node.first : at]), lines[at], list(lines[at + 1 : node.text_end])
    offset = block.marker.offset if block and at == block.first else len(indent(line))
    after = said.box.after if said.box else offset
    marked, drawn = line[:offset], _drawn(line[offset:after], node, entry, place)
    if head:
        head[0] = _marked(head[0], head[0], node, entry, place)
        head[0] += f" {drawn}".rstrip(_SPACE) if drawn and not said.box else ""
        drawn = drawn if said.box else ""
    else:
        marked = _marked(marked, line, node, entry, place)
    mark = line[after : said.start]
    # Where the emoji counts as text, as it once did behind a box, it stays one.
    told = bool(mark) and says(entry, mark + said.text)
    shown = mark if told else _state(mark, node, entry, place)
    if told or says(entry, said.text):
        return [*head, f"{marked}{drawn}{shown}{line[said.start :]}", *rest]
    texts = wording(entry, _separator(said.text, entry), fact_of(said.text) or FACTS[0]).split("\n")
    if not block:
        texts = [" ".join(texts)]
    if block and block.shape in ("bare", "bold") and not block.marker.number and not asks(texts[0]):
        marked += "Q: "  # nothing else says that it is a question
    drawn = spaced(drawn, shown or texts[0])
    below = indent(rest[0]) if rest else " " * (block.marker.column if block else 0)
    last = rest[-1] if rest else line
    texts[-1] += said.tail + last[len(last.rstrip(_SPACE)) :]
    return [*head, f"{marked}{drawn}{shown}{texts[0]}", *(below + text for text in texts[1:])]


def _row(line: str, columns: Columns, entry: Entry) -> str:
    """The row of a table, answer included."""
    old = read_row(line, columns)
    checked = old.box.checked if old.box and entry.checked is None else bool(entry.checked)
    body = old.body if entry.answer is None or entry.kind != "question" else entry.answer
    number = entry.number if entry.kind == "question" else old.number
    return written(line, columns, Row(entry.text, number, old.box and replace(old.box, checked=checked), body))


def _separator(text: str, entry: Entry) -> str:
    return separator_of(text) or usual_separator(entry.kind)


def _marked(marked: str, line: str, node: Node, entry: Entry, place: Place) -> str:
    if entry.kind != "question" or not node.block or node.block.marker.number == entry.number:
        return marked
    if mark := mark_of(line):
        return indent(line) + mark.before(entry.number)
    found = _MARK.search(marked)
    now = "-" if entry.number is None else entry.number + ((found and found[1]) or place.point)
    return _MARK.sub(now, marked, count=1)


def _drawn(drawn: str, node: Node, entry: Entry, place: Place) -> str:
    """The box with what stands behind it."""
    found = node.words.box
    if entry.kind not in BOXED:
        return ""
    if not found:
        plain = node.reads == "tasks" == place.meaning.kind and not place.careful
        needed = (entry.kind in ("task", "step") and not plain) or (entry.kind == "signal" and place.nested)
        return "[x] " if entry.checked else "[ ] " if needed else drawn
    checked = found.checked if entry.checked is None else entry.checked
    start, end = found.start - found.after + len(drawn), found.end - found.after + len(drawn)
    squares = place.meaning.kind in ("goals", "tasks")
    leaning = place.careful and node.block is not None and node.block.squared and not squares
    if (
        not leaning
        and checked == found.checked
        and (squares or drawn[start:end] not in SQUARES or node.reads == place.meaning.kind)
    ):
        return drawn
    return drawn[:start] + box_text(drawn[start:end], checked, squares) + drawn[end:]


def _state(shown: str, node: Node, entry: Entry, place: Place) -> str:
    """The emoji of an item's state with what stands behind it."""
    if entry.kind == "signal":
        return _praise(shown, node, entry, place)
    if entry.kind != "requirement" or entry.status is None:
        return ""
    if entry.status == node.words.status:
        return shown
    return place.emoji.get(entry.status, EMOJI[entry.status]) + (shown[1:].lstrip("\ufe0f") or " ")


def _praise(shown: str, node: Node, entry: Entry, place: Place) -> str:
    """The emoji that says whether a signal is good, where no heading does."""
    open_still = place.meaning.polarity is None and entry.polarity is not None
    if open_still and entry.polarity != polarity_of(node.words.status):
        return f"{PRAISE[entry.polarity]} "
    return shown if node.reads == "signals" else ""


def below_question(
    lines: Sequence[str], own: Sequence[str], old: tuple[str, int], answer: str | None, loose: bool
) -> list[str]:
    """What shall stand below a question's own lines, where `lines` stand now below the last of its `old` ones and their
    content column: its answer, moved along with the column where that changed."""
    above, old_column = old
    found = leading(own[0])
    column = found.column if found else 0
    now = read_body(lines, old_column)
    gap = next((index for index, line in enumerate(lines) if not is_blank(line)), len(lines))
    if answer is None or (answer == now and (lines or not answer)):
        kept = [line if is_blank(line) else " " * column + dedent(line, old_column) for line in lines]
        kept = list(lines) if column == old_column else kept
        if read_body(kept, column) == now:
            return _apart(kept, column) if kept and own[-1] != above and folds(own[-1], kept[0]) else kept
        answer = now
    if not answer:
        return []
    shown = answer_lines(own[-1], lines[gap:], answer, column, apart=gap > 0, loose=loose)
    return [*lines[:gap], *shown]


def _apart(lines: Sequence[str], column: int) -> list[str]:
    """The lines of an answer below a blank line, where none may hang further to the left."""
    return [
        "",
        *(line if is_blank(line) or depth(line) >= column else " " * column + dedent(line, column) for line in lines),
    ]


def shifted(line: str, by: int) -> str:
    """The line moved by that many columns, as far as its indentation goes."""
    if not by or is_blank(line):
        return line
    rest = line.lstrip(_SPACE)
    return " " * max(0, depth(line) + by) + rest


def shifted_first(line: str, by: int) -> str:
    """The same for a line with a marker: tabs behind it become spaces, so that its content moves by as much."""
    found = leading(line) if by else None
    if not found:
        return shifted(line, by)
    marked = shifted(line[: found.offset].rstrip(_SPACE), by)
    width = found.column - columns(line, 0, len(line[: found.offset].rstrip(_SPACE)))
    return marked + " " * width + line[found.offset :]
