"""Sticks that are full, locked, pulled out or watched by a scanner: nothing is lost, nothing wrongly sent."""

from __future__ import annotations

import errno
import shutil
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.bundle import safe_write
from desktop.bundle.limits import LIMITS
from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.peers import bundle_log
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import SentBundle, export_bundles
from desktop.usecases.import_bundle import import_bundles, preview_bundles
from tests.helpers.dumps import shared_state
from tests.helpers.media import lock, small_disk
from tests.helpers.network import COMMUNE_X, Network, make_network
from tests.helpers.offices import no_progress


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path / "offices")
    for number in range(30):
        add_record(made["X1"], Task(title=f"Vận động hộ dân số {number} vào hợp tác xã"))
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited for a scanner, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    return waited


def refused(network: Network, stick: Path) -> SoSenError:
    """An export that fails: nothing counts as sent, no copy is kept."""
    with pytest.raises(SoSenError) as caught:
        export_bundles(network["X1"], stick, no_progress)
    nothing_sent(network)
    return caught.value


def nothing_sent(network: Network) -> None:
    assert bundle_log(network["X1"].store) == []
    outbox = network["X1"].store.folder / "outbox"
    assert not outbox.exists() or list(outbox.iterdir()) == []


def next_is_complete(network: Network, folder: Path) -> SentBundle:
    """The next bundle, on a good stick, brings the district everything."""
    folder.mkdir(exist_ok=True)
    (sent,) = export_bundles(network["X1"], folder, no_progress)
    assert import_bundles(network["H"], [sent.path], no_progress)[0].code is Code.OK
    assert shared_state(network["H"].store, COMMUNE_X) == shared_state(network["X1"].store, COMMUNE_X)
    assert len(bundle_log(network["X1"].store)) == 1
    return sent


class Pulled:
    """Pulls the stick out at the n-th sign of progress."""

    def __init__(self, stick: Path, at: int) -> None:
        self.seen, self._stick, self._at = 0, stick, at

    def __call__(self, _done: int, _total: int | None) -> None:
        self.seen += 1
        if self.seen == self._at:
            self._stick.rename(self._stick.with_name(f"pulled {self._at}"))


def test_fault_06_a_stick_pulled_at_any_moment_of_writing_leaves_all_to_the_next_bundle(
    network: Network, stick: Path
) -> None:
    steps, at = 99, 0
    outcomes, kept = [], 0
    while (at := at + 1) < steps:
        stick.mkdir(exist_ok=True)
        pulled = Pulled(stick, at)
        try:
            export_bundles(network["X1"], stick, pulled)
        except SoSenError as error:
            outcomes.append((error.code, error.params.get("reason")))
            nothing_sent(network)
            # A final name stands only for a bundle that is whole.
            whole = list(stick.with_name(f"pulled {at}").glob("*.goi"))
            assert all(seen.code is Code.OK for seen in preview_bundles(network["H"], whole, no_progress))
            kept += len(whole)
        else:
            break
    # The last signs come when the bundle was read back and verified: it counts, whatever happens after.
    assert len(outcomes) >= 5
    assert kept < len(outcomes)
    assert set(outcomes) == {(Code.E_IO, "pulled")}
    sent = bundle_log(network["X1"].store)
    assert len(sent) == 1


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
def test_fault_06_after_a_pulled_stick_the_next_bundle_is_complete(
    network: Network, stick: Path, at: int, tmp_path: Path
) -> None:
    with pytest.raises(SoSenError):
        export_bundles(network["X1"], stick, Pulled(stick, at))
    sent = next_is_complete(network, tmp_path / "another")
    assert sent.n == 2  # the name of the first try is never used again


def test_fault_08_a_full_stick_is_told_before_anything_is_written(
    network: Network, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(8_000_000_000, 8_000_000_000, 1000))
    error = refused(network, stick)
    assert error.code is Code.E_SPACE
    assert list(stick.iterdir()) == []
    monkeypatch.undo()
    next_is_complete(network, tmp_path / "another")


