"""The founding sheet, from which the first workbook comes."""

from pathlib import Path

from app.exchange.markdown import from_markdown
from app.exchange.take import Taken, add

SHEET = Path(__file__).resolve().parent.parent / "starter" / "founding-sheet.md"


def create_starter(owner_id: int, uid: str | None = None) -> Taken:
    """The founding workbook, new each time it is asked for; of the sender's own id there is one."""
    workbook = from_markdown(SHEET.read_bytes(), SHEET.stem)
    workbook.id = uid or workbook.id
    return add(workbook, owner_id)
