"""Files from before UTF-8. Which encoding one is in nobody can know, so a person says it: here is what is likely, and
the way to UTF-8 and back that brings each byte back. Everything else in this folder knows UTF-8 and UTF-16 alone."""

import re
from collections.abc import Callable
from typing import Literal, get_args

Encoding = Literal["gb18030", "big5", "windows-1252"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)
# Big5 as Windows writes it: with the euro sign and the middle dot of names.
_CODECS: dict[Encoding, str] = {"gb18030": "gb18030", "big5": "cp950", "windows-1252": "cp1252"}
_SAMPLE = 20_000  # characters beyond ASCII; more of them say no more
_OTHERS = re.compile("[^\0-\x7f]+")


def to_utf8(source: bytes, encoding: Encoding | None) -> bytes:
    """The same text in UTF-8; the bytes themselves where there is no encoding to say.

    Raises UnicodeDecodeError where they are not in it, or would not come back the same from it.
    """
    if encoding is None:
        return source
    codec = _CODECS[encoding]
    text = source.decode(codec)
    if text.encode(codec) != source:
        raise UnicodeDecodeError(codec, source, 0, len(source), "two spellings of one character")
    return text.encode("utf-8")


def from_utf8(written: bytes, encoding: Encoding | None) -> tuple[bytes, Encoding | None]:
    """A text in UTF-8 as it is written in that encoding; in UTF-8 still, and None, where that lacks a character."""
    if encoding is None:
        return written, None
    text, codec = written.decode("utf-8"), _CODECS[encoding]
    try:
        data = text.encode(codec)
    except UnicodeEncodeError:
        return written, None
    # Big5 puts a likeness where it lacks a character (￠ for ¢), which would be another text.
    return (data, encoding) if data.decode(codec) == text else (written, None)


def likely(source: bytes) -> list[Encoding]:
    """The encodings these bytes can be in, the likeliest first."""
    found = [(name, text) for name in ENCODINGS if (text := _decoded(source, name)) is not None]
    return [name for name, text in sorted(found, key=lambda one: -_plausible(*one))]


def _decoded(source: bytes, encoding: Encoding) -> str | None:
    try:
        return to_utf8(source, encoding).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _plausible(encoding: Encoding, text: str) -> float:
    """Which part of what is not ASCII is what people write in this encoding."""
    others = "".join(_OTHERS.findall(text[: 10 * _SAMPLE]))[:_SAMPLE]
    usual = _USUAL[encoding]
    return sum(map(usual, others)) / len(others) * _loneliness(encoding, text) if others else 0.0


def _loneliness(encoding: Encoding, text: str) -> float:
    """Letters with accents stand among plain ones, so that long runs of them are no text of Windows-1252."""
    if encoding != "windows-1252":
        return 1.0
    runs = [len(run) for run in _OTHERS.findall(text[: 10 * _SAMPLE])]
    return len(runs) / sum(runs)


def _within(codec: str, last_lead: int) -> Callable[[str], bool]:
    """Whether a character is among the punctuation and the common half of a double-byte set."""

    def usual(character: str) -> bool:
        try:
            code = character.encode(codec)
        except UnicodeEncodeError:
            return False
        return len(code) == 2 and code[0] <= last_lead

    return usual


_USUAL: dict[Encoding, Callable[[str], bool]] = {
    "gb18030": _within("gb2312", 0xD7),
    "big5": _within("cp950", 0xC6),
    "windows-1252": lambda character: character.isalpha() or character in "“”‘’«»–—…¿¡€°·",
}
