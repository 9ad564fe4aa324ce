"""Which unit's sheet an upper office looks at; nothing is shown in a commune."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.ui.frame.screen import ScreenContext
from desktop.ui.theme.look import look
from desktop.usecases.units import units_below

_KEPT = "targets/unit"


class UnitChoice(QComboBox):
    """``chosen`` tells that another unit was chosen; ``unit`` is its id, "" for this office's own."""

    chosen = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAccessibleName(QCoreApplication.translate("Targets", "Unit"))
        if not context.office.is_upper:
            self.hide()
        self.setMinimumWidth(look().px(180))
        self.setMaxVisibleItems(20)
        self.refresh()
        self.activated.connect(self._picked)

    @property
    def unit(self) -> str:
        return str(self.currentData() or "")

    def refresh(self) -> None:
        """Read the units anew; the choice stays."""
        units = units_below(self._context.office)
        kept = self.unit or str(self._context.settings.value(_KEPT, ""))
        self.blockSignals(True)
        self.clear()
        for unit in units:
            self.addItem(unit.name, unit.unit_id)
        place = self.findData(kept)
        self.setCurrentIndex(max(place, 0) if units else -1)
        self.blockSignals(False)

    def choose(self, unit: str) -> None:
        """Look at a unit; one that is not among them is passed over."""
        place = self.findData(unit)
        if place >= 0 and place != self.currentIndex():
            self.setCurrentIndex(place)
            self._picked(place)

    def _picked(self, _place: int) -> None:
        self._context.settings.setValue(_KEPT, self.unit)
        self.chosen.emit()
