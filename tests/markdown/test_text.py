"""Which bytes are text, and that a file's own line ends, byte order mark and last line stay as they are."""

import codecs

import pytest

from app.markdown import NotText, Tick, patch, read
from tests.markdown.samples import answered

LINES = ["## 反问", "", "- [ ] 团队多大？", "- [ ] 有导师吗？"]


@pytest.mark.parametrize(
    ("source", "reason", "offset", "line"),
    [
        (b"# a\n\xff", "encoding", 4, 2),
        ("# 面试".encode("gb18030"), "encoding", 2, 1),
        (codecs.BOM_UTF8 + b"\r\n\r\n\xe5\x85", "encoding", 7, 3),
        (b"a\rb\0", "nul", 3, 2),
        (codecs.BOM_UTF16_LE + "a\nb\0".encode("utf-16-le"), "nul", 8, 2),
        (codecs.BOM_UTF16_LE + b"a", "encoding", 2, 1),
        (codecs.BOM_UTF16_LE + b"\n\0\0\xd8", "encoding", 4, 2),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_first_bad_byte(
    source: bytes, reason: str, offset: int, line: int
) -> None:
    for use in (read, lambda given: patch(given, [])):
        with pytest.raises(NotText) as refused:
            use(source)
        assert (refused.value.reason, refused.value.offset, refused.value.line) == (reason, offset, line)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_an_edited_file_keeps_encoding_line_ends_and_last_line(encoding: str, ending: str, last: bool) -> None:
    def file(lines: list[str]) -> bytes:
        return (ending.join(lines) + ending * last).encode(encoding)

    question = read(file(LINES)).items[1]
    assert patch(file(LINES), [Tick(4, True), answered(question, "有\n\n一位")]) == file(
        [*LINES[:3], "- [x] 有导师吗？", "  有", "", "  一位"]
    )


def test_only_line_feeds_and_carriage_returns_end_a_line() -> None:
    item = read("## 反问\n- a\u2028b\x0bc\x85d？\n".encode()).items[0]
    assert item.text == "a\u2028b\x0bc\x85d？"


def test_an_ideographic_space_is_text() -> None:
    assert read("## 反问\n- 　团队？\n".encode()).items[0].text == "　团队？"


def test_an_empty_file_is_an_empty_sheet() -> None:
    for source in (b"", b"\n\n", b"\xef\xbb\xbf"):
        sheet = read(source, "draft")
        assert (sheet.title, sheet.language, sheet.items, len(sheet.sections)) == ("draft", None, (), 1)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("团队多大？", "zh-Hans"),
        ("團隊多大？", "zh-Hant"),
        ("日本", None),
        ("チームの規模は？", "ja"),
        ("팀 규모는?", "ko"),
        ("How big is the team?", "en"),
        ("Wie groß?", None),
        ("ما حجم الفريق", "ar"),
        ("מה גודל הצוות", "he"),
        ("Go、Kubernetes、Kafka：我们的团队怎么用？", "zh-Hans"),
        ("1234 ✅", None),
    ],
)
def test_the_language_is_told_by_the_letters(text: str, language: str | None) -> None:
    assert read(text.encode()).language == language
