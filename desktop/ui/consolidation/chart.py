"""The chart of the consolidation table: completed tasks in percent, a bar for each unit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.formats import format_percent
from desktop.usecases.draw_chart import Chart, Mark, Series
from desktop.usecases.read_consolidation import Consolidation
from desktop.usecases.summarise import sum_of

MOST_BARS = 30
"""More bars than that cannot be read; then the lowest are shown, because they want attention."""


def done_chart(table: Consolidation) -> Chart | None:
    """Bars from the furthest unit to the last, and a line at the whole; None where nothing is counted."""
    percents = [(unit.row.name, unit.row.tasks.percent_done) for unit in table.units]
    known = [(name, percent) for name, percent in percents if percent is not None]
    whole = sum_of(unit.row for unit in table.units).tasks.percent_done
    if not known or whole is None:
        return None
    known.sort(key=lambda pair: -pair[1])
    shown = known[-MOST_BARS:]
    return Chart(
        categories=tuple(name for name, _percent in shown),
        series=(
            Series(
                QCoreApplication.translate("Consolidation", "Completed"),
                Mark.BARS,
                tuple(float(round(percent)) for _name, percent in shown),
                "primary",
            ),
            Series(
                QCoreApplication.translate("Consolidation", "All units together"),
                Mark.GUIDE,
                (float(round(whole)),),
                "lotus",
            ),
        ),
        suffix="%",
        across=True,
    )


def done_summary(table: Consolidation) -> str:
    """The chart in a sentence, for screen readers and for a chart without bars."""
    known = [unit.row for unit in table.units if unit.row.tasks.percent_done is not None]
    if not known:
        return QCoreApplication.translate("Consolidation", "There is nothing to draw yet.")
    best = max(known, key=lambda row: row.tasks.percent_done or 0)
    least = min(known, key=lambda row: row.tasks.percent_done or 0)
    words = QCoreApplication.translate("Consolidation", "From {least} ({low}) to {best} ({high}).")
    words = words.replace("{least}", least.name).replace("{best}", best.name)
    words = words.replace("{low}", format_percent(least.tasks.percent_done or 0, 0))
    return words.replace("{high}", format_percent(best.tasks.percent_done or 0, 0))
