"""Saving: one action is one commit in each scope, kept with stamps, history and search key, or not at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from desktop.domain.change import ROW_LIFE
from desktop.domain.commit_hash import FIRST_HASH, next_hash
from desktop.domain.entities import Body, Target, Task, TaskState
from desktop.domain.entity import Entity
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.scopes import new_record_id, office_scope
from desktop.store.history import last_saved_at, recent_history, record_history
from desktop.store.store import Store
from desktop.store.work import UnitOfWork
from tests.helpers.dumps import whole_dump

COMMUNE = "30067-19840306"
OTHER = "30043-19840306"
DISTRICT = "872-19810105"
NOW = 1_767_225_600_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "data", create=True, now=lambda: NOW)
    made.found(office=COMMUNE, device="d-may1")
    yield made
    made.close()


def add(store: Store, record: Entity) -> Entity:
    with store.work(user="Hồng", label="add_record") as work:
        return work.add(record if record.scope else record.replace(scope=COMMUNE))


def add_all(store: Store, records: list[Task]) -> None:
    with store.work(user="Hồng", label="add_records") as work:
        for record in records:
            work.add(record)


def save(store: Store, record: Entity) -> None:
    with store.work(user="Hồng", label="edit_record") as work:
        work.save(record)


def delete(store: Store, record: Entity) -> None:
    with store.work(user="Hồng", label="delete_record") as work:
        work.delete(record)


def stamps(store: Store, record: Entity) -> list[list[object]]:
    table = store.catalogue.of(type(record)).table
    text = store.connection.execute(f'SELECT stamps FROM "{table}" WHERE id = ?', (record.id,)).get
    return msgspec.json.decode(str(text), type=list[list[object]])


def commits(store: Store) -> list[tuple[object, ...]]:
    return store.connection.execute(
        "SELECT writer, n, t, user, h, via FROM sync_commit ORDER BY writer, n"
    ).fetchall()


def test_what_is_saved_is_read_back(store: Store) -> None:
    """Every kind of value comes back as it was given."""
    target = Target(
        name="Hộ nghèo", planned_value=Decimal("-1234.50"), measure_unit="%", is_cumulative=True, order=7
    )
    task = Task(title="Kế hoạch\nhai dòng", due_on=date(2022, 2, 28), budget=2**53 - 1, percent=None)
    for record in (target, task):
        made = add(store, record)
        assert store.get(type(made), made.id) == made
        assert made == record.replace(id=made.id, scope=COMMUNE)


def test_a_new_record_stamps_only_what_was_given(store: Store) -> None:
    """Blank fields belong to nobody, so that another computer's first word in them is no conflict."""
    task = add(store, Task(title="Một", order=1))
    assert stamps(store, task) == [[1, 1, NOW, [".", "order", "title"]]]


def test_only_what_changed_is_stamped(store: Store) -> None:
    """Two people at two cells of one row do not disturb each other."""
    task = add(store, Task(title="Một", order=1))
    save(store, task.replace(note="ghi chú"))
    assert stamps(store, task) == [[1, 1, NOW, ["order", "title"]], [1, 2, NOW, [".", "note"]]]


def test_fields_of_a_group_are_stamped_together(store: Store) -> None:
    """State, percent and day of completion are one statement, even if only one of them changed."""
    task = add(store, Task(title="Một"))
    save(store, task.replace(state=TaskState.IN_PROGRESS))
    assert stamps(store, task)[-1][3] == [".", "completed_on", "is_blocked", "percent", "state"]


def test_saving_nothing_writes_nothing(store: Store) -> None:
    """Leaving a cell without a change makes no commit, no history, no undo step."""
    task = add(store, Task(title="Một"))
    before = whole_dump(store)
    save(store, task)
    assert whole_dump(store) == before


