"""A person chooses between two values, and the choice reaches everybody."""

from __future__ import annotations

import pytest

from desktop.domain.entities import Plan, PlanState, Task, TaskState
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.conflicts import (
    Conflict,
    both_texts,
    choose,
    conflicts_of,
    list_conflicts,
    write_merged,
)
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from tests.helpers.network import Network


@pytest.fixture
def task(network: Network) -> Task:
    """A task that all holders have."""
    made = add_record(network["X1"], Task(title="Làm đường ấp Mỹ Tân", note="Chưa có vốn"))
    network.settle()
    return made


def two_notes(network: Network, task: Task) -> None:
    change_fields(network["X1"], Task, task.id, {"note": "Đã có 2 tỷ đồng"})
    change_fields(network["X2"], Task, task.id, {"note": "Đã có 3 tỷ đồng"})
    network.settle()


def the_conflict(network: Network, name: str) -> Conflict:
    (conflict,) = list_conflicts(network[name])
    return conflict


def test_both_values_are_told_with_who_and_where(network: Network, task: Task) -> None:
    """The clerk knows whom to ask before choosing."""
    two_notes(network, task)
    for name in ("X1", "X2", "H"):
        conflict = the_conflict(network, name)
        assert (conflict.title, conflict.unit_name, conflict.fields) == (task.title, "Phú Điền", ("note",))
        assert {(one.text, one.computer) for one in conflict.alternatives} == {
            ("Đã có 2 tỷ đồng", "x1"),
            ("Đã có 3 tỷ đồng", "x2"),
        }
        assert [one.text for one in conflict.alternatives if one.is_shown] == [
            network[name].store.get(Task, task.id).note
        ]
        assert {one.computer for one in conflict.alternatives if one.is_from_here} == {name.lower()} - {"h"}
        assert conflict.may_settle is (name != "H")


@pytest.mark.parametrize("place", [0, 1])
def test_the_chosen_value_stands_everywhere(network: Network, task: Task, place: int) -> None:
    """Whichever is chosen, also the one that is shown already, ends the question for all."""
    two_notes(network, task)
    conflict = the_conflict(network, "X2")
    choose(network["X2"], conflict, conflict.alternatives[place])
    network.settle()
    for name in ("X1", "X2", "H"):
        assert list_conflicts(network[name]) == []
        assert network[name].store.get(Task, task.id).note == conflict.alternatives[place].text


def test_two_texts_can_be_put_together(network: Network, task: Task) -> None:
    """Keeping both is one step, and what is written is what stands everywhere."""
    two_notes(network, task)
    conflict = the_conflict(network, "X1")
    assert both_texts(conflict).splitlines() == [one.text for one in conflict.alternatives]
    write_merged(network["X1"], conflict, both_texts(conflict) + "  ")
    network.settle()
    assert network["H"].store.get(Task, task.id).note == both_texts(conflict)
    assert list_conflicts(network["H"]) == []


def test_what_changes_together_is_chosen_together(network: Network, task: Task) -> None:
    """Status, percent and day are one choice: no half of each."""
    done = {"state": TaskState.COMPLETED, "percent": 100, "completed_on": network["X1"].today()}
    change_fields(network["X1"], Task, task.id, done)
    change_fields(network["X2"], Task, task.id, {"state": TaskState.IN_PROGRESS, "percent": 40})
    network.settle()
    conflict = the_conflict(network, "X2")
    assert set(conflict.fields) == {"state", "percent", "completed_on", "is_blocked"}
    assert not conflict.is_text
    (finished,) = [
        one for one in conflict.alternatives if {v.field: v.value for v in one.values}["percent"] == 100
    ]
    choose(network["X2"], conflict, finished)
    network.settle()
    told = network["X1"].store.get(Task, task.id)
    assert (told.state, told.percent, told.completed_on) == tuple(done.values())
    assert list_conflicts(network["X1"]) == []


@pytest.mark.parametrize("name", ["X1", "H"])
def test_what_was_changed_in_a_deleted_row_is_told_with_its_values(
    network: Network, task: Task, name: str
) -> None:
    """Who chooses between deleting and keeping reads what would be lost, of every change that came."""
    delete_record(network["X1"], task)
    change_fields(network["X2"], Task, task.id, {"note": "Đã có 2 tỷ đồng"})
    change_fields(network["X2"], Task, task.id, {"expected_product": "Biên bản nghiệm thu"})
    network.settle()
    conflict = next(one for one in list_conflicts(network[name]) if one.is_about_life)
    told = {
        one.keeps_row: {value.field: value.value for value in one.edited} for one in conflict.alternatives
    }
    assert told == {False: {}, True: {"note": "Đã có 2 tỷ đồng", "expected_product": "Biên bản nghiệm thu"}}


