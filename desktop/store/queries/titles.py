"""Words by which a person recognises a record, and the record to open for it, for many records at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.store.sql import stream
from desktop.store.store import Store

Place = tuple[str, str]
"""A table name and a record id."""
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Title:
    """The words, the record's scope, and what to open for it: what belongs to a task opens the task."""

    text: str
    scope: str
    table: str
    id: str


_OWN = {
    "unit": "name",
    "body": "name",
    "person": "full_name",
    "position": "title",
    "field": "name",
    "programme": "title",
    "programme_item": "content",
    "plan": "title",
    "task": "title",
    "target": "name",
    "solution": "content",
}
"""Table → the column that names its records."""
_OF_ANOTHER = {
    "progress_update": ("task", "task_id"),
    "assignment": ("task", "task_id"),
    "deadline_extension": ("task", "task_id"),
    "target_value": ("target", "target_id"),
}
"""Table → the table whose record names it, and the column that points there."""


def record_titles(store: Store, places: Iterable[Place]) -> dict[Place, Title]:
    """The titles of records; those of tables without words of their own are left out."""
    wanted: dict[str, list[str]] = {}
    for table, record_id in places:
        wanted.setdefault(table, []).append(record_id)
    found: dict[Place, Title] = {}
    for table, ids in wanted.items():
        sql, opened = _statement(table)
        for start in range(0, len(ids) if sql else 0, _CHUNK):
            chunk = ids[start : start + _CHUNK]
            rows = stream(store.connection, sql.format(marks=",".join("?" * len(chunk))), chunk)
            for record_id, text, scope, open_id in rows:
                found[table, record_id] = Title(text, scope, opened, open_id)
    return found


def _statement(table: str) -> tuple[str, str]:
    """The query for a table, with a place for its marks, and the table of the record to open."""
    if table in _OWN:
        return f'SELECT id, {_OWN[table]}, scope, id FROM "{table}" WHERE id IN ({{marks}})', table
    if table in _OF_ANOTHER:
        other, column = _OF_ANOTHER[table]
        sql = (
            f'SELECT r.id, o.{_OWN[other]}, r.scope, o.id FROM "{table}" r '
            f'JOIN "{other}" o ON o.id = r.{column} WHERE r.id IN ({{marks}})'
        )
        return sql, other
    return "", table
