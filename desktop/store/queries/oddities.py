"""What bundles may bring about and nobody did on purpose: codes given twice, rows whose parent is not here.

Nothing is dropped or renamed for it; the rows are listed for a person to decide (sync.md 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.entity import FieldSpec, Kind
from desktop.store.sql import one, stream
from desktop.store.store import Store
from desktop.store.table_map import TableMap

CODE = "code"
_PARENT = "parent_id"
_SINCE = "valid_from"


@dataclass(frozen=True, slots=True)
class CodeTwice:
    """A living record whose code another of the same scope and container has, and what it is called."""

    table: str
    scope: str
    container_id: str
    code: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ParentGone:
    """A living record whose parent is deleted (``is_deleted``, with its ``parent_scope``) or is not here.

    ``field`` names the reference, ``parent_table`` and ``parent_id`` where it leads.
    """

    table: str
    scope: str
    id: str
    title: str
    field: str
    parent_table: str
    parent_id: str
    parent_title: str
    parent_scope: str
    is_deleted: bool


def parent_fields(table: TableMap) -> list[FieldSpec]:
    """The references without which a record stands nowhere."""
    return [
        spec
        for spec in table.entity_type.fields
        if spec.kind is Kind.REFERENCE and (spec.required or spec.name == _PARENT)
    ]


def codes_twice(store: Store) -> Iterator[CodeTwice]:
    """Every record that shares its code, those of one code one after another."""
    for name, table in store.catalogue.tables.items():
        if CODE not in table.specs:
            continue
        container = _container(table)
        key = f'scope, {container}, "{CODE}"'
        rows = stream(
            store.connection,
            f'SELECT {key}, id, {_title(table)} FROM "{name}" WHERE alive = 1 AND ({key}) IN '
            f'(SELECT {key} FROM "{name}" WHERE alive = 1 AND "{CODE}" <> \'\' '
            f"GROUP BY 1, 2, 3 HAVING count(*) > 1) ORDER BY 1, 2, 3, 4",
        )
        yield from (CodeTwice(name, *row) for row in rows)


def _container(table: TableMap) -> str:
    """Within what a code is to be unique: a plan, a programme; a unit's code with its first valid day."""
    containers = [spec.name for spec in parent_fields(table) if spec.name != _PARENT]
    containers += [_SINCE] if _SINCE in table.specs else []
    return f"coalesce(\"{containers[0]}\", '')" if containers else "''"


def parents_gone(store: Store) -> Iterator[ParentGone]:
    """Every living record whose parent is not here or deleted, in order of table and id."""
    for name, table in store.catalogue.tables.items():
        for spec in parent_fields(table):
            parent = store.catalogue.tables.get(spec.target)
            if parent is None:
                continue
            rows = stream(
                store.connection,
                f'SELECT c.scope, c.id, c.{_title(table)}, c."{spec.name}", p.{_title(parent)}, p.scope '
                f'FROM "{name}" c LEFT JOIN "{spec.target}" p ON p.id = c."{spec.name}" '
                f"WHERE c.alive = 1 AND c.\"{spec.name}\" <> '' AND (p.id IS NULL OR p.alive = 0) "
                "ORDER BY c.id",
            )
            for scope, record_id, title, parent_id, parent_title, parent_scope in rows:
                yield ParentGone(
                    name,
                    scope,
                    record_id,
                    title,
                    spec.name,
                    spec.target,
                    parent_id,
                    parent_title or "",
                    parent_scope or "",
                    parent_scope is not None,
                )


def title_of(store: Store, table_name: str, record_id: str) -> str:
    """What a record is called, also a deleted one; "" for one that is not here."""
    table = store.catalogue.tables.get(table_name)
    if table is None:
        return ""
    row = one(store.connection, f'SELECT {_title(table)} FROM "{table_name}" WHERE id = ?', (record_id,))
    return str(row[0]) if row else ""


def _title(table: TableMap) -> str:
    """The column by which a person knows a record: the first that is searched and is not its code."""
    named = [name for name in table.searched if name != CODE]
    return f'"{named[0]}"' if named else "id"
