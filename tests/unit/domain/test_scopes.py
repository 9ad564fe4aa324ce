"""A record's id tells whose it is and when it was made; a unit is never taken for another by its code."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.scopes import (
    is_record_id,
    is_scope,
    make_record_id,
    new_record_id,
    office_scope,
    scope_owner,
    scope_subject,
    unit_code,
    unit_id,
)

PHU_DIEN, THAP_MUOI = "30067-19840306", "872-19810105"
codes = st.from_regex(r"[0-9A-Z]{1,12}", fullmatch=True)
units = st.builds(unit_id, codes, st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
scopes = units | st.builds(office_scope, units, units)
moments = st.integers(0, 2**48 - 1)
random_bytes = st.binary(min_size=6, max_size=6)


def test_the_same_code_before_and_after_2025_is_two_units() -> None:
    assert unit_id("30067", date(1984, 3, 6)) == PHU_DIEN
    assert unit_id("30043", None) == "30043-00000000"
    assert unit_id("30043", date(1981, 1, 5)) != unit_id("30043", date(2025, 7, 1))


@given(codes, st.none() | st.dates(date(1900, 1, 1)))
def test_a_code_keeps_its_zeros_within_a_unit_id(code: str, valid_from: date | None) -> None:
    assert unit_code(unit_id(code, valid_from)) == code


@given(units, units)
def test_a_scope_tells_who_writes_and_whom_it_is_about(office: str, commune: str) -> None:
    scope = office_scope(office, commune)
    assert (scope_owner(scope), scope_subject(scope)) == (office, commune)
    assert (scope_owner(office), scope_subject(office)) == (office, office)
    assert is_scope(scope)
    assert is_scope(office)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30067",
        "30067-1984",
        "30067-19840306/",
        "/30067-19840306",
        f"{THAP_MUOI}/{PHU_DIEN}/{PHU_DIEN}",
        f"{THAP_MUOI}\n",
        "../872-19810105",
        "30067-١٩٨٤٠٣٠٦",
        "abc-19840306",
    ],
)
def test_what_is_no_scope_is_not_taken_for_one(text: str) -> None:
    assert not is_scope(text)


@given(scopes, moments, random_bytes)
def test_an_id_is_32_hexadecimal_digits(scope: str, moment: int, random: bytes) -> None:
    assert is_record_id(make_record_id(scope, moment, random))


@given(scopes, moments, moments, random_bytes, random_bytes)
def test_ids_of_one_owner_share_a_beginning_and_go_by_time(
    scope: str, one: int, other: int, some: bytes, more: bytes
) -> None:
    first, second = make_record_id(scope, one, some), make_record_id(scope, other, more)
    assert first[:8] == second[:8]
    if one != other:
        assert (first < second) is (one < other)


def test_ids_of_different_owners_begin_differently() -> None:
    owners = [PHU_DIEN, THAP_MUOI, office_scope(THAP_MUOI, PHU_DIEN), "30067-20250701"]
    assert len({make_record_id(owner, 0, bytes(6))[:8] for owner in owners}) == len(owners)


@pytest.mark.parametrize(("clock", "counts_as"), [(-5, 0), (2**60, 2**48 - 1)])
def test_a_wrong_clock_still_gives_an_id(clock: int, counts_as: int) -> None:
    assert make_record_id(PHU_DIEN, clock, bytes(6)) == make_record_id(PHU_DIEN, counts_as, bytes(6))


def test_fresh_ids_differ_within_one_millisecond_and_rise_with_the_clock() -> None:
    assert len({new_record_id(PHU_DIEN, lambda: 1_655_518_440_000) for _ in range(1_000)}) == 1_000
    ticks = iter(range(1, 6))
    made = [new_record_id(PHU_DIEN, lambda: next(ticks)) for _ in range(5)]
    assert all(a < b for a, b in pairwise(made))


@pytest.mark.parametrize("text", ["", "0" * 31, "0" * 33, "g" * 32, "A" * 32, "0" * 32 + "\n", "٠" * 32])
def test_what_is_no_record_id_is_not_taken_for_one(text: str) -> None:
    assert not is_record_id(text)
