"""Another page in the same browser cannot change anything here, even with a token that is right."""

import re

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, places

FOREIGN = (
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost:3000"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://localhost/"},
    {"Origin": "http://x@localhost"},
    {"Origin": "http://[::1"},
    {"Origin": "ftp://localhost"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
)


def test_no_form_of_any_page_is_taken_from_elsewhere(app: Flask, person: Person, workbook: str) -> None:
    base = f"/workbooks/{workbook}"
    inside = f"{base}/rounds/{add_round(person, workbook)}"
    pages = [person.get(path) for path in ("/import", "/settings", base, f"{base}/signals", inside)]
    forms = {re.sub(r"[0-9a-f-]{36}", "*", form.action): form for page in pages for form in forms_of(page)}
    assert len(forms) > 10  # one of each sort
    before, token = everything(app), person.token
    for form in forms.values():
        for headers in FOREIGN:
            answer = person.client.post(form.action, data=form.fields | {"csrf_token": token}, headers=headers)
            assert answer.status_code == 403, (form.action, headers)
    assert everything(app) == before


def test_a_refusal_from_elsewhere_keeps_the_text_in_its_box(person: Person, workbook: str) -> None:
    path = places(person, workbook)["answer"]
    fields = {"csrf_token": person.token, "body": "我写的", "version": "0"}
    assert "我写的</textarea>" in person.client.post(path, data=fields, headers={"Origin": "null"}).text


@pytest.mark.parametrize(
    ("host", "origin"),
    [("localhost", "http://localhost"), ("127.0.0.1:9", "http://127.0.0.1:9"), ("[::1]:9", "http://[::1]:9")],
)
def test_the_page_itself_may_save(person: Person, workbook: str, host: str, origin: str) -> None:
    headers = {"Host": host, "Origin": origin, "Sec-Fetch-Site": "same-origin"}
    client = person.client
    page = client.get("/settings", base_url=f"http://{host}")
    fields = next(form for form in forms_of(page) if form.action == "/settings/language").fields
    assert client.post("/settings/language", data=fields, base_url=f"http://{host}", headers=headers).status_code == 303
