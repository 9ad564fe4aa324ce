"""The words for what a bundle's changes name: records by their titles, references resolved, old and new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.entities import ENTITY_TYPES, Period
from desktop.domain.entity import fits, from_stored
from desktop.store.merge_result import ChangedRow
from desktop.store.queries.titles import Place, record_titles
from desktop.usecases.office import Office
from desktop.usecases.value_names import ValueNames

_TYPES = {kind.table: kind for kind in ENTITY_TYPES}
_TITLE = ("title", "name", "full_name", "content")
"""The fields that hold the words of a record; an entity has one of them."""
_PARENT = {
    "target_value": "target_id",
    "progress_update": "task_id",
    "assignment": "task_id",
    "deadline_extension": "task_id",
    "position": "person_id",
}
"""Table → the reference by whose words its new rows are recognised."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: old and new as the field's own values; a reference as the words of what it points to, a
    period as the Period.  ``old`` is None for a new row.
    """

    field: str
    old: object
    new: object


class ChangeNames:
    """The words for everything that the changes name: from the bundle itself first, then from here."""

    def __init__(self, office: Office, rows: Sequence[ChangedRow]) -> None:
        here = record_titles(office.store, set(_places(rows)))
        self._words: dict[Place, str] = {place: title.text for place, title in here.items()}
        self._words |= {(row.table, row.id): _title_within(row) for row in rows if row.is_new}
        periods = {period.id: period for period in office.store.select(Period)}
        periods |= {row.id: _period_within(row) for row in rows if row.table == "period" and row.is_new}
        self._names = ValueNames(self._words, periods)

    def title(self, row: ChangedRow) -> str:
        """The words of a row, or of the task or target that it belongs to; "" where nothing is known."""
        about = _about(row)
        if about is not None:
            return self._words.get(about, "")
        field = _PARENT.get(row.table, "")
        if field in row.fields:
            return self._names.word(_target(row.table, field), row.fields[field][1])
        return self._words.get((row.table, row.id), "")

    def change(self, row: ChangedRow, name: str) -> FieldChange | None:
        """The change of one field, None for one that this version does not know."""
        kind = _TYPES.get(row.table)
        if kind is None or name not in kind.by_name:
            return None
        old, new = row.fields[name]
        spec = kind.by_name[name]
        before = None if row.is_new else self._names.value(spec, old)
        return FieldChange(name, before, self._names.value(spec, new))


def _places(rows: Sequence[ChangedRow]) -> Iterator[Place]:
    """Table and id of the records that the changes are about or refer to, before or after."""
    for row in rows:
        yield row.table, row.id
        about = _about(row)
        if about is not None:
            yield about
        for name, pair in row.fields.items():
            target = _target(row.table, name)
            if target:
                yield from ((target, str(record_id)) for record_id in pair if record_id)


def _about(row: ChangedRow) -> Place | None:
    """The line that a new comment is about; it is named by table and id, not by a reference."""
    if row.table != "line_comment" or not {"about_table", "about_id"} <= set(row.fields):
        return None
    return str(row.fields["about_table"][1]), str(row.fields["about_id"][1])


def _target(table: str, field: str) -> str:
    """The table that a field refers to, "" for any other field."""
    kind = _TYPES.get(table)
    spec = kind.by_name.get(field) if kind else None
    return spec.target if spec else ""


def _title_within(row: ChangedRow) -> str:
    return next((str(row.fields[name][1]) for name in _TITLE if name in row.fields), "")


def _period_within(row: ChangedRow) -> Period:
    specs = _TYPES["period"].by_name
    values = {name: new for name, (_old, new) in row.fields.items() if fits(specs[name], new)}
    return Period().replace(**{name: from_stored(specs[name], value) for name, value in values.items()})
