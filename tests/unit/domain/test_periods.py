"""The office gets the reporting periods of a year ready made, by the Decree and by the Party's calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.entities import Period, PeriodKind, ReportingRegime
from desktop.domain.periods import build_periods, period_containing, period_name

STATE, PARTY = ReportingRegime.STATE, ReportingRegime.PARTY
years = st.integers(2000, 2100)
regimes = st.sampled_from(ReportingRegime)


def periods_of(year: int, regime: ReportingRegime = STATE) -> list[Period]:
    return [Period(id=f"{at:032x}", **fields) for at, fields in enumerate(build_periods(year, regime))]


def span(kind: PeriodKind, number: int, regime: ReportingRegime = STATE) -> tuple[date | None, date | None]:
    found = [item for item in periods_of(2022, regime) if (item.kind, item.number) == (kind, number)]
    assert len(found) == 1
    return found[0].from_on, found[0].cutoff_on


@pytest.mark.parametrize(
    ("kind", "number", "from_on", "cutoff_on"),
    [
        (PeriodKind.MONTH, 1, date(2021, 12, 15), date(2022, 1, 14)),
        (PeriodKind.MONTH, 6, date(2022, 5, 15), date(2022, 6, 14)),
        (PeriodKind.MONTH, 12, date(2022, 11, 15), date(2022, 12, 14)),
        (PeriodKind.QUARTER, 1, date(2021, 12, 15), date(2022, 3, 14)),
        (PeriodKind.QUARTER, 2, date(2022, 3, 15), date(2022, 6, 14)),
        (PeriodKind.QUARTER, 4, date(2022, 9, 15), date(2022, 12, 14)),
        (PeriodKind.HALF_YEAR, 1, date(2021, 12, 15), date(2022, 6, 14)),
        (PeriodKind.HALF_YEAR, 2, date(2022, 6, 15), date(2022, 12, 14)),
        (PeriodKind.YEAR, 1, date(2021, 12, 15), date(2022, 12, 14)),
    ],
)
def test_the_state_calendar_is_that_of_decree_09_2019(
    kind: PeriodKind, number: int, from_on: date, cutoff_on: date
) -> None:
    assert span(kind, number) == (from_on, cutoff_on)


@pytest.mark.parametrize(
    ("kind", "number", "from_on", "cutoff_on"),
    [
        (PeriodKind.MONTH, 2, date(2022, 2, 1), date(2022, 2, 28)),
        (PeriodKind.MONTH, 12, date(2022, 12, 1), date(2022, 12, 31)),
        (PeriodKind.QUARTER, 2, date(2022, 4, 1), date(2022, 6, 30)),
        (PeriodKind.HALF_YEAR, 2, date(2022, 7, 1), date(2022, 12, 31)),
        (PeriodKind.YEAR, 1, date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_the_party_calendar_is_that_of_the_months(
    kind: PeriodKind, number: int, from_on: date, cutoff_on: date
) -> None:
    assert span(kind, number, PARTY) == (from_on, cutoff_on)


@given(years, regimes)
def test_the_periods_of_a_kind_cover_the_year_without_gap_or_overlap(
    year: int, regime: ReportingRegime
) -> None:
    periods = build_periods(year, regime)
    whole = periods[-1]
    for kind, count in {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF_YEAR: 2}.items():
        parts = [item for item in periods if item["kind"] is kind]
        assert [item["number"] for item in parts] == list(range(1, count + 1))
        assert (parts[0]["from_on"], parts[-1]["cutoff_on"]) == (whole["from_on"], whole["cutoff_on"])
        assert all(b["from_on"] - a["cutoff_on"] == timedelta(days=1) for a, b in pairwise(parts))
    assert len(periods) == 19


@given(st.integers(2000, 2099), regimes)
def test_one_year_ends_the_day_before_the_next_begins(year: int, regime: ReportingRegime) -> None:
    this, following = build_periods(year, regime)[-1], build_periods(year + 1, regime)[-1]
    assert following["from_on"] - this["cutoff_on"] == timedelta(days=1)


@given(years, regimes, st.integers(1, 20), st.sets(st.dates(date(2000, 1, 1), date(2101, 1, 1)), max_size=3))
def test_there_is_a_working_day_to_send_in(
    year: int, regime: ReportingRegime, submit_days: int, holidays: set[date]
) -> None:
    for item in build_periods(year, regime, submit_days, holidays):
        submit_by = item["submit_by"]
        assert submit_by >= item["cutoff_on"] + timedelta(days=submit_days)
        assert submit_by.weekday() < 5
        assert submit_by not in holidays
        assert not Period(**item).problems()


def test_sending_moves_past_weekends_and_holidays() -> None:
    april = next(item for item in build_periods(2022, PARTY, 1) if item["number"] == 4)
    assert april["submit_by"] == date(2022, 5, 2)  # 1 May 2022 is a Sunday
    days_off = {date(2022, 5, 2), date(2022, 5, 3)}
    april = next(item for item in build_periods(2022, PARTY, 1, days_off) if item["number"] == 4)
    assert april["submit_by"] == date(2022, 5, 4)


def test_less_than_one_day_to_send_is_refused() -> None:
    with pytest.raises(ValueError, match="working day"):
        build_periods(2022, STATE, 0)


@given(st.dates(date(2021, 12, 15), date(2022, 12, 14)), st.sampled_from([*PeriodKind]))
def test_each_day_of_the_year_has_its_period(day: date, kind: PeriodKind) -> None:
    periods = periods_of(2022, PARTY) + periods_of(2022)
    found = period_containing(periods, day, kind)
    if kind is PeriodKind.WEEK:
        assert found is None
        return
    assert found is not None
    assert found.regime is STATE
    assert found.from_on is not None
    assert found.cutoff_on is not None
    assert found.from_on <= day <= found.cutoff_on


def test_a_day_outside_and_a_period_without_days_are_no_period() -> None:
    assert period_containing(periods_of(2022), date(2022, 12, 15), PeriodKind.MONTH) is None
    unfinished = Period(year=2022, kind=PeriodKind.MONTH, number=1)
    assert period_containing([unfinished], date(2022, 1, 1), PeriodKind.MONTH) is None


def test_of_two_overlapping_periods_the_next_report_is_meant() -> None:
    june, july = periods_of(2022)[5:7]
    july = july.replace(from_on=date(2022, 6, 1))
    for listed in ([june, july], [july, june]):
        assert period_containing(listed, date(2022, 6, 10), PeriodKind.MONTH) == june


def test_a_label_is_made_of_kind_number_and_year() -> None:
    assert period_name(periods_of(2022)[5]) == (PeriodKind.MONTH, 6, 2022)
    assert period_name(Period(year=2022)) is None
