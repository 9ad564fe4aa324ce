"""Changed rows that come in a bundle: what the database decides and writes for a whole batch at once."""

from __future__ import annotations

import pytest

from desktop.domain.change import Value
from desktop.domain.entities import Task
from desktop.store import merge_result
from desktop.store.checking import check_store
from desktop.store.history import record_history
from desktop.store.sql import stream
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office
from tests.helpers.network import Network
from tests.helpers.offices import no_progress


@pytest.fixture
def task(network: Network, monkeypatch: pytest.MonkeyPatch) -> Task:
    """A task that both have; from now on nothing may need the general merge."""
    task = add_record(network["X1"], Task(title="Đường", code="1.1", budget=5))
    network.send("X1", "H")

    def never(*_args: object) -> None:
        raise AssertionError("the general merge was asked")

    monkeypatch.setattr("desktop.store.importing.merge_row", never)
    return task


def rows(office: Office, sql: str) -> list[tuple[object, ...]]:
    return list(stream(office.store.connection, sql))


def newest_changes(office: Office, record_id: str) -> dict[str, tuple[Value, Value]]:
    return record_history(office.store, record_id)[0].changes


@pytest.mark.parametrize(
    "fields",
    [
        {"note": 'ngoặc "kép", \\ chéo,\tcách\nxuống dòng, dấu \' và ✓ 😀'},
        {"note": "\x01\x1f\x7f\u2028"},
        {"is_key_task": True},
        {"budget": None, "title": "Cầu"},
        {"state": "in_progress", "percent": 30},
    ],
)
def test_the_history_reads_as_at_its_author_s(network: Network, task: Task, fields: dict[str, Value]) -> None:
    """Field, old and new value of every kind are told at the receiver as at the author."""
    with network["X1"].store.work(user="x", label="x") as work:
        work.write("task", task.id, fields)
    network.send("X1", "H")
    assert newest_changes(network["H"], task.id) == newest_changes(network["X1"], task.id)
    assert network["H"].store.get(Task, task.id) == network["X1"].store.get(Task, task.id)


def test_a_changed_title_is_found_by_its_new_words(network: Network, task: Task) -> None:
    """The search key follows: made of the field that came and of the one that was here."""
    change_fields(network["X1"], Task, task.id, {"title": "Cầu Rạch Miễu"})
    network.send("X1", "H")
    keys = "SELECT search_key FROM task"
    assert rows(network["H"], keys) == rows(network["X1"], keys) == [("1.1 cau rach mieu",)]


def test_a_deleted_row_goes_and_comes_back(network: Network, task: Task) -> None:
    """Life is written where it changes, and the history tells of it."""
    for alive in (0, 1):
        if alive:
            with network["X1"].store.work(user="x", label="x") as work:
                work.write("task", task.id, {".": 1})
        else:
            delete_record(network["X1"], task)
        network.send("X1", "H")
        assert rows(network["H"], "SELECT alive FROM task") == [(alive,)]
        assert newest_changes(network["H"], task.id) == {".": (1 - alive, alive)}
    assert check_store(network["H"].store, no_progress) == []


def test_beyond_the_first_rows_a_preview_only_counts(
    network: Network, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three changed rows, room for two: two are told with old and new value, all are counted."""
    for _more in range(2):
        add_record(network["X1"], Task(title="Đường"))
    network.send("X1", "H")
    ids = [str(row[0]) for row in rows(network["X1"], "SELECT id FROM task ORDER BY id")]
    with network["X1"].store.work(user="x", label="x") as work:
        for record_id in ids:
            work.write("task", record_id, {"note": "mới"})
    monkeypatch.setattr(merge_result, "KEPT_CHANGES", 2)
    result = import_bundles(network["H"], [network.export("X1")[0].path], no_progress)[0].result
    assert result.changed["task"] == 3
    assert [(row.id, row.fields) for row in result.changes] == [
        (record_id, {"note": ("", "mới")}) for record_id in ids[:2]
    ]


def test_each_line_of_the_history_names_its_own_author(network: Network, task: Task) -> None:
    """Rows of several commits in one bundle, changed alike: who and when are those of each commit."""
    authors = {task.id: "Lan", add_record(network["X1"], Task(title="Trường")).id: "Minh"}
    network.send("X1", "H")
    for record_id, user in authors.items():
        with network["X1"].store.work(user=user, label="x") as work:
            work.write("task", record_id, {"note": "mới"})
    network.send("X1", "H")
    newest = {name: [record_history(network[name].store, one)[0] for one in authors] for name in ("H", "X1")}
    told = {name: [(line.record_id, line.user, line.at) for line in lines] for name, lines in newest.items()}
    assert told["H"] == told["X1"]
    assert {record_id: user for record_id, user, _at in told["H"]} == authors


def test_what_shows_the_same_leaves_no_line(network: Network, task: Task) -> None:
    """A value written again over itself moves the stamps on and tells nothing."""
    before = record_history(network["H"].store, task.id)
    stamps = rows(network["H"], "SELECT stamps FROM task")
    change_fields(network["X1"], Task, task.id, {"note": "mới"})
    change_fields(network["X1"], Task, task.id, {"note": ""})
    network.send("X1", "H")
    assert record_history(network["H"].store, task.id) == before
    assert rows(network["H"], "SELECT stamps FROM task") != stamps
