"""A database that is cut off, overwritten or has flipped bytes: `doctor` names it or all that it says is as it was, and
`restore` brings the last backup back, every time, keeping what was there."""

from __future__ import annotations

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from app import create_app
from app.commands.doctor import examined
from app.config import Settings
from app.db import LOCAL_OWNER, db, writing
from app.exchange.give import give
from app.exchange.starter import create_starter
from app.models import Answer, Question, Workbook
from app.models.place import Place
from app.upkeep import backup
from app.upkeep.copies import PERSON, free_name
from tests.conftest import close, make_app, settings_for
from tests.trying import times

Damage = Callable[[bytearray, random.Random], None]


def flip_a_bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flip_bytes(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(2, 64)):
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)


def overwrite_a_stretch(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    length = min(chance.randrange(1, 9000), len(data) - place)
    data[place : place + length] = chance.choice((b"\0", b"\xa5")) * length


def cut_off(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def break_the_header(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(100)] ^= chance.randrange(1, 256)


KINDS: tuple[Damage, ...] = (flip_a_bit, flip_bytes, overwrite_a_stretch, cut_off, break_the_header)


def test_doctor_names_the_damage_or_there_is_none_and_the_backup_comes_back(tmp_path: Path) -> None:
    settings, file = a_life(tmp_path), tmp_path / "askback.db"
    # Named by a later time, as if nobody had written for an hour before it.
    later = backup.local_time() + timedelta(hours=1)
    kept = backup.keep(settings, PERSON).rename(free_name(settings.backups, PERSON, ".db", later))
    good, said = file.read_bytes(), everything(settings)
    assert [check for check in examined(settings, {}) if not check.ok] == []
    told, chance = Counter[str](), random.Random(6)
    for number in range(times(15, 100)):
        data = bytearray(good)
        KINDS[number % len(KINDS)](data, chance)
        for beside in ("", "-wal", "-shm"):
            file.with_name(file.name + beside).unlink(missing_ok=True)
        file.write_bytes(data)
        named = [check.name for check in examined(settings, {}) if not check.ok]
        assert file.read_bytes() == data, "the doctor changed it"
        if not named:
            assert everything(settings) == said, f"damage {number} has no name"
        told[" ".join(named) or "unharmed"] += 1
        broken = backup.restore(kept, settings, alone=True)
        assert broken and broken.exists()
        assert everything(settings) == said
        assert [check for check in examined(settings, {}) if not check.ok] == []
    print(f"{sum(told.values())} damaged databases: {dict(told)}; the backup came back each time")


def test_the_log_of_another_database_is_named_or_harmless_and_the_backup_comes_back(tmp_path: Path) -> None:
    for folder in ("mine", "other"):
        (tmp_path / folder).mkdir()
    settings, file = a_life(tmp_path / "mine"), tmp_path / "mine/askback.db"
    a_life(tmp_path / "other")
    kept, said = backup.keep(settings, PERSON), everything(settings)
    with closing(sqlite3.connect(tmp_path / "other/askback.db")) as other:
        other.execute("UPDATE answer SET body = body || 'x'")
        other.commit()
        log = (tmp_path / "other/askback.db-wal").read_bytes()
    file.with_name("askback.db-wal").write_bytes(log)
    named = [check.name for check in examined(settings, {}) if not check.ok]
    assert named or everything(settings) == said
    backup.restore(kept, settings, alone=True)
    assert everything(settings) == said
    print(f"the log of another database: {named or 'harmless'}; the backup came back")


def a_life(folder: Path) -> Settings:
    """A data folder with a workbook that somebody works with, and one that nobody touched."""
    app = make_app(f"sqlite:///{folder / 'askback.db'}", folder)
    with app.app_context():
        create_starter(LOCAL_OWNER)
        create_starter(LOCAL_OWNER)
        asked = db.session.execute(select(Question.id).where(Question.workbook_id == 2)).scalars().all()
        with writing() as connection:
            for key in asked:
                for version in range(2):
                    body = f"第{version}次回答 {key}\n" * 20
                    Answer.revise(connection, Place(LOCAL_OWNER, 2, key), None, body, version)
    close(app)
    return settings_for(f"sqlite:///{folder / 'askback.db'}", folder)


def everything(settings: Settings) -> Any:
    """All that each workbook says; nothing where it cannot be said."""
    app = create_app(settings)
    try:
        with app.app_context():
            keys = db.session.execute(select(Workbook.id).order_by(Workbook.id)).scalars().all()
            return [json.loads(give(key, "json"))["workbooks"] for key in keys]
    except (SQLAlchemyError, ValueError):
        return None
    finally:
        close(app)
