"""Received bundles stay twelve months as they came, and not for ever; no wrong clock throws them away."""

from __future__ import annotations

import errno
import itertools
from collections import namedtuple
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.usecases.edit_records import add_record
from desktop.usecases.keep_originals import remove_old_originals
from tests.helpers.network import Network

DAY = 86_400_000
Usage = namedtuple("Usage", ["total", "used", "free"])


def send_at(network: Network, day: int) -> None:
    """X1 sends a bundle on a day; both clocks are right."""
    start = 1_767_225_600_000
    for name in ("X1", "H"):
        network[name].store.now = itertools.count(start + day * DAY).__next__
    add_record(network["X1"], Task(title=f"ngày {day}"))
    network.send("X1", "H")


def kept(network: Network) -> int:
    return len(list((network["H"].store.folder / "inbox" / "received").glob("*.goi")))


def test_an_original_is_kept_for_a_year(network: Network) -> None:
    send_at(network, 0)
    send_at(network, 300)
    assert (remove_old_originals(network["H"]), kept(network)) == (0, 2)
    send_at(network, 366)
    assert (remove_old_originals(network["H"]), kept(network)) == (1, 2)


def test_a_clock_that_jumped_ahead_removes_nothing(network: Network) -> None:
    """No bundle claims such a time, so the clock alone is not believed."""
    send_at(network, 0)
    network["H"].store.now = itertools.count(1_767_225_600_000 + 4000 * DAY).__next__
    assert (remove_old_originals(network["H"]), kept(network)) == (0, 1)


def test_a_nearly_full_disk_keeps_three_months(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database needs the room; the newest stay."""
    send_at(network, 0)
    send_at(network, 60)
    send_at(network, 100)
    monkeypatch.setattr(
        "desktop.usecases.keep_originals.shutil.disk_usage", lambda _path: Usage(10, 10, 1000)
    )
    assert (remove_old_originals(network["H"]), kept(network)) == (1, 2)


def test_a_bundle_whose_original_cannot_be_kept_is_taken_all_the_same(
    network: Network, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Its content is saved by then: to call it refused would send the clerk for a bundle that is here."""
    monkeypatch.setattr("desktop.domain.patience.time.sleep", lambda _seconds: None)
    renamed = Path.replace

    def held(path: Path, target: Path) -> Path:
        if "received" in target.parts:
            raise PermissionError(errno.EACCES, "in use", str(path))
        return renamed(path, target)

    monkeypatch.setattr(Path, "replace", held)
    send_at(network, 0)
    assert [task.title for task in network["H"].store.select(Task)] == ["ngày 0"]
    assert kept(network) == 0
    assert "is not kept as it came" in caplog.text
