"""A clerk writes the year's plan: lines in order, codes that go on, deadlines with reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.entities import (
    DeadlineExtension,
    Plan,
    PlanState,
    ProgressUpdate,
    Solution,
    Target,
    Task,
    TaskState,
)
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.status import DeadlineState
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.extend_deadlines import extend_deadlines, needs_reason
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.numbered_lines import numbered_lines
from desktop.usecases.office import Office
from desktop.usecases.order_tasks import BREAKTHROUGHS, OTHERS
from desktop.usecases.plan_actions import (
    LEAD,
    RecordEdit,
    add_numbered_tasks,
    add_plan,
    add_task,
    add_tasks,
    delete_tasks,
    edit_cells,
)
from desktop.usecases.plan_rows import add_solutions, add_targets, delete_rows
from desktop.usecases.plan_view import PlanView
from desktop.usecases.read_names import find_named
from desktop.usecases.read_plan import latest_plan, plan_of_record, plan_units, read_plan
from desktop.usecases.read_record_history import Life, read_record_history
from desktop.usecases.undo_action import undo_action
from tests.helpers.offices import PHU_DIEN, SampleYear, no_progress
from tests.helpers.small_office import COMMUNE, TODAY, SmallOffice


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    return SmallOffice(tmp_path / "data", periods=False)


def view(small: SmallOffice) -> PlanView:
    return read_plan(small.office, COMMUNE, 2022)


def codes(small: SmallOffice) -> list[tuple[int, str]]:
    return [(line.depth, line.task.code or line.id) for line in view(small).tasks]


def edit(small: SmallOffice, task: Task, key: str, value: object) -> Task:
    edit_cells(small.office, [RecordEdit(Task, task.id, key, value)])
    return small.store.get(Task, task.id)


# --- reading -------------------------------------------------------------------------------------------


def test_key_tasks_come_with_what_is_below_them_and_the_rest_under_made_headings(small: SmallOffice) -> None:
    second = small.task("2", is_key_task=True)
    first = small.task("1", is_key_task=True)
    small.task("2.1", parent_id=second.id)
    small.task("1.2", parent_id=first.id)
    small.task("1.1", parent_id=first.id)
    small.task("9", is_breakthrough=True)
    small.task("8")
    shown = [(0, "1"), (1, "1.1"), (1, "1.2"), (0, "2"), (1, "2.1")]
    assert codes(small) == [*shown, (0, BREAKTHROUGHS), (1, "9"), (0, OTHERS), (1, "8")]
    heads = [line for line in view(small).tasks if line.is_heading]
    assert [line.is_record for line in heads] == [True, True, False, False]


def test_a_plan_without_key_tasks_is_a_plain_list(small: SmallOffice) -> None:
    small.task("2")
    small.task("1")
    assert codes(small) == [(0, "1"), (0, "2")]


def test_tasks_whose_parents_form_a_circle_are_still_shown(small: SmallOffice) -> None:
    one, two = small.task("1"), small.task("2")
    edit(small, one, "parent_id", two.id)
    edit(small, two, "parent_id", one.id)
    assert sorted(line.task.code for line in view(small).tasks if line.is_record) == ["1", "2"]


def test_a_heading_shows_the_mean_of_its_tasks_without_cancelled_ones(small: SmallOffice) -> None:
    head = small.task("1", is_key_task=True)
    small.task("1.1", parent_id=head.id, percent=50)
    small.task("1.2", parent_id=head.id, state=TaskState.COMPLETED, completed_on=TODAY)
    small.task("1.3", parent_id=head.id, state=TaskState.CANCELLED, percent=10)
    assert view(small).tasks[0].percent == 75


def test_lines_name_lead_days_extensions_and_the_last_words(small: SmallOffice) -> None:
    task = small.task("1", due_on=date(2022, 6, 15), state=TaskState.IN_PROGRESS)
    small.add(ProgressUpdate(task_id=task.id, reported_on=date(2022, 5, 2), result="cũ"))
    small.add(ProgressUpdate(task_id=task.id, reported_on=date(2022, 6, 2), result="mới"))
    small.add(DeadlineExtension(task_id=task.id, reason="mưa bão"))
    line = view(small).tasks[0]
    assert (line.lead_name, line.days, line.extensions) == ("Nguyễn Văn Bình", 3, 1)
    assert line.deadline is DeadlineState.OVERDUE
    assert line.last is not None
    assert line.last.result == "mới"


def test_counts_tell_what_wants_attention(small: SmallOffice) -> None:
    small.task("1", due_on=date(2022, 6, 1))
    small.task("2", due_on=date(2022, 6, 25))
    small.task("3", due_on=date(2022, 6, 26))
    edit(small, small.task("4"), LEAD, "")
    done_on = date(2022, 6, 10)
    small.task("5", due_on=date(2022, 6, 1), state=TaskState.COMPLETED, completed_on=done_on)
    counts = view(small).counts
    assert (counts.tasks, counts.overdue, counts.due_this_week, counts.without_lead) == (5, 1, 1, 1)


def test_the_highest_revision_is_the_plan_shown(small: SmallOffice) -> None:
    newer = small.add(Plan(year=2022, revision=2, title="Kế hoạch điều chỉnh"))
    assert latest_plan(small.office, COMMUNE, 2022) == newer


def test_a_year_without_a_plan_says_so_and_names_the_unit(small: SmallOffice) -> None:
    empty = read_plan(small.office, COMMUNE, 2030)
    assert empty.plan is None
    assert empty.is_own


def test_an_office_reads_every_commune_and_edits_none(sample_year: SampleYear) -> None:
    district = sample_year.open("872")
    try:
        units = plan_units(district)
        assert len(units) == 13
        assert not any(read_plan(district, unit.id, 2022).can_edit for unit in units)
    finally:
        district.close()


def test_the_sample_plan_is_read_whole(sample_year: SampleYear) -> None:
    office = sample_year.open(PHU_DIEN)
    try:
        plan = read_plan(office, office.unit_id, 2022)
        assert plan.counts.key_tasks == 8
        assert plan.counts.tasks == len(office.store.select(Task))
        task = next(line.task for line in plan.tasks if line.is_record)
        assert plan_of_record(office, "task", task.id) == plan.plan
        assert plan_of_record(office, "task", "0" * 32) is None
        names = [one.name for one in find_named(plan.names.fields, "kinh te")]
        assert names[0] == "Kinh tế"
    finally:
        office.close()


# --- writing -------------------------------------------------------------------------------------------


def test_codes_go_on_where_they_ended(small: SmallOffice) -> None:
    head = small.task("2", is_key_task=True)
    assert add_task(small.office, small.plan, parent_id=head.id).code == "2.1"
    assert add_task(small.office, small.plan, parent_id=head.id).code == "2.2"
    assert add_task(small.office, small.plan, is_key_task=True).code == "3"
    small.add(Task(plan_id=small.plan.id, code="ĐP1", order=90, is_breakthrough=True))
    assert add_task(small.office, small.plan, is_breakthrough=True).code == "ĐP2"


def test_the_first_task_of_a_new_plan_is_number_one(small: SmallOffice) -> None:
    plan = add_plan(small.office, 2023, "Kế hoạch năm 2023")
    assert add_task(small.office, plan, is_key_task=True).code == "1"


def test_a_document_becomes_key_tasks_with_tasks_below_in_one_step(small: SmallOffice) -> None:
    pasted = "1. Lúa\n1.1. Ký hợp đồng\n1.2. Máy cấy\n2. Đường\n2.1. Bờ Đông"
    added = add_numbered_tasks(small.office, small.plan, numbered_lines(pasted))
    assert [task.is_key_task for task in added] == [True, False, False, True, False]
    assert codes(small) == [(0, "1"), (1, "1.1"), (1, "1.2"), (0, "2"), (1, "2.1")]
    undo_action(small.office)
    assert view(small).tasks == ()


def test_choosing_a_person_as_lead_names_the_persons_body_too(small: SmallOffice) -> None:
    task = edit(small, small.task("1"), LEAD, "")
    assert (task.lead_person_id, task.lead_body_id) == ("", "")
    task = edit(small, task, LEAD, small.person.id)
    assert (task.lead_person_id, task.lead_body_id) == (small.person.id, small.body.id)
    task = edit(small, task, LEAD, small.body.id)
    assert (task.lead_person_id, task.lead_body_id) == ("", small.body.id)
    with pytest.raises(SoSenError):
        edit(small, task, LEAD, "0" * 32)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("state", "completed", (TaskState.COMPLETED, 100, TODAY)),
        ("completed_on", date(2022, 6, 1), (TaskState.COMPLETED, 100, date(2022, 6, 1))),
        ("state", "suspended", (TaskState.SUSPENDED, 40, None)),
        ("percent", 70, (TaskState.IN_PROGRESS, 70, None)),
    ],
)
def test_status_percent_and_day_fit_together(
    small: SmallOffice, key: str, value: object, expected: tuple[object, ...]
) -> None:
    task = small.task("1", state=TaskState.IN_PROGRESS, percent=40)
    changed = edit(small, task, key, value)
    assert (changed.state, changed.percent, changed.completed_on) == expected


def test_reopened_work_loses_its_day_and_its_hundred_percent(small: SmallOffice) -> None:
    done = small.task("1", state=TaskState.COMPLETED, percent=100, completed_on=TODAY)
    open_again = edit(small, done, "state", "in_progress")
    assert (open_again.state, open_again.percent, open_again.completed_on) == ("in_progress", None, None)


def test_a_block_of_cells_is_one_step_to_undo(small: SmallOffice) -> None:
    tasks = [small.task("1"), small.task("2")]
    edit_cells(small.office, [RecordEdit(Task, task.id, "measure", "350 ha") for task in tasks])
    assert {line.task.measure for line in view(small).tasks} == {"350 ha"}
    undo_action(small.office)
    assert {line.task.measure for line in view(small).tasks} == {""}


def test_a_broken_rule_writes_nothing(small: SmallOffice) -> None:
    task = small.task("1", start_on=date(2022, 6, 1))
    with pytest.raises(InvalidValueError) as refused:
        edit(small, task, "due_on", date(2022, 5, 1))
    assert refused.value.params["reason"] == "before_start"
    assert small.store.get(Task, task.id).due_on is None


def test_deleting_a_key_task_takes_everything_below_along_and_undo_brings_it_back(small: SmallOffice) -> None:
    head = small.task("1", is_key_task=True)
    small.task("1.1", parent_id=small.task("1.5", parent_id=head.id).id)
    assert delete_tasks(small.office, [head.id]) == 3
    assert view(small).tasks == ()
    undo_action(small.office)
    assert view(small).counts.tasks == 3


def test_a_later_deadline_needs_a_reason_once_the_plan_was_sent(small: SmallOffice) -> None:
    task = small.task("1", due_on=date(2022, 6, 15))
    sent = small.plan.replace(state=PlanState.APPROVED)
    assert needs_reason(sent, task, date(2022, 7, 1))
    assert not needs_reason(sent, task, date(2022, 6, 1))
    assert not needs_reason(sent, task, None)
    assert not needs_reason(small.plan, task, date(2022, 7, 1))


def test_an_extension_keeps_the_old_day_and_is_one_step(small: SmallOffice) -> None:
    task = small.task("1", due_on=date(2022, 6, 15))
    extend_deadlines(small.office, {task.id: date(2022, 7, 1)}, reason="Mưa bão", approver="Lê Văn Ba")
    kept = small.store.select(DeadlineExtension)[0]
    assert (kept.old_due_on, kept.new_due_on, kept.approved_on) == (
        date(2022, 6, 15),
        date(2022, 7, 1),
        TODAY,
    )
    line = view(small).tasks[0]
    assert (line.task.due_on, line.extensions) == (date(2022, 7, 1), 1)
    undo_action(small.office)
    assert view(small).tasks[0].task.due_on == date(2022, 6, 15)
    assert not small.store.select(DeadlineExtension)


@pytest.mark.parametrize(("day", "reason"), [(date(2022, 7, 1), " "), (date(2022, 6, 1), "Mưa bão")])
def test_an_extension_without_reason_or_to_an_earlier_day_is_refused(
    small: SmallOffice, day: date, reason: str
) -> None:
    task = small.task("1", due_on=date(2022, 6, 15))
    with pytest.raises(InvalidValueError):
        extend_deadlines(small.office, {task.id: day}, reason=reason)
    assert not small.store.select(DeadlineExtension)


def test_targets_and_solutions_come_and_go_in_one_step(small: SmallOffice) -> None:
    targets = add_targets(small.office, small.plan, [{"name": "Hộ nghèo", "direction": "max"}, {}])
    assert [target.code for target in targets] == ["1", "2"]
    add_solutions(small.office, small.plan, [{"content": "Vận động", "target_id": targets[0].id}])
    shown = view(small)
    assert [line.target.name for line in shown.targets] == ["Hộ nghèo", ""]
    assert shown.solutions[0].target_name == "Hộ nghèo"
    delete_rows(small.office, [line.target for line in shown.targets])
    assert view(small).targets == ()
    undo_action(small.office)
    assert view(small).counts.targets == 2


def test_another_units_plan_cannot_be_written(small: SmallOffice) -> None:
    other = small.add(Plan(scope="30043-19810105", year=2022, title="Kế hoạch xã khác"))
    for write in (
        lambda: add_task(small.office, other),
        lambda: add_tasks(small.office, other, [{}]),
        lambda: add_targets(small.office, other, [{}]),
        lambda: add_solutions(small.office, other, [{}]),
    ):
        with pytest.raises(SoSenError) as refused:
            write()
        assert refused.value.code is Code.E_READONLY


# --- history -------------------------------------------------------------------------------------------


def test_the_history_tells_who_changed_what_with_names_instead_of_ids(small: SmallOffice) -> None:
    task = edit(small, small.task("1"), LEAD, small.body.id)
    delete_tasks(small.office, [task.id])
    undo_action(small.office)
    entries = read_record_history(small.office, "task", task.id)
    assert [entry.life for entry in entries] == [Life.RESTORED, Life.DELETED, Life.KEPT, Life.MADE]
    assert {entry.user for entry in entries} == {"Lê Thị Hồng"}
    change = next(change for change in entries[2].changes if change.field == "lead_person_id")
    assert (change.old, change.new) == ("Nguyễn Văn Bình", "")


def test_the_history_names_the_bundle_that_brought_a_change(own_sample_year: SampleYear) -> None:
    commune, district = own_sample_year.open(PHU_DIEN), own_sample_year.open("872")
    try:
        send(commune, district, own_sample_year.stick)
        task = commune.store.select(Task)[1]
        edit_cells(commune, [RecordEdit(Task, task.id, "measure", "350 ha")])
        send(commune, district, own_sample_year.stick)
        newest = read_record_history(district, "task", task.id)[0]
        assert (newest.unit, newest.number > 0) == ("Xã Phú Điền", True)
        assert [change.new for change in newest.changes] == ["350 ha"]
    finally:
        commune.close()
        district.close()


def send(sender: Office, receiver: Office, stick: Path) -> None:
    sent = export_bundles(sender, stick, no_progress)
    import_bundles(receiver, [bundle.path for bundle in sent], no_progress)


def test_solutions_name_the_task_they_serve(small: SmallOffice) -> None:
    task = small.task("1")
    small.add(Solution(plan_id=small.plan.id, content="Vận động", task_id=task.id))
    assert view(small).solutions[0].task_name == f"1 {task.title}"


def test_a_target_keeps_its_rule(small: SmallOffice) -> None:
    target = small.target("1", "Hộ nghèo", "0.5")
    with pytest.raises(InvalidValueError):
        edit_cells(small.office, [RecordEdit(Target, target.id, "measure_unit", "")])
