"""A clerk finds anything by a few letters, the exact word first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.entities import ProgressUpdate, Solution, Task
from desktop.usecases.edit_records import delete_record
from desktop.usecases.search_records import search_records
from tests.helpers.small_office import SmallOffice


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallOffice]:
    made = SmallOffice(tmp_path / "data")
    yield made
    made.store.close()


def titles(small: SmallOffice, text: str) -> list[str]:
    return [hit.title for hit in search_records(small.office, text)]


def test_letters_without_marks_find_words_with_marks(small: SmallOffice) -> None:
    small.task("1.1", "Rà soát kế hoạch Đường trục ấp")
    assert (
        titles(small, "duong truc") == titles(small, "ĐƯỜNG trục") == ["1.1 Rà soát kế hoạch Đường trục ấp"]
    )


def test_the_exact_word_comes_first(small: SmallOffice) -> None:
    small.task("1.1", "Trồng dừa")
    small.task("1.2", "Đưa lao động đi làm việc")
    small.task("1.3", "Dưa hấu vụ Hè Thu")
    assert titles(small, "dưa")[0] == "1.3 Dưa hấu vụ Hè Thu"
    assert set(titles(small, "dua")) == {
        "1.1 Trồng dừa",
        "1.2 Đưa lao động đi làm việc",
        "1.3 Dưa hấu vụ Hè Thu",
    }


def test_all_words_must_be_there_in_any_order(small: SmallOffice) -> None:
    small.task("1.1", "Nạo vét kênh Nhất")
    small.task("1.2", "Nạo vét mương")
    assert titles(small, "kenh nao") == ["1.1 Nạo vét kênh Nhất"]


def test_a_code_finds_its_task(small: SmallOffice) -> None:
    small.task("2.3", "Lập hồ sơ")
    assert titles(small, "2.3") == ["2.3 Lập hồ sơ"]


def test_a_progress_update_is_found_under_its_task_and_once(small: SmallOffice) -> None:
    task = small.task("1.1", "Ký hợp đồng")
    small.add(ProgressUpdate(task_id=task.id, result="Đã ký 140 ha hợp đồng"))
    small.add(ProgressUpdate(task_id=task.id, result="Hai doanh nghiệp lùi đến sau thu hoạch"))
    (hit,) = search_records(small.office, "thu hoach")
    assert (hit.table, hit.record_id, hit.title) == ("task", task.id, "1.1 Ký hợp đồng")
    assert "sau thu hoạch" in hit.subtitle
    assert len(search_records(small.office, "hop dong")) == 1


def test_what_was_deleted_is_not_found(small: SmallOffice) -> None:
    task = small.task("1.1", "Bắc cầu")
    small.add(ProgressUpdate(task_id=task.id, result="Đang bắc cầu"))
    delete_record(small.office, small.store.get(Task, task.id))
    assert titles(small, "bac cau") == []


def test_every_kind_of_record_can_be_found(small: SmallOffice) -> None:
    small.target("1", "Tỷ lệ hộ nghèo", "1,5".replace(",", "."))
    small.add(Solution(plan_id=small.plan.id, content="Vận động nhân dân"))
    found = [
        hit
        for text in ("ho ngheo", "van dong", "ke hoach nam", "nong dan", "van binh")
        for hit in search_records(small.office, text)
    ]
    assert [hit.table for hit in found] == ["target", "solution", "plan", "body", "person"]


@pytest.mark.parametrize("text", ["", "   ", "xyzxyz"])
def test_nothing_is_found_for_nothing(small: SmallOffice, text: str) -> None:
    assert search_records(small.office, text) == []


def test_no_more_than_asked_for(small: SmallOffice) -> None:
    for number in range(1, 6):
        small.task(f"1.{number}", f"Nạo vét kênh {number}")
    assert len(search_records(small.office, "kenh", limit=3)) == 3
