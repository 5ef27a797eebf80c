"""The founding sheet, from which the first workbook comes."""

from pathlib import Path

from app.exchange.take import Taken, take

SHEET = Path(__file__).resolve().parent.parent / "starter" / "founding-sheet.md"


def create_starter(owner_id: int) -> Taken:
    """The founding workbook, new each time it is asked for."""
    return take([(SHEET.name, SHEET.read_bytes())], owner_id)[0]
