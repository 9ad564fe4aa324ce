"""A stick that may be pulled out holds a bundle that its receiver can open; older ones make room for it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.bundle import safe_write
from desktop.bundle.reader import verify_in_place
from desktop.bundle.verified import Copied
from desktop.domain.entities import Task
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.store.peers import bundle_log
from desktop.usecases import write_out
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import SentBundle, export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.outbox import copy_of
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.rewrite_bundle import rewrite_bundle
from tests.helpers.network import Network, make_network
from tests.helpers.offices import no_progress


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path / "offices")
    add_record(made["X1"], Task(title="Xây nhà văn hóa ấp"))
    yield made
    made.close()


def write(network: Network, stick: Path, times: int = 1) -> list[SentBundle]:
    sent = []
    for _time in range(times):
        sent += export_bundles(network["X1"], stick, no_progress, is_stick=True)
    return sent


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_only_the_last_three_of_ours_stay_on_a_stick(network: Network, stick: Path) -> None:
    (stick / "30067-x1-1 của người khác.goi").write_bytes(b"theirs")
    write(network, stick, 5)
    assert names(stick) == [
        "30067-x1-1 của người khác.goi",
        "30067-x1-3.goi",
        "30067-x1-4.goi",
        "30067-x1-5.goi",
    ]


def test_nothing_is_removed_from_a_folder_that_is_no_stick(network: Network, stick: Path) -> None:
    for _time in range(5):
        export_bundles(network["X1"], stick, no_progress)
    assert len(names(stick)) == 5


def test_a_file_with_our_name_and_another_content_is_never_removed(network: Network, stick: Path) -> None:
    first = write(network, stick)[0]
    changed = bytearray(first.path.read_bytes())
    changed[-1] ^= 1
    first.path.write_bytes(changed)
    write(network, stick, 4)
    assert first.path.read_bytes() == changed
    assert len(names(stick)) == 4


def test_bundles_for_other_units_do_not_push_each_other_out(network: Network, stick: Path) -> None:
    for _time in range(2):
        export_bundles(network["H"], stick, no_progress, is_stick=True)
    assert sorted(path.parent.name for path in stick.glob("*/*.goi")) == ["30043", "30043", "30067", "30067"]


def test_older_bundles_stay_when_the_new_one_cannot_be_verified(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(network, stick, 3)
    monkeypatch.setattr(write_out, "verify_in_place", bad_stick)
    with pytest.raises(SoSenError) as caught:
        write(network, stick)
    assert caught.value.params["reason"] == "unlike"
    assert names(stick) == ["30067-x1-1.goi", "30067-x1-2.goi", "30067-x1-3.goi"]
    assert len(bundle_log(network["X1"].store)) == 3


def bad_stick(*_arguments: object, **_more: object) -> None:
    raise SoSenError(Code.E_DAMAGED, "bytes are missing")


def test_what_is_on_the_stick_is_opened_and_its_signature_verified(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes are those that were written, but nobody could verify them: it does not count as sent."""
    signed = "desktop.bundle.sshsig.sign"
    monkeypatch.setattr(signed, lambda _key, _data, _space: b"-----BEGIN SSH SIGNATURE-----\n")
    with pytest.raises(SoSenError) as caught:
        write(network, stick)
    assert caught.value.params["reason"] == "unlike"
    assert "E_SIG" in caught.value.detail
    assert names(stick) == []
    assert bundle_log(network["X1"].store) == []


def test_an_unfinished_file_of_ours_goes_once_a_newer_bundle_is_there(network: Network, stick: Path) -> None:
    (stick / "30067-x1-1.goi.part").write_bytes(b"half")
    (stick / "30043-y-1.goi.part").write_bytes(b"somebody else's half")
    write(network, stick)
    assert names(stick) == ["30043-y-1.goi.part", "30067-x1-2.goi"]


