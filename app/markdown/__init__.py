"""The Markdown core: a sheet's bytes in, its sections and items out, and small edits back into the same
bytes. Pure, so that import, export, `watch` and the tests share one reading: no database, no clock, no web."""

from .patch import Change, Tick, Write, patch
from .reading import read
from .sheet import Answer, Item, ItemKind, Kind, Section, Sheet, Span, path
from .source import NotText
from .words import is_company_label

__all__ = [
    "Answer",
    "Change",
    "Item",
    "ItemKind",
    "Kind",
    "NotText",
    "Section",
    "Sheet",
    "Span",
    "Tick",
    "Write",
    "is_company_label",
    "patch",
    "path",
    "read",
]
