"""A power cut: the log is synced before each answer. A kill cannot show this, so the system's calls are looked at."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.faults.writer import Place, Visitor

SAVES = 20


def test_the_log_is_synced_before_each_answer(forged: Forge, data: Path, places: list[Place], tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("there is no strace here")
    with forged.serving(data) as (server, url), Visitor(url) as visitor:
        place = places[0]
        visitor.enter()
        visitor.send(place.path, body="first", version="0")  # the log is there, and the daily copy made
        trace = tmp_path / "trace"
        calls = "trace=fsync,fdatasync,sendto,sendmsg,write"
        command = ["strace", "-f", "-y", "-s", "32", "-e", calls, "-o", str(trace), "-p", str(server.pid)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as looking:
            assert looking.stderr
            if "attached" not in looking.stderr.readline():
                pytest.skip("strace may not look here")
            for number in range(1, SAVES + 1):
                told = visitor.send(place.path, body=f"第{number}次", version=str(number))
                assert told["version"] == number + 1
            looking.send_signal(signal.SIGINT)
            looking.wait()
    synced, answers, all_syncs = 0, 0, 0
    for line in trace.read_text(errors="replace").splitlines():
        if re.search(r"f(data)?sync\(", line) and "askback.db" in line:
            synced, all_syncs = synced + ("-wal" in line), all_syncs + 1
        elif "HTTP/1.1 200" in line:
            assert synced, f"answer {answers + 1} went out before its sync"
            synced, answers = 0, answers + 1
    print(f"{SAVES} saves, {answers} answers, {all_syncs} syncs")
    assert answers == SAVES
    assert SAVES <= all_syncs <= SAVES + 5
