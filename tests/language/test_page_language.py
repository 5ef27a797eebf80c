"""Every page speaks one language, the person's: chosen on the page, else set, else the browser's. Refusals as well."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from flask import Flask
from werkzeug.test import TestResponse

from app import create_app
from app.exchange.starter import SHEET
from app.language import catalogue
from tests.conftest import Person, close, settings_for
from tests.language import extract

# What holds no words.
SILENT = {"upkeep.health", "rounds.calendar", "upkeep.token", "sheet.pulse", "files.static", "static", "service_worker"}
OTHER = {"zh-Hans": "en", "en": "zh-Hans"}
ACCEPTED = [
    ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
    ("zh-TW", "zh-Hans"),
    ("zh-Hans-SG", "zh-Hans"),
    ("en-GB", "en"),
    ("en-US,en;q=0.9,zh-CN;q=0.8", "en"),
    ("fr", "en"),
    ("fr-CH,zh-CN;q=0.5", "zh-Hans"),
    ("zh;q=0,de", "en"),
    ("*", "en"),
    ("", "en"),
]


def telling(language: str, message: Message) -> str:
    """A sentence that cannot stand on a page in the other language; nothing where it could, as a person's own word."""
    text = str(message.string if language == "zh-Hans" else message.id)
    whole = isinstance(message.id, str) and "%" not in text and "{" not in text
    theirs = text in SHEET.read_text(encoding="utf-8")
    return text if whole and not theirs and len(text) >= (4 if language == "zh-Hans" else 15) else ""


SENTENCES = {language: {telling(language, m) for m in extract.read() if m.id} - {""} for language in OTHER}


def language_of(page: TestResponse) -> str:
    found = re.search(r'<html lang="([^"]+)"', page.text)
    assert found
    return found[1]


def assert_speaks(language: str, page: TestResponse) -> None:
    """The page says that it is in `language`, and no sentence of the other stands on it."""
    assert language_of(page) == language
    text = unescape(page.text)
    assert [sentence for sentence in SENTENCES[OTHER[language]] if sentence in text] == []
    assert [sentence for sentence in SENTENCES[language] if sentence in text]


@pytest.fixture
def pages(app: Flask, workbook: str) -> list[str]:
    """The address of every page there is, of a workbook with a round in it; another workbook lies in the bin."""
    person = Person(app)
    person.send(f"/workbooks/{workbook}/rounds", kind="hr", scheduled_at="2026-06-03T14:00", time_zone="Asia/Shanghai")
    removed = person.send("/starter").headers["Location"]
    person.send(f"{removed}/remove")
    rounds = re.findall(r"/rounds/([\w-]+)", person.get(f"/workbooks/{workbook}").text)
    values = {"workbook": workbook, "round_": rounds[0]}
    with app.test_request_context():
        return sorted(
            str(app.url_map.bind("localhost").build(rule.endpoint, {name: values[name] for name in rule.arguments}))
            for rule in app.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and rule.endpoint not in SILENT and rule.arguments <= values.keys()
        )


@pytest.fixture
def set_to(app: Flask, database_url: str, tmp_path: Path) -> Iterator[Callable[[str], Flask]]:
    """The same workbooks, served with ASKBACK_LANGUAGE set."""
    made: list[Flask] = []

    def serve(language: str) -> Flask:
        made.append(create_app(replace(settings_for(database_url, tmp_path), language=language)))
        return made[-1]

    yield serve
    for one in made:
        close(one)


@pytest.mark.parametrize(("accepted", "language"), ACCEPTED)
def test_a_page_is_in_the_first_language_of_the_browser_that_we_speak(app: Flask, accepted: str, language: str) -> None:
    assert_speaks(language, Person(app, accepted).get("/"))


@pytest.mark.parametrize("language", OTHER)
def test_every_page_is_in_one_language(app: Flask, pages: list[str], language: str) -> None:
    person = Person(app, language)
    assert len(pages) >= 7
    for address in pages:
        page = person.get(address)
        assert page.status_code == 200, address
        assert_speaks(language, page)


def test_a_page_without_a_browser_that_asks_is_in_english(app: Flask) -> None:
    assert_speaks("en", app.test_client().get("/"))


def test_the_switch_stands_on_every_page_and_returns_to_it(app: Flask, pages: list[str]) -> None:
    for address in pages:
        person = Person(app, "en")
        form = re.search(
            r'<form class="inline"[^>]*action="/settings/language">.*?</form>', person.get(address).text, re.S
        )
        assert form, address
        back = re.search(r'name="back" value="([^"]*)"', form[0])
        assert back
        assert 'value="zh-Hans" lang="zh-Hans">中文<' in form[0]
        switched = person.send("/settings/language", language="zh-Hans", back=unescape(back[1]))
        assert (switched.status_code, switched.headers["Location"]) == (303, address)
        assert_speaks("zh-Hans", person.get(address))


def test_the_switch_keeps_what_was_asked_for_in_the_address(person: Person) -> None:
    page = person.get("/import?from=here")
    assert re.search(r'name="back" value="/import\?from=here"', page.text)


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "/\\example.com", "", "javascript:x"])
def test_the_switch_never_leads_to_another_site(person: Person, elsewhere: str) -> None:
    assert person.send("/settings/language", language="en", back=elsewhere).headers["Location"] == "/"


def test_the_switch_offers_the_language_that_is_not_spoken(app: Flask) -> None:
    assert ">English</button>" in Person(app, "zh-CN").get("/").text
    assert ">中文</button>" in Person(app, "en").get("/").text


@pytest.mark.parametrize("language", OTHER)
def test_the_setting_wins_over_the_browser(set_to: Callable[[str], Flask], language: str) -> None:
    assert_speaks(language, Person(set_to(language), OTHER[language]).get("/"))


