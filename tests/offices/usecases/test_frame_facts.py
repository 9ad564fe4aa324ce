"""The bars of the window tell the truth: whose office, which years, saved when, backed up when, unsent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.entities import Programme, Task
from desktop.domain.formats import local_day
from desktop.usecases.back_up import back_up, list_kept_backups
from desktop.usecases.check_database import check_database
from desktop.usecases.edit_records import change_fields
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.read_footer import backup_moment, read_footer
from desktop.usecases.read_frame import read_frame
from desktop.usecases.read_today import read_today
from desktop.usecases.sending import Waiting
from desktop.usecases.system_facts import read_system_facts
from desktop.usecases.today_lines import CardKey
from tests.helpers.media import small_disk
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, no_progress
from tests.helpers.small_office import SmallOffice


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallOffice]:
    made = SmallOffice(tmp_path / "data")
    yield made
    made.store.close()


def test_years_are_those_with_a_plan_or_programme_and_this_one(small: SmallOffice) -> None:
    small.add(Programme(year=2021, title="Chương trình 2021"))
    small.add(small.plan.replace(id="", year=2023))
    facts = read_frame(small.office)
    assert facts.years == (2021, 2022, 2023)
    assert facts.this_year == 2022


def test_the_unit_has_no_name_before_the_registry_has_come(small: SmallOffice) -> None:
    assert read_frame(small.office).unit == ""
    small.commune("30067", "Xã Phú Điền")
    assert read_frame(small.office).unit == "Xã Phú Điền"


def test_the_period_is_the_state_s_month_of_today(small: SmallOffice) -> None:
    period = read_frame(small.office).period
    assert period is not None
    assert (period.number, period.cutoff_on) == (7, date(2022, 7, 14))


def test_nothing_is_claimed_of_an_office_without_data(tmp_path: Path) -> None:
    empty = SmallOffice(tmp_path / "empty", periods=False)
    assert read_frame(empty.office).period is None
    footer = read_footer(empty.office)
    assert footer.saved is not None
    assert footer.backup is None
    assert footer.waiting is None
    empty.store.close()


def test_a_backup_is_listed_with_time_size_and_place(small: SmallOffice) -> None:
    made = back_up(small.office)
    assert list_kept_backups(small.office) == [made]
    assert made.size == made.path.stat().st_size > 0
    assert made.made.day is None
    assert read_footer(small.office).backup == made.made


def test_what_is_written_into_a_bundle_is_no_longer_left_to_send(own_sample_year: SampleYear) -> None:
    commune, district = own_sample_year.open(PHU_DIEN), own_sample_year.open(DISTRICT)
    before = read_footer(commune).waiting
    assert before is not None
    assert before.unwritten == before.unconfirmed > 0
    sent = export_bundles(commune, own_sample_year.stick, no_progress)
    assert read_footer(commune).waiting == Waiting(0, before.unconfirmed)
    assert read_today(commune).counts[CardKey.UNSENT] == 0
    task = commune.store.select(Task)[0]
    change_fields(commune, Task, task.id, {"note": "Thêm một câu"})
    now = read_footer(commune).waiting
    assert now is not None
    assert (now.unwritten, read_today(commune).counts[CardKey.UNSENT]) == (1, 1)
    again = export_bundles(commune, own_sample_year.stick, no_progress)
    assert again[0].rows >= sent[0].rows  # nothing is confirmed yet, so everything goes again
    import_bundles(district, [again[0].path], no_progress)
    for receipt in export_bundles(district, own_sample_year.folder / "down", no_progress):
        if receipt.unit == commune.unit_id:
            import_bundles(commune, [receipt.path], no_progress)
    assert read_footer(commune).waiting == Waiting(0, 0)
    commune.close()
    district.close()


def test_facts_for_support_name_versions_and_places_only(small: SmallOffice) -> None:
    facts = read_system_facts(small.office)
    assert facts.data == small.store.folder
    assert facts.size > 0
    assert small.plan.title not in facts.as_text()


def test_a_disk_with_little_room_is_told_and_one_with_enough_is_not(
    small: SmallOffice, tmp_path: Path
) -> None:
    """A real small disk: below 500 MB the bar and ``doctor`` warn, and nothing is called damaged."""
    assert read_footer(small.office).scarce is None
    with small_disk(tmp_path / "small", 64 * 1024 * 1024) as disk:
        tight = SmallOffice(disk / "data")
        scarce = read_footer(tight.office).scarce
        assert scarce is not None
        assert 0 < scarce < 64 * 1024 * 1024
        report = check_database(tight.office, no_progress)
        assert report.is_sound
        assert report.scarce is not None
        assert 0 < report.scarce < 64 * 1024 * 1024
        assert report.as_json()["scarce_space"] == report.scarce
        tight.store.close()


def test_a_backup_without_a_date_does_not_stop_the_footer() -> None:
    """FAT sticks and dead clocks leave files of the year 1970, for which Windows knows no zone."""
    assert backup_moment(0.0).day == local_day(0)
    assert backup_moment(-1e12).day == local_day(0)
