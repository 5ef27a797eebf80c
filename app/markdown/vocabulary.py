"""Phrases in titles. The words are data (`words.toml`); titles are normalised for comparing, never for keeping."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from .wording import without_aside

_LONGEST_TITLE = 300
_TO_SPACE = str.maketrans({"-": " ", "‐": " ", "–": " ", "—": " ", "_": " ", "/": " ", "’": "'", "\t": " ", "*": " "})
# As `_is_whole` says it, for the end of a word.
_WHOLE = r"(?![^\W_\u2e80-\U0010ffff])"
_OUTER = re.compile(r"^(?:[\W_]|[0-9]+(?:\.[0-9]+)+ |[0-9]+[.、)）])*|[\W_]+$")


class Table:
    """Phrases by what they say; those written `=phrase` hold for a title that is nothing else. There are thousands,
    so those that stand within a title are looked up by how they begin."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        pairs = [(said, name) for name, phrases in names.items() for phrase in phrases for said in ways(phrase)]
        self._whole = {phrase[1:]: name for phrase, name in pairs if phrase[0] == "="}
        self._within = {phrase: name for phrase, name in pairs if phrase[0] != "="}
        lengths: dict[str, set[int]] = {}
        for phrase in self._within:
            lengths.setdefault(phrase[:2], set()).add(len(phrase))
        self._lengths = {begun: sorted(known, reverse=True) for begun, known in lengths.items()}

    def hits(self, title: str) -> list[tuple[str, str, int]]:
        """Each phrase a title has, what it says and where it stands; one inside of a longer one (`好的` of `不好的`)
        says nothing by itself."""
        shown = comparable(title)
        found = [(shown, self._whole[shown], 0)] if shown in self._whole else []
        end = len(shown) if found else 0
        for at in range(len(shown)):
            phrase = self._longest(shown, at)
            if phrase and (at + len(phrase) > end or (at == 0 and phrase == shown)):
                found.append((phrase, self._within[phrase], at))
                end = at + len(phrase)
        return found

    def _longest(self, shown: str, at: int) -> str:
        """The longest phrase that stands here, "" for none; Latin words only whole, and of more than a letter."""
        for length in self._lengths.get(shown[at : at + 2], ()):
            phrase = shown[at : at + length]
            if phrase in self._within and (not phrase.isascii() or _is_whole(shown, at, at + length)):
                return phrase
        alone = shown[at : at + 1]
        return alone if alone in self._within and not alone.isascii() else ""

    def said(self, title: str) -> set[str]:
        return {name for _, name, _ in self.hits(title)}


def ways(phrase: str) -> list[str]:
    """Each way to read a phrase with `{this|that}` in it."""
    pieces = [piece.split("|") for piece in re.split(r"[{}]", phrase)]
    return ["".join(way) for way in product(*pieces)]


def beginning(phrases: list[str]) -> re.Pattern[str]:
    """What a text begins with, Latin words only as whole ones. One pattern: every line of a file is held against it."""
    said = sorted((way for phrase in phrases for way in ways(phrase)), key=len, reverse=True)
    return re.compile("|".join(re.escape(way) + (_WHOLE if way.isascii() else "") for way in said))


def _is_whole(shown: str, start: int, end: int) -> bool:
    """Whether Latin words neither begin nor end within these places."""
    return not (start and _is_latin(shown[start - 1])) and not (end < len(shown) and _is_latin(shown[end]))


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"


@cache
def tables() -> dict[str, Any]:
    """All of `words.toml`."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


@cache
def _simplified() -> dict[int, int]:
    traditional = tables()["traditional"]
    return str.maketrans(traditional["from"], traditional["to"])


@lru_cache(maxsize=512)
def comparable(text: str) -> str:
    """A text as phrases are written: NFKC, simplified, lower case, hyphens as spaces, no ornament around."""
    folded = unicodedata.normalize("NFKC", without_aside(text)[:_LONGEST_TITLE]).casefold()
    spaced = " ".join(folded.translate(_TO_SPACE).translate(_simplified()).split())
    return _OUTER.sub("", spaced)
