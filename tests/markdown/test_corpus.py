"""Sheets of many people and trades, written as they would write them. The file beside each (`<name>.jsonl`) says its
items one a line: the kind names the text, and only what is not a matter of course is said. `plain-` sheets are plain
CommonMark and GFM, `loose-` ones use shapes that only people can read. `later-` ones were written before the reader was
looked at again, three for each shape that people use; `second-`, `third-` and `fourth-` ones in
three rounds after that, each before what it found was mended."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.markdown import Item, Sheet, patch, read
from tests.markdown.drafting import Draft
from tests.markdown.samples import CORPUS, all_as_it_is


def head_of(item: Item) -> str:
    """What names the item: of kinds with a note what stands before it."""
    if item.kind == "info":
        return item.label
    return item.text


def said(sheet: Sheet, item: Item) -> dict[str, Any]:
    """An item in the words of the files beside the sheets."""
    whole = {
        item.kind: head_of(item),
        "note": item.note or None,
        "number": item.number if item.kind == "question" else None,
        "checked": item.checked,
        "status": item.status,
        "polarity": item.polarity,
        "horizon": item.horizon,
        "direction": None if item.direction == "ask" else item.direction,
        "answer": item.answer.body if item.answer else None,
        "under": head_of(sheet.items[item.parent]) if item.parent is not None else None,
    }
    return {key: value for key, value in whole.items() if value is not None}


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: str(file.stem))
def test_a_sheet_holds_the_items_beside_it(file: Path) -> None:
    sheet = read(file.read_bytes(), file.stem)
    lines = file.with_suffix(".jsonl").read_text("utf-8").split("\n")
    found, expected = [said(sheet, item) for item in sheet.items], [json.loads(line) for line in lines if line]
    assert found == expected


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: str(file.stem))
def test_nobodys_edit_changes_no_byte(file: Path) -> None:
    source = file.read_bytes()
    assert patch(source, all_as_it_is(read(source))) == source
    assert Draft(source).arranged() == source
