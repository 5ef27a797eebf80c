"""Sheets that others wrote without having seen the reader (`others/`), each with the questions, signals and goals that
its writer expects: `plain` ones in CommonMark and GFM, `loose` ones in the shapes tolerated beyond that.

They were counted first when they were new; what failed then is mended, so that this only keeps what was reached."""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.markdown import Item, read

SHEETS = Path(__file__).with_name("others")
KINDS = ("question", "signal", "goal")
_ORNAMENT = re.compile(r"[\W_]+")


@dataclass
class Count:
    expected: int = 0
    found: int = 0
    extra: int = 0
    faults: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, file: Path) -> None:
        lines = file.with_suffix(".jsonl").read_text("utf-8").split("\n")
        items = [item for item in read(file.read_bytes(), file.stem).items if item.kind in KINDS]
        for wish in (json.loads(line) for line in lines if line.strip()):
            self.expected += 1
            item = next((item for item in items if is_meant(item, wish)), None)
            if item is None:
                self.faults.append(f"{file.stem}: missed {wish}")
                continue
            items.remove(item)
            self.found += 1
            if not is_stated(item, wish):
                self.wrong.append(f"{file.stem}: {item} for {wish}")
        self.extra += len(items)
        self.faults += [f"{file.stem}: a {item.kind} too many: {item.text}" for item in items]


def plain(text: str) -> str:
    return _ORNAMENT.sub("", unicodedata.normalize("NFKC", text)).casefold()


def is_meant(item: Item, wish: dict[str, Any]) -> bool:
    """Whether this is the item its writer means: of that kind, and the text begins as written there."""
    if item.kind not in wish:
        return False
    read_as, written = plain(item.text), plain(wish[item.kind])
    return read_as == written or (len(written) > 5 and read_as.startswith(written))


def is_stated(item: Item, wish: dict[str, Any]) -> bool:
    if "checked" in wish and bool(item.checked) != wish["checked"]:
        return False
    if item.kind == "question":
        return item.direction == ("answer" if wish.get("direction") == "asked" else "ask")
    return item.polarity == wish.get("polarity")


@pytest.mark.parametrize(("shape", "recall", "precision"), [("plain", 0.99, 0.98), ("loose", 0.85, 0.95)])
def test_sheets_that_others_wrote_are_understood(shape: str, recall: float, precision: float) -> None:
    count = Count()
    for file in sorted(SHEETS.glob(f"{shape}-*.md")):
        count.add(file)
    faults = "\n".join(count.faults)
    assert count.expected > 1000
    assert count.found >= recall * count.expected, faults
    assert count.found >= precision * (count.found + count.extra), faults
    assert not count.wrong, "\n".join(count.wrong)
