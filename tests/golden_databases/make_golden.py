"""Make the golden database of the schema in force: ``python -m tests.golden_databases.make_golden``.

Run once, when a schema is about to be released; what a release wrote is never made anew.  It leaves
``schema_<n>.db.gz``, a commune's database with every table in use, and ``schema_<n>.json``, what the
records in it show.  Each run of the tests opens every golden database with the program of today.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec

from desktop.domain.entities import ENTITY_TYPES, PlanState, Task, TaskState
from desktop.domain.entity import Entity, EntityType, FieldSpec, Kind
from desktop.store.schema import CURRENT_SCHEMA
from desktop.store.store import Store
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.undo_action import undo_action
from tests.helpers.network import Network, make_network

FOLDER = Path(__file__).parent
_SAMPLES: dict[Kind, object] = {
    Kind.TEXT: "Kế hoạch Đồng Tháp",
    Kind.LONG_TEXT: "Dòng một\nDòng hai: 1.234,5 ha",
    Kind.INTEGER: 12,
    Kind.DECIMAL: Decimal("1234.50"),
    Kind.DATE: date(2022, 6, 18),
    Kind.BOOLEAN: True,
}


def value_for(spec: FieldSpec, ids: dict[str, str]) -> object:
    """A value for a field that differs from its blank."""
    if spec.kind is Kind.REFERENCE:
        return ids.get(spec.target, "")
    if spec.kind is Kind.CHOICE:
        assert spec.choices is not None
        # What stands in a frozen plan could not be added.
        return [choice for choice in spec.choices if choice is not PlanState.FROZEN][-1]
    if spec.kind is Kind.INTEGER:
        return max(12, spec.minimum or 0)
    return str(_SAMPLES[spec.kind])[: spec.max_length] if spec.kind is Kind.TEXT else _SAMPLES[spec.kind]


def full_record(entity: EntityType, ids: dict[str, str]) -> Entity:
    """A record with a value in every field."""
    return entity.cls(**{spec.name: value_for(spec, ids) for spec in entity.fields})  # type: ignore[arg-type]


def fill(network: Network) -> Store:
    """Every entity, every state that a row can be in, every table of the exchange; the commune's store."""
    office, colleague = network["X1"], network["X2"]
    ids: dict[str, str] = {}
    for entity in ENTITY_TYPES:
        with office.store.work(user=office.user, label="add_record") as work:
            record = work.add(full_record(entity, ids).replace(scope=office.unit_id))
        ids[entity.table] = record.id
    disputed = add_record(office, Task(title="Việc còn tranh chấp"))
    network.settle()
    change_fields(office, Task, disputed.id, {"note": "Máy 1"})
    change_fields(colleague, Task, disputed.id, {"note": "Máy 2", "state": TaskState.IN_PROGRESS})
    network.settle()
    delete_record(office, add_record(office, Task(title="Việc đã xóa")))
    change_fields(office, Task, disputed.id, {"measure": "km"})
    undo_action(office)
    stamps = '[[1,1,1767225600000,{".":1,"name":"Của phiên bản sau"}]]'
    for sql, values in (
        ("INSERT INTO other_row VALUES ('hamlet', ?, ?, ?)", ("ab" * 16, office.unit_id, stamps)),
        ("INSERT INTO sync_dot VALUES (1, 1, 'hamlet', ?)", ("ab" * 16,)),
        ("INSERT INTO sync_parked VALUES (?, 'inbox/parked/a.goi', 1, 'E_NEWER', '{}')", ("cd" * 16,)),
        ("INSERT INTO blob VALUES (?, 12, 0)", ("ef" * 32,)),
    ):
        office.store.connection.execute(sql, values)
    return office.store


def shown(store: Store) -> dict[str, list[dict[str, object]]]:
    """What the living records show, as JSON can hold it."""
    return {name: list(_records(store, name)) for name in store.catalogue.tables}


def _records(store: Store, name: str) -> Iterator[dict[str, object]]:
    table = store.catalogue.tables[name]
    for record in sorted(store.select(table.entity_type.cls), key=lambda one: one.id):
        yield {"id": record.id, "scope": record.scope, **table.stored_values(record)}


def main() -> None:
    """Write both files. Raises FileExistsError rather than replacing what a release left."""
    target = FOLDER / f"schema_{CURRENT_SCHEMA}.db.gz"
    if target.exists():
        raise FileExistsError(target)
    with tempfile.TemporaryDirectory() as folder:
        network = make_network(Path(folder))
        store = fill(network)
        target.write_bytes(gzip.compress(store.back_up("golden").path.read_bytes(), 9, mtime=0))
        content = msgspec.json.format(msgspec.json.encode(shown(store)), indent=1)
        target.with_name(f"schema_{CURRENT_SCHEMA}.json").write_bytes(content + b"\n")
        network.close()


if __name__ == "__main__":
    main()
