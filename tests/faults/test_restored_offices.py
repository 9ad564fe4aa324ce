"""An office goes back to a backup: what it had written and sent by then comes back."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.domain.scopes import office_scope
from desktop.usecases import return_originals
from desktop.usecases.conflicts import list_conflicts
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import bundle_files, import_bundles
from desktop.usecases.outbox import bundles_with_copy, copy_of, outbox
from desktop.usecases.parking import NextStep, list_parked
from desktop.usecases.receive_bundles import take_bundles
from desktop.usecases.tend_data import tend_data
from tests.faults.test_copied_computers import titles
from tests.faults.test_words_on_forks import ABOUT_X, write
from tests.helpers.dumps import shared_state
from tests.helpers.network import (
    COMMUNE_X,
    COMMUNE_Y,
    COMPUTERS,
    DISTRICT,
    PROVINCE,
    Network,
    everybody_sends,
    make_network,
)
from tests.helpers.offices import no_progress


def note_about_x(network: Network) -> Task:
    with network["H"].store.work(user="h", label="add_record") as work:
        task = work.add(Task(scope=ABOUT_X, title="Nhận xét", note="cũ"))
        assert isinstance(task, Task)
        return task


def test_what_the_office_sent_returns_from_its_own_outbox_at_the_next_start(network: Network) -> None:
    """Also what a commune was told; so the commune never has two values of which nobody may choose one."""
    task = note_about_x(network)
    everybody_sends(network, 2)
    network["H"].store.back_up("day")
    change_fields(network["H"], Task, task.id, {"note": "mới"})
    write(network, "Chương trình, đã gửi")
    everybody_sends(network, 1)
    network.go_back("H")
    assert "Chương trình, đã gửi" not in titles(network["H"])
    tend_data(network["H"], no_progress)
    assert "Chương trình, đã gửi" in titles(network["H"])
    assert network["H"].store.get(Task, task.id).note == "mới"
    change_fields(network["H"], Task, task.id, {"note": "sau khi phục hồi"})
    everybody_sends(network, 2)
    for name in ("H", "X1", "X2"):
        assert network[name].store.get(Task, task.id).note == "sau khi phục hồi"
        assert list_conflicts(network[name]) == [], name


def test_what_the_office_sent_waits_for_a_commune_s_work_that_it_was_built_on(network: Network) -> None:
    """The copy in the outbox holds more than the office's own: what it passed on is gone from the backup.

    It is kept aside with its reason, and taken by itself with the commune's next bundle.
    """
    everybody_sends(network, 2)
    network["H"].store.back_up("day")
    add_record(network["X1"], Task(title="Việc của xã"))
    everybody_sends(network, 1)
    task = note_about_x(network)
    assert network.send("H", "X1", "X2") == [Code.OK, Code.OK]
    network.go_back("H")
    district = network["H"]
    tend_data(district, no_progress)
    (line,) = list_parked(district)
    assert (line.code, line.next_step, line.unit) == (Code.E_GAP, NextStep.WAIT, DISTRICT)
    assert "Nhận xét" not in titles(district)
    network.export("H")
    assert [one.id for one in list_parked(district)] == [line.id], "it is not lost with the outbox"
    network.send("H", "X1")  # what the office has, so that the commune starts earlier
    taken = take_bundles(district, [one.path for one in network.export("X1")], no_progress)
    assert [one.was_parked for one in taken] == [False, True]
    assert {"Việc của xã", "Nhận xét"} <= titles(district)
    assert list_parked(district) == []
    change_fields(district, Task, task.id, {"note": "sau khi phục hồi"})
    everybody_sends(network, 2)
    for name in ("H", "X1", "X2"):
        assert network[name].store.get(Task, task.id).note == "sau khi phục hồi"
        assert list_conflicts(network[name]) == [], name
        for scope in (COMMUNE_X, DISTRICT, ABOUT_X):
            assert shared_state(network[name].store, scope) == shared_state(district.store, scope)


def test_writing_out_takes_the_outbox_first_and_never_removes_the_last_copy(network: Network) -> None:
    """Whoever writes out before the start's work was done loses nothing either."""
    write(network, "một")
    everybody_sends(network, 1)
    network["H"].store.back_up("day")
    write(network, "hai, đã gửi")
    network.export("H")
    write(network, "ba, đã gửi")
    network.export("H")
    network.go_back("H")
    network.export("H")
    assert {"một", "hai, đã gửi", "ba, đã gửi"} <= titles(network["H"])
    for _time in range(3):
        network.export("H")
    assert len(bundles_with_copy(network["H"])) == 2 * 3, "the newest three for each unit"


