"""The founding sheet arrives as product.md and surface.md say."""

from collections import Counter

import pytest

from app.markdown import Item, Sheet, path, read
from tests.markdown.samples import FOUNDING


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return read(FOUNDING)


def find(sheet: Sheet, text: str) -> Item:
    return next(item for item in sheet.items if item.text == text)


def test_it_has_as_many_things_of_each_kind_as_the_page_promises(sheet: Sheet) -> None:
    assert Counter(item.kind for item in sheet.items) == {
        "info": 4,
        "responsibility": 6,
        "requirement": 6,
        "strength": 7,
        "transfer": 3,
        "question": 39,
        "signal": 9,
        "pitch_point": 8,
        "goal": 8,
    }
    assert Counter(item.status for item in sheet.items if item.kind == "requirement") == {"matched": 5, "learning": 1}
    assert Counter(item.polarity for item in sheet.items if item.polarity) == {"positive": 5, "caution": 4}
    assert Counter(item.horizon for item in sheet.items if item.horizon) == {"short": 4, "mid": 4}
    assert sum(item.number is None for item in sheet.items if item.kind == "pitch_point") == 3


def test_its_questions_are_mine_to_ask_and_numbered_through(sheet: Sheet) -> None:
    questions = [item for item in sheet.items if item.kind == "question"]
    assert [item.number for item in questions] == [str(number) for number in range(1, 40)]
    assert {item.direction for item in questions} == {"ask"}
    assert {item.answer for item in questions} == {None}
    assert {item.checked for item in questions} == {None}
    assert len({item.section for item in questions}) == 10
    assert len({sheet.sections[item.section].parent for item in questions}) == 4


def test_it_is_simplified_chinese_and_named_by_its_heading(sheet: Sheet) -> None:
    assert sheet.title == "面试准备 - 字节跳动剪映AI后端岗位"
    assert sheet.language == "zh-Hans"


def test_it_has_33_sections_and_the_closing_line_belongs_to_the_document(sheet: Sheet) -> None:
    assert len(sheet.sections) == 33
    document = sheet.sections[0]
    assert (document.title, document.level, document.kind, document.lines) == ("", 0, "document", None)
    assert document.text == "*最后更新: 2025年8月19日*"
    assert [section.text for section in sheet.sections[1:]] == [""] * 32


def test_a_path_leads_from_the_title_down(sheet: Sheet) -> None:
    question = find(sheet, "智能成片、数字人等AI能力的用户使用情况如何？")
    assert path(sheet, question.section) == (
        "面试准备 - 字节跳动剪映AI后端岗位",
        "📝 面试问题清单",
        "🤖 AI产品与业务类问题",
        "产品形态理解",
    )
    assert path(sheet, 0) == ()


def test_each_heading_is_of_the_kind_its_words_say(sheet: Sheet) -> None:
    kinds = {section.title: section.kind for section in sheet.sections}
    assert kinds["📋 岗位信息"] == "info"
    assert kinds["🎯 岗位职责分析"] == kinds["核心工作内容"] == "responsibilities"
    assert kinds["技术要求匹配度"] == "requirements"
    assert kinds["💪 个人优势匹配"] == kinds["直接匹配的技能"] == "strengths"
    assert kinds["需要转换的技能"] == "transfers"
    assert kinds["🔧 具体工作内容类问题"] == kinds["技术挑战"] == "questions"
    assert kinds["🎯 重点关注信号"] == kinds["需要谨慎的信号"] == "signals"
    assert kinds["学习能力展示"] == "pitch_points"
    assert kinds["📚 后续学习计划"] == kinds["中期目标（3-6个月）"] == "goals"
    assert kinds[sheet.title] == "notes"


def test_the_examples_of_the_json_export_come_out_as_written_there(sheet: Sheet) -> None:
    strength = find(sheet, "**大规模系统架构** (10亿级数据处理)")
    assert (strength.note, strength.number, strength.lines) == ("AI推理服务高并发处理", "1", (31, 31))
    requirement = find(sheet, "**算法与数据结构基础**")
    assert (requirement.status, requirement.note) == ("matched", "反作弊算法经验")
    duty = find(sheet, "**AI后端架构演进**")
    assert duty.note == "剪映CapCut、即梦、醒图等产品后端核心链路"
    company = sheet.items[0]
    assert (company.label, company.note) == ("公司", "字节跳动")
    question = find(sheet, "智能成片、数字人等AI能力的用户使用情况如何？")
    assert (question.number, question.lines) == ("13", (69, 69))
    signal = find(sheet, "团队对非算法背景同学的接受度高")
    assert signal.checked is False
