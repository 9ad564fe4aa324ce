"""A whole import undone: everything as before, the bundle can be taken again, or a sentence why not."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.store import take_back
from desktop.store.checking import check_store
from desktop.store.history import record_history
from desktop.store.peers import bundle_log, logged, peer, registry_bytes
from desktop.usecases import export_bundle, return_bundle
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.evidence import attach_evidence
from desktop.usecases.export_bundle import SentBundle
from desktop.usecases.import_bundle import import_bundles, kept_original
from desktop.usecases.office import Office
from desktop.usecases.receipts import SentState, receipt_to_give, standings
from desktop.usecases.undo_import import can_undo_import, undo_hindrance, undo_import
from tests.helpers.dumps import Dump, shared_state, whole_dump
from tests.helpers.network import DISTRICT, Network
from tests.helpers.offices import no_progress


def state(office: Office) -> Dump:
    """All that an import may touch; the log keeps its line, SQLite its counters, and nothing else."""
    return whole_dump(office.store, without=("sync_log", "meta", "sqlite_sequence"))


def files_of(office: Office) -> set[str]:
    return {
        str(Path(folder) / name)
        for folder, _folders, names in os.walk(office.store.folder)
        for name in names
        if not name.startswith("sosen.db")
    }


def bundle_for_district(network: Network, name: str = "X1") -> SentBundle:
    return next(sent for sent in network.export(name) if sent.unit == DISTRICT)


def take(office: Office, sent: SentBundle) -> Code:
    return import_bundles(office, [sent.path], no_progress)[0].code


def first_snapshot(network: Network) -> None:
    """A commune never heard of: everything in it is new."""
    for title in ("Đường", "Cầu"):
        add_record(network["X1"], Task(title=title))


def changed_rows(network: Network) -> None:
    """Rows that are here: a title, a deadline, a deleted row, and one that is new."""
    tasks = [add_record(network["X1"], Task(title=title)) for title in ("Đường", "Cầu", "Trạm")]
    network.send("X1", "H")
    change_fields(network["X1"], Task, tasks[0].id, {"title": "Đường ấp", "budget": 5})
    change_fields(network["X1"], Task, tasks[1].id, {"note": "chờ", "is_key_task": True})
    delete_record(network["X1"], tasks[2])
    add_record(network["X1"], Task(title="Trường"))


def dispute(network: Network) -> None:
    """Two computers of the commune wrote the same fields: the general merge."""
    task = add_record(network["X1"], Task(title="Đường"))
    network.settle()
    change_fields(network["X2"], Task, task.id, {"title": "Của máy 2", "note": "2"})
    network.send("X2", "H")
    change_fields(network["X1"], Task, task.id, {"title": "Của máy 1", "measure": "km"})


def newer_program(network: Network) -> None:
    """A table and a field that this version does not know, here already and changed once more."""
    store = network["X1"].store
    task = add_record(network["X1"], Task(title="Đường"))
    stamps = '[[1,{n},1767225600000,{{".":1,"name":"{name}"}}]]'
    row = ("hamlet", "ab" * 16, network["X1"].unit_id, stamps.format(n=1, name="Ấp 1"))
    store.connection.execute("INSERT INTO other_row VALUES (?, ?, ?, ?)", row)
    store.connection.execute("INSERT INTO sync_dot VALUES (1, 1, 'hamlet', ?)", ("ab" * 16,))
    network.send("X1", "H")
    with store.work(user="x", label="x") as work:
        work.write("task", task.id, {"colour": "đỏ"})
    store.connection.execute("UPDATE other_row SET stamps = ?", (stamps.format(n=2, name="Ấp 2"),))
    store.connection.execute("INSERT INTO sync_dot VALUES (1, 2, 'hamlet', ?)", ("ab" * 16,))


@pytest.mark.parametrize("prepare", [first_snapshot, changed_rows, dispute, newer_program])
def test_everything_is_as_before_and_comes_again(
    network: Network, prepare: Callable[[Network], None]
) -> None:
    """Tables and files are equal before and after; the same bundle is taken again, with the same result."""
    prepare(network)
    district = network["H"]
    before, files = state(district), files_of(district)
    sent = bundle_for_district(network)
    assert take(district, sent) is Code.OK
    shared = shared_state(district.store)
    assert state(district)["task"] != before["task"]
    assert can_undo_import(district, sent.bundle)
    undone = undo_import(district, sent.bundle)
    assert "task" in undone.tables
    assert state(district) == before
    assert files_of(district) == files
    assert check_store(district.store, no_progress) == []
    line = logged(district.store, sent.bundle)
    assert line is not None
    assert line.code is Code.UNDONE
    assert not can_undo_import(district, sent.bundle), "it is undone already"
    assert take(district, sent) is Code.OK
    assert shared_state(district.store) == shared
    assert check_store(district.store, no_progress) == []


def test_the_next_bundle_brings_the_undone_part_again(network: Network) -> None:
    """Whoever sent it learns from the next receipt that it is not here, and needs to do nothing for it."""
    changed_rows(network)
    sent = bundle_for_district(network)
    take(network["H"], sent)
    undo_import(network["H"], sent.bundle)
    network.send("H", "X1")
    add_record(network["X1"], Task(title="Sau đó"))
    assert network.send("X1", "H") == [Code.OK]
    scope = network["X1"].unit_id
    assert shared_state(network["H"].store, scope) == shared_state(network["X1"].store, scope)


def test_without_a_receipt_the_next_bundle_brings_it_too(network: Network) -> None:
    """The sender has not been told of the import, so its next bundle holds all of it anyway."""
    changed_rows(network)
    sent = bundle_for_district(network)
    take(network["H"], sent)
    undo_import(network["H"], sent.bundle)
    add_record(network["X1"], Task(title="Sau đó"))
    assert network.send("X1", "H") == [Code.OK]
    scope = network["X1"].unit_id
    assert shared_state(network["H"].store, scope) == shared_state(network["X1"].store, scope)


def test_a_bundle_that_told_nothing_new_is_not_here_after_the_undo_either(network: Network) -> None:
    """Written twice, taken twice, the first undone: the second brings the work, and no receipt lies."""
    commune, district = network["X1"], network["H"]
    first_snapshot(network)
    first, second = bundle_for_district(network), bundle_for_district(network)
    assert [take(district, sent) for sent in (first, second)] == [Code.OK, Code.OK_DUP]
    undo_import(district, first.bundle)
    line = logged(district.store, second.bundle)
    assert line is not None
    assert receipt_to_give(line, DISTRICT) == "", "nobody is told on the telephone that it was taken"
    network.send("H", "X1")
    told = standings(bundle_log(commune.store))
    assert {told[sent.bundle].state for sent in (first, second)} == {SentState.REFUSED}
    assert take(district, second) is Code.OK
    assert {task.title for task in district.store.select(Task)} == {"Đường", "Cầu"}
    assert take(district, second) is Code.OK_DUP


def test_a_bundle_of_work_that_stays_is_taken_still(network: Network) -> None:
    """Only what the undone import had brought is undone: the receipts of earlier work stand."""
    first_snapshot(network)
    first, again = bundle_for_district(network), bundle_for_district(network)
    district = network["H"]
    assert [take(district, sent) for sent in (first, again)] == [Code.OK, Code.OK_DUP]
    add_record(network["X1"], Task(title="Trạm"))
    later = bundle_for_district(network)
    take(district, later)
    undo_import(district, later.bundle)
    line = logged(district.store, again.bundle)
    assert line is not None
    assert line.code is Code.OK_DUP
    assert [take(district, sent) for sent in (first, again, later)] == [Code.OK_DUP, Code.OK_DUP, Code.OK]


def test_each_bundle_of_a_lot_brings_the_work_after_the_undo(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files in two bundles that carry the same rows: the second alone is enough to have the work back."""
    for module in (return_bundle, export_bundle):
        monkeypatch.setattr(module, "MOST_BLOB_BYTES", 20)
    task = add_record(network["X1"], Task(title="Đường"))
    for number in range(2):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(b"%PDF-1.4 page " + str(number).encode())
        attach_evidence(network["X1"], task.id, path, no_progress)
    first, second = network.export("X1")
    district = network["H"]
    assert [take(district, sent) for sent in (first, second)] == [Code.OK, Code.OK_DUP]
    undo_import(district, first.bundle)
    assert take(district, second) is Code.OK
    assert [task.title for task in district.store.select(Task)] == ["Đường"]


