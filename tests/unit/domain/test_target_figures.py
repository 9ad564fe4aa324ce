"""A clerk reads one word for each target, and is asked only about figures that look like a slip."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.entities import Direction
from desktop.domain.target_figures import Achievement, achievement, is_odd, percent_of_plan
from desktop.domain.targets import is_reached

NUMBERS = st.decimals(-10_000, 10_000, places=2)


def decimals(text: str) -> list[Decimal]:
    return [Decimal(one) for one in text.split()]


@pytest.mark.parametrize(
    ("direction", "planned", "value", "word"),
    [
        ("min", "92.5", "92.5", Achievement.REACHED),
        ("min", "92.5", "90.6", Achievement.NEARLY),
        ("min", "430", "247", Achievement.NOT_REACHED),
        ("max", "1.5", "1.2", Achievement.REACHED),
        ("max", "1.5", "1.6", Achievement.NEARLY),
        ("max", "1.5", "2.04", Achievement.NOT_REACHED),
        ("max", "-5", "-6.3", Achievement.REACHED),
        ("max", "-5", "-4.2", Achievement.NOT_REACHED),
        ("exact", "100", "100.0", Achievement.REACHED),
        ("exact", "100", "105", Achievement.NEARLY),
        ("bool", None, "1", Achievement.REACHED),
        ("bool", None, "0", Achievement.NOT_REACHED),
        ("min", None, "1", None),
        ("min", "92.5", None, None),
    ],
)
def test_the_word_follows_the_direction(
    direction: str, planned: str | None, value: str | None, word: Achievement | None
) -> None:
    numbers = [Decimal(one) if one is not None else None for one in (planned, value)]
    assert achievement(direction, *numbers) is word


@given(st.sampled_from(["min", "max", "exact"]), NUMBERS, NUMBERS)
def test_the_word_agrees_with_what_is_counted(direction: str, planned: Decimal, value: Decimal) -> None:
    reached = achievement(direction, planned, value) is Achievement.REACHED
    assert reached is is_reached(direction, planned, value)


def test_percent_is_of_the_plan() -> None:
    assert percent_of_plan("min", Decimal(430), Decimal(247)) == Decimal("57.4")
    assert percent_of_plan("max", Decimal("1.5"), Decimal("1.87")) == Decimal("124.7")
    assert percent_of_plan("min", Decimal(0), Decimal(1)) is None
    assert percent_of_plan("max", Decimal(-5), Decimal("-4.2")) is None
    assert percent_of_plan(Direction.BOOL, Decimal(1), Decimal(1)) is None


@pytest.mark.parametrize(
    ("before", "value", "cumulative", "planned"),
    [
        ("87.1 87.6 88.9 89.5 90.2", "906", False, "92.5"),
        ("87.1 87.6 88.9 89.5 90.2", "9.06", False, "92.5"),
        ("28 61 118 165 204", "24", True, "430"),
        ("28 61 118 165 204", "2470", True, "430"),
        ("4200 9800 13100", "74100", True, "90000"),
    ],
)
def test_slips_are_noticed(before: str, value: str, cumulative: bool, planned: str) -> None:
    assert is_odd(Decimal(value), decimals(before), is_cumulative=cumulative, planned=Decimal(planned))


@pytest.mark.parametrize(
    ("before", "value", "cumulative", "planned"),
    [
        ("", "906", False, "92.5"),
        ("87.1 87.6 88.9 89.5 90.2", "90.6", False, "92.5"),
        ("28 61 118 165 204", "247", True, "430"),
        ("0 0", "2", True, "14"),
        ("13 13 13 13 13", "14", False, "19"),
        ("100", "100", False, "100"),
        ("0", "0", True, "0.6"),
    ],
)
def test_ordinary_months_are_left_alone(before: str, value: str, cumulative: bool, planned: str) -> None:
    assert not is_odd(Decimal(value), decimals(before), is_cumulative=cumulative, planned=Decimal(planned))


@given(st.lists(NUMBERS, min_size=1, max_size=12), st.booleans())
def test_the_same_value_again_is_odd_only_against_a_trend(before: list[Decimal], cumulative: bool) -> None:
    again = before[-1]
    if len(set(before)) == 1:
        assert not is_odd(again, before, is_cumulative=cumulative)
