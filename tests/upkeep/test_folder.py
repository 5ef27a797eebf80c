"""The data folder is one server's at a time, and a lock never outlives its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.config import Settings
from app.upkeep.folder import AlreadyServed, only_one, served_by, serves_at

HOLDER = """
import sys
from pathlib import Path
from app.config import Settings
from app.upkeep.folder import only_one, serves_at
made = Settings(data=Path(sys.argv[1]), database_url="")
with only_one(made):
    if len(sys.argv) > 2:
        serves_at(made, sys.argv[2])
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path, *url: str) -> subprocess.Popen[str]:
    """Another process that has the data folder."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), *url], stdin=pipe, stdout=pipe, text=True, bufsize=1
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8765/"])
def test_the_second_is_told_where_the_first_is_and_a_killed_one_is_forgotten(tmp_path: Path, url: str) -> None:
    made = Settings(data=tmp_path, database_url="")
    assert served_by(made) is None
    with holder(tmp_path, *filter(None, [url])) as first:
        with pytest.raises(AlreadyServed) as told, only_one(made):
            pass
        assert (told.value.url, told.value.pid) == (url, str(first.pid))
        other = served_by(made)
        assert other and (other.url, other.pid) == (url, str(first.pid))
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert served_by(made) is None
    with only_one(made):
        assert not (tmp_path / "server.url").exists()
        serves_at(made, "http://127.0.0.1:1/")
        assert (tmp_path / "server.pid").read_text() == str(os.getpid())
        assert served_by(made) is None  # it is ourselves
    assert [path.name for path in tmp_path.iterdir() if path.name != "server.lock"] == []


def test_a_folder_that_may_not_be_written_any_more_is_let_go_without_a_fault(tmp_path: Path) -> None:
    made = Settings(data=tmp_path / "data", database_url="")
    with only_one(made):
        (tmp_path / "data").rename(tmp_path / "gone")
    assert not (tmp_path / "data").exists()
