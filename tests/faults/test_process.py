"""Processes that meet, stop or find bad ground: the data is whole, and the clerk is told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from desktop.app.single import hold
from desktop.bundle.reader import SPOOL_PREFIX
from desktop.domain.entities import Task
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.store import database
from desktop.store.checking import check_store
from desktop.store.database import BUSY_SECONDS, move_log
from desktop.store.file_names import DATABASE_NAME
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.import_bundle import import_bundles, spool_folder
from desktop.usecases.office import Office, open_office
from desktop.usecases.restore_backup import restore_backup
from tests.faults.conftest import Amount, Tally
from tests.helpers.dumps import shared_state, whole_dump
from tests.helpers.network import COMMUNE_X, Network, make_network
from tests.helpers.offices import no_progress

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, str(ROOT / "main.py")]
ROWS = 40


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path)
    for number in range(ROWS):
        add_record(made["X1"], Task(title=f"Việc {number}"))
    yield made
    made.close()


def bundle_of(network: Network, name: str) -> Path:
    return network.export(name)[0].path


def start(place: Path, *words: str) -> subprocess.Popen[str]:
    """The program itself, as a command."""
    where = ["--data", str(place / "data"), "--profile", str(place / "profile")]
    return subprocess.Popen(
        [*PROGRAM, *where, *words], stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT
    )


def test_fault_70_two_processes_take_one_bundle_and_it_is_here_once(
    network: Network, tmp_path: Path, amount: Amount, tally: Tally
) -> None:
    """Whoever comes second is told that it is here already, or that somebody is writing; nobody is hurt."""
    bundle, rounds = bundle_of(network, "X1"), amount(3, 50)
    place = tmp_path / "H"
    network["H"].close()
    codes: list[str] = []
    for _round in range(rounds):
        running = [start(place, "import", "--json", str(bundle)) for _process in range(2)]
        for process in running:
            said, _nothing = process.communicate()
            codes += [one["code"] for one in json.loads(said)["bundles"]]
        office = network.open("H")
        assert check_store(office.store, no_progress) == []
        assert shared_state(office.store, COMMUNE_X) == shared_state(network["X1"].store, COMMUNE_X)
        office.close()
        add_record(network["X1"], Task(title="Thêm"))
        bundle = bundle_of(network, "X1")
    tally("two processes: one bundle", tried=rounds)
    assert codes.count("OK") == rounds
    assert set(codes) <= {"OK", "OK_DUP"}


def test_two_windows_on_one_folder_the_second_is_told_who_holds_it(tmp_path: Path, tally: Tally) -> None:
    """Until the first is gone; killed without a word it holds nothing any longer."""
    code = (
        "import sys, pathlib; from desktop.app.single import hold; lock = hold(pathlib.Path(sys.argv[1])); "
    )
    code += "print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(SoSenError) as refusal:
        hold(tmp_path)
    assert refusal.value.code is Code.E_BUSY
    assert refusal.value.params["process"] == holder.pid
    holder.kill()
    holder.communicate()
    hold(tmp_path).unlock()
    tally("two processes: two windows", tried=2)


def test_fault_71_a_clerk_reads_and_types_while_a_bundle_is_taken(network: Network, tmp_path: Path) -> None:
    """Reading never waits, and shows the data as before; what is typed waits for the end and is there."""
    office = network["H"]
    mine = add_record(office, Task(title="Của huyện"))
    bundle, seen = bundle_of(network, "X1"), list[int]()
    typing: list[threading.Thread] = []

    def at_the_desk() -> None:
        try:
            seen.append(len(office.store.select(Task)))
            change_fields(office, Task, mine.id, {"title": "Gõ trong lúc nhận"})
        finally:
            office.store.close()

    def progress(_done: int, _total: int | None) -> None:
        if office.store.connection.in_transaction and not typing:
            typing.append(threading.Thread(target=at_the_desk))
            typing[0].start()
            while not seen and typing[0].is_alive():
                typing[0].join(0.01)

    assert import_bundles(office, [bundle], progress)[0].code is Code.OK
    typing[0].join()
    assert seen == [1]
    assert office.store.get(Task, mine.id).title == "Gõ trong lúc nhận"
    assert len(office.store.select(Task)) == 1 + ROWS
    assert check_store(office.store, no_progress) == []


def test_fault_72_cancelled_at_any_sign_of_progress_it_is_as_if_never_begun(
    network: Network, tally: Tally
) -> None:
    bundle, office = bundle_of(network, "X1"), network["H"]
    before, count = whole_dump(office.store), 0
    while True:
        count += 1
        left = count

        def progress(_done: int, _total: int | None) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise CancelledError

        try:
            import_bundles(office, [bundle], progress)
        except CancelledError:
            assert whole_dump(office.store) == before
            assert not [path for path in (office.store.folder / "inbox").rglob("*") if path.is_file()]
        else:
            break
    assert count > 5
    assert len(office.store.select(Task)) == ROWS
    tally("cancel at every sign of progress", tried=count)


def test_fault_73_what_a_killed_import_left_in_the_spool_goes_at_the_next(network: Network) -> None:
    """What another process is reading just now stays."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    spool = spool_folder(network["H"])
    for number in (gone.pid, os.getppid()):
        (spool / f"{SPOOL_PREFIX}{number}-x").mkdir()
        (spool / f"{SPOOL_PREFIX}{number}-x" / "original.goi").write_bytes(b"half")
    assert import_bundles(network["H"], [bundle_of(network, "X1")], no_progress)[0].code is Code.OK
    assert [path.name for path in spool.iterdir()] == [f"{SPOOL_PREFIX}{os.getppid()}-x"]