def test_a_stick_pulled_out_while_it_is_tidied_holds_a_bundle_that_counts(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was read back before: nothing may say that nothing was sent."""
    listed = Path.iterdir

    def pulled(self: Path) -> Iterator[Path]:
        if self == stick and any(path.suffix == ".goi" for path in listed(self)):
            raise OSError(errno.EIO, "Input/output error", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", pulled)
    (sent,) = write(network, stick)
    monkeypatch.undo()
    assert names(stick) == [sent.path.name]
    assert len(bundle_log(network["X1"].store)) == 1


def test_a_stick_pulled_out_before_anything_is_written_is_told(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While this computer looks there for bundles of its own; nothing was sent, and the clerk reads why."""

    listed = Path.glob

    def pulled(self: Path, pattern: str) -> Iterator[Path]:
        if self == stick:
            raise OSError(errno.EIO, "Input/output error", str(self))
        return listed(self, pattern)

    monkeypatch.setattr(Path, "glob", pulled)
    with pytest.raises(SoSenError) as refused:
        write(network, stick)
    assert refused.value.code is Code.E_IO
    assert names(stick) == []


@pytest.mark.parametrize("deleted", [True, False])
def test_a_name_is_never_used_twice_even_when_its_file_was_deleted(
    network: Network, stick: Path, deleted: bool
) -> None:
    first = write(network, stick)[0]
    if deleted:
        first.path.unlink()
    assert [sent.path.name for sent in write(network, stick, 2)] == ["30067-x1-2.goi", "30067-x1-3.goi"]


def test_a_number_that_stands_on_the_stick_already_is_passed_over(network: Network, stick: Path) -> None:
    """The data was restored from an older backup; the stick knows of newer bundles."""
    (stick / "30067-X1-17-2.GOI").write_bytes(b"newer")
    assert write(network, stick)[0].n == 18


def test_a_cancelled_writing_uses_its_number_up(network: Network, stick: Path) -> None:
    def stop(done: int, _total: int | None) -> None:
        if done > 500:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_bundles(network["X1"], stick, stop)
    assert names(stick) == []
    assert list((network["X1"].store.folder / "outbox").iterdir()) == []
    assert write(network, stick)[0].n == 2


def test_the_memory_of_the_whole_stick_is_emptied_before_it_may_be_pulled_out(
    network: Network, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the last fsync, before reading back; and only on a medium of its own."""
    steps: list[str] = []
    fsync, verify, stat = os.fsync, verify_in_place, Path.stat

    def spy_fsync(number: int) -> None:
        steps.append("fsync")
        fsync(number)

    def spy_verify(source: Path, **more: Any) -> Copied:
        steps.append("verify")
        return verify(source, **more)

    monkeypatch.setattr(os, "fsync", spy_fsync)
    monkeypatch.setattr(write_out, "flush_volume", lambda folder: steps.append(f"flush {folder.name}"))
    monkeypatch.setattr(write_out, "verify_in_place", spy_verify)
    monkeypatch.setattr(safe_write, "_read_back", lambda *_arguments: steps.append("read back"))
    write(network, stick)
    assert "flush stick" not in steps
    steps.clear()

    def another_disk(self: Path, **more: bool) -> os.stat_result:
        found = stat(self, **more)
        return os.stat_result((*found[:2], found[2] + (self == stick), *found[3:]))

    monkeypatch.setattr(Path, "stat", another_disk)
    write(network, stick)
    assert steps == ["fsync", "fsync", "fsync", "flush stick", "read back", "verify"]


# --- the outbox ---------------------------------------------------------------------------------------


def test_a_bundle_is_written_again_byte_for_byte_under_a_name_of_its_own(
    network: Network, stick: Path, tmp_path: Path
) -> None:
    (sent,) = write(network, stick)
    other = tmp_path / "other stick"
    again = rewrite_bundle(network["X1"], sent.bundle, other, no_progress, is_stick=True)
    once_more = rewrite_bundle(network["X1"], sent.bundle, other, no_progress, is_stick=True)
    assert [again.path.name, once_more.path.name] == ["30067-x1-1-2.goi", "30067-x1-1-3.goi"]
    assert again.path.read_bytes() == sent.path.read_bytes()
    assert (again.n, again.bundle, again.sha256) == (sent.n, sent.bundle, sent.sha256)
    assert import_bundles(network["H"], [again.path], no_progress)[0].code is Code.OK
    assert len(bundle_log(network["X1"].store)) == 1


def test_copies_of_the_last_three_are_kept_and_no_more(network: Network, stick: Path) -> None:
    sent = write(network, stick, 5)
    kept = [copy_of(network["X1"], one.bundle).exists() for one in sent]
    assert kept == [False, False, True, True, True]
    assert [line.has_copy for line in reversed(read_bundle_log(network["X1"]))] == kept


def test_a_bundle_whose_copy_is_gone_is_not_written_again(
    network: Network, stick: Path, tmp_path: Path
) -> None:
    sent = write(network, stick, 4)
    with pytest.raises(SoSenError) as caught:
        rewrite_bundle(network["X1"], sent[0].bundle, tmp_path / "other", no_progress)
    assert (caught.value.code, caught.value.params["reason"]) == (Code.E_MISSING, "no_copy")


def test_a_copy_that_was_damaged_is_never_handed_out(network: Network, stick: Path, tmp_path: Path) -> None:
    (sent,) = write(network, stick)
    copy = copy_of(network["X1"], sent.bundle)
    copy.write_bytes(copy.read_bytes()[:-1])
    other = tmp_path / "other"
    with pytest.raises(SoSenError) as caught:
        rewrite_bundle(network["X1"], sent.bundle, other, no_progress)
    assert (caught.value.code, caught.value.params["reason"]) == (Code.E_MISSING, "no_copy")
    assert not other.exists()


def test_what_a_killed_writing_left_in_the_outbox_is_cleared_by_the_next(
    network: Network, stick: Path
) -> None:
    left = copy_of(network["X1"], "ab" * 16)
    left.parent.mkdir()
    left.write_bytes(b"half")
    write(network, stick)
    assert not left.exists()
