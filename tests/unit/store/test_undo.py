"""Undo and redo: new commits that write the old values, and never take somebody else's work along."""

from __future__ import annotations

import pytest

from desktop.domain.entities import Task, TaskState
from desktop.domain.errors import Code, SoSenError
from desktop.store.checking import check_store
from desktop.store.store import Store
from desktop.store.undo import next_redo, next_undo, redo, undo
from desktop.usecases.edit_records import add_record, change_fields, delete_record, save_records
from desktop.usecases.office import Office
from desktop.usecases.undo_action import redo_action, undo_action, undo_state
from tests.helpers.network import Network
from tests.helpers.offices import no_progress


@pytest.fixture
def office(network: Network) -> Office:
    return network["X1"]


def title_of(store: Store, task: Task) -> str:
    return store.get(Task, task.id).title


def test_there_and_back_again(office: Office) -> None:
    """Three edits undone and redone one by one; the list tells what comes next."""
    task = add_record(office, Task(title="0"))
    for title in "123":
        change_fields(office, Task, task.id, {"title": title})
    for title in "210":
        assert undo_action(office) is not None
        assert title_of(office.store, task) == title
    before, after = undo_state(office)
    assert before is not None
    assert after is not None
    assert (before.label, after.label) == ("add_record", "edit_cell")
    for title in "123":
        redo_action(office)
        assert title_of(office.store, task) == title
    assert redo_action(office) is None
    assert check_store(office.store, no_progress) == []


def test_undo_is_a_commit_that_travels(network: Network) -> None:
    """The other computers see the undoing like any other change."""
    task = add_record(network["X1"], Task(title="Đúng"))
    change_fields(network["X1"], Task, task.id, {"title": "Sai"})
    network.send("X1", "X2", "H")
    undo_action(network["X1"])
    network.send("X1", "X2", "H")
    assert {title_of(network[name].store, task) for name in ("X1", "X2", "H")} == {"Đúng"}


def test_a_creation_and_a_deletion_can_be_undone(office: Office) -> None:
    """A new record vanishes, a deleted one comes back with all its values; and again."""
    task = add_record(office, Task(title="Một", note="ghi chú"))
    delete_record(office, task)
    undo_action(office)
    assert office.store.get(Task, task.id) == task
    undo_action(office)
    assert office.store.select(Task) == []
    redo_action(office)
    assert office.store.get(Task, task.id) == task
    redo_action(office)
    assert office.store.select(Task) == []
    undo_action(office)
    undo_action(office)
    assert office.store.select(Task) == []


def test_an_action_over_many_rows_is_undone_as_one(office: Office) -> None:
    """A pasted block goes in one step, groups and all."""
    tasks = [add_record(office, Task(title=str(number))) for number in range(3)]
    save_records(office, [one.replace(state=TaskState.IN_PROGRESS, percent=30) for one in tasks])
    undo_action(office)
    assert [office.store.get(Task, one.id) for one in tasks] == tasks


def test_a_new_action_ends_redo(office: Office) -> None:
    """After undoing and typing something else there is nothing to redo."""
    task = add_record(office, Task(title="0"))
    change_fields(office, Task, task.id, {"title": "1"})
    undo_action(office)
    change_fields(office, Task, task.id, {"note": "khác"})
    assert next_redo(office.store) is None
    assert next_undo(office.store) is not None


def refused(act: object, store: Store) -> None:
    with pytest.raises(SoSenError) as refusal:
        act(store, user="Hồng")  # type: ignore[operator]
    assert refusal.value.code is Code.E_UNDO


def test_what_was_built_upon_is_not_undone(network: Network) -> None:
    """A colleague wrote the same field since: undo refuses, and the colleague's value stays."""
    task = add_record(network["X1"], Task(title="0"))
    change_fields(network["X1"], Task, task.id, {"title": "1"})
    network.send("X1", "X2")
    change_fields(network["X2"], Task, task.id, {"title": "của máy 2"})
    network.send("X2", "X1")
    refused(undo, network["X1"].store)
    assert title_of(network["X1"].store, task) == "của máy 2"


def test_a_disputed_field_is_not_undone(network: Network) -> None:
    """With two values side by side a person decides, not undo."""
    task = add_record(network["X1"], Task(title="0"))
    network.send("X1", "X2")
    change_fields(network["X1"], Task, task.id, {"title": "1"})
    change_fields(network["X2"], Task, task.id, {"title": "2"})
    network.send("X2", "X1")
    refused(undo, network["X1"].store)


def test_another_field_s_change_does_not_hinder(network: Network) -> None:
    """The colleague's note stays when the own title is undone."""
    task = add_record(network["X1"], Task(title="0"))
    change_fields(network["X1"], Task, task.id, {"title": "1"})
    network.send("X1", "X2")
    change_fields(network["X2"], Task, task.id, {"note": "của máy 2"})
    network.send("X2", "X1")
    undo_action(network["X1"])
    shown = network["X1"].store.get(Task, task.id)
    assert (shown.title, shown.note) == ("0", "của máy 2")


def test_a_record_that_others_wrote_into_does_not_vanish(network: Network) -> None:
    """Undoing a creation would take the colleague's note along: refused, also after undo and redo."""
    task = add_record(network["X1"], Task(title="0"))
    undo_action(network["X1"])
    redo_action(network["X1"])
    network.send("X1", "X2")
    change_fields(network["X2"], Task, task.id, {"note": "của máy 2"})
    network.send("X2", "X1")
    refused(undo, network["X1"].store)
    assert network["X1"].store.get(Task, task.id).note == "của máy 2"


def test_nothing_to_undo_is_no_fault(office: Office) -> None:
    """On an empty list nothing happens."""
    assert undo(office.store, user="Hồng") is None
    assert redo(office.store, user="Hồng") is None
