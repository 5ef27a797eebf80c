"""Where a small change goes."""

from typing import NamedTuple


class Place(NamedTuple):
    """The owner, the workbook and the row, as internal keys."""

    owner_id: int
    workbook_id: int
    id: int
