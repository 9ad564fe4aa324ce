"""Write programmes and their items, and make a commune's tasks from items; each function is one action.

All raise E_READONLY for another unit's records, E_MISSING for one that is gone, InvalidValueError.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.entities import Plan, Programme, ProgrammeItem, ProgrammeKind, Task
from desktop.domain.formats import format_number
from desktop.usecases.numbered_lines import NumberedLine
from desktop.usecases.office import Office
from desktop.usecases.plan_actions import add_tasks, typed_values


@dataclass(frozen=True, slots=True)
class ItemEdit:
    """One changed cell of an item (or of a programme)."""

    cls: type[Programme] | type[ProgrammeItem]
    record_id: str
    key: str
    value: Any


def add_programme(office: Office, year: int, title: str, issuer: str = "") -> Programme:
    """A new programme of the year."""
    with office.store.work(user=office.user, label="add_record") as work:
        added = work.add(
            Programme(
                scope=office.unit_id,
                year=year,
                title=title,
                issuer=issuer,
                kind=ProgrammeKind.ACTION_PROGRAMME,
            )
        )
        assert isinstance(added, Programme)
        return added


def add_items(
    office: Office, programme: Programme, drafts: Sequence[Mapping[str, object]]
) -> list[ProgrammeItem]:
    """New items at the end of a programme."""
    held = office.store.select(ProgrammeItem, programme_id=programme.id)
    label = "add_record" if len(drafts) == 1 else "add_records"
    added: list[ProgrammeItem] = []
    with office.store.work(user=office.user, label=label) as work:
        for number, draft in enumerate(drafts):
            item = ProgrammeItem(
                scope=programme.scope, programme_id=programme.id, order=_next_order(held) + number
            )
            new = work.add(item.replace(**typed_values(ProgrammeItem, dict(draft))))
            assert isinstance(new, ProgrammeItem)
            added.append(new)
    return added


def add_numbered_items(
    office: Office, programme: Programme, lines: Sequence[NumberedLine]
) -> list[ProgrammeItem]:
    """Items from the numbered lines of a document; what is numbered below another stands below it."""
    first = _next_order(office.store.select(ProgrammeItem, programme_id=programme.id))
    added: list[ProgrammeItem] = []
    above: list[str] = []
    with office.store.work(user=office.user, label="paste") as work:
        for number, line in enumerate(lines):
            del above[line.depth :]
            item = ProgrammeItem(
                scope=programme.scope,
                programme_id=programme.id,
                parent_id=above[-1] if above else "",
                code=line.code,
                order=first + number,
                content=line.text,
            )
            new = work.add(item)
            assert isinstance(new, ProgrammeItem)
            above.append(new.id)
            added.append(new)
    return added


def edit_items(office: Office, edits: Sequence[ItemEdit]) -> None:
    """Write changed cells as one action."""
    by_record: dict[tuple[type[Programme] | type[ProgrammeItem], str], dict[str, Any]] = {}
    for edit in edits:
        by_record.setdefault((edit.cls, edit.record_id), {})[edit.key] = edit.value
    label = "edit_cell" if len(edits) == 1 else "edit_records"
    with office.store.work(user=office.user, label=label) as work:
        for (cls, record_id), values in by_record.items():
            work.save(office.store.get(cls, record_id).replace(**typed_values(cls, values)))


def delete_items(office: Office, item_ids: Iterable[str]) -> int:
    """Take items out with all below them; how many that were."""
    chosen = set(item_ids)
    items = office.store.select(ProgrammeItem)
    while True:
        more = {item.id for item in items if item.parent_id in chosen} - chosen
        if not more:
            break
        chosen |= more
    with office.store.work(user=office.user, label="delete_records") as work:
        for item in items:
            if item.id in chosen:
                work.delete(item)
    return len(chosen)


def tasks_from_items(office: Office, plan: Plan, item_ids: Sequence[str]) -> list[Task]:
    """New tasks of a plan, one for each item: words, field, deadline, and the indicator as the measure."""
    items = [office.store.get(ProgrammeItem, item_id) for item_id in item_ids]
    drafts = [
        {
            "title": item.content,
            "item_id": item.id,
            "field_id": item.field_id,
            "due_on": item.due_on,
            "measure": measure_of(item),
        }
        for item in items
    ]
    return add_tasks(office, plan, drafts, label="tasks_from_items")


def measure_of(item: ProgrammeItem) -> str:
    """An item's indicator with its value: "Số lao động xuất cảnh trong năm: 150 người"."""
    number = format_number(item.indicator_value) if item.indicator_value is not None else ""
    amount = f"{number} {item.measure_unit}".strip() if number else ""
    return ": ".join(part for part in (item.indicator, amount) if part)


def _next_order(items: Iterable[ProgrammeItem]) -> int:
    return max((item.order or 0 for item in items), default=0) + 1
