"""What a heading says about the things below it, in Chinese and English."""

import pytest

from app.markdown import Meaning, is_company_label, meaning_of, path, read
from tests.markdown.samples import items_of


def kinds(text: str) -> list[str]:
    return [section.kind for section in read(text.encode()).sections[1:]]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Job info", "info"),
        ("📋 Position details", "info"),
        ("職缺資訊", "info"),
        ("Responsibilities", "responsibilities"),
        ("What you'll do", "responsibilities"),
        ("What you’ll do", "responsibilities"),
        ("Requirements match", "requirements"),
        ("Must-haves", "requirements"),
        ("任职要求", "requirements"),
        ("My strengths", "strengths"),
        ("個人優勢", "strengths"),
        ("Transferable skills", "transfers"),
        ("Questions to ask", "questions"),
        ("Q&A", "questions"),
        ("3. 反问环节", "questions"),
        ("岗位职责相关问题", "questions"),
        ("Questions about requirements", "questions"),
        ("Green flags", "signals"),
        ("Red flags 🚩", "signals"),
        ("正面訊號", "signals"),
        ("Elevator pitch", "pitch_points"),
        ("自我介绍", "pitch_points"),
        ("Learning goals", "goals"),
        ("Short-term (1–2 months)", "goals"),
        ("Checklist", "tasks"),
        ("To-do", "tasks"),
        ("下一步目标", "goals"),
        ("Plan for my first month", "goals"),
        ("1–3 months", "goals"),
        ("三個月內", "goals"),
        ("3 years", "notes"),
        ("要警惕的", "signals"),
        ("Positive signs", "signals"),
        ("條件要求", "requirements"),
        ("購物", "tasks"),
        ("Packing list", "tasks"),
        ("採購", "tasks"),
        ("備註", "notes"),
        ("備忘", "notes"),
        ("注意事项", "notes"),
        ("提醒", "notes"),
        ("Good vibes", "signals"),
        ("Walk away if", "signals"),
        ("壞現象", "signals"),
        ("If I get it: to learn", "goals"),
        ("以後要學", "goals"),
        ("入職後三十天", "goals"),
        ("What they expect", "requirements"),
        ("What they ask for", "requirements"),
        ("Ask the head nurse", "questions"),
        ("面試官可能問", "questions"),
        ("重要補充", "notes"),
        ("How to study", "notes"),
        ("Answers", "notes"),
        ("Signalling systems", "notes"),
        ("Basketball", "notes"),
        ("参考资料", "notes"),
        ("遇到的问题", "notes"),
        ("", "notes"),
    ],
)
def test_a_title_says_its_kind_by_whole_words(title: str, kind: str) -> None:
    assert kinds(f"## {title}\n") == [kind]


def test_a_heading_without_words_takes_after_the_nearest_one_above() -> None:
    assert kinds("# Plan\n## Signals\n### Team\n## Other\n### Team\n") == [
        "notes",
        "signals",
        "signals",
        "notes",
        "notes",
    ]


def test_a_title_over_several_kinds_names_the_sheet() -> None:
    assert kinds("# Interview questions\n## Signals\n## Goals\n## Other\n") == ["notes", "signals", "goals", "notes"]
    assert kinds("# Interview questions\n## Basics\n## Resources\n") == ["questions", "questions", "notes"]


def test_a_topic_among_questions_is_what_they_ask_about() -> None:
    assert kinds("## Questions to ask\n### Goals\n- What are yours?\n### Learning plan\n- Kafka\n") == [
        "questions",
        "questions",
        "goals",
    ]


def test_a_list_of_questions_is_one_under_any_title() -> None:
    assert kinds("## Team\n- How big?\n- Who leads?\n- Location\n") == ["questions"]
    assert kinds("## Team\n- How big?\n") == ["notes"]
    assert kinds("## Team\n- [ ] How big?\n- [ ] Who leads?\n") == ["notes"]
    assert kinds("## Team\n- How to ask\n- How to listen\n") == ["notes"]


