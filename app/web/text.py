"""A person's Markdown as HTML: escaped first, and only what the sanitiser made is believed.

Most lines hold no markup at all, and those cost nothing; the others are rendered once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:  # it is loaded where it is needed: most pages render no Markdown
    from markdown_it.token import Token

_PLAIN = re.compile(r"[^*_`\[\]<>&\\~!\n]*")


def inline(text: str) -> Markup:
    """One item's text: emphasis, code and links (http, https, mailto); raw HTML is shown, never obeyed."""
    return escape(text) if _PLAIN.fullmatch(text) else _rendered(text)


def plain(text: str) -> str:
    """The same without its markup, for names and lists."""
    return text if _PLAIN.fullmatch(text) else str(_rendered(text).striptags())


def linked(text: str) -> Markup:
    """One line as it was typed, with each address (http, https) in it a link; nothing else of it is markup."""
    parts = (
        Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>').format(part) if place % 2 else escape(part)
        for place, part in enumerate(_BARE.split(text))
    )
    return Markup("").join(parts)


@lru_cache(maxsize=4096)
def _rendered(text: str) -> Markup:
    import nh3
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark", {"html": False}).disable("image").renderInline(text)
    safe = nh3.clean(
        html,
        tags={"strong", "em", "code", "a", "br"},
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return Markup(safe)  # noqa: S704 -- the sanitiser's own output


@lru_cache(maxsize=512)
def block(text: str) -> Markup:
    """A longer text: paragraphs, lists, quotes, code, and links (http, https, mailto), those written bare too.

    Lines stay lines. A heading, another sort of link and raw HTML are shown as they were typed.
    """
    import nh3
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(["image", "heading", "lheading"])
    markdown.validateLink = lambda url: _ALLOWED.match(url) is not None  # type: ignore[method-assign]
    tokens = markdown.parse(text)
    for token in tokens:
        token.children = _with_bare_links(token.children) if token.children else token.children
    safe = nh3.clean(
        markdown.renderer.render(tokens, markdown.options, {}),
        tags={"p", "ul", "ol", "li", "blockquote", "pre", "hr", "strong", "em", "code", "a", "br"},
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return Markup(safe)  # noqa: S704 -- the sanitiser's own output


_ALLOWED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_NO_ADDRESS = r"\s<>\"\u3000-\u303f\uff00-\uffef“”‘’"  # Chinese punctuation ends an address
_BARE = re.compile(rf"(https?://[^{_NO_ADDRESS}]*[^{_NO_ADDRESS}.,;:!?)\]'])")


def _with_bare_links(tokens: list[Token]) -> list[Token]:
    """The pieces of a line, with an address that stands in its text made a link; one in a link or in code stays."""
    found: list[Token] = []
    inside = 0
    for token in tokens:
        inside += token.nesting if token.type.startswith("link_") else 0
        found += [token] if token.type != "text" or inside else _linked(token)
    return found


def _linked(text: Token) -> Iterator[Token]:
    for place, part in enumerate(_BARE.split(text.content)):
        shown = text.copy(content=part)
        if place % 2:
            opened, closed = text.copy(type="link_open", tag="a", nesting=1), text.copy(type="link_close", tag="a")
            opened.attrs, closed.nesting = {"href": part}, -1
            yield from (opened, shown, closed)
        elif part:
            yield shown
