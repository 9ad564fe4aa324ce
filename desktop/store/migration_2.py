"""Step 2: what a bundle changed is kept in pages, with what stood there before; own changes cost fewer pages.

``history`` held a line for each record and commit, of own and of received ones.  It keeps the own ones; who
and when stand with the commit alone, and the commit names its first line.  The lines that came in bundles
become pages of many records each; what stood before those old imports is not known, so they cannot be undone.
``action`` and ``meta`` lose what a save has no need of: a counter of its own, a second tree.
Never to be changed after a release.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

import apsw

_PAGE = 500

_TABLES = (
    """CREATE TABLE taken (
        bundle TEXT NOT NULL PRIMARY KEY, before TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE taken_page (
        number INTEGER PRIMARY KEY, bundle TEXT NOT NULL, tbl TEXT NOT NULL, after_line INTEGER NOT NULL,
        first_id TEXT NOT NULL, last_id TEXT NOT NULL, form TEXT NOT NULL, ids TEXT NOT NULL,
        content TEXT NOT NULL, stamps TEXT NOT NULL
    )""",
    "CREATE INDEX taken_page_ids ON taken_page (first_id, last_id)",
    "CREATE INDEX taken_page_bundle ON taken_page (bundle)",
    "ALTER TABLE sync_commit ADD COLUMN line INTEGER",
    "CREATE TABLE facts (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE own_history (
        number INTEGER PRIMARY KEY, writer INTEGER NOT NULL, n INTEGER NOT NULL, tbl TEXT NOT NULL,
        row_id TEXT NOT NULL, changes TEXT NOT NULL
    )""",
    """CREATE TABLE actions (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, label TEXT NOT NULL,
        is_undone INTEGER NOT NULL DEFAULT 0, commits TEXT NOT NULL
    )""",
)

_CONTENT = """
INSERT INTO own_history (number, writer, n, tbl, row_id, changes)
SELECT number, writer, n, tbl, row_id, changes FROM history WHERE source = 'hand' ORDER BY number;
UPDATE sync_commit SET line = (SELECT min(number) FROM history h WHERE h.writer = sync_commit.writer
AND h.n = sync_commit.n AND h.source = 'hand') WHERE via = '';
INSERT INTO actions (number, at, label, is_undone, commits)
SELECT number, at, label, is_undone, commits FROM action ORDER BY number;
INSERT INTO facts (name, value) SELECT name, value FROM meta;
DROP TABLE meta;
ALTER TABLE facts RENAME TO meta;
DROP TABLE history;
DROP TABLE action;
ALTER TABLE own_history RENAME TO history;
ALTER TABLE actions RENAME TO action;
CREATE INDEX history_row ON history (row_id);
CREATE INDEX action_undone ON action (number) WHERE is_undone = 1
"""

_RECEIVED = (
    "SELECT source, tbl, number, row_id, writer, n, changes FROM history WHERE source <> 'hand' "
    "ORDER BY source, tbl, number"
)
_KEEP = (
    "INSERT INTO taken_page (bundle, tbl, after_line, first_id, last_id, form, ids, content, stamps) "
    "VALUES (?, ?, ?, ?, ?, '{}', ?, ?, '')"
)

_Line = tuple[Any, ...]


def keep_history_in_pages(connection: apsw.Connection) -> None:
    """Turn the history of the first version into that of the second; nothing of it is lost."""
    for statement in _TABLES:
        connection.execute(statement)
    lines = connection.cursor().execute(_RECEIVED)
    for (bundle, table), of_one in groupby(lines, key=lambda line: (line[0], line[1])):
        for page in _pages(of_one):
            connection.execute(_KEEP, (bundle, table, *_told(page)))
    connection.execute(_CONTENT)


def _pages(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    while page := list(islice(lines, _PAGE)):
        yield page


def _told(page: list[_Line]) -> tuple[int, str, str, str, str]:
    """The number after which the page came, its first and last id, all its ids, and what was changed."""
    records: dict[str, list[str]] = {}
    for _bundle, _table, _number, row_id, writer, n, changes in page:
        records.setdefault(row_id, []).append(f"[{writer},{n},{changes}]")
    content = "\n".join(f"[{{}},[{','.join(told)}]]" for told in records.values())
    return max(line[2] for line in page), min(records), max(records), " ".join(records), content
