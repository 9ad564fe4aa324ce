"""A day as Vietnamese offices write it; apart from ``formats``, which needs numbers, because a window's first
painting shows days and no numbers (decision 9).
"""

from __future__ import annotations

from datetime import date


def format_date(day: date) -> str:
    """A day as dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
