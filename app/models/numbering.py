"""Numbers of questions: what new ones are called, in a sheet that counts."""

from sqlalchemy import Connection, select

from app.models.question import Question
from app.models.section import Section


def numbers_at(
    connection: Connection, workbook_id: int, section_id: int, position: int, count: int
) -> list[str | None]:
    """The numbers of questions added at that place, one behind the other; None where their neighbours are bullets.

    They count on from the question before them in their section. The first of a section count on from the section
    before where the sheet counts through, and begin at 1 where each section does. Others keep their numbers.
    """
    rows = connection.execute(
        select(Question.section_id, Question.position, Question.number, Section.position.label("at"))
        .join(Section, Section.id == Question.section_id)
        .where(Question.workbook_id == workbook_id, Question.removal_id.is_(None))
        .order_by(Section.position, Question.position)
    ).all()
    inside = [row for row in rows if row.section_id == section_id]
    before = [row.number for row in inside if row.position < position]
    # A list that is all `1.` counts by itself when it is shown.
    stays = len(inside) > 1 and len({row.number for row in inside}) == 1
    if stays or (inside and not before):
        first = inside[0].number
    elif before:
        first = _after(before[-1])
    else:
        place = connection.scalar(select(Section.position).where(Section.id == section_id)) or 0
        first = _of_a_new_section([row.number for row in rows if row.at < place], [row.number for row in rows])
    numbers = [first]
    while len(numbers) < count:
        numbers.append(first if stays else _after(numbers[-1]))
    return numbers[:count]


def _after(number: str | None) -> str | None:
    """The number behind that one, in the same writing (`9`, `⑨`); None where it tells none."""
    if number is not None and len(number) == 1 and "①" <= number < "⑳":
        return chr(ord(number) + 1)
    value = _value(number)
    return None if value is None else str(value + 1)


def _of_a_new_section(earlier: list[str | None], numbers: list[str | None]) -> str | None:
    values = [_value(number) for number in numbers]
    if not numbers or None in values:
        return None
    if numbers.count("1") > 1 or not earlier:
        return "1"
    return _after(earlier[-1])


def _value(number: str | None) -> int | None:
    return int(number) if number is not None and number.isascii() and number.isdigit() else None
