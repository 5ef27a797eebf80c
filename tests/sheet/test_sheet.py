"""The sheet shows a workbook whole, in its own order, with exactly the boxes that stand outside of any round."""

import json

from tests.conftest import Person
from tests.web.pages import add_round, forms_of


def test_the_sheet_has_a_box_for_everything_outside_of_rounds_and_nothing_else(person: Person, workbook: str) -> None:
    base = f"/workbooks/{workbook}"
    inside = f"{base}/rounds/{add_round(person, workbook)}"
    book = json.loads(person.send(f"{base}/export", format="json").data)["workbooks"][0]
    actions = {form.action for form in forms_of(person.get(base))}
    expected = {f"{base}/questions/{one['id']}/answer" for one in book["questions"]}
    expected |= {f"{base}/questions/{one['id']}/asked" for one in book["questions"] if one["asked"] is not None}
    expected |= {f"{base}/signals/{one['id']}/mark" for one in book["signals"]}
    expected |= {f"{base}/{kind}/{one['id']}/done" for kind in ("goals", "tasks") for one in book[kind]}
    steps = [step for kind in ("goals", "tasks") for one in book[kind] for step in one["steps"]]
    expected |= {f"{base}/steps/{step['id']}/done" for step in steps}
    assert actions - expected == {"/settings/language", f"{base}/rounds", f"{base}/export", f"{base}/remove"}
    assert expected <= actions
    assert inside not in " ".join(actions)


def test_steps_as_deep_as_a_file_goes_are_shown(person: Person) -> None:
    deep = "".join(f"{'  ' * depth}- [ ] step {depth}.\n" for depth in range(60))
    answer = person.send("/import", text=f"# x\n\n## 短期目标\n\n{deep}")
    assert answer.status_code == 303
    page = person.get(answer.headers["Location"])
    assert page.status_code == 200
    assert all(f"step {depth}." in page.text for depth in range(60))
