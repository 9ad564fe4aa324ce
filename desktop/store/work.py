"""The one way to write: a unit of work compares, stamps, keeps the history and commits.

One unit of work is one user action.  In each scope that it touches it becomes one commit (sync.md 1);
all of them, with rows, search keys, history and the export index, are one transaction with
``synchronous=FULL``: when ``finish`` returns, the change is on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import apsw
import msgspec

from desktop.domain.change import ROW_LIFE, Mark, Value
from desktop.domain.commit_hash import next_hash
from desktop.domain.entity import Entity, check_field, normalise
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.scopes import is_record_id, is_scope, new_record_id, scope_owner
from desktop.store.freezing import refuse_frozen
from desktop.store.pending import Pending, settled, touched, written_over
from desktop.store.sql import one
from desktop.store.stamps import Dot, ShownRow
from desktop.store.table_map import Catalogue, TableMap
from desktop.store.writers import Writers

HAND = "hand"
"""The source of a change that a person typed."""

_ENCODER = msgspec.json.Encoder()
_NOTHING = object()

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Finished:
    """What an action wrote: its dots by scope, and the tables to refresh."""

    dots: dict[str, Dot]
    tables: frozenset[str]


class UnitOfWork:
    """Collects the changes of one user action; made by ``Store.work``, inside one transaction."""

    def __init__(
        self,
        connection: apsw.Connection,
        catalogue: Catalogue,
        writers: Writers,
        *,
        office: str,
        device: str,
        user: str,
        now: Callable[[], int],
        inherited: Collection[str] = (),
    ) -> None:
        """``inherited`` are the units that the office succeeded: it goes on with their records."""
        self._connection = connection
        self._catalogue = catalogue
        self._writers = writers
        self._owners = {office, *inherited}
        self._device = device
        self._user = user
        self._now = now
        self._pending: dict[tuple[str, str], Pending] = {}

    # -- what a caller does ---------------------------------------------------------------------

    def add(self, record: Entity) -> Entity:
        """A new record in its scope; the id is made here unless one is given. Returns it as stored.

        Raises InvalidValueError also for an id that is malformed or in use, for a malformed scope.
        """
        table = self._catalogue.of(type(record))
        checked = self._checked(table, record, table.names)
        self._own(checked.scope)
        if not is_scope(checked.scope):
            raise InvalidValueError(table.table, "scope", "wrong_type", checked.scope)
        if not checked.id:
            checked = checked.replace(id=new_record_id(checked.scope, self._now))
        self._unused(table, checked.id)
        values = table.stored_values(checked)
        writes = {name: value for name, value in values.items() if value != table.blank_value(name)}
        pending = Pending(table, checked.id, checked.scope)
        pending.write({ROW_LIFE: 1, **writes})
        self._pending[table.table, checked.id] = pending
        return checked

    def get(self, cls: type[E], record_id: str) -> E:
        """A record to be changed and saved, with the changes so far. Raises E_MISSING as ``save``."""
        pending = self._open_living(self._catalogue.of(cls), record_id)
        if pending.read is None:
            table = pending.table
            now = {**(pending.held or table.blanks), **pending.columns}
            pending.read = table.entity(record_id, pending.scope, [now[name] for name in table.names])
        return pending.read  # type: ignore[return-value]

    def save(self, record: Entity, *, seen: Entity | None = None) -> Entity:
        """A changed record: only the register groups that differ from what is stored are written.

        ``seen`` is the record as the person saw it: with it only what they changed is written, and what
        came in since stays. Raises E_MISSING when the record is not here or deleted, InvalidValueError
        for a value beyond its limits.
        """
        table = self._catalogue.of(type(record))
        pending = self._open_living(table, record.id)
        stored = table.stored_values(record, touched(record, pending.read, table.names))
        differing = [name for name, value in stored.items() if value != pending.shown(name)]
        checked = self._checked(table, record, differing)
        values = table.stored_values(checked, differing)
        known = {} if seen is None else table.stored_values(seen, differing)
        changed = {
            table.specs[name].group
            for name, value in values.items()
            if value not in (pending.shown(name), known.get(name, _NOTHING))
        }
        for group in changed:
            pending.write(table.stored_values(checked, table.entity_type.group_members(group)))
        if pending.writes:
            pending.write({ROW_LIFE: 1})
        return checked

    def delete(self, record: Entity) -> None:
        """Mark a record as deleted; its values stay, so that undoing is a write like any other.

        Raises E_MISSING when it is not here or deleted already.
        """
        table = self._catalogue.of(type(record))
        pending = self._open_living(table, record.id)
        pending.write({ROW_LIFE: 0})

    def write(self, table_name: str, record_id: str, values: Mapping[str, Value]) -> None:
        """Write registers as they are, also when equal to what is shown: undo, and settling a conflict."""
        table = self._catalogue.tables[table_name]
        pending = self._open(table, record_id)
        for name in values:
            group = table.specs[name].group if name in table.specs else ""
            for member in table.entity_type.group_members(group):
                pending.writes.setdefault(member, pending.shown(member))
        pending.write(values)
        pending.writes.setdefault(ROW_LIFE, 1)

    def finish(self) -> Finished:
        """Stamp and write everything collected. Called once, by ``Store.work``.

        Raises E_FROZEN when it would change what a frozen plan has settled.
        """
        refuse_frozen([p for p in self._pending.values() if p.writes], self._catalogue, self._held)
        by_scope: dict[str, list[Pending]] = {}
        for pending in self._pending.values():
            if pending.writes:
                by_scope.setdefault(pending.scope, []).append(pending)
        dots = {scope: self._commit(scope, changed) for scope, changed in by_scope.items()}
        tables = frozenset(p.table.table for changed in by_scope.values() for p in changed)
        return Finished(dots, tables)

    def _held(self, table: TableMap, record_id: str, name: str) -> Value:
        sql = f'SELECT "{name}" FROM "{table.table}" WHERE id = ? AND alive = 1'
        row = one(self._connection, sql, (record_id,))
        return None if row is None else table.from_column(name, row[0])

    # -- how it is written ----------------------------------------------------------------------

    def _checked(self, table: TableMap, record: Entity, names: Iterable[str]) -> Entity:
        """The record with the fields named made storable; what stands in the database was checked before."""
        changes = {}
        for name in names:
            spec, value = table.specs[name], getattr(record, name)
            clean = normalise(spec, value)
            check_field(table.table, spec, clean)
            if clean is not value:
                changes[name] = clean
        return record.replace(**changes) if changes else record

    def _own(self, scope: str) -> None:
        """Refuse with E_READONLY what another unit owns: a single unit writes each scope (sync.md 1)."""
        if scope_owner(scope) not in self._owners:
            raise SoSenError(Code.E_READONLY, scope, unit=scope_owner(scope))

    def _unused(self, table: TableMap, record_id: str) -> None:
        """Refuse an id that is malformed or taken: writing over it would hide another record."""
        if not is_record_id(record_id):
            raise InvalidValueError(table.table, "id", "wrong_type", record_id)
        held = one(self._connection, table.select_sql, (record_id,))
        if held is not None or (table.table, record_id) in self._pending:
            raise InvalidValueError(table.table, "id", "in_use", record_id)

    def _open_living(self, table: TableMap, record_id: str) -> Pending:
        pending = self._open(table, record_id)
        if not pending.shown(ROW_LIFE):
            raise SoSenError(Code.E_MISSING, f"{table.table} {record_id} is deleted", table=table.table)
        return pending

    def _open(self, table: TableMap, record_id: str) -> Pending:
        found = self._pending.get((table.table, record_id))
        if found is not None:
            return found
        row = one(self._connection, table.select_sql, (record_id,))
        if row is None:
            raise SoSenError(Code.E_MISSING, f"{table.table} {record_id}", table=table.table)
        scope, alive, stamps, *columns = row
        self._own(scope)
        held = dict(zip(table.names, columns, strict=True))
        pending = Pending(table, record_id, scope, stamps, {ROW_LIFE: alive, **held})
        self._pending[table.table, record_id] = pending
        return pending

    def _commit(self, scope: str, changed: list[Pending]) -> Dot:
        time = self._now()
        number, previous = self._writers.own_mark(scope, self._device)
        n = previous.n + 1
        writes = ((p.table.table, p.record_id, p.writes) for p in changed)
        h = next_hash(previous.h, self._writers.ids[number], n, time, self._user, writes)
        lines = [self._write_row(pending, number, n, time) for pending in changed]
        self._connection.execute(
            "INSERT INTO sync_commit (writer, n, t, user, h, via, line) VALUES (?, ?, ?, ?, ?, '', ?)",
            (number, n, time, self._user, h, lines[0]),
        )
        self._writers.set_mark(number, Mark(n, h))
        return number, n

    def _write_row(self, pending: Pending, number: int, n: int, time: int) -> int:
        """Write one row with all that goes with it; the number of its line in the history."""
        dot = (number, n, time)
        shown, gone = written_over(pending, dot) or settled(pending, dot, self._writers.ids)
        if pending.stamps is None:
            self._insert(pending, shown)
        else:
            self._update(pending, shown)
        self._index(pending, gone, (number, n))
        return self._remember(pending, (number, n))

    def _insert(self, pending: Pending, shown: ShownRow) -> None:
        table = pending.table
        key = table.search_key(shown.columns)
        fields = [shown.columns[name] for name in table.names]
        self._connection.execute(
            table.insert_sql, (pending.record_id, pending.scope, shown.alive, shown.stamps, key, *fields)
        )

    def _update(self, pending: Pending, shown: ShownRow) -> None:
        """Write only the columns that were written, so that no index is touched that need not be."""
        table = pending.table
        values = {name: shown.columns[name] for name in table.names if name in pending.writes}
        if any(name in table.searched for name in values):
            values["search_key"] = table.search_key(shown.columns)
        if shown.alive != pending.held[ROW_LIFE]:
            values["alive"] = shown.alive
        self._connection.execute(
            table.update_sql(tuple(values)), (shown.stamps, *values.values(), pending.record_id)
        )

    def _index(self, pending: Pending, gone: Iterable[Dot], dot: Dot) -> None:
        place = (pending.table.table, pending.record_id)
        self._connection.execute(
            "INSERT INTO sync_dot (writer, n, tbl, row_id) VALUES (?, ?, ?, ?)", (*dot, *place)
        )
        for old in gone:
            self._connection.execute(
                "DELETE FROM sync_dot WHERE writer = ? AND n = ? AND tbl = ? AND row_id = ?", (*old, *place)
            )

    def _remember(self, pending: Pending, dot: Dot) -> int:
        changes = {
            name: [pending.shown_before(name), value]
            for name, value in pending.writes.items()
            if pending.differs(name)
        }
        self._connection.execute(
            "INSERT INTO history (writer, n, tbl, row_id, changes) VALUES (?, ?, ?, ?, ?)",
            (*dot, pending.table.table, pending.record_id, _ENCODER.encode(changes).decode()),
        )
        return self._connection.last_insert_rowid()
