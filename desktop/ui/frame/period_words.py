"""The name of a reporting period."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import Period, PeriodKind
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
