"""A round is added in two taps; the same request again is the same round, and its time is the instant meant."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from flask import Flask
from sqlalchemy import select

from app.db import db
from app.models import Round
from tests.conftest import Person
from tests.web.pages import everything


def rounds(app: Flask) -> list[dict[str, object]]:
    with app.app_context():
        table = Round.__table__
        return [dict(row._mapping) for row in db.session.execute(select(table).order_by(table.c.position))]


def test_a_round_needs_only_its_kind(app: Flask, person: Person, workbook: str) -> None:
    added = person.send(f"/workbooks/{workbook}/rounds", kind="hr")
    assert added.status_code == 303
    assert person.get(added.headers["Location"]).status_code == 200
    (held,) = rounds(app)
    assert (held["kind"], held["name"], held["scheduled_at"], held["time_zone"]) == ("hr", "", None, None)


def test_a_script_is_told_its_id_and_address(person: Person, workbook: str) -> None:
    uid = str(uuid4())
    added = person.save(f"/workbooks/{workbook}/rounds", kind="technical", id=uid)
    assert added.status_code == 201
    assert added.get_json() == {"id": uid, "url": f"/workbooks/{workbook}/rounds/{uid}"}
    assert person.get(added.get_json()["url"]).status_code == 200


def test_the_same_round_sent_again_is_added_once(app: Flask, person: Person, workbook: str) -> None:
    uid = str(uuid4())
    first = person.save(f"/workbooks/{workbook}/rounds", kind="hr", id=uid, name="一")
    before = everything(app)
    for form in (uid, uid.upper(), f"{{{uid}}}"):
        again = person.save(f"/workbooks/{workbook}/rounds", kind="hr", id=form, name="一")
        assert (again.status_code, again.get_json()) == (201, first.get_json())
    assert everything(app) == before


def test_the_same_round_sent_by_several_at_once_is_added_once(app: Flask, person: Person, workbook: str) -> None:
    uid, people = str(uuid4()), [Person(app) for _ in range(6)]
    with ThreadPoolExecutor(len(people)) as pool:
        sent = pool.map(lambda one: one.save(f"/workbooks/{workbook}/rounds", kind="hr", id=uid), people)
        assert [answer.status_code for answer in sent] == [201] * 6
    assert len(rounds(app)) == 1


def test_an_id_that_another_workbook_uses_is_refused(app: Flask, person: Person, workbook: str) -> None:
    uid, other = str(uuid4()), person.save("/starter").get_json()["id"]
    person.save(f"/workbooks/{workbook}/rounds", kind="hr", id=uid)
    before = everything(app)
    assert person.save(f"/workbooks/{other}/rounds", kind="hr", id=uid).status_code == 422
    assert everything(app) == before


TIMES = [
    ("2026-01-31T15:00", "Asia/Shanghai", "2026-01-31T07:00:00+00:00"),
    ("2026-01-31T15:00", "", "2026-01-31T07:00:00+00:00"),  # the person's own zone, from the settings
    ("2026-01-31T15:00:30", "UTC", "2026-01-31T15:00:30+00:00"),
    ("2026-07-01T09:00", "America/New_York", "2026-07-01T13:00:00+00:00"),
    ("2026-12-01T09:00", "America/New_York", "2026-12-01T14:00:00+00:00"),
    ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00+00:00"),  # skipped by the clock: 03:30 there
    ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00+00:00"),  # shown twice: the first
    ("2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00+00:00"),
    ("1970-01-01T00:00", "Pacific/Kiritimati", "1970-01-01T10:40:00+00:00"),
    ("2999-12-31T23:59", "Pacific/Pago_Pago", "3000-01-01T10:59:00+00:00"),
]


def test_the_time_is_the_instant_meant(app: Flask, person: Person, workbook: str) -> None:
    for local, zone, instant in TIMES:
        added = person.save(f"/workbooks/{workbook}/rounds", kind="hr", scheduled_at=local, time_zone=zone)
        assert added.status_code == 201, local
        held = rounds(app)[-1]
        assert str(held["scheduled_at"]).replace(" ", "T") == instant
        assert held["time_zone"] == (zone or "Asia/Shanghai")
        assert f'datetime="{instant}"' in person.get(added.get_json()["url"]).text


WRONG = [
    {"kind": ""},
    {"kind": "Technical"},
    {"id": "12"},
    {"id": "x" * 36},
    {"scheduled_at": "tomorrow"},
    {"scheduled_at": "2026-01-31"},
    {"scheduled_at": "2026-02-30T10:00"},
    {"scheduled_at": "2026-01-31T25:00"},
    {"scheduled_at": "2026-01-31T15:00+02:00"},
    {"scheduled_at": "2026-01-31T15:00Z"},
    {"scheduled_at": "2026-W05-6T15:00"},
    {"scheduled_at": "20260131T1500"},
    {"scheduled_at": "０００１-01-01T00:00"},
    {"scheduled_at": "0001-01-01T00:00"},
    {"scheduled_at": "9999-12-31T23:59"},
    {"time_zone": "Mars/Olympus"},
    {"time_zone": "Asia"},
    {"time_zone": "../../../etc/passwd"},
    {"time_zone": "x" * 10_000},
    {"time_zone": "+08:00", "scheduled_at": "2026-01-31T15:00"},
]


def test_what_is_no_kind_no_time_and_no_zone_is_refused(app: Flask, person: Person, workbook: str) -> None:
    before = everything(app)
    for wrong in WRONG:
        fields = {"kind": "hr", "name": "我的名字", **wrong}
        page = person.send(f"/workbooks/{workbook}/rounds", **fields)
        assert page.status_code == 422, wrong
        assert "我的名字</textarea>" in page.text
        assert person.save(f"/workbooks/{workbook}/rounds", **fields).status_code == 422
    assert everything(app) == before


def test_rounds_stand_in_the_order_they_were_added(person: Person, workbook: str) -> None:
    for name in ("甲", "乙", "丙"):
        person.save(f"/workbooks/{workbook}/rounds", kind="hr", name=name)
    page = person.get(f"/workbooks/{workbook}/rounds").text
    assert page.index("甲") < page.index("乙") < page.index("丙")
