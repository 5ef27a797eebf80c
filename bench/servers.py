"""The processes that are measured: Askback as `askback serve` starts it, and the twin, each on a free port."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bench.seed import seed

ROOT = Path(__file__).resolve().parent.parent
ASKBACK = [sys.executable, "-c", "from app.commands import main; main()"]


@dataclass
class Kind:
    """One way to serve the sheet: its name, the command, the folder it runs in, its settings, the page's address."""

    name: str
    command: list[str]
    root: Path
    environment: dict[str, str]
    page: str


def askback(name: str, folder: Path, root: Path = ROOT) -> tuple[Kind, str]:
    """Askback of the checkout at `root`, with the founding workbook in `folder`; and its JSON export."""
    environment = {"ASKBACK_DATA": str(folder), "ASKBACK_LANGUAGE": "en"}
    kind = Kind(name, [*ASKBACK, "serve", "--port", "0", "--no-browser"], root, environment, "")
    made = json.loads(_run(kind, "starter", "--json"))["workbooks"][0]["id"]
    kind.page = f"/workbooks/{made}"
    return kind, _run(kind, "export", made, "--format", "json")


def twin(folder: Path, export: str, threads: int) -> Kind:
    """The twin, with the same workbook."""
    folder.mkdir()
    workbook = json.loads(export)["workbooks"][0]
    seed(folder / "twin.db", workbook)
    command = [sys.executable, "-m", "bench.twin", str(folder / "twin.db"), str(threads)]
    return Kind("twin", command, ROOT, {}, f"/workbooks/{workbook['id']}")


class Server:
    """A process of one kind that answers."""

    def __init__(self, kind: Kind) -> None:
        before = time.perf_counter()
        self.kind = kind
        self._process = subprocess.Popen(
            kind.command, cwd=kind.root, env=_environment(kind), stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if (found := re.search(r"http://[^/]+:(\d+)/", line)) is None:
            raise RuntimeError(f"{kind.name} did not start: {line!r}")
        self.port = int(found[1])
        with urlopen(f"http://127.0.0.1:{self.port}{kind.page}") as response:
            response.read()
        self.start_seconds = time.perf_counter() - before  # to the last byte of the first page

    def memory(self) -> float:
        """Resident megabytes."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return float("nan")
        found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text())
        return int(found[1]) / 1024 if found else float("nan")

    def cpu(self) -> float:
        """Milliseconds of processor time it has used, in steps of about ten; 0 where the system does not tell."""
        stat = Path(f"/proc/{self._process.pid}/stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def syncs(self) -> "Syncs | None":
        """What counts its syncs from now on, or None where there is no strace or it may not look."""
        return Syncs.of(self._process.pid) if shutil.which("strace") else None

    def stop(self) -> None:
        """End it as a person would."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


class Syncs:
    """A strace on every thread of a process that writes down each sync."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    @classmethod
    def of(cls, pid: int) -> "Syncs | None":
        command = ["strace", "-f", "-p", str(pid), "-e", "trace=fsync,fdatasync,msync,sync_file_range"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        return cls(process) if "attached" in process.stderr.readline() else None

    def count(self) -> int:
        """Stop looking, and tell how many there were."""
        self._process.send_signal(signal.SIGINT)
        _, said = self._process.communicate(timeout=10)
        return sum(1 for line in said.splitlines() if re.search(r"\b(fsync|fdatasync|msync|sync_file_range)\(", line))


def _run(kind: Kind, *words: str) -> str:
    command = [*ASKBACK, *words]
    return subprocess.run(
        command, cwd=kind.root, env=_environment(kind), check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def _environment(kind: Kind) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ASKBACK_")}
    return clean | kind.environment
