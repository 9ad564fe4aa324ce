"""A target is called reached only where its own direction says so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.domain.targets import is_reached


@pytest.mark.parametrize(
    ("direction", "planned", "value", "reached"),
    [
        ("min", "90", "90", True),
        ("min", "90", "89.99", False),
        ("max", "3", "3.0", True),
        ("max", "3", "3.1", False),
        ("exact", "100", "100.00", True),
        ("exact", "100", "101", False),
        ("bool", None, "1", True),
        ("bool", None, "0", False),
        ("min", None, "5", False),
        ("min", "90", None, False),
        ("bool", None, None, False),
        ("between", "1", "1", False),
    ],
)
def test_the_direction_decides(direction: str, planned: str | None, value: str | None, reached: bool) -> None:
    aim, got = (Decimal(text) if text is not None else None for text in (planned, value))
    assert is_reached(direction, aim, got) is reached
