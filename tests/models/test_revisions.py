"""The history that saves leave behind: a person finds every text they left, and not each pause for breath."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, update

from app.clock import now
from app.db import db
from app.models import Kept, Mark, Outdated, Question, Signal
from app.models.revision import is_pause
from tests.exchange.books import nested, places
from tests.models.writing import TEXTS, Save, Writing, sessions

LEFT = 60  # seconds after which a text is one that somebody left


@pytest.fixture
def writings(app: Flask) -> Iterator[Callable[[str], Writing]]:
    """Somebody who begins to write an answer, evidence or notes in a fresh workbook."""
    uid = nested(app)
    with app.app_context():
        found = {name: places(text.about, uid)[0] for name, text in TEXTS.items()}
        engine = db.engine
        opened: list[Connection] = []

        def begin(name: str) -> Writing:
            while opened:
                opened.pop().close()
            opened.append(engine.connect())
            return Writing(TEXTS[name], opened[0], found[name])

        yield begin
        while opened:
            opened.pop().close()


laws = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
each_text = pytest.mark.parametrize("name", TEXTS)


def written(writing: Writing, saves: list[Save]) -> list[tuple[int, str, str]]:
    """Save all of it; gives when each text came to be that was another than the one before, in seconds."""
    told: list[tuple[int, str, str]] = []
    at, text = 0, ""
    for after, body, origin in saves:
        writing.save(body, origin, after)
        at += after
        if body != text:
            told.append((at, body, origin))
        text = body
    return told


@each_text
@laws
@given(saves=sessions())
def test_whatever_somebody_left_is_found(writings: Callable[[str], Writing], name: str, saves: list[Save]) -> None:
    writing = writings(name)
    told = written(writing, saves)
    kept = writing.kept()
    assert not told or told[-1][1] in kept
    for (at, text, _from), (gone, *_next) in pairwise(told):
        assert gone - at < LEFT or text in kept


@each_text
@laws
@given(saves=sessions())
def test_at_most_a_minute_of_typing_is_between_two_texts_of_the_history(
    writings: Callable[[str], Writing], name: str, saves: list[Save]
) -> None:
    writing = writings(name)
    told = written(writing, saves)
    kept = writing.kept()
    for index, (at, _text, _from) in enumerate(told):
        assert any(text in kept for later, text, _origin in told[index:] if later - at < LEFT)


@each_text
@laws
@given(saves=sessions())
def test_what_was_imported_or_restored_is_never_folded_away(
    writings: Callable[[str], Writing], name: str, saves: list[Save]
) -> None:
    writing = writings(name)
    told = written(writing, saves)
    assert {text for _at, text, origin in told if origin != "page"} <= writing.kept()


@each_text
@laws
@given(saves=sessions(), version=st.integers(0, 20))
def test_the_same_text_again_adds_nothing(
    writings: Callable[[str], Writing], name: str, saves: list[Save], version: int
) -> None:
    writing = writings(name)
    written(writing, saves)
    before = writing.former()
    again = writing.text.save(writing.connection, writing.place, saves[-1][1], version, "page")
    assert isinstance(again, Kept) and again.version == writing.version
    assert writing.former() == before


@each_text
@laws
@given(saves=sessions())
def test_a_history_is_in_order_and_never_of_tomorrow(
    writings: Callable[[str], Writing], name: str, saves: list[Save]
) -> None:
    writing = writings(name)
    written(writing, saves)
    times = [row.written_at for row in writing.former()]
    assert times == sorted(times)
    assert all(time <= now() for time in times)
    assert all(row.version < writing.version for row in writing.former())


LETTERS = st.text("团队代码 abc\n", max_size=60)


@given(LETTERS, LETTERS, st.integers(-100_000, 100_000))
def test_only_a_minute_can_be_a_pause(former: str, text: str, seconds: int) -> None:
    settled = now()
    assert not is_pause(former, text, settled, settled + timedelta(seconds=seconds)) or 0 <= seconds < LEFT


@given(LETTERS, LETTERS, st.integers(0, 59), st.data())
def test_writing_on_within_a_minute_is_a_pause(former: str, more: str, seconds: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(former)))
    text = former[:at] + more + former[at:]
    settled = now()
    assert is_pause(former, text, settled, settled + timedelta(seconds=seconds))


@given(LETTERS, LETTERS, LETTERS)
def test_taking_back_is_no_pause(begin: str, gone: str, end: str) -> None:
    if len(gone) > min(20, len(begin + gone + end) // 4):
        assert not is_pause(begin + gone + end, begin + end, now(), now())


@each_text
def test_an_hour_of_typing_leaves_a_text_a_minute(writings: Callable[[str], Writing], name: str) -> None:
    writing = writings(name)
    text = ""
    for second in range(0, 600, 5):
        text += f"第 {second} 秒。"
        writing.save(text, after=5)
    former = writing.former()
    assert 9 <= len(former) <= 10
    assert all(later.body.startswith(row.body) for row, later in pairwise(former))


@each_text
def test_a_text_that_was_emptied_is_there_however_soon(writings: Callable[[str], Writing], name: str) -> None:
    writing = writings(name)
    writing.save("很长的一段话，刚刚写下")
    writing.save("", after=1)
    writing.save("又写", after=1)
    assert "很长的一段话，刚刚写下" in [row.body for row in writing.former()]
    writing.save("", after=100)
    writing.save("再写", after=100)
    assert [row.body for row in writing.former()][-2:] == ["又写", ""]


@each_text
def test_a_clock_set_back_folds_nothing(writings: Callable[[str], Writing], name: str) -> None:
    writing = writings(name)
    writing.save("一")
    writing.save("一二", after=-3600)
    writing.save("一二三", after=1)
    assert [row.body for row in writing.former()] == ["一"]


@each_text
def test_what_was_brought_back_is_a_text_of_its_own(writings: Callable[[str], Writing], name: str) -> None:
    writing = writings(name)
    writing.save("从文件来的", "import")
    writing.save("从文件来的，写下去", after=1)
    writing.save("从文件来的", "restore", after=1)
    writing.save("从文件来的。", after=1)
    assert [(row.body, row.origin) for row in writing.former()] == [
        ("从文件来的", "import"),
        ("从文件来的，写下去", "page"),
        ("从文件来的", "restore"),
    ]


@each_text
def test_a_text_that_was_saved_says_when_that_was(writings: Callable[[str], Writing], name: str) -> None:
    writing = writings(name)
    writing.save("写下的")
    writing.passes(300)
    again = writing.text.save(writing.connection, writing.place, "写下的", 1, "page")
    assert isinstance(again, Kept) and now() - again.saved_at >= timedelta(seconds=300)


def test_a_tick_does_not_change_when_evidence_was_written(writings: Callable[[str], Writing]) -> None:
    writing = writings("evidence")
    writing.save("原话")
    writing.passes(500)
    Signal.mark(writing.connection, writing.place, None, True)
    writing.save("改过的话")
    (former,) = writing.former()
    assert now() - former.written_at >= timedelta(seconds=500)


def test_the_first_evidence_after_a_tick_follows_no_text(writings: Callable[[str], Writing]) -> None:
    writing = writings("evidence")
    Signal.mark(writing.connection, writing.place, None, True)
    writing.save("看见了", after=5)
    assert writing.former() == []
    writing.save("看见了，也听见了", after=59)
    assert writing.former() == []
    writing.save("看见了，也听见了。", after=1)
    assert [row.body for row in writing.former()] == ["看见了，也听见了"]


def test_evidence_that_a_file_brought_without_a_version_is_kept(writings: Callable[[str], Writing]) -> None:
    writing = writings("evidence")
    Signal.mark(writing.connection, writing.place, None, True)
    brought = update(Mark).where(Mark.signal_id == writing.place.id)
    writing.connection.execute(brought.values(evidence="文件里的话", origin="import"))
    Signal.mark(writing.connection, writing.place, None, None)
    assert writing.kept() == {"文件里的话"}
    writing.save("我的话")
    assert [(row.body, row.origin) for row in writing.former()] == [("文件里的话", "import")]


def test_every_wording_is_kept(writings: Callable[[str], Writing]) -> None:
    writing = writings("answer")
    for version, words in enumerate(("甲", "甲乙", "甲乙丙"), start=1):
        Question.reword(writing.connection, writing.place, words, "", version)
    assert Question.reword(writing.connection, writing.place, "甲乙丙", "", 1).version == 4
    assert Question.reword(writing.connection, writing.place, "丁", "", 3) == Outdated(4, "甲乙丙")
    assert [row.body for row in writing.former()] == ["团队怎么做代码评审？", "甲", "甲乙"]
    assert [row.origin for row in writing.former()] == ["import", "page", "page"]
