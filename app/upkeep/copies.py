"""Which copies lie in the backups folder: what their names tell, which one is due, and which need not stay.

A copy is named by what it was made for and the local time: `automatic-20260131-120000.db`. Only automatic ones and
those before an import go again by themselves; what a person asked for, what a restore replaced and what an upgrade
began from stays until a person deletes it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

PERSON, AUTOMATIC, REPLACED, UPGRADE, IMPORT = "askback", "automatic", "replaced", "before-upgrade", "before-import"
PASSING = (AUTOMATIC, IMPORT)
DAY = timedelta(days=1)
STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(rf"({PERSON}|{AUTOMATIC}|{REPLACED}|{UPGRADE}|{IMPORT})-(\d{{8}}-\d{{6}})(?:-(\d+))?\.(?:db|dump)")
_Period = Callable[[datetime], object]
# How many of the newest days, weeks and months that have a copy keep their last one.
_STAYS: tuple[tuple[int, _Period], ...] = (
    (7, lambda made: made.date()),
    (4, lambda made: made.isocalendar()[:2]),
    (12, lambda made: (made.year, made.month)),
)


class Copy(NamedTuple):
    """A copy of the database: when it was made (local time, without a zone), which of that second, and what for."""

    made: datetime
    number: int
    path: Path
    purpose: str


def copies(folder: Path) -> list[Copy]:
    """The copies in `folder`, newest first; nothing where it is not there or cannot be read."""
    try:
        found = [copy for path in folder.iterdir() if (copy := _read(path))]
    except OSError:
        return []
    return sorted(found, reverse=True)


def free_name(folder: Path, purpose: str, ending: str, at: datetime) -> Path:
    """A name that no copy has yet; a number is added where two are made within a second."""
    stem = f"{purpose}-{at.strftime(STAMP)}"
    path, number = folder / f"{stem}{ending}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{ending}"
    return path


def due_in(found: Iterable[Copy], now: datetime) -> timedelta:
    """How long until the next automatic copy is due: nothing where none was made within a day.

    One from the future, as after the clock was set back, counts for nothing.
    """
    ages = [now - copy.made for copy in found if copy.purpose == AUTOMATIC and timedelta() <= now - copy.made < DAY]
    return DAY - min(ages) if ages else timedelta()


def superfluous(found: Sequence[Copy], now: datetime) -> list[Copy]:
    """Of the copies that may go by themselves, those that are neither of the last day nor the last one of one of 7
    days, 4 weeks or 12 months."""
    passing = sorted((copy for copy in found if copy.purpose in PASSING), reverse=True)
    stays = {copy for copy in passing if now - copy.made < DAY}
    for number, period in _STAYS:
        last = {period(copy.made): copy for copy in reversed(passing)}
        stays.update(sorted(last.values(), reverse=True)[:number])
    return [copy for copy in passing if copy not in stays]


def _read(path: Path) -> Copy | None:
    if (named := _NAME.fullmatch(path.name)) is None:
        return None
    try:
        made = datetime.strptime(named[2], STAMP)
    except ValueError:
        return None
    return Copy(made, int(named[3] or 1), path, named[1])
