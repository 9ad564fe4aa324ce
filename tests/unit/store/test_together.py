"""Several writings that a person sees as one are taken back and brought again as one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store import undo
from desktop.usecases.edit_records import change_fields, one_action
from desktop.usecases.plan_actions import RecordEdit, add_tasks, edit_cells
from desktop.usecases.read_plan import read_plan
from tests.helpers.small_office import SmallOffice

CLERK = "Lê Thị Hồng"


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    return SmallOffice(tmp_path)


def titles(small: SmallOffice) -> list[str]:
    return sorted(task.title for task in small.store.select(Task))


def test_a_paste_that_changes_and_adds_is_one_step(small: SmallOffice) -> None:
    task = small.task("1", "Cũ")
    with one_action(small.office, "paste"):
        add_tasks(small.office, small.plan, [{"title": "Thêm 1"}, {"title": "Thêm 2"}])
        edit_cells(small.office, [RecordEdit(Task, task.id, "title", "Mới")])
    assert titles(small) == ["Mới", "Thêm 1", "Thêm 2"]
    done = undo.undo(small.store, user=CLERK)
    assert done is not None
    assert done.label == "paste"
    assert titles(small) == ["Cũ"]
    undo.redo(small.store, user=CLERK)
    assert titles(small) == ["Mới", "Thêm 1", "Thêm 2"]
    undo.undo(small.store, user=CLERK)
    assert titles(small) == ["Cũ"]


def test_one_part_may_build_on_another(small: SmallOffice) -> None:
    task = small.task("1", "Một")
    with one_action(small.office, "paste"):
        for title in ("Hai", "Ba"):
            change_fields(small.office, Task, task.id, {"title": title})
        (added,) = add_tasks(small.office, small.plan, [{"title": "Thêm"}])
        change_fields(small.office, Task, added.id, {"title": "Thêm nữa", "due_on": date(2022, 7, 1)})
    for _round in range(2):
        undo.undo(small.store, user=CLERK)
        assert titles(small) == ["Một"]
        undo.redo(small.store, user=CLERK)
        assert titles(small) == ["Ba", "Thêm nữa"]


def test_a_fault_within_leaves_nothing_of_the_whole(small: SmallOffice) -> None:
    task = small.task("1", "Cũ")
    before = undo.next_undo(small.store)

    def half_done() -> None:
        with one_action(small.office, "paste"):
            edit_cells(small.office, [RecordEdit(Task, task.id, "title", "Mới")])
            edit_cells(small.office, [RecordEdit(Task, "0" * 32, "title", "Không có")])

    with pytest.raises(SoSenError) as refused:
        half_done()
    assert refused.value.code is Code.E_MISSING
    assert titles(small) == ["Cũ"]
    assert undo.next_undo(small.store) == before


def test_a_screen_read_within_shows_what_is_written_so_far(small: SmallOffice) -> None:
    with one_action(small.office, "paste"):
        add_tasks(small.office, small.plan, [{"title": "Thêm"}])
        assert [
            line.task.title for line in read_plan(small.office, small.unit, 2022).tasks if line.is_record
        ] == ["Thêm"]


def test_an_empty_whole_is_no_step(small: SmallOffice) -> None:
    before = undo.next_undo(small.store)
    with one_action(small.office, "paste"):
        pass
    assert undo.next_undo(small.store) == before
