"""Whoever asks for help about a file that was refused finds it in the log: which, when, why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.domain.errors import Code
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import LogLine, read_bundle_log
from desktop.usecases.receive_bundles import look_at_bundles, take_bundles
from tests.helpers.offices import DISTRICT, HUNG_THANH, PHU_DIEN, SampleYear, no_progress


@pytest.fixture
def district(own_sample_year: SampleYear) -> Iterator[Office]:
    office = own_sample_year.open(DISTRICT)
    yield office
    office.close()


def refused(office: Office) -> list[LogLine]:
    return [line for line in read_bundle_log(office) if line.code not in (Code.OK, Code.OK_DUP)]


def test_a_file_refused_before_it_said_who_it_is_from_stands_in_the_log(
    district: Office, own_sample_year: SampleYear
) -> None:
    stick = own_sample_year.stick
    (stick / "rac.goi").write_bytes(b"khong phai goi")
    (stick / "trong.goi").touch()
    look_at_bundles(district, [stick], no_progress)
    lines = {line.file_name: line for line in refused(district)}
    assert set(lines) == {"rac.goi", "trong.goi"}
    assert lines["rac.goi"].code is Code.E_DAMAGED
    assert (lines["rac.goi"].size, lines["rac.goi"].unit, lines["rac.goi"].n) == (14, "", 0)


def test_trying_a_file_again_adds_no_line(district: Office, own_sample_year: SampleYear) -> None:
    path = own_sample_year.stick / "rac.goi"
    path.write_bytes(b"khong phai goi")
    for _try in range(3):
        look_at_bundles(district, [path], no_progress)
        take_bundles(district, [path], no_progress)
    path.rename(path.with_name("rac (1).goi"))
    look_at_bundles(district, [path.with_name("rac (1).goi")], no_progress)
    assert [line.file_name for line in refused(district)] == ["rac (1).goi"]


def test_a_bundle_for_another_office_is_logged_by_its_file(own_sample_year: SampleYear) -> None:
    sender, other = own_sample_year.open(PHU_DIEN), own_sample_year.open(HUNG_THANH)
    sent = export_bundles(sender, own_sample_year.stick, no_progress)[0].path
    look_at_bundles(other, [sent], no_progress)
    assert [(line.code, line.file_name) for line in refused(other)] == [(Code.E_NOTFORME, sent.name)]
    sender.close()
    other.close()


def test_what_was_taken_carries_the_name_of_its_file(district: Office, own_sample_year: SampleYear) -> None:
    sender = own_sample_year.open(PHU_DIEN)
    sent = export_bundles(sender, own_sample_year.stick, no_progress)[0].path
    take_bundles(district, [sent], no_progress)
    taken = next(line for line in read_bundle_log(district) if line.unit == sender.unit_id)
    assert (taken.code, taken.file_name) == (Code.OK, sent.name)
    sender.close()
