"""How a PostgreSQL database is copied, checked and put back: by its own pg_dump, pg_restore and psql."""

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import make_url

from app.db import SCHEMA, Model
from app.upkeep.sqlite import BadBackup


class ToolError(Exception):
    """One of PostgreSQL's programs is missing (`why` is empty) or could not do it."""

    def __init__(self, program: str, why: str = "") -> None:
        super().__init__(program, why)
        self.program, self.why = program, why


class PostgresServer:
    """The database on a server. Its programs are found on PATH."""

    ending = ".dump"

    def __init__(self, url: str) -> None:
        self.url = make_url(url).set(drivername="postgresql")

    def copy(self, to: Path) -> None:
        """A copy of the database as it is now, in the custom format. Raises ToolError."""
        self._run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={to}", self._where())

    def check(self, file: Path) -> str:
        """The schema of a copy. Raises BadBackup unless it is whole and of an Askback that this program understands."""
        if not file.is_file():
            raise BadBackup("missing")
        try:
            listed = self._run("pg_restore", "--list", file)
            if not re.search(rb" TABLE DATA \S+ account ", listed):
                raise BadBackup("database")
        except ToolError as problem:
            if not problem.why:
                raise
            raise BadBackup("database") from None
        try:
            self._run("pg_restore", f"--file={os.devnull}", file)  # reads and unpacks all there is
            said = self._run("pg_restore", "--data-only", "--table=alembic_version", "--file=-", file)
        except ToolError:
            raise BadBackup("damaged") from None
        schema = re.search(rb"^COPY \S*alembic_version .*\n(\w+)$", said, re.M)
        if schema is None:
            raise BadBackup("damaged")
        if (version := schema[1].decode()) > SCHEMA:
            raise BadBackup("newer")
        return version

    def put_back(self, file: Path, without: Iterable[str] = ()) -> None:
        """Let the database be what `file` is, in one transaction; the tables `without` go too. Raises ToolError.

        Others that are no tables of ours stay: a database may have more in it than Askback.
        """
        tables = ", ".join(f'"{name}"' for name in (*Model.metadata.tables, "alembic_version", *without))
        script = self._run("pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--file=-", file)
        whole = f"SET lock_timeout='10s';\nDROP TABLE IF EXISTS {tables} CASCADE;\n".encode() + script
        words = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=" + os.devnull)
        self._run("psql", *words, self._where(), send=whole)

    def _where(self) -> str:
        """The address without its password, which other people on the machine could read in the list of processes."""
        return "--dbname=" + self.url._replace(password=None).render_as_string()

    def _run(self, program: str, *words: str | Path, send: bytes | None = None) -> bytes:
        password = {"PGPASSWORD": str(self.url.password)} if self.url.password else {}
        try:
            done = subprocess.run(  # noqa: S603 -- a fixed name, and no shell
                [program, *words], input=send, capture_output=True, check=True, env=os.environ | password
            )
        except FileNotFoundError:
            raise ToolError(program) from None
        except subprocess.CalledProcessError as problem:
            lines = problem.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
            raise ToolError(program, lines[0].removeprefix(f"{program}: ")) from None
        return done.stdout
