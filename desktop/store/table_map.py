"""One generic mapping between an entity's declaration, its table's columns and the values on the wire.

Nothing here knows a single entity: adding one needs a dataclass, a Peewee model and a migration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

from desktop.domain.change import Value
from desktop.domain.entity import FITS, Entity, EntityType, FieldSpec, Kind, blank, from_stored, to_stored
from desktop.domain.vietnamese import fold
from desktop.store.rows import RecordRow

Column = None | int | str
"""A value as SQLite keeps it; a boolean is 0 or 1."""

_BETWEEN = "\x00"
_NEXT = " \n"
_TEXT, _NONE = (str,), (type(None),)
_AS_IT_IS: Mapping[Kind, tuple[type[object], ...]] = {
    Kind.TEXT: _TEXT,
    Kind.LONG_TEXT: _TEXT,
    Kind.REFERENCE: _TEXT,
    Kind.INTEGER: _NONE,
    Kind.DECIMAL: _NONE,
    Kind.DATE: _NONE,
}
"""Columns of these types hold the field's own value: most need not be turned into it."""
SYSTEM_COLUMNS = ("id", "scope", "alive", "stamps", "search_key")


@dataclass(frozen=True)
class TableMap:
    """Everything the store needs to read, write and merge the rows of one entity."""

    entity_type: EntityType
    row: type[RecordRow]
    names: tuple[str, ...] = field(init=False)
    specs: Mapping[str, FieldSpec] = field(init=False)
    fits: Mapping[str, Callable[[Value], bool]] = field(init=False)
    blanks: Mapping[str, Column] = field(init=False)
    booleans: frozenset[str] = field(init=False)
    as_they_are: Mapping[str, tuple[type[object], ...]] = field(init=False)
    searched: tuple[str, ...] = field(init=False)
    positions: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        specs = self.entity_type.by_name
        names = self.entity_type.field_names
        derived = {
            "names": names,
            "specs": specs,
            "fits": {name: FITS[spec.kind] for name, spec in specs.items()},
            "blanks": {name: _blank_column(spec) for name, spec in specs.items()},
            "booleans": frozenset(name for name, spec in specs.items() if spec.kind is Kind.BOOLEAN),
            "as_they_are": {name: _AS_IT_IS.get(spec.kind, ()) for name, spec in specs.items()},
            "searched": tuple(name for name, spec in specs.items() if spec.searched),
            "positions": {name: index for index, name in enumerate(names)},
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    @cached_property
    def table(self) -> str:
        return self.entity_type.table

    # -- statements, compiled once by the driver's statement cache ------------------------------

    @cached_property
    def select_sql(self) -> str:
        """One row by id: scope, alive, stamps, then the fields in order."""
        columns = ", ".join(f'"{name}"' for name in self.names)
        return f'SELECT scope, alive, stamps, {columns} FROM "{self.table}" WHERE id = ?'

    @cached_property
    def insert_sql(self) -> str:
        """A whole new row: id, scope, alive, stamps, search_key, then the fields in order."""
        columns = [*SYSTEM_COLUMNS, *self.names]
        listed = ", ".join(f'"{name}"' for name in columns)
        return f'INSERT INTO "{self.table}" ({listed}) VALUES ({", ".join("?" * len(columns))})'

    @cached_property
    def upsert_sql(self) -> str:
        """As ``insert_sql``, replacing everything but the scope when the row is here already."""
        columns = [name for name in (*SYSTEM_COLUMNS, *self.names) if name not in ("id", "scope")]
        changed = ", ".join(f'"{name}" = excluded."{name}"' for name in columns)
        return f"{self.insert_sql} ON CONFLICT (id) DO UPDATE SET {changed}"

    def update_sql(self, names: Iterable[str]) -> str:
        """Some columns of a row: the stamps, then those named, and last the id."""
        changed = "".join(f', "{name}" = ?' for name in names)
        return f'UPDATE "{self.table}" SET stamps = ?{changed} WHERE id = ?'

    # -- values ---------------------------------------------------------------------------------

    def to_column(self, name: str, value: Value) -> Column:
        """The column for a carried value that fits its field."""
        return int(value) if isinstance(value, bool) else value

    def from_column(self, name: str, column: Column) -> Value:
        """The carried value for a column."""
        return bool(column) if name in self.booleans else column

    def shown_value(self, name: str, held: Mapping[str, Column]) -> Value:
        """What a row with the columns and life ``held`` shows of a register; None for an unknown one."""
        return self.from_column(name, held[name]) if name in held else None

    def wire_value(self, name: str, held: Sequence[Column]) -> Value:
        """The carried value of a register in its column; ``held``: life, then the fields in order."""
        column = held[self.positions[name] + 1] if name in self.positions else held[0]
        return bool(column) if name in self.booleans else column

    def stored_values(self, record: Entity, names: Iterable[str] | None = None) -> dict[str, Value]:
        """All fields of a domain object, or those named, as stored values."""
        asked = self.names if names is None else names
        return {name: to_stored(self.specs[name], getattr(record, name), self.table) for name in asked}

    def blank_value(self, name: str) -> Value:
        """The stored value of a field that nobody has written."""
        return self.from_column(name, self.blanks[name])

    def entity(self, record_id: str, scope: str, columns: Iterable[Column]) -> Entity:
        """The domain object for a row's columns in the order of ``names``."""
        values = {
            name: column
            if isinstance(column, as_is)
            else from_stored(self.specs[name], self.from_column(name, column))
            for (name, as_is), column in zip(self.as_they_are.items(), columns, strict=True)
        }
        return self.entity_type.cls(id=record_id, scope=scope, **cast(Any, values))

    def search_key(self, columns: Mapping[str, Column]) -> str:
        """The searched fields folded into one text: without diacritics, lower case, đ = d."""
        return self.folded([columns[name] for name in self.searched])

    def search_keys(self, columns: Iterable[Sequence[str]]) -> list[str]:
        """``folded`` for many rows at once, given their searched fields in columns.

        They are folded as one text, which is far quicker.
        """
        joined = list(map(_NEXT.join, zip(*columns, strict=True)))
        folded = fold(_BETWEEN.join(joined))
        found = folded.replace(f" {_BETWEEN}", _BETWEEN).replace(f"{_BETWEEN} ", _BETWEEN).split(_BETWEEN)
        # A text that holds the separator itself would shift all that follow.
        return found if len(found) == len(joined) else list(map(fold, joined))

    @staticmethod
    def folded(texts: Iterable[Value]) -> str:
        """The search key for the values of the searched fields, in order."""
        return fold(_NEXT.join([str(text) for text in texts if text]))


def _blank_column(spec: FieldSpec) -> Column:
    value = to_stored(spec, blank(spec))
    return int(value) if isinstance(value, bool) else value


class Catalogue:
    """The replicated tables of a program: which entity lives in which row model."""

    def __init__(self, pairs: Iterable[tuple[EntityType, type[RecordRow]]]) -> None:
        maps = [TableMap(entity_type, row) for entity_type, row in pairs]
        self.tables: dict[str, TableMap] = {item.table: item for item in maps}
        self._by_class = {item.entity_type.cls: item for item in maps}

    def of(self, cls: type[Entity]) -> TableMap:
        """The mapping of an entity class; KeyError for one that was never catalogued."""
        return self._by_class[cls]

    def extended(self, entity_type: EntityType, row: type[RecordRow]) -> Catalogue:
        """This catalogue and one entity more."""
        pairs = [(item.entity_type, item.row) for item in self.tables.values()]
        return Catalogue([*pairs, (entity_type, row)])
