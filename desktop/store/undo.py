"""Undo and redo: an action is taken back by a new commit that writes the old values.

Nothing is erased: history and the other computers see the undoing like any other change.  An action
can be undone only while every register it wrote still shows what it wrote; after that somebody has
built on it, and E_UNDO says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.errors import Code, SoSenError
from desktop.domain.merge import Registers, is_conflict
from desktop.store.sql import one, stream, value
from desktop.store.stamps import dots_of, read_registers
from desktop.store.store import Store, encode_dots
from desktop.store.work import UnitOfWork

_Dots = list[tuple[int, int]]
_CHANGES = msgspec.json.Decoder(dict[str, tuple[Value, Value]])


@dataclass(frozen=True, slots=True)
class UndoableAction:
    """An action of the undo list: its number, the key of its name, when it was done (UTC ms)."""

    number: int
    label: str
    at: int


def next_undo(store: Store) -> UndoableAction | None:
    """The action that undo would take back."""
    return _action(store, "is_undone = 0 ORDER BY number DESC")


def next_redo(store: Store) -> UndoableAction | None:
    """The action that redo would do again."""
    return _action(store, "is_undone = 1 ORDER BY number")


def undo(store: Store, *, user: str) -> UndoableAction | None:
    """Take back the last own action; None when there is none. Raises E_UNDO when built upon since."""
    return _turn(store, next_undo, user, undone=True)


def redo(store: Store, *, user: str) -> UndoableAction | None:
    """Do the last undone action again; None when there is none. Raises E_UNDO when built upon since."""
    return _turn(store, next_redo, user, undone=False)


def _action(store: Store, condition: str) -> UndoableAction | None:
    row = one(store.connection, f"SELECT number, label, at FROM action WHERE {condition} LIMIT 1")
    return UndoableAction(*row) if row else None


def _turn(
    store: Store, choose: Callable[[Store], UndoableAction | None], user: str, *, undone: bool
) -> UndoableAction | None:
    with store.writing() as connection:
        action = choose(store)
        if action is None:
            return None
        held = value(connection, "SELECT commits FROM action WHERE number = ?", (action.number,))
        dots: _Dots = []
        # From the last commit back: one of the same action may have built on another.
        for dot in reversed(msgspec.json.decode(held, type=_Dots)):
            unit = store.unit(connection, user)
            _write_back(store, unit, dot)
            dots += sorted(unit.finish().dots.values())
        connection.execute(
            "UPDATE action SET is_undone = ?, commits = ? WHERE number = ?",
            (int(undone), encode_dots(dots), action.number),
        )
    return action


def _write_back(store: Store, unit: UnitOfWork, dot: tuple[int, int]) -> None:
    for table_name, row_id, encoded in list(_lines(store, dot)):
        changes = _CHANGES.decode(encoded)
        _still_shown(store, table_name, row_id, changes)
        unit.write(table_name, row_id, _old_values(changes))


def _lines(store: Store, dot: tuple[int, int]) -> Iterator[tuple[str, str, str]]:
    """What a commit changed: its lines of the history stand together, and it names the first."""
    first = value(store.connection, "SELECT line FROM sync_commit WHERE writer = ? AND n = ?", dot)
    rows = stream(
        store.connection,
        "SELECT writer, n, tbl, row_id, changes FROM history WHERE number >= ? ORDER BY number",
        (first,),
    )
    for writer, n, table_name, row_id, changes in rows:
        if (writer, n) != dot:
            break
        yield table_name, row_id, changes


def _is_creation(changes: Mapping[str, tuple[Value, Value]]) -> bool:
    return ROW_LIFE in changes and changes[ROW_LIFE][0] is None


def _old_values(changes: Mapping[str, tuple[Value, Value]]) -> dict[str, Value]:
    """What to write: the old values; for a record that did not exist before, only its death."""
    if _is_creation(changes):
        return {ROW_LIFE: 0}
    return {ROW_LIFE: 1, **{name: old for name, (old, _new) in changes.items()}}


def _still_shown(
    store: Store, table_name: str, row_id: str, changes: Mapping[str, tuple[Value, Value]]
) -> None:
    """Refuse with E_UNDO when a field shows something else than the action left, or has siblings.

    A new record must show nothing but what it was made with, or undoing would take others' work along.
    """
    table = store.catalogue.tables[table_name]
    row = one(store.connection, table.select_sql, (row_id,))
    if row is None:
        raise SoSenError(Code.E_MISSING, f"{table_name} {row_id}", table=table_name)
    _scope, alive, stamps, *columns = row
    held = {ROW_LIFE: alive, **dict(zip(table.names, columns, strict=True))}
    registers = read_registers(stamps, table, held)
    if changes.get(ROW_LIFE, (1, 0))[1] == 1:
        _only_own(store, table_name, row_id, registers)
    left = {name: new for name, (_old, new) in changes.items()}
    if _is_creation(changes):
        left = {**{name: table.blank_value(name) for name in table.names}, **left}
    for name, written in left.items():
        shown = alive if name == ROW_LIFE else table.from_column(name, held[name])
        if shown != written or is_conflict(registers.get(name, ())):
            raise SoSenError(Code.E_UNDO, f"{table_name} {row_id} {name}", table=table_name, field=name)


def _only_own(store: Store, table_name: str, row_id: str, registers: Registers) -> None:
    """Refuse with E_UNDO to take away a record into which another computer has written since."""
    for dot in dots_of(registers):
        if value(store.connection, "SELECT via FROM sync_commit WHERE writer = ? AND n = ?", dot):
            raise SoSenError(
                Code.E_UNDO, f"{table_name} {row_id} {ROW_LIFE}", table=table_name, field=ROW_LIFE
            )
