"""Two computers of one commune write the same field: both values are kept until a person decides."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.domain.entities import Plan, PlanState, Target, Task, TaskState
from desktop.domain.errors import Code, SoSenError
from desktop.store.history import record_history
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.stamps import read_registers
from desktop.usecases.conflicts import choose, list_conflicts, write_merged
from desktop.usecases.edit_records import add_record, change_fields, delete_record, save_record
from desktop.usecases.import_bundle import preview_bundles
from desktop.usecases.office import Office
from tests.helpers.dumps import shared_state
from tests.helpers.network import COMMUNE_X, Network
from tests.helpers.offices import no_progress

HOLDERS = ("X1", "X2", "H")


@pytest.fixture
def task(network: Network) -> Task:
    """A task that all holders have."""
    made = add_record(network["X1"], Task(title="Làm đường ấp Mỹ Tân"))
    network.settle()
    return made


def values_of(office: Office, record: Task, name: str) -> set[object]:
    table = office.store.catalogue.of(Task)
    row = office.store.connection.execute(table.select_sql, (record.id,)).fetchone()
    assert row is not None
    held = dict(zip(table.names, row[3:], strict=True))
    return {sibling.value for sibling in read_registers(row[2], table, {".": row[1], **held})[name]}


def disputed(office: Office) -> dict[str, tuple[str, ...]]:
    return {row.id: row.registers for row in conflict_rows(office.store)}


def assert_all_equal(network: Network) -> None:
    states = [shared_state(network[name].store, COMMUNE_X) for name in HOLDERS]
    assert states[0] == states[1] == states[2]


def test_a_number_typed_with_and_without_a_closing_zero_is_no_conflict(network: Network) -> None:
    """5 at one computer and 5,0 at the other are one value; nobody is asked to choose."""
    target = add_record(network["X1"], Target(name="Tỷ lệ", measure_unit="%", planned_value=Decimal(3)))
    network.settle()
    change_fields(network["X1"], Target, target.id, {"planned_value": Decimal(5)})
    change_fields(network["X2"], Target, target.id, {"planned_value": Decimal("5.0")})
    network.settle(2)
    for name in HOLDERS:
        assert disputed(network[name]) == {}, name
        assert network[name].store.get(Target, target.id).planned_value == 5


def test_both_values_are_kept_and_shown_everywhere(network: Network, task: Task) -> None:
    """Nobody's typing is thrown away, and all computers show the same of the two."""
    change_fields(network["X1"], Task, task.id, {"note": "Máy 1"})
    change_fields(network["X2"], Task, task.id, {"note": "Máy 2"})
    network.settle()
    for name in HOLDERS:
        assert values_of(network[name], task, "note") == {"Máy 1", "Máy 2"}
        assert disputed(network[name]) == {task.id: ("note",)}
    assert len({network[name].store.get(Task, task.id).note for name in HOLDERS}) == 1
    assert_all_equal(network)


def test_a_decision_travels_and_ends_the_dispute(network: Network, task: Task) -> None:
    """Whoever writes the field again, having seen both, settles it for all."""
    change_fields(network["X1"], Task, task.id, {"note": "Máy 1"})
    change_fields(network["X2"], Task, task.id, {"note": "Máy 2"})
    network.settle()
    shown = network["X2"].store.get(Task, task.id)
    with network["X2"].store.work(user="clerk", label="settle") as work:
        work.write("task", task.id, {"note": shown.note})
    network.settle()
    for name in HOLDERS:
        assert values_of(network[name], task, "note") == {shown.note}
        assert disputed(network[name]) == {}
    # The value that was not chosen stands in the history of every computer that ever held it.
    other = {"Máy 1", "Máy 2"} - {shown.note}
    for name in HOLDERS:
        lines = record_history(network[name].store, task.id)
        assert other <= {change[1] for line in lines for change in line.changes.values()}
    assert_all_equal(network)


def test_two_decisions_are_a_new_dispute(network: Network, task: Task) -> None:
    """Both computers decide differently: an ordinary conflict again."""
    for value in ("một", "hai"):
        change_fields(network["X1"], Task, task.id, {"note": f"Máy 1 {value}"})
        change_fields(network["X2"], Task, task.id, {"note": f"Máy 2 {value}"})
        network.settle()
    for name in HOLDERS:
        assert values_of(network[name], task, "note") == {"Máy 1 hai", "Máy 2 hai"}


def test_the_same_value_twice_is_no_dispute(network: Network, task: Task) -> None:
    """Two people who typed the same are not bothered."""
    for name in ("X1", "X2"):
        change_fields(network[name], Task, task.id, {"note": "Như nhau"})
    network.settle()
    assert all(disputed(network[name]) == {} for name in HOLDERS)
    assert_all_equal(network)


