"""A reporting month of the State in words for the top bar, with its days for the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.days import format_date
from desktop.usecases.read_frame import StateMonth


def month_title(month: StateMonth) -> str:
    """Such as "Month 7/2022"; "" for one without number or year."""
    if month.number is None or month.year is None:
        return ""
    words = QCoreApplication.translate("Periods", "Month {n}/{year}")
    return words.replace("{n}", str(month.number)).replace("{year}", str(month.year))


def month_words(month: StateMonth | None) -> tuple[str, str, str]:
    """What the top bar says of a month: with its cut-off, its name alone, and the tool tip."""
    if month is None:
        return "", "", ""
    name = month_title(month)
    words = QCoreApplication.translate("Periods", "Reporting period: {period}, cut-off {day}")
    words = words.replace("{period}", name).replace("{day}", format_date(month.cutoff_on))
    if not month.submit_by:
        return words, name, words
    more = QCoreApplication.translate("Periods", "From {first} to {last}; to be sent by {send}")
    more = more.replace("{first}", format_date(month.from_on)).replace("{last}", format_date(month.cutoff_on))
    return words, name, more.replace("{send}", format_date(month.submit_by))
