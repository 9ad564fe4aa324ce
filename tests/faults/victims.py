"""What a victim does while it is killed or meets errors: a clerk's work, each step told when it is saved."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.store.database import open_database
from desktop.store.file_names import DATABASE_NAME
from desktop.store.migrations import migrate
from desktop.store.schema import schema_of
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.find_data import DataPlace
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office, open_office
from desktop.usecases.recover_lost_office import recover_lost_office
from desktop.usecases.refusals import as_refusal
from desktop.usecases.restore_backup import restore_backup
from desktop.usecases.root_keys import read_spare_file
from desktop.usecases.undo_action import undo_action
from tests.faults.cuts import DamagedError, digest, with_backups
from tests.faults.upgrades import NEWEST, STEPS
from tests.helpers.offices import no_progress

LOG = "sync_log"
"""Names the hash of a bundle that was sent, which differs each time."""
REGISTRY = "sync_registry"
"""Names new keys, which differ each time."""
Said = Callable[[str], object]
_TICKS = [0]


def begin() -> None:
    """From now on chance and clock are what they were at the last beginning."""
    random._urandom = random.Random(1).randbytes  # type: ignore[attr-defined]
    _TICKS[0] = 1_767_225_600_000


def next_tick() -> int:
    """UTC milliseconds, one more at each look."""
    _TICKS[0] += 1
    return _TICKS[0]


@dataclass
class Verb:
    """A piece of work in a place (``data``, ``profile``, ``stick``), and what a clerk does when refused."""

    work: Callable[[Path, Said], None]
    again: Callable[[Path, Said], None]


def opened(place: Path) -> Office:
    """An office whose clock ticks once at each look."""
    office = open_office(place / "data", place / "profile")
    office.store.now = next_tick
    return office


def save(place: Path, said: Said) -> None:
    """Add, change, undo; close."""
    office = opened(place)
    try:
        for number in range(2):
            task = add_record(office, Task(title=f"Việc {number}"))
            said(digest(office.store.connection))
            change_fields(office, Task, task.id, {"title": f"Đã sửa {number}"})
            said(digest(office.store.connection))
            undo_action(office)
            said(digest(office.store.connection))
    except Exception as error:
        refusal = as_refusal(error)
        if refusal.code is Code.E_INTERNAL:
            raise
        # The window stays open, and the clerk types the next thing.
        said(f"refused {refusal.code.value}")
        add_record(office, Task(title="Gõ lại"))
        said(digest(office.store.connection))
    office.close()


def save_again(place: Path, said: Said) -> None:
    """Start anew and type the next thing."""
    office = opened(place)
    add_record(office, Task(title="Gõ lại"))
    said(digest(office.store.connection))
    office.close()


def receive(place: Path, said: Said) -> None:
    """Take the bundles on the stick, one by one."""
    office = opened(place)
    for bundle in sorted((place / "stick").glob("*.goi")):
        (outcome,) = import_bundles(office, [bundle], no_progress)
        if outcome.error is not None:
            raise outcome.error
        said(digest(office.store.connection))
    office.close()


def send(place: Path, said: Said) -> None:
    """Write bundles to the stick, twice, with a change in between."""
    office = opened(place)
    for number in range(2):
        (sent,) = export_bundles(office, place / "stick", no_progress)
        said(f"sent {sent.path.name}")
        add_record(office, Task(title=f"Việc {number}"))
        said(digest(office.store.connection, LOG))
    office.close()


def send_again(place: Path, said: Said) -> None:
    """Write it once more."""
    office = opened(place)
    (sent,) = export_bundles(office, place / "stick", no_progress)
    said(f"sent {sent.path.name}")
    office.close()


def upgrade(place: Path, said: Said) -> None:
    """The steps from the first version to the newest."""
    database = open_database(place / "data" / DATABASE_NAME, newest_schema=NEWEST)
    connection = database.raw()
    for number in range(schema_of(connection) + 1, NEWEST + 1):
        migrate(connection, place / "data" / "backups", STEPS[:number])
        said(f"{schema_of(connection)} {digest(connection)}")
    database.close()


def _with_backups(office: Office) -> str:
    """What the victim itself reads may be spoilt on the way to it; the one who judges reads it again."""
    try:
        return with_backups(office)
    except DamagedError as error:
        raise OSError(errno.EIO, str(error)) from error


def back_up(place: Path, said: Said) -> None:
    """Work, a backup, work, a backup."""
    office = opened(place)
    for number in range(2):
        add_record(office, Task(title=f"Việc {number}"))
        said(_with_backups(office))
        office.store.back_up("hand")
        said(_with_backups(office))
    office.close()


def back_up_again(place: Path, said: Said) -> None:
    """Another try."""
    office = opened(place)
    office.store.back_up("hand")
    said(_with_backups(office))
    office.close()


def go_back(place: Path, said: Said) -> None:
    """Back to the newest backup, then the next thing typed."""
    restore_backup(place / "data", None, no_progress)
    office = opened(place)
    said(digest(office.store.connection))
    add_record(office, Task(title="Sau khi lấy lại"))
    said(digest(office.store.connection))
    office.close()


def recover(place: Path, said: Said) -> None:
    """The office goes on at home with what lies on the stick: the backup and the spare key."""
    home = DataPlace(place / "home" / "data", place / "home" / "profile")
    (backup,), (key,) = (list((place / "stick").glob(kind)) for kind in ("*.db", "*.txt"))
    recover_lost_office(home, backup, read_spare_file(key), no_progress, user="Trần Văn Cấp", lost=[])
    open_recovered(place, said)


def recover_again(place: Path, said: Said) -> None:
    """Once more; where the office is there already, and only its opening failed, it is opened."""
    if (place / "home" / "data" / DATABASE_NAME).exists():
        open_recovered(place, said)
    else:
        recover(place, said)


def open_recovered(place: Path, said: Said) -> None:
    """The first start of the new office."""
    home = DataPlace(place / "home" / "data", place / "home" / "profile")
    office = open_office(home.data, home.profile)
    said(digest(office.store.connection, REGISTRY))
    office.close()


def save_carelessly(place: Path, said: Said) -> None:
    """Says that it is saved before it is: what the harness must notice."""
    office = opened(place)
    for number in range(4):
        with office.store.writing():
            add_record(office, Task(title=f"Việc {number}"))
            said(digest(office.store.connection))
    office.close()


def send_unforced(place: Path, said: Said) -> None:
    """As ``send``, and nothing that the bundle's writer has written is forced to the medium.

    Asking for the file to be read from the medium would make the system write it: left out as well.
    """
    with patch.object(os, "fsync", lambda _number: None), patch.object(os, "posix_fadvise", lambda *_: None):
        send(place, said)


CARELESS, UNFORCED = "careless", "unforced"
CONTROLS = (CARELESS, UNFORCED)
VERBS: dict[str, Verb] = {
    "save": Verb(save, save_again),
    "import": Verb(receive, receive),
    "export": Verb(send, send_again),
    "migrate": Verb(upgrade, upgrade),
    "backup": Verb(back_up, back_up_again),
    "restore": Verb(go_back, go_back),
    "recover": Verb(recover, recover_again),
    CARELESS: Verb(save_carelessly, save_again),
    UNFORCED: Verb(send_unforced, send_again),
}
