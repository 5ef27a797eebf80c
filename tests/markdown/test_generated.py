"""Sheets that nobody would write: pieces of all those that people did write, cut anywhere and mixed with whatever else
a file can hold, in any encoding. Each comes out as it went in, or is refused as no text. `make sheets` reads ten
thousand of them; each is made from its number alone, so that one that fails can be made again."""

import codecs
from random import Random

import pytest

from app.markdown import ENCODINGS, NotText, from_utf8, patch, read, to_utf8
from tests.markdown.drafting import Draft
from tests.markdown.samples import CORPUS, FOUNDING, HEADINGS, OWN_PIECES, PIECES, SHEETS, all_as_it_is
from tests.trying import times

COUNT = times(200, 10_000)
A_TIME = 100
WRITTEN = [FOUNDING, *(file.read_bytes() for file in (*SHEETS, *CORPUS))]
TEXTS = [source.decode("utf-16" if source[:2] == codecs.BOM_UTF16_LE else "utf-8-sig") for source in WRITTEN]
LINES = [line for text in TEXTS for line in text.split("\n")]
ODD = (
    *(
        "\u200f",
        "\u202e",
        "\u2066",
        "\u2069",
        "שלום?",
        "ما هو؟",
        "\u200b",
        "\u200d",
        "\ufe0f",
        "\ufeff",
        "\u00a0",
        "\u3000",
    ),
    *(
        "\u2028",
        "\u2029",
        "\x85",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\U0001f469\u200d\U0001f4bb",
        "\U0010ffff",
        "e\u0301",
        "İ",
    ),
    *(
        "\t",
        "\t\t",
        " \t",
        "\r",
        "\r\r\n",
        "\n\r",
        "\n\n\n",
        "    ",
        "  \n",
        "\\\n",
        "<!--",
        "-->",
        "```",
        "%%",
        "&amp;",
    ),
    *("$$", "[^1]: x", "| a | b |\n|---|---|", "+++", "---\ntitle: x\n---\n", "☐", "⬜ ", "【 】", "① ", "：\n", "\0"),
)
ENDINGS = ("\n", "\n", "\n", "\r\n", "\r", None)
ENCODED = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-be",
    "gb18030",
    "cp950",
    "cp1252",
    "shift_jis",
)


def made(number: int) -> bytes:
    """The sheet of that number."""
    random = Random(number)
    text = "".join(_piece(random) for _ in range(random.randint(0, 40)))
    ending = random.choice(ENDINGS)
    if ending:
        text = text.replace("\r\n", "\n").replace("\n", ending)
    codec = random.choice(ENCODED)
    mark = codecs.BOM_UTF16_BE if codec == "utf-16-be" else b""
    source = mark + text.encode(codec, "ignore")
    if random.random() < 0.1:
        at = random.randint(0, len(source))
        source = source[:at] + random.randbytes(random.randint(1, 8)) + source[at + random.randint(0, 8) :]
    return source


def _piece(random: Random) -> str:
    kind = random.random()
    if kind < 0.4:
        at = random.randrange(len(LINES))
        return "\n".join(LINES[at : at + random.randint(1, 6)]) + "\n"
    if kind < 0.6:
        text = random.choice(TEXTS)
        at = random.randint(0, len(text))
        return text[at : at + random.randint(1, 60)]
    if kind < 0.99:
        return random.choice((*PIECES, *HEADINGS, *OWN_PIECES, *ODD[:-1]))
    return random.choice((ODD[-1], chr(random.choice((*range(0xD800), *range(0xE000, 0x110000))))))


def is_text(source: bytes) -> bool:
    """Said independently of the reader: UTF-8, or UTF-16 by its mark, without NUL."""
    marked = source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return "\0" not in source.decode("utf-16" if marked else "utf-8")
    except UnicodeDecodeError:
        return False


def comes_back(source: bytes) -> bool:
    """Whether the same bytes come out of a file, by small edits and as a whole; False where it is no text."""
    if not is_text(source):
        with pytest.raises(NotText) as refusal:
            read(source)
        assert 0 <= refusal.value.offset < len(source)
        return False
    assert patch(source, all_as_it_is(read(source))) == source
    assert Draft(source).arranged() == source
    return True


def comes_back_as_told(source: bytes) -> bool:
    """The same for what is no UTF-8, by each encoding that somebody could say it is in."""
    came = False
    for encoding in ENCODINGS:
        try:
            told = to_utf8(source, encoding)
        except UnicodeDecodeError:
            continue
        assert from_utf8(told, encoding) == (source, encoding)
        came = comes_back(told) or came
    return came


@pytest.mark.parametrize("first", range(0, COUNT, A_TIME))
def test_any_sheet_comes_out_as_it_went_in_or_is_refused(first: int) -> None:
    read_ones = 0
    for number in range(first, first + A_TIME):
        source = made(number)
        try:
            read_ones += comes_back(source) or comes_back_as_told(source)
        except Exception as error:
            raise AssertionError(f"sheet {number}") from error
    # Were all refused, nothing would be tested.
    assert read_ones > A_TIME * 0.7
