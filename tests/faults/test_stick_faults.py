"""Sticks that are full, locked, pulled out or watched by a scanner: nothing is lost, nothing wrongly sent."""

from __future__ import annotations

import errno
import itertools
import random
import shutil
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from desktop.bundle import safe_write
from desktop.bundle.limits import LIMITS
from desktop.domain.entities import Evidence, Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.checking import check_store
from desktop.store.peers import bundle_log
from desktop.ui.messages.errors import error_text
from desktop.usecases.describe_sending import describe_sending
from desktop.usecases.edit_records import add_record
from desktop.usecases.evidence import attach_evidence, list_evidence
from desktop.usecases.export_bundle import SentBundle, export_bundles
from desktop.usecases.import_bundle import import_bundles, preview_bundles
from desktop.usecases.list_missing_files import list_missing_files
from desktop.usecases.outbox import bundles_with_copy
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.receipts import SentState
from desktop.usecases.registry import current_registry
from desktop.usecases.sending import waiting_changes
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


PHOTO = 60_000


@pytest.fixture
def photos(network: Network, tmp_path: Path) -> list[Evidence]:
    """Three attached files of a commune, of which only one fits into a small bundle."""
    return attach_three(network, tmp_path)


def attach_three(network: Network, tmp_path: Path) -> list[Evidence]:
    task = add_record(network["X1"], Task(title="Làm đường ấp Mỹ Tân"))
    made = []
    for number in range(3):
        path = tmp_path / f"bien-ban-{number}.pdf"
        path.write_bytes(b"%PDF-1.7\n" + random.Random(number).randbytes(PHOTO - 9))
        made.append(attach_evidence(network["X1"], task.id, path, no_progress))
    return made


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> int:
    """How large a bundle may be: one of the files fits, two do not."""
    monkeypatch.setattr("desktop.bundle.writer.LIMITS", replace(LIMITS, file=100_000))
    return 100_000


def waiting(network: Network) -> int:
    """What the commune's bottom bar says is not sent."""
    office = network["X1"]
    return waiting_changes(office, current_registry(office.store)).unwritten


def arrived(network: Network, files: list[Evidence]) -> set[bool]:
    """Whether the district's page shows them as there."""
    return {line.is_here for line in list_evidence(network["H"], str(files[0].task_id))}


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
    with small_disk(tmp_path / "small", 512 * 1024) as disk:
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


