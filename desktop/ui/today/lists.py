"""The columns of the lists behind the cards, and where a row leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import PlanState
from desktop.domain.entity import Kind
from desktop.domain.formats import format_moment
from desktop.ui.forms.labels import choice_label, entity_label, field_label
from desktop.ui.grid.column import Column, Row
from desktop.ui.theme.tokens import Tone
from desktop.ui.weekly.words import deadline_tone, deadline_words, status_of, status_pill
from desktop.usecases.today_lines import CardKey, ChangeLine, PlanLine, UnitLine

Goal = tuple[str, str, str]
"""Screen key, table, record id."""

_HOMES = {
    "task": "plan",
    "target": "targets",
    "solution": "plan",
    "plan": "plan",
    "programme": "programme",
    "programme_item": "programme",
}
"""Table → the screen that shows its records."""


class TodayList(NamedTuple):
    """A list: its key for what the grid remembers, its columns, and where a row leads (None: nowhere)."""

    key: str
    columns: Sequence[Column]
    goal: Callable[[Row], Goal | None]


def list_of(card: CardKey) -> TodayList:
    """The list behind a card; cards of the same sort share one."""
    if card in (CardKey.OVERDUE, CardKey.DUE_SOON, CardKey.NOT_REVIEWED):
        weekly = card is CardKey.NOT_REVIEWED
        return TodayList("tasks", _tasks(), lambda row: ("weekly" if weekly else "plan", "task", row.id))
    made: dict[CardKey, Callable[[], TodayList]] = {
        CardKey.FROM_UPPER: lambda: TodayList("items", _items(), _item_goal),
        CardKey.UNSENT: lambda: TodayList("changes", _changes(), _change_goal),
        CardKey.CONFLICTS: lambda: TodayList("conflicts", _conflicts(), _conflict_goal),
        CardKey.LATE_UNITS: lambda: TodayList("late_units", _late_units(), lambda _row: ("bundles", "", "")),
        CardKey.OVERDUE_UNITS: lambda: TodayList("overdue_units", _overdue_units(), _unit_goal),
        CardKey.BUNDLES: lambda: TodayList("bundles", _bundles(), lambda _row: ("bundles", "", "")),
        CardKey.PLANS: lambda: TodayList("plans", _plans(), lambda row: ("plan", "plan", row.id)),
    }
    return made[card]()


def _change_goal(row: ChangeLine) -> Goal | None:
    table, record_id = row.opens
    return (_HOMES[table], table, record_id) if table in _HOMES else None


def _conflict_goal(row: ChangeLine) -> Goal:
    """Where both values stand side by side."""
    return "bundles", row.table, row.id.partition(":")[2]


def _item_goal(row: Row) -> Goal:
    """The item itself, or the line that was returned with a comment."""
    table, record_id = row.opens
    return (_HOMES.get(table, "plan"), table, record_id) if table else ("programme", "programme_item", row.id)


def _unit_goal(row: UnitLine) -> Goal:
    return "consolidation", "unit", row.id


def _code() -> Column:
    return Column(key="code", header=QCoreApplication.translate("Today", "Code"), width=64, muted=True)


def _unit(key: str = "name") -> Column:
    return Column(key=key, header=QCoreApplication.translate("Today", "Unit"), width=160, stretch=True)


def _tasks() -> list[Column]:
    return [
        _code(),
        Column(
            key="title",
            header=QCoreApplication.translate("Today", "Task"),
            width=260,
            stretch=True,
            wraps=True,
        ),
        Column(
            key="lead",
            header=QCoreApplication.translate("Today", "Lead"),
            width=150,
            wraps=True,
            shown=lambda task: task.lead or QCoreApplication.translate("Weekly", "Not assigned"),
            tone=lambda task: None if task.lead else Tone.RED,
        ),
        Column(
            key="due_on",
            header=QCoreApplication.translate("Today", "Due"),
            kind=Kind.DATE,
            width=110,
            wraps=True,
            shown=deadline_words,
            sort=lambda task: task.due_on,
            tone=deadline_tone,
        ),
        Column(
            key="status",
            header=QCoreApplication.translate("Today", "Status"),
            kind=Kind.CHOICE,
            width=130,
            value=status_of,
            pill=status_pill,
        ),
        Column(key="percent", header="%", kind=Kind.INTEGER, width=60),
    ]


def _items() -> list[Column]:
    return [
        _code(),
        Column(
            key="content",
            header=QCoreApplication.translate("Today", "What is asked"),
            width=320,
            stretch=True,
            wraps=True,
        ),
        Column(
            key="programme",
            header=QCoreApplication.translate("Today", "Document"),
            width=260,
            wraps=True,
        ),
        Column(key="field", header=QCoreApplication.translate("Today", "Field"), width=140, wraps=True),
        Column(key="due_on", header=QCoreApplication.translate("Today", "Due"), kind=Kind.DATE, width=100),
    ]


def _what() -> list[Column]:
    return [
        Column(
            key="table",
            header=QCoreApplication.translate("Today", "Kind"),
            width=160,
            shown=lambda row: entity_label(row.table),
        ),
        Column(
            key="title",
            header=QCoreApplication.translate("Today", "Content"),
            width=320,
            stretch=True,
            wraps=True,
        ),
    ]


def _changes() -> list[Column]:
    return [
        *_what(),
        Column(key="user", header=QCoreApplication.translate("Today", "By"), width=160, wraps=True),
        _moment("at", QCoreApplication.translate("Today", "When")),
    ]


def _conflicts() -> list[Column]:
    return [
        *_what(),
        Column(
            key="fields",
            header=QCoreApplication.translate("Today", "In dispute"),
            width=220,
            wraps=True,
            shown=lambda row: ", ".join(field_label(row.table, name) for name in row.fields),
            tone=lambda _row: Tone.RED,
        ),
    ]


def _moment(key: str, header: str) -> Column:
    return Column(
        key=key,
        header=header,
        width=150,
        shown=lambda row: "" if getattr(row, key) is None else format_moment(getattr(row, key)),
        sort=lambda row: getattr(row, key),
    )


def _late_units() -> list[Column]:
    never = QCoreApplication.translate("Today", "Never")
    return [
        _unit(),
        Column(
            key="bundle_at",
            header=QCoreApplication.translate("Today", "Newest bundle"),
            width=170,
            shown=lambda row: never if row.bundle_at is None else format_moment(row.bundle_at),
            sort=lambda row: row.bundle_at or 0,
            tone=lambda row: Tone.RED if row.bundle_at is None else None,
        ),
        _number("bundle_number", QCoreApplication.translate("Today", "Number")),
        Column(key="phone", header=QCoreApplication.translate("Today", "Telephone"), width=150),
    ]


def _number(key: str, header: str, width: int = 90) -> Column:
    return Column(key=key, header=header, kind=Kind.INTEGER, width=width)


def _overdue_units() -> list[Column]:
    return [
        Column(key="name", header=QCoreApplication.translate("Today", "Unit"), width=160),
        _number("overdue", QCoreApplication.translate("Today", "Overdue tasks"), 100),
        Column(
            key="worst_days",
            header=QCoreApplication.translate("Today", "Longest late"),
            width=104,
            right=True,
            shown=lambda row: QCoreApplication.translate("Today", "%n day(s)", "", row.worst_days),
            sort=lambda row: row.worst_days,
            tone=lambda _row: Tone.RED,
        ),
        Column(
            key="worst_title",
            header=QCoreApplication.translate("Today", "The task that is latest"),
            width=300,
            stretch=True,
            wraps=True,
        ),
        Column(key="phone", header=QCoreApplication.translate("Today", "Telephone"), width=120),
    ]


def _bundles() -> list[Column]:
    return [
        _unit(),
        _number("number", QCoreApplication.translate("Today", "Number")),
        _moment("at", QCoreApplication.translate("Today", "Taken at")),
        _number("rows", QCoreApplication.translate("Today", "Changed rows"), 130),
        Column(
            key="conflicts",
            header=QCoreApplication.translate("Today", "Conflicts"),
            kind=Kind.INTEGER,
            width=100,
            tone=lambda row: Tone.RED if row.conflicts else None,
        ),
    ]


def _plans() -> list[Column]:
    return [
        Column(key="name", header=QCoreApplication.translate("Today", "Unit"), width=160),
        Column(
            key="title",
            header=QCoreApplication.translate("Today", "Plan"),
            width=300,
            stretch=True,
            wraps=True,
            value=lambda row: row.plan.title,
        ),
        Column(
            key="state",
            header=QCoreApplication.translate("Today", "State"),
            width=120,
            shown=lambda row: choice_label(PlanState, row.plan.state),
        ),
        _of_plan("tasks", QCoreApplication.translate("Today", "Tasks")),
        _of_plan("targets", QCoreApplication.translate("Today", "Targets")),
    ]


def _of_plan(key: str, header: str) -> Column:
    def number(row: PlanLine) -> int:
        return int(getattr(row.plan, key))

    return Column(key=key, header=header, kind=Kind.INTEGER, width=90, value=number)


def empty_sentence(card: CardKey) -> str:
    """What an empty list says."""
    return {
        CardKey.OVERDUE: QCoreApplication.translate("Today", "Nothing is overdue."),
        CardKey.DUE_SOON: QCoreApplication.translate("Today", "Nothing is due within 7 days."),
        CardKey.NOT_REVIEWED: QCoreApplication.translate(
            "Today", "All of this week's work has been reviewed."
        ),
        CardKey.FROM_UPPER: QCoreApplication.translate(
            "Today", "Everything the upper level asks for is in the plan."
        ),
        CardKey.UNSENT: QCoreApplication.translate("Today", "Everything has been sent and received."),
        CardKey.CONFLICTS: QCoreApplication.translate("Today", "No conflicts."),
        CardKey.LATE_UNITS: QCoreApplication.translate("Today", "All units have sent in this period."),
        CardKey.BUNDLES: QCoreApplication.translate("Today", "No bundle has been received in this period."),
        CardKey.PLANS: QCoreApplication.translate("Today", "No unit has sent its plan yet."),
        CardKey.OVERDUE_UNITS: QCoreApplication.translate("Today", "No unit has overdue work."),
    }[card]


def empty_action(card: CardKey) -> tuple[str, str]:
    """The words of an empty list's button, and the screen it leads to."""
    if card in (CardKey.LATE_UNITS, CardKey.OVERDUE_UNITS):
        return QCoreApplication.translate("Today", "See the consolidation"), "consolidation"
    if card in (CardKey.BUNDLES, CardKey.PLANS):
        return QCoreApplication.translate("Today", "Receive bundles"), "bundles"
    return QCoreApplication.translate("Today", "Open the year's plan"), "plan"
