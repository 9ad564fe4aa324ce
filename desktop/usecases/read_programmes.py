"""The programmes of the upper level with their items, and which tasks of which plans take each over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.entities import Programme, ProgrammeItem, ProgrammeKind
from desktop.domain.scopes import scope_subject
from desktop.domain.status import StatusLabel, status_label
from desktop.domain.vietnamese import sort_key
from desktop.store.queries.plan_coverage import CoveringTask, covering_tasks
from desktop.usecases.office import Office
from desktop.usecases.plan_view import Named
from desktop.usecases.read_names import citation, read_fields
from desktop.usecases.read_plan import plan_units


@dataclass(frozen=True, slots=True)
class Cover:
    """One unit's answer to an item: a task, or none yet (``task_id`` is then "")."""

    id: str
    unit_name: str
    task_id: str = ""
    code: str = ""
    title: str = ""
    label: StatusLabel = StatusLabel.NOT_STARTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """A programme (``item`` is None) or one of its items. ``covered`` counts the units with a task for it."""

    id: str
    programme: Programme
    item: ProgrammeItem | None = None
    depth: int = 0
    field_name: str = ""
    covers: tuple[Cover, ...] = ()
    covered: int = 0
    units: int = 0

    @property
    def is_heading(self) -> bool:
        return self.item is None

    @property
    def tasks(self) -> int:
        """How many tasks take the item over."""
        return sum(bool(cover.task_id) for cover in self.covers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeView:
    """Everything the programme screen shows. ``is_own``: this office writes the programmes."""

    is_own: bool
    lines: tuple[ItemLine, ...] = ()
    fields: tuple[Named, ...] = ()
    units: tuple[Named, ...] = ()

    @property
    def items(self) -> int:
        return sum(not line.is_heading for line in self.lines)

    @property
    def untouched(self) -> int:
        """Items that no task takes over yet."""
        return sum(not line.is_heading and not line.tasks for line in self.lines)


def read_programmes(office: Office, year: int) -> ProgrammeView:
    """The year's programmes. A commune sees its own tasks at each item, an office those of all its units."""
    with office.store.snapshot():
        units = plan_units(office)
        fields = read_fields(office)
        programmes = [one for one in office.store.select(Programme) if one.year in (year, None)]
        items: dict[str, list[ProgrammeItem]] = {}
        for item in office.store.select(ProgrammeItem):
            items.setdefault(item.programme_id, []).append(item)
        reading = _Reading(office, year, units, {one.id: one.name for one in fields})
    lines: list[ItemLine] = []
    for programme in sorted(programmes, key=_by_kind):
        lines.append(ItemLine(id=programme.id, programme=programme))
        lines += [reading.line(programme, item, depth) for item, depth in _tree(items.get(programme.id, []))]
    return ProgrammeView(is_own=office.is_upper, lines=tuple(lines), fields=fields, units=units)


def _by_kind(programme: Programme) -> tuple[int, str]:
    """The Party's programme first, then the State's plan, as plans cite them."""
    kinds: list[str] = list(ProgrammeKind)
    place = kinds.index(programme.kind) if programme.kind in kinds else len(kinds)
    return place, sort_key(citation(programme))


class _Reading:
    """Turns items into lines, with the tasks of all units read once."""

    def __init__(self, office: Office, year: int, units: Sequence[Named], fields: Mapping[str, str]) -> None:
        self._today = office.today()
        self._units, self._fields = units, fields
        self._covering: dict[tuple[str, str], list[CoveringTask]] = {}
        for task in covering_tasks(office.store, year):
            self._covering.setdefault((task.item_id, scope_subject(task.scope)), []).append(task)

    def line(self, programme: Programme, item: ProgrammeItem, depth: int) -> ItemLine:
        covers = tuple(self._covers(item.id))
        with_task = {cover.unit_name for cover in covers if cover.task_id}
        return ItemLine(
            id=item.id,
            programme=programme,
            item=item,
            depth=depth,
            field_name=self._fields.get(item.field_id, ""),
            covers=covers,
            covered=len(with_task),
            units=len(self._units),
        )

    def _covers(self, item_id: str) -> Iterator[Cover]:
        for unit in self._units:
            tasks = self._covering.get((item_id, unit.id), [])
            if not tasks:
                yield Cover(unit.id, unit.name)
            for task in tasks:
                label = status_label(task.state, task.due_on, task.completed_on, self._today)
                yield Cover(task.task_id, unit.name, task.task_id, task.code, task.title, label)


def _tree(items: Sequence[ProgrammeItem]) -> Iterator[tuple[ProgrammeItem, int]]:
    """Items in order, each followed by those below it; one whose parent is missing stands at the top."""
    known = {item.id for item in items}
    below: dict[str, list[ProgrammeItem]] = {}
    for item in items:
        below.setdefault(item.parent_id if item.parent_id in known else "", []).append(item)
    waiting = [(item, 0) for item in reversed(below.pop("", []))]
    while waiting:
        item, depth = waiting.pop()
        yield item, depth
        waiting += [(child, depth + 1) for child in reversed(below.pop(item.id, []))]
    for circle in below.values():
        yield from ((item, 0) for item in circle)
