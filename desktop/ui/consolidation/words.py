"""The words of the consolidation table: headings, status labels, what a drill-down is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.status import StatusLabel
from desktop.domain.target_figures import Achievement
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.behind_figure import BehindRow, Figure

_LABEL_TONES = {
    StatusLabel.NOT_STARTED: Tone.GREY,
    StatusLabel.IN_PROGRESS_IN_TIME: Tone.BLUE,
    StatusLabel.IN_PROGRESS_OVERDUE: Tone.RED,
    StatusLabel.IN_PROGRESS_NO_DEADLINE: Tone.BLUE,
    StatusLabel.COMPLETED_IN_TIME: Tone.GREEN,
    StatusLabel.COMPLETED_LATE: Tone.GREEN,
    StatusLabel.COMPLETED_NO_DEADLINE: Tone.GREEN,
    StatusLabel.SUSPENDED: Tone.GREY,
    StatusLabel.CANCELLED: Tone.GREY,
}
_ACHIEVEMENT_TONES = {
    Achievement.REACHED: Tone.GREEN,
    Achievement.NEARLY: Tone.AMBER,
    Achievement.NOT_REACHED: Tone.GREY,
}


def label_word(label: StatusLabel) -> str:
    """A status label as documents print it."""
    return {
        StatusLabel.NOT_STARTED: QCoreApplication.translate("Consolidation", "Not started"),
        StatusLabel.IN_PROGRESS_IN_TIME: QCoreApplication.translate("Consolidation", "In progress"),
        StatusLabel.IN_PROGRESS_OVERDUE: QCoreApplication.translate("Consolidation", "Overdue"),
        StatusLabel.IN_PROGRESS_NO_DEADLINE: QCoreApplication.translate("Consolidation", "In progress"),
        StatusLabel.COMPLETED_IN_TIME: QCoreApplication.translate("Consolidation", "Done in time"),
        StatusLabel.COMPLETED_LATE: QCoreApplication.translate("Consolidation", "Done late"),
        StatusLabel.COMPLETED_NO_DEADLINE: QCoreApplication.translate("Consolidation", "Done"),
        StatusLabel.SUSPENDED: QCoreApplication.translate("Consolidation", "Suspended"),
        StatusLabel.CANCELLED: QCoreApplication.translate("Consolidation", "Cancelled"),
    }[label]


def task_pill(row: BehindRow) -> Pill | None:
    """The status of a task in one pill; late open work says by how many days."""
    if row.label is None:
        return None
    open_work = row.label in (StatusLabel.NOT_STARTED, StatusLabel.IN_PROGRESS_OVERDUE)
    if row.days_late and open_work:
        words = QCoreApplication.translate("Consolidation", "%n day(s) overdue", "", row.days_late)
        return Pill(words, Tone.RED)
    tone = Tone.AMBER if row.is_due_soon else _LABEL_TONES[row.label]
    return Pill(label_word(row.label), tone)


def achievement_pill(row: BehindRow) -> Pill:
    """How far a target is, in a word."""
    if row.achievement is None:
        return Pill(QCoreApplication.translate("Consolidation", "No figure yet"), Tone.GREY)
    words = {
        Achievement.REACHED: QCoreApplication.translate("Consolidation", "Reached"),
        Achievement.NEARLY: QCoreApplication.translate("Consolidation", "Nearly reached"),
        Achievement.NOT_REACHED: QCoreApplication.translate("Consolidation", "Not reached"),
    }
    return Pill(words[row.achievement], _ACHIEVEMENT_TONES[row.achievement])


def drill_title(figure: Figure, count: int) -> str:
    """What is listed behind a number, with how many there are."""
    return {
        Figure.TASKS: QCoreApplication.translate("Consolidation", "%n task(s)", "", count),
        Figure.COMPLETED: QCoreApplication.translate("Consolidation", "%n completed task(s)", "", count),
        Figure.OVERDUE: QCoreApplication.translate("Consolidation", "%n overdue task(s)", "", count),
        Figure.DUE_SOON: QCoreApplication.translate("Consolidation", "%n task(s) due soon", "", count),
        Figure.TARGETS: QCoreApplication.translate("Consolidation", "%n target(s)", "", count),
        Figure.TARGETS_REACHED: QCoreApplication.translate(
            "Consolidation", "%n target(s) reached", "", count
        ),
        Figure.SOLUTIONS: QCoreApplication.translate("Consolidation", "%n solution(s)", "", count),
        Figure.CONFLICTS: QCoreApplication.translate("Consolidation", "%n value(s) in conflict", "", count),
        Figure.BUNDLES: QCoreApplication.translate("Consolidation", "%n bundle(s) received", "", count),
    }[figure]


def nothing_behind(figure: Figure) -> str:
    """The sentence of an empty drill-down."""
    return {
        Figure.OVERDUE: QCoreApplication.translate("Consolidation", "No task is overdue."),
        Figure.DUE_SOON: QCoreApplication.translate("Consolidation", "No task is due soon."),
        Figure.CONFLICTS: QCoreApplication.translate("Consolidation", "No value is in conflict."),
        Figure.BUNDLES: QCoreApplication.translate("Consolidation", "No bundle has come from here yet."),
    }.get(figure, QCoreApplication.translate("Consolidation", "There is nothing behind this number."))
