"""Why a copy could not be made or put back, as a sentence: the pages and the command line say the same."""

from pathlib import Path

from app.language import gettext as _
from app.upkeep.postgres import ToolError
from app.upkeep.sqlite import BadBackup


def why_no_copy(problem: BadBackup | ToolError) -> str:
    """Why no copy was made of the database."""
    if isinstance(problem, ToolError):
        return _why_tool(problem)
    return _("The database is damaged, so no copy was made of it: “askback doctor” says what is wrong.")


def why_not_restored(problem: BadBackup | ToolError, file: Path) -> str:
    """Why `file` was not put in the place of the database."""
    if isinstance(problem, ToolError):
        return _why_tool(problem)
    return {
        "missing": _("There is no file %(file)s.", file=file),
        "database": _("%(file)s is not an Askback database.", file=file),
        "damaged": _("%(file)s is damaged, so nothing was replaced.", file=file),
        "older": _(
            "%(file)s is from an older Askback: stop Askback, run “askback restore” with it, and start again.",
            file=file,
        ),
        "newer": _("%(file)s was made by a newer Askback: update Askback first.", file=file),
    }[str(problem)]


def _why_tool(problem: ToolError) -> str:
    if not problem.why:
        return _(
            "PostgreSQL is copied by its own programs, and %(program)s is not on PATH: install its client programs "
            "(Debian: apt-get install postgresql-client).",
            program=problem.program,
        )
    return _("%(program)s could not do it: %(why)s", program=problem.program, why=problem.why)
