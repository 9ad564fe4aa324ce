"""What is done while the power may go, and how a disk that was left so is judged.

A scenario works in a folder of its own and calls ``said`` each time the program has told its user that all is
saved.  Between two such moments it does one thing that is whole or not at all, so that a disk cut in
between shows the state of the one or the other, never a third.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import apsw

from desktop.domain.entities import Task
from desktop.domain.errors import SoSenError
from desktop.store.backup import list_backups
from desktop.store.checking import check_store
from desktop.store.file_names import DATABASE_NAME
from desktop.store.store import Store
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.office import Office, open_office
from desktop.usecases.undo_action import redo_action, undo_action
from desktop.usecases.undo_import import undo_import
from tests.helpers.dumps import dump_connection
from tests.helpers.network import make_network
from tests.helpers.offices import no_progress
from tests.helpers.power_cut import Files, Recorder, image, points, read_files, write_files

OF_THE_COMPUTER = ("meta", "sync_writer")
"""A start writes the lease and perhaps new writer ids here: nothing that a person did."""
FEW_PAGES = 20
"""Pages of the log after which it is written back, so that short work meets that too."""

Judge = Callable[[Path], str]
"""Opens the data in a place as the next start would and returns a digest of what is there."""


class DamagedError(Exception):
    """Something is wrong with the data; the words say what."""


@dataclass
class Scene:
    """A place to work in, the recorder over it, and the digest of what was there at each "saved"."""

    place: Path
    recorder: Recorder
    states: list[str]

    def said(self, state: str) -> None:
        """The program has told its user that this state is saved."""
        self.states.append(state)
        self.recorder.mark()


@dataclass
class Verdict:
    """What became of the disks: how many, and what was wrong with which."""

    tried: int = 0
    lost: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return self.tried > 0 and not self.lost and not self.damaged


def digest(connection: apsw.Connection, *without: str) -> str:
    """What a person would find, in all tables but those ``without``."""
    return sha256(repr(dump_connection(connection, (*OF_THE_COMPUTER, *without))).encode()).hexdigest()


def next_start(place: Path) -> str:
    """Open an office without a question, examine it, and return the digest of its data."""
    office = open_office(place / "data", place / "profile")
    try:
        return sound(office)
    finally:
        office.close()


def sound(office: Office) -> str:
    """The digest of a database that ``doctor`` finds nothing wrong with."""
    found = check_store(office.store, no_progress)
    if found:
        raise DamagedError(f"doctor: {found[:3]}")
    return digest(office.store.connection)


def judge(scene: Scene, count: int, start: Judge = next_start, seed: int = 1) -> Verdict:
    """Rebuild ``count`` disks and open each."""
    recording, verdict = scene.recorder.recording, Verdict()
    durable, chance = recording.durable_from(), random.Random(seed)
    for k, model in points(recording, count):
        verdict.tried += 1
        said = recording.marks_before(k)
        files = image(recording, durable, k, model, chance)
        _look(files, scene.place.parent / "image", scene.states, said, start, f"{model} at {k}", verdict)
    return verdict


def _look(
    files: Files, place: Path, states: list[str], said: int, start: Judge, where: str, verdict: Verdict
) -> None:
    write_files(files, place)
    try:
        state = start(place)
    except (SoSenError, apsw.Error, OSError, DamagedError) as error:
        verdict.damaged.append(f"{where}: {type(error).__name__} {error}")
    else:
        if state in states[:said] and state not in states[said:]:
            verdict.lost.append(f"{where}: state {states.index(state)} after {said} was said")
        elif state not in states[said : said + 2]:
            verdict.damaged.append(f"{where}: between two states")
    finally:
        shutil.rmtree(place)


# -- scenarios ---------------------------------------------------------------------------------------


def _often_written_back(office: Office) -> Office:
    office.store.connection.execute(f"PRAGMA wal_autocheckpoint={FEW_PAGES}")
    return office


def begun(place: Path) -> Scene:
    """A scene whose first state is what stands there now."""
    return Scene(place, Recorder(place), [next_start(place)])


def save(folder: Path) -> Scene:
    """A clerk adds, changes, deletes, undoes and does again, each shown as saved; then closes the window."""
    make_network(folder).close()
    scene = begun(folder / "X1")
    with scene.recorder.running():
        office = _often_written_back(open_office(scene.place / "data", scene.place / "profile"))
        connection = office.store.connection
        for number in range(4):
            task = add_record(office, Task(title=f"Việc {number}"))
            scene.said(digest(connection))
            change_fields(office, Task, task.id, {"title": f"Đã sửa {number}"})
            scene.said(digest(connection))
            for step in (undo_action, redo_action):
                step(office)
                scene.said(digest(connection))
        delete_record(office, office.store.select(Task)[0])
        scene.said(digest(connection))
        office.close()
    return scene


def receive(folder: Path) -> Scene:
    """The district takes real bundles of three computers, then a second one of the first, and undoes that."""
    network = make_network(folder)
    sent = []
    for name in ("X1", "Y", "X2", "X1"):
        for number in range(12):
            add_record(network[name], Task(title=f"{name} {number}", note="Kế hoạch " * 20))
        sent.append(network.export(name)[0])
    network.close()
    scene = begun(folder / "H")
    with scene.recorder.running():
        office = _often_written_back(network.open("H"))
        for bundle in sent:
            (outcome,) = network.deliver([bundle], "H")
            assert outcome.is_taken, outcome.error
            scene.said(digest(office.store.connection))
        undo_import(office, sent[-1].bundle)
        scene.said(digest(office.store.connection))
        office.close()
    return scene


def back_up(folder: Path) -> Scene:
    """Work, a backup, work, a backup."""
    make_network(folder).close()
    scene = begun(folder / "X1")
    with scene.recorder.running():
        office = _often_written_back(open_office(scene.place / "data", scene.place / "profile"))
        for number in range(2):
            add_record(office, Task(title=f"Việc {number}"))
            scene.said(with_backups(office))
            office.store.back_up("hand")
            scene.said(with_backups(office))
        office.close()
    return scene


def put_back(folder: Path) -> Scene:
    """A backup in place of the database, as a clerk copies it there; started, and worked with."""
    make_network(folder).close()
    place = folder / "X1"
    office = open_office(place / "data", place / "profile")
    add_record(office, Task(title="Trước bản sao"))
    backup = office.store.back_up("hand").path
    office.close()
    shutil.copyfile(backup, place / "data" / DATABASE_NAME)
    write_files(read_files(place), folder / "copy")
    scene = Scene(place, Recorder(place), [next_start(folder / "copy")])
    with scene.recorder.running():
        office = open_office(place / "data", place / "profile")
        add_record(office, Task(title="Sau bản sao"))
        scene.said(digest(office.store.connection))
        office.close()
    return scene


def first_start(folder: Path) -> Scene:
    """A new data folder is made; whatever the cut leaves of it, the next start finishes it."""
    Store(folder / "copy" / "data", create=True).close()
    scene = Scene(folder / "new", Recorder(folder / "new"), [start_new(folder / "copy")] * 2)
    with scene.recorder.running():
        Store(folder / "new" / "data", create=True).close()
    return scene


def start_new(place: Path) -> str:
    """Open or make a data folder that belongs to nobody yet, and examine it."""
    store = Store(place / "data", create=True)
    try:
        if check_store(store, no_progress):
            raise DamagedError("doctor")
        return digest(store.connection)
    finally:
        store.close()


def recover(folder: Path) -> Scene:
    """The power went during the first start after a power cut."""
    recording = save(folder / "before").recorder.recording
    k = len(recording.ops) * 2 // 3
    files = image(recording, recording.durable_from(), k, "prefix", random.Random(1))
    for name in ("again", "copy"):
        write_files(files, folder / name)
    scene = Scene(folder / "again", Recorder(folder / "again"), [next_start(folder / "copy")])
    with scene.recorder.running():
        scene.said(next_start(scene.place))
    return scene


def with_backups(office: Office) -> str:
    """What is there now and, newest first, what each proved backup holds."""
    kept = [read_backup(backup.path) for backup in office.store.backups()]
    return " ".join([sound(office), *kept])


def read_backup(path: Path) -> str:
    """The digest of a backup that is whole by itself."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        if connection.execute("PRAGMA integrity_check").get != "ok":
            raise DamagedError(f"{path.name} is not whole")
        return digest(connection)
    finally:
        connection.close()


def start_with_backups(place: Path) -> str:
    """As ``next_start``; and every backup is whole, and is one of those states when it is put back."""
    office = open_office(place / "data", place / "profile")
    try:
        state = with_backups(office)
    finally:
        office.close()
    for backup in list_backups(place / "data" / "backups")[:1]:
        restored = place / "restored"
        shutil.copytree(place / "profile", restored / "profile")
        (restored / "data").mkdir()
        shutil.copyfile(backup.path, restored / "data" / DATABASE_NAME)
        if next_start(restored) != read_backup(backup.path):
            raise DamagedError(f"{backup.path.name} shows something else when it is put back")
    return state
