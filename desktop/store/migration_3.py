"""Evidence and comments: files that prove what was done, and lines returned by an upper office.

Rows of these tables that a newer office sent before are among those kept for tables not known then; they
become ordinary rows (``desktop.store.adopting``).
"""

from __future__ import annotations

import apsw

_COLUMNS = {
    "file": """
        "task_id" TEXT NOT NULL DEFAULT '',
        "name" TEXT NOT NULL DEFAULT '',
        "mime" TEXT NOT NULL DEFAULT '',
        "size" INTEGER,
        "sha256" TEXT NOT NULL DEFAULT '',
        "note" TEXT NOT NULL DEFAULT ''
    """,
    "line_comment": """
        "about_table" TEXT NOT NULL DEFAULT '',
        "about_id" TEXT NOT NULL DEFAULT '',
        "text" TEXT NOT NULL DEFAULT '',
        "written_on" TEXT,
        "is_settled" INTEGER NOT NULL DEFAULT 0
    """,
}
_INDEXES = (("file", "scope"), ("file", "task_id"), ("line_comment", "scope"), ("line_comment", "about_id"))


def add_evidence_and_comments(connection: apsw.Connection) -> None:
    """Create the tables ``file`` and ``line_comment``."""
    for table, columns in _COLUMNS.items():
        connection.execute(
            f"""CREATE TABLE "{table}" (
            id TEXT NOT NULL PRIMARY KEY, scope TEXT NOT NULL, alive INTEGER NOT NULL DEFAULT 1,
            stamps TEXT NOT NULL DEFAULT '[]', search_key TEXT NOT NULL DEFAULT '', {columns})"""
        )
    for table, column in _INDEXES:
        connection.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ({column})')
