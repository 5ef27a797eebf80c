"""The bin, the settings, and whether Askback is well."""

from datetime import timedelta
from pathlib import Path

from flask import Flask

from app.upkeep.backup import local_time
from app.upkeep.copies import AUTOMATIC, REPLACED, copies, free_name
from tests.conftest import Person
from tests.web.pages import everything, forms_of


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


def test_the_settings_tell_age_and_place_of_the_newest_backup_and_that_one_disk_is_not_enough(
    person: Person, tmp_path: Path
) -> None:
    page = person.get("/settings").text
    assert "There is none yet" in page
    assert "A copy on the same disk is not enough" in page
    (tmp_path / "backups").mkdir()
    made = [local_time() - timedelta(hours=hours) for hours in (3, 30)]
    newest, older = (free_name(tmp_path / "backups", AUTOMATIC, ".db", at) for at in made)
    for path in (newest, older, tmp_path / "backups" / "notes.txt"):
        path.touch()
    page = person.get("/settings").text
    assert f"3 hours ago: {newest}" in page
    assert [form.fields["copy"] for form in forms_of(person.get("/settings")) if "copy" in form.fields] == [
        newest.name,
        older.name,
    ]
    assert "3小时前" in Person(person.client.application, "zh-CN").get("/settings").text


def test_a_backup_is_made_and_gone_back_to_on_the_page(app: Flask, person: Person, workbook: str) -> None:
    before = everything(app)
    assert person.send("/settings/backup").headers["Location"] == "/settings#backups"
    (copy,) = copies(app.config["ASKBACK"].backups)
    person.send(f"/workbooks/{workbook}/remove")
    changed = everything(app)
    assert person.send("/settings/restore", copy=copy.path.name).headers["Location"] == "/settings#backups"
    assert everything(app) == before
    (replaced,) = (copy for copy in copies(app.config["ASKBACK"].backups) if copy.purpose == REPLACED)
    assert person.save("/settings/restore", copy=replaced.path.name).status_code == 200
    assert everything(app) == changed


def test_only_a_whole_copy_of_the_backups_folder_is_gone_back_to(app: Flask, person: Person, workbook: str) -> None:
    person.send("/settings/backup")
    (copy,) = copies(app.config["ASKBACK"].backups)
    before, good = everything(app), copy.path.read_bytes()
    for name in ("", "../askback.db", "askback-20200101-000000.db", str(copy.path)):
        assert person.send("/settings/restore", copy=name).status_code == 404
    copy.path.write_bytes(good[: len(good) // 2])
    page = person.send("/settings/restore", copy=copy.path.name)
    assert page.status_code == 422
    assert str(copy.path) in page.text
    assert everything(app) == before
