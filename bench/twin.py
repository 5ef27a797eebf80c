"""The floor: Askback's sheet page and its durable save, by hand on Flask, sqlite3 and Jinja.

It renders the same HTML to within a tenth in bytes (the bench says so where it does not) from the same founding
sheet, checks the same CSRF token by Flask-WTF, and keeps a save as durable: WAL, `synchronous=FULL`, one commit with
one revision row, behind one lock. It keeps no search index, because Askback keeps none yet. It runs on the same
server (waitress) with the same number of threads, and does nothing else: no Host check, no languages, no owners.

    python -m bench.twin FILE THREADS
"""

import logging
import sqlite3
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect
from waitress.server import create_server

from bench.tables import connect

app = Flask(__name__, template_folder=str(Path(__file__).parent))
app.config.update(SECRET_KEY="a key of the twin's own", WTF_CSRF_TIME_LIMIT=None)
app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
CSRFProtect(app)

FILE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("twin.db")
_writing = threading.Lock()
_of_thread = threading.local()

_ITEMS = """
SELECT item.*, answer.body, answer.version FROM item LEFT JOIN answer ON answer.question_id = item.id
WHERE item.workbook_id = ? ORDER BY item.position
"""
_ANSWER = """
SELECT item.id AS question_id, answer.id, answer.body, answer.version
FROM item JOIN workbook ON workbook.id = item.workbook_id LEFT JOIN answer ON answer.question_id = item.id
WHERE workbook.owner_id = 1 AND workbook.uid = ? AND item.uid = ? AND item.kind = 'question'
"""
_TICK = "UPDATE item SET checked = ? WHERE uid = ? AND workbook_id = (SELECT id FROM workbook WHERE uid = ?)"


@app.get("/workbooks/<workbook>")
def sheet(workbook: str) -> str:
    """The sheet."""
    run = _connection().execute
    book = run("SELECT * FROM workbook WHERE owner_id = 1 AND uid = ?", (workbook,)).fetchone() or abort(404)
    items: dict[int, list[sqlite3.Row]] = {}
    for row in run(_ITEMS, (book["id"],)):
        items.setdefault(row["section_id"], []).append(row)
    sections = run("SELECT * FROM section WHERE workbook_id = ?", (book["id"],)).fetchall()
    rounds = run("SELECT * FROM round WHERE workbook_id = ? ORDER BY position", (book["id"],)).fetchall()
    parts, counts = _counted(sections, items)
    return render_template("twin.html", book=book, parts=parts, items=items, counts=counts, rounds=rounds)


@app.post("/workbooks/<workbook>/questions/<question>/answer")
def save(workbook: str, question: str) -> ResponseReturnValue:
    """Save an answer and its former text; an outdated version is refused."""
    body, version, run = request.form["body"].strip(), int(request.form["version"]), _connection().execute
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with _writing:
        run("BEGIN IMMEDIATE")
        try:
            kept = run(_ANSWER, (workbook, question)).fetchone() or abort(404)
            if version != (kept["version"] or 0):
                abort(409)
            if kept["id"] is None:
                row = (kept["question_id"], body, at)
                run("INSERT INTO answer (question_id, body, version, updated_at) VALUES (?, ?, 1, ?)", row)
            else:
                changed = (body, version + 1, at, kept["id"], version)
                run("UPDATE answer SET body = ?, version = ?, updated_at = ? WHERE id = ? AND version = ?", changed)
                former = (kept["id"], version, kept["body"], at)
                run("INSERT INTO revision (answer_id, version, body, created_at) VALUES (?, ?, ?, ?)", former)
            run("COMMIT")
        except BaseException:
            run("ROLLBACK")
            raise
    return jsonify(saved_at=at, version=version + 1)


@app.post("/workbooks/<workbook>/signals/<signal>/mark")
def tick(workbook: str, signal: str) -> ResponseReturnValue:
    """Tick a signal."""
    with _writing:
        found = _connection().execute(_TICK, ("checked" in request.form, signal, workbook)).rowcount
    if not found:
        abort(404)
    return jsonify(saved_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _connection() -> sqlite3.Connection:
    if not hasattr(_of_thread, "connection"):
        _of_thread.connection = connect(FILE)
    connection: sqlite3.Connection = _of_thread.connection
    return connection


def _counted(
    sections: list[sqlite3.Row], items: dict[int, list[sqlite3.Row]]
) -> tuple[dict[int, list[sqlite3.Row]], dict[int, list[int]]]:
    """The sections below each section, and how many items are done, and are, in each with all beneath it."""
    below: dict[int, list[sqlite3.Row]] = {}
    counts: dict[int, list[int]] = {}
    for section in reversed(sections):
        inside: list[Any] = items.get(section["id"], [])
        mine = counts.setdefault(section["id"], [0, 0])
        mine[0] += sum(1 for item in inside if item["body"] or item["checked"] or item["state"] == "matched")
        mine[1] += len(inside)
        above = counts.setdefault(section["parent_id"], [0, 0])
        above[0] += mine[0]
        above[1] += mine[1]
    for section in sections:
        below.setdefault(section["parent_id"] or 0, []).append(section)
    below[-1] = sections
    return below, counts


if __name__ == "__main__":
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app, host="127.0.0.1", port=0, threads=int(sys.argv[2]), ident=None)
    print(f"Twin is running at http://127.0.0.1:{server.effective_port}/", flush=True)
    server.run()
