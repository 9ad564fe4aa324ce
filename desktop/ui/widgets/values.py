"""Field values ↔ what is shown and typed: 1.234,5, 30/06/2022, words of choices; whatever the locale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.days import format_date
from desktop.domain.entity import Kind
from desktop.domain.formats import InvalidNumberError
from desktop.domain.typed_dates import InvalidDateError
from desktop.domain.typed_dates import parse_date as read_date
from desktop.domain.vietnamese import fold
from desktop.ui.formats import format_number
from desktop.ui.formats import parse_number as read_number


class Choice(NamedTuple):
    """One value that can be chosen and the words shown for it; ``note`` stands behind them, lighter."""

    value: str
    text: str
    note: str = ""


class InputError(ValueError):
    """What was typed cannot be read; ``reason`` is a code of ``desktop.ui.messages.reasons``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


Today = Callable[[], date]
Lookup = Callable[[str], Sequence[Choice]]
"""Words typed → the records they may mean, best first; "" asks for the first ones of all."""


def yes_no(value: bool) -> str:
    """The word for yes, or nothing for no: an empty cell reads calmer than thirty times the same word."""
    return QCoreApplication.translate("Kit", "Yes") if value else ""


def shown_text(kind: Kind, value: object, choices: Sequence[Choice] = ()) -> str:
    """A value as words. ``choices`` give the words of choices and references."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, int | Decimal):
        return format_number(value)
    if isinstance(value, date):
        return format_date(value)
    if kind in (Kind.CHOICE, Kind.REFERENCE):
        return next((choice.text for choice in choices if choice.value == value), str(value))
    return str(value)


def typed_value(kind: Kind, text: str, choices: Sequence[Choice] = (), today: Today = date.today) -> object:
    """What was typed or pasted as a value of ``kind``; "" is nothing. Raises InputError."""
    words = text.strip()
    if kind in (Kind.TEXT, Kind.LONG_TEXT):
        return text
    if kind is Kind.BOOLEAN:
        return _truth(words)
    if kind in (Kind.CHOICE, Kind.REFERENCE):
        return _chosen(kind, words, choices)
    if not words:
        return None
    if kind is Kind.DATE:
        return typed_date(words, today)
    return _number(kind, words)


def typed_date(words: str, today: Today = date.today) -> date:
    """A day as typed; without a year it is this year's. Raises InputError."""
    try:
        return read_date(words, year=today().year)
    except InvalidDateError as problem:
        raise InputError(problem.reason) from problem


def _number(kind: Kind, words: str) -> int | Decimal:
    try:
        value = read_number(words.removesuffix("%").rstrip())
    except InvalidNumberError as problem:
        raise InputError(problem.reason) from problem
    if kind is Kind.DECIMAL:
        return value
    if value != value.to_integral_value():
        raise InputError("not_whole")
    return int(value)


def _chosen(kind: Kind, words: str, choices: Sequence[Choice]) -> str:
    if not words and kind is Kind.REFERENCE:
        return ""
    wanted = fold(words)
    found = [choice.value for choice in choices if words in (choice.text, choice.value)]
    found = found or [choice.value for choice in choices if fold(choice.text) == wanted]
    if not found:
        raise InputError("not_a_choice")
    return found[0]


def _truth(words: str) -> bool:
    plain = fold(words)
    if plain in ("", "0", "khong", "no", "false", "k"):
        return False
    if plain in ("1", "co", "x", "yes", "true", "v", fold(yes_no(True))):
        return True
    raise InputError("not_yes_or_no")
