"""The sheet's page: whatever shape the file has, everything in it is there."""

from tests.conftest import Person


def test_a_sheet_without_any_heading_shows_its_questions(person: Person) -> None:
    sent = person.send("/import", text="1. 团队有多大？\n2. 加班多吗？\n")
    page = person.get(sent.headers["Location"]).text
    assert page.count('name="body"') == 2
    assert page.index("团队有多大？") < page.index("加班多吗？")
