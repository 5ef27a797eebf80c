"""The Markdown core: a sheet's bytes in, its sections and items out, and small edits back into the same
bytes. Pure, so that import, export, `watch` and the tests share one reading: no database, no clock, no web."""

from . import round_words
from .arrange import arrange
from .encoding import ENCODINGS, Encoding, from_utf8, likely, to_utf8
from .listed import Listed, all_listed
from .meaning import Meaning, meaning_of
from .patch import Change, Tick, Write, patch
from .phrase import NotOneItem, Phrase, heading, phrase
from .reading import Told, read, remembering
from .round_words import Spoken
from .sheet import Answer, Direction, Horizon, Item, ItemKind, Kind, Polarity, Section, Sheet, Span, Status, path
from .source import NotText
from .wanted import Entry, Part
from .words import Fact, fact_of, is_company_label
from .woven import Below, Said, Woven, unwoven, weave

__all__ = [
    "ENCODINGS",
    "Answer",
    "Below",
    "Change",
    "Direction",
    "Encoding",
    "Entry",
    "Fact",
    "Horizon",
    "Item",
    "ItemKind",
    "Kind",
    "Listed",
    "Meaning",
    "NotOneItem",
    "NotText",
    "Part",
    "Phrase",
    "Polarity",
    "Said",
    "Section",
    "Sheet",
    "Span",
    "Spoken",
    "Status",
    "Tick",
    "Told",
    "Woven",
    "Write",
    "all_listed",
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
    "round_words",
    "to_utf8",
    "unwoven",
    "weave",
]
