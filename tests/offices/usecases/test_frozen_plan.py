"""A frozen plan is what an inspection holds the work against: its content stays, its progress goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import apsw
import pytest

from desktop.domain.entities import (
    Assignment,
    DeadlineExtension,
    PlanState,
    ProgressUpdate,
    Solution,
    Target,
    TargetValue,
    Task,
    TaskState,
)
from desktop.domain.errors import Code, SoSenError
from desktop.store import undo
from desktop.usecases.edit_records import add_record, change_fields, delete_record, save_record
from desktop.usecases.extend_deadlines import extend_deadlines
from desktop.usecases.plan_actions import RecordEdit, add_task, add_tasks, delete_tasks, edit_cells
from desktop.usecases.plan_rows import add_solutions, add_targets
from desktop.usecases.update_status import Cell, QuickStatus, report, set_status
from tests.helpers.small_office import SmallOffice


class Frozen:
    """A commune whose plan of one task, one target and one solution is frozen."""

    def __init__(self, folder: Path) -> None:
        self.small = SmallOffice(folder)
        self.office = self.small.office
        self.task = self.small.task("1.1", "Đắp đê ấp 3", due_on=date(2022, 6, 30))
        self.target = self.small.target("1", "Việc làm", "430", measure_unit="người")
        self.solution = self.small.add(Solution(plan_id=self.small.plan.id, content="Giao ban hằng tuần"))
        self.plan = save_record(self.office, self.small.plan.replace(state=PlanState.FROZEN))

    def content(self) -> list[object]:
        """Everything of the plan as it is stored now."""
        store = self.office.store
        return [*store.select(Task), *store.select(Target), *store.select(Solution)]


@pytest.fixture
def frozen(tmp_path: Path) -> Frozen:
    return Frozen(tmp_path)


CHANGES: dict[str, Callable[[Frozen], object]] = {
    "a task's words in a cell": lambda f: edit_cells(
        f.office, [RecordEdit(Task, f.task.id, "title", "Đắp đê ấp 4")]
    ),
    "a task's lead": lambda f: edit_cells(f.office, [RecordEdit(Task, f.task.id, "lead", f.small.body.id)]),
    "a deadline without a reason": lambda f: change_fields(
        f.office, Task, f.task.id, {"due_on": date(2022, 12, 31)}
    ),
    "a new task": lambda f: add_task(f.office, f.plan, title="Việc thêm"),
    "a task taken out": lambda f: delete_tasks(f.office, [f.task.id]),
    "a target's value": lambda f: change_fields(
        f.office, Target, f.target.id, {"planned_value": Decimal(10)}
    ),
    "a new target": lambda f: add_targets(f.office, f.plan, [{"name": "Thêm"}]),
    "a target taken out": lambda f: delete_record(f.office, f.target),
    "a solution's words": lambda f: save_record(f.office, f.solution.replace(content="Khác")),
    "a new solution": lambda f: add_solutions(f.office, f.plan, [{"content": "Thêm"}]),
    "a solution taken out": lambda f: delete_record(f.office, f.solution),
    "the plan's title": lambda f: save_record(f.office, f.plan.replace(title="Kế hoạch khác")),
    "the whole plan": lambda f: delete_record(f.office, f.plan),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_content_of_a_frozen_plan_stays(frozen: Frozen, change: Callable[[Frozen], object]) -> None:
    before = frozen.content()
    with pytest.raises(SoSenError) as refused:
        change(frozen)
    assert refused.value.code is Code.E_FROZEN
    assert frozen.content() == before


def test_progress_goes_on_in_a_frozen_plan(frozen: Frozen) -> None:
    office, store = frozen.office, frozen.office.store
    set_status(office, [frozen.task.id], QuickStatus.IN_PROGRESS)
    report(office, [Cell(frozen.task.id, "percent", 40), Cell(frozen.task.id, "result", "Xong 200 m")])
    change_fields(office, Task, frozen.task.id, {"note": "Chờ nước rút"})
    add_record(office, TargetValue(target_id=frozen.target.id, period_id="f" * 32, value=Decimal(61)))
    add_record(office, Assignment(task_id=frozen.task.id, person_id=frozen.small.person.id))
    task = store.get(Task, frozen.task.id)
    assert (task.state, task.percent, task.note) == (TaskState.IN_PROGRESS, 40, "Chờ nước rút")
    assert [update.result for update in store.select(ProgressUpdate)] == ["Xong 200 m"]


def test_a_deadline_moves_with_its_extension_and_back_by_undo(frozen: Frozen) -> None:
    office, store = frozen.office, frozen.office.store
    extend_deadlines(office, {frozen.task.id: date(2022, 7, 31)}, reason="Mưa lũ")
    assert store.get(Task, frozen.task.id).due_on == date(2022, 7, 31)
    assert [one.reason for one in store.select(DeadlineExtension)] == ["Mưa lũ"]
    undo.undo(store, user=office.user)
    assert store.get(Task, frozen.task.id).due_on == date(2022, 6, 30)
    assert store.select(DeadlineExtension) == []


def test_undo_thaws_the_plan_first_and_then_takes_back_its_content(tmp_path: Path) -> None:
    small = SmallOffice(tmp_path)
    task = add_task(small.office, small.plan, title="Nạo vét kênh")
    save_record(small.office, small.plan.replace(state=PlanState.FROZEN))
    undo.undo(small.store, user=small.office.user)
    undo.undo(small.store, user=small.office.user)
    assert task.id not in [one.id for one in small.store.select(Task)]


def test_an_older_action_is_not_undone_behind_a_frozen_plan(frozen: Frozen) -> None:
    store = frozen.office.store
    store.connection.execute("DELETE FROM action WHERE number = (SELECT max(number) FROM action)")
    edit = frozen.content()
    with pytest.raises(SoSenError) as refused:
        undo.undo(store, user=frozen.office.user)
    assert refused.value.code is Code.E_FROZEN
    assert frozen.content() == edit


def test_nothing_is_moved_into_a_frozen_plan(frozen: Frozen) -> None:
    draft = frozen.small.add(frozen.small.plan.replace(id="", revision=2, state=PlanState.DRAFT))
    task = add_task(frozen.office, draft, title="Việc của bản sau")
    with pytest.raises(SoSenError) as refused:
        change_fields(frozen.office, Task, task.id, {"plan_id": frozen.plan.id})
    assert refused.value.code is Code.E_FROZEN


def test_the_question_whether_a_plan_is_frozen_is_asked_once_for_many_rows(tmp_path: Path) -> None:
    small = SmallOffice(tmp_path)
    tasks = add_tasks(small.office, small.plan, [{"title": f"Việc {n}"} for n in range(200)])
    asked: list[str] = []

    def listen(event: dict[str, str]) -> None:
        if 'FROM "plan"' in event["sql"]:
            asked.append(event["sql"])

    small.store.connection.trace_v2(apsw.SQLITE_TRACE_STMT, listen)
    edit_cells(small.office, [RecordEdit(Task, task.id, "expected_product", "Biên bản") for task in tasks])
    small.store.connection.trace_v2(0, None)
    assert len(asked) == 1
