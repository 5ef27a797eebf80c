"""Bytes to lines and back, so that whatever is not edited stays as it was: each line keeps its own ending,
and the byte order mark is kept. Only `\\n`, `\\r\\n` and `\\r` end a line; `str.splitlines` knows more."""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

_ENDING = re.compile(r"(\r\n|\n|\r)")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class NotText(ValueError):
    """These bytes are no text we read. `offset` is the first bad byte, `line` the line it is in, from 1."""

    def __init__(self, reason: Literal["encoding", "nul"], offset: int, line: int) -> None:
        super().__init__(f"not text ({reason}) at byte {offset}, line {line}")
        self.reason: Literal["encoding", "nul"] = reason
        self.offset = offset
        self.line = line


@dataclass(frozen=True, slots=True)
class Source:
    """A file as lines: `lines` without their endings, `endings` beside them ("" where the file just ends)."""

    lines: list[str]
    endings: list[str]
    encoding: str
    mark: bytes

    def assembled(self, lines: Sequence[tuple[str, str]]) -> bytes:
        """These lines, each with its ending, as bytes of this file. Its last line has an ending only where it had
        one before, a line that has none takes the one above it."""
        last = self.endings[-1] if self.endings else "\n"
        return self.mark + "".join(_joined(lines, last)).encode(self.encoding)


def decode(source: bytes) -> Source:
    """Read bytes as UTF-8, or as UTF-16 where a byte order mark says so; never guess, never replace.

    Raises NotText where they are something else, or hold a NUL (PostgreSQL keeps none).
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if source.startswith(m)), (b"", "utf-8"))
    try:
        text = source[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding)
        raise NotText("encoding", len(mark) + error.start, _lines_in(before)) from None
    if (nul := text.find("\0")) >= 0:
        raise NotText("nul", len(mark) + len(text[:nul].encode(encoding)), _lines_in(text[:nul]))
    return _split(text, encoding, mark)


def is_blank(line: str) -> bool:
    """Whether CommonMark sees nothing on this line; NBSP and U+3000 are something."""
    return not line.strip(" \t")


def without_blank_ends(lines: list[str]) -> list[str]:
    """The lines from the first to the last that is not blank."""
    start, end = 0, len(lines)
    while start < end and is_blank(lines[start]):
        start += 1
    while end > start and is_blank(lines[end - 1]):
        end -= 1
    return lines[start:end]


def _joined(lines: Sequence[tuple[str, str]], last: str) -> Iterator[str]:
    """The text of these lines; no lone CR comes to stand before an LF: they would be one ending."""
    common = next((ending for _, ending in lines if ending), last or "\n")
    for index, (line, ending) in enumerate(lines):
        common = ending or common
        yield line
        if index == len(lines) - 1:
            yield common if last else ""
        elif common == "\r" and lines[index + 1] == ("", "\n"):
            yield "\r\n"
        else:
            yield common


def _lines_in(text: str) -> int:
    return len(_ENDING.findall(text)) + 1


def _split(text: str, encoding: str, mark: bytes) -> Source:
    parts = _ENDING.split(text)
    if not parts[-1]:
        parts.pop()
    lines, endings = parts[0::2], parts[1::2]
    endings += [""] * (len(lines) - len(endings))
    return Source(lines, endings, encoding, mark)
