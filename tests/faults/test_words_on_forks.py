"""Copied and rolled-back computers where several offices have a say: two of its computers, or two levels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.domain.scopes import office_scope
from desktop.store.forking import known_forks
from desktop.usecases.check_database import check_database
from desktop.usecases.conflicts import choose, list_conflicts
from desktop.usecases.edit_records import change_fields
from desktop.usecases.parking import list_parked
from tests.faults.test_copied_computers import add_task, image_of, put_back, second_computer, titles
from tests.helpers.dumps import shared_state
from tests.helpers.network import (
    COMMUNE_X,
    COMPUTERS,
    DISTRICT,
    PROVINCE,
    Network,
    everybody_sends,
    make_network,
)
from tests.helpers.offices import no_progress

ABOUT_X = office_scope(DISTRICT, COMMUNE_X)


@pytest.fixture
def two_at_the_office(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path, computers={**COMPUTERS, "H2": DISTRICT})
    yield made
    made.close()


@pytest.fixture
def three_levels(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path, computers={**COMPUTERS, "P": PROVINCE})
    yield made
    made.close()


def write(network: Network, title: str, scope: str = DISTRICT) -> None:
    with network["H"].store.work(user="h", label="add_record") as work:
        work.add(Task(scope=scope, title=title))


def undecided(network: Network, name: str) -> int:
    return sum(one.code is Code.E_FORK for one in list_parked(network[name]))


def agree(network: Network, scope: str, *names: str) -> None:
    """All hold the same of a scope, no fork waits to be decided, and every database is sound."""
    for name in names:
        assert shared_state(network[name].store, scope) == shared_state(network[names[0]].store, scope), name
        assert undecided(network, name) == 0, name
        assert check_database(network[name], no_progress).findings == []


def test_two_computers_of_an_office_that_said_different_words_come_to_one_mind(
    two_at_the_office: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kept another branch; the commune settles its conflict once, and it stays settled everywhere."""
    network = two_at_the_office
    task = add_task(network["X1"], "Trước khi chép máy")
    everybody_sends(network, 2)
    copy = second_computer(network, monkeypatch, image_of(network, "X1"))
    for name, note in (("X1", "1"), (copy, "2")):
        add_task(network[name], f"Máy {note}")
        change_fields(network[name], Task, task.id, {"note": note})
    first, second = network.export("X1"), network.export(copy)
    assert [one.code for one in network.deliver(first, "H")] == [Code.OK]
    assert [one.code for one in network.deliver(second, "H2")] == [Code.OK]
    assert [one.code for one in network.deliver(second, "H")] == [Code.E_FORK]
    assert [one.code for one in network.deliver(first, "H2")] == [Code.E_FORK]
    everybody_sends(network, 4)
    assert {fork.h for fork in known_forks(network["H"].store)} == {
        fork.h for fork in known_forks(network["H2"].store)
    }
    assert len(known_forks(network["H"].store)) == 2, "each has said its word and heard the other's"
    (conflict,) = list_conflicts(network["X1"])
    choose(network["X1"], conflict, next(one for one in conflict.alternatives if not one.is_shown))
    everybody_sends(network, 2)
    holders = ("H", "H2", "X1", "X2", copy)
    agree(network, COMMUNE_X, *holders)
    for name in holders:
        assert titles(network[name]) == {"Trước khi chép máy", "Máy 1", "Máy 2"}, name
        assert list_conflicts(network[name]) == [], name


def test_what_comes_late_under_the_old_name_is_renamed_by_the_office_alone(
    two_at_the_office: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copied computer that heard of no word brings its branch after the colleague's computer is gone."""
    network = two_at_the_office
    add_task(network["X1"], "Trước khi chép máy")
    everybody_sends(network, 2)
    copy = second_computer(network, monkeypatch, image_of(network, "X1"))
    add_task(network["X1"], "Máy 1")
    add_task(network[copy], "Máy 2")
    network.deliver(network.export("X1"), "H")
    network.deliver(network.export(copy), "H2")
    network.deliver(network.export(copy), "H")  # refused: the office's word
    network.deliver(network.export("X1"), "H2")
    network.send("H", "H2")
    network.send("H2", "H")
    assert len(known_forks(network["H"].store)) == 2
    network["H2"].close()
    del network.offices["H2"]
    network.send(copy, "H")
    everybody_sends(network, 4)
    agree(network, COMMUNE_X, "H", "X1", "X2", copy)
    assert titles(network["H"]) == {"Trước khi chép máy", "Máy 1", "Máy 2"}


def test_a_fork_that_province_and_district_decide_differently_stops_nobody(
    three_levels: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The district sent one branch up, lost it with its disk and met the other: all reach the province."""
    network = three_levels
    add_task(network["X1"], "Trước khi chép máy")
    everybody_sends(network, 2)
    copy = second_computer(network, monkeypatch, image_of(network, "X1"))
    add_task(network["X1"], "Máy 1")
    add_task(network[copy], "Máy 2")
    image = image_of(network, "H")
    network.send("X1", "H")
    network.send("H", "P")
    assert "Máy 1" in titles(network["P"])
    put_back(network, "H", image)
    assert network.send(copy, "H") == [Code.OK]
    everybody_sends(network, 4)
    add_task(network["Y"], "Việc của xã khác")
    everybody_sends(network, 2)
    agree(network, COMMUNE_X, "P", "H", "X1", "X2", copy)
    assert titles(network["P"]) == {"Trước khi chép máy", "Máy 1", "Máy 2", "Việc của xã khác"}


@pytest.mark.parametrize(
    "names", [COMPUTERS, {**COMPUTERS, "P": PROVINCE}], ids=["topmost", "below a province"]
)
def test_a_rolled_back_office_is_read_again_by_its_communes(tmp_path: Path, names: dict[str, str]) -> None:
    """What it wrote and sent was forgotten with its disk; its communes take what it writes now."""
    network = make_network(tmp_path, computers=names)
    write(network, "Nhận xét trước", ABOUT_X)
    write(network, "Chương trình 1")
    everybody_sends(network, 2)
    image = image_of(network, "H")
    write(network, "Nhận xét hôm qua, đã gửi", ABOUT_X)
    write(network, "Chương trình hôm qua, đã gửi")
    network.send("H", "X1", "X2")
    put_back(network, "H", image)
    write(network, "Nhận xét hôm nay", ABOUT_X)
    write(network, "Chương trình hôm nay")
    everybody_sends(network, 4)
    write(network, "Chương trình 2")
    everybody_sends(network, 1)
    today = {"Nhận xét hôm nay", "Chương trình hôm nay", "Chương trình 2"}
    for name in ("X1", "X2"):
        assert today | {"Nhận xét hôm qua, đã gửi", "Chương trình hôm qua, đã gửi"} <= titles(network[name])
    assert "Chương trình 2" in titles(network["Y"])
    assert {undecided(network, name) for name in names} == {0}
    network.close()
