"""How one text became another: nothing of either is lost, it reads well, and no two texts keep anybody waiting."""

from __future__ import annotations

import random
import re
from itertools import groupby, pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.difference import SHORT, Part, difference, excerpt

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # one sign made of three
PIECES = ["团", "队", "代码", "评审", "api", "API", "the", " ", "  ", "\n", "，", "。", FAMILY, "é", "1.5", "-"]
words = st.sampled_from(PIECES)
texts = st.one_of(st.text(max_size=80), st.lists(words, max_size=60).map("".join))


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same after somebody wrote on in it."""
    text = draw(st.lists(words, max_size=200).map("".join))
    old = text
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(text)))
        until = draw(st.integers(at, min(len(text), at + 20)))
        text = text[:at] + draw(texts) + text[until:]
    return old, text


def of_old(parts: list[Part]) -> str:
    return "".join(part.text for part in parts if part.kind in ("same", "removed"))


def of_new(parts: list[Part]) -> str:
    return "".join(part.text for part in parts if part.kind in ("same", "added"))


@given(st.one_of(st.tuples(texts, texts), edits()))
def test_both_texts_are_in_their_difference(pair: tuple[str, str]) -> None:
    old, new = pair
    parts = difference(old, new)
    assert (of_old(parts), of_new(parts)) == (old, new)
    assert all(part.text for part in parts)
    assert all(one.kind != other.kind for one, other in pairwise(parts))


@given(texts)
def test_a_text_differs_from_itself_in_nothing(text: str) -> None:
    assert difference(text, text) == ([Part("same", text)] if text else [])


@given(texts, texts)
def test_what_is_added_behind_a_text_takes_nothing_from_it(text: str, more: str) -> None:
    assert all(part.kind != "removed" for part in difference(text + "。", text + "。" + "\n" + more))


@given(st.one_of(st.tuples(texts, texts), edits()))
def test_an_excerpt_shows_each_change_and_says_where_it_lacks_something(pair: tuple[str, str]) -> None:
    whole = difference(*pair)
    shown = excerpt(whole)
    written = [part for part in shown if part.kind != "left_out"]
    assert [kind for kind, _run in groupby(part.kind for part in written)] == [part.kind for part in whole]
    pattern = "".join(".*" if part.kind == "left_out" else re.escape(signed(part)) for part in shown)
    assert re.fullmatch(pattern, "".join(map(signed, whole)), re.DOTALL)


def signed(part: Part) -> str:
    """Each letter with what became of it."""
    return "".join(part.kind[0] + letter for letter in part.text)


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("全部容器化。", "全部容器化，除了 GPU。", "全部容器化{+，除了 GPU+}。"),
        ("团队十二人", "团队二十人", "团队{-十二-}{+二十+}人"),
        ("the cat sat on the mat", "a dog sat on the mat", "{-the cat-}{+a dog+} sat on the mat"),
        ("They use Kubernetes", "They use K8s", "They use {-Kubernetes-}{+K8s+}"),
        ("前面是统一接入层；模型路由。", "前面是接入层；模型路由。", "前面是{-统一-}接入层；模型路由。"),
        ("延迟 90 ms", "延迟 120 ms", "延迟 {-90-}{+120+} ms"),
        ("一\n二\n三", "一\n三", "一\n{-二\n-}三"),
        ("家 " + FAMILY, "家 " + FAMILY[:-1] + "👦", f"家 {{-{FAMILY}-}}{{+{FAMILY[:-1]}👦+}}"),
        ("", "全新", "{+全新+}"),
        ("不要了", "", "{-不要了-}"),
        ("", "", ""),
    ],
)
def test_differences_read_as_a_person_would_mark_them(old: str, new: str, parts: str) -> None:
    marks = {"same": "%s", "removed": "{-%s-}", "added": "{+%s+}"}
    assert "".join(marks[part.kind] % part.text for part in difference(old, new)) == parts


def test_a_long_text_is_shown_by_its_changes() -> None:
    old = "".join(f"第 {number} 点没有变。" for number in range(200))
    shown = excerpt(difference(old, old.replace("第 99 点没有变", "第 99 点变了")))
    assert [part.kind for part in shown] == ["left_out", "same", "removed", "added", "same", "left_out"]
    assert sum(len(part.text) for part in shown) < SHORT
    assert [kind for kind, _text in excerpt(difference(old, old))] == ["same", "left_out", "same"]
    assert [kind for kind, _text in excerpt(difference(old, ""))] == ["removed", "left_out", "removed"]


def test_an_excerpt_cuts_no_english_word() -> None:
    old = " ".join(["infrastructure"] * 100)
    for part in excerpt(difference(old, old + " team")):
        assert set(part.text.split()) <= {"infrastructure", "team"}


def large(seed: int, length: int, letters: str) -> str:
    return "".join(random.Random(seed).choices(letters, k=length))


LARGE = {
    "all different": ("一" * 100_000, "二" * 100_000),
    "the same letter": ("一" * 100_000, "一" * 60_000 + "二" + "一" * 39_000),
    "two letters": (large(1, 100_000, "一二"), large(2, 100_000, "一二")),
    "two letters, short enough for words": (large(1, 1_400, "一二"), large(2, 1_400, "一二")),
    "a thousand letters": (
        large(1, 100_000, "".join(map(chr, range(0x4E00, 0x51E8)))),
        large(2, 100_000, "".join(map(chr, range(0x4E00, 0x51E8)))),
    ),
    "sentences": (large(1, 100_000, "他们说好的。，\n"), large(2, 100_000, "他们说好的。，\n")),
    "spaces": ("a " * 50_000, "b " * 50_000),
    "line ends": ("\n" * 100_000, "\n" * 50_000 + "x" + "\n" * 40_000),
    "one word": ("a" * 100_000, "b" * 100_000),
    "lines in another order": (
        "\n".join(f"第 {n} 行" for n in range(12_000)),
        "\n".join(f"第 {n} 行" for n in reversed(range(12_000))),
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_the_largest_answers_are_compared_at_once(name: str) -> None:
    old, new = LARGE[name]
    begun = perf_counter()
    parts = excerpt(difference(old, new))
    assert perf_counter() - begun < 2, "a page may show twenty of these"
    assert parts


def test_a_large_answer_changed_here_and_there_is_still_compared_by_word() -> None:
    old = "".join(f"第 {number} 条：他们说 P{number} 的延迟还要降。\n" for number in range(4_000))
    new = old.replace("P77 的", "P77 与成本的").replace("第 3210 条", "第 3210 条（重要）")
    assert [part.text for part in difference(old, new) if part.kind != "same"] == ["与成本", "（重要）"]