def test_a_copy_of_which_the_writing_was_interrupted_goes(network: Network) -> None:
    """It holds nothing that is not here, and must not lie there for ever."""
    write(network, "một")
    network.export("H")
    whole = next(iter(bundles_with_copy(network["H"])))
    torn = outbox(network["H"]) / f"{'f' * 32}.copy"
    torn.write_bytes(copy_of(network["H"], whole).read_bytes()[:500])
    network.export("H")
    assert not torn.exists()


def test_the_old_stick_is_read_although_newer_bundles_were_written_since(
    network: Network, tmp_path: Path
) -> None:
    """After a restore with an empty outbox another stick is written first: numbers say nothing."""
    write(network, "một")
    network.send("H", "X1", "Y")
    network["H"].store.back_up("day")
    write(network, "hai, trên USB cũ")
    old = tmp_path / "old stick"
    sent = export_bundles(network["H"], old, no_progress)
    network.go_back("H")
    for one in sent:
        copy_of(network["H"], one.bundle).unlink()
    for _time in range(3):
        export_bundles(network["H"], tmp_path / "new stick", no_progress)
    assert "hai, trên USB cũ" not in titles(network["H"])
    export_bundles(network["H"], old, no_progress)
    assert "hai, trên USB cũ" in titles(network["H"])


