"""The consolidation table: what a district reads is what its communes hold, and every sum is its parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.bundle import keys as device_keys
from desktop.domain.counts import TaskCounts
from desktop.domain.entities import (
    Direction,
    Field,
    Period,
    Plan,
    Solution,
    Target,
    TargetValue,
    Task,
    TaskState,
    Unit,
)
from desktop.domain.entity import Entity
from desktop.store.store import Store
from desktop.usecases.office import Office
from desktop.usecases.summarise import SummariseBy, sum_of, summarise

DISTRICT, FIRST, SECOND = "872-00000000", "30067-19840306", "30043-00000000"
TODAY = date(2022, 6, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    store = Store(tmp_path / "data", create=True)
    store.found(office=DISTRICT, device="d-0123456789abcdef")
    opened = Office(store, device_keys.generate(), tmp_path, lambda: TODAY)
    yield opened
    opened.close()


def add(office: Office, unit: str, *records: Entity) -> list[Entity]:
    """Write records as the unit itself would have."""
    store = office.store
    store.found(office=unit, device="d-0123456789abcdef")
    with store.work(user="A", label="add_record") as work:
        made = [work.add(record.replace(scope=unit)) for record in records]
    store.found(office=DISTRICT, device="d-0123456789abcdef")
    return made


def give_units(office: Office) -> None:
    add(
        office,
        DISTRICT,
        Unit(code="872", name="Tháp Mười"),
        Unit(code="30067", name="Phú Điền", parent_unit_id=DISTRICT, valid_from=date(1984, 3, 6), order=1),
        Unit(code="30043", name="Hưng Thạnh", parent_unit_id=DISTRICT, order=2),
    )


def give_plan(office: Office, unit: str, year: int = 2022) -> str:
    return add(office, unit, Plan(year=year, title="Kế hoạch"))[0].id


TASKS = [
    Task(
        plan_id="", title="Xong sớm", state=TaskState.COMPLETED, due_on=TODAY, completed_on=date(2022, 6, 1)
    ),
    Task(
        plan_id="", title="Xong muộn", state=TaskState.COMPLETED, due_on=date(2022, 5, 1), completed_on=TODAY
    ),
    Task(plan_id="", title="Quá hạn", state=TaskState.IN_PROGRESS, due_on=date(2022, 6, 10)),
    Task(plan_id="", title="Sắp đến hạn", state=TaskState.IN_PROGRESS, due_on=date(2022, 6, 20)),
    Task(plan_id="", title="Không hạn", is_key_task=True),
    Task(plan_id="", title="Hủy", state=TaskState.CANCELLED, due_on=date(2022, 6, 1)),
]


def test_a_district_sees_a_line_for_each_commune_also_for_one_that_sent_nothing(office: Office) -> None:
    give_units(office)
    plan = give_plan(office, FIRST)
    add(office, FIRST, *(task.replace(plan_id=plan) for task in TASKS), Solution(plan_id=plan, content="G"))
    first, second = summarise(office)
    assert (first.key, first.name, first.plans, first.solutions) == (FIRST, "Phú Điền", 1, 1)
    assert (first.tasks.total, first.key_tasks, first.tasks.open_overdue, first.tasks.due_soon) == (
        6,
        1,
        1,
        1,
    )
    assert first.tasks.percent_done == Decimal("40.00")
    assert second.name == "Hưng Thạnh"
    assert second.is_blank


def test_a_commune_sees_its_own_line_and_it_is_the_districts_line(office: Office) -> None:
    give_units(office)
    plan = give_plan(office, FIRST)
    add(office, FIRST, *(task.replace(plan_id=plan) for task in TASKS))
    at_district = next(line.as_json() for line in summarise(office) if line.key == FIRST)
    office.store.found(office=FIRST, device="d-0123456789abcdef")
    assert [line.as_json() for line in summarise(office)] == [at_district]


def test_what_the_office_wrote_about_a_commune_counts_for_the_commune(office: Office) -> None:
    give_units(office)
    with office.store.work(user="A", label="add_record") as work:
        work.add(Target(scope=f"{DISTRICT}/{FIRST}", plan_id="", name="Giao"))
    assert {line.key: line.targets for line in summarise(office)} == {FIRST: 1, SECOND: 0}


def test_nothing_counted_is_missing_from_the_sum_even_of_a_unit_nobody_listed(office: Office) -> None:
    give_units(office)
    add(office, "99999-00000000", *TASKS)
    add(office, FIRST, *TASKS)
    lines = summarise(office)
    assert [line.key for line in lines] == [FIRST, SECOND, "99999-00000000"]
    whole = sum_of(lines)
    assert whole.tasks == lines[0].tasks + lines[1].tasks + lines[2].tasks
    assert whole.tasks.total == 12


def test_a_year_leaves_other_years_out(office: Office) -> None:
    give_units(office)
    now, before = give_plan(office, FIRST), give_plan(office, FIRST, 2021)
    add(office, FIRST, Task(plan_id=now, title="A"), Task(plan_id=before, title="B"), Task(title="C"))
    assert [sum_of(summarise(office, year=year)).tasks.total for year in (2021, 2022, None)] == [1, 1, 3]
    assert [sum_of(summarise(office, year=year)).plans for year in (2021, 2022, None)] == [1, 1, 2]


def test_the_newest_value_decides_whether_a_target_is_reached(office: Office) -> None:
    plan = give_plan(office, FIRST)
    earlier, later = add(
        office,
        DISTRICT,
        Period(year=2022, number=1, cutoff_on=date(2022, 1, 14)),
        Period(year=2022, number=5, cutoff_on=date(2022, 5, 14)),
    )
    fell, rose, silent = add(
        office,
        FIRST,
        *(
            Target(plan_id=plan, name=name, measure_unit="%", planned_value=Decimal(90))
            for name in ("Giảm", "Tăng", "Không báo")
        ),
    )
    add(
        office,
        FIRST,
        TargetValue(target_id=rose.id, period_id=later.id, value=Decimal("90.5")),
        TargetValue(target_id=rose.id, period_id=earlier.id, value=Decimal(50)),
        TargetValue(target_id=fell.id, period_id=later.id, value=Decimal("89.9")),
        TargetValue(target_id=fell.id, period_id=earlier.id, value=Decimal(95)),
        TargetValue(target_id=silent.id, period_id=later.id),
        Target(plan_id=plan, name="Nhiều nhất", direction=Direction.MAX),
    )
    line = next(line for line in summarise(office) if line.key == FIRST)
    assert (line.targets, line.targets_reached) == (4, 1)


def test_fields_stand_in_the_order_of_the_tree_and_work_without_one_is_not_lost(office: Office) -> None:
    economy, culture = add(
        office,
        DISTRICT,
        Field(code="KT", name="Kinh tế", order=1),
        Field(code="VH", name="Văn hóa", order=2),
    )
    add(office, DISTRICT, Field(code="KT-NN", name="Nông nghiệp", parent_id=economy.id, order=1))
    add(office, FIRST, Task(title="A", field_id=culture.id), Task(title="B"))
    lines = summarise(office, SummariseBy.FIELD)
    assert [(line.key, line.parent, line.tasks.total) for line in lines] == [
        ("KT", "", 0),
        ("KT-NN", "KT", 0),
        ("VH", "", 1),
        ("", "", 1),
    ]


def test_the_database_counts_each_task_as_the_rules_of_status_do(office: Office) -> None:
    near = [None, *(TODAY + timedelta(days=days) for days in (-300, -1, 0, 1, 3, 4, 300))]
    tasks = [
        Task(title="A", state=state, due_on=due_on, completed_on=completed_on)
        for state in TaskState
        for due_on in near
        for completed_on in (near if state is TaskState.COMPLETED else [None])
        if completed_on is not None or state is not TaskState.COMPLETED
    ]
    add(office, FIRST, *tasks)
    whole = TaskCounts.of([(task.state, task.due_on, task.completed_on) for task in tasks], TODAY)
    assert sum_of(summarise(office)).tasks == whole


def test_every_way_of_grouping_has_the_same_sum(office: Office) -> None:
    plan = give_plan(office, FIRST)
    add(office, FIRST, *(task.replace(plan_id=plan) for task in TASKS))
    sums = {by: sum_of(summarise(office, by)).tasks for by in SummariseBy}
    assert set(sums.values()) == {TaskCounts.of([(t.state, t.due_on, t.completed_on) for t in TASKS], TODAY)}


def test_the_names_of_the_figures_stay(office: Office) -> None:
    add(office, FIRST, *TASKS)
    office.store.found(office=FIRST, device="d-0123456789abcdef")
    assert summarise(office)[0].as_json() == {
        "unit": FIRST,
        "name": FIRST,
        "plans": 0,
        "tasks": 6,
        "key_tasks": 1,
        "tasks_by_state": {
            "not_started": 1,
            "in_progress": 2,
            "pending_confirmation": 0,
            "completed": 2,
            "suspended": 0,
            "cancelled": 1,
            "other": 0,
        },
        "tasks_by_deadline": {"no_deadline": 2, "on_time": 1, "due_soon": 1, "overdue": 2},
        "completed_on_time": 1,
        "completed_late": 1,
        "completed_no_deadline": 0,
        "open_in_time": 1,
        "open_overdue": 1,
        "open_no_deadline": 1,
        "percent_done": 40.0,
        "targets": 0,
        "targets_reached": 0,
        "solutions": 0,
        "conflicts": 0,
    }
    assert summarise(office, "state")[0].as_json()["state"] == "not_started"
    with pytest.raises(ValueError, match="village"):
        summarise(office, "village")
