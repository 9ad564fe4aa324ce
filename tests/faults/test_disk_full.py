"""The disk fills up at any moment: told in words, nothing is lost, and work goes on once there is room."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office, open_office
from desktop.usecases.refusals import as_refusal
from tests.faults.conftest import Amount, Tally
from tests.faults.cuts import digest, sound
from tests.helpers.media import grow, small_disk
from tests.helpers.network import make_network
from tests.helpers.offices import no_progress
from tests.helpers.power_cut import read_files, write_files

STEP = 64 * 1024
ROOM = 64 * 1024 * 1024
LONG_TEXT = "Kế hoạch nông thôn mới. " * 150

Work = Callable[[Office, Path], None]


def save(office: Office, _place: Path) -> None:
    for number in range(30):
        add_record(office, Task(title=f"Việc {number}", note=LONG_TEXT))


def receive(office: Office, place: Path) -> None:
    (outcome,) = import_bundles(office, [place / "stick" / "a.goi"], no_progress)
    if outcome.error is not None:
        raise outcome.error


def send(office: Office, place: Path) -> None:
    export_bundles(office, place / "out", no_progress)


def back_up(office: Office, _place: Path) -> None:
    office.store.back_up("hand")


WORKS: dict[str, tuple[str, Work]] = {
    "save": ("X1", save),
    "import": ("H", receive),
    "export": ("X1", send),
    "backup": ("X1", back_up),
}


def prepared(folder: Path, name: str) -> Path:
    """An office with something to send, to take and to copy."""
    network = make_network(folder)
    for number in range(60):
        add_record(network["X1"], Task(title=f"Việc {number}", note=LONG_TEXT + str(number * 7919)))
    (folder / name / "stick").mkdir()
    shutil.copy(network.export("X1")[0].path, folder / name / "stick" / "a.goi")
    network.close()
    return folder / name


def attempt(office: Office, work: Work, place: Path) -> Code | None:
    """Do it as a job of the window does; the code of a refusal."""
    try:
        work(office, place)
    except Exception as error:  # noqa: BLE001 - the outermost wall of a job
        return as_refusal(error).code
    return None


@pytest.mark.parametrize("name", WORKS)
def test_fault_08_a_full_disk_is_told_and_the_work_goes_on_when_there_is_room(
    name: str, quick_folder: Path, tmp_path: Path, amount: Amount, tally: Tally
) -> None:
    """From no room at all, a step more each time, until the work fits."""
    who, work = WORKS[name]
    files = read_files(prepared(quick_folder / "offices", who))
    used = sum((len(content) // 4096 + 1) * 4096 for content in files.values())
    refusals: set[Code] = set()
    tried, free = 0, 0
    while True:
        tried += 1
        with small_disk(tmp_path / "disk", used + free) as place:
            write_files(files, place)
            code = _tried_on(place, work)
        if code is None:
            break
        refusals.add(code)
        free += STEP * (amount(4, 1) if free >= 4 * STEP else 1)
    tally(f"disk full: {name}", tried=tried)
    assert refusals <= {Code.E_SPACE, Code.E_IO}
    assert Code.E_SPACE in refusals
    assert tried > 1


def _tried_on(place: Path, work: Work) -> Code | None:
    """The code of the refusal, after which the data is whole and the same work is done with more room."""
    try:
        office = open_office(place / "data", place / "profile")
    except SoSenError as refusal:
        grow(place, ROOM)
        office = open_office(place / "data", place / "profile")
        code: Code | None = refusal.code
    else:
        code = attempt(office, work, place)
    grow(place, ROOM)
    held = sound(office)
    assert not [path for path in place.rglob("*.part") if path.is_file()]
    office.close()
    office = open_office(place / "data", place / "profile")
    assert digest(office.store.connection) == held
    if code is not None:
        assert attempt(office, work, place) is None
    sound(office)
    office.close()
    return code
