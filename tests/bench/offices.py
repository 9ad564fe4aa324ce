"""Offices with as many tasks as a benchmark wants, on top of the sample's keys and registry."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop.domain.change import Mark
from desktop.domain.entities import Task
from desktop.domain.scopes import make_record_id
from desktop.store.peers import hear
from desktop.store.sql import stream
from desktop.usecases.office import Office
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear

_WORDS = "Rà soát tiến độ giải ngân vốn đầu tư công tuyến đường trục ấp Mỹ Điền đợt"
_BATCH = 50_000


def fill(office: Office, count: int) -> list[str]:
    """Write ``count`` tasks as one commit, straight into the tables; returns their ids in order."""
    store = office.store
    table = store.catalogue.of(Task)
    scope = office.unit_id
    ids = [make_record_id(scope, 1_640_000_000_000 + i, i.to_bytes(6, "big")) for i in range(count)]
    with store.writing() as connection:
        number = store.writers.own(scope, store.device)
        mark = store.writers.mark(number)
        n, at = mark.n + 1, store.now()
        stamps = f'[[{number},{n},{at},[".","code","due_on","order","plan_id","title"]]]'
        for start in range(0, count, _BATCH):
            batch = range(start, min(start + _BATCH, count))
            connection.cursor().executemany(
                table.insert_sql, (_row(office, ids[i], i, stamps) for i in batch)
            )
            connection.cursor().executemany(
                "INSERT INTO sync_dot (writer, n, tbl, row_id) VALUES (?, ?, 'task', ?)",
                ((number, n, ids[i]) for i in batch),
            )
        h = f"{count:032x}"
        connection.execute(
            "INSERT INTO sync_commit (writer, n, t, user, h, via) VALUES (?, ?, ?, '', ?, '')",
            (number, n, at, h),
        )
        store.writers.set_mark(number, Mark(n, h))
    return ids


def _row(office: Office, record_id: str, i: int, stamps: str) -> tuple[object, ...]:
    table = office.store.catalogue.of(Task)
    columns = dict(table.blanks) | {
        "code": str(i),
        "due_on": f"2022-{i % 12 + 1:02d}-{i % 28 + 1:02d}",
        "order": i,
        # Each office has a plan of its own, so the index of the lists is written in one place of it.
        "plan_id": make_record_id(office.unit_id, 1_639_999_999_999, bytes(6)),
        "title": f"{_WORDS} {i}",
    }
    key = table.search_key(columns)
    return (record_id, office.unit_id, 1, stamps, key, *(columns[name] for name in table.names))


def change(office: Office, ids: list[str], value: str) -> None:
    """Change one field of many tasks as one action, as fill-down does."""
    with office.store.work(user=office.user, label="edit_records") as work:
        for record_id in ids:
            work.write("task", record_id, {"expected_product": value})


def confirm(sender: Office, receiver: Office) -> None:
    """Let the sender know what the receiver has, as the receiver's next bundle would."""
    have = {scope: receiver.store.writers.vector(scope) for scope in receiver.store.writers.scopes()}
    with sender.store.writing():
        hear(sender.store, receiver.keys.device, receiver.unit_id, have, sender.store.now(), 1)


def twin_as_district(year: SampleYear, source: str = PHU_DIEN) -> None:
    """Give the district exactly the rows of a commune, as if it had imported them all: much faster."""
    district = year.open(DISTRICT)
    office, device = district.unit_id, district.keys.device
    district.close()
    data = year.folder / DISTRICT / "data"
    shutil.rmtree(data)
    shutil.copytree(year.folder / source / "data", data)
    twin = year.open(DISTRICT)
    with twin.store.writing() as connection:
        connection.execute("UPDATE sync_writer SET is_own = 0")
        connection.execute("UPDATE sync_commit SET via = 'copy'")
        connection.execute("DELETE FROM sync_log")
        connection.execute("DELETE FROM sync_peer")
        twin.store.found(office=office, device=device)
    twin.close()


def copy_of(folder: Path, to: Path) -> Path:
    """A fresh copy of a folder for one round."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


def rows_of(office: Office) -> list[tuple[object, ...]]:
    """All task rows as the driver returns them, in the order of the insert statement."""
    table = office.store.catalogue.of(Task)
    columns = ", ".join(
        f'"{name}"' for name in ("id", "scope", "alive", "stamps", "search_key", *table.names)
    )
    return list(stream(office.store.connection, f"SELECT {columns} FROM task ORDER BY id"))
