"""What a person typed, as the words that are kept: what a reader of the file will find there again."""

import re
from typing import NamedTuple

from werkzeug.exceptions import UnprocessableEntity

from app.language import gettext as _
from app.markdown import ItemKind, NotOneItem, Status, heading, phrase
from app.models import Element, Info, Section
from app.web.request import clean_text

LIMIT = 10_000  # code points of one wording
LINES = 300  # things that may be made of one paste
_MARK = re.compile(r"\s*(?:[-*+•·](?:\s+|$)|[0-9]{1,3}(?:[.)](?:\s+|$)|[、．]\s*))?(?:\[[ xX]?\](?:\s+|$)|[☐☑]\s*)?")


class Words(NamedTuple):
    """Head and tail of a wording, as Element.WORDING has them; a requirement's state where the words show one."""

    head: str
    tail: str = ""
    status: Status | None = None


def words_of(model: type[Element], text: str, note: str) -> Words:
    """The words to keep of what was typed for one thing; 422 where they do not make one."""
    noun: ItemKind = model.__tablename__
    try:
        if model is Section:
            return Words(heading(text))
        if model is Info:
            said = phrase(noun, "", note, text) if note else phrase(noun, text)
            return Words(said.label, said.note)
        said = phrase(noun, text, note)
    except NotOneItem:
        raise UnprocessableEntity(_unclear(model, text)) from None
    return Words(said.text, said.note, said.status)


def lines_of(text: str) -> list[str]:
    """A paste as the things it is to become, one a line without the list's own marks; a mark alone is nothing.

    422 where those are too many, 413 where one is too long.
    """
    lines = [bare for line in text.split("\n") if (bare := clean_text(_MARK.sub("", line, count=1), LIMIT))]
    if len(lines) > LINES:
        raise UnprocessableEntity(
            _(
                "These are %(count)s lines; at most %(limit)s can be added at once. "
                "Import longer lists as a file, or add them in parts.",
                count=len(lines),
                limit=LINES,
            )
        )
    return lines


def _unclear(model: type[Element], text: str) -> str:
    if not text.strip():
        return _("This is empty. Write something, or delete it.")
    if model is Info:
        return _("A fact needs a label and a value, in one line.")
    return _("Written like this it would be read as something else. Put a word before it.")
