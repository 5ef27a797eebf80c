"""Bytes that are no text we read: refused in one sentence, by what they are, and with what else they may be."""

from app.exchange.check import BadFile
from app.exchange.foreign import refusal
from app.language import gettext as _
from app.markdown import Encoding, NotText, likely, to_utf8
from app.markdown.source import decode

NAMES: dict[Encoding, str] = {"gb18030": "GB18030", "big5": "Big5", "windows-1252": "Windows-1252"}


class OtherEncoding(BadFile):
    """A file that is not UTF-8 but can be something else, which a person has to say: `encodings`, likeliest first."""

    def __init__(self, sentence: str, encodings: list[Encoding]) -> None:
        super().__init__(sentence)
        self.encodings = encodings


def check_text(name: str, data: bytes, encoding: Encoding | None) -> Encoding | None:
    """The encoding to read a file in: the chosen one only where it is neither UTF-8 nor UTF-16 with its mark.

    Raises BadFile where it is no text, OtherEncoding where another encoding can be chosen.
    """
    try:
        decode(data)
    except NotText as error:
        if foreign := refusal(name, data):
            raise BadFile(foreign) from None
        if error.reason == "nul":
            raise BadFile(_nul(name, error)) from None
        return _chosen(name, data, error, encoding)
    if data.startswith((b"%PDF-", b"{\\rtf1")) and (foreign := refusal(name, data)):  # these can be plain ASCII
        raise BadFile(foreign)
    return None


def text_of(data: bytes, encoding: Encoding | None) -> str:
    """The text of a file that `check_text` let pass."""
    read = decode(to_utf8(data, encoding))
    return "".join(f"{line}{ending}" for line, ending in zip(read.lines, read.endings, strict=True))


def _chosen(name: str, data: bytes, error: NotText, encoding: Encoding | None) -> Encoding:
    """The encoding that was chosen, where these bytes are in it."""
    if encoding is None:
        raise _other(name, data, error)
    try:
        decode(to_utf8(data, encoding))
    except NotText as nul:
        raise BadFile(_nul(name, nul)) from None
    except UnicodeDecodeError as bad:
        sentence = _(
            "“%(name)s” is not %(encoding)s: byte %(offset)s, in line %(line)s.",
            name=name,
            encoding=NAMES[encoding],
            offset=bad.start,
            line=data.count(b"\n", 0, bad.start) + 1,
        )
        raise OtherEncoding(sentence, [other for other in likely(data) if other != encoding]) from None
    return encoding


def _other(name: str, data: bytes, error: NotText) -> OtherEncoding:
    sentence = _(
        "“%(name)s” is not UTF-8: byte %(offset)s, in line %(line)s. Save it as UTF-8 and import it again.",
        name=name,
        offset=error.offset,
        line=error.line,
    )
    return OtherEncoding(sentence, likely(data))


def _nul(name: str, error: NotText) -> str:
    return _("“%(name)s” is not text: there is a NUL byte in line %(line)s.", name=name, line=error.line)
