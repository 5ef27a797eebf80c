"""Goals, tasks and their steps are ticked where they stand: the state is carried, and said twice changes nothing."""

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import everything, ids

SHEET = """# x

## 短期目标

- [ ] 学会一样东西
  - [ ] 第一步
    - [ ] 更小的一步
- [x] 已经会的

## 待办清单

- [ ] 带证件
  - [ ] 找到它
"""


@pytest.mark.parametrize("kind", ["goals", "tasks", "steps"])
def test_a_box_is_what_was_sent_and_never_turned_over(app: Flask, person: Person, kind: str) -> None:
    base = person.send("/import", text=SHEET).headers["Location"]
    for uid in ids(person, base.split("/")[2], kind):
        box, unticked = f"{base}/{kind}/{uid}/done", person.get(base).text.count(" checked>")
        for fields in ({"checked": "1"}, {}, {"checked": "1"}):
            assert person.save(box, **fields).get_json()["saved_at"]
            before = everything(app)
            answer = person.send(box, **fields)
            assert answer.headers["Location"] == f"{base}#b-{uid}"
            assert everything(app) == before
        assert f'id="b-{uid}"' in person.get(base).text
        assert 0 <= person.get(base).text.count(" checked>") - unticked <= 1


def test_a_step_is_its_own_and_ticks_nothing_above_or_below(person: Person) -> None:
    base = person.send("/import", text=SHEET).headers["Location"]
    for uid in ids(person, base.split("/")[2], "steps"):
        before = person.get(base).text.count(" checked>")
        person.save(f"{base}/steps/{uid}/done", checked="1")
        assert person.get(base).text.count(" checked>") == before + 1


def test_a_step_is_no_goal(person: Person, app: Flask) -> None:
    base = person.send("/import", text=SHEET).headers["Location"]
    step, before = ids(person, base.split("/")[2], "steps")[0], everything(app)
    assert person.save(f"{base}/goals/{step}/done", checked="1").status_code == 404
    assert everything(app) == before