def test_good_points_are_signals_below_signals_and_requirements_elsewhere() -> None:
    assert kinds("## 观察点\n### 加分项\n### 减分项\n## 加分项\n") == ["signals", "signals", "signals", "requirements"]
    assert meaning_of("加分项", Meaning("signals")) == Meaning("signals", polarity="positive")


def test_a_title_that_says_good_beside_one_that_says_bad_are_signals() -> None:
    assert kinds("## Feels right\n- a\n## Feels wrong\n- b\n") == ["signals", "signals"]
    assert kinds("## 👍\n- a\n## 👎\n- b\n") == ["signals", "signals"]
    assert kinds("## 加分項\n## 扣分項\n") == ["signals", "signals"]
    assert kinds("## Feels right\n- a\n## Tea\n- b\n") == ["signals", "notes"]
    assert kinds("## Happy hour\n- where?\n- when?\n## Worries\n- c\n") == ["questions", "signals"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Gold stars ⭐", ("signals", "positive")),
        ("What won me over", ("signals", "positive")),
        ("这团队有料", ("signals", "positive")),
        ("爽點", ("signals", "positive")),
        ("Sketchy stuff", ("signals", "caution")),
        ("Cracks showing", ("signals", "caution")),
        ("这家店水深", ("signals", "caution")),
        ("慣老闆鑑定", ("signals", "caution")),
        ("🚨", ("signals", "caution")),
        ("Knock the rust off", ("goals", None)),
        ("Syllabus for written test", ("goals", None)),
        ("英语得捡起来", ("goals", None)),
        ("技能樹待點 🌱", ("goals", None)),
        # Of oneself, forbidden, to be remembered, a thing for its own sake, done: none of these.
        ("Pros of my job now", ("notes", None)),
        ("Things I'm proud of", ("notes", None)),
        ("Don't", ("notes", None)),
        ("体检注意", ("notes", None)),
        ("Good books", ("notes", None)),
        ("✅ Done", ("notes", None)),
        ("Employment gaps, what I'll tell them", ("notes", None)),
    ],
)
def test_a_title_without_a_word_for_a_kind_tells_it_by_its_tone(title: str, kind: tuple[str, str | None]) -> None:
    section = read(f"# Sheet\n\n## {title}\n\n- one thing\n- another\n".encode()).sections[-1]
    assert (section.kind, section.polarity) == kind


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("看着踏实的地方", "看着发虚的地方"),
        ("Looks solid", "Looks shaky"),
        ("让我愿意来的信号", "让我不愿意来的信号"),
        ("安心的信号", "闹心的信号"),
        ("Yes please", "No thanks"),
        ("令人放心的徵兆", "令人不安的徵兆"),
    ],
)
def test_twins_that_say_opposite_things_are_signals(good: str, bad: str) -> None:
    found = read(f"## {good}\n- a\n## {bad}\n- b\n".encode()).items
    assert [(item.kind, item.polarity) for item in found] == [("signal", "positive"), ("signal", "caution")]


@pytest.mark.parametrize(
    ("title", "direction"),
    [
        ("主任可能提出的問題", "answer"),
        ("區經理可能會考我", "answer"),
        ("他们会考的题", "answer"),
        ("They are going to ask", "answer"),
        ("For them to ask me", "answer"),
        ("They'll grill me on", "answer"),
        ("我會請教主任的問題", "ask"),
        ("拟向 GC 提出的问题", "ask"),
        ("I am going to ask", "ask"),
        ("For me to ask", "ask"),
        ("Questions for the postdocs (if I get them alone)", "ask"),
    ],
)
def test_who_asks_is_told_by_the_parts_of_a_title(title: str, direction: str) -> None:
    assert items_of(f"## {title}\n- Red or blue\n")[0].direction == direction


@pytest.mark.parametrize(
    "title", ["Don't bring up", "千萬別問", "問自己", "Questions only I can answer (not for them)"]
)
def test_what_is_asked_of_nobody_is_no_question(title: str) -> None:
    assert items_of(f"## {title}\n- Why?\n- How?\n") == ()