def test_fault_09_rows_too_large_for_one_file_are_refused_before_a_byte_reaches_the_stick(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LIMITS.file == 2**31 - 1
    monkeypatch.setattr("desktop.bundle.writer.LIMITS", replace(LIMITS, file=2000))
    error = refused(network, stick)
    assert (error.code, error.params["reason"]) == (Code.E_LIMIT, "sending")
    assert list(stick.iterdir()) == []
    monkeypatch.undo()
    next_is_complete(network, stick)


def test_fault_09_a_file_that_fits_beside_no_rows_is_refused_before_a_byte_reaches_the_stick(
    network: Network, stick: Path, photos: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.bundle.writer.LIMITS", replace(LIMITS, file=PHOTO))
    error = refused(network, stick)
    assert (error.code, error.params["reason"]) == (Code.E_LIMIT, "sending")
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_fault_09_attached_files_too_large_for_one_file_go_in_several(
    network: Network, stick: Path, photos: list[Evidence], small_limit: int, order: tuple[int, ...]
) -> None:
    """In whatever order the district takes them, everything is there, and each has its own receipt."""
    commune, district = network["X1"], network["H"]
    assert waiting(network) > 0
    (planned,) = describe_sending(commune)
    assert (len(planned.files), sum(planned.files)) == (3, 3 * PHOTO)
    sent = export_bundles(commune, stick, no_progress)
    assert [one.n for one in sent] == [1, 2, 3]
    assert sorted(stick.iterdir()) == sorted(one.path for one in sent)
    assert all(one.size <= small_limit for one in sent)
    assert len({one.bundle for one in sent}) == 3
    assert waiting(network) == 0
    outcomes = import_bundles(district, [sent[number].path for number in order], no_progress)
    assert [one.code for one in outcomes] == [Code.OK, Code.OK_DUP, Code.OK_DUP]
    assert [one.files for one in outcomes] == [1, 1, 1]
    assert shared_state(district.store, COMMUNE_X) == shared_state(commune.store, COMMUNE_X)
    assert arrived(network, photos) == {True}
    assert list_missing_files(district) == []
    assert check_store(district.store, no_progress) == []
    network.send("H", "X1")
    states = [line.standing.state for line in read_bundle_log(commune) if line.is_outgoing and line.standing]
    assert states == [SentState.TAKEN] * 3


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_fault_09_of_several_files_one_is_lost_and_the_next_writing_brings_what_it_held(
    network: Network, stick: Path, photos: list[Evidence], small_limit: int, lost: int
) -> None:
    """The receipts of the others do not close it, and the district asks for what it lacks."""
    commune, district = network["X1"], network["H"]
    sent = export_bundles(commune, stick, no_progress)
    came = [one for number, one in enumerate(sent) if number != lost]
    network.deliver(came, "H")
    assert shared_state(district.store, COMMUNE_X) == shared_state(commune.store, COMMUNE_X)
    assert arrived(network, photos) == {True, False}
    assert len(list_missing_files(district)) == 1
    network.send("H", "X1")
    standing = {line.id: line.standing for line in read_bundle_log(commune) if line.is_outgoing}
    for one in sent:
        found = standing[one.bundle]
        assert found is not None
        assert found.state is (SentState.TAKEN if one in came else SentState.WAITING)
    (again,) = export_bundles(commune, stick, no_progress)
    assert again.size > PHOTO
    assert [one.files for one in network.deliver([again], "H")] == [1]
    assert arrived(network, photos) == {True}


def test_fault_09_a_stick_full_after_the_first_file_leaves_the_rest_to_the_next_writing(
    network: Network, stick: Path, photos: list[Evidence], small_limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is on the stick counts as sent, nothing else; "not sent" falls only when all is out."""
    commune = network["X1"]
    before = waiting(network)
    usage = namedtuple("usage", "total used free")
    real, asked = shutil.disk_usage, list[Path]()

    def filling(path: Path) -> object:
        asked.append(path)
        full = any(stick.glob("*.goi"))
        return usage(8_000_000_000, 8_000_000_000, 1000) if full else real(path)

    monkeypatch.setattr(shutil, "disk_usage", filling)
    with pytest.raises(SoSenError) as caught:
        export_bundles(commune, stick, no_progress)
    monkeypatch.setattr(shutil, "disk_usage", real)
    assert (caught.value.code, caught.value.params["written"]) == (Code.E_SPACE, 1)
    assert "1" in error_text(caught.value).safe
    assert [path.suffix for path in stick.iterdir()] == [".goi"]
    (first,) = bundle_log(commune.store)
    assert waiting(network) == before
    rest = export_bundles(commune, stick, no_progress)
    assert len(rest) == 2
    assert waiting(network) == 0
    outcomes = import_bundles(
        network["H"], [stick / first.file_name, *(one.path for one in rest)], no_progress
    )
    assert [one.files for one in outcomes] == [1, 1, 1]
    assert arrived(network, photos) == {True}


def test_fault_09_room_for_all_files_is_asked_before_the_first_is_written(
    network: Network, stick: Path, photos: list[Evidence], small_limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(8_000_000_000, 0, 150_000))
    error = refused(network, stick)
    assert error.code is Code.E_SPACE
    assert list(stick.iterdir()) == []


def test_fault_09_files_written_together_stay_together_on_the_stick_and_in_the_outbox(
    network: Network, stick: Path, photos: list[Evidence], small_limit: int
) -> None:
    """Tidying a stick counts them as one; each can be written again to another stick."""
    commune = network["X1"]
    together = export_bundles(commune, stick, no_progress, is_stick=True)
    later = [export_bundles(commune, stick, no_progress, is_stick=True)[0] for _once in range(2)]
    kept = {one.bundle for one in (*together, *later)}
    assert {path.name for path in stick.glob("*.goi")} == {one.path.name for one in (*together, *later)}
    assert bundles_with_copy(commune) == kept
    newest = export_bundles(commune, stick, no_progress, is_stick=True)
    assert {path.name for path in stick.glob("*.goi")} == {one.path.name for one in (*later, *newest)}
    assert bundles_with_copy(commune) == {one.bundle for one in (*later, *newest)}


def test_fault_09_a_named_file_gets_others_beside_it(
    network: Network, stick: Path, photos: list[Evidence], small_limit: int
) -> None:
    sent = export_bundles(network["X1"], stick / "goi.goi", no_progress)
    assert [one.path.name for one in sent] == ["goi.goi", "goi-2.goi", "goi-3.goi"]


def test_fault_09_after_a_disk_was_rolled_back_the_stick_gives_back_all_files(
    network: Network, stick: Path, tmp_path: Path, small_limit: int
) -> None:
    """The frozen disk of fault 38: each of the files on the stick brings the rows and what it alone holds."""
    network["X1"].close()
    image = shutil.copytree(network.folder / "X1", tmp_path / "image")
    network.open("X1")
    made = attach_three(network, tmp_path)
    assert len(export_bundles(network["X1"], stick, no_progress)) == 3
    network["X1"].close()
    shutil.rmtree(network.folder / "X1")
    shutil.copytree(image, network.folder / "X1")
    network.open("X1")
    sent = export_bundles(network["X1"], stick, no_progress)
    found = list_evidence(network["X1"], str(made[0].task_id))
    assert [line.is_here for line in found] == [True] * 3
    assert list_missing_files(network["X1"]) == []
    network.deliver(sent, "H")
    assert arrived(network, made) == {True}


def test_fault_09_a_clock_set_back_while_writing_does_not_fill_the_stick(
    network: Network, stick: Path, photos: list[Evidence], small_limit: int
) -> None:
    """What the district asked for "later" than now is still written once."""
    commune = network["X1"]
    network.deliver(export_bundles(commune, stick, no_progress)[:1], "H")
    network.send("H", "X1")
    commune.store.now = itertools.count(1_600_000_000_000).__next__
    assert len(export_bundles(commune, stick, no_progress)) == 2


def test_fault_10_a_stick_locked_by_its_switch_is_named_and_nothing_counts_as_sent(
    network: Network, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "locked", 512 * 1024) as disk:
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
