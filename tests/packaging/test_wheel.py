"""What people install who never see the repository: the wheel. It is built, installed into an empty venv that gets
nothing but what the wheel itself asks for, and then used from an empty folder: help, starter, export, serve."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

Command = list[str | Path]
ROOT = Path(__file__).resolve().parents[2]
INSIDE = {
    "templates/**/*.html": "app/",
    "static/**/*.css": "app/",
    "static/**/*.js": "app/",
    "migrations/**/*.py": "app/",
    "migrations/script.py.mako": "app/",
    "app/**/*.py": "",
    "app/translations/**/*.po": "",
    "app/starter/*.md": "",
    "app/markdown/words.toml": "",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], ROOT)
    (built,) = folder.glob("askback-*.whl")
    return built


@pytest.fixture(scope="module")
def askback(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in a venv of its own."""
    venv = tmp_path_factory.mktemp("venv")
    run([sys.executable, "-m", "venv", "--without-pip", venv], ROOT)
    install(wheel, venv / "bin/python")
    return venv / "bin/askback"


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """An empty folder: nothing of the repository is in sight."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("pattern", "prefix"), INSIDE.items())
def test_the_wheel_holds_every_file_that_running_needs(wheel: Path, pattern: str, prefix: str) -> None:
    wanted = {prefix + path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern)}
    assert wanted, f"nothing in the repository is like {pattern}"
    assert wanted <= names(wheel)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names(wheel)} == {"app", "askback"}
    assert not [name for name in names(wheel) if re.search(r"(^|/)(tests?/|test_|conftest)|\.(pyc|db|env)$", name)]


def test_help_works_in_an_empty_folder(askback: Path, nowhere: Path) -> None:
    assert "serve" in run([askback, "--help"], nowhere).decode()
    assert list(nowhere.iterdir()) == []


def test_the_founding_sheet_comes_out_as_it_went_in(askback: Path, nowhere: Path) -> None:
    workbook, title = run([askback, "starter"], nowhere).decode().splitlines()[0].split("\t")
    assert title
    assert run([askback, "export", workbook], nowhere) == (ROOT / "app/starter/founding-sheet.md").read_bytes()


def test_it_serves_pages_and_static_files_until_it_is_told_to_stop(askback: Path, nowhere: Path) -> None:
    with serving(askback, nowhere) as server:
        assert server.stdout
        said = server.stdout.readline().decode()
        address = re.fullmatch(r"Askback is running at (http://127\.0\.0\.1:\d+)/\n", said)
        assert address, f"it said {said!r}"
        assert fetch(f"{address[1]}/healthz") == "ok"
        styles = re.search(r'"(/static/[^"]+\.css)"', fetch(f"{address[1]}/"))
        assert styles, "the first page links to no style sheet"
        assert fetch(f"{address[1]}{styles[1]}")
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=10) == 0
        assert server.stdout.read() == b""


def install(wheel: Path, python: Path) -> None:
    """With uv from what `make` left in its cache, so that no network is needed; else as one would by hand."""
    uv: Command = [Path(sys.executable).with_name("uv"), "pip", "install", "--python", python]
    uv += ["-c", ROOT / "requirements.txt"]
    pip: Command = [sys.executable, "-m", "pip", "--python", python, "install"]
    for way in ([*uv, "--offline"], uv, pip):
        if shutil.which(way[0]) and attempt([*way, wheel], ROOT).returncode == 0:
            return
    pytest.fail(f"the wheel cannot be installed: {attempt([*pip, wheel], ROOT).stderr.decode()}")


def run(command: Command, folder: Path) -> bytes:
    done = attempt(command, folder)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def attempt(command: Command, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, check=False)


@contextlib.contextmanager
def serving(askback: Path, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command: Command = [askback, "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=folder, env=environment(folder), stdout=subprocess.PIPE) as server:
        try:
            yield server
        finally:
            server.kill()


def environment(folder: Path) -> dict[str, str]:
    """Nothing of ours: not the repository's path, not the data of the person who runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ASKBACK_", "PYTHON"))}
    return {**kept, "ASKBACK_DATA": str(folder.with_name("data"))}


def fetch(address: str) -> str:
    with build_opener(ProxyHandler({})).open(address, timeout=10) as answer:
        assert answer.status == 200
        return str(answer.read().decode())


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())