def test_one_action_is_one_commit_in_each_scope(store: Store) -> None:
    """Ten rows pasted at once are one commit, one step to undo, one line of the audit trail."""
    store.found(office=DISTRICT, device="d-huyen")
    with store.work(user="Bình", label="add_records") as work:
        for number in range(5):
            work.add(Task(title=f"Việc {number}", scope=DISTRICT))
            work.add(Task(title=f"Nhận xét {number}", scope=office_scope(DISTRICT, COMMUNE)))
    assert [(n, t, user, via) for _w, n, t, user, _h, via in commits(store)] == [(1, NOW, "Bình", "")] * 2
    assert store.connection.execute("SELECT count(*) FROM action").get == 1
    assert store.writers.scopes() == [DISTRICT, office_scope(DISTRICT, COMMUNE)]


def test_commits_form_a_chain_of_hashes(store: Store) -> None:
    """A rewritten past is noticed: each hash holds the one before and all that was written."""
    task = add(store, Task(title="Một", order=1))
    save(store, task.replace(title="Hai"))
    w = store.writers.ids[1]
    first = next_hash(
        FIRST_HASH, w, 1, NOW, "Hồng", [("task", task.id, {ROW_LIFE: 1, "title": "Một", "order": 1})]
    )
    second = next_hash(first, w, 2, NOW, "Hồng", [("task", task.id, {ROW_LIFE: 1, "title": "Hai"})])
    assert [row[4] for row in commits(store)] == [first, second]
    assert store.writers.vector(COMMUNE)[w] == (2, second)


def test_a_failed_action_leaves_nothing(store: Store) -> None:
    """An error in the middle of an action: not one row, stamp, writer or history line of it stays."""
    before = whole_dump(store)
    with pytest.raises(InvalidValueError):
        add_all(store, [Task(title="Một", scope=COMMUNE), Task(title="Hai", scope=COMMUNE, percent=200)])
    assert whole_dump(store) == before
    task = add(store, Task(title="Hai"))
    assert stamps(store, task)[0][:2] == [1, 1]


def test_text_is_kept_composed_and_clean(store: Store) -> None:
    """However it was typed or pasted, text is NFC, without invisible characters, trimmed; else as entered."""
    typed = unicodedata.normalize("NFD", "  Kế\u200b hoạch đường\u00a0liên ấp ")
    task = add(store, Task(title=typed))
    assert isinstance(task, Task)
    assert task.title == "Kế hoạch đường\u00a0liên ấp"
    assert store.get(Task, task.id).title == task.title


@pytest.mark.parametrize(
    ("fields", "name", "reason"),
    [
        ({"title": "x" * 4001}, "title", "too_long"),
        ({"percent": 101}, "percent", "too_large"),
        ({"percent": -1}, "percent", "too_small"),
        ({"budget": 2**53}, "budget", "too_large"),
        ({"due_on": "2022-01-01"}, "due_on", "wrong_type"),
        ({"is_key_task": 1}, "is_key_task", "wrong_type"),
        ({"id": "không phải mã"}, "id", "wrong_type"),
    ],
)
def test_a_value_beyond_its_limits_is_refused(
    store: Store, fields: dict[str, object], name: str, reason: str
) -> None:
    """With the name of field and rule, and nothing is written."""
    before = whole_dump(store)
    with pytest.raises(InvalidValueError) as refusal:
        add(store, replace(Task(title="Một"), **fields))  # type: ignore[arg-type]
    assert (refusal.value.params["field"], refusal.value.params["reason"]) == (name, reason)
    assert whole_dump(store) == before


@pytest.mark.parametrize("scope", [OTHER, DISTRICT, office_scope(DISTRICT, COMMUNE)])
def test_another_unit_s_scope_is_read_only(store: Store, scope: str) -> None:
    """Each scope has one writer: a commune cannot change what the office or a neighbour owns."""
    store.found(office=scope.partition("/")[0], device="d-khac")
    theirs = add(store, Task(title="Của đơn vị khác", scope=scope))
    store.found(office=COMMUNE, device="d-may1")
    before = whole_dump(store)
    attempts: tuple[Callable[[UnitOfWork], object], ...] = (
        lambda work: work.add(Task(title="Thêm", scope=scope)),
        lambda work: work.save(theirs.replace(title="Sửa")),
        lambda work: work.delete(theirs),
        lambda work: work.write("task", theirs.id, {"title": "Sửa"}),
    )
    for attempt in attempts:
        with pytest.raises(SoSenError) as refusal, store.work(user="Hồng", label="edit_record") as work:
            attempt(work)
        assert refusal.value.code is Code.E_READONLY
    assert whole_dump(store) == before


