"""A person's Markdown as HTML: escaped first, and only what the sanitiser made is believed.

Most lines hold no markup at all, and those cost nothing; the others are rendered once and remembered.
"""

import re
from functools import lru_cache

from markupsafe import Markup, escape

_PLAIN = re.compile(r"[^*_`\[\]<>&\\~!\n]*")


def inline(text: str) -> Markup:
    """One item's text: emphasis, code and links (http, https, mailto); raw HTML is shown, never obeyed."""
    return escape(text) if _PLAIN.fullmatch(text) else _rendered(text)


def plain(text: str) -> str:
    """The same without its markup, for names and lists."""
    return text if _PLAIN.fullmatch(text) else str(_rendered(text).striptags())


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
