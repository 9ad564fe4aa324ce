"""Days as clerks type them, the day first; what could be read in two ways is refused with a reason.

A reason is a code; the sentence a clerk reads is looked up by it.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

_DAY_FIRST = re.compile(r"(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{1,4}))?", re.A)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.A)
_EIGHT_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})", re.A)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class DateFault(StrEnum):
    """Why a text is no day."""

    EMPTY = "empty"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_MONTH = "no_such_month"
    YEAR_MISSING = "year_missing"
    SHORT_YEAR = "short_year"
    """A year of fewer than four digits."""
    YEAR_OUT_OF_RANGE = "year_out_of_range"


class InvalidDateError(ValueError):
    """A text that is not a day of the calendar; ``reason`` says why."""

    def __init__(self, text: str, reason: DateFault) -> None:
        super().__init__(f"{text!r}: {reason}")
        self.text = text
        self.reason = reason


def parse_date(text: str, year: int | None = None) -> date:
    """The day a clerk wrote. Raises InvalidDateError with a reason.

    18/6/2022, 18-06-2022, 18.6.2022, 18062022, 2022-06-18, and 18/6 where ``year`` is given. The day
    always comes first (but in ISO order): 06/18/2022 is refused, not turned round.
    """
    typed = " ".join(text.split())
    if not typed:
        raise InvalidDateError(text, DateFault.EMPTY)
    day, month, written = _date_parts(typed)
    if not day:
        raise InvalidDateError(text, DateFault.NOT_A_DATE)
    if written and len(written) < 4:
        raise InvalidDateError(text, DateFault.SHORT_YEAR)
    chosen = int(written) if written else year
    if not 1 <= int(month) <= 12:
        raise InvalidDateError(text, DateFault.NO_SUCH_MONTH)
    if chosen is None:
        raise InvalidDateError(text, DateFault.YEAR_MISSING)
    if not _FIRST_YEAR <= chosen <= _LAST_YEAR:
        raise InvalidDateError(text, DateFault.YEAR_OUT_OF_RANGE)
    try:
        return date(chosen, int(month), int(day))
    except ValueError as error:
        raise InvalidDateError(text, DateFault.NO_SUCH_DAY) from error


def _date_parts(typed: str) -> tuple[str, str, str]:
    """Day, month and year as written; the year may be "", and all three are where nothing fits."""
    if found := _YEAR_FIRST.fullmatch(typed):
        return found[3], found[2], found[1]
    if found := _EIGHT_DIGITS.fullmatch(typed):
        return found[1], found[2], found[3]
    if found := _DAY_FIRST.fullmatch(typed):
        return found[1], found[3], found[4] or ""
    return "", "", ""