def test_fields_of_one_group_are_never_mixed(network: Network, task: Task) -> None:
    """State, percent and day of completion come from one person, never half from each."""
    done = {"state": TaskState.COMPLETED, "percent": 100, "completed_on": network["X1"].today()}
    change_fields(network["X1"], Task, task.id, done)
    change_fields(network["X2"], Task, task.id, {"state": TaskState.IN_PROGRESS, "percent": 40})
    network.settle()
    for name in HOLDERS:
        shown = network[name].store.get(Task, task.id)
        assert (shown.state, shown.percent) in ((TaskState.COMPLETED, 100), (TaskState.IN_PROGRESS, 40))
        assert (shown.completed_on is None) == (shown.state is TaskState.IN_PROGRESS)


def test_different_fields_are_no_dispute(network: Network, task: Task) -> None:
    """Two people at two cells of one row: both changes stand."""
    change_fields(network["X1"], Task, task.id, {"note": "Máy 1"})
    change_fields(network["X2"], Task, task.id, {"measure": "km"})
    network.settle()
    for name in HOLDERS:
        shown = network[name].store.get(Task, task.id)
        assert (shown.note, shown.measure) == ("Máy 1", "km")
        assert disputed(network[name]) == {}


def test_an_edit_survives_a_delete_that_did_not_see_it(network: Network, task: Task) -> None:
    """The record stays, and the dispute is shown."""
    delete_record(network["X1"], network["X1"].store.get(Task, task.id))
    change_fields(network["X2"], Task, task.id, {"note": "Vẫn làm"})
    network.settle()
    for name in HOLDERS:
        assert network[name].store.get(Task, task.id).note == "Vẫn làm"
        assert disputed(network[name]) == {task.id: (".",)}
    assert_all_equal(network)


def test_a_form_left_open_does_not_undo_what_came_meanwhile(network: Network, task: Task) -> None:
    """Saved from an old form: only what the person changed is written, the import in between stays."""
    opened = network["X2"].store.get(Task, task.id)
    change_fields(network["X1"], Task, task.id, {"measure": "km"})
    network.send("X1", "X2")
    save_record(network["X2"], opened.replace(note="Gõ trong biểu mẫu"), seen=opened)
    shown = network["X2"].store.get(Task, task.id)
    assert (shown.note, shown.measure) == ("Gõ trong biểu mẫu", "km")


def test_a_preview_tells_of_a_dispute_once(network: Network, task: Task) -> None:
    """The dispute that a bundle brings is counted; one that was there before is not counted again."""
    change_fields(network["X1"], Task, task.id, {"note": "Máy 1"})
    change_fields(network["X2"], Task, task.id, {"note": "Máy 2"})
    sent = network.export("X2")
    assert preview_bundles(network["X1"], [sent[0].path], no_progress)[0].result.conflicts == 1
    assert network.deliver(sent, "X1")[0].result.conflicts == 1
    change_fields(network["X2"], Task, task.id, {"measure": "km"})
    outcome = network.deliver(network.export("X2"), "X1")[0]
    assert (outcome.code, outcome.result.conflicts) == (Code.OK, 0)


def test_what_stood_side_by_side_when_the_plan_was_frozen_can_be_settled(network: Network) -> None:
    """With one of the values, not with new words; before, it stood in dispute for ever."""
    x1, x2 = network["X1"], network["X2"]
    plan = add_record(x1, Plan(year=2026, title="Kế hoạch"))
    task = add_record(x1, Task(title="Đường", plan_id=plan.id))
    network.settle()
    change_fields(x2, Task, task.id, {"title": "Đường ấp 2"})
    change_fields(x1, Task, task.id, {"title": "Đường ấp 1"})
    change_fields(x1, Plan, plan.id, {"state": PlanState.FROZEN})
    network.settle(2)
    (conflict,) = list_conflicts(x2)
    other = next(one for one in conflict.alternatives if not one.is_shown)
    with pytest.raises(SoSenError) as refused:
        write_merged(x2, conflict, "Đường ấp 1 và ấp 2")
    assert refused.value.code is Code.E_FROZEN
    choose(x2, conflict, other)
    network.settle(2)
    for name in HOLDERS:
        assert list_conflicts(network[name]) == []
        assert network[name].store.get(Task, task.id).title == other.text
    with pytest.raises(SoSenError) as refused:
        change_fields(x2, Task, task.id, {"title": "Đường ấp 3"})
    assert refused.value.code is Code.E_FROZEN
