"""Backups while two people write: each is whole, and holds every save that was acknowledged before it was begun."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.conftest import integrity
from tests.faults.forge import Forge
from tests.faults.writer import Place, Writer, two_writers
from tests.trying import times


def test_each_backup_is_whole_and_holds_all_saves_acknowledged_before_it(
    forged: Forge, data: Path, places: list[Place], tmp_path: Path
) -> None:
    copies = times(3, 20)
    with forged.serving(data) as (_server, url):
        writers = two_writers(url, places, [0, 0])
        for number in range(copies):
            copy, before = tmp_path / f"{number}.db", [writer.kept for writer in writers]
            assert forged.start(data, "backup", str(copy)).rest() == f"{copy}\n"
            assert integrity(copy) == "ok"
            for writer, least in zip(writers, before, strict=True):
                assert least <= standing(copy, writer) <= writer.sent
        for writer in writers:
            writer.over.set()
            writer.join()
            assert writer.fault is None
    saves = sum(writer.count for writer in writers)
    print(f"{copies} backups among {saves} saves, each whole and none behind")
    assert saves > copies


def standing(copy: Path, writer: Writer) -> int:
    """The number of the writer's text that a copy holds."""
    with closing(sqlite3.connect(copy)) as database:
        ((body,),) = database.execute(
            "SELECT answer.body FROM answer JOIN question ON question.id = answer.question_id"
            " WHERE question.uid = ? AND answer.round_id IS NULL",
            (writer.place.question,),
        )
    return writer.stands(body)
