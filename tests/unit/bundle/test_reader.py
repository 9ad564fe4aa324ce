"""Receiving: a stick may fail, be full or be pulled out; nothing is left behind and nothing is half taken."""

from __future__ import annotations

import os
import shutil
from collections import namedtuple
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.bundle import reader
from desktop.bundle.limits import LIMITS
from desktop.bundle.reader import SPOOL_PREFIX
from desktop.bundle.registry import Registry
from desktop.bundle.trust import TrustedDevice
from desktop.domain.errors import CancelledError, Code, SoSenError
from tests.helpers.bundle_kit import (
    COMMUNE,
    COMMUNE_KEYS,
    OFFICE,
    OFFICE_KEYS,
    REGISTRY,
    STRANGER_KEYS,
    make_content,
    make_rows,
    open_as_office,
    written,
)


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    folder = tmp_path / "spool"
    folder.mkdir()
    return folder


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "a.goi"
    path.write_bytes(written(make_content(300)))
    return path


def refused(path: Path, spool: Path, **changes: Any) -> SoSenError:
    with pytest.raises(SoSenError) as caught:
        open_as_office(path, spool, **changes)
    assert list(spool.iterdir()) == []
    return caught.value


def test_the_copy_is_there_until_the_bundle_is_closed(bundle: Path, spool: Path) -> None:
    with open_as_office(bundle, spool) as opened:
        (folder,) = spool.iterdir()
        assert folder.name.startswith(SPOOL_PREFIX)
        assert opened.original.parent == folder
        bundle.unlink()  # the stick is pulled out
        assert [row for batch in opened.row_batches(COMMUNE) for row in batch] == make_rows(300)
    assert list(spool.iterdir()) == []


def test_no_plain_text_lies_on_the_disk_while_reading(bundle: Path, spool: Path) -> None:
    with open_as_office(bundle, spool) as opened:
        list(opened.row_batches(COMMUNE))
        files = [path for path in spool.rglob("*") if path.is_file()]
        assert [path.read_bytes() for path in files] == [bundle.read_bytes()]


