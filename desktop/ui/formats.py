"""Numbers and sizes in the language of the window: 1.234,5 in Vietnamese, 1,234.5 in English.

Whatever is shown or typed in a window goes through here; what is kept, printed or sent does not.
"""

from __future__ import annotations

from decimal import Decimal

from desktop.domain import formats
from desktop.domain.formats import Decimals
from desktop.ui.i18n import ENGLISH, current_language


def decimals() -> Decimals:
    """What stands before the decimals in the language in force."""
    return Decimals.POINT if current_language() == ENGLISH else Decimals.COMMA


def format_number(value: Decimal | int, places: int | None = None) -> str:
    """A number; with ``places`` that many decimals."""
    return formats.format_number(value, places, decimals())


def parse_number(text: str) -> Decimal:
    """The number that was typed. Raises InvalidNumberError with a reason."""
    return formats.parse_number(text, decimals())


def format_percent(percent: Decimal | int, places: int = 1) -> str:
    """A percentage with at most ``places`` decimals."""
    return formats.format_percent(percent, places, decimals())


def format_bytes(size: int) -> str:
    """A size as the file manager shows it."""
    return formats.format_bytes(size, decimals())
