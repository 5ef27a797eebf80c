"""The first page: the openings newest first, or the two ways to begin."""

from tests.conftest import Person
from tests.web.pages import add_round, ids


def test_who_has_nothing_is_shown_how_to_begin(person: Person) -> None:
    assert "No workbook yet" in person.get("/").text
    begun = person.send("/starter")
    assert begun.status_code == 303
    assert person.get(begun.headers["Location"]).status_code == 200
    assert "No workbook yet" not in person.get("/").text


def test_an_opening_says_how_far_it_is(person: Person, workbook: str) -> None:
    questions = ids(person, workbook, "questions")
    held = add_round(person, workbook)
    base = f"/workbooks/{workbook}"
    person.save(f"{base}/questions/{questions[0]}/answer", body="x", version=0)
    person.save(f"{base}/rounds/{held}/questions/{questions[0]}/answer", body="y", version=0)
    person.save(f"{base}/rounds/{held}/questions/{questions[1]}/answer", body="y", version=0)
    page = person.get("/").text
    assert f"2 of {len(questions)} questions answered" in page
    assert "1 round" in page


def test_the_newest_opening_comes_first_and_one_in_the_bin_not_at_all(person: Person, workbook: str) -> None:
    person.send("/import", text="# Later\n")
    page = person.get("/").text
    assert page.index("Later") < page.index(workbook)
    person.send(f"/workbooks/{workbook}/remove")
    assert workbook not in person.get("/").text
