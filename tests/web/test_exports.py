"""Files out by the page: each format under the workbook's name, and all workbooks at once."""

from __future__ import annotations

import io
from urllib.parse import quote
from zipfile import ZipFile

import pytest

from tests.conftest import Person
from tests.web.pages import forms_of

NAME = "面试准备 - 字节跳动剪映AI后端岗位"


@pytest.mark.parametrize(
    ("form", "ending", "kind"),
    [
        ("markdown", "md", "text/markdown"),
        ("json", "json", "application/json"),
        ("csv", "csv", "text/csv"),
        ("html", "html", "text/html"),
    ],
)
def test_each_format_is_a_file_to_keep(person: Person, workbook: str, form: str, ending: str, kind: str) -> None:
    file = person.send(f"/workbooks/{workbook}/export", format=form)
    assert file.status_code == 200
    assert file.content_type == f"{kind}; charset=utf-8"
    assert file.headers["Content-Disposition"] == (
        f"attachment; filename=\"askback.{ending}\"; filename*=UTF-8''{quote(NAME)}.{ending}"
    )
    assert "39" in file.text


def test_the_sheet_offers_each(person: Person, workbook: str) -> None:
    page = person.get(f"/workbooks/{workbook}").text
    assert [f'name="format" value="{form}"' in page for form in ("markdown", "json", "csv", "html")] == [True] * 4


def test_the_sheet_with_its_rounds_is_offered_once_there_are_any(person: Person, workbook: str) -> None:
    base = f"/workbooks/{workbook}"
    assert 'value="rounds"' not in person.get(base).text
    person.send(f"{base}/rounds", kind="hr", name="一面")
    assert 'name="format" value="rounds"' in person.get(base).text
    file = person.send(f"{base}/export", format="rounds")
    assert (file.status_code, file.content_type) == (200, "text/markdown; charset=utf-8")
    assert file.headers["Content-Disposition"].endswith(f"{quote(NAME)}.md")
    sheet = person.send(f"{base}/export", format="markdown").text
    assert file.text.startswith(sheet) and "<!-- askback: rounds -->\n\n- 一面 <" in file.text


def test_a_format_there_is_not(person: Person, workbook: str) -> None:
    assert person.send(f"/workbooks/{workbook}/export", format="pdf").status_code == 422


@pytest.mark.parametrize("path", ["/", "/settings"])
def test_all_workbooks_at_once(person: Person, workbook: str, path: str) -> None:
    form = next(form for form in forms_of(person.get(path)) if form.action == "/export")
    file = person.client.post(form.action, data=form.fields)
    assert (file.status_code, file.content_type) == (200, "application/zip")
    assert file.headers["Content-Disposition"].startswith('attachment; filename="askback.zip"')
    assert ZipFile(io.BytesIO(file.data)).namelist() == [f"markdown/{NAME}.md", f"json/{NAME}.json"]
    assert person.client.post("/export").status_code == 400
