"""This office among the units: its own record, and those that report to it."""

from __future__ import annotations

from desktop.domain.entities import Unit
from desktop.domain.vietnamese import sort_key
from desktop.usecases.office import Office


def own_unit(office: Office) -> Unit | None:
    """The office's own unit as the registry of units has it, or None before it has arrived."""
    return next((unit for unit in office.store.select(Unit) if unit.unit_id == office.unit_id), None)


def telephone_of(office: Office, unit_id: str) -> str:
    """The telephone number of a unit in the office's own list, "" where none is listed."""
    listed = (unit.phone for unit in office.store.select(Unit) if unit.unit_id == unit_id)
    return next(listed, "")


def units_below(office: Office) -> list[Unit]:
    """The units that report to this office, in their order, else by name; empty for a commune."""
    found = [unit for unit in office.store.select(Unit) if unit.parent_unit_id == office.unit_id]
    return sorted(
        found, key=lambda unit: (unit.order is None, unit.order or 0, sort_key(unit.name), unit.code)
    )
