"""One entity, declared in three places: dataclass, Peewee model and table have the same fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from peewee import BooleanField, IntegerField, Model, TextField

from desktop.domain.entities import ENTITY_TYPES
from desktop.domain.entity import EntityType, Kind
from desktop.store.rows import RECORD_ROWS
from desktop.store.store import CATALOGUE, Store
from desktop.store.sync_rows import LOCAL_ROWS
from desktop.store.table_map import SYSTEM_COLUMNS

_TYPES: dict[Kind, type[Any]] = {Kind.BOOLEAN: BooleanField, Kind.INTEGER: IntegerField}
_NULLABLE = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = Store(tmp_path_factory.mktemp("models") / "data", create=True)
    yield made
    made.close()


def columns_of(store: Store, table: str) -> dict[str, tuple[object, bool, object]]:
    """Name → type, whether null is allowed, default, as the database has it."""
    rows = store.connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return {str(name): (kind, not required, default) for _at, name, kind, required, default, _key in rows}


@pytest.mark.parametrize("entity", ENTITY_TYPES, ids=lambda entity: entity.table)
def test_columns_models_and_fields_are_one(store: Store, entity: EntityType) -> None:
    """A field that is forgotten in one of the three places is found here, before a clerk misses it."""
    table = CATALOGUE.tables[entity.table]
    model = table.row._meta
    names = [*SYSTEM_COLUMNS, *entity.field_names]
    columns = columns_of(store, entity.table)
    assert model.table_name == entity.table
    assert sorted(model.fields) == sorted(names) == sorted(columns)
    for spec in entity.fields:
        field, (kind, is_null, default) = model.fields[spec.name], columns[spec.name]
        assert isinstance(field, _TYPES.get(spec.kind, TextField)), spec.name
        assert kind == ("INTEGER" if spec.kind in _TYPES else "TEXT"), spec.name
        assert (is_null, field.null) == (spec.kind in _NULLABLE,) * 2, spec.name
        # A row that was never written in a field shows its blank, whoever made the row.
        stored = table.blanks[spec.name]
        assert default == (None if stored is None else repr(stored)), spec.name
        assert (
            field.default
            if field.default is None
            else int(field.default)
            if spec.kind is Kind.BOOLEAN
            else field.default
        ) == stored, spec.name


def test_every_entity_has_its_model() -> None:
    """In the same order, each once."""
    assert [row._meta.table_name for row in RECORD_ROWS] == [entity.table for entity in ENTITY_TYPES]


@pytest.mark.parametrize("row", LOCAL_ROWS, ids=lambda row: row._meta.table_name)
def test_the_local_tables_are_as_modelled(store: Store, row: type[Model]) -> None:
    """Writers, commits, peers, log: names, nulls and primary keys."""
    columns = columns_of(store, row._meta.table_name)
    assert sorted(columns) == sorted(row._meta.columns)
    for name, field in row._meta.columns.items():
        if not field.primary_key:
            assert columns[name][1] == field.null, name


def test_no_table_is_without_a_model(store: Store) -> None:
    """What is in the file is what the code knows."""
    tables = {
        name for (name,) in store.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    }
    modelled = {row._meta.table_name for row in (*RECORD_ROWS, *LOCAL_ROWS)}
    assert tables - {"sqlite_sequence", "sqlite_stat1"} == modelled


def test_every_reference_points_to_a_table() -> None:
    """No field refers to a table that does not exist."""
    targets = {
        spec.target for entity in ENTITY_TYPES for spec in entity.fields if spec.kind is Kind.REFERENCE
    }
    assert targets <= set(CATALOGUE.tables)
