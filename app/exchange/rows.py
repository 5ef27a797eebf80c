"""What rows say that every kind has, in the shapes of the file."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from app.clock import rfc3339
from app.exchange import document as doc


def lines(row: Row[Any]) -> doc.Lines:
    """The lines of a row's own text in the source."""
    return (row.first_line, row.last_line) if row.first_line is not None else None


def instant(value: datetime | None) -> str | None:
    """An instant as the file writes it."""
    return rfc3339(value) if value else None
