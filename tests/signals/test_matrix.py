"""Signals × rounds: weights set in place, what turned is said, and each sum leads to its cells."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids


class Matrix:
    """The founding sheet's signals over two rounds."""

    def __init__(self, person: Person, workbook: str) -> None:
        self.person, self.base = person, f"/workbooks/{workbook}"
        self.signals = ids(person, workbook, "signals")
        self.rounds = [f"{self.base}/rounds/{add_round(person, workbook, name=name)}" for name in ("一面", "二面")]

    def mark(self, number: int, signal: int, state: str) -> None:
        path = f"{self.rounds[number]}/signals/{self.signals[signal]}"
        assert self.person.save(f"{path}/mark", state=state).status_code == 200

    def weigh(self, signal: int, weight: int) -> str:
        path = f"{self.base}/signals/{self.signals[signal]}/traits"
        return self.person.send(path, **{"weight": str(weight), "from": "matrix"}).headers["Location"]

    @property
    def page(self) -> str:
        return self.person.get(f"{self.base}/signals").text

    def sums(self) -> list[str]:
        """What each round comes to, and the cells it names."""
        foot = self.page.partition('class="matrix-foot"')[2]
        return [re.search(r"<b>(.*?)</b>", part).group(1) for part in foot.split('class="cell sum"')[1:]]  # type: ignore[union-attr]


@pytest.fixture
def matrix(person: Person, workbook: str) -> Matrix:
    return Matrix(person, workbook)


def test_what_turned_is_said_and_shown_in_its_cell(matrix: Matrix) -> None:
    matrix.mark(0, 0, "seen")
    assert "turned" not in matrix.page
    matrix.mark(1, 0, "not_seen")
    page = matrix.page
    assert "turned: seen in “一面”, not in “二面”" in page
    assert page.count('class="cell turned"') == 1
    assert page.count("<polyline") == 1
    matrix.mark(0, 0, "not_seen")
    matrix.mark(1, 0, "seen")
    assert "turned: not seen in “一面”, but in “二面”" in matrix.page


def test_a_weight_is_set_in_place_and_counts(app: Flask, matrix: Matrix) -> None:
    assert matrix.weigh(0, 3) == f"{matrix.base}/signals#b-{matrix.signals[0]}"
    before = everything(app)
    matrix.weigh(0, 3)
    assert everything(app) == before
    weights = [
        form.fields["weight"]
        for form in forms_of(matrix.person.get(f"{matrix.base}/signals"))
        if "weight" in form.fields
    ]
    assert weights[:2] == ["2", "0"]  # the first button of each: one less
    matrix.mark(0, 0, "seen")
    matrix.mark(0, 8, "seen")
    assert matrix.sums() == ["+2", "0"]
    matrix.weigh(8, 9)
    assert matrix.sums() == ["−6", "0"]
    for weight in ("10", "-1", "x"):
        path = f"{matrix.base}/signals/{matrix.signals[0]}/traits"
        assert matrix.person.send(path, **{"weight": weight, "from": "matrix"}).status_code == 422


def test_each_term_of_a_sum_leads_to_its_cell(matrix: Matrix) -> None:
    for signal in (0, 2, 7):
        matrix.mark(1, signal, "seen")
    page = matrix.page
    foot = page.partition('class="matrix-foot"')[2]
    terms = re.findall(r'<a href="#([^"]+)"', foot)
    assert terms == [f"b-{matrix.signals[signal]}-2" for signal in (0, 2, 7)]
    assert all(f'id="{term}"' in page for term in terms)
    assert matrix.sums() == ["0", "+1"]
    assert "3 of 9 looked for" in foot


def test_evidence_stands_in_its_cell_and_can_be_stood_on(matrix: Matrix) -> None:
    path = f"{matrix.rounds[0]}/signals/{matrix.signals[0]}/evidence"
    matrix.person.save(path, evidence="他说：<b>“不加班”</b>", version=0)
    found = re.search(r'<blockquote class="evidence" tabindex="0" dir="auto">(.*?)</blockquote>', matrix.page)
    assert found and found[1] == "他说：&lt;b&gt;“不加班”&lt;/b&gt;"
