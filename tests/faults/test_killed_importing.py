"""SIGKILL in the midst of an import: all of it is there or nothing, and the next import works."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.faults.conftest import integrity
from tests.faults.forge import Forge, Running
from tests.trying import times


def test_a_killed_import_is_whole_or_not_there(forged: Forge, data: Path, tmp_path: Path) -> None:
    items, kills, chance = times(500, 5_000), times(5, 20), random.Random(7)
    sheet = tmp_path / "sheet.md"
    sheet.write_text(
        "# Long\n\n## Questions to ask\n\n" + "".join(f"{n}. 第{n}个问题？\n" for n in range(1, items + 1))
    )
    begun = time.monotonic()
    assert "Long" in forged.start(data, "import", str(sheet)).rest()
    took = time.monotonic() - begun
    whole, partly = 1, 0
    assert books(data) == [items]
    for _turn in range(kills):
        running = forged.start(data, "import", str(sheet))
        # Most of an import is reading; the kills are meant for its end, where it writes.
        wait(chance.uniform(0.3, 1) * took)
        partly += is_there(running)
        running.end()
        assert set(books(data)) == {items}
        assert len(books(data)) - whole in (0, 1)
        whole = len(books(data))
        assert integrity(data / "askback.db") == "ok"
    assert "Long" in forged.start(data, "import", str(sheet)).rest()
    assert books(data) == [items] * (whole + 1)
    print(
        f"{kills} kills, {partly} of them within an import of {items} questions: {whole - 1} were through, none by half"
    )
    assert partly


def wait(seconds: float) -> None:
    """The moment of a kill is what is tried here."""
    signal.sigtimedwait([], seconds)


def is_there(running: Running) -> bool:
    """Whether it has not ended by itself."""
    try:
        os.kill(running.pid, 0)
    except ProcessLookupError:
        return False
    return True


def books(data: Path) -> list[int]:
    """How many questions each workbook has but the founding one."""
    with closing(sqlite3.connect(data / "askback.db")) as database:
        counted = database.execute(
            "SELECT count(question.id) FROM workbook LEFT JOIN question ON question.workbook_id = workbook.id"
            " GROUP BY workbook.id ORDER BY workbook.id"
        )
        return [number for (number,) in counted][1:]
