"""What the sheet says when there is nothing to show, with the one thing that helps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import SoSenError
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.read_targets import TargetSheet
from desktop.usecases.target_actions import create_periods


def empty_state(context: ScreenContext, sheet: TargetSheet) -> EmptyState:
    """The sentence and button for a sheet without targets or without periods."""
    year = str(sheet.year)
    if not sheet.periods and context.office.is_upper:
        sentence = QCoreApplication.translate("Targets", "The reporting periods of {year} are not laid down.")
        action = QCoreApplication.translate("Targets", "Lay down the periods")
        return EmptyState(sentence.replace("{year}", year), action, lambda: _create(context, sheet.year))
    if sheet.lines:
        sentence = QCoreApplication.translate(
            "Targets", "The reporting periods of {year} have not come from the upper level."
        )
        return _to_bundles(context, sentence.replace("{year}", year))
    if sheet.is_read_only:
        sentence = QCoreApplication.translate("Targets", "This unit has sent no targets of {year}.")
        return _to_bundles(context, sentence.replace("{year}", year))
    sentence = QCoreApplication.translate(
        "Targets", "There are no targets of {year} yet. Add them to the plan, or paste them from Excel there."
    )
    action = QCoreApplication.translate("Targets", "Add targets to the plan")
    return EmptyState(
        sentence.replace("{year}", year),
        action,
        lambda: context.navigate("plan", "target", ""),
        icon="target-arrow",
    )


def _to_bundles(context: ScreenContext, sentence: str) -> EmptyState:
    action = QCoreApplication.translate("Targets", "Receive a bundle")
    return EmptyState(sentence, action, lambda: context.navigate("bundles", "", ""), icon="inbox")


def _create(context: ScreenContext, year: int) -> None:
    try:
        create_periods(context.office, year)
    except SoSenError as refusal:
        context.show_error(refusal)
        return
    context.changed(frozenset({"period"}))
