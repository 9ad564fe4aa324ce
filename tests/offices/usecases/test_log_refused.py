"""Whoever asks for help about a file that was refused finds it in the log: which, when, why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.domain.errors import Code, SoSenError
from desktop.usecases.export_bundle import export_bundles, plan_sending
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.log_refused import MOST_REFUSED, log_refused
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import LogLine, read_bundle_log
from desktop.usecases.receipts import SentState
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


@pytest.mark.parametrize(
    "code",
    [
        Code.E_DAMAGED,
        Code.E_FORMAT,
        Code.E_LIMIT,
        Code.E_NOTFORME,
        Code.E_SIG,
        Code.E_UNKNOWN_SIGNER,
        Code.E_REVOKED,
        Code.E_NEWER,
    ],
)
def test_every_refusal_of_a_file_leaves_one_line_with_its_newest_time(
    district: Office, own_sample_year: SampleYear, code: Code
) -> None:
    path = own_sample_year.stick / "la.goi"
    path.write_bytes(b"noi dung la")
    outcome = BundleOutcome(path, code, error=SoSenError(code, "as the reader says"))
    log_refused(district, [outcome])
    first = refused(district)[0].at
    district.store.now = lambda: first + 60_000
    log_refused(district, [outcome])
    assert [(one.file_name, one.code, one.size, one.at) for one in refused(district)] == [
        ("la.goi", code, 11, first + 60_000)
    ]


@pytest.mark.parametrize("code", [Code.E_IO, Code.E_SPACE, Code.E_BUSY, Code.E_CANCELLED])
def test_what_failed_on_this_computer_is_not_held_against_the_file(
    district: Office, own_sample_year: SampleYear, code: Code
) -> None:
    path = own_sample_year.stick / "la.goi"
    path.write_bytes(b"noi dung la")
    log_refused(district, [BundleOutcome(path, code, error=SoSenError(code, "for a moment"))])
    assert refused(district) == []


def test_a_stick_full_of_rubbish_pushes_nothing_real_out_of_the_log(
    district: Office, own_sample_year: SampleYear
) -> None:
    """Receipts still travel, what was sent is still known, and the page still shows the real bundles."""
    sender = own_sample_year.open(PHU_DIEN)
    taken = export_bundles(sender, own_sample_year.stick, no_progress)[0]
    take_bundles(district, [taken.path], no_progress)
    export_bundles(district, own_sample_year.folder / "down", no_progress)
    real = {line.id for line in read_bundle_log(district)}
    sent = {line.unit: (line.last_sent_at, line.last_n) for line in plan_sending(district)}
    rubbish = own_sample_year.folder / "rubbish"
    rubbish.mkdir()
    for number in range(MOST_REFUSED + 400):
        (rubbish / f"{number}.goi").write_bytes(b"rubbish %d" % number)
    look_at_bundles(district, [rubbish], no_progress)
    lines = read_bundle_log(district)
    assert real <= {line.id for line in lines}
    assert len(lines) == len(real) + MOST_REFUSED
    assert {line.unit: (line.last_sent_at, line.last_n) for line in plan_sending(district)} == sent
    answers = export_bundles(district, own_sample_year.folder / "again", no_progress)
    answer = next(one for one in answers if one.unit == sender.unit_id)
    take_bundles(sender, [answer.path], no_progress)
    standing = next(line.standing for line in read_bundle_log(sender) if line.id == taken.bundle)
    assert standing is not None
    assert standing.state is SentState.TAKEN
    sender.close()
