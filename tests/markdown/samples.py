"""Sheets to test with, changes that say how a sheet is anyway, and bodies as nasty as hypothesis can think of."""

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from app.markdown import Change, Item, Sheet, Tick, Write, read

FOUNDING = (Path(__file__).parents[2] / "app/starter/founding-sheet.md").read_bytes()
FOLDER = Path(__file__).with_name("sheets")
SHEETS = sorted(file.with_suffix(".md") for file in FOLDER.glob("*.json"))
CORPUS = sorted(file.with_suffix(".md") for file in FOLDER.glob("*.jsonl"))

# What has a meaning in Markdown or to us, so that random texts hit the traps.
PIECES = (
    *("- ", "* ", "1. ", "13. ", "# ", "---", "===", "```", "~~~", " ", "   ", "    ", "\t", "> ", "|", "|---|"),
    *("[ ] ", "[x] ", "- [ ] x", "A: ", "答：", "**A:** ", "R :", "<!--", "-->", "<div>", "\\", "`", "**", "a | b"),
    *(
        "foo",
        "bar?",
        "问题？",
        "：",
        "🔄",
        "é",
        "\u2028",
        "\u3000",
        "\x0b",
        "\x1c",
        "\n",
        "\n\n",
        "[a]: b",
        "1、",
        "(",
        "x" * 300,
    ),
)
HEADINGS = (
    "# Title\n",
    "## Questions\n",
    "## Signals\n",
    "### 需要谨慎\n",
    "## Goals\n",
    "## Info\n",
    "## 技术要求\n",
    "## 其他\n",
)
OWN_PIECES = (
    "\r\n",
    "\r",
    "☐ ",
    "⬜ ",
    "✅ ",
    "**k**: v",
    "      - [x] y",
    "title: x\n",
    "【 】",
    "（1）",
    "Q1: ",
    "**bold**\n",
    "**Red flags**\n",
    "Questions:\n",
    "反问：\n",
    "☐ a\n  ☑ b\n",
)

texts = st.lists(st.sampled_from((*PIECES, *HEADINGS, *OWN_PIECES)), max_size=60).map("".join)


def _cut(text: str) -> str:
    lines = text.split("\n")
    while lines and not lines[0].strip(" \t"):
        lines.pop(0)
    while lines and not lines[-1].strip(" \t"):
        lines.pop()
    return "\n".join(lines)


bodies = (
    (st.lists(st.sampled_from(PIECES), min_size=1, max_size=15).map("".join) | st.text(st.characters(codec="utf-8")))
    .map(lambda text: _cut(text.replace("\0", "").replace("\r", "")))
    .filter(bool)
)


def all_as_it_is(sheet: Sheet) -> list[Change]:
    """What an export says of a sheet nobody has edited."""
    ticks = [Tick(item.lines[0], item.checked) for item in sheet.items if item.checked is not None]
    return [*ticks, *(answered(item, body_of(item)) for item in sheet.items if item.kind == "question")]


def answered(item: Item, body: str) -> Write:
    return Write(item.lines, item.answer.lines if item.answer else None, body)


def body_of(item: Item) -> str:
    return item.answer.body if item.answer else ""


def numbered(sheet: Sheet, number: str) -> Item:
    return next(item for item in sheet.items if item.number == number and item.kind == "question")


def meaning(sheet: Sheet, *, without_answer: int | None = None) -> list[Item]:
    """The items without their places, for comparing sheets whose lines have moved."""
    return [
        replace(
            item,
            lines=(0, 0),
            order=0,
            answer=None if index == without_answer or not item.answer else replace(item.answer, lines=(0, 0)),
        )
        for index, item in enumerate(sheet.items)
    ]


def items_of(text: str) -> tuple[Item, ...]:
    return read(text.encode()).items
