"""A large file costs in proportion, whatever it is full of. Nothing here is an absolute time."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from time import process_time

import pytest

from app.markdown import arrange, patch, read
from tests.markdown.drafting import Draft
from tests.markdown.samples import all_as_it_is, answered

SHAPES: dict[str, Callable[[int], str]] = {
    "questions": lambda n: "## Questions\n" + "".join(f"{i}. What is {i}?\n   It is\n" for i in range(n)),
    "nested boxes": lambda n: "## Goals\n" + "- [ ] a\n  - [ ] b\n    - [x] c\n" * (n // 3),
    "sections": lambda n: "## 信号\n### 需要谨慎\n- [ ] x\n" * (n // 3),
    "one long line": lambda n: "## Strengths\n- " + "(a - [`**" * n * 4,
    "one long paragraph": lambda n: "## Questions\n1. a\n" + "   b\n" * n * 4,
    "one long answer": lambda n: "## Questions\n1. a?\n" + "   - b\n\n" * n * 2,
    "facts": lambda n: "## Job info\n" + "**k**: v\n" * n,
    "blank lines": lambda n: "- a\n  - b\n" + "\n" * n * 10,
    "definitions": lambda n: "[a]: b\n" * n * 2,
    "spaces": lambda n: "- [ ]" + " " * n * 40 + "x\n- - - - " + " " * n * 20 + "x",
    "deep": lambda n: "".join(" " * (2 * (i % 60)) + "- [ ] x\n" for i in range(n)),
    "marks of their own": lambda n: "## 要问的\n" + "".join(f"{i % 900}、问题 {i}？\n" for i in range(n)),
    "questions that are headings": lambda n: "# Bank\n" + "".join(f"## What is {i % 300}?\nIt is\n" for i in range(n)),
    "rows": lambda n: "## Questions\n\n| # | Question | Why |\n|-|-|-|\n" + "| 1 | Why? | so |\n" * n,
    "a wide table": lambda n: f"## Questions\n\n|Question|{'b|' * n}\n|-|{'-|' * n}\n|{'a?|' * (n + 1)}\n",
    "a long row": lambda n: "## Questions\n\n| Question |\n|-|\n" + "| a? " * n,
    "pairs": lambda n: "## Questions\n" + "Q: why?\nA: so\n\n" * n,
    "questions without a mark": lambda n: "## Questions\n" + "Why so?\n\nSo\n\n" * n,
    "bold headings": lambda n: "**a**\n\n- b?\n\n" * n,
    "quotes in quotes": lambda n: "> " * n * 2 + "a",
    "stars": lambda n: "*" * n * 20,
    "markers": lambda n: "- " * n * 2 + "x",
}


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    """The garbage collector looks at whatever else the process holds, which is not what is measured here."""
    gc.disable()
    yield
    gc.enable()


def seconds(call: Callable[[], object]) -> float:
    """Processor time, the best of three: others may be at work on this machine."""
    best = 60.0
    for _ in range(3):
        start = process_time()
        call()
        best = min(best, process_time() - start)
    return best


def in_proportion(small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Whether ten times as much costs at most fourteen times as long; noise gets a second and a third chance. A
    tenth of a millisecond of leeway keeps what costs next to nothing from being judged by the clock's steps."""
    return any(seconds(large) <= 14 * (seconds(small) + 1e-4) for _ in range(3))


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_sheet_costs_about_ten_times_the_reading(shape: str) -> None:
    small, large = (partial(read, SHAPES[shape](n).encode()) for n in (500, 5000))
    small()
    assert in_proportion(small, large)


def test_ten_times_the_sheet_costs_about_ten_times_the_export() -> None:
    unchanged, rewritten = [], []
    for source in (SHAPES["questions"](n).encode() for n in (500, 5000)):
        sheet = read(source)
        unchanged.append(partial(patch, source, all_as_it_is(sheet)))
        rewritten.append(partial(patch, source, [answered(item, "another\n\nanswer") for item in sheet.items]))
    assert in_proportion(*unchanged)
    assert in_proportion(*rewritten)


def test_ten_times_the_sheet_costs_about_ten_times_the_arranging() -> None:
    for shape in ("questions", "nested boxes", "sections", "facts"):
        edited = []
        for count in (500, 5000):
            draft = Draft(SHAPES[shape](count).encode())
            every = draft.every()
            draft.delete(*every[1][1:])
            _, home, thing = every[-1]
            home.remove(thing)
            home.insert(0, thing)
            edited.append(partial(arrange, draft.source, draft.parts(), draft.gone))
        assert in_proportion(*edited)
