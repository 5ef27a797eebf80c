"""Which lines are headings, rules, paragraphs and list items: the grammar of a sheet, without its meaning.
Lines are counted from 0 here."""

from dataclasses import dataclass, field

from .loose import Shape
from .marker import Marker
from .rows import Columns


@dataclass(slots=True)
class Heading:
    """A heading of the document (one inside a list item is that item's text); `bold` where it is but a line of text,
    bold or with a colon behind it."""

    title: str
    level: int
    first: int
    last: int
    bold: bool = False


@dataclass(slots=True)
class ListItem:
    """A list item outside of quotes. `text` are the lines of its first paragraph, None where it has none; `last`
    is its last line that is not blank, children included; `parent` indexes `Blocks.items`. A `folded` one is a
    child to its writer only: to CommonMark it is a line of its parent's paragraph. One of another `shape` than "list"
    is no list item to CommonMark at all; `tail` is what closes its text (`**`). `squared`: a `✅` before it is a box,
    as open or drawn ones stand beside it. `columns` are those of the table whose row it is."""

    first: int
    last: int
    marker: Marker
    parent: int | None
    text: tuple[int, int] | None = None
    folded: bool = False
    shape: Shape = "list"
    tail: str = ""
    squared: bool = False
    columns: Columns | None = None


@dataclass(slots=True)
class Blocks:
    """All blocks of a file that can mean something, each list in document order."""

    headings: list[Heading] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    front_matter: tuple[int, int] | None = None


def last_heading(blocks: Blocks) -> int:
    """The last line of the last heading, those that are questions included; -1 where there is none."""
    asked = next((item.first for item in reversed(blocks.items) if item.shape == "heading"), -1)
    return max(asked, blocks.headings[-1].last if blocks.headings else -1)
