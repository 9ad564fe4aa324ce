"""SQLite alone with the program's settings, without the program above it: tens of thousands of power cuts.

Far more cuts than whole offices allow (reliability.md, F4): each disk is only opened, proved by SQLite itself
and compared with what had been committed by then.
"""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from desktop.store import database
from desktop.store.database import open_database
from tests.faults.conftest import Amount, Tally
from tests.faults.cuts import FEW_PAGES, DamagedError, Scene, judge
from tests.helpers.power_cut import Recorder

_COMMITS = 24


def commits(folder: Path) -> Scene:
    """Rows added, changed and deleted by one commit after another, the log written back now and then."""
    (folder / "place").mkdir(parents=True)
    file = open_database(folder / "place" / "a.db", newest_schema=0)
    file.raw().execute(
        "CREATE TABLE task (id INTEGER PRIMARY KEY, title TEXT); CREATE INDEX t ON task (title)"
    )
    scene = Scene(folder / "place", Recorder(folder / "place"), [rows(file.raw())])
    file.close()
    with scene.recorder.running():
        connection = open_database(scene.place / "a.db", newest_schema=0).raw()
        connection.execute(f"PRAGMA wal_autocheckpoint={FEW_PAGES}")
        for number in range(_COMMITS):
            with connection:
                connection.execute(
                    "UPDATE task SET title = title || ' đã sửa' WHERE id % 3 = ?", (number % 3,)
                )
                connection.execute("DELETE FROM task WHERE id = ?", (number - 9,))
                connection.execute("INSERT INTO task (title) VALUES (?)", ("Kế hoạch năm " * (number % 40),))
            scene.said(rows(connection))
        connection.close()
    return scene


def rows(connection: apsw.Connection) -> str:
    """All there is."""
    return repr(connection.execute("SELECT id, title FROM task").fetchall())


def whole(place: Path) -> str:
    """What is there when SQLite finds nothing wrong."""
    connection = open_database(place / "a.db", newest_schema=0).raw()
    try:
        if connection.execute("PRAGMA integrity_check").get != "ok":
            raise DamagedError("integrity_check")
        return rows(connection)
    finally:
        connection.close()


def test_fault_68_the_engine_keeps_every_commit_through_any_cut(
    quick_folder: Path, amount: Amount, tally: Tally
) -> None:
    verdict = judge(commits(quick_folder), amount(10_000, 100_000), whole)
    tally(
        "power cut: SQLite alone", tried=verdict.tried, lost=len(verdict.lost), damaged=len(verdict.damaged)
    )
    assert (verdict.lost, verdict.damaged) == ([], [])


def test_without_waiting_for_the_disk_the_engine_loses_commits_and_this_is_seen(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    monkeypatch.setitem(database._REQUIRED, "synchronous", 0)
    verdict = judge(commits(quick_folder), 300, whole)
    tally(
        "power cut: SQLite alone, OFF",
        tried=verdict.tried,
        lost=len(verdict.lost),
        damaged=len(verdict.damaged),
        control=True,
    )
    assert verdict.lost
