"""All workbooks as one archive: each as Markdown and as JSON, under names that any disk can have."""

import io
from datetime import datetime
from zipfile import ZipFile

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from app.db import LOCAL_OWNER, writing
from app.exchange.bundle import bundle, file_name
from app.models import Workbook
from tests.exchange.books import as_markdown, imported, nested

AT = datetime(2026, 1, 31, 12, 0)


def archive(app: Flask) -> ZipFile:
    with app.app_context():
        return ZipFile(io.BytesIO(bundle(LOCAL_OWNER, AT)))


def test_every_workbook_is_in_it_twice(app: Flask, other: Flask) -> None:
    first = nested(app)
    imported(app, ("b.md", b"# Twin\n"), ("c.md", b"# twin\n"), ("d.md", b'# A/B: "x" ?\n'))
    packed = archive(app)
    assert packed.testzip() is None
    assert packed.namelist() == [
        f"{folder}/{name}.{ending}"
        for name in ("某公司 - 后端岗位", "Twin", "twin (2)", "A B x")
        for folder, ending in (("markdown", "md"), ("json", "json"))
    ]
    assert packed.read("markdown/某公司 - 后端岗位.md") == as_markdown(app, first)
    files = [(name, packed.read(name)) for name in packed.namelist() if name.startswith("json/")]
    there = [one.workbook.id for one in imported(other, *files)]
    assert as_markdown(other, there[0]) == as_markdown(app, first)


def test_what_lies_in_the_bin_is_not(app: Flask) -> None:
    nested(app)
    with app.app_context(), writing() as connection:
        Workbook.remove(connection, 1)
    assert archive(app).namelist() == []


@given(st.text(max_size=300))
def test_a_name_is_safe_on_every_disk(title: str) -> None:
    name = file_name(title)
    assert name
    assert len(name.encode("utf-8")) <= 250
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
    assert name == name.strip(". ")


@pytest.mark.parametrize("title", ["CON", "nul", "com1.md", "..", "../..", "", " ", "​", "-"])
def test_names_that_disks_refuse(title: str) -> None:
    name = file_name(title)
    assert name.strip(".")
    assert name.casefold() not in ("con", "nul", "com1.md", "..", ".")
