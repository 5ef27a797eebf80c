"""Adding a round: the sender names it, so the same request again is the same round."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, insert, select
from werkzeug.exceptions import UnprocessableEntity

from app.language import gettext as _
from app.models import Account, Round
from app.web.access import Opened

STEP = 1024  # room between two positions, so that a move writes one row
YEARS = range(1970, 3000)  # beyond them an instant may not exist in every time zone
_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?", re.ASCII)


def add_round(
    connection: Connection, workbook: Opened, uid: str, kind: str, name: str, at: datetime | None, zone: str | None
) -> None:
    """Add a round behind the others; nothing where it is there already. 422 where another workbook has that id."""
    # Two senders of one round take turns on PostgreSQL; SQLite has one writer anyway.
    connection.execute(select(Account.id).where(Account.id == workbook.owner_id).with_for_update(key_share=True))
    known = connection.scalar(select(Round.workbook_id).where(Round.owner_id == workbook.owner_id, Round.uid == uid))
    if known not in (None, workbook.id):
        raise UnprocessableEntity(_("“%(value)s” is not an id.", value=uid))
    if known is None:
        last = connection.scalar(select(func.max(Round.position)).where(Round.workbook_id == workbook.id)) or 0
        whose = {"owner_id": workbook.owner_id, "workbook_id": workbook.id}
        told = {"kind": kind, "name": name, "scheduled_at": at, "time_zone": zone if at else None}
        connection.execute(insert(Round).values(uid=uid, position=last + STEP, **whose, **told))


def instant_of(value: str, zone: str) -> datetime | None:
    """The instant of a local time (`2026-01-31T15:00`) in an IANA zone; None where none is given, 422 where it is none.

    A time that the clock skips in spring is read by the clock before; one it shows twice in autumn is the first.
    """
    try:
        clock = ZoneInfo(zone)
        if not value:
            return None
        if not _LOCAL.fullmatch(value) or int(value[:4]) not in YEARS:
            raise ValueError(value)
        return datetime.fromisoformat(value).replace(tzinfo=clock, microsecond=0).astimezone(UTC)
    except (ValueError, OSError, KeyError):
        raise UnprocessableEntity(
            _("The time “%(value)s” (time zone “%(zone)s”) cannot be read.", value=value[:40], zone=zone[:40])
        ) from None
