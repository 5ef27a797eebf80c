"""Two texts that grew apart, joined: laws for any texts, then what a person would see."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.models.joining import MANY, joined

texts = st.lists(st.sampled_from(["甲", "乙", "丙", "", "a", "b"]), max_size=8).map("\n".join)


@given(texts, texts)
def test_where_one_alone_changed_it_is_that_one(base: str, text: str) -> None:
    assert joined(base, text, base) == joined(base, base, text) == joined(base, text, text) == text


@given(texts, texts, texts)
def test_every_line_that_either_wrote_is_in_it(base: str, theirs: str, ours: str) -> None:
    both = joined(base, theirs, ours)
    assert both is not None
    assert {*theirs.split("\n"), *ours.split("\n")} - {*base.split("\n")} <= {*both.split("\n")}


@given(texts, texts, texts)
def test_it_has_no_line_that_nobody_wrote(base: str, theirs: str, ours: str) -> None:
    both = joined(base, theirs, ours)
    assert both is not None
    assert {*both.split("\n")} <= {*theirs.split("\n"), *ours.split("\n")}


@given(texts, texts)
def test_the_same_line_written_by_both_stands_once(base: str, text: str) -> None:
    assert joined(base, f"{text}\nnew", f"{text}\nnew") == f"{text}\nnew"


def test_what_each_added_at_its_own_place_is_there() -> None:
    assert joined("a\nb\nc", "a\nb\nc\nd", "0\na\nb\nc") == "0\na\nb\nc\nd"
    assert joined("a\nb\nc\nd", "a\nB\nc\nd", "a\nb\nc") == "a\nB\nc"


def test_where_both_changed_the_same_line_both_stand() -> None:
    assert joined("我们用 Go。", "我们用 Go 和 Rust。", "我们只用 Go。") == "我们用 Go 和 Rust。\n我们只用 Go。"
    assert joined("", "theirs", "mine") == "theirs\nmine"


def test_texts_of_too_many_lines_are_not_joined() -> None:
    assert joined("", "x\n" * MANY, "y") is None
