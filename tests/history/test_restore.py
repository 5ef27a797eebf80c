"""Any former text brought back: as a change like others, so that nothing is lost by it."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from app.db import db, writing
from app.models import Account, Goal, Info, Kept, Question, Revision, Signal
from app.web.access import place
from tests.conftest import Person
from tests.exchange.books import places
from tests.history.telling import Entry, histories, ids_of, say, texts
from tests.web.pages import add_round, everything, forms_of, statements_of

OUTSIDE = "Answer outside of any round"


@pytest.fixture
def path(app: Flask, person: Person, workbook: str) -> str:
    """The history of a question that was answered three times."""
    uid = ids_of(app, workbook, Question)[0]
    say(person, f"/workbooks/{workbook}/questions/{uid}/answer", "甲", "乙", "丙")
    return f"/workbooks/{workbook}/history/questions/{uid}"


def entries(person: Person, path: str, heading: str = OUTSIDE) -> list[Entry]:
    return histories(person.get(path))[heading]


def fields(entry: Entry) -> dict[str, str]:
    return {"revision": entry.revision, "version": str(entry.version)}


def test_a_former_text_comes_back_and_the_present_one_stays_in_the_history(person: Person, path: str) -> None:
    oldest = entries(person, path)[-1]
    restored = person.send(f"{path}/restore", **fields(oldest))
    assert restored.status_code == 303
    assert restored.headers["Location"].startswith(f"{path}#t-")
    page = person.get(path)
    assert f'id="{restored.headers["Location"].split("#")[1]}"' in page.text
    assert texts(page, OUTSIDE) == ["甲", "{-丙-}{+甲+}", "{-乙-}{+丙+}", "{-甲-}{+乙+}"]
    assert "甲</textarea>" in person.get(path.split("/history")[0]).text


def test_a_repeated_restore_changes_nothing_more(app: Flask, person: Person, path: str) -> None:
    oldest = entries(person, path)[-1]
    first = person.save(f"{path}/restore", **fields(oldest))
    assert (first.status_code, first.get_json()["version"]) == (200, 4)
    before = everything(app)
    assert person.save(f"{path}/restore", **fields(oldest)).get_json() == first.get_json()
    assert person.send(f"{path}/restore", **fields(oldest)).status_code == 303
    assert everything(app) == before


def test_what_was_saved_meanwhile_is_not_written_over(app: Flask, person: Person, workbook: str, path: str) -> None:
    oldest = entries(person, path)[-1]
    say(person, path.replace("/history", "") + "/answer", "丁", version=3)
    before = everything(app)
    script = person.save(f"{path}/restore", **fields(oldest))
    assert (script.status_code, script.get_json()) == (409, {"version": 4, "body": "丁"})
    page = person.send(f"{path}/restore", **fields(oldest))
    assert page.status_code == 409
    assert "甲" in page.text and "丁" in page.text
    assert everything(app) == before
    (form,) = (form for form in forms_of(page) if form.action == f"{path}/restore")
    assert person.client.post(form.action, data=form.fields).status_code == 303
    assert texts(person.get(path), OUTSIDE)[:2] == ["甲", "{-丁-}{+甲+}"]


def test_an_answer_comes_back_in_its_own_round(app: Flask, person: Person, workbook: str, path: str) -> None:
    held = add_round(person, workbook, name="二面")
    say(person, path.replace("/history", f"/rounds/{held}") + "/answer", "里", "外")
    entry = entries(person, path, "二面")[1]
    assert person.send(f"{path}/restore", **fields(entry)).status_code == 303
    assert texts(person.get(path), "二面")[0] == "里"
    assert texts(person.get(path), OUTSIDE)[0] == "丙"


def test_evidence_comes_back_without_its_tick_being_touched(app: Flask, person: Person, workbook: str) -> None:
    uid, held = ids_of(app, workbook, Signal)[0], add_round(person, workbook, name="一面")
    inside, path = f"/workbooks/{workbook}/rounds/{held}/signals/{uid}", f"/workbooks/{workbook}/history/signals/{uid}"
    say(person, f"{inside}/evidence", "原话", "转述", field="evidence")
    person.save(f"{inside}/mark", state="not_seen")
    assert person.send(f"{path}/restore", **fields(entries(person, path, "一面")[1])).status_code == 303
    assert texts(person.get(path), "一面")[0] == "原话"
    (mark,) = everything(app)["mark"]
    assert False in mark and "原话" in mark


def test_notes_come_back(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Goal)[0]
    path = f"/workbooks/{workbook}/history/goals/{uid}"
    with app.app_context(), writing() as connection:
        for version, notes in enumerate(("先读", "再写")):
            Goal.annotate(connection, places(Goal, workbook)[0], notes, version)
    assert person.send(f"{path}/restore", **fields(entries(person, path, "Notes")[1])).headers["Location"] == (
        f"{path}#notes"
    )
    assert texts(person.get(path), "Notes")[0] == "先读"


def test_a_wording_comes_back_with_both_its_halves(app: Flask, person: Person, workbook: str) -> None:
    uid = ids_of(app, workbook, Info)[0]
    path = f"/workbooks/{workbook}/history/info/{uid}"
    first = texts(person.get(path), "Wording")[0]
    reword(app, workbook, uid, "公司", "别的公司", 1)
    entry = entries(person, path, "Wording")[1]
    reword(app, workbook, uid, "公司", "第三家", 2)
    script = person.save(f"{path}/restore", **fields(entry))
    assert (script.status_code, script.get_json()) == (409, {"version": 3, "body": "公司", "note": "第三家"})
    page = person.send(f"{path}/restore", **fields(entry))
    assert page.status_code == 409 and "公司\n第三家" in page.text and first in page.text
    (form,) = (form for form in forms_of(page) if form.action == f"{path}/restore")
    restored = person.client.post(form.action, data=form.fields)
    assert restored.headers["Location"] == f"{path}#wording"
    assert texts(person.get(path), "Wording")[0] == first


def test_every_revision_of_a_long_history_can_come_back(app: Flask, person: Person, workbook: str, path: str) -> None:
    say(person, path.replace("/history", "") + "/answer", *(f"第{number}" for number in range(3, 45)), version=3)
    with app.app_context():
        oldest = db.session.scalars(select(Revision.uid).where(Revision.version == 1)).one()
    older = f"{path}/before/{entries(person, path)[-1].revision}"
    assert entries(person, older)[0].version == 45
    assert person.send(f"{path}/restore", revision=oldest, version="45").status_code == 303
    assert entries(person, path)[0].text == "甲"


def test_a_revision_of_something_else_is_not_there(app: Flask, person: Person, workbook: str, path: str) -> None:
    entry = entries(person, path)[-1]
    other = ids_of(app, workbook, Question)[1]
    own = str(person.save("/starter").get_json()["id"])
    twin = ids_of(app, own, Question)[0]
    before = everything(app)
    for elsewhere in (
        f"/workbooks/{workbook}/history/questions/{other}",
        f"/workbooks/{workbook}/history/signals/{ids_of(app, workbook, Signal)[0]}",
        f"/workbooks/{own}/history/questions/{twin}",
        path.replace(workbook, own),
        path.replace("/questions/", "/goals/"),
    ):
        assert person.send(f"{elsewhere}/restore", **fields(entry)).status_code == 404, elsewhere
    assert person.send(f"{path}/restore", revision="nothing", version="3").status_code == 404
    assert everything(app) == before


def test_a_strangers_history_is_as_if_it_were_not_there(app: Flask, person: Person, path: str) -> None:
    entry = entries(person, path)[-1]
    with app.app_context():
        db.session.add(Account(id=2, owner_id=2))
        db.session.flush()
        for table in reversed(Account.metadata.sorted_tables):
            if table.name != "account":
                db.session.execute(table.update().values(owner_id=2))
        db.session.commit()
    before = everything(app)
    assert person.get(path).status_code == 404
    assert person.get(f"{path}/before/{entry.revision}").status_code == 404
    assert person.send(f"{path}/restore", **fields(entry)).status_code == 404
    assert everything(app) == before


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({}, 400),
        ({"revision": "x"}, 400),
        ({"version": "1"}, 400),
        ({"revision": "x", "version": "-1"}, 400),
        ({"revision": "x", "version": "1" * 20}, 400),
        ({"revision": "x" * 65, "version": "1"}, 413),
        ({"revision": "\0", "version": "1"}, 422),
    ],
    ids=str,
)
def test_a_form_that_no_page_gave_is_refused(person: Person, path: str, sent: dict[str, str], code: int) -> None:
    assert person.send(f"{path}/restore", **sent).status_code == code


def test_a_restore_is_never_a_get(person: Person, path: str) -> None:
    assert person.get(f"{path}/restore").status_code == 405


def test_a_restore_asks_a_fixed_number(app: Flask, person: Person, path: str) -> None:
    token, oldest = person.token, entries(person, path)[-1]
    data = {"csrf_token": token, **fields(oldest)}
    # the question, the revision, the answer that is kept, the text again, the former one
    assert statements_of(app, lambda: person.client.post(f"{path}/restore", data=data)) == 5
    assert statements_of(app, lambda: person.client.post(f"{path}/restore", data=data)) == 3


def reword(app: Flask, workbook: str, uid: str, head: str, tail: str, version: int) -> None:
    with app.app_context(), writing() as connection:
        assert isinstance(Info.reword(connection, place(connection, Info, workbook, uid), head, tail, version), Kept)
