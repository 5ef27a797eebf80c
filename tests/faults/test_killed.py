"""SIGKILL at any moment: what was acknowledged is there, and nothing is torn or stands in another's place."""

from __future__ import annotations

import os
import random
import signal
import threading
from pathlib import Path

from tests.faults.conftest import integrity
from tests.faults.forge import Forge
from tests.faults.writer import Place, read_page, two_writers
from tests.trying import times


def test_not_one_acknowledged_save_is_missing_after_a_kill(forged: Forge, data: Path, places: list[Place]) -> None:
    chance, rounds, saves, cut_starts = random.Random(6), times(4, 200), 0, 0
    numbers = [0, 0]
    for turn in range(rounds):
        if chance.random() < 0.3:  # in the midst of a start
            starting = forged.serve(data)
            pause(chance.uniform(0, 0.4))
            starting.end()
            cut_starts += 1
        with forged.serving(data) as (server, url):
            writers = two_writers(url, places, numbers)
            pause(chance.uniform(0, 0.6))
            os.kill(server.pid, signal.SIGKILL)
            for writer in writers:
                writer.join()
            server.end()
        with forged.serving(data) as (_server, url):
            html = read_page(url, places[0].page)
            for index, writer in enumerate(writers):
                assert writer.fault is None, writer.fault
                stands = writer.stands(writer.place.read(html)[1])
                assert writer.kept <= stands <= writer.sent, (turn, writer.label, writer.kept, stands, writer.sent)
                numbers[index] = stands
                saves += writer.count
            for place in places[2:]:
                assert place.read(html) == (0, "")
        assert integrity(data / "askback.db") == "ok"
    print(f"{rounds} kills under load, {cut_starts} in a start, {saves} acknowledged saves, none missing")
    assert saves >= rounds * 10


def test_what_is_under_way_at_a_polite_end_is_finished_or_not_acknowledged(
    forged: Forge, data: Path, places: list[Place]
) -> None:
    numbers = [0, 0]
    for _turn in range(times(1, 30)):
        with forged.serving(data) as (server, url):
            writers = two_writers(url, places, numbers)
            said = server.end(signal.SIGTERM)
            for writer in writers:
                writer.join()
            assert "Traceback" not in said
        with forged.serving(data) as (_server, url):
            html = read_page(url, places[0].page)
            numbers = [writer.stands(writer.place.read(html)[1]) for writer in writers]
            assert all(w.kept <= number <= w.sent for w, number in zip(writers, numbers, strict=True))
    print(f"{times(1, 30)} polite ends, the last saves {numbers}")


def pause(seconds: float) -> None:
    """Let some time go by: the moment of a kill is what is tried here."""
    threading.Event().wait(seconds)
