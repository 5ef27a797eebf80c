"""Three weeks of a person on a phone: three rounds with three people, each prepared, lived through and debriefed, one
with a tunnel in it; and then what the pages and the files say of them, which is what was typed."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Locator, expect

from app.exchange.give import to_json
from app.exchange.markdown import from_markdown
from tests.browser.server import Server
from tests.browser.sheet import SIGNALS
from tests.browser.test_debrief import verdict
from tests.browser.test_live import ask, asked, at_work
from tests.browser.test_network import SOON
from tests.browser.test_prepare import at_work_here, pick, row
from tests.browser.visitor import Visit, Visitor, form_of
from tests.browser.weeks import LOAD, SCHEDULING, WEEKS, Week, kept_of

WHY = "王磊说“从不”，陈静说“每周”；\n不会两个都对。"


def test_three_weeks_of_a_person(server: Server, visit: Visit) -> None:
    me = visit(server, width=390)
    uid = json.loads(server.run("list", "--json"))["workbooks"][0]["id"]
    sheet = f"/workbooks/{uid}"
    for number, week in enumerate(WEEKS):
        me.open(sheet)
        held = arrange(me, week)
        prepare(me, week, WEEKS[:number])
        live(me, week)
        all_is_kept_once(server, uid, week)
        debrief(me, week, WEEKS[:number])
        me.page.wait_for_url(f"**{held}")
    me.open(f"{sheet}/signals")
    the_matrix_has_each_mark_as_it_was_made(me)
    open_question(me, held, LOAD)
    its_page_shows_all_answers(me, LOAD)
    expect(me.page.locator(".notice.warning")).to_contain_text("Asked and evaded in 2 rounds")
    open_question(me, held, SCHEDULING)
    contradict(me, WEEKS[0], WEEKS[2])
    its_page_shows_all_answers(me, SCHEDULING)
    me.open(sheet)
    expect(me.page.locator(".question").filter(has_text=SCHEDULING)).to_contain_text("two say different things")
    the_files_hold_all_of_it(json.loads(me.download("JSON")), me.download("Markdown with rounds").decode())


def arrange(me: Visitor, week: Week) -> str:
    """Add the round with its name, time and person; gives its address."""
    held = me.add_round(week.kind)
    me.page.get_by_role("link", name="Edit", exact=True).click()
    panel = me.page.get_by_role("group", name=re.compile("^Edit"))
    panel.get_by_label("Name", exact=True).fill(week.name)
    panel.get_by_label("Starts", exact=True).fill(week.starts)
    panel.get_by_label("Name of person 1", exact=True).fill(week.person)
    panel.get_by_label("Role of person 1", exact=True).fill(week.role)
    me.press("Save the round", panel)
    expect(me.page.get_by_role("heading", level=1)).to_have_text(week.name)
    return held


def prepare(me: Visitor, week: Week, before: tuple[Week, ...]) -> None:
    """Pick the questions, suggested for their reasons; what one told before is there to read."""
    me.page.get_by_role("link", name="Prepare: what to ask").click()
    at_work_here(me)
    for earlier in before:
        expect(me.page.locator("#told")).to_contain_text(earlier.told)
    me.page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    for question, why in week.picks.items():
        if why:
            expect(row(me, question).locator(".why")).to_contain_text(why)
        pick(me, question)
        expect(row(me, question).get_by_role("button", name="Take out")).to_be_visible()
    rows = [re.compile(re.escape(question)) for question in week.picks]
    expect(me.page.locator(".plan > li > p:first-child")).to_have_text(rows)


def live(me: Visitor, week: Week) -> None:
    """The call: each question as it comes, then the signals; where the network goes, all goes on and is sent later."""
    me.page.get_by_role("link", name="Live: one question at a time").click()
    at_work(me)
    me.press("Start")
    expect(me.page.locator("live-clock")).to_have_text(re.compile(r"\d+:\d\d"))
    for question, (text, outcome) in week.said.items():
        if question == week.cut_from:
            me.page.context.set_offline(True)
        answer(me, week, question, text, outcome)
    me.page.locator(".bar").get_by_role("link", name="Signals").click()
    for signal, (state, evidence) in week.seen.items():
        mark(me, signal, state, evidence, "kept" if week.cut_from else "saved")
    if week.cut_from:
        expect(me.page.locator("waiting-list summary")).to_be_visible()
        me.page.context.set_offline(False)
    last = me.box(f"Evidence for “{list(week.seen)[-1]}”")  # typed last, sent last
    expect(form_of(last)).to_have_attribute("data-state", "saved", timeout=SOON)
    expect(me.page.locator("waiting-list")).to_be_hidden()


def answer(me: Visitor, week: Week, question: str, text: str, outcome: str) -> None:
    """Type what they say to the question whose turn it is, and tap what became of it."""
    if question not in week.picks:
        ask(me, question)
    assert asked(me) == question
    expect(me.box(question)).to_be_focused()
    me.page.keyboard.type(text)
    me.press(outcome)


def mark(me: Visitor, signal: str, state: str, evidence: str, reached: str) -> None:
    """Tap whether a signal was seen and type its evidence, and see how far both have come."""
    choice, box = me.radio(me.signal(signal), state), me.box(f"Evidence for “{signal}”")
    choice.check()
    box.press_sequentially(evidence)
    for form in (form_of(choice), form_of(box)):
        expect(form).to_have_attribute("data-state", reached)


def all_is_kept_once(server: Server, uid: str, week: Week) -> None:
    """The server has what was said and seen in the last round, and each question that was asked is there once."""
    (book,) = json.loads(server.run("export", uid, "--format", "json"))["workbooks"]
    held, questions = kept_of(book, -1), [question["text"] for question in book["questions"]]
    assert (held["said"], held["seen"]) == (week.kept["said"], week.kept["seen"])
    assert [questions.count(question) for question in week.said] == [1] * len(week.said)


def debrief(me: Visitor, week: Week, before: tuple[Week, ...]) -> None:
    """All of it, from the verdict, which comes before those of earlier rounds, to what is left to do."""
    me.page.get_by_role("link", name="The call is over").click()
    expect(me.page.locator(".verdicts")).to_have_count(0)
    me.tick(verdict(me, week.verdict))
    for earlier in before:
        expect(me.page.locator(".verdicts > li").filter(has_text=earlier.name)).to_contain_text(earlier.verdict)
    me.write(me.box("Notes on this round"), week.notes)
    for sign in week.signs.values():
        me.tick(me.page.get_by_role("checkbox", name=sign))
    me.write(me.box("How they run it"), week.process)
    me.write(me.box("What I told them in this round"), week.told)
    text, day = week.left
    leave = me.page.locator(".leave")
    leave.get_by_placeholder("What is to be done").fill(text)
    leave.get_by_label("Due day").fill(day)
    me.press("Add", leave)
    me.tick(me.page.get_by_role("checkbox", name=text))
    me.press("The debrief is done")


def the_matrix_has_each_mark_as_it_was_made(me: Visitor) -> None:
    marks = [week.seen.get(signal, ("unasked", "")) for signal in SIGNALS for week in WEEKS]
    made = me.page.locator(".matrix [name=state]:checked").evaluate_all("all => all.map((one) => one.value)")
    assert made == [state for state, _evidence in marks]
    assert me.page.locator(".matrix .evidence").all_text_contents() == [text for _state, text in marks if text]
    first, second, third = (week.name for week in WEEKS)
    turns = [f"turned: seen in “{first}”, not in “{second}”", f"turned: not seen in “{second}”, but in “{third}”"]
    expect(me.page.locator(".matrix > li").first.locator("p.turn")).to_have_text(turns)


def open_question(me: Visitor, held: str, question: str) -> None:
    """The page of a question over all rounds, from a round."""
    me.open(held)
    me.page.locator(".question").filter(has_text=question).get_by_role("link", name="In all rounds").click()
    expect(me.page.get_by_role("heading", level=1)).to_have_text(question)


def card(me: Visitor, week: Week) -> Locator:
    """What the page of a question shows of a round."""
    return me.page.get_by_role("region", name=week.name, exact=True)


def its_page_shows_all_answers(me: Visitor, question: str) -> None:
    """Side by side where there is room, each with who gave it."""
    size = me.page.viewport_size
    me.page.set_viewport_size({"width": 1280, "height": 900})
    tops = set()
    for week in WEEKS:
        text, outcome = week.said.get(question, ("", "Open"))
        expect(me.box(question, card(me, week))).to_have_value(text)
        expect(card(me, week).get_by_role("radio", name=outcome)).to_be_checked()
        expect(card(me, week)).to_contain_text(f"{week.person} ({week.role})")
        box = card(me, week).bounding_box()
        tops.add(box and box["y"])
    assert len(tops) == 1
    me.page.set_viewport_size(size or {"width": 390, "height": 844})


def contradict(me: Visitor, one: Week, other: Week) -> None:
    """Say that two people said opposite things, and why; the page shows it."""
    card(me, one).locator("summary").click()
    card(me, one).get_by_label("Which one").select_option(label=other.name)
    me.box("Why they cannot both be true", card(me, one)).fill(WHY)
    me.press("Say that they contradict", card(me, one))
    expect(me.box(f"“{one.name}” and “{other.name}” contradict each other")).to_have_value(WHY)


def the_files_hold_all_of_it(export: dict[str, Any], markdown: str) -> None:
    """The JSON says all of it; the Markdown has each line that was typed into a round once, and is read as the same."""
    (book,) = export["workbooks"]
    (again,) = json.loads(to_json([from_markdown(markdown.encode(), book["title"])]))["workbooks"]
    for said_in in (book, again):
        assert [kept_of(said_in, number) for number in range(len(WEEKS))] == [week.kept for week in WEEKS]
    assert [held["state"] for held in book["rounds"]] == ["debriefed"] * len(WEEKS)
    (said,) = (said for question in book["questions"] for said in question["contradictions"])
    assert said["note"] == WHY
    lines = [line for week in WEEKS for text in week.texts for line in text.split("\n") if line]
    assert [line for line in lines if markdown.count(line) != 1] == []
    for week in WEEKS:
        assert f"- {week.name} <!-- askback: round" in markdown
        assert f"{week.person}（{week.role}）" in markdown
