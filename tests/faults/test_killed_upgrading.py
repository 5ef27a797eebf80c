"""SIGKILL in the midst of an upgrade, on both databases: the next start puts the old one back or finds the new one,
goes on from there, and everything is said that was said before."""

from __future__ import annotations

import json
import random
import signal
import time
from pathlib import Path

import pytest

from app.db import SCHEMA
from app.exchange.give import give
from app.upkeep import schema
from tests.faults.forge import Forge
from tests.trying import times
from tests.upkeep.schemas import SCHEMAS, database_of, exported, still_said
from tests.upkeep.test_upgrade import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_upgrade_loses_nothing(
    forged: Forge, tmp_path: Path, request: pytest.FixtureRequest, kind: str
) -> None:
    kills, chance, took, cut_off = times(3, 20), random.Random(8), 0.0, 0
    for turn in range(kills + 1):
        data, name = tmp_path / str(turn), SCHEMAS[turn % len(SCHEMAS)]
        data.mkdir()
        with database_of(name, kind, request, data) as app:
            url = app.config["ASKBACK"].database_url
            begun = time.monotonic()
            running = forged.start(data, "list", url=url)
            if turn:
                signal.sigtimedwait([], chance.uniform(0, took))
                running.end()
            else:
                running.rest()
                took = time.monotonic() - begun
            cut_off += (data / "upgrade.unfinished").exists()
            assert "Traceback" not in forged.start(data, "list", url=url).rest()
            with app.app_context():
                assert schema.version() == SCHEMA
                before, now = json.loads(exported(name, kind)), json.loads(give(1, "json"))
                assert still_said(before["workbooks"], now["workbooks"]), turn
            assert not (data / "upgrade.unfinished").exists()
    print(
        f"{kind}: {kills} kills within {took:.1f} s, {cut_off} of them between the copy and the last step; all is there"
    )
