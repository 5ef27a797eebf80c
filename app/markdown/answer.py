"""An answer as lines below its question, both ways: what of those lines is its body, and which lines say a
body so that reading gives exactly it again. Reader and patcher share this file; that is what keeps the law."""

import re
from collections.abc import Sequence

from .marker import columns, dedent, indent
from .source import is_blank, without_blank_ends
from .wording import ends_sentence

_WORD = r"(?:A[0-9]{0,3}|R|[Aa]nswer|[Aa]ns|Réponse|答案|答复|答覆|回答|答)"
LEAD = re.compile(
    rf"(?:{_WORD}[ ]?(?:：|:(?=[ \t]|$)|(?<=[\u4e00-\u9fff]):)"
    rf"|\*\*{_WORD}[ ]?[:：]\*\*|\*\*{_WORD}\*\*[ ]?[:：])[ \t]*"
)
# What begins a block of its own even right below a paragraph; anything else would be drawn into the answer.
BEGINS = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]|$)|(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)|([-*_])(?:[ \t]*\1){2,}[ \t]*$)")
# Below a line of text these make it a heading or a table.
UNDERLINE = re.compile(r"[-=:| \t]+$")
_SURPLUS = re.compile(r" {1,3}(?=[^ \t])| +(?=(?:[-+*]|[0-9]{1,9}[.)])[ \t])")
_HAN = re.compile(r"[\u3400-\u9fff]")


def read_body(lines: Sequence[str], column: int) -> str:
    """The body of an answer that stands on these lines below an item whose content begins at `column`.

    Blank ends are cut, then up to three more columns the whole answer is indented by, then one lead.
    """
    shown = _without_surplus(without_blank_ends([dedent(line, column) for line in lines]))
    if shown and (lead := LEAD.match(shown[0])):
        rest = shown[1:] if lead.end() == len(shown[0]) else _hanging(shown[1:], lead.end())
        shown = without_blank_ends([shown[0][lead.end() :], *rest])
    return "\n".join(shown)


def _hanging(lines: list[str], most: int) -> list[str]:
    """The lines behind a lead without what they hang by, so that they stand below its first word."""
    deep = min((columns(line, 0, len(indent(line))) for line in lines if not is_blank(line)), default=0)
    return [dedent(line, min(deep, most)) for line in lines]


def answer_lines(above: str, old: Sequence[str], body: str, column: int, *, apart: bool, loose: bool) -> list[str]:
    """What shall stand below `above`, the last line of a question, for this body, where `old` stands now. `apart`
    says whether blank lines stand between already, `loose` whether a first answer keeps its distance."""
    shown = (body_lines_like(old, body, column) if old else None) or body_lines(body, column, above)
    if apart:
        return shown
    if folds(above, shown[0]) or UNDERLINE.match(shown[0]) or (not old and loose):
        return ["", *shown]
    return shown


def folds(above: str, line: str) -> bool:
    """Whether a line right below this one would be read as more of the question."""
    return not is_blank(line) and not ends_sentence(above) and not LEAD.match(line.lstrip(" \t"))


def body_lines(body: str, column: int, question: str) -> list[str]:
    """Lines that say this body below an item at `column`, in the form that reads back for any body.

    A body that begins with a lead gets one more, and one that begins with one to three spaces gets a lead on
    a line of its own, since reading would take either away.
    """
    lines = body.split("\n")
    lead = "答：" if _HAN.search(question) else "A:"
    if LEAD.match(lines[0]):
        lines[0] = lead + " " * (lead == "A:") + lines[0]
    elif _SURPLUS.match(lines[0]):
        lines.insert(0, lead)
    if lines[0].startswith(lead) and read_body(lines, 0) != body:
        lines = [lead, *body.split("\n")]
    return [" " * column + line if line else "" for line in lines]


def body_lines_like(old: Sequence[str], body: str, column: int) -> list[str] | None:
    """Lines that say this body with the indentation and lead of the answer that stood there; None where that
    would not read back, or where the lines would fall out of the item."""
    first = next((index for index, line in enumerate(old) if not is_blank(line)), len(old) - 1)
    prefix = indent(old[first])
    lead = LEAD.match(old[first], len(prefix))
    lines = body.split("\n")
    if lead and lead.end() == len(old[first]):
        lines = [lead[0], *_blanks_after(old, first), *lines]
    elif lead:
        lines[0] = lead[0] + lines[0]
    if columns(prefix, 0, len(prefix)) < column and not (lead and len(lines) == 1):
        return None
    shown = [prefix + line if line else "" for line in lines]
    return shown if read_body(shown, column) == body else None


def _blanks_after(old: Sequence[str], first: int) -> list[str]:
    count = 0
    while first + 1 + count < len(old) and is_blank(old[first + 1 + count]):
        count += 1
    return [""] * count


def _without_surplus(lines: list[str]) -> list[str]:
    surplus = _SURPLUS.match(lines[0]) if lines else None
    return [dedent(line, surplus.end()) for line in lines] if surplus else lines
