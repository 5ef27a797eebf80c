"""What is no text is refused by what it is, whatever it is called."""

import io
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from app.exchange.foreign import refusal
from tests.exchange.test_bad_files import refused


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 100)
    return out.getvalue()


FILES: dict[str, tuple[bytes, str]] = {
    "sheets.zip": (packed("a.md"), "is a ZIP archive: unpack it and import the Markdown files in it"),
    "empty.zip": (packed(), "ZIP archive"),
    "sheet.gz": (b"\x1f\x8b\x08\0\0\0\0\0\0\3abc", "gzip archive"),
    "sheet.7z": (b"7z\xbc\xaf\x27\x1c\0\4", "7z archive"),
    "sheet.rar": (b"Rar!\x1a\x07\x01\0", "RAR archive"),
    "sheet.xz": (b"\xfd7zXZ\0\0\4", "xz archive"),
    "sheet.bz2": (b"BZh91AY&SY\x94$", "bzip2 archive"),
    "sheet.tar": (b"a.md".ljust(257, b"\0") + b"ustar\x0000", "tar archive"),
    "a.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG)"),
    "a.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "is a picture (JPEG)"),
    "a.gif": (b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff", "is a picture (GIF)"),
    "a.webp": (b"RIFF\x24\0\0\0WEBPVP8 ", "is a picture (WebP)"),
    "a.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "is a picture (HEIC)"),
    "a.avif": (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "is a picture (AVIF)"),
    "cv.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF"),
    "plain.pdf": (b"%PDF-1.4\n1 0 obj\n", "is a PDF"),
    "cv.docx": (packed("[Content_Types].xml", "word/document.xml"), "is a Word document"),
    "questions.xlsx": (packed("[Content_Types].xml", "xl/workbook.xml"), "save the sheet with the questions as CSV"),
    "talk.pptx": (packed("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
    "cv.odt": (packed("mimetype", "content.xml"), "office document"),
    "cv.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "office document"),
    "cv.rtf": (b"{\\rtf1\\ansi hello}", "rich text"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_called_what_it_is(app: Flask, name: str) -> None:
    data, says = FILES[name]
    for called in (name, "sheet.md", "table.csv"):
        sentence = refused(app, (called, data))
        assert says in sentence
        assert called in sentence


def test_a_database(app: Flask, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "askback.db") as database:
        database.execute("CREATE TABLE x (y)")
    database.close()
    assert "askback restore" in refused(app, ("askback.db", (tmp_path / "askback.db").read_bytes()))


@pytest.mark.parametrize("text", ["GIF89a is an old format\n", "PK\n", "BM\n", "RIFF and WEBP\n", "Rar!\n", "7z\n"])
def test_a_text_may_begin_with_such_words(text: str) -> None:
    assert refusal("a.md", text.encode()) is None


@pytest.mark.parametrize("make", [lambda data: data, lambda data: data[:-1]])
def test_utf16_without_its_mark_is_no_text(app: Flask, make: Callable[[bytes], bytes]) -> None:
    assert "NUL" in refused(app, ("a.md", make("# Title\n".encode("utf-16-le"))))
