"""Add, change and delete single records: what every form and every cell of a grid calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from desktop.domain.entity import Entity
from desktop.domain.errors import InvalidValueError
from desktop.usecases.office import Office

E = TypeVar("E", bound=Entity)


@contextmanager
def one_action(office: Office, label: str) -> Iterator[None]:
    """What is written within, by several use cases, is one step to undo: a paste that changes and adds."""
    with office.store.together(label=label):
        yield


def add_record(office: Office, record: E, *, label: str = "add_record") -> E:
    """Keep a new record; returned with its id. An empty scope means this office's own.

    Raises InvalidValueError for a value beyond its limits or a broken rule, E_READONLY for a scope
    that another unit owns.
    """
    owned = record if record.scope else record.replace(scope=office.unit_id)
    _check_rules(office, owned)
    with office.store.work(user=office.user, label=label) as work:
        return work.add(owned)  # type: ignore[return-value]


def save_record(office: Office, record: E, *, seen: E | None = None, label: str = "edit_record") -> E:
    """Keep a changed record; only what differs is written. Raises as ``add_record``, and E_MISSING.

    ``seen`` is the record as it was shown when the person began: what others changed since then, and the
    person did not, is left alone.
    """
    _check_rules(office, record)
    with office.store.work(user=office.user, label=label) as work:
        return work.save(record, seen=seen)  # type: ignore[return-value]


def save_records(office: Office, records: Iterable[Entity], *, label: str = "edit_records") -> None:
    """Keep several changed records as one action: all or none, and one step to undo."""
    changed = list(records)
    for record in changed:
        _check_rules(office, record)
    with office.store.work(user=office.user, label=label) as work:
        for record in changed:
            work.save(record)


def change_fields(
    office: Office, cls: type[E], record_id: str, changes: Mapping[str, object], *, label: str = "edit_cell"
) -> E:
    """Change some fields of one record, as a cell of a grid does; returned as stored."""
    with office.store.work(user=office.user, label=label) as work:
        changed = work.get(cls, record_id).replace(**changes)
        _check_rules(office, changed)
        return work.save(changed)  # type: ignore[return-value]


def delete_record(office: Office, record: Entity, *, label: str = "delete_record") -> None:
    """Mark a record as deleted; undo and the history bring it back."""
    with office.store.work(user=office.user, label=label) as work:
        work.delete(record)


def _check_rules(office: Office, record: Entity) -> None:
    problems = record.problems()
    if problems:
        field, reason = problems[0]
        table = office.store.catalogue.of(type(record)).table
        raise InvalidValueError(table, field, reason, getattr(record, field))
