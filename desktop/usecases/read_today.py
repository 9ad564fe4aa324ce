"""What wants attention now: the counts of the first screen and the list behind each.

A commune sees its own work and what lies between it and the upper office.  An upper office sees its units:
who has not sent a bundle in this period, what has come, whose work is late.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from desktop.domain.entities import TaskState, Unit
from desktop.domain.errors import Code, SoSenError
from desktop.domain.formats import local_day
from desktop.domain.scopes import scope_subject
from desktop.domain.status import days_late
from desktop.store.peers import LoggedBundle, bundle_log
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.queries.own_tasks import OwnTask, leaf_tasks
from desktop.store.queries.titles import Title, record_titles
from desktop.store.queries.today import UpperItem, items_not_taken, plans_of_year, touched_rows
from desktop.usecases.first_step import first_step
from desktop.usecases.line_comments import open_comments
from desktop.usecases.office import Office
from desktop.usecases.registry import kept_registry
from desktop.usecases.sending import readable_consignments, unwritten_cuts
from desktop.usecases.today_lines import BundleLine, CardKey, ChangeLine, PlanLine, Today, UnitLine
from desktop.usecases.units import units_below
from desktop.usecases.weekly_tasks import month_period, read_week, task_line

SOON = 7
"""Days ahead that the second card looks."""
MOST_CHANGES = 1000
"""Lines of unsent changes that are listed; they are counted in full."""
_LOG = 2000
_TAKEN = (Code.OK, Code.OK_DUP)


def read_today(office: Office) -> Today:
    """The first screen's counts and lists, for this office's own level."""
    day = office.today()
    period = month_period(office.store, day)
    since = period.from_on if period is not None else day.replace(day=1)
    units = units_below(office)
    return _of_upper(office, day, since, units) if units else _of_commune(office, day, since)


def count_urgent(office: Office) -> int:
    """What the left bar shows beside the first screen: late work, or units that have not sent."""
    today = read_today(office)
    return today.counts[CardKey.LATE_UNITS if today.is_upper else CardKey.OVERDUE]


# --- a commune --------------------------------------------------------------------------------------------


def _of_commune(office: Office, day: date, since: date) -> Today:
    store = office.store
    lines = [task_line(task, day) for task in leaf_tasks(store, (day.year - 1, day.year), office.unit_id)]
    lines = sorted((one for one in lines if one.is_open), key=lambda one: one.due_on or date.max)
    last = day + timedelta(days=SOON)
    tasks = {
        CardKey.OVERDUE: tuple(one for one in lines if one.days_late),
        CardKey.DUE_SOON: tuple(one for one in lines if one.due_on and day <= one.due_on <= last),
        CardKey.NOT_REVIEWED: tuple(one for one in read_week(office).tasks if not one.is_reviewed),
    }
    items = (*_returned(office), *items_not_taken(store, office.unit_id, day.year))
    unsent, waiting = _unsent(office)
    conflicts = _conflicts(office)
    counts = {key: len(found) for key, found in tasks.items()}
    counts |= {CardKey.FROM_UPPER: len(items), CardKey.UNSENT: waiting, CardKey.CONFLICTS: len(conflicts)}
    return Today(
        day,
        since,
        is_upper=False,
        counts=counts,
        tasks=tasks,
        items=items,
        unsent=unsent,
        conflicts=conflicts,
        first=first_step(office),
    )


def _returned(office: Office) -> Iterator[UpperItem]:
    """The lines that the upper office returned with a comment."""
    for line in open_comments(office):
        yield UpperItem(line.id, "", line.comment.text, line.title, "", None, line.opens)


def _unsent(office: Office) -> tuple[tuple[ChangeLine, ...], int]:
    """The newest changes that are in no bundle yet, and how many there are; none before enrolment."""
    try:
        registry = kept_registry(office.store)
    except SoSenError as refusal:
        if refusal.code is Code.E_PROFILE:
            return (), 0
        raise
    cuts = [
        cut
        for consignment in readable_consignments(office, registry)
        for cut in unwritten_cuts(office, registry, consignment)
    ]
    touched = touched_rows(office.store, cuts, limit=10**9)
    shown = touched[:MOST_CHANGES]
    titles = record_titles(office.store, ((one.table, one.id) for one in shown))
    lines = tuple(
        _change(one.table, one.id, titles.get((one.table, one.id)), user=one.user, at=one.at) for one in shown
    )
    return lines, len(touched)


def _conflicts(office: Office) -> tuple[ChangeLine, ...]:
    rows = conflict_rows(office.store)
    titles = record_titles(office.store, ((one.table, one.id) for one in rows))
    return tuple(
        _change(one.table, one.id, titles.get((one.table, one.id)), fields=one.registers) for one in rows
    )


def _change(
    table: str,
    record_id: str,
    title: Title | None,
    *,
    user: str = "",
    at: int | None = None,
    fields: tuple[str, ...] = (),
) -> ChangeLine:
    opens = (title.table, title.id) if title is not None else (table, record_id)
    words = title.text if title is not None else ""
    return ChangeLine(f"{table}:{record_id}", table, words, opens, user, at, fields)


# --- an upper office --------------------------------------------------------------------------------------


def _of_upper(office: Office, day: date, since: date, units: Sequence[Unit]) -> Today:
    names = {unit.unit_id: unit.name for unit in units}
    log = [line for line in bundle_log(office.store, _LOG) if not line.is_outgoing and line.code in _TAKEN]
    newest: dict[str, LoggedBundle] = {}
    for line in log:
        newest.setdefault(line.unit, line)
    late_work = _late_by_unit(leaf_tasks(office.store, (day.year - 1, day.year)), day)
    lines = [
        _unit_line(unit, newest.get(unit.unit_id), late_work.get(unit.unit_id, []), day) for unit in units
    ]
    late = tuple(one for one in lines if one.bundle_at is None or local_day(one.bundle_at) < since)
    overdue = tuple(sorted((one for one in lines if one.overdue), key=lambda one: -one.overdue))
    bundles = tuple(
        _bundle_line(one, names[one.unit]) for one in log if one.unit in names and local_day(one.at) >= since
    )
    plans = tuple(
        PlanLine(row.id, scope_subject(row.scope), names[scope_subject(row.scope)], row)
        for row in plans_of_year(office.store, day.year)
        if scope_subject(row.scope) in names
    )
    conflicts = _conflicts(office)
    counts = {
        CardKey.LATE_UNITS: len(late),
        CardKey.BUNDLES: len(bundles),
        CardKey.PLANS: len({plan.unit for plan in plans}),
        CardKey.OVERDUE_UNITS: sum(one.overdue for one in overdue),
        CardKey.CONFLICTS: len(conflicts),
    }
    return Today(
        day,
        since,
        is_upper=True,
        counts=counts,
        tasks={},
        conflicts=conflicts,
        late_units=late,
        overdue_units=overdue,
        bundles=bundles,
        plans=plans,
        first=first_step(office),
    )


def _late_by_unit(tasks: Sequence[OwnTask], day: date) -> dict[str, list[OwnTask]]:
    found: dict[str, list[OwnTask]] = {}
    for task in tasks:
        if task.state != TaskState.COMPLETED and days_late(task.state, task.due_on, None, day):
            found.setdefault(scope_subject(task.scope), []).append(task)
    return found


def _unit_line(unit: Unit, bundle: LoggedBundle | None, late: Sequence[OwnTask], day: date) -> UnitLine:
    worst = min(late, key=lambda task: task.due_on or day, default=None)
    return UnitLine(
        id=unit.unit_id,
        name=unit.name,
        phone=unit.phone,
        bundle_at=bundle.at if bundle else None,
        bundle_number=bundle.n if bundle else None,
        overdue=len(late),
        worst_days=(day - worst.due_on).days if worst and worst.due_on else 0,
        worst_title=worst.title if worst else "",
    )


def _bundle_line(line: LoggedBundle, name: str) -> BundleLine:
    return BundleLine(line.bundle, line.unit, name, line.n, line.at, line.row_count, line.conflict_count)
