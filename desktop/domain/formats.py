"""Numbers, sizes and moments as Vietnamese offices write them, whatever the computer's locale.

Thousands are parted by a point, decimals by a comma (1.234,5), and the other way round where English is
spoken (``Decimals.POINT``).  What could be read in two ways is refused with a reason, never guessed: "1.234"
is one thousand two hundred and thirty-four, "1.23" is refused.  A reason is a code; the sentence a
clerk reads is looked up by it.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from pathlib import PurePath

from desktop.domain.days import format_date

_SPACES = "\u0020\u00a0\u2009\u202f"
_MINUS = "-\u2212\u2013"
_MAX_DIGITS = 40
_EXACT = Context(prec=2 * _MAX_DIGITS, rounding=ROUND_HALF_UP)
_NUMBER = re.compile(
    r"(?P<whole>\d+|[1-9]\d{0,2}(?P<mark>[. ])\d{3}(?:(?P=mark)\d{3})*)?(?:,(?P<part>\d+))?", re.A
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_MOMENT = 253_402_214_400_000
_VIETNAM = timezone(timedelta(hours=7))


class Decimals(StrEnum):
    """What stands before the decimals; the other of the two parts the thousands."""

    COMMA = "comma"
    """1.234,5: Vietnamese, and whatever is kept, printed or sent."""
    POINT = "point"
    """1,234.5: the window in English."""


_OTHER_WAY_ROUND = str.maketrans(",.", ".,")


class NumberFault(StrEnum):
    """Why a text is no number."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    AMBIGUOUS_POINT = "ambiguous_point"
    """A point that does not part thousands: 1.23 or 0.5; decimals take a comma. In English: a comma."""
    WRONG_GROUPS = "wrong_groups"
    """Groups that are not of three digits, or parted by different signs: 1.23.456."""
    WRONG_COMMA = "wrong_comma"
    """More than one comma, or a comma before a point, as in the English 1,234.5."""
    TOO_LONG = "too_long"


class InvalidNumberError(ValueError):
    """A text that is not a number, or could be two; ``reason`` says why."""

    def __init__(self, text: str, reason: NumberFault) -> None:
        super().__init__(f"{text!r}: {reason}")
        self.text = text
        self.reason = reason


# --- numbers ------------------------------------------------------------------------------------------


def format_number(
    value: Decimal | int, places: int | None = None, decimals: Decimals = Decimals.COMMA
) -> str:
    """A number as 1.234,5; with ``places`` that many decimals, halves rounded away from zero.

    Without ``places`` it keeps the decimals it has. What no text of ours can hold (NaN, more than forty
    digits) is given back as Python writes it: showing a received value must never fail.
    """
    number = Decimal(value)
    if (
        not number.is_finite()
        or abs(number.adjusted()) > _MAX_DIGITS
        or len(number.as_tuple().digits) > _MAX_DIGITS
    ):
        return str(value)
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    whole, _, part = format(number.copy_abs(), "f").partition(".")
    sign = "-" if number < 0 else ""
    shown = sign + f"{int(whole):,}" + ("." + part if part else "")
    return shown if decimals is Decimals.POINT else shown.translate(_OTHER_WAY_ROUND)


def parse_number(text: str, decimals: Decimals = Decimals.COMMA) -> Decimal:
    """The number a clerk wrote: 1.234,5 or 1234,5 or 1 234,5. Raises InvalidNumberError with a reason.

    The reasons tell of points and commas as they are with ``Decimals.COMMA``.
    """
    turned = text.translate(_OTHER_WAY_ROUND) if decimals is Decimals.POINT else text
    typed = "".join(" " if char in _SPACES else char for char in turned).strip()
    sign = "-" if typed[:1] and typed[0] in _MINUS else ""
    body = typed[1:].lstrip() if sign or typed.startswith("+") else typed
    if sum(map(str.isdigit, body)) > _MAX_DIGITS:
        raise InvalidNumberError(text, NumberFault.TOO_LONG)
    found = _NUMBER.fullmatch(body)
    if not found or not body:
        raise InvalidNumberError(text, _number_fault(body))
    whole = (found["whole"] or "0").replace(found["mark"] or ".", "")
    number = Decimal(f"{sign}{whole}.{found['part'] or ''}")
    return number if number else number.copy_abs()


def _number_fault(body: str) -> NumberFault:
    if not body:
        return NumberFault.EMPTY
    if not re.fullmatch(r"[\d., ]*\d[\d., ]*", body, re.A):
        return NumberFault.NOT_A_NUMBER
    if body.count(",") > 1 or 0 <= body.find(",") < body.rfind("."):
        return NumberFault.WRONG_COMMA
    if body.count(".") == 1 and "," not in body and " " not in body:
        return NumberFault.AMBIGUOUS_POINT
    return NumberFault.NOT_A_NUMBER if body.endswith(",") else NumberFault.WRONG_GROUPS


def format_percent(percent: Decimal | int, places: int = 1, decimals: Decimals = Decimals.COMMA) -> str:
    """A percentage (66.666… → "66,7%") with at most ``places`` decimals; whole ones have none ("100%")."""
    mark = "." if decimals is Decimals.POINT else ","
    shown = format_number(Decimal(percent), places, decimals)
    return (shown.rstrip("0").rstrip(mark) if mark in shown else shown) + "%"


def format_bytes(size: int, decimals: Decimals = Decimals.COMMA) -> str:
    """A size as the file manager shows it, in steps of 1024: "820 B", "1,5 KB", "12,0 MB"."""
    if size < 1024:
        return f"{format_number(size, decimals=decimals)} B"
    amount = Decimal(size)
    for unit in ("KB", "MB", "GB"):
        amount /= 1024
        if amount < Decimal("1023.95"):
            return f"{format_number(amount, 1, decimals)} {unit}"
    return f"{format_number(amount / 1024, 1, decimals)} TB"


# --- moments ------------------------------------------------------------------------------------------


def local_time(ms_utc: int, utc_offset_minutes: int | None = None) -> datetime:
    """A moment (UTC milliseconds) in local time, or at the offset given.

    A claimed time may be any number (a wrong clock does no harm), so this never fails: what lies beyond
    the years 1970 to 9999 counts as the nearest moment within.
    """
    moment = _EPOCH + timedelta(milliseconds=max(0, min(ms_utc, _LAST_MOMENT)))
    if utc_offset_minutes is not None:
        return moment.astimezone(timezone(timedelta(minutes=utc_offset_minutes)))
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):  # Windows knows its zone from 1970 to the year 3000 only
        return moment.astimezone(_VIETNAM)


def local_day(ms_utc: int) -> date:
    """The day of a moment (UTC milliseconds) on this computer's calendar, of ``local_time``."""
    return local_time(ms_utc).date()


def format_moment(ms_utc: int, utc_offset_minutes: int | None = None) -> str:
    """A moment (UTC milliseconds) as "09:14 18/06/2022", of ``local_time``: it never fails."""
    local = local_time(ms_utc, utc_offset_minutes)
    return f"{local:%H:%M} {format_date(local.date())}"


def shown_name(path: PurePath) -> str:
    """A file's name as it may stand in the data and on a screen, whoever gave it.

    What is no character (a name that is no UTF-8) or cannot be seen (line ends, marks that turn the reading
    direction) is shown as "\ufffd".
    """
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in path.name)
