"""A clerk reads and types numbers and days the Vietnamese way, and nothing is guessed behind their back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.days import format_date
from desktop.domain.formats import (
    Decimals,
    InvalidNumberError,
    NumberFault,
    format_bytes,
    format_moment,
    format_number,
    format_percent,
    local_day,
    parse_number,
)
from desktop.domain.typed_dates import DateFault, InvalidDateError, parse_date

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


# --- numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (Decimal("1234.5"), None, "1.234,5"),
        (1234567, None, "1.234.567"),
        (Decimal("7.50"), None, "7,50"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("-1234.5"), None, "-1.234,5"),
        (0, None, "0"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("-0.125"), 2, "-0,13"),
        (Decimal("-0.001"), 2, "0,00"),
        (12, 2, "12,00"),
        (Decimal("NaN"), None, "NaN"),
        (Decimal("1E+99999999"), None, "1E+99999999"),
    ],
)
def test_numbers_are_shown_with_points_and_a_comma(
    value: Decimal | int, places: int | None, shown: str
) -> None:
    assert format_number(value, places) == shown


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234\u202f567", "1234567"),
        ("1.234", "1234"),
        ("1.234.567,89", "1234567.89"),
        ("1,234", "1.234"),
        (",5", "0.5"),
        ("0,5", "0.5"),
        ("007", "7"),
        (" -3 ", "-3"),
        ("\u2212 3,5", "-3.5"),
        ("+3", "3"),
        ("-0", "0"),
    ],
)
def test_numbers_are_read_as_they_are_written_here(typed: str, value: str) -> None:
    number = parse_number(typed)
    assert number == Decimal(value)
    assert str(number) == value


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", NumberFault.EMPTY),
        (" ", NumberFault.EMPTY),
        ("-", NumberFault.EMPTY),
        ("năm", NumberFault.NOT_A_NUMBER),
        ("5%", NumberFault.NOT_A_NUMBER),
        ("1e5", NumberFault.NOT_A_NUMBER),
        ("²", NumberFault.NOT_A_NUMBER),
        ("٣", NumberFault.NOT_A_NUMBER),
        ("5,", NumberFault.NOT_A_NUMBER),
        ("NaN", NumberFault.NOT_A_NUMBER),
        ("--5", NumberFault.NOT_A_NUMBER),
        ("1.23", NumberFault.AMBIGUOUS_POINT),
        ("0.5", NumberFault.AMBIGUOUS_POINT),
        ("0.123", NumberFault.AMBIGUOUS_POINT),
        ("1234.567", NumberFault.AMBIGUOUS_POINT),
        ("1.23.456", NumberFault.WRONG_GROUPS),
        ("1.234 567", NumberFault.WRONG_GROUPS),
        ("12 34", NumberFault.WRONG_GROUPS),
        ("1,234.5", NumberFault.WRONG_COMMA),
        ("1,234,567", NumberFault.WRONG_COMMA),
        ("9" * 41, NumberFault.TOO_LONG),
    ],
)
def test_what_could_mean_two_things_is_refused_with_its_reason(typed: str, reason: NumberFault) -> None:
    with pytest.raises(InvalidNumberError) as caught:
        parse_number(typed)
    assert caught.value.reason is reason
    assert caught.value.text == typed


@given(decimals)
def test_what_is_shown_can_be_typed_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value
    assert parse_number(format_number(value, decimals=Decimals.POINT), Decimals.POINT) == value


def test_in_english_points_and_commas_change_their_places() -> None:
    """Who reads the window in English reads 1.5 GB and not 1,5 GB, and may type it so."""
    assert format_number(Decimal("1234567.5"), decimals=Decimals.POINT) == "1,234,567.5"
    assert format_percent(Decimal("66.666"), decimals=Decimals.POINT) == "66.7%"
    assert format_percent(100, decimals=Decimals.POINT) == "100%"
    assert format_bytes(1536 * 1024**2, Decimals.POINT) == "1.5 GB"
    assert format_bytes(1023, Decimals.POINT) == "1,023 B"
    assert parse_number("1,234.5", Decimals.POINT) == Decimal("1234.5")
    with pytest.raises(InvalidNumberError) as caught:
        parse_number("1,5", Decimals.POINT)
    assert (caught.value.reason, caught.value.text) == (NumberFault.AMBIGUOUS_POINT, "1,5")


@given(st.integers(-(10**30), 10**30))
def test_whole_numbers_of_any_size_come_back(value: int) -> None:
    assert parse_number(format_number(value)) == value


@given(st.text(alphabet="0123456789., -+x", max_size=12))
def test_any_typing_is_a_number_or_a_reason(typed: str) -> None:
    try:
        number = parse_number(typed)
    except InvalidNumberError:
        return
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize(
    ("percent", "shown"),
    [
        (Decimal("66.6666"), "66,7%"),
        (100, "100%"),
        (Decimal("100.00"), "100%"),
        (0, "0%"),
        (Decimal("1234.5"), "1.234,5%"),
        (Decimal("99.96"), "100%"),
        (Decimal("-0.5"), "-0,5%"),
    ],
)
def test_percentages_have_no_empty_decimals(percent: Decimal | int, shown: str) -> None:
    assert format_percent(percent) == shown


def test_percentages_take_the_decimals_asked_for() -> None:
    assert format_percent(Decimal("116.3636"), 2) == "116,36%"
    assert format_percent(Decimal("66.67"), 0) == "67%"
    assert format_percent(100, 0) == "100%"


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 B"),
        (1023, "1.023 B"),
        (1024, "1,0 KB"),
        (1536, "1,5 KB"),
        (1024**2 - 1, "1,0 MB"),
        (12 * 1024**2, "12,0 MB"),
        (3 * 1024**3, "3,0 GB"),
        (5 * 1024**4, "5,0 TB"),
    ],
)
def test_sizes_read_as_in_the_file_manager(size: int, shown: str) -> None:
    assert format_bytes(size) == shown


# --- days ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "18/6/2022",
        "18/06/2022",
        "18-06-2022",
        "18.6.2022",
        " 18 / 6 / 2022 ",
        "18062022",
        "2022-06-18",
        "18/6",
        "18.06",
    ],
)
def test_a_day_may_be_typed_in_every_usual_way(typed: str) -> None:
    assert parse_date(typed, year=2022) == date(2022, 6, 18)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", DateFault.EMPTY),
        ("hôm nay", DateFault.NOT_A_DATE),
        ("18/6-2022", DateFault.NOT_A_DATE),
        ("18", DateFault.NOT_A_DATE),
        ("31/02/2022", DateFault.NO_SUCH_DAY),
        ("29/2/2023", DateFault.NO_SUCH_DAY),
        ("0/1/2022", DateFault.NO_SUCH_DAY),
        ("06/18/2022", DateFault.NO_SUCH_MONTH),
        ("20220618", DateFault.NO_SUCH_MONTH),
        ("18/6", DateFault.YEAR_MISSING),
        ("18/6/22", DateFault.SHORT_YEAR),
        ("18/6/0022", DateFault.YEAR_OUT_OF_RANGE),
        ("18/6/2922", DateFault.YEAR_OUT_OF_RANGE),
    ],
)
def test_an_impossible_day_is_refused_with_its_reason(typed: str, reason: DateFault) -> None:
    with pytest.raises(InvalidDateError) as caught:
        parse_date(typed)
    assert caught.value.reason is reason
    assert caught.value.text == typed


def test_the_29th_of_february_needs_a_leap_year() -> None:
    assert parse_date("29/2", year=2024) == date(2024, 2, 29)
    with pytest.raises(InvalidDateError):
        parse_date("29/2", year=2022)


@given(days)
def test_a_day_that_is_shown_can_be_typed_back(day: date) -> None:
    shown = format_date(day)
    assert len(shown) == 10
    assert parse_date(shown) == day
    assert parse_date(shown.replace("/", "")) == day
    assert parse_date(shown[:5], year=day.year) == day
    assert parse_date(day.isoformat()) == day


@given(st.text(alphabet="0123456789/-. x", max_size=12))
def test_any_typing_is_a_day_or_a_reason(typed: str) -> None:
    try:
        day = parse_date(typed, year=2022)
    except InvalidDateError:
        return
    assert parse_date(format_date(day)) == day


# --- moments ------------------------------------------------------------------------------------------


def test_a_moment_shows_the_hour_and_the_day_of_the_place() -> None:
    two_fourteen_utc = 1655518440000
    assert format_moment(two_fourteen_utc, 420) == "09:14 18/06/2022"
    assert format_moment(two_fourteen_utc, 0) == "02:14 18/06/2022"
    assert format_moment(two_fourteen_utc, -300) == "21:14 17/06/2022"


@given(st.integers(-(2**63), 2**63))
def test_a_wrong_clock_never_stops_a_screen(ms_utc: int) -> None:
    for offset in (None, 420, -720, 840):
        assert len(format_moment(ms_utc, offset)) == 16
        assert 1969 <= local_day(ms_utc).year <= 9999