def test_of_what_is_written_together_only_what_says_something_is_told(network: Network, task: Task) -> None:
    """A status writes its day of completion too; an empty one was not changed by anybody."""
    delete_record(network["X1"], task)
    change_fields(network["X2"], Task, task.id, {"state": TaskState.IN_PROGRESS, "percent": 40, "note": ""})
    network.settle()
    conflict = next(one for one in list_conflicts(network["X1"]) if one.is_about_life)
    (kept,) = [one for one in conflict.alternatives if one.keeps_row]
    assert {value.field: value.value for value in kept.edited} == {
        "state": TaskState.IN_PROGRESS,
        "percent": 40,
        "note": "",
    }


def test_on_the_computer_that_changed_it_the_last_change_is_told(network: Network, task: Task) -> None:
    delete_record(network["X1"], task)
    change_fields(network["X2"], Task, task.id, {"note": "Đã có 2 tỷ đồng"})
    network.settle()
    conflict = next(one for one in list_conflicts(network["X2"]) if one.is_about_life)
    (kept,) = [one for one in conflict.alternatives if one.keeps_row]
    assert [(value.field, value.value) for value in kept.edited] == [("note", "Đã có 2 tỷ đồng")]


@pytest.mark.parametrize("keeps", [True, False])
def test_deleted_here_and_changed_there_is_a_choice(network: Network, task: Task, keeps: bool) -> None:
    """The row stays in sight until a person says that it goes."""
    delete_record(network["X1"], task)
    change_fields(network["X2"], Task, task.id, {"note": "Đang làm"})
    network.settle()
    conflict = next(one for one in list_conflicts(network["X1"]) if one.is_about_life)
    (chosen,) = [one for one in conflict.alternatives if one.keeps_row is keeps]
    choose(network["X1"], conflict, chosen)
    network.settle()
    for name in ("X1", "X2", "H"):
        assert list_conflicts(network[name]) == []
        assert bool(network[name].store.select(Task)) is keeps


def test_a_value_that_came_meanwhile_is_never_written_over_unseen(network: Network, task: Task) -> None:
    """Between looking and choosing a bundle came in: the clerk is asked again."""
    two_notes(network, task)
    conflict = the_conflict(network, "X1")
    change_fields(network["X2"], Task, task.id, {"note": "Đã có 5 tỷ đồng"})
    network.settle()
    with pytest.raises(SoSenError) as refused:
        choose(network["X1"], conflict, conflict.alternatives[0])
    assert refused.value.code is Code.E_CHANGED
    assert network["X1"].store.get(Task, task.id).note == "Đã có 5 tỷ đồng"


def test_the_office_reads_what_is_in_dispute_but_does_not_decide(network: Network, task: Task) -> None:
    """A commune's plan is the commune's: the district sees both values and may telephone."""
    two_notes(network, task)
    conflict = the_conflict(network, "H")
    with pytest.raises(SoSenError) as refused:
        choose(network["H"], conflict, conflict.alternatives[0])
    assert refused.value.code is Code.E_READONLY


def test_a_frozen_plan_takes_one_of_the_values_and_no_new_words(network: Network) -> None:
    """What was in dispute when it was frozen can still be settled; nothing new comes in by that way."""
    plan = add_record(network["X1"], Plan(year=2022, title="Kế hoạch"))
    task = add_record(network["X1"], Task(plan_id=plan.id, title="Làm đường"))
    network.settle()
    change_fields(network["X1"], Task, task.id, {"title": "Làm 2 km đường"})
    change_fields(network["X2"], Task, task.id, {"title": "Làm 3 km đường"})
    network.settle()
    change_fields(network["X1"], Plan, plan.id, {"state": PlanState.FROZEN})
    conflict = the_conflict(network, "X1")
    other = next(one for one in conflict.alternatives if not one.is_shown)
    with pytest.raises(SoSenError) as refused:
        write_merged(network["X1"], conflict, "Làm 4 km đường")
    assert refused.value.code is Code.E_FROZEN
    choose(network["X1"], conflict, other)
    assert network["X1"].store.get(Task, task.id).title == other.text
    assert list_conflicts(network["X1"]) == []


def test_references_are_told_by_name(network: Network) -> None:
    """Nobody chooses between two ids."""
    first = add_record(network["X1"], Task(title="Xây cầu"))
    second = add_record(network["X1"], Task(title="Làm đường"))
    child = add_record(network["X1"], Task(title="Đổ bê tông"))
    network.settle()
    change_fields(network["X1"], Task, child.id, {"parent_id": first.id})
    change_fields(network["X2"], Task, child.id, {"parent_id": second.id})
    network.settle()
    (conflict,) = conflicts_of(network["X1"], "task", child.id)
    assert {one.values[0].value for one in conflict.alternatives} == {"Xây cầu", "Làm đường"}
    assert not conflict.is_text
