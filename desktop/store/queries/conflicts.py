"""Which rows wait for a person's choice between two values written without knowledge of each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.merge import Registers, Sibling, is_conflict, winner
from desktop.store.sql import one, stream
from desktop.store.stamps import Dot, read_registers
from desktop.store.store import Store
from desktop.store.table_map import TableMap


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A living row with the registers that hold different values."""

    table: str
    id: str
    scope: str
    registers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contender:
    """What one commit says of registers in dispute. ``t`` is its claimed time, UTC milliseconds."""

    dot: Dot
    t: int
    user: str
    device: str
    values: Mapping[str, Value]
    is_shown: bool
    edited: Mapping[str, Value] = field(default_factory=dict)
    """Of a commit that keeps a row which another deleted: what it, and those that came with it, wrote."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Registers of one row that change together, and what was written in them without knowing of the others.

    ``contenders`` stand in the order in which they were claimed to be written; all have the same registers.
    """

    table: str
    id: str
    scope: str
    registers: tuple[str, ...]
    contenders: tuple[Contender, ...]


def conflict_rows(store: Store, tables: Collection[str] = ()) -> list[ConflictRow]:
    """The rows in dispute, of all tables or of some; deleted rows are not disputed any more.

    Values that are not shown stand as an object in a row's stamps, so only rows with one are read closer.
    """
    found = []
    for name, table in store.catalogue.tables.items():
        if not tables or name in tables:
            found.extend(_of_table(store, table))
    return found


def disputes(store: Store, tables: Collection[str] = ()) -> list[Dispute]:
    """Everything in dispute, of all tables or of some, with all that contends."""
    found: list[Dispute] = []
    for name, table in store.catalogue.tables.items():
        if not tables or name in tables:
            for place, registers in rows_with_hidden_values(store, table):
                found.extend(_disputes(store, table, place, registers))
    return found


def disputes_of(store: Store, table: str, record_id: str) -> list[Dispute]:
    """What is in dispute in one row."""
    known = store.catalogue.tables[table]
    rows = rows_with_hidden_values(store, known, "AND id = ?", (record_id,))
    return [dispute for place, registers in rows for dispute in _disputes(store, known, place, registers)]


Place = tuple[str, str]
"""A record's id and its scope."""


def _disputes(store: Store, table: TableMap, place: Place, registers: Registers) -> Iterator[Dispute]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in _disputed(registers):
        groups.setdefault(_together(table, name), []).append(name)
    for members, names in groups.items():
        contenders = _contenders(store, registers, members, names)
        yield Dispute(table.table, *place, members, tuple(sorted(contenders, key=lambda c: (c.t, c.dot))))


def _together(table: TableMap, name: str) -> tuple[str, ...]:
    """The registers that are written with ``name``; a row's life and what is not known here stand alone."""
    if name not in table.specs:
        return (name,)
    return tuple(table.entity_type.group_members(table.specs[name].group))


def _contenders(
    store: Store, registers: Registers, members: Sequence[str], disputed: Sequence[str]
) -> Iterator[Contender]:
    """One for each different set of values; of equal ones that which is shown, else the last."""
    best = {name: winner(registers[name], store.writers.ids) for name in members if name in registers}
    shown = best[disputed[0]]
    commits = {(s.writer, s.n, s.time) for name in disputed for s in registers[name]}
    told: dict[tuple[tuple[str, Value], ...], tuple[int, int, int]] = {}
    for commit in sorted(commits, key=lambda c: (c == shown[:3], c[2], c)):
        told[tuple(_values(registers, members, commit[:2], best))] = commit
    for values, (writer, n, t) in told.items():
        user, device = _who(store, writer, n)
        told_values = dict(values)
        keeps = told_values.get(ROW_LIFE) == 1
        edited = dict(_edited(store, registers, (writer, n))) if keeps else {}
        yield Contender((writer, n), t, user, device, told_values, (writer, n, t) == shown[:3], edited)


def _values(
    registers: Registers, members: Sequence[str], dot: Dot, best: Mapping[str, Sibling]
) -> Iterator[tuple[str, Value]]:
    """What a commit says of each member; where it says nothing, what is shown."""
    for name in members:
        if name in registers:
            own = [s.value for s in registers[name] if (s.writer, s.n) == dot]
            yield name, own[0] if own else best[name].value


def _edited(store: Store, registers: Registers, dot: Dot) -> Iterator[tuple[str, Value]]:
    """The fields that stand as a commit wrote them, or an earlier one of its computer in the same bundle."""
    writer, last = dot
    bundle = _bundle(store, dot)
    for name, siblings in registers.items():
        for sibling in siblings:
            is_its = sibling.writer == writer and sibling.n <= last and name != ROW_LIFE
            if is_its and (sibling.n == last or (bundle and _bundle(store, (writer, sibling.n)) == bundle)):
                yield name, sibling.value


def _bundle(store: Store, dot: Dot) -> str:
    """The bundle that brought a commit, "" for one of this computer."""
    row = one(store.connection, "SELECT via FROM sync_commit WHERE writer = ? AND n = ?", dot)
    return row[0] if row else ""


def _who(store: Store, writer: int, n: int) -> tuple[str, str]:
    """The person and the computer of a commit, "" where it is not told any more."""
    row = one(
        store.connection,
        "SELECT coalesce(c.user, ''), w.device FROM sync_writer w "
        "LEFT JOIN sync_commit c ON c.writer = w.number AND c.n = ? WHERE w.number = ?",
        (n, writer),
    )
    return (row[0], row[1]) if row else ("", "")


def _disputed(registers: Registers) -> list[str]:
    return sorted(name for name, siblings in registers.items() if is_conflict(siblings))


def _of_table(store: Store, table: TableMap) -> list[ConflictRow]:
    found = []
    for (record_id, scope), registers in rows_with_hidden_values(store, table):
        disputed = tuple(_disputed(registers))
        if disputed:
            found.append(ConflictRow(table.table, record_id, scope, disputed))
    return found


def rows_with_hidden_values(
    store: Store, table: TableMap, condition: str = "", bindings: tuple[str, ...] = ()
) -> Iterator[tuple[Place, Registers]]:
    """The living rows that hold a value which is not shown."""
    columns = "".join(f', "{name}"' for name in table.names)
    rows = stream(
        store.connection,
        f'SELECT id, scope, alive, stamps{columns} FROM "{table.table}" '
        f"WHERE alive = 1 AND instr(stamps, '{{') > 0 {condition}",
        bindings,
    )
    for record_id, scope, alive, stamps, *values in rows:
        held = {ROW_LIFE: alive, **dict(zip(table.names, values, strict=True))}
        yield (record_id, scope), read_registers(stamps, table, held)
