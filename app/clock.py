"""The one clock, and the ids that are ordered by it.

Everything that asks for the time asks here, so that a test can set it and so that every stored
instant has the same shape: UTC, whole seconds, as the JSON export writes it.
"""

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID


def now() -> datetime:
    """The present instant in UTC, cut to whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def new_uid() -> str:
    """A new public id: a version 7 UUID (RFC 9562, section 5.7), so later ids sort after earlier ones."""
    milliseconds = time.time_ns() // 1_000_000
    bits = (milliseconds << 80) | secrets.randbits(80)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=bits))


def rfc3339(instant: datetime) -> str:
    """`instant` in UTC with seconds, as `2026-01-31T12:00:00Z`."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
