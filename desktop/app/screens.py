"""Which screens an office has: a commune's and a district's dress of one window.

A screen's code is loaded when it is first shown, so that the first page is painted early.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui.frame.screen import Screen, ScreenContext, ScreenEntry
from desktop.usecases.office import Office

Words = Callable[[], str]
Made = Callable[[ScreenContext], Screen]

_PLAN_RECORDS = frozenset({"plan", "task", "solution"})
_PROGRAMME_RECORDS = frozenset({"programme", "programme_item"})
_TARGET_RECORDS = frozenset({"target", "target_value"})


def _today_title() -> str:
    return QCoreApplication.translate("Screens", "Today")


def _weekly_title() -> str:
    return QCoreApplication.translate("Screens", "This week's tasks")


def _plan_title() -> str:
    return QCoreApplication.translate("Screens", "Plan")


def _programme_title() -> str:
    return QCoreApplication.translate("Screens", "Upper programmes")


def _targets_title() -> str:
    return QCoreApplication.translate("Screens", "Targets")


def _progress_title() -> str:
    return QCoreApplication.translate("Screens", "Progress")


def _bundles_title() -> str:
    return QCoreApplication.translate("Screens", "Bundles")


def _consolidation_title() -> str:
    return QCoreApplication.translate("Screens", "Consolidation")


def _settings_title() -> str:
    return QCoreApplication.translate("Screens", "Settings")


def _weekly_head() -> str:
    return QCoreApplication.translate("Weekly", "This week's work")


def _bundles_head() -> str:
    return QCoreApplication.translate("Bundles", "Bundles")


def _settings_head() -> str:
    return QCoreApplication.translate("Settings", "Settings and backups")


def _plan_head() -> str:
    return QCoreApplication.translate("Plan", "Plan of {year}")


def _programme_head() -> str:
    return QCoreApplication.translate("Programme", "Upper-level programmes {year}")


def _targets_head() -> str:
    return QCoreApplication.translate("Targets", "Targets of {year}")


def _progress_head() -> str:
    return QCoreApplication.translate("Progress", "Progress of {year}")


def _count_urgent(office: Office) -> int:
    from desktop.usecases.read_today import count_urgent  # heavy: counted after the first painting

    return count_urgent(office)


def _today() -> Made:
    from desktop.ui.today.screen import TodayScreen  # loaded when shown

    return TodayScreen


def _weekly() -> Made:
    from desktop.ui.weekly.screen import WeeklyScreen  # loaded when shown

    return WeeklyScreen


def _plan() -> Made:
    from desktop.ui.plan.screen import PlanScreen  # loaded when shown

    return PlanScreen


def _programme() -> Made:
    from desktop.ui.programme.screen import ProgrammeScreen  # loaded when shown

    return ProgrammeScreen


def _targets() -> Made:
    from desktop.ui.targets.screen import TargetsScreen  # loaded when shown

    return TargetsScreen


def _bundles() -> Made:
    from desktop.ui.bundles.bundles_screen import BundlesScreen  # loaded when shown

    return BundlesScreen


def _consolidation() -> Made:
    from desktop.ui.consolidation.consolidation_screen import ConsolidationScreen  # loaded when shown

    return ConsolidationScreen


def _settings() -> Made:
    from desktop.ui.settings.screen import SettingsScreen  # loaded when shown

    return SettingsScreen


def _progress() -> Made:
    from desktop.ui.progress.screen import ProgressScreen  # loaded when shown

    return ProgressScreen


def _entry(
    key: str, title: Words, icon: str, section: str, screen: Callable[[], Made], **more: Any
) -> ScreenEntry:
    """``screen`` loads the code of the screen and gives its class."""

    def factory(context: ScreenContext) -> Screen:
        return screen()(context)

    return ScreenEntry(key, title, icon, section, factory, load=screen, **more)


def screen_entries(office: Office) -> list[ScreenEntry]:
    """The lines of the left bar for a commune, or for an office that consolidates others."""
    shared = [
        _entry("plan", _plan_title, "clipboard-list", "main", _plan, records=_PLAN_RECORDS, head=_plan_head),
        _entry(
            "programme",
            _programme_title,
            "books",
            "main",
            _programme,
            records=_PROGRAMME_RECORDS,
            head=_programme_head,
        ),
        _entry(
            "targets",
            _targets_title,
            "target-arrow",
            "main",
            _targets,
            records=_TARGET_RECORDS,
            head=_targets_head,
        ),
        _entry("progress", _progress_title, "progress-check", "main", _progress, head=_progress_head),
        _entry("bundles", _bundles_title, "usb", "main", _bundles, shortcut="F9", head=_bundles_head),
        _entry("settings", _settings_title, "settings", "foot", _settings, head=_settings_head),
    ]
    today = _entry("today", _today_title, "sun", "main", _today, count=_count_urgent)
    if office.is_upper:
        sums = _entry("consolidation", _consolidation_title, "table", "main", _consolidation)
        return [today, sums, *shared]
    weekly = _entry("weekly", _weekly_title, "calendar-week", "main", _weekly, head=_weekly_head)
    return [today, weekly, *shared]
