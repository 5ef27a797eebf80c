"""The other door: one click command a file, onto the same models and features as the pages.

Exit 0: done. Exit 2: a usage or input error. Exit 1: anything else that failed. A failure is one line on stderr.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
from dotenv import dotenv_values

from app.language import closest, gettext, speak


def _wishes() -> Iterator[str | None]:
    """The language set, here or in `.env`; then the system's, of which the first variable that says anything counts."""
    with suppress(OSError, UnicodeDecodeError):  # what is wrong with the file is said when the settings are read
        yield os.environ.get("ASKBACK_LANGUAGE", dotenv_values(Path.cwd() / ".env").get("ASKBACK_LANGUAGE"))
    yield next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)


# Help texts are made when a command is defined, so the language is chosen before any is.
speak(closest(*_wishes()))

from app.commands.backup import backup, restore  # noqa: E402
from app.commands.doctor import doctor  # noqa: E402
from app.commands.exporting import export  # noqa: E402
from app.commands.importing import import_files, starter  # noqa: E402
from app.commands.listing import list_workbooks, remove  # noqa: E402
from app.commands.serve import open_or_serve, serve  # noqa: E402

NOT_YET = ("watch", "user")


class Commands(click.Group):
    """Says of a command that is still to come that it is still to come."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] in NOT_YET:
            raise click.UsageError(gettext("“%(name)s” is not built yet.", name=args[0]), ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    help=gettext("A workbook for your interviews. Without a command: serve it and open the browser."),
)
@click.version_option(package_name="askback")
@click.pass_context
def askback(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        open_or_serve()


for command in (serve, import_files, export, list_workbooks, starter, remove, backup, restore, doctor):
    askback.add_command(command)


def main() -> None:
    """Run the command line; what click cannot answer becomes one sentence and exit 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a letter shows its code
            stream.reconfigure(errors="backslashreplace")
    try:
        askback.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as problem:
        click.echo(f"askback: {' '.join(problem.format_message().split())}", err=True)
        sys.exit(problem.exit_code)
    except BrokenPipeError:
        sys.exit(1)