def test_a_malformed_scope_is_refused(store: Store) -> None:
    """A record always lies in a scope that a bundle can carry."""
    with pytest.raises(InvalidValueError):
        add(store, Task(title="Một", scope=COMMUNE + "/ấp 1"))


def test_an_id_in_use_is_not_written_over(store: Store) -> None:
    """Adding under a known id would hide a record and all its stamps."""
    task = add(store, Task(title="Một"))
    before = whole_dump(store)
    with pytest.raises(InvalidValueError):
        add(store, task.replace(title="Đè lên"))
    fresh = new_record_id(COMMUNE, lambda: NOW)
    with pytest.raises(InvalidValueError):
        add_all(store, [Task(id=fresh, title=title, scope=COMMUNE) for title in ("Hai", "Ba")])
    assert whole_dump(store) == before


def test_a_deleted_record_is_gone_but_kept(store: Store) -> None:
    """It is shown nowhere and cannot be edited by mistake; its values stay for undo and history."""
    task = add(store, Task(title="Một"))
    delete(store, task)
    assert store.select(Task) == []
    for attempt in (
        lambda: store.get(Task, task.id),
        lambda: save(store, task.replace(title="Hai")),
        lambda: delete(store, task),
    ):
        with pytest.raises(SoSenError) as refusal:
            attempt()
        assert refusal.value.code is Code.E_MISSING
    assert store.connection.execute("SELECT title, alive FROM task").fetchall() == [("Một", 0)]


def test_the_history_says_who_when_and_what(store: Store) -> None:
    """Old and new value of every field, the name, the time; the newest first."""
    task = add(store, Task(title="Một"))
    store.now = lambda: NOW + 5
    with store.work(user="Bình", label="edit_cell") as work:
        work.save(task.replace(title="Hai", due_on=date(2022, 3, 1)))
    newest, oldest = record_history(store, task.id)
    assert (newest.user, newest.at, newest.source) == ("Bình", NOW + 5, "hand")
    assert newest.changes == {"title": ("Một", "Hai"), "due_on": (None, "2022-03-01")}
    assert oldest.changes == {ROW_LIFE: (None, 1), "title": (None, "Một")}
    assert recent_history(store, 1) == [newest]
    assert last_saved_at(store) == NOW + 5


def test_the_search_key_follows_the_searched_fields(store: Store) -> None:
    """What a row is found by is always what it says."""
    task = add(store, Task(title="Đường ấp Mỹ Tân", code="1.1"))
    save(store, task.replace(title="Cầu kênh Tư"))
    assert store.connection.execute("SELECT search_key FROM task").get == "1.1 cau kenh tu"


def test_what_was_written_is_in_the_export_index(store: Store) -> None:
    """The index names the newest commit of each row, so that a delta costs only its own size."""
    task = add(store, Task(title="Một"))
    save(store, task.replace(title="Hai"))
    rows = store.connection.execute("SELECT writer, n, tbl, row_id FROM sync_dot").fetchall()
    assert rows == [(1, 2, "task", task.id)], "nothing of the first commit is left in the row"


def test_adding_and_changing_in_one_action_is_one_write(store: Store) -> None:
    """A use case may add a record and complete it in the same action."""
    with store.work(user="Hồng", label="add_record") as work:
        body = work.add(Body(name="Ban", scope=COMMUNE))
        work.save(body.replace(name="Ban Chỉ huy"))
    assert store.get(Body, body.id).name == "Ban Chỉ huy"
    assert len(commits(store)) == 1
