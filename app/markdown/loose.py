"""Marks that people write and CommonMark does not know: `1、`, `（1）`, `①`, `Q1:`, a lone bold line, a box without a
bullet, a heading that is itself a question. Here is what one line says; blocks.py decides where that counts."""

import re
from dataclasses import dataclass
from typing import Literal

from .marker import SQUARE, STATE, Marker, box, columns, indent, innermost
from .meaning import split_comment
from .wording import without_aside
from .words import is_told

Shape = Literal["list", "mark", "asked", "box", "state", "bold", "bare", "heading", "row"]
"""How an item begins: as a list item; behind a number; behind a mark of asking (`Q:`); with a box or an emoji; as a
lone bold line; with nothing but its own question mark; as a heading; as a row of a table."""

_SPACE = " \t"
_NUMBERED = re.compile(
    r"(?:(?P<plain>[0-9０-９]{1,3})(?:[、．）]|[.)](?=[\u2e80-\uffef]))|(?P<open>[（(])(?P<held>[0-9]{1,3})[）)]"
    r"|(?P<ring>[①-⑳]))[ \t]*"
)
# CommonMark lets only a list that begins with 1 stand right below a text.
_BELOW_TEXT = re.compile(r"(?P<plain>[0-9]{1,3})[.)][ \t]+(?=[^ \t])")
# Dots as lists are pasted with, and bullets with a space that is none to CommonMark, or without one before a box.
_DOTTED = re.compile(
    "(?:[•‣●○▪◦・][ \t\u3000\u00a0]*|[-+*][\u3000\u00a0][ \t\u3000\u00a0]*|[-+*](?=\\[[ \u3000xX]?\\](?!\\()))"
    "(?=[^ \t\u3000\u00a0])"
)
_ASKED = re.compile(
    r"(?:[QＱ][ ]?(?P<q>[0-9]{1,3})?[ ]?(?:[:：.．、]|(?<=[0-9])(?=[ \t]))|[Qq]uestion[ ](?P<word>[0-9]{1,3})[ ]?[:：.]"
    r"|(?:问题?|問題?)[ ]?(?P<han>[0-9]{1,3})?[ ]?[:：])[ \t]*(?=[^ \t])"
)
_ASKED_IN_BOLD = re.compile(
    r"\*\*(?:[QＱ][ ]?(?P<q>[0-9]{1,3})?|(?:问题?|問題?)[ ]?(?P<han>[0-9]{1,3})?)[ ]?"
    r"(?:[:：.．、]\*\*|\*\*[ ]?[:：.．、])[ \t]*(?=[^ \t])"
)
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?=[^ \t*_])")
_BEFORE_TITLE = re.compile(
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3})*)(?:[.、．:：)）][ \t]*|(?<=\.[0-9])[ \t]+)(?=[^ \t])"
)
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_MARKED = ("mark", "asked", "bold", "heading")
_QUESTION_MARKS = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Loose:
    """What a line begins with: `opener` and `point` stand around the number, `tail` behind the text."""

    shape: Shape
    opener: str
    number: str | None
    point: str
    offset: int
    tail: str = ""
    column: int = 0

    def before(self, number: str | None) -> str:
        """What stands before the text of another one like it, with that number."""
        outside = self._outside
        if number is None and self.number:
            return f"{outside}Q: "
        if number is not None and not self.number:
            return f"{outside}Q{number}: "
        # A plain number among rings (`①`) needs a point of its own.
        bare = self.shape == "mark" and not self.opener and not self.point.strip(_SPACE) and (number or "").isascii()
        return f"{self.opener}{number or ''}{'、' if bare and number else self.point}"

    @property
    def _outside(self) -> str:
        """What stands before the mark itself: hashes, or what opens the bold."""
        if self.shape == "heading":
            return self.opener[: len(self.opener) - len(self.opener.lstrip("# "))]
        return self.opener[:2] if self.tail else ""

    @property
    def marker(self) -> Marker:
        """Where its text begins, and the column that what belongs to it is indented by."""
        return Marker(self.number, self.column, self.offset)


def loose(line: str, below_text: bool = False) -> Loose | None:
    """What a line of a paragraph begins with; None where it is but text. `below_text` says that it is not the first."""
    start = len(indent(line))
    if found := _NUMBERED.match(line, start) or (_BELOW_TEXT.match(line, start) if below_text else None):
        return _numbered(line, start, found)
    if found := _DOTTED.match(line, start):
        return Loose("mark", line[start : found.end()], None, "", found.end(), column=columns(line, 0, found.end()))
    if found := _ASKED.match(line, start) or _ASKED_IN_BOLD.match(line, start):
        return _asked(line, start, found, "")
    if lone := lone_bold(line):
        return _bold(line, start, *lone)
    if box(line, start):
        return Loose("box", "", None, "", start)
    if STATE.match(line, start) or SQUARE.match(line, start):
        return Loose("state", "", None, "", start)
    return Loose("bare", "", None, "", start) if asks(line[start:]) else None


