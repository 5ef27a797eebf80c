"""The Markdown core: a sheet's bytes in, its sections and items out, and small edits back into the same
bytes. Pure, so that import, export, `watch` and the tests share one reading: no database, no clock, no web."""

from .arrange import arrange
from .encoding import ENCODINGS, Encoding, from_utf8, likely, to_utf8
from .meaning import Meaning, meaning_of
from .patch import Change, Tick, Write, patch
from .phrase import NotOneItem, Phrase, heading, phrase
from .reading import Told, read, remembering
from .sheet import Answer, Direction, Horizon, Item, ItemKind, Kind, Polarity, Section, Sheet, Span, Status, path
from .source import NotText
from .wanted import Entry, Part
from .words import Fact, fact_of, is_company_label

__all__ = [
    "ENCODINGS",
    "Answer",
    "Change",
    "Direction",
    "Encoding",
    "Entry",
    "Fact",
    "Horizon",
    "Item",
    "ItemKind",
    "Kind",
    "Meaning",
    "NotOneItem",
    "NotText",
    "Part",
    "Phrase",
    "Polarity",
    "Section",
    "Sheet",
    "Span",
    "Status",
    "Tick",
    "Told",
    "Write",
    "arrange",
    "fact_of",
    "from_utf8",
    "heading",
    "is_company_label",
    "likely",
    "meaning_of",
    "patch",
    "path",
    "phrase",
    "read",
    "remembering",
    "to_utf8",
]