def test_a_large_bundle_is_read_in_pieces_with_the_same_result(
    bundle: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_KEPT", 0)
    with open_as_office(bundle, spool) as opened:
        assert [row for batch in opened.row_batches(COMMUNE) for row in batch] == make_rows(300)
        assert len(opened.commits()) == 300


def test_it_can_be_read_twice(bundle: Path, spool: Path) -> None:
    with open_as_office(bundle, spool) as opened:
        assert list(opened.row_batches(COMMUNE)) == list(opened.row_batches(COMMUNE))
        assert opened.commits() == opened.commits()


def test_progress_rises_to_the_whole(bundle: Path, spool: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    open_as_office(bundle, spool, progress=lambda *step: seen.append(step)).close()
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {2 * bundle.stat().st_size}
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("step", range(4))
def test_a_cancel_at_any_step_leaves_nothing(step: int, bundle: Path, spool: Path) -> None:
    left = step

    def progress(_done: int, _total: int | None) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise CancelledError

    assert refused(bundle, spool, progress=progress).code is Code.E_CANCELLED


def count_copies(
    monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes] = lambda data: data
) -> list[int]:
    """Note the size of every copy; the first is spoilt."""
    copied = reader._Question._copied
    copies: list[int] = []

    def noted(self: Any) -> Any:
        found = copied(self)
        if not copies:
            found.path.write_bytes(spoil(found.path.read_bytes()))
        copies.append(found.size)
        return found

    monkeypatch.setattr(reader._Question, "_copied", noted)
    return copies


def test_a_flip_on_the_way_is_made_good_by_reading_again(
    bundle: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 4: the stick is right, the copy was not."""
    copies = count_copies(monkeypatch, lambda data: data[:-50] + bytes([data[-50] ^ 1]) + data[-49:])
    with open_as_office(bundle, spool) as opened:
        assert opened.manifest.n == 42
    assert len(copies) == 2


def test_a_file_that_is_damaged_is_read_twice_and_no_more(
    bundle: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle.write_bytes(bundle.read_bytes()[:-1])
    copies = count_copies(monkeypatch)
    assert refused(bundle, spool).code is Code.E_DAMAGED
    assert len(copies) == 2


def test_a_bundle_for_somebody_else_is_read_once(
    bundle: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = count_copies(monkeypatch)
    assert refused(bundle, spool, identities=[STRANGER_KEYS.sealing]).code is Code.E_NOTFORME
    assert len(copies) == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path, spool: Path) -> None:
    error = refused(tmp_path / "gone.goi", spool)
    assert (error.code, error.params["path"]) == (Code.E_IO, str(tmp_path / "gone.goi"))


def test_a_folder_is_no_bundle(tmp_path: Path, spool: Path) -> None:
    assert refused(tmp_path, spool).code is Code.E_FORMAT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_bundle(tmp_path: Path, spool: Path) -> None:
    os.mkfifo(tmp_path / "a.goi")
    assert refused(tmp_path / "a.goi", spool).code is Code.E_FORMAT


def test_a_full_disk_is_noticed_before_the_copy(
    bundle: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 0, 3 * bundle.stat().st_size - 1))
    assert refused(bundle, spool).code is Code.E_SPACE


def test_a_disk_that_fails_in_the_middle_is_told(
    bundle: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", failing)
    assert refused(bundle, spool).code is Code.E_SPACE


def test_a_file_beyond_the_limit_is_not_even_copied(bundle: Path, spool: Path) -> None:
    limits = replace(LIMITS, file=bundle.stat().st_size - 1)
    assert refused(bundle, spool, limits=limits).code is Code.E_LIMIT


@pytest.mark.parametrize(
    "limit",
    [
        {"age_header": 150},
        {"manifest": 500},
        {"signature": 100},
        {"members": 1},
        {"ndjson": 5000},
        {"writers": 0},
    ],
    ids=str,
)
def test_each_limit_is_kept(limit: dict[str, int], bundle: Path, spool: Path) -> None:
    assert refused(bundle, spool, limits=replace(LIMITS, **limit)).code is Code.E_LIMIT


def test_the_limits_of_lines_are_kept_when_they_are_read(bundle: Path, spool: Path) -> None:
    for limit in ({"line": 60}, {"string": 5}):
        with open_as_office(bundle, spool, limits=replace(LIMITS, **limit)) as opened:
            for read in (opened.commits, lambda opened=opened: list(opened.row_batches(COMMUNE))):
                with pytest.raises(SoSenError) as caught:
                    read()
                assert caught.value.code is Code.E_LIMIT


def test_an_impostor_whose_id_begins_alike_is_unknown(bundle: Path, spool: Path) -> None:
    """The id is a short hash of the key; the key itself is compared."""

    class Confused:
        def device(self, device_id: str) -> TrustedDevice | None:
            return TrustedDevice(device_id, COMMUNE, OFFICE_KEYS.public_key)

    error = refused(bundle, spool, trust=Confused())
    assert (error.code, error.params["device"]) == (Code.E_UNKNOWN_SIGNER, COMMUNE_KEYS.device)


def test_a_device_that_moved_to_another_unit_does_not_speak_for_the_old_one(
    bundle: Path, spool: Path
) -> None:
    devices = [replace(one, unit=OFFICE) for one in REGISTRY.devices]
    moved = Registry(REGISTRY.epoch, REGISTRY.roots, REGISTRY.units, tuple(devices))
    assert refused(bundle, spool, trust=moved).code is Code.E_SIG


def test_a_computer_of_two_units_takes_what_is_for_either(bundle: Path, spool: Path) -> None:
    me = frozenset({"99999-00000000", OFFICE})
    open_as_office(bundle, spool, me=me).close()
    assert refused(bundle, spool, me=frozenset()).code is Code.E_NOTFORME


def test_an_old_key_still_opens_what_was_sealed_to_it(bundle: Path, spool: Path) -> None:
    keys = [STRANGER_KEYS.sealing, OFFICE_KEYS.sealing]
    open_as_office(bundle, spool, identities=keys).close()


def test_nothing_is_parsed_before_it_is_verified(
    bundle: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object) -> None:
        pytest.fail("a manifest of a stranger was parsed")

    monkeypatch.setattr(reader, "parse", unreachable)

    class Nobody:
        def device(self, _device_id: str) -> None:
            return None

    assert refused(bundle, spool, trust=Nobody()).code is Code.E_UNKNOWN_SIGNER
