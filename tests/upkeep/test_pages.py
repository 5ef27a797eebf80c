"""The bin, the settings, and whether Askback is well."""

from pathlib import Path

from flask import Flask

from tests.conftest import Person
from tests.web.pages import everything


def test_healthz_says_ok(person: Person) -> None:
    answer = person.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_what_was_removed_is_put_back_as_it_was(app: Flask, person: Person, workbook: str) -> None:
    page = person.get(f"/workbooks/{workbook}").text.count("<textarea")
    for _ in range(2):
        assert person.send(f"/workbooks/{workbook}/remove").headers["Location"] == "/bin"
    assert workbook in person.get("/bin").text
    removed = everything(app)["workbook"]
    assert person.save(f"/workbooks/{workbook}/remove").status_code == 200
    assert everything(app)["workbook"] == removed
    for _ in range(2):
        assert person.send(f"/bin/{workbook}").headers["Location"] == f"/workbooks/{workbook}"
    assert person.get(f"/workbooks/{workbook}").text.count("<textarea") == page
    assert workbook not in person.get("/bin").text


def test_a_language_chosen_stays_chosen(person: Person) -> None:
    for chosen, word in (("zh-Hans", "设置"), ("en", "Settings")):
        assert person.send("/settings/language", language=chosen, back="/settings").headers["Location"] == "/settings"
        for path in ("/settings", "/", "/nothing"):
            page = person.get(path).text
            assert f'<html lang="{chosen}">' in page
            assert word in page


def test_a_language_form_leads_only_to_ourselves(person: Person) -> None:
    for back in ("//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "javascript:x", ""):
        assert person.send("/settings/language", language="en", back=back).headers["Location"] == "/"
    assert person.send("/settings/language", language="en", back="/bin?a=1").headers["Location"] == "/bin?a=1"


def test_the_settings_name_the_newest_backup(person: Person, tmp_path: Path) -> None:
    assert "askback backup" in person.get("/settings").text
    (tmp_path / "backups").mkdir()
    for name in ("askback-20260102-030405.db", "askback-20260101-030405.db", "notes.txt"):
        (tmp_path / "backups" / name).touch()
    page = person.get("/settings").text
    assert "askback-20260102-030405.db" in page
    assert "askback-20260101" not in page
