"""Notes of a goal: Markdown with links to read, a box that saves itself to write in, and no word lost between two."""

from __future__ import annotations

import pytest
from flask import Flask

from app.models.notes import NOTES_LIMIT
from app.web.text import block
from tests.goals.plan import Plan
from tests.web.pages import everything, forms_of

NOTES = "先读 [文档](https://docs.example.org/a?b=1&c=2)\n再看 https://example.org/x。\n\n- 一\n- **二**"


@pytest.fixture
def notes(plan: Plan) -> str:
    """Where the notes of a goal are saved."""
    return f"{plan.goal('读完论文')}/notes"


def test_notes_are_written_in_a_box_and_read_as_markdown(plan: Plan, notes: str) -> None:
    assert plan.person.save(notes, notes=NOTES, version=0).get_json()["version"] == 1
    card = plan.card("读完论文")
    assert '<a href="https://docs.example.org/a?b=1&c=2" rel="noopener noreferrer">文档</a>' in card
    assert '<a href="https://example.org/x" rel="noopener noreferrer">https://example.org/x</a>。' in card
    assert "<strong>二</strong>" in card
    (form,) = plan.forms(notes)
    assert (form.fields["notes"], form.fields["version"]) == (NOTES, "1")


def test_without_script_the_box_leads_back_to_its_goal(plan: Plan, notes: str) -> None:
    answer = plan.person.send(notes, notes=NOTES, version=0)
    assert answer.headers["Location"] == f"{plan.base}/goals#g-{notes.split('/')[-2]}"


def test_outdated_notes_are_a_conflict_that_shows_both(app: Flask, plan: Plan, notes: str) -> None:
    plan.person.save(notes, notes="theirs", version=0)
    before = everything(app)
    script = plan.person.save(notes, notes="mine", version=0)
    told = {"conflict": script.get_json()["conflict"], "joined": "theirs\nmine"}
    assert (script.status_code, script.get_json()) == (409, {"version": 1, "body": "theirs", **told})
    page = plan.person.send(notes, notes="mine", version=0)
    assert page.status_code == 409
    assert "theirs" in page.text and "读完论文" in page.text
    (form,) = (form for form in forms_of(page) if form.action == notes)
    assert (form.fields["notes"], form.fields["version"]) == ("mine", "1")
    (aside,) = everything(app)["conflict"]
    assert everything(app) == before | {"conflict": [aside]}
    assert plan.person.client.post(notes, data=form.fields).status_code == 303
    assert "<p>mine</p>" in plan.card("读完论文")


def test_the_same_notes_again_are_as_saved(app: Flask, plan: Plan, notes: str) -> None:
    plan.person.save(notes, notes="text", version=0)
    before = everything(app)
    assert plan.person.save(notes, notes="text", version=0).get_json()["version"] == 1
    assert everything(app) == before


def test_notes_touch_neither_the_tick_nor_the_day(plan: Plan, notes: str) -> None:
    goal = notes.removesuffix("/notes")
    plan.person.save(f"{goal}/done", checked="1")
    plan.person.save(f"{goal}/due", due_on="2030-01-31")
    plan.person.save(notes, notes="text", version=0, due_on="", checked="")
    assert "data-done" in plan.page.split(f'id="g-{goal.split("/")[-1]}"')[1].split(">")[0]
    assert 'datetime="2030-01-31"' in plan.card("读完论文")


def test_notes_that_are_too_long_are_refused_with_their_text(plan: Plan, notes: str) -> None:
    refused = plan.person.send(notes, notes="汉" * (NOTES_LIMIT + 1), version=0)
    assert refused.status_code == 413
    assert plan.person.save(notes, notes="x").status_code == 400


def link(address: str, text: str) -> str:
    return f'<a href="{address}" rel="noopener noreferrer">{text}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\nb\n\nc", "<p>a<br>\nb</p>\n<p>c</p>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("[m](mailto:a@b.org)", f"<p>{link('mailto:a@b.org', 'm')}</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](/settings) [y](data:text/html,z)", "<p>[x](/settings) [y](data:text/html,z)</p>\n"),
        ("# big\n\nbig\n===", "<p># big</p>\n<p>big<br>\n===</p>\n"),
        ("<b onclick=x>raw</b>", "<p>&lt;b onclick=x&gt;raw&lt;/b&gt;</p>\n"),
        ("`https://a.org`", "<p><code>https://a.org</code></p>\n"),
        ("[https://b.org](https://c.org)", f"<p>{link('https://c.org', 'https://b.org')}</p>\n"),
        ("(https://a.org/x).", f"<p>({link('https://a.org/x', 'https://a.org/x')}).</p>\n"),
        ('https://a.org/"onclick=x', f'<p>{link("https://a.org/", "https://a.org/")}"onclick=x</p>\n'),
    ],
)
def test_a_longer_text_shows_what_is_harmless(text: str, html: str) -> None:
    assert block(text) == html
