"""Search without marks: "ke hoach" finds "Kế hoạch", đ is d, and what was typed exactly stands first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.office import Office
from desktop.usecases.search_records import search_records
from tests.helpers.network import make_network


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    network = make_network(tmp_path)
    yield network["X1"]
    network.close()


def titles(office: Office, text: str) -> list[str]:
    return [hit.title for hit in search_records(office, text) if hit.table == "task"]


@pytest.mark.parametrize(
    "typed", ["ke hoach", "Ke hoạch", "KẾ HOẠCH", "kế hoạch", "hoach ke", "ke\u0302\u0301 hoach"]
)
def test_marks_and_case_do_not_matter(office: Office, typed: str) -> None:
    """Typed with marks, without, or half, composed or not: the same row is found."""
    add_record(office, Task(title="Ban hành Kế hoạch năm 2022"))
    add_record(office, Task(title="Làm đường"))
    assert titles(office, typed) == ["Ban hành Kế hoạch năm 2022"]


def test_d_with_and_without_stroke_is_one_letter(office: Office) -> None:
    """Người gõ "duong dat" tìm thấy "Đường đất"."""
    add_record(office, Task(title="Đường đất ấp Mỹ Tân"))
    assert titles(office, "duong dat") == titles(office, "đường đất") == ["Đường đất ấp Mỹ Tân"]


def test_what_was_typed_exactly_stands_first(office: Office) -> None:
    """Of "đường", "dương" and "dưỡng" the one that was typed comes first."""
    for title in ("Trại dưỡng lão", "Làm đường", "Trồng hướng dương"):
        add_record(office, Task(title=title))
    assert titles(office, "đường")[0] == "Làm đường"
    assert titles(office, "dương")[0] == "Trồng hướng dương"
    assert set(titles(office, "duong")) == {"Trại dưỡng lão", "Làm đường", "Trồng hướng dương"}


def test_the_search_follows_edits_and_imports(office: Office, tmp_path: Path) -> None:
    """A row is found by what it says now, also one that came in a bundle; deleted rows are not found."""
    network = make_network(tmp_path / "other")
    task = add_record(network["X1"], Task(title="Kế hoạch cũ"))
    network.send("X1", "H")
    assert titles(network["H"], "ke hoach cu") == ["Kế hoạch cũ"]
    change_fields(network["X1"], Task, task.id, {"title": "Đề án mới"})
    network.send("X1", "H")
    for name in ("X1", "H"):
        assert titles(network[name], "ke hoach") == []
        assert titles(network[name], "de an moi") == ["Đề án mới"]
    delete_record(network["X1"], network["X1"].store.get(Task, task.id))
    network.send("X1", "H")
    assert titles(network["H"], "de an moi") == []
    network.close()
