"""The twin's tables and its connections.

They are what one would write by hand for exactly this page: one table of items whatever their kind, one of answers,
one of revisions.
"""

import sqlite3
from pathlib import Path

TABLES = """
CREATE TABLE workbook (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, owner_id INTEGER, title TEXT);
CREATE TABLE section (
  id INTEGER PRIMARY KEY, workbook_id INTEGER REFERENCES workbook, uid TEXT, parent_id INTEGER,
  level INTEGER, kind TEXT, html TEXT, text TEXT
);
CREATE INDEX section_of ON section (workbook_id);
CREATE TABLE item (
  id INTEGER PRIMARY KEY, workbook_id INTEGER REFERENCES workbook, section_id INTEGER REFERENCES section,
  uid TEXT UNIQUE, position INTEGER, kind TEXT, number TEXT, html TEXT, note TEXT, state TEXT, checked INTEGER
);
CREATE INDEX item_of ON item (workbook_id, position);
CREATE TABLE answer (
  id INTEGER PRIMARY KEY, question_id INTEGER UNIQUE REFERENCES item, body TEXT, version INTEGER, updated_at TEXT
);
CREATE TABLE revision (
  id INTEGER PRIMARY KEY, answer_id INTEGER REFERENCES answer, version INTEGER, body TEXT, created_at TEXT,
  UNIQUE (answer_id, version)
);
CREATE TABLE round (
  id INTEGER PRIMARY KEY, workbook_id INTEGER REFERENCES workbook, uid TEXT, position INTEGER, name TEXT, kind TEXT
);
"""


def connect(file: Path) -> sqlite3.Connection:
    """A connection as durable as Askback's."""
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}").close()
    connection.row_factory = sqlite3.Row
    return connection