@pytest.mark.parametrize("language", OTHER)
def test_the_choice_on_the_page_wins_over_the_setting_and_lasts(set_to: Callable[[str], Flask], language: str) -> None:
    person = Person(set_to(OTHER[language]), OTHER[language])
    person.send("/settings/language", language=language, back="/settings")
    assert_speaks(language, person.get("/settings"))
    assert_speaks(language, person.get("/"))
    person.send("/settings/language", language=OTHER[language], back="/")
    assert_speaks(OTHER[language], person.get("/"))


def test_a_language_we_do_not_speak_is_refused_and_changes_nothing(person: Person) -> None:
    assert person.save("/settings/language", language="fr").status_code == 422
    assert_speaks("en", person.get("/"))


def test_one_persons_language_is_not_anothers(app: Flask) -> None:
    chinese, english = Person(app, "zh-CN"), Person(app, "en")
    for _ in range(2):
        assert_speaks("zh-Hans", chinese.get("/"))
        assert_speaks("en", english.get("/"))


REFUSALS: dict[int, tuple[str, str, dict[str, str], dict[str, str]]] = {
    # what is sent: method, path, fields, headers
    400: ("POST", "/workbooks/{workbook}/questions/{question}/answer", {}, {}),
    403: ("POST", "/settings/language", {"language": "en"}, {"Origin": "https://example.com"}),
    404: ("GET", "/workbooks/none", {}, {}),
    405: ("GET", "/settings/language", {}, {}),
    410: ("GET", "/workbooks/{removed}", {}, {}),
    413: (
        "POST",
        "/workbooks/{workbook}/questions/{question}/answer",
        {"body": "长" * 100_001, "version": "0"},
        {},
    ),
    422: ("POST", "/settings/language", {"language": "fr"}, {}),
}
SAID: dict[int, tuple[str, dict[str, object]]] = {
    400: ("The form has no field “%(name)s”.", {"name": "body"}),
    403: ("This request came from another site, so nothing was changed.", {}),
    404: ("There is nothing here, or not any more.", {}),
    405: ("This address does not do that.", {}),
    410: ("This is in the bin. Put it back to change it.", {}),
    413: ("This is too long: %(length)s characters; at most %(limit)s fit.", {"length": 100_001, "limit": 100_000}),
    422: ("“%(value)s” is not a choice for “%(name)s”.", {"value": "fr", "name": "language"}),
}


def said_in(language: str, key: str, values: dict[str, object] | None = None) -> str:
    """A sentence as the person reads it."""
    return catalogue(language).gettext(key) % (values or {})


@pytest.mark.parametrize("code", REFUSALS)
@pytest.mark.parametrize("language", OTHER)
def test_a_refusal_is_in_the_persons_language_on_the_page_and_for_scripts(
    app: Flask, workbook: str, language: str, code: int
) -> None:
    person = Person(app, language)
    removed = person.send("/starter").headers["Location"].split("/")[-1]
    person.send(f"/workbooks/{removed}/remove")
    question = re.findall(r'id="q-([^"]+)"', person.get(f"/workbooks/{workbook}").text)[0]
    method, path, fields, headers = REFUSALS[code]
    path = path.format(workbook=workbook, question=question, removed=removed)
    data = {"csrf_token": person.token, **fields} if method == "POST" else None
    said = said_in(language, *SAID[code])

    page = person.client.open(path, method=method, data=data, headers=person.headers | headers)
    assert page.status_code == code
    assert_speaks(language, page)
    assert f"<h1>{said}</h1>" in unescape(page.text)

    script = {"Accept": "application/json", **headers}
    reply = person.client.open(path, method=method, data=data, headers=person.headers | script)
    assert reply.status_code == code
    assert reply.json == {"error": said}


@pytest.mark.parametrize("language", OTHER)
def test_a_page_left_open_too_long_is_told_so_in_its_language(app: Flask, language: str) -> None:
    reply = Person(app, language).client.post(
        "/starter",
        data={"csrf_token": "an old one"},
        headers={"Accept": "application/json", "Accept-Language": language},
    )
    assert reply.status_code == 400
    key = "This page has been open so long that its token has expired. Save once more."
    assert reply.json == {"error": said_in(language, key)}


@pytest.mark.parametrize("language", OTHER)
def test_two_texts_for_one_box_are_shown_in_the_persons_language(app: Flask, workbook: str, language: str) -> None:
    person = Person(app, language)
    question = re.findall(r'id="q-([^"]+)"', person.get(f"/workbooks/{workbook}").text)[0]
    address = f"/workbooks/{workbook}/questions/{question}/answer"
    person.send(address, body="one", version=0)
    page = person.send(address, body="two", version=0)
    assert page.status_code == 409
    assert_speaks(language, page)


@pytest.mark.parametrize("language", OTHER)
def test_a_file_that_cannot_be_imported_is_refused_in_the_persons_language(app: Flask, language: str) -> None:
    page = Person(app, language).send("/import", text="")
    assert page.status_code == 422
    assert_speaks(language, page)
    assert said_in(language, "Choose a file, drop one here, or paste a sheet.") in page.text


@pytest.mark.parametrize(("language", "when"), [("en", "Wed, Jun 3, 14:00"), ("zh-Hans", "6月3日周三 14:00")])
def test_the_time_of_a_round_is_written_as_the_language_writes_it(
    app: Flask, workbook: str, language: str, when: str
) -> None:
    person = Person(app, language)
    person.send(f"/workbooks/{workbook}/rounds", kind="hr", scheduled_at="2026-06-03T14:00", time_zone="Asia/Shanghai")
    assert when in person.get(f"/workbooks/{workbook}/rounds").text
