"""The twin's database, filled from a JSON export of Askback: the same sheet under the same ids.

Its Markdown is rendered here, once: the page by hand has nothing left to render.
"""

import sqlite3
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from bench.tables import TABLES, connect

KINDS = {
    "info": "info",
    "responsibilities": "point",
    "requirements": "requirement",
    "strengths": "pair",
    "transfers": "pair",
    "questions": "question",
    "signals": "signal",
    "pitch_points": "point",
    "goals": "goal",
}
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def seed(file: Path, workbook: dict[str, Any]) -> None:
    """Make the database for one workbook of an export."""
    connection = connect(file)
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    title = _MARKDOWN.renderInline(workbook["title"])
    connection.execute("INSERT INTO workbook VALUES (1, ?, 1, ?)", (workbook["id"], title))
    keys = _sections(connection, workbook["sections"])
    items = [(kind, item) for name, kind in KINDS.items() for item in workbook[name]]
    for kind, item in sorted(items, key=lambda pair: pair[1]["position"]):
        _item(connection, kind, item, keys[item["section"]])
    connection.execute("COMMIT")
    connection.close()


def _sections(connection: sqlite3.Connection, sections: list[dict[str, Any]]) -> dict[str, int]:
    keys: dict[str, int] = {}
    above: list[tuple[int, int]] = []
    for section in sections:
        while above and above[-1][0] >= section["level"]:
            above.pop()
        html = _MARKDOWN.renderInline(section["path"][-1]) if section["path"] else ""
        row = (1, section["id"], above[-1][1] if above else None, section["level"], section["kind"], html)
        columns = "workbook_id, uid, parent_id, level, kind, html, text"
        cursor = connection.execute(
            f"INSERT INTO section ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, section["text"])
        )
        keys[section["id"]] = int(cursor.lastrowid or 0)
        above.append((section["level"], keys[section["id"]]))
    return keys


def _item(connection: sqlite3.Connection, kind: str, item: dict[str, Any], section: int) -> None:
    text, note = item.get("text", ""), item.get("note", item.get("evidence", ""))
    if kind == "info":
        text, note = item["value"], item["label"]
    marks = item.get("marks") or []
    checked = bool(item.get("done") or any(mark["checked"] for mark in marks if mark["round"] is None))
    state = item.get("polarity") or item.get("status")
    row = (1, section, item["id"], item["position"], kind, item.get("number"), _MARKDOWN.renderInline(text))
    columns = "workbook_id, section_id, uid, position, kind, number, html, note, state, checked"
    cursor = connection.execute(
        f"INSERT INTO item ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, _MARKDOWN.renderInline(note), state, checked),
    )
    for answer in item.get("answers", ()):
        if answer["round"] is None:
            connection.execute(
                "INSERT INTO answer (question_id, body, version, updated_at) VALUES (?, ?, ?, ?)",
                (cursor.lastrowid, answer["body"], answer["version"], answer["updated_at"]),
            )
