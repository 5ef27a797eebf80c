"""The text of an item: where a question ends, which part is the head and which the note, and what is bold.
The rules are surface.md's ("JSON export")."""

import re
from collections import Counter
from collections.abc import Iterator

_ENDS = tuple("?？.。!！:：؟")
_SEPARATORS = (" - ", " – ", " — ", " → ", ": ", "：")
_SEPARATOR = re.compile("|".join(_SEPARATORS))
# Both widths of a bracket are one kind: people open with one and close with the other.
_OPEN = {"(": "(", "（": "(", "[": "[", "【": "[", "{": "{", "「": "「", "『": "『", "《": "《"}
_CLOSE = {")": "(", "）": "(", "]": "[", "】": "[", "}": "{", "」": "「", "』": "『", "》": "《"}
_TOKEN = re.compile(r"`+|\*\*|__|[()\[\]{}（）【】「」『』《》]|\\.")
# A colon in ASCII needs a space behind it, or a Han character before it (`公司:字节`, but not `https://`).
_PLAIN_LABEL = re.compile(r"([^\n:：|\[\]<>`]{1,40}?)(?:：|:(?=[ \t])|(?<=[\u4e00-\u9fff]):)")
_SPACE = " \t\n"


def ends_sentence(line: str) -> bool:
    """Whether a question's text stops with this line."""
    return without_aside(line).rstrip(" \t*_").endswith(_ENDS)


def without_aside(line: str) -> str:
    """A line without the comment `%%…%%` at its end, as Obsidian has them."""
    text = line.rstrip(_SPACE)
    at = text.rfind("%%", 0, -2) if text.endswith("%%") else -1
    return text[:at] if at >= 0 else line


def split_note(text: str) -> tuple[str, str]:
    """Head and tail around the first separator outside of bold, code, links and brackets; tail "" without one."""
    spans = iter(_enclosed(text))
    span = next(spans, None)
    for found in _SEPARATOR.finditer(text):
        while span and span[1] <= found.start():
            span = next(spans, None)
        if span and span[0] <= found.start():
            continue
        head, tail = text[: found.start()].strip(_SPACE), text[found.end() :].strip(_SPACE)
        if head and tail:
            return head, tail
    return text, ""


def split_label(text: str) -> tuple[str, str]:
    """Label (without bold marks) and value of a fact such as `**Company**: Acme`; ("", "") where it is none."""
    if not text.startswith(("**", "__")):
        return _split_plain_label(text)
    end = text.find(text[:2], 2)
    label, rest = text[2:end].strip(_SPACE), text[end + 2 :].strip(_SPACE)
    colon = label.endswith((":", "："))
    if end < 0 or not (colon or rest.startswith((":", "：", "- ", "– ", "— ", "→ "))):
        return "", ""
    value = rest if colon else rest[1:]
    return _fact(label.rstrip(":： "), value.strip(_SPACE))


def _split_plain_label(text: str) -> tuple[str, str]:
    if found := _PLAIN_LABEL.match(text):
        return _fact(found[1].strip(_SPACE), text[found.end() :].strip(_SPACE))
    return "", ""


def _fact(label: str, value: str) -> tuple[str, str]:
    return (label, value) if label and value else ("", "")


def _enclosed(text: str) -> list[tuple[int, int]]:
    """The outermost stretches of bold, code and matched brackets, in order; what never closes is plain text."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_pairs(text)):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    tokens = list(_TOKEN.finditer(text))
    partners = _code_partners(tokens)
    bold: dict[str, int] = {}
    brackets = _Brackets()
    skip = -1
    for index, token in enumerate(tokens):
        mark = token[0]
        if index <= skip or mark[0] == "\\":
            continue
        if mark[0] == "`":
            skip = partners.get(index, skip)
            if index in partners:
                yield token.start(), tokens[skip].end()
        elif mark in ("**", "__"):
            if (start := bold.pop(mark, -1)) >= 0:
                yield start, token.end()
            else:
                bold[mark] = token.start()
        elif (start := brackets.meet(mark, token.start())) >= 0:
            yield start, token.end()


def _code_partners(tokens: list[re.Match[str]]) -> dict[int, int]:
    """For each run of backticks the next run as long, found from the right so that it stays linear."""
    following: dict[int, int] = {}
    partners: dict[int, int] = {}
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index][0][0] == "`":
            length = len(tokens[index][0])
            if length in following:
                partners[index] = following[length]
            following[length] = index
    return partners


class _Brackets:
    """Brackets met so far; a closing one forgets those inside it that never closed."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._count: Counter[str] = Counter()

    def meet(self, mark: str, at: int) -> int:
        """Where the pair this bracket closes began, or -1."""
        if mark in _OPEN:
            self._open.append((_OPEN[mark], at))
            self._count[_OPEN[mark]] += 1
            return -1
        wanted = _CLOSE[mark]
        if not self._count[wanted]:
            return -1
        while True:
            kind, start = self._open.pop()
            self._count[kind] -= 1
            if kind == wanted:
                return start
