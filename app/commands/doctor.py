"""`doctor`: is all well with the data, and if not, what to do; with `--repair` it does what can be done."""

import json
import os
import sys
from collections.abc import Iterator, Mapping

import click

from app import create_app
from app.commands.failing import in_words
from app.commands.importing import AS_JSON
from app.commands.opening import settings
from app.config import Settings
from app.db import read
from app.exchange.untouched import unlike_their_source
from app.language import gettext as _
from app.upkeep.doctor import Check, integrity, is_of_this_schema, newest_backup, of_database, of_folder
from app.upkeep.folder import only_one
from app.upkeep.repair import repair


@click.command("doctor", help=_("See whether all is well with the data; exit 1 where it is not."))
@click.option("--repair", "repairs", is_flag=True, help=_("Repair what can be repaired, after a copy."))
@AS_JSON
def doctor(repairs: bool, as_json: bool) -> None:
    made = settings()
    with in_words(made):
        made.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        if repairs:
            with only_one(made):
                done = repair(made)
            for sentence in done:
                click.echo(sentence, err=True)
        checks = list(examined(made, os.environ))
    ok = all(check.ok for check in checks)
    if as_json:
        told = {"ok": ok, "checks": [check._asdict() for check in checks]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for check in checks:
            state = _("well") if check.ok else _("WRONG")
            click.echo(f"{state}\t{check.name}\t{check.says}")
    sys.exit(0 if ok else 1)


def examined(made: Settings, environment: Mapping[str, str]) -> Iterator[Check]:
    """Everything that is looked at, in the order in which it is told."""
    with create_app(made).app_context():
        yield (first := integrity(made))
        if first.ok:
            yield from of_database(made)
            if is_of_this_schema():
                yield _exports()
        yield newest_backup(made, readable=first.ok)
    yield from of_folder(made, environment)


def _exports() -> Check:
    """Whether what nobody edited would come out as it went in."""
    if titles := unlike_their_source(read()):
        wrong = _(
            "Nobody edited these, but they would not come out as they came in: %(titles)s.", titles=", ".join(titles)
        )
        return Check("export", False, wrong + " " + _("Restore a backup with “askback restore”."))
    return Check("export", True, _("What nobody edited comes out as it came in, byte for byte."))