def test_fault_08_a_stick_that_fills_up_while_it_is_written_keeps_what_it_had(
    network: Network, tmp_path: Path
) -> None:
    """A real small disk, filled by somebody else at each sign of progress."""
    with small_disk(tmp_path / "small", 512) as disk:
        (disk / "báo cáo.docx").write_bytes(b"theirs")

        def fill(_done: int, _total: int | None) -> None:
            filler = (disk / "filler").open("ab", buffering=0)
            with filler, suppress(OSError):
                while True:
                    filler.write(b"\0" * 4096)

        with pytest.raises(SoSenError) as caught:
            export_bundles(network["X1"], disk, fill)
        assert caught.value.code is Code.E_SPACE
        nothing_sent(network)
        assert sorted(path.name for path in disk.iterdir()) == ["báo cáo.docx", "filler"]
        assert (disk / "báo cáo.docx").read_bytes() == b"theirs"
        (disk / "filler").unlink()
        next_is_complete(network, disk)


def test_fault_09_a_bundle_too_large_for_one_file_is_refused_before_a_byte_reaches_the_stick(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LIMITS.file == 2**31 - 1
    monkeypatch.setattr("desktop.bundle.writer.LIMITS", replace(LIMITS, file=2000))
    error = refused(network, stick)
    assert (error.code, error.params["reason"]) == (Code.E_LIMIT, "sending")
    assert list(stick.iterdir()) == []
    monkeypatch.undo()
    next_is_complete(network, stick)


def test_fault_10_a_stick_locked_by_its_switch_is_named_and_nothing_counts_as_sent(
    network: Network, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "locked", 512) as disk:
        lock(disk)
        error = refused(network, disk)
        assert (error.code, error.params["reason"]) == (Code.E_IO, "read_only")
    assert next_is_complete(network, tmp_path / "another").n == 1  # it was noticed before a number was used


def test_fault_10_a_stick_that_turns_read_only_while_it_is_written_is_named_too(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def locked(self: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if mode == "xb":
            raise OSError(errno.EROFS, "Read-only file system", str(self))
        return opened(self, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", locked)
    error = refused(network, stick)
    assert (error.code, error.params["reason"]) == (Code.E_IO, "read_only")
    monkeypatch.undo()
    next_is_complete(network, stick)


def held(times: int) -> Callable[..., Any]:
    """``Path.open`` while a scanner holds what is new on the stick, so many times for each way of opening."""
    opened, tries = Path.open, dict[str, int]()

    def scanned(self: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if self.parent.name == "stick":
            tries[mode] = tries.get(mode, 0) + 1
            if tries[mode] <= times:
                raise PermissionError(errno.EACCES, "in use by another process", str(self))
        return opened(self, mode, *rest, **more)

    return scanned


def test_fault_11_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    network: Network, stick: Path, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", held(3))
    export_bundles(network["X1"], stick, no_progress)
    assert len(pauses) >= 9  # creating, forcing, reading back: three times each
    assert len(bundle_log(network["X1"].store)) == 1


def test_fault_11_a_scanner_that_never_lets_go_is_named_and_nothing_counts_as_sent(
    network: Network, stick: Path, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", held(1000))
    error = refused(network, stick)
    assert (error.code, error.params["reason"]) == (Code.E_IO, "held")
    assert pauses == [0.3, 0.3, 0.3]
    monkeypatch.undo()
    next_is_complete(network, stick)


def test_fault_11_a_scanner_that_deletes_the_bundle_is_noticed_before_it_counts_as_sent(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    force = safe_write._force_names

    def scan(path: Path) -> None:
        force(path)
        path.unlink()

    monkeypatch.setattr(safe_write, "_force_names", scan)
    error = refused(network, stick)
    assert (error.code, error.params["reason"]) == (Code.E_IO, "removed")
    monkeypatch.undo()
    assert next_is_complete(network, stick).n == 2