def test_own_bundles_that_tell_nothing_new_are_opened_once(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing to a stick with bundles of before the restore does not open them each time."""
    write(network, "một")
    network["H"].store.back_up("day")
    export_bundles(network["H"], tmp_path / "stick", no_progress)
    network.go_back("H")
    tend_data(network["H"], no_progress)
    export_bundles(network["H"], tmp_path / "stick", no_progress)

    def opened(*_: object) -> list[object]:
        raise AssertionError("opened once more")

    monkeypatch.setattr("desktop.usecases.own_bundles.import_bundles", opened)
    export_bundles(network["H"], tmp_path / "stick", no_progress)


def carry(network: Network, sender: str, receiver: str, stick: Path) -> list[Code]:
    """Write to a stick, and take in at another computer whatever lies on it for its unit."""
    export_bundles(network[sender], stick, no_progress)
    files = bundle_files(network[receiver], [stick])
    return [outcome.code for outcome in import_bundles(network[receiver], files, no_progress)]


def test_a_burnt_office_gets_back_from_a_commune_what_it_had_sent_it(
    network: Network, tmp_path: Path
) -> None:
    """Disk, outbox and sticks are gone, a backup is left: the commune kept the office's sealed bundles."""
    task = note_about_x(network)
    everybody_sends(network, 2)
    network["H"].store.back_up("day")
    for note in ("mới", "mới hơn"):  # in two bundles, the second building on the first
        change_fields(network["H"], Task, task.id, {"note": note})
        write(network, f"Chương trình {note}")
        everybody_sends(network, 1)
    network.go_back("H")
    for bundle in bundles_with_copy(network["H"]):
        copy_of(network["H"], bundle).unlink()
    carry(network, "H", "X1", tmp_path / "to X")
    back = tmp_path / "back"
    carry(network, "X1", "H", back)
    assert {"Chương trình mới", "Chương trình mới hơn"} <= titles(network["H"])
    assert network["H"].store.get(Task, task.id).note == "mới hơn"
    files = sorted(back.iterdir())
    export_bundles(network["X1"], back, no_progress)
    assert len(list(back.iterdir())) == len(files) + 1, "what lies there already is not written twice"
    change_fields(network["H"], Task, task.id, {"note": "sau khi phục hồi"})
    everybody_sends(network, 2)
    assert list_conflicts(network["X1"]) == []
    export_bundles(network["X1"], tmp_path / "later", no_progress)
    assert len(list((tmp_path / "later").iterdir())) == 1, (
        "the office says that it has it: no more is carried"
    )


def commune_of_a_burnt_office(network: Network, stick: Path) -> None:
    """X1 knows that the office lacks one of the bundles that it kept of it."""
    write(network, "một")
    everybody_sends(network, 2)
    network["H"].store.back_up("day")
    write(network, "hai")
    everybody_sends(network, 1)
    network.go_back("H")
    for bundle in bundles_with_copy(network["H"]):
        copy_of(network["H"], bundle).unlink()
    carry(network, "H", "X1", stick)


def test_a_stick_pulled_out_while_old_bundles_go_along_takes_nothing_from_the_new_one(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That one was read back before and counts as sent; the others go along the next time."""
    commune_of_a_burnt_office(network, tmp_path / "to X")

    def pulled(*_asked: object) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(return_originals, "_is_there", pulled)
    (sent,) = export_bundles(network["X1"], tmp_path / "back", no_progress)
    assert list((tmp_path / "back").iterdir()) == [sent.path]
    monkeypatch.undo()
    export_bundles(network["X1"], tmp_path / "later", no_progress)
    assert len(list((tmp_path / "later").iterdir())) == 2


def test_a_name_in_the_log_leads_out_of_no_folder(network: Network, tmp_path: Path) -> None:
    """A log that came with a backup may say anything."""
    commune_of_a_burnt_office(network, tmp_path / "to X")
    with network["X1"].store.writing() as connection:
        connection.execute("UPDATE sync_log SET file_name = '../../' || file_name WHERE is_outgoing = 0")
    before = set(tmp_path.iterdir())
    export_bundles(network["X1"], tmp_path / "sticks" / "back", no_progress)
    assert set(tmp_path.iterdir()) - before == {tmp_path / "sticks"}
    assert [one.name for one in (tmp_path / "sticks").iterdir()] == ["back"]
    assert len(list((tmp_path / "sticks" / "back").iterdir())) == 2


def test_an_office_that_lacks_nothing_gets_no_old_bundles(network: Network, tmp_path: Path) -> None:
    """Also where it wrote since what the commune has not seen."""
    write(network, "một")
    everybody_sends(network, 2)
    write(network, "hai")
    network.send("H", "X1")
    export_bundles(network["X1"], tmp_path / "stick", no_progress)
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_what_a_district_wrote_about_a_commune_comes_back_from_the_province(tmp_path: Path) -> None:
    """It goes up with the rest (sync.md 6.5), so a district without outbox and sticks gets it back."""
    network = make_network(tmp_path, computers={**COMPUTERS, "P": PROVINCE})
    task = note_about_x(network)
    everybody_sends(network, 2)
    network["H"].store.back_up("day")
    change_fields(network["H"], Task, task.id, {"note": "mới"})
    everybody_sends(network, 2)
    assert network["P"].store.get(Task, task.id).note == "mới"
    network.go_back("H")
    for bundle in bundles_with_copy(network["H"]):
        copy_of(network["H"], bundle).unlink()
    assert network["H"].store.get(Task, task.id).note == "cũ"
    everybody_sends(network, 2)
    assert network["H"].store.get(Task, task.id).note == "mới"
    about_y = office_scope(DISTRICT, COMMUNE_Y)
    write(network, "Nhận xét xã Y", about_y)
    everybody_sends(network, 2)
    assert "Nhận xét xã Y" in titles(network["P"])
    assert "Nhận xét xã Y" not in titles(network["X1"]), "another commune does not read it"
    assert network.send("H", "Y") == [Code.OK_DUP]
    network.close()