def test_imports_are_undone_from_the_last_back(network: Network) -> None:
    """While a later bundle of the same unit is here the earlier one stays; after it goes, both can go."""
    before = state(network["H"])
    bundles = []
    for title in ("Một", "Hai"):
        add_record(network["X1"], Task(title=title))
        bundles.append(bundle_for_district(network))
        take(network["H"], bundles[-1])
    refusal = undo_hindrance(network["H"], bundles[0].bundle)
    assert refusal is not None
    assert (refusal.params["reason"], refusal.params["unit_name"]) == ("received", "Phú Điền")
    for sent in reversed(bundles):
        undo_import(network["H"], sent.bundle)
    assert state(network["H"]) == before


def test_an_import_is_undone_although_somebody_holds_its_original(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data is as before, and the next bundle is taken: what lies about is cleared away some day."""
    office, before = network["H"], state(network["H"])
    add_record(network["X1"], Task(title="Một"))
    sent = bundle_for_district(network)
    assert take(office, sent) is Code.OK
    original, removed = kept_original(office, sent.bundle), Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path == original:
            raise PermissionError("in use")
        removed(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", held)
        undo_import(office, sent.bundle)
        assert state(office) == before
        assert take(office, bundle_for_district(network)) is Code.OK
    assert original.exists()
    take(office, bundle_for_district(network))
    assert not original.exists()


def test_bundles_of_other_units_do_not_matter(network: Network) -> None:
    """Each unit writes its own scopes: what came from Hưng Thạnh since stays, and stands in nobody's way."""
    add_record(network["X1"], Task(title="Phú Điền"))
    add_record(network["Y"], Task(title="Hưng Thạnh"))
    sent = bundle_for_district(network)
    take(network["H"], sent)
    network.send("Y", "H")
    undo_import(network["H"], sent.bundle)
    assert [task.title for task in network["H"].store.select(Task)] == ["Hưng Thạnh"]
    assert peer(network["H"].store, network["X1"].keys.device) is None
    assert check_store(network["H"].store, no_progress) == []


def test_after_own_writing_it_is_refused(network: Network) -> None:
    """At the commune: a bundle brought the other computer's rows, then somebody wrote; the name is told."""
    add_record(network["X2"], Task(title="Máy 2"))
    sent = network.export("X2")[0]
    take(network["X1"], sent)
    add_record(network["X1"], Task(title="Máy 1"))
    before = whole_dump(network["X1"].store)
    with pytest.raises(SoSenError) as refusal:
        undo_import(network["X1"], sent.bundle)
    assert refusal.value.code is Code.E_UNDO_IMPORT
    assert (refusal.value.params["reason"], refusal.value.params["user"]) == ("written", "clerk X1")
    assert whole_dump(network["X1"].store) == before


def test_after_a_receipt_to_the_sender_it_is_refused(network: Network) -> None:
    """A bundle to the commune says that its rows are here: it would not send them again."""
    add_record(network["X1"], Task(title="Đường"))
    sent = bundle_for_district(network)
    take(network["H"], sent)
    network.export("H")
    refusal = undo_hindrance(network["H"], sent.bundle)
    assert refusal is not None
    assert (refusal.params["reason"], refusal.params["unit_name"]) == ("sent", "Phú Điền")


def test_what_brought_nothing_cannot_be_undone(network: Network) -> None:
    """Never seen, or taken already from another stick."""
    add_record(network["X1"], Task(title="Đường"))
    first, second = bundle_for_district(network), bundle_for_district(network)
    take(network["H"], first)
    assert take(network["H"], second) is Code.OK_DUP
    for bundle in (second.bundle, "00" * 16):
        refusal = undo_hindrance(network["H"], bundle)
        assert refusal is not None
        assert refusal.params["reason"] == "none"
    assert can_undo_import(network["H"], first.bundle), "the second said nothing new of the same data"


def test_the_registry_never_goes_back(network: Network) -> None:
    """What the bundle brought of who may sign stays: a lost computer stays lost."""
    add_record(network["H"], Task(title="Hướng dẫn"))
    sent = next(one for one in network.export("H") if one.unit == network["X1"].unit_id)
    take(network["X1"], sent)
    held = registry_bytes(network["X1"].store)
    undo_import(network["X1"], sent.bundle)
    assert registry_bytes(network["X1"].store) == held


def test_the_history_does_not_tell_of_it(network: Network) -> None:
    """What was taken back was never shown as this office's word: the history is the one from before."""
    task = add_record(network["X1"], Task(title="Đường"))
    network.send("X1", "H")
    before = record_history(network["H"].store, task.id)
    change_fields(network["X1"], Task, task.id, {"title": "Cầu"})
    sent = bundle_for_district(network)
    take(network["H"], sent)
    assert record_history(network["H"].store, task.id) != before
    undo_import(network["H"], sent.bundle)
    assert record_history(network["H"].store, task.id) == before


def test_a_fault_half_way_leaves_the_import(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """Undoing is whole or not at all: after a full disk everything the bundle brought is still here."""
    changed_rows(network)
    sent = bundle_for_district(network)
    take(network["H"], sent)
    before, files = whole_dump(network["H"].store), files_of(network["H"])

    def full(*_args: object) -> None:
        raise SoSenError(Code.E_SPACE)

    monkeypatch.setattr(take_back, "restore_standing", full)
    with pytest.raises(SoSenError):
        undo_import(network["H"], sent.bundle)
    assert whole_dump(network["H"].store) == before
    assert files_of(network["H"]) == files


def test_an_original_left_by_a_killed_undo_goes_with_the_next_import(network: Network) -> None:
    """Killed between the transaction and the file: the file is cleared away, the data is right already."""
    add_record(network["X1"], Task(title="Đường"))
    sent = bundle_for_district(network)
    take(network["H"], sent)
    original = kept_original(network["H"], sent.bundle)
    content = original.read_bytes()
    undo_import(network["H"], sent.bundle)
    original.write_bytes(content)
    import_bundles(network["H"], [], no_progress)
    assert not original.exists()


def test_another_thread_s_writers_are_told(network: Network) -> None:
    """A connection that knew the writers of the undone bundle takes it again under their new numbers."""
    add_record(network["X1"], Task(title="Đường"))
    sent = bundle_for_district(network)
    take(network["H"], sent)

    def elsewhere() -> None:
        undo_import(network["H"], sent.bundle)
        network["H"].store.close()

    other = Thread(target=elsewhere)
    other.start()
    other.join()
    assert take(network["H"], sent) is Code.OK
    assert check_store(network["H"].store, no_progress) == []
    assert shared_state(network["H"].store) == shared_state(network["X1"].store)


# --- a large one: signs of progress, and stopping ------------------------------------------------------

ROWS = 3_000


@pytest.fixture
def large(network: Network) -> SentBundle:
    """A bundle that the district has taken, with 3,000 rows: half were here before and are changed."""
    scope = network["X1"].unit_id
    with network["X1"].store.work(user="x", label="x") as work:
        ids = [work.add(Task(scope=scope, title=f"Việc {number}")).id for number in range(ROWS // 2)]
    network.send("X1", "H")
    with network["X1"].store.work(user="x", label="x") as work:
        for record_id in ids:
            work.write("task", record_id, {"title": "Đường"})
        for number in range(ROWS // 2):
            work.add(Task(scope=scope, title=f"Cầu {number}"))
    sent = bundle_for_district(network)
    assert take(network["H"], sent) is Code.OK
    return sent


def test_a_large_import_tells_how_far_its_undoing_is(network: Network, large: SentBundle) -> None:
    """The window that waits shows a bar that moves: a sign at least every thousand rows, up to the end."""
    signs: list[tuple[int, int | None]] = []
    undo_import(network["H"], large.bundle, lambda done, total: signs.append((done, total)))
    told = [(done, total) for done, total in signs if total]
    assert len(signs) >= 10
    assert {total for _done, total in told} == {2 * ROWS}
    assert [done for done, _total in told] == sorted(done for done, _total in told)
    steps = [done for done, _total in told]
    assert max(later - earlier for earlier, later in pairwise(steps)) <= 1_000
    assert steps[-1] >= 2 * ROWS - 1_000


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.2, 0.45, 0.7, 0.83])
def test_stopped_at_any_moment_the_import_stays_as_it_was(
    network: Network, large: SentBundle, share: float
) -> None:
    """Whoever pressed the wrong button stops it within half a second; afterwards it can be done after all."""
    district = network["H"]
    before, files = whole_dump(district.store), files_of(district)
    asked: list[float] = []

    def stop(done: int, total: int | None) -> None:
        if share < 0 or (total and done > share * total):
            asked.append(time.perf_counter())
            raise CancelledError

    with pytest.raises(CancelledError):
        undo_import(district, large.bundle, stop)
    assert time.perf_counter() - asked[0] < 0.5
    assert len(asked) == 1
    assert whole_dump(district.store) == before
    assert files_of(district) == files
    assert district.store.move_log(), "nothing reads on: the log can be moved"
    undo_import(district, large.bundle)
    assert check_store(district.store, no_progress) == []
    assert take(district, large) is Code.OK
