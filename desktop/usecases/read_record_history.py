"""The local history of one record in words: who, when, which field, from what to what, from where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.entities import Unit
from desktop.domain.entity import EntityType, FieldSpec, Kind, fits, from_stored
from desktop.store.history import HistoryLine, record_history
from desktop.store.peers import logged
from desktop.store.queries.titles import Place, record_titles
from desktop.store.work import HAND
from desktop.usecases.office import Office


class Life(StrEnum):
    """What an action did to the record as a whole."""

    KEPT = ""
    MADE = "made"
    DELETED = "deleted"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one action: values of the field's kind, a reference as the name of what it points to."""

    field: str
    spec: FieldSpec
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One action on the record. ``at`` is UTC milliseconds; ``unit`` and ``number`` name the bundle that
    brought it ("" and 0 for what was typed on this computer).
    """

    at: int
    user: str
    life: Life
    changes: tuple[Change, ...]
    unit: str = ""
    number: int = 0


def read_record_history(office: Office, table: str, record_id: str) -> list[HistoryEntry]:
    """Everything kept here about one record, newest first."""
    entity = office.store.catalogue.tables[table].entity_type
    lines = record_history(office.store, record_id)
    titles = record_titles(office.store, set(_places(entity, lines)))
    names = {place: title.text for place, title in titles.items()}
    units = {unit.unit_id: unit.name for unit in office.store.select(Unit)}
    entries = (_entry(office, entity, line, names, units) for line in lines)
    return [entry for entry in entries if entry.changes or entry.life]


def _places(entity: EntityType, lines: list[HistoryLine]) -> Iterator[Place]:
    for line in lines:
        for name, pair in line.changes.items():
            spec = entity.by_name.get(name)
            if spec is not None and spec.kind is Kind.REFERENCE:
                yield from ((spec.target, str(record_id)) for record_id in pair if record_id)


def _entry(
    office: Office,
    entity: EntityType,
    line: HistoryLine,
    names: Mapping[Place, str],
    units: Mapping[str, str],
) -> HistoryEntry:
    bundle = logged(office.store, line.source) if line.source != HAND else None
    return HistoryEntry(
        at=line.at,
        user=line.user,
        life=_life(line),
        changes=tuple(_changes(entity, line, names)),
        unit=units.get(bundle.unit, bundle.unit) if bundle else "",
        number=bundle.n if bundle else 0,
    )


def _life(line: HistoryLine) -> Life:
    if ROW_LIFE not in line.changes:
        return Life.KEPT
    before, after = line.changes[ROW_LIFE]
    if not after:
        return Life.DELETED
    return Life.MADE if before is None else Life.RESTORED


def _changes(entity: EntityType, line: HistoryLine, names: Mapping[Place, str]) -> Iterator[Change]:
    for name, (old, new) in line.changes.items():
        spec = entity.by_name.get(name)
        if spec is None:
            continue
        before, after = _value(spec, old, names), _value(spec, new, names)
        if before != after:
            yield Change(name, spec, before, after)


def _value(spec: FieldSpec, stored: Value, names: Mapping[Place, str]) -> object:
    if spec.kind is Kind.REFERENCE:
        return names.get((spec.target, str(stored)), "") if stored else ""
    return from_stored(spec, stored) if fits(spec, stored) else stored
