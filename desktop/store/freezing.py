"""Refuse what an action of a person would change in something frozen (``desktop.domain.freezing``)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from desktop.domain.change import Value
from desktop.domain.errors import Code, SoSenError
from desktop.store.table_map import Catalogue, TableMap


class Change(Protocol):
    """One row that an action writes: what it showed before, and the registers written."""

    @property
    def table(self) -> TableMap: ...
    @property
    def record_id(self) -> str: ...
    @property
    def writes(self) -> Mapping[str, Value]: ...
    def shown_before(self, name: str) -> Value: ...
    def differs(self, name: str) -> bool: ...
    def chooses(self, name: str) -> bool: ...
    def shown(self, name: str) -> Value: ...


Held = Callable[[TableMap, str, str], Value]
"""(table, id, field) → what the database shows of it before the action; None for a row that is not here."""


def refuse_frozen(changes: Collection[Change], catalogue: Catalogue, held: Held) -> None:
    """Raise E_FROZEN when an action changes what was frozen before it.

    Of several values that stand side by side one may be chosen: none was written knowing of the freezing.
    One pass over the changes: a fill-down over a hundred thousand rows is one action too.
    """
    about = _openers(changes, catalogue)
    held = _remembered(held)
    for change in changes:
        freezing = change.table.entity_type.freezing
        if freezing is None:
            continue
        touched = [name for name in change.writes if change.differs(name)]
        added = frozenset(about.get((change.table.table, change.record_id), ()))
        closed = freezing.closed(touched, added)
        if closed and _is_frozen(change, catalogue, held) and not all(map(change.chooses, closed)):
            detail = f"{change.table.table} {change.record_id}: {', '.join(sorted(closed))}"
            raise SoSenError(Code.E_FROZEN, detail, table=change.table.table)


def _openers(changes: Collection[Change], catalogue: Catalogue) -> dict[tuple[str, str], set[str]]:
    """(table, id) → the tables of records in this action that are about that record and may open it."""
    declared = (table.entity_type.freezing for table in catalogue.tables.values())
    openers = {name for freezing in declared if freezing is not None for name in freezing.opened_by.values()}
    found: dict[tuple[str, str], set[str]] = {}
    for change in changes:
        if change.table.table in openers:
            for spec in change.table.entity_type.fields:
                if spec.target:
                    about = (spec.target, str(change.shown(spec.name)))
                    found.setdefault(about, set()).add(change.table.table)
    return found


def _remembered(held: Held) -> Held:
    """The same, asking the database once for each whole: rows of one plan are changed together."""
    known: dict[tuple[str, str, str], Value] = {}

    def ask(table: TableMap, record_id: str, name: str) -> Value:
        key = (table.table, record_id, name)
        if key not in known:
            known[key] = held(table, record_id, name)
        return known[key]

    return ask


def _is_frozen(change: Change, catalogue: Catalogue, held: Held) -> bool:
    """Whether the record, or a whole that it was or becomes part of, was frozen before the action."""
    freezing = change.table.entity_type.freezing
    assert freezing is not None
    if not freezing.whole:
        return change.shown_before(freezing.field) == freezing.value
    whole = catalogue.tables[change.table.specs[freezing.whole].target]
    of_whole = whole.entity_type.freezing
    assert of_whole is not None, f"{whole.table} is never frozen"
    wholes = {change.shown_before(freezing.whole), change.shown(freezing.whole)} - {None, ""}
    return any(held(whole, str(record_id), of_whole.field) == of_whole.value for record_id in wholes)