@pytest.mark.parametrize(("title", "kind"), [("要去學", "goal"), ("欠的知识", "goal"), ("开学用品", "task")])
def test_a_verb_of_learning_makes_goals_of_boxes(title: str, kind: str) -> None:
    assert [item.kind for item in items_of(f"## {title}\n- [ ] a\n")] == [kind]


def test_boxes_below_a_title_of_learning_are_goals() -> None:
    assert kinds("## CPD\n- [ ] a\n## 課程\n- [ ] b\n## CPD\n- c\n") == ["goals", "goals", "notes"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("面試前要研讀", "goals"),
        ("Brush up before the 3rd", "goals"),
        ("惡補", "goals"),
        ("Things I need to revise", "goals"),
        ("練習生", "notes"),
        ("Reading room", "notes"),
        ("学校", "notes"),
    ],
)
def test_a_title_that_tells_to_learn_and_nothing_else_names_goals(title: str, kind: str) -> None:
    assert kinds(f"## {title}\n- c\n") == [kind]


def test_a_list_of_facts_is_info_under_any_title() -> None:
    assert kinds("## Acme\n- Company: Acme\n- Pay: 40k\n- Dog: yes\n### Team\n- a\n") == ["info", "notes"]
    assert kinds("## Acme\n- Company: Acme\n- Dog: yes\n- Cat: no\n") == ["notes"]


def test_a_title_of_facts_does_not_make_the_whole_sheet_facts() -> None:
    assert kinds("# Opening\n- a: b\n## Team\n- Who?\n- Where?\n## Watch\n- c\n") == ["info", "questions", "notes"]


def test_facts_that_a_sheet_opens_with_are_info() -> None:
    found = items_of("# 面試\n公司：星河科技\n崗位：前端\n\nRemember: smile\n\n## Team\nCompany: B\n")
    assert [(item.label, item.note) for item in found] == [("公司", "星河科技"), ("崗位", "前端")]


def test_questions_below_the_title_say_nothing_of_other_sections() -> None:
    assert [item.kind for item in items_of("# A\n- Why?\n- How?\n## Papers\n- [ ] b\n")] == ["question"] * 2 + ["task"]


def test_titles_of_books_are_no_questions() -> None:
    assert items_of("## 架上\n- 《你是我的妈妈吗？》\n- 《猜猜我有多爱你？》\n") == ()


def test_what_is_bought_and_carried_is_no_question() -> None:
    assert items_of("## 购物\n- 几号电池？\n- 买什么鞋油？\n## Packing\n- which bag?\n- what shoes?\n") == ()


def test_the_reason_for_a_kind_can_be_shown() -> None:
    sections = read(b"# A\n## Red flags\n### B\n## C\n- Why?\n- How?\n").sections
    assert [section.reason for section in sections] == ["document", "none", "title:red flags", "inherited", "items"]


@pytest.mark.parametrize(
    ("titles", "direction"),
    [
        (["Questions to ask"], "ask"),
        (["Questions"], "ask"),
        (["Questions they ask me"], "answer"),
        (["可能被问的问题"], "answer"),
        (["Behavioral questions"], "answer"),
        (["Questions to ask", "Technical questions"], "ask"),
        (["Questions they ask", "Team"], "answer"),
        (["Questions I get", "Questions to ask back"], "ask"),
        (["Interview questions (theirs)"], "answer"),
        (["面试提问（我问）"], "ask"),
        (["可能會問我的問題"], "answer"),
    ],
)
def test_the_nearest_title_says_who_asks(titles: list[str], direction: str) -> None:
    headings = "".join(f"{'#' * (level + 2)} {title}\n" for level, title in enumerate(titles))
    assert items_of(f"{headings}- Why?\n")[0].direction == direction


@pytest.mark.parametrize(
    ("titles", "polarity"),
    [
        (["Signals"], "positive"),
        (["Signals", "Red flags"], "caution"),
        (["Red flags", "Team"], "caution"),
        (["信号", "需要警惕的"], "caution"),
        (["Signals", "🚩"], "caution"),
        (["Signals 🟢"], "positive"),
        (["Green and red flags"], "positive"),
        (["風險訊號"], "caution"),
        (["不好的訊號"], "caution"),
        (["注意信号", "好的信号"], "positive"),
        (["好的和不好的信号"], "positive"),
        (["不喜欢的地方"], "caution"),
        (["What I didn't like"], "caution"),
        (["Things to watch"], "caution"),
    ],
)
def test_a_heading_says_whether_signals_are_good(titles: list[str], polarity: str) -> None:
    headings = "".join(f"{'#' * (level + 2)} {title}\n" for level, title in enumerate(titles))
    assert items_of(f"{headings}- [ ] a\n")[0].polarity == polarity