def _bold(line: str, start: int, text: str, closing: str) -> Loose | None:
    """A lone bold line that is a question, by its mark, by its number, or by how it begins."""
    if asked := _ASKED.match(line, start + 2):
        return _asked(line, start, asked, closing)
    if numbered := _BEFORE_TITLE.match(line, start + 2):
        cut = start + 2 + len(numbered["number"])
        point, offset = line[cut : numbered.end()], numbered.end()
        return Loose("bold", line[start : start + 2], numbered["number"], point, offset, closing)
    return Loose("bold", line[start : start + 2], None, "", start + 2, closing) if asks(text) else None


def mark_of(line: str) -> Loose | None:
    """What an item begins with that is no list item to CommonMark, by its first line."""
    text = line.strip(_SPACE)
    if text.startswith("#"):
        return of_heading(line, _CLOSING.sub("", text.lstrip("#").strip(_SPACE)).rstrip(_SPACE))
    return None if innermost(line) else loose(line, below_text=True)


def is_bare_box(line: str) -> bool:
    """Whether an item begins with a box without a bullet, as those do that may stand below one another."""
    mark = mark_of(line)
    return mark is not None and mark.shape == "box"


def leading(line: str) -> Marker | None:
    """The marker of an item's first line, of whichever kind: what belongs to the item is indented by its column."""
    found = innermost(line) or mark_of(line)
    if isinstance(found, Loose):
        return found.marker if found.shape in _MARKED else None
    return found


def lone_bold(line: str) -> tuple[str, str] | None:
    """What a line that is nothing but bold says, and what closes it (`**`, `**：`), with a comment that tells its
    meaning; None for any other line."""
    text = line.strip(_SPACE)
    opened = _BOLD.match(text)
    if not opened:
        return None
    end = text.find(opened["mark"], 2)
    closing, _ = split_comment(text[end:])
    if end < 3 or closing.rstrip(_SPACE) not in (opened["mark"], f"{opened['mark']}:", f"{opened['mark']}："):
        return None
    return text[2:end].strip(_SPACE), text[end:]


def lead(line: str) -> tuple[str, str] | None:
    """What a line of text says before a colon at its end (`反问：`), and the colon, with a comment that tells its
    meaning; None for any other line."""
    text = line.strip(_SPACE)
    bare, _ = split_comment(text)
    if not bare.endswith((":", "：")) or innermost(line) or loose(line, below_text=True):
        return None
    title = bare[:-1].rstrip(_SPACE)
    return title, text[len(title) :]


def of_heading(line: str, title: str) -> Loose | None:
    """What a heading begins with that is itself a question; None where its title is not on this line."""
    at = line.find(title, len(line) - len(line.lstrip(" \t#")))
    if not title or at < 0:
        return None
    asked = _ASKED.match(line, at)
    numbered = None if asked else (_NUMBERED.match(line, at) or _BEFORE_TITLE.match(line, at))
    offset = asked.end() if asked else numbered.end() if numbered else at
    number = _number(asked) if asked else _number(numbered) if numbered else None
    cut = line.find(number, at) if number else offset
    point = line[cut + len(number or "") : offset]
    return Loose("heading", line[:cut], number, point, offset, line[at + len(title) :])


def is_asked(title: str) -> bool:
    """Whether a title begins as only a question does (`Q1:`, `问：`)."""
    return bool(_ASKED.match(title))


def next_number(number: str) -> str | None:
    """The one that follows, in the same writing; None where that is not told."""
    if len(number) == 1 and "①" <= number < "⑳":
        return chr(ord(number) + 1)
    return str(int(number) + 1) if number.isascii() and number.isdigit() else None


def _numbered(line: str, start: int, found: re.Match[str]) -> Loose:
    opener, number = found.groupdict().get("open") or "", _number(found)
    point = line[start + len(opener) + len(number or "") : found.end()]
    return Loose("mark", opener, number, point, found.end(), column=columns(line, 0, found.end()))


def _asked(line: str, start: int, found: re.Match[str], tail: str) -> Loose:
    """Answers of such stand right below, by habit not indented."""
    number = _number(found)
    cut = line.find(number, start) if number else found.end()
    return Loose("asked", line[start:cut], number, line[cut + len(number or "") : found.end()], found.end(), tail)


def _number(found: re.Match[str]) -> str | None:
    return next((value for name, value in found.groupdict().items() if value and name != "open"), None)


def asks(text: str) -> bool:
    """Whether a text is a question beyond doubt: by its mark, or because it tells somebody to speak."""
    return without_aside(text).rstrip(_SPACE + '*_)）"”」').endswith(_QUESTION_MARKS) or is_told(text)
