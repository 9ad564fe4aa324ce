"""What taking a bundle would change, as data for sentences and a table: kinds of change with their numbers,
and one line for each row with old and new.  The screen words it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.change import ROW_LIFE
from desktop.domain.entities import Period
from desktop.domain.vietnamese import sort_key
from desktop.store.merge_result import ChangedRow, MergeResult
from desktop.usecases.change_names import ChangeNames, FieldChange
from desktop.usecases.office import Office


class ChangeKind(StrEnum):
    """What a clerk would call a change, in the order in which changes are told."""

    NEW_TASK = "new_task"
    TASK_STATE = "task_state"
    TASK_DEADLINE = "task_deadline"
    TASK_LEAD = "task_lead"
    TASK_EDIT = "task_edit"
    PROGRESS = "progress"
    TARGET_VALUE = "target_value"
    NEW_TARGET = "new_target"
    TARGET_EDIT = "target_edit"
    SOLUTION = "solution"
    EXTENSION = "extension"
    ASSIGNMENT = "assignment"
    PLAN = "plan"
    PROGRAMME = "programme"
    COMMENT = "comment"
    EVIDENCE = "evidence"
    LIST = "list"
    DELETED = "deleted"
    RESTORED = "restored"
    OTHER = "other"


_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}
_OF_TABLE = {
    "progress_update": ChangeKind.PROGRESS,
    "target_value": ChangeKind.TARGET_VALUE,
    "solution": ChangeKind.SOLUTION,
    "deadline_extension": ChangeKind.EXTENSION,
    "assignment": ChangeKind.ASSIGNMENT,
    "plan": ChangeKind.PLAN,
    "programme": ChangeKind.PROGRAMME,
    "programme_item": ChangeKind.PROGRAMME,
    "line_comment": ChangeKind.COMMENT,
    "file": ChangeKind.EVIDENCE,
    "unit": ChangeKind.LIST,
    "body": ChangeKind.LIST,
    "person": ChangeKind.LIST,
    "position": ChangeKind.LIST,
    "field": ChangeKind.LIST,
    "period": ChangeKind.LIST,
}
_NEW = {"task": ChangeKind.NEW_TASK, "target": ChangeKind.NEW_TARGET}
_TASK_FIELDS = {
    "state": ChangeKind.TASK_STATE,
    "due_on": ChangeKind.TASK_DEADLINE,
    "lead_body_id": ChangeKind.TASK_LEAD,
    "lead_person_id": ChangeKind.TASK_LEAD,
}
_TOLD_OF_NEW = {
    "task": ("due_on", "lead_person_id", "lead_body_id"),
    "target": ("planned_value", "measure_unit"),
    "target_value": ("period_id", "value"),
    "progress_update": ("percent", "result", "difficulty"),
    "deadline_extension": ("old_due_on", "new_due_on", "reason"),
    "assignment": ("person_id", "body_id", "role"),
    "position": ("title",),
    "line_comment": ("text",),
    "file": ("task_id",),
}
"""What is told of a new row beside its title."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One row that the bundle makes or changes. ``id`` is unique among the lines."""

    id: str
    table: str
    record_id: str
    kinds: tuple[ChangeKind, ...]
    title: str
    is_new: bool
    fields: tuple[FieldChange, ...]
    conflicts: tuple[str, ...]

    @property
    def kind(self) -> ChangeKind:
        """The kind it is listed under."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class BundleContents:
    """What a bundle brings. ``counts``: kind → rows, in the order of ChangeKind; a row may have two kinds.

    ``not_listed`` rows come too but are not told one by one (beyond the first 5,000).
    """

    counts: tuple[tuple[ChangeKind, int], ...] = ()
    lines: tuple[ChangeLine, ...] = ()
    conflicts: int = 0
    not_listed: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.not_listed)


def describe_preview(office: Office, result: MergeResult) -> BundleContents:
    """The contents of a bundle from what merging it did, or would do."""
    names = ChangeNames(office, result.changes)
    lines = sorted(
        (_line(row, names) for row in result.changes),
        key=lambda line: (_ORDER[line.kind], sort_key(line.title)),
    )
    counts = Counter(kind for line in lines for kind in line.kinds)
    changed = result.new.total() + result.changed.total()
    return BundleContents(
        counts=tuple((kind, counts[kind]) for kind in ChangeKind if counts[kind]),
        lines=tuple(lines),
        conflicts=result.conflicts,
        not_listed=max(0, changed - len(lines)),
    )


def _place(line: ChangeLine) -> tuple[int, str, str]:
    """By kind, then by title; the values of one target in the order of their periods."""
    periods = [str(field.new.cutoff_on) for field in line.fields if isinstance(field.new, Period)]
    return _ORDER[line.kind], sort_key(line.title), "".join(periods)


def _line(row: ChangedRow, names: ChangeNames) -> ChangeLine:
    told = _TOLD_OF_NEW.get(row.table, ()) if row.is_new else tuple(sorted(row.fields))
    fields = [names.change(row, name) for name in told if name in row.fields and name != ROW_LIFE]
    return ChangeLine(
        id=f"{row.table}:{row.id}",
        table=row.table,
        record_id=row.id,
        kinds=_kinds(row),
        title=names.title(row),
        is_new=row.is_new,
        fields=tuple(field for field in fields if field is not None),
        conflicts=row.conflicts,
    )


def _kinds(row: ChangedRow) -> tuple[ChangeKind, ...]:
    life = row.fields.get(ROW_LIFE)
    if life is not None and not row.is_new:
        return (ChangeKind.RESTORED if life[1] else ChangeKind.DELETED,)
    if row.is_new and row.table in _NEW:
        return (_NEW[row.table],)
    if row.table == "task":
        found = {_TASK_FIELDS[name] for name in row.fields if name in _TASK_FIELDS}
        return tuple(sorted(found, key=_ORDER.__getitem__)) or (ChangeKind.TASK_EDIT,)
    if row.table == "target":
        return (ChangeKind.TARGET_EDIT,)
    return (_OF_TABLE.get(row.table, ChangeKind.OTHER),)
