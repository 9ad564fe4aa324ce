"""The list of units changes: one is added, renamed, or goes on as another one (the mergers of 2025).

The registry, which decides on rights, and the record that every list and report shows, change together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from desktop.bundle.registry import Registry, RegistryUnit
from desktop.domain.entities import Unit
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import is_unit_id, unit_code
from desktop.store.work import UnitOfWork
from desktop.usecases.found_office import UnitLine
from desktop.usecases.office import Office
from desktop.usecases.root_keys import change_registry


def add_units(office: Office, lines: Sequence[UnitLine]) -> Registry:
    """Add units below this office. Raises E_UNITS for one that is no unit or is there already, E_ROOT."""

    def change(registry: Registry) -> Registry:
        listed = {unit.id for unit in registry.units}
        for line in lines:
            if not is_unit_id(line.unit_id) or not line.name.strip():
                raise _refused("unit", f"{line.code} {line.name}")
            if line.unit_id in listed:
                raise _refused("known", f"{line.code} {line.name}")
            listed.add(line.unit_id)
        added = tuple(RegistryUnit(one.unit_id, one.name, office.unit_id) for one in lines)
        return replace(registry, units=(*registry.units, *added))

    with _records(office) as work:
        for line in lines:
            work.add(line.record(office.unit_id, office.unit_id, order=None))
        return change_registry(office, change)


def rename_unit(office: Office, unit: str, name: str) -> Registry:
    """Give a unit another name; its id stays. Raises E_UNITS for one not listed or without a name, E_ROOT."""
    if not name.strip():
        raise _refused("unit", unit)
    return _change(office, unit, lambda one: replace(one, name=name), {"name": name})


def set_successor(office: Office, unit: str, successor: str) -> Registry:
    """A unit goes on as another one, which inherits its rights; what it wrote stays readable (sync.md 6.5).

    Raises E_UNITS when one of them is not listed or the two would go round in a circle, E_ROOT.
    """

    def listed(registry: Registry) -> None:
        following: dict[str, str | None] = {one.id: one.successor for one in registry.units}
        if successor not in following:
            raise _refused("unlisted", successor)
        step: str | None = successor
        while step is not None:
            if step == unit:
                raise _refused("circle", successor)
            step = following.get(step)

    codes = {"successor_codes": unit_code(successor)}
    return _change(office, unit, lambda one: replace(one, successor=successor), codes, listed)


def _change(
    office: Office,
    unit: str,
    changed: Callable[[RegistryUnit], RegistryUnit],
    fields: dict[str, str],
    check: Callable[[Registry], None] = lambda _registry: None,
) -> Registry:
    def change(registry: Registry) -> Registry:
        check(registry)
        if unit not in {one.id for one in registry.units}:
            raise _refused("unlisted", unit)
        return replace(
            registry, units=tuple(changed(one) if one.id == unit else one for one in registry.units)
        )

    with _records(office) as work:
        for record in office.store.select(Unit):
            if record.unit_id == unit and record.scope == office.unit_id:
                work.save(record.replace(**fields))
        return change_registry(office, change)


@contextmanager
def _records(office: Office) -> Iterator[UnitOfWork]:
    """One transaction for both; no step to undo, because a registry's epoch only rises."""
    with office.store.writing() as connection:
        work = office.store.unit(connection, office.user)
        yield work
        work.finish()


def _refused(reason: str, text: str) -> SoSenError:
    return SoSenError(Code.E_UNITS, f"{reason}: {text}", reason=reason, text=text[:80])
