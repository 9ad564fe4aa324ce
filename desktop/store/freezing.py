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
    def shown(self, name: str) -> Value: ...


Held = Callable[[TableMap, str, str], Value]
"""(table, id, field) → what the database shows of it before the action; None for a row that is not here."""


def refuse_frozen(changes: Collection[Change], catalogue: Catalogue, held: Held) -> None:
    """Raise E_FROZEN when an action changes what was frozen before it."""
    for change in changes:
        freezing = change.table.entity_type.freezing
        if freezing is None:
            continue
        touched = [name for name in change.writes if change.differs(name)]
        closed = freezing.closed(
            touched, _written_about(change, changes) if freezing.opened_by else frozenset()
        )
        if closed and _is_frozen(change, catalogue, held):
            detail = f"{change.table.table} {change.record_id}: {', '.join(sorted(closed))}"
            raise SoSenError(Code.E_FROZEN, detail, table=change.table.table)


def _written_about(change: Change, changes: Collection[Change]) -> frozenset[str]:
    """The tables of the other records in the same action that open something in this one."""
    freezing = change.table.entity_type.freezing
    openers = set(freezing.opened_by.values()) if freezing else set()
    return frozenset(
        other.table.table
        for other in changes
        if other.table.table in openers
        for spec in other.table.entity_type.fields
        if spec.target == change.table.table and other.shown(spec.name) == change.record_id
    )


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
