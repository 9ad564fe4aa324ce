"""What the figures of a target say: the word for what is reached, its share in percent, and odd values.

A value of a target whose values add up over the year (``is_cumulative``) is the running total at the end of
its period; any other is the level at that time.  So the newest value is always the one to judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import median

from desktop.domain.entities.plan import Direction
from desktop.domain.targets import is_reached

NEAR = Decimal("0.1")
"""A value is near its aim within a tenth of it."""
_STEPS = 2
"""A change of up to twice the largest one so far is ordinary."""
_LEVEL_SHARE = Decimal("0.1")
_TOTAL_SHARE = Decimal(1) / 6
_FLOOR_OF_PLAN = {True: Decimal(1) / 5, False: Decimal(1) / 20}
"""Part of the aim below which a change is never odd: two months' worth of a total, little of a level."""


class Achievement(StrEnum):
    """The word beside a figure."""

    REACHED = "reached"
    NEARLY = "nearly"
    NOT_REACHED = "not_reached"


def achievement(direction: str, planned: Decimal | None, value: Decimal | None) -> Achievement | None:
    """The word for a value, None where nothing can be judged: no value, or no number to compare with."""
    if value is None or (planned is None and direction != Direction.BOOL):
        return None
    if is_reached(direction, planned, value):
        return Achievement.REACHED
    if direction == Direction.BOOL or planned is None:
        return Achievement.NOT_REACHED
    return Achievement.NEARLY if abs(value - planned) <= abs(planned) * NEAR else Achievement.NOT_REACHED


def percent_of_plan(direction: str, planned: Decimal | None, value: Decimal | None) -> Decimal | None:
    """The value as percent of the plan, one decimal; None for yes-or-no targets and where a number lacks."""
    if value is None or planned is None or planned == 0 or direction == Direction.BOOL:
        return None
    if planned < 0:
        return None
    return (100 * value / planned).quantize(Decimal("0.1"), ROUND_HALF_UP)


def is_odd(
    value: Decimal, before: Sequence[Decimal], *, is_cumulative: bool, planned: Decimal | None = None
) -> bool:
    """Whether a value lies so far from the line of the ones before it that somebody should look again.

    ``before`` are the values of earlier periods, oldest first.  A running total that goes down is always
    odd.  Otherwise the value is compared with the last one carried on by the usual step; twice the largest
    step so far, one more or less of what is counted in whole numbers, and a small part of value and aim are
    ordinary.  Without an earlier value nothing is odd.
    """
    if not before:
        return False
    last = before[-1]
    if is_cumulative and value < last:
        return True
    steps = [later - earlier for earlier, later in pairwise(before)]
    usual = Decimal(median(steps)) if steps else Decimal(0)
    largest = max((abs(step) for step in steps), default=Decimal(0))
    share = _TOTAL_SHARE if is_cumulative else _LEVEL_SHARE
    floor = abs(planned) * _FLOOR_OF_PLAN[is_cumulative] if planned is not None else Decimal(0)
    one = Decimal(all(number == number.to_integral_value() for number in (value, *before)))
    return abs(value - last - usual) > max(_STEPS * largest, share * abs(last), floor, one)