def damaged_page(path: Path) -> None:
    """The root page of the tasks overwritten, as a bad sector does."""
    connection = apsw.Connection(str(path))
    root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'task'").get
    size = connection.execute("PRAGMA page_size").get
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(bytes([0xA5]) * size)


def test_fault_74_a_damaged_database_takes_no_bundle_and_the_clerk_is_told_of_the_backups(
    network: Network, tmp_path: Path
) -> None:
    """Nothing is written into it, also where the damage lies in a table the bundle does not touch."""
    bundle = bundle_of(network, "X1")
    network["H"].close()
    path = tmp_path / "H" / "data" / DATABASE_NAME
    damaged_page(path)
    office = open_office(tmp_path / "H" / "data", tmp_path / "H" / "profile")
    commits = office.store.connection.execute("SELECT count(*) FROM sync_commit").get
    with pytest.raises(SoSenError) as refusal:
        import_bundles(office, [bundle], no_progress)
    assert refusal.value.code is Code.E_DATA_DAMAGED
    assert office.store.connection.execute("SELECT count(*) FROM sync_commit").get == commits
    assert check_store(office.store, no_progress)
    office.close()


def test_fault_74_a_backup_takes_the_place_of_damaged_data_and_what_was_sent_comes_back(
    network: Network, tmp_path: Path
) -> None:
    """The newest backup that is whole, though a newer one is not; the damaged files are kept."""
    office = network["X1"]
    sound = office.store.back_up("hand").path
    unsound = office.store.back_up("hand").path
    sent = add_record(office, Task(title="Đã gửi sau bản sao"))
    assert import_bundles(network["H"], [bundle_of(network, "X1")], no_progress)[0].is_taken
    add_record(office, Task(title="Chưa gửi"))
    office.close()
    data = tmp_path / "X1" / "data"
    for path in (data / DATABASE_NAME, unsound):
        damaged_page(path)
    damaged = (data / DATABASE_NAME).read_bytes()
    restored = restore_backup(data, None, no_progress)
    assert restored.backup.path == sound
    assert (restored.aside / DATABASE_NAME).read_bytes() == damaged
    office = network.open("X1")
    assert check_store(office.store, no_progress) == []
    assert len(office.store.select(Task)) == ROWS
    back = [one.path for one in network.export("H") if one.unit == COMMUNE_X]
    (outcome,) = import_bundles(office, back, no_progress)
    assert outcome.is_taken
    assert sent.id in {task.id for task in office.store.select(Task)}
    add_record(office, Task(title="Gõ tiếp"))
    (taken,) = import_bundles(network["H"], [bundle_of(network, "X1")], no_progress)
    assert taken.is_taken, "this computer goes on under a new name in the histories"


