"""The process is killed in the middle: the next start asks nothing, and what was shown as saved is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.store.checking import check_store
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import open_office
from tests.helpers.dumps import shared_state
from tests.helpers.network import Network
from tests.helpers.offices import DISTRICT, SampleYear, no_progress

ROOT = Path(__file__).parents[2]


@contextmanager
def victim(verb: str, folder: Path, *bundles: Path | str) -> Iterator[subprocess.Popen[str]]:
    """A process at work; killed without warning at the end of the block."""
    arguments = [verb, str(folder / "data"), str(folder / "profile"), *map(str, bundles)]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.victim", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    try:
        yield process
    finally:
        process.kill()
        assert process.stdout is not None
        process.stdout.close()
        process.wait()


@pytest.mark.parametrize("lines", [1, 2, 5, 12])
def test_what_was_saved_is_there(network: Network, lines: int) -> None:
    """Killed while saving: every row that was told as saved stands there with its last word."""
    network["X1"].close()
    said: dict[str, str] = {}
    with victim("save", network.folder / "X1") as process:
        assert process.stdout is not None
        for _line in range(lines):
            record_id, _space, title = process.stdout.readline().strip().partition(" ")
            said[record_id] = title
    office = network.open("X1")
    assert check_store(office.store, no_progress) == []
    titles = {task.id: task.title for task in office.store.select(Task)}
    assert said.keys() <= titles.keys()
    # One action more may have been finished before the process ended, and it is whole.
    later = {record_id for record_id, title in titles.items() if said.get(record_id) != title}
    assert len(later) <= 1 + len(titles) - len(said)
    assert all(title.startswith(("Việc", "Đã sửa")) for title in titles.values())
    network.send("X1", "H")
    assert len(network["H"].store.select(Task)) == len(titles)


@pytest.mark.parametrize("signs", [1, 3, 6, 9])
def test_an_import_is_whole_or_not_at_all(own_sample_year: SampleYear, signs: int) -> None:
    """Killed while importing: the bundle is here or not, and taking it again makes all well."""
    year = own_sample_year
    for code in year.codes[:2]:
        office = year.open(code)
        export_bundles(office, year.stick, no_progress)
        office.close()
    bundles = sorted(year.stick.glob("*.goi"))
    with victim("import", year.folder / DISTRICT, *bundles) as process:
        assert process.stdout is not None
        for _sign in range(signs):
            process.stdout.readline()
    district = year.open(DISTRICT)
    assert check_store(district.store, no_progress) == []
    for code in year.codes[:2]:
        commune = year.open(code)
        held = shared_state(district.store, commune.unit_id)
        assert held == shared_state(commune.store, commune.unit_id) or not any(held.values())
        commune.close()
    outcomes = import_bundles(district, bundles, no_progress)
    assert {outcome.code for outcome in outcomes} <= {Code.OK, Code.OK_DUP}
    assert not list((district.store.folder / "inbox" / "spool").iterdir())
    for code in year.codes[:2]:
        commune = year.open(code)
        assert shared_state(district.store, commune.unit_id) == shared_state(commune.store, commune.unit_id)
        commune.close()
    district.close()


@pytest.mark.parametrize("lines", [1, 2])
def test_an_undone_import_is_undone_whole_or_not_at_all(network: Network, lines: int) -> None:
    """Killed while undoing, or right after: the bundle is here or gone, and can be undone or taken again."""
    for number in range(200):
        add_record(network["X1"], Task(title=f"Việc {number}"))
    sent = network.export("X1")
    before = shared_state(network["H"].store)
    network.deliver(sent, "H")
    taken = shared_state(network["H"].store)
    network["H"].close()
    with victim("undo", network.folder / "H", sent[0].bundle) as process:
        assert process.stdout is not None
        for _line in range(lines):
            process.stdout.readline()
    district = network.open("H")
    state = shared_state(district.store)
    assert state == before or (lines == 1 and state == taken)
    assert check_store(district.store, no_progress) == []
    if state == before:
        assert network.deliver(sent, "H")[0].code is Code.OK
        assert shared_state(district.store) == taken


def test_a_database_left_by_a_killed_process_moves(network: Network, tmp_path: Path) -> None:
    """Copied with its write-ahead log, as a clerk would copy the folder, it opens with everything."""
    network["X1"].close()
    with victim("save", network.folder / "X1") as process:
        assert process.stdout is not None
        record_id = process.stdout.readline().split()[0]
    shutil.copytree(network.folder / "X1", tmp_path / "moved")
    office = open_office(tmp_path / "moved" / "data", tmp_path / "moved" / "profile")
    assert office.store.get(Task, record_id).id == record_id
    office.close()