def test_a_line_above_a_list_says_whether_signals_are_good() -> None:
    found = items_of("# A\n\n## Signals\n\nGood:\n\n- calm\n\nBad:\n\n- loud\n")
    assert [(item.text, item.polarity) for item in found] == [("calm", "positive"), ("loud", "caution")]


def test_emoji_of_bullets_say_it_where_no_heading_does() -> None:
    found = items_of("## Signals\n- ✅ Do this\n- ❌ Not that\n")
    assert [(item.text, item.polarity) for item in found] == [("Do this", "positive"), ("Not that", "caution")]


@pytest.mark.parametrize(
    ("titles", "horizon"),
    [
        (["Goals"], None),
        (["Goals", "Short-term"], "short"),
        (["Goals", "This quarter"], "mid"),
        (["长期目标"], "long"),
        (["学习计划", "近期", "Kafka"], "short"),
        (["Short-term and long-term goals"], None),
        (["Goals", "1–2 months"], "short"),
        (["Goals", "In 3 weeks"], "short"),
        (["Goals", "3-6 个月"], "mid"),
        (["目标", "半年内"], "mid"),
        (["目標", "兩年"], "long"),
        (["Goals", "60 days"], "mid"),
        (["目標", "三十天"], "short"),
        (["目标", "第一年"], None),
        (["目标", "2025年"], None),
        (["目标", "3月"], None),
    ],
)
def test_a_heading_says_by_when_to_learn(titles: list[str], horizon: str | None) -> None:
    headings = "".join(f"{'#' * (level + 2)} {title}\n" for level, title in enumerate(titles))
    assert items_of(f"{headings}- [ ] a\n")[0].horizon == horizon


@pytest.mark.parametrize("label", ["公司", "企业", "單位", "Company", "Employer", "company name"])
def test_a_label_names_the_company(label: str) -> None:
    assert is_company_label(label)
    assert not is_company_label(f"{label} size")


def test_the_title_is_the_heading_s_else_the_front_matter_s_else_the_file_s() -> None:
    assert read(b"## A\n# B #\n# C\n", "file").title == "B"
    assert read(b"B\n==\n", "file").title == "B"
    assert read(b'---\ntitle: "A: b"\n---\n## C\n', "file").title == "A: b"
    assert read(b"## C\n", "file").title == "file"


def test_a_path_begins_with_the_first_heading_there_is() -> None:
    sheet = read(b"## A\n#### B\n### C\n# D\n")
    assert [path(sheet, index) for index in range(5)] == [(), ("A",), ("A", "B"), ("A", "C"), ("D",)]


def test_what_stands_after_a_last_rule_belongs_to_the_document() -> None:
    sheet = read(b"before\n\n## A\ntext\n\n---\n\nmore\n\n***\n\n- [ ] after\n\nend\n")
    assert [section.text for section in sheet.sections] == ["before\n\n\n\nend", "text\n\n---\n\nmore"]
    assert [(item.section, item.text) for item in sheet.items] == [(0, "after")]


def test_a_rule_before_a_heading_is_text_of_its_section() -> None:
    assert [section.text for section in read(b"## A\n\n---\n\n## B\n").sections] == ["", "---", ""]


def test_lines_between_items_stay_the_section_s_as_typed() -> None:
    section = read("## 反问\n\n先问前两个：  \n\n1. a？\n   答\n\n> 引用\n1、不是列表\n\n".encode()).sections[1]
    assert section.text == "先问前两个：  \n\n\n> 引用\n1、不是列表"


def test_headings_in_code_and_lists_are_no_sections() -> None:
    assert kinds("```\n# a\n```\n- # b\n") == []
