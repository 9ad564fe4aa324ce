"""The district's table: who has sent, and behind each number exactly as many rows as it says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from desktop.domain.entities import Task
from desktop.usecases.behind_figure import Figure, rows_behind
from desktop.usecases.edit_records import change_fields
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.office import Office, sample_clock
from desktop.usecases.read_consolidation import UnitFigures, read_consolidation
from desktop.usecases.receive_bundles import take_bundles
from desktop.usecases.summarise import SummaryRow, sum_of
from tests.helpers.offices import DISTRICT, HUNG_THANH, PHU_DIEN, SampleYear, copy_sample, no_progress

NUMBERS = {
    Figure.TASKS: lambda row: row.tasks.total,
    Figure.COMPLETED: lambda row: row.tasks.completed,
    Figure.OVERDUE: lambda row: row.tasks.open_overdue,
    Figure.DUE_SOON: lambda row: row.tasks.due_soon,
    Figure.TARGETS: lambda row: row.targets,
    Figure.TARGETS_REACHED: lambda row: row.targets_reached,
    Figure.SOLUTIONS: lambda row: row.solutions,
    Figure.CONFLICTS: lambda row: row.conflicts,
}


@pytest.fixture
def district(own_sample_year: SampleYear) -> Iterator[Office]:
    """The district, after two of its communes have sent."""
    for code in (PHU_DIEN, HUNG_THANH):
        with closing(own_sample_year.open(code)) as commune:
            export_bundles(commune, own_sample_year.stick, no_progress)
    with closing(own_sample_year.open(DISTRICT)) as office:
        take_bundles(office, sorted(own_sample_year.stick.iterdir()), no_progress)
        yield office


def line(office: Office, code: str) -> UnitFigures:
    return next(unit for unit in read_consolidation(office, 2022).units if unit.id.startswith(code))


def test_the_district_sees_who_has_sent_in_this_period_and_who_has_not(district: Office) -> None:
    table = read_consolidation(district, 2022)
    assert (table.awaited, table.sent, table.is_blank) == (13, 2, False)
    assert (table.month, table.since, table.until) == (7, date(2022, 6, 15), date(2022, 7, 14))
    sent = line(district, PHU_DIEN)
    assert sent.has_sent
    assert sent.bundle is not None
    assert sent.bundle.n == 1
    assert line(district, "30073").is_old


def test_figures_sent_in_the_period_before_are_marked_as_old(district: Office) -> None:
    district.store.set_meta("sample_today", "2022-07-20")
    district.store.now = sample_clock(date(2022, 7, 20))
    table = read_consolidation(district, 2022)
    assert (table.sent, table.month) == (0, 8)
    assert line(district, PHU_DIEN).is_old


@pytest.mark.parametrize("figure", NUMBERS, ids=str)
def test_behind_each_number_are_as_many_rows_as_it_says(district: Office, figure: Figure) -> None:
    units = read_consolidation(district, 2022).units
    whole: SummaryRow = sum_of(unit.row for unit in units)
    assert len(rows_behind(district, figure, "", 2022)) == NUMBERS[figure](whole)
    for code in (PHU_DIEN, HUNG_THANH):
        unit = line(district, code)
        found = rows_behind(district, figure, unit.id, 2022)
        assert len(found) == NUMBERS[figure](unit.row)
        assert {row.unit for row in found} <= {unit.id}


def test_a_row_behind_a_number_names_who_leads_it_and_how_late_it_is(district: Office) -> None:
    late = rows_behind(district, Figure.OVERDUE, line(district, PHU_DIEN).id, 2022)
    assert late
    assert all(row.days_late > 0 and row.title and row.record_id for row in late)
    assert any(row.lead for row in late)


def test_values_that_two_computers_wrote_apart_are_listed_one_by_one(own_sample_year: SampleYear) -> None:
    with closing(own_sample_year.open(PHU_DIEN)) as commune:
        export_bundles(commune, own_sample_year.stick, no_progress)
        task = commune.store.select(Task, scope=commune.unit_id)[0]
    copied = copy_sample(own_sample_year, own_sample_year.folder.parent / "copied")
    for year, words in ((own_sample_year, "Ghi ở máy này"), (copied, "Ghi ở máy kia")):
        with closing(year.open(PHU_DIEN)) as commune:
            # Both go on from one copy, each under a writer's name of its own.
            with commune.store.writing():
                commune.store.writers.retire_own()
            change_fields(commune, Task, task.id, {"note": words})
            export_bundles(commune, own_sample_year.stick, no_progress)
    with closing(own_sample_year.open(DISTRICT)) as office:
        take_bundles(office, sorted(own_sample_year.stick.iterdir()), no_progress)
        (row,) = rows_behind(office, Figure.CONFLICTS, "", 2022)
        assert line(office, PHU_DIEN).row.conflicts == 1
    assert (row.record_id, row.owner_table, row.register) == (task.id, "task", "note")


def test_the_bundles_of_a_unit_are_listed_newest_first(district: Office) -> None:
    unit = line(district, PHU_DIEN).id
    found = rows_behind(district, Figure.BUNDLES, unit, 2022)
    assert [row.bundle.n for row in found if row.bundle] == [1]
    assert len(rows_behind(district, Figure.BUNDLES, "", 2022)) == 2


def test_before_anything_came_the_table_is_blank(own_sample_year: SampleYear) -> None:
    with closing(own_sample_year.open(DISTRICT)) as office:
        table = read_consolidation(office, 2022)
    assert table.is_blank
    assert [unit.row.tasks.total for unit in table.units] == [0] * 13
