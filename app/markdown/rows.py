"""Tables with a question, a signal or a goal in each row: which column says what, and a row as it is read and written.

Beside the text a row has its number, a box in a cell of its own, and words. A question takes all of these words as its
answer, so that none is lost where it leaves the table: each under the title of its column, those of the answer's column
(or of the only one) as they are. A signal or a goal leaves them in their cells, and takes them along as a list below
itself. A cell holds no line ends and no bare `|`: `<br>` and `\\|` stand for them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .marker import Box, box, box_text, square
from .sheet import Polarity
from .wanted import Entry
from .words import column_of, direction, polarity

RowKind = Literal["questions", "signals", "goals"]
Cell = tuple[int, int]

_KINDS: dict[str, RowKind] = {"question": "questions", "signal": "signals", "goal": "goals"}
_SHORT = 10  # characters of a word that says good or bad
WIDEST = 100  # columns: no table of questions has as many, and a wider one would cost their square
_BAR = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"[0-9]{1,3}")
_BREAK = re.compile(r"<br ?/?>")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SPACE = " \t"


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, by their places; `others` are those with more words, by their titles, and
    `judged` the one of these that says of each signal whether it is good; `leans` says that of all of them. `header` is
    the line of the titles."""

    header: int
    kind: RowKind
    count: int
    text: int
    number: int | None = None
    box: int | None = None
    answer: int | None = None
    judged: int | None = None
    leans: Polarity | None = None
    others: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says; `body` are its other words."""

    text: str
    number: str | None
    box: Box | None
    body: str
    polarity: Polarity | None = None


def cells(line: str) -> list[Cell]:
    """Where the cells of a row stand in its line, without the spaces around; none where it does not begin with `|`."""
    start = len(line) - len(line.lstrip(_SPACE))
    if line[start : start + 1] != "|":
        return []
    ends = [found.start() for found in _BAR.finditer(line, start + 1)]
    if not ends or line[ends[-1] + 1 :].strip(_SPACE):
        ends.append(len(line))
    found: list[Cell] = []
    begin = start + 1
    for end in ends:
        held = line[begin:end]
        left = begin + len(held) - len(held.lstrip(_SPACE))
        found.append((left, left + len(held.strip(_SPACE))) if held.strip(_SPACE) else (begin, end))
        begin = end + 1
    return found


def columns_of(lines: Sequence[str], header: int, rows: Sequence[int]) -> Columns | None:
    """The columns of the table with these titles and rows; None where none is of questions, signals or goals, where two
    are of signals, or where words of others could not be told apart by their titles."""
    titles = _texts(lines[header])
    if len(titles) > WIDEST:
        return None
    said = [column_of(title) for title in titles]
    text = next((at for at, name in enumerate(said) if name in _KINDS), None)
    if text is None:
        text = next((at for at, title in enumerate(titles) if direction(title) in ("ask", "answer")), None)
    if text is None or not rows:
        return None
    kind = _KINDS.get(said[text], "questions")
    known = [_texts(lines[row]) for row in rows]
    held = [[_at(texts, at) for texts in known] for at in range(len(titles))]
    if _are_numbers(held[text]):
        return None  # a level to reach, not what to learn
    boxed = next((at for at, texts in enumerate(held) if at != text and _are_boxes(texts)), None)
    number = 0 if 0 not in (text, boxed) and _are_numbers(held[0]) else None
    worded = [at for at in range(len(titles)) if at not in (text, boxed, number)]
    if kind == "signals" and any(said[at] == "signal" and any(held[at]) for at in worded):
        return None  # good ones and bad ones in one row
    answer = next((at for at in worded if said[at] == "answer"), worded[0] if len(worded) == 1 else None)
    if kind != "questions":
        answer = None
    others = tuple((at, titles[at]) for at in worded if at != answer)
    if len({title for _, title in others}) < len(others) or not all(title for _, title in others):
        return None
    judged = next((at for at, _ in others if _are_judgments(held[at])), None) if kind == "signals" else None
    return Columns(header, kind, len(titles), text, number, boxed, answer, judged, polarity(titles[text]), others)


def read_row(line: str, columns: Columns) -> Row:
    """What stands in a row."""
    places, texts = cells(line), _texts(line)
    drawn = places[columns.box][0] if columns.box is not None and columns.box < len(places) else -1
    found = (box(line, drawn) or square(line, drawn)) if drawn >= 0 else None
    words = _as_lines if columns.kind == "questions" else _plain
    body = [f"{title}{_colon(title)}{words(_at(texts, at))}" for at, title in columns.others if _at(texts, at)]
    if answer := _as_lines(_at(texts, columns.answer)):
        body.append(answer)
    judged = polarity(_at(texts, columns.judged)) or columns.leans
    return Row(_plain(_at(texts, columns.text)), _at(texts, columns.number) or None, found, "\n".join(body), judged)


def start_of(line: str, columns: Columns) -> int:
    """Where the text of a row begins."""
    places = cells(line)
    return places[columns.text][0] if columns.text < len(places) else len(line)


def written(line: str, columns: Columns, now: Row) -> str:
    """The row with what it shall say; cells that say it already keep each character. The box of `now` is the one that
    the row has, with the state it shall have."""
    old = read_row(line, columns)
    told: dict[int, str] = {}
    if now.text != old.text:
        told[columns.text] = _escaped(now.text)
    if columns.number is not None and now.number != old.number:
        told[columns.number] = now.number or ""
    if now.body != old.body:
        told |= _in_columns(columns, now.body)
    if old.box and now.box and now.box.checked != old.box.checked:
        drawn = box_text(line[old.box.start : old.box.end], now.box.checked)
        line = line[: old.box.start] + drawn + line[old.box.end :]
    for at, (start, end) in sorted(enumerate(cells(line)), reverse=True):
        held = line[start:end].strip(_SPACE)
        if told.get(at, held) != held:
            line = line[:start] + (told[at] if held else f" {told[at]} ") + line[end:]
    return line


def fits(columns: Columns, entry: Entry) -> bool:
    """Whether a row can say all of an item."""
    boxed = not entry.checked or columns.box is not None
    spoken = not entry.answer or columns.answer is not None or bool(columns.others)
    numbered = entry.number is None or columns.number is not None
    ours = _KINDS.get(entry.kind) == columns.kind
    return ours and boxed and spoken and numbered and "\n" not in entry.text and not entry.children


def made(columns: Columns, text: str, number: str | None, checked: bool | None, body: str) -> str:
    """A new row that says this."""
    told = _in_columns(columns, body) | {columns.text: _escaped(text)}
    if columns.number is not None:
        told[columns.number] = number or ""
    if columns.box is not None:
        told[columns.box] = "☑" if checked else "☐"
    return "|" + "".join(f" {told.get(at, '')} |" if told.get(at) else "  |" for at in range(columns.count))


def _in_columns(columns: Columns, body: str) -> dict[int, str]:
    """The cells that say a body, all columns of words told."""
    told = {at: "" for at, _ in columns.others}
    lines = body.split("\n")
    for at, title in columns.others:
        label = f"{title}{_colon(title)}"
        if lines and lines[0].startswith(label):
            told[at] = _escaped(lines.pop(0)[len(label) :])
    rest = _escaped("\n".join(lines))
    if columns.answer is not None:
        told[columns.answer] = rest
    elif rest and columns.others:
        told[columns.others[-1][0]] += f"{'<br>' if told[columns.others[-1][0]] else ''}{rest}"
    return told


def _texts(line: str) -> list[str]:
    return [line[start:end].strip(_SPACE) for start, end in cells(line)]


def _at(texts: Sequence[str], at: int | None) -> str:
    """The text of a cell, "" where the row is shorter."""
    return texts[at] if at is not None and at < len(texts) else ""


def _as_lines(text: str) -> str:
    return _BREAK.sub("\n", _plain(text))


def _plain(text: str) -> str:
    return text.replace("\\|", "|")


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def _colon(title: str) -> str:
    return "：" if _HAN.search(title) else ": "


def _are_boxes(texts: Sequence[str]) -> bool:
    found = [(text, box(text, 0) or square(text, 0)) for text in texts if text]
    return bool(found) and all(drawn and drawn.after == len(text) for text, drawn in found)


def _are_judgments(texts: Sequence[str]) -> bool:
    return all(texts) and all(len(text) <= _SHORT and polarity(text) for text in texts)


def _are_numbers(texts: Sequence[str]) -> bool:
    said = [text for text in texts if text]
    return bool(said) and all(_NUMBER.fullmatch(text) for text in said)
