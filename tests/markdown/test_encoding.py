"""Files from before UTF-8: each byte comes back, and the likeliest encoding stands first."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.markdown import ENCODINGS, Encoding, from_utf8, likely, to_utf8

TEXTS: dict[Encoding, tuple[str, ...]] = {
    "gb18030": (
        "# 面试准备\n\n## 想问的问题\n1. 团队怎么做代码评审？\n",
        "## 问题\n",
        "- 上线一次要多久？\n",
        "**公司**：字节跳动（剪映）\n",
    ),
    "big5": (
        "# 面試準備\n\n## 想問的問題\n1. 團隊怎麼做程式碼審查？\n",
        "## 問題\n",
        "- 「上線」一次要多久？\n",
        "**公司**：某某科技\n",
    ),
    "windows-1252": (
        "# Préparation\n\n- Où est l’équipe ? À Paris, « déjà » l’été\n",
        "- Für wen? Größe…\n",
        "¿Cómo es el equipo?\n",
        "- naïve – “quoted” — €5\n",
    ),
}
CODEC = {"gb18030": "gb18030", "big5": "cp950", "windows-1252": "cp1252"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_people_write_is_taken_for_what_it_is_first(encoding: Encoding) -> None:
    first = [likely(text.encode(CODEC[encoding]))[0] for text in TEXTS[encoding]]
    assert first.count(encoding) >= 3  # a lone line in Latin letters can be anything
    assert all(encoding in likely(text.encode(CODEC[encoding])) for text in TEXTS[encoding])


@given(st.binary(max_size=200), st.sampled_from(ENCODINGS))
def test_the_same_bytes_come_back_or_they_are_not_in_it(data: bytes, encoding: Encoding) -> None:
    try:
        text = to_utf8(data, encoding)
    except UnicodeDecodeError:
        assert encoding not in likely(data)
        return
    assert encoding in likely(data)
    assert from_utf8(text, encoding) == (data, encoding)


@given(st.text(max_size=80), st.sampled_from(ENCODINGS))
@example("5¢ • a‾", "big5")  # characters that Big5 would write as others
def test_no_character_is_refused(text: str, encoding: Encoding) -> None:
    data, in_it = from_utf8(text.encode("utf-8"), encoding)
    assert in_it in (encoding, None)
    assert data.decode(CODEC[encoding] if in_it else "utf-8") == text


def test_without_an_encoding_nothing_is_done() -> None:
    assert to_utf8(b"\xff", None) == b"\xff"
    assert from_utf8(b"\xff", None) == (b"\xff", None)


def test_two_spellings_of_one_character_would_not_come_back() -> None:
    assert b"\xa2\xcc".decode("cp950").encode("cp950") != b"\xa2\xcc"
    with pytest.raises(UnicodeDecodeError):
        to_utf8(b"\xa2\xcc", "big5")
    assert "big5" not in likely(b"\xa2\xcc")
