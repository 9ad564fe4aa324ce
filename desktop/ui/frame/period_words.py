"""A reporting period in words: "Report of month 7/2022", with its days for the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import Period, PeriodKind
from desktop.domain.formats import format_date
from desktop.domain.periods import period_name

_QUARTERS = {1: "I", 2: "II", 3: "III", 4: "IV"}


def period_title(period: Period) -> str:
    """Such as "Month 7/2022" or "Quarter II/2022"; "" for one without number or year."""
    name = period_name(period)
    if name is None:
        return ""
    match name.kind:
        case PeriodKind.WEEK:
            words = QCoreApplication.translate("Periods", "Week {n}/{year}")
        case PeriodKind.MONTH:
            words = QCoreApplication.translate("Periods", "Month {n}/{year}")
        case PeriodKind.QUARTER:
            words = QCoreApplication.translate("Periods", "Quarter {n}/{year}")
        case PeriodKind.HALF_YEAR:
            words = (
                QCoreApplication.translate("Periods", "First half of {year}")
                if name.number == 1
                else QCoreApplication.translate("Periods", "Second half of {year}")
            )
        case _:
            words = QCoreApplication.translate("Periods", "Year {year}")
    number = _QUARTERS.get(name.number, "") if name.kind is PeriodKind.QUARTER else str(name.number)
    return words.replace("{n}", number).replace("{year}", str(name.year))


def period_words(period: Period | None) -> tuple[str, str, str]:
    """What the top bar says of a period: with its cut-off, its name alone, and the tool tip."""
    if period is None or not period.cutoff_on:
        return "", "", ""
    name = period_title(period)
    words = QCoreApplication.translate("Periods", "Reporting period: {period}, cut-off {day}")
    words = words.replace("{period}", name).replace("{day}", format_date(period.cutoff_on))
    if not period.from_on or not period.submit_by:
        return words, name, words
    more = QCoreApplication.translate("Periods", "From {first} to {last}; to be sent by {send}")
    more = more.replace("{first}", format_date(period.from_on)).replace(
        "{last}", format_date(period.cutoff_on)
    )
    return words, name, more.replace("{send}", format_date(period.submit_by))
