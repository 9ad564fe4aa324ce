"""One odd file on a stick never stops the others: each has its own outcome."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.bundle.reader import open_bundle
from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.domain.formats import shown_name
from desktop.usecases import import_bundle
from desktop.usecases.edit_records import add_record
from desktop.usecases.evidence import attach_evidence
from desktop.usecases.import_bundle import bundle_files, import_bundles
from desktop.usecases.office import Office
from desktop.usecases.parking import list_parked
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.receive_bundles import Standing, look_at_bundles, take_bundles
from tests.helpers.bundle_draft import Draft
from tests.helpers.bundle_kit import STRANGER_KEYS, make_content
from tests.helpers.offices import no_progress
from tests.helpers.vector_office import found_vector_office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names on Windows are always text")
ODD = os.fsdecode(b"a\xff.goi")
"""A name that is no UTF-8, as a stick written elsewhere has it."""
SHOWN = "a\ufffd.goi"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = found_vector_office(tmp_path / "office")
    yield made
    made.close()


def test_a_file_with_an_odd_name_that_is_no_bundle_stops_no_other(office: Office, stick: Path) -> None:
    (stick / ODD).write_bytes(b"junk")
    (stick / "b.goi").write_bytes(Draft().sealed())
    looked = {shown_name(one.path): one.standing for one in look_at_bundles(office, [stick], no_progress)}
    assert looked == {SHOWN: Standing.REFUSED, "b.goi": Standing.CLEAN}
    taken = take_bundles(office, bundle_files(office, [stick]), no_progress)
    assert [one.standing for one in taken] == [Standing.REFUSED, Standing.TAKEN]
    assert {line.file_name for line in read_bundle_log(office)} == {SHOWN, "b.goi"}


def test_a_good_bundle_with_an_odd_name_is_taken(office: Office, stick: Path) -> None:
    (stick / ODD).write_bytes(Draft().sealed())
    (outcome,) = import_bundles(office, bundle_files(office, [stick]), no_progress)
    assert outcome.code is Code.OK
    assert [line.file_name for line in read_bundle_log(office)] == [SHOWN]


def test_a_stranger_s_bundle_with_an_odd_name_is_kept_aside(office: Office, stick: Path) -> None:
    (stick / ODD).write_bytes(Draft(keys=STRANGER_KEYS, content=make_content()).sealed())
    (outcome,) = import_bundles(office, bundle_files(office, [stick]), no_progress)
    assert (outcome.code, outcome.is_parked) == (Code.E_UNKNOWN_SIGNER, True)
    assert [line.file_name for line in list_parked(office)] == [SHOWN]


def test_an_attached_file_with_an_odd_name_is_kept(office: Office, stick: Path) -> None:
    task = add_record(office, Task(title="Việc"))
    (stick / ODD).write_bytes(b"%PDF-1.4 words")
    assert attach_evidence(office, task.id, stick / ODD, no_progress).name == SHOWN


def test_a_fault_of_our_own_in_one_file_is_that_file_s_outcome(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever nobody foresaw in one bundle, the thirteen others of the month are taken."""
    (stick / "a.goi").write_bytes(b"junk")
    (stick / "b.goi").write_bytes(Draft().sealed())

    def opened(path: Path, **named: object) -> object:
        if path.name == "a.goi":
            raise ZeroDivisionError("nobody foresaw this")
        return open_bundle(path, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(import_bundle, "open_bundle", opened)
    taken = take_bundles(office, bundle_files(office, [stick]), no_progress)
    assert [one.standing for one in taken] == [Standing.REFUSED, Standing.TAKEN]
    assert taken[0].error is not None
    assert taken[0].error.code is Code.E_INTERNAL
    assert "nobody foresaw this" in caplog.text
    assert {line.file_name: line.code for line in read_bundle_log(office)} == {
        "a.goi": Code.E_INTERNAL,
        "b.goi": Code.OK,
    }


@pytest.mark.parametrize("mark", ["\u202e", "\n", "\x00", "\x1b", "\ud800"])
def test_what_cannot_be_seen_in_a_name_is_shown(mark: str) -> None:
    """A name that turns its own reading direction round, or ends a line, deceives nobody."""
    assert shown_name(Path(f"Kế hoạch{mark}fdp.goi")) == "Kế hoạch\ufffdfdp.goi"
