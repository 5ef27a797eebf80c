"""Going back to a backup on the settings page while two people write: everything is the one state or the other, what it
replaced is kept with every save acknowledged before, and saving goes on."""

from __future__ import annotations

from pathlib import Path

from app.upkeep.copies import REPLACED, copies
from tests.faults.conftest import integrity
from tests.faults.forge import Forge
from tests.faults.test_backup_under_load import standing
from tests.faults.writer import Place, Visitor, two_writers
from tests.trying import times


def test_going_back_under_two_writers_loses_nothing_that_is_not_kept(
    forged: Forge, data: Path, places: list[Place]
) -> None:
    rounds, numbers, saves, met = times(2, 20), [0, 0], 0, 0
    with forged.serving(data) as (server, url), Visitor(url) as visitor:
        visitor.enter()
        visitor.send(places[2].path, body="of the backup", version="0")
        visitor.send("/settings/backup")
        kept = next(copy.path for copy in copies(data / "backups") if copy.purpose == "askback")
        for turn in range(rounds):
            version, _body = places[2].read(visitor.get(places[2].page))
            visitor.send(places[2].path, body=f"since then {turn}", version=str(version))
            writers = two_writers(url, places, numbers)
            before = [writer.kept for writer in writers]
            visitor.send("/settings/restore", copy=kept.name)
            for writer in writers:
                writer.over.set()
                writer.join()
            replaced = next(copy.path for copy in copies(data / "backups") if copy.purpose == REPLACED)
            assert integrity(replaced) == "ok"
            for writer, least in zip(writers, before, strict=True):
                assert least <= standing(replaced, writer) <= writer.sent
                met += conflicted(writer.fault)
                saves += writer.count
            numbers = [writer.sent for writer in writers]
            assert places[2].read(visitor.get(places[2].page)) == (1, "of the backup")
            assert integrity(data / "askback.db") == "ok"
        assert "Traceback" not in server.end()
    print(f"{rounds} times back among {saves} saves: each replaced state is kept whole, {met} writers were told of it")


def conflicted(fault: object) -> bool:
    """Whether a writer was told that another text stands there now: nothing else may go wrong for it."""
    assert fault is None or getattr(fault, "status", None) == 409, fault
    return fault is not None
