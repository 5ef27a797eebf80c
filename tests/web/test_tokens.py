"""Every form of every page carries a token, and without the right one nothing is changed."""

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import Form, add_round, everything, forms_of, places


@pytest.fixture
def forms(app: Flask, person: Person, workbook: str) -> list[Form]:
    """The forms of all pages, those of refusals and conflicts too."""
    base, empty = f"/workbooks/{workbook}", forms_of(person.get("/"))
    held = add_round(person, workbook)
    question = places(person, workbook)["answer"]
    person.save(question, body="first", version=0)
    person.save(f"{base}/rounds/{held}/questions/{question.split('/')[4]}/pick", picked="yes")
    conflict = person.send(question, body="second", version=0)
    refused = person.send(question, body="text")
    assert (conflict.status_code, refused.status_code) == (409, 400)
    pages = [person.get(path) for path in ("/", "/import", "/settings", base, f"{base}/rounds", f"{base}/signals")]
    pages += [person.get(f"{base}/rounds/{held}{page}") for page in ("", "/prepare", "/debrief")] + [conflict, refused]
    other = person.save("/starter").get_json()["id"]
    person.save(f"/workbooks/{other}/remove")
    pages += [person.get("/bin")]
    return empty + [form for page in pages for form in forms_of(page)]


def test_every_form_carries_a_token_and_is_sent_to_ourselves(forms: list[Form]) -> None:
    assert len(forms) > 150
    for form in forms:
        assert form.method == "post"
        assert form.fields["csrf_token"]
        assert form.action.startswith("/")


def test_no_form_is_taken_without_its_token(app: Flask, person: Person, forms: list[Form]) -> None:
    tokens, before = (None, "", "forged", Person(app).token, "\ud800"), everything(app)
    for form in {form.action: form for form in forms}.values():
        for token in tokens:
            fields = {name: value for name, value in form.fields.items() if name != "csrf_token"}
            fields |= {} if token is None else {"csrf_token": token}
            body = "&".join(f"{name}={_quoted(value)}" for name, value in fields.items())
            answer = person.client.post(form.action, data=body, content_type="application/x-www-form-urlencoded")
            assert answer.status_code in (400, 403, 422), (form.action, token)
            assert "Traceback" not in answer.text
    assert everything(app) == before


def test_other_kinds_of_bodies_change_nothing(app: Flask, person: Person, workbook: str) -> None:
    addresses, token = places(person, workbook), person.token
    ticked = person.save(addresses["goal"], checked="1")
    assert ticked.status_code == 200
    before = everything(app)
    for path in (*addresses.values(), "/import", "/starter", "/settings/language"):
        for kind in ("text/plain", "application/json", "", "text/html; charset=utf-16", "multipart/form-data"):
            body = f"csrf_token={token}&checked=1&body=x&version=0&kind=hr&format=json"
            for headers in ({}, {"X-CSRFToken": token}):
                answer = person.client.post(path, data=body, content_type=kind, headers=headers)
                assert answer.status_code in (400, 403), (path, kind)
    assert everything(app) == before


def test_looking_at_pages_changes_nothing(app: Flask, person: Person, workbook: str) -> None:
    addresses = places(person, workbook)
    pages = [rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and "<" not in rule.rule]
    before = everything(app)
    for path in (*pages, *addresses.values(), f"/workbooks/{workbook}", f"/workbooks/{workbook}/signals"):
        for method in ("GET", "HEAD", "OPTIONS"):
            person.client.open(f"{path}?checked=1&body=x&version=0&kind=hr", method=method)
    assert everything(app) == before


def test_the_token_of_a_page_is_good_for_all_of_the_session(person: Person, workbook: str) -> None:
    path, token = places(person, workbook)["answer"], person.token
    for version in range(3):
        person.get("/")
        fields = {"csrf_token": token, "body": f"text {version}", "version": str(version)}
        assert person.client.post(path, data=fields).status_code == 303


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))
