"""Sticks that lie or go away, and flips in memory: told in words, and the office's data stays as it is."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from desktop.bundle import reader
from desktop.domain.errors import Code
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office
from tests.helpers.bundle_kit import make_content, written
from tests.helpers.dumps import whole_dump
from tests.helpers.offices import no_progress
from tests.helpers.vector_office import LOG_ONLY, found_vector_office, left_behind, refused

GOOD = written(make_content(40))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = found_vector_office(tmp_path / "office")
    yield made
    made.close()


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "a.goi"
    path.write_bytes(GOOD)
    return path


class Source:
    """A stick: a file of which a reading may go wrong; ``readings`` counts how often it was asked."""

    def __init__(self, file: BinaryIO, spoil: Any) -> None:
        self._file = file
        self._spoil = spoil

    def read(self, size: int) -> bytes:
        data = self._file.read(min(size, 1000))
        return bytes(self._spoil(self._file.tell(), data))

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_fault_01_02_03_what_came_damaged_leaves_an_office_as_it_was(office: Office, number: int) -> None:
    refused(office, number)


def test_fault_04_a_flip_in_memory_is_asked_again_and_then_blamed_on_the_file(
    office: Office, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once flipped the bundle is taken at the second reading; flipped again it is refused, untouched."""
    refused(office, 4)
    readings, flips = 0, 2

    def opened(path: Path) -> Source | BinaryIO:
        nonlocal readings
        if path != bundle:
            return path.open("rb")  # the copy on the disk
        readings += 1
        number = readings

        def flip(end: int, data: bytes) -> bytes:
            return bytes([data[0] ^ 4]) + data[1:] if number <= flips and 0 < end <= 1000 and data else data

        return Source(path.open("rb"), flip)

    monkeypatch.setattr(reader, "open_patiently", opened)
    before = whole_dump(office.store, without=LOG_ONLY)
    assert import_bundles(office, [bundle], no_progress)[0].code is Code.E_DAMAGED
    assert readings == 2
    assert whole_dump(office.store, without=LOG_ONLY) == before
    readings, flips = 0, 1
    assert import_bundles(office, [bundle], no_progress)[0].code is Code.OK
    assert readings == 2


@pytest.mark.parametrize("kept", [0, 1, 512, len(GOOD) // 2, len(GOOD) - 512, len(GOOD) - 1])
def test_fault_05_a_file_whose_end_is_zeros_or_missing_is_damaged(
    office: Office, bundle: Path, kept: int
) -> None:
    """What a stick that was pulled out too early looks like: the right size, zeros from somewhere on."""
    refused(office, 5)
    before = whole_dump(office.store, without=LOG_ONLY)
    for content in (GOOD[:kept] + bytes(len(GOOD) - kept), GOOD[:kept]):
        bundle.write_bytes(content)
        assert import_bundles(office, [bundle], no_progress)[0].code is Code.E_DAMAGED
    assert whole_dump(office.store, without=LOG_ONLY) == before
    assert left_behind(office) == []


@pytest.mark.parametrize("fault", [errno.EIO, errno.ENODEV, errno.ENOENT])
def test_fault_07_a_stick_pulled_out_while_reading_changes_nothing_and_the_bundle_can_be_taken_later(
    office: Office, bundle: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    before = whole_dump(office.store)
    for gone_at in range(0, len(GOOD), 1000):

        def pulled(end: int, data: bytes, at: int = gone_at) -> bytes:
            if end > at:
                raise OSError(fault, "gone")
            return data

        def opened(path: Path, spoil: Any = pulled) -> Source | BinaryIO:
            return Source(path.open("rb"), spoil) if path == bundle else path.open("rb")

        monkeypatch.setattr(reader, "open_patiently", opened)
        (outcome,) = import_bundles(office, [bundle], no_progress)
        assert outcome.code is Code.E_IO
        assert left_behind(office) == []
    assert whole_dump(office.store) == before
    monkeypatch.undo()
    assert import_bundles(office, [bundle], no_progress)[0].code is Code.OK
