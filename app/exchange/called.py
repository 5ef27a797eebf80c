"""What the files for people call things: rounds by name or number, sections without the title that is over all."""

from collections.abc import Callable

from app.exchange import document as doc
from app.language import gettext as _
from app.web.labels import round_kinds


def round_names(workbook: doc.Workbook) -> dict[str, str]:
    """The name of each round by its id, as the pages say it; no two are called the same."""
    names: dict[str, str] = {}
    for number, held in enumerate(workbook.rounds, 1):
        kind = round_kinds()[held.kind]
        name = held.name.strip() or _("Round %(number)s · %(kind)s", number=number, kind=kind)
        while name in names.values():
            name += f" ({number})"
        names[held.id] = name
    return names


def below_the_title(workbook: doc.Workbook) -> Callable[[list[str]], list[str]]:
    """What takes the document's title off a path, where one stands over everything."""
    tops = {section.path[0] for section in workbook.sections if section.path}
    headings = [section for section in workbook.sections if len(section.path) == 1]
    off = 1 if len(tops) == 1 and len(headings) == 1 else 0
    return lambda path: path[off:]
