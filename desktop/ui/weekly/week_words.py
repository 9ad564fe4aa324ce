"""What stands above the weekly list, and what it says when it is empty."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.days import format_date
from desktop.usecases.weekly_tasks import Week


def week_head(week: Week) -> tuple[str, str]:
    """Title and subtitle. Another period is only looked at: what is reported now goes to the present one."""
    return _present_head(week) if week.is_present else _other_head(week)


def _present_head(week: Week) -> tuple[str, str]:
    days = _days(QCoreApplication.translate("Weekly", "Monday {first} to Sunday {last}"), week)
    more = QCoreApplication.translate("Weekly", "no reporting period has been received yet")
    if week.period is not None:
        more = _month(QCoreApplication.translate("Weekly", "reports go to month {number}/{year}"), week)
    return QCoreApplication.translate("Weekly", "This week's work"), f"{days} · {more}"


def _other_head(week: Week) -> tuple[str, str]:
    title = _month(QCoreApplication.translate("Weekly", "Work of month {number}/{year}"), week)
    days = _days(QCoreApplication.translate("Weekly", "{first} to {last}"), week)
    said = QCoreApplication.translate("Weekly", "{done} of {total} reported on")
    said = said.replace("{done}", str(week.reviewed)).replace("{total}", str(week.total))
    more = QCoreApplication.translate("Weekly", "read only: reports go to the present period")
    return title, f"{days} · {said} · {more}"


def _days(words: str, week: Week) -> str:
    return words.replace("{first}", format_date(week.from_on)).replace("{last}", format_date(week.to_on))


def _month(words: str, week: Week) -> str:
    assert week.period is not None
    return words.replace("{number}", str(week.period.number)).replace("{year}", str(week.period.year))


def empty_words(*, is_present: bool, whole_period: bool) -> tuple[str, str]:
    """The sentence of an empty list, and what the button below it does."""
    plan = QCoreApplication.translate("Weekly", "Open the year's plan")
    if not is_present:
        return (
            QCoreApplication.translate("Weekly", "Nothing was due or reported on in this period."),
            plan,
        )
    if whole_period:
        return QCoreApplication.translate("Weekly", "No work is due until the cut-off."), plan
    action = QCoreApplication.translate("Weekly", "Go through the month's work")
    return QCoreApplication.translate("Weekly", "No work is due this week."), action