@pytest.mark.parametrize("where", ["share", "OneDrive - UBND", "Google Drive"])
def test_fault_75_data_on_a_share_or_in_a_cloud_folder_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    make_network(tmp_path / "here").close()
    (tmp_path / "here").rename(tmp_path / where)
    place = tmp_path / where / "X1"
    before = (place / "data" / DATABASE_NAME).read_bytes()
    mounts = tmp_path / "mounts"
    mounts.write_text(f"srv:/x {tmp_path / 'share'} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(database, "_MOUNTS", mounts)
    with pytest.raises(SoSenError) as refusal:
        open_office(place / "data", place / "profile")
    assert refusal.value.code is Code.E_PLACE
    assert (place / "data" / DATABASE_NAME).read_bytes() == before


def test_fault_76_a_bundle_is_merged_in_one_file_so_that_it_is_there_whole(network: Network) -> None:
    """A second attached file would be committed for itself; what is staged lies in memory."""
    office, seen = network["H"], set[tuple[str, str]]()

    def progress(_done: int, _total: int | None) -> None:
        files = office.store.connection.execute("PRAGMA database_list").fetchall()
        seen.update((str(name), Path(str(file)).name) for _number, name, file in files)

    assert import_bundles(office, [bundle_of(network, "X1")], progress)[0].code is Code.OK
    assert ("main", DATABASE_NAME) in seen
    assert seen <= {("main", DATABASE_NAME), ("temp", "")}
    assert office.store.connection.execute("PRAGMA temp_store").get == 2
    assert os.listdir(office.store.folder / "inbox" / "spool") == []  # noqa: PTH208


def in_the_file_alone(office: Office, folder: Path) -> set[str]:
    """The titles of the tasks in the database file itself, without the log beside it."""
    folder.mkdir()
    copy = shutil.copyfile(office.store.folder / DATABASE_NAME, folder / DATABASE_NAME)
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    with closing(apsw.Connection(f"file:{copy}?immutable=1", flags=flags)) as connection:
        commits = connection.execute("SELECT count(*) FROM sync_commit").get
        titles = {title for (title,) in connection.execute("SELECT title FROM task")}
    assert commits == len(titles), "each task here was one commit"
    return titles


def test_fault_69_what_was_exported_stands_in_the_database_file_itself(
    network: Network, tmp_path: Path
) -> None:
    """Nobody has seen a commit that a lost write-ahead log could take back again."""
    commune = network["X1"]
    commune.store.move_log()
    titles = {f"Đường {number}" for number in range(5)}
    for title in titles:
        add_record(commune, Task(title=title))
    assert not titles & in_the_file_alone(commune, tmp_path / "before")
    assert network.send("X1", "H") == [Code.OK]
    assert titles <= in_the_file_alone(commune, tmp_path / "after")


def test_fault_69_an_export_waits_for_nobody_who_reads(network: Network, tmp_path: Path) -> None:
    """A window that reads an older state neither stops nor delays it; the next export catches up."""
    commune = network["X1"]
    commune.store.move_log()
    reader = apsw.Connection(str(commune.store.folder / DATABASE_NAME), flags=apsw.SQLITE_OPEN_READONLY)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM task").get == ROWS
    add_record(commune, Task(title="Đường"))
    before = time.monotonic()
    assert not commune.store.move_log()
    assert time.monotonic() - before < BUSY_SECONDS / 2
    assert network.send("X1", "H") == [Code.OK]
    assert "Đường" not in in_the_file_alone(commune, tmp_path / "while")
    assert reader.execute("SELECT count(*) FROM task").get == ROWS
    reader.execute("ROLLBACK")
    reader.close()
    network.send("X1", "H")
    assert "Đường" in in_the_file_alone(commune, tmp_path / "after")


def test_fault_69_a_checkpoint_that_fails_is_put_off(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no room for it the bundle is written all the same: what is committed is on disk in the log."""

    class Full:
        def wal_checkpoint(self, *, mode: int) -> tuple[int, int]:
            raise apsw.FullError(f"database or disk is full ({mode})")

    monkeypatch.setattr("desktop.store.data_folder.move_log", lambda _connection: move_log(Full()))  # type: ignore[arg-type]
    add_record(network["X1"], Task(title="Đường"))
    assert network.send("X1", "H") == [Code.OK]
