"""Sheets as people write them, each with the things we find in it in the file beside it (`<name>.json`)."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.markdown import Sheet, read
from tests.markdown.samples import SHEETS


def shown(sheet: Sheet) -> dict[str, Any]:
    """A sheet as plain values, without places in the order and without what is absent."""
    items = [
        {key: value for key, value in asdict(item).items() if key != "order" and value not in (None, "")}
        for item in sheet.items
    ]
    sections = [{"kind": section.kind, "title": section.title, "text": section.text} for section in sheet.sections]
    whole = {"title": sheet.title, "language": sheet.language, "sections": sections, "items": items}
    plain: dict[str, Any] = json.loads(json.dumps(whole))
    return plain


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: str(file.stem))
def test_a_sheet_holds_the_things_beside_it(file: Path) -> None:
    assert shown(read(file.read_bytes(), file.stem)) == json.loads(file.with_suffix(".json").read_text("utf-8"))
