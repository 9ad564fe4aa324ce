"""Which screens an office has: a commune's and a district's dress of one window.

A screen's code is loaded when it is first shown, so that the first page is painted early.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.frame.screen import Screen, ScreenContext, ScreenEntry
from desktop.usecases.office import Office

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
    return QCoreApplication.translate("Screens", "Data bundles")


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


def _no_head() -> str:
    """Of a screen whose title stands in its records."""
    return ""


def _count_urgent(office: Office) -> int:
    from desktop.usecases.read_today import count_urgent  # heavy: counted after the first painting

    return count_urgent(office)


def _today(context: ScreenContext) -> Screen:
    from desktop.ui.today.screen import TodayScreen  # loaded when shown

    return TodayScreen(context)


def _weekly(context: ScreenContext) -> Screen:
    from desktop.ui.weekly.screen import WeeklyScreen  # loaded when shown

    return WeeklyScreen(context)


def _plan(context: ScreenContext) -> Screen:
    from desktop.ui.plan.screen import PlanScreen  # loaded when shown

    return PlanScreen(context)


def _programme(context: ScreenContext) -> Screen:
    from desktop.ui.programme.screen import ProgrammeScreen  # loaded when shown

    return ProgrammeScreen(context)


def _targets(context: ScreenContext) -> Screen:
    from desktop.ui.targets.screen import TargetsScreen  # loaded when shown

    return TargetsScreen(context)


def _bundles(context: ScreenContext) -> Screen:
    from desktop.ui.bundles.bundles_screen import BundlesScreen  # loaded when shown

    return BundlesScreen(context)


def _consolidation(context: ScreenContext) -> Screen:
    from desktop.ui.consolidation.consolidation_screen import ConsolidationScreen  # loaded when shown

    return ConsolidationScreen(context)


def _settings(context: ScreenContext) -> Screen:
    from desktop.ui.settings.screen import SettingsScreen  # loaded when shown

    return SettingsScreen(context)


def _progress(context: ScreenContext) -> Screen:
    from desktop.ui.progress.screen import ProgressScreen  # loaded when shown

    return ProgressScreen(context)


def screen_entries(office: Office) -> list[ScreenEntry]:
    """The lines of the left bar for a commune, or for an office that consolidates others."""
    shared = [
        ScreenEntry(
            "plan", _plan_title, "clipboard-list", "main", _plan, records=_PLAN_RECORDS, head=_no_head
        ),
        ScreenEntry(
            "programme",
            _programme_title,
            "books",
            "main",
            _programme,
            records=_PROGRAMME_RECORDS,
            head=_no_head,
        ),
        ScreenEntry(
            "targets",
            _targets_title,
            "target-arrow",
            "main",
            _targets,
            records=_TARGET_RECORDS,
            head=_no_head,
        ),
        ScreenEntry("progress", _progress_title, "progress-check", "main", _progress, head=_no_head),
        ScreenEntry("bundles", _bundles_title, "usb", "main", _bundles, shortcut="F9", head=_bundles_head),
        ScreenEntry("settings", _settings_title, "settings", "foot", _settings, head=_settings_head),
    ]
    today = ScreenEntry("today", _today_title, "sun", "main", _today, count=_count_urgent)
    if office.is_upper:
        sums = ScreenEntry("consolidation", _consolidation_title, "table", "main", _consolidation)
        return [today, sums, *shared]
    weekly = ScreenEntry("weekly", _weekly_title, "calendar-week", "main", _weekly, head=_weekly_head)
    return [today, weekly, *shared]
