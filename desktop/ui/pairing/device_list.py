"""The computers that the registry lists, and at the office the button that reports one lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.entity import Kind
from desktop.domain.formats import format_moment
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.pairing.words import device_pill
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import SM
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.pills import column_width
from desktop.usecases.read_devices import DeviceLine

_LEAST_HEIGHT = 200
"""Pixels at 100 %; a page that is lower is scrolled as a whole."""


class DeviceList(QWidget):
    """``report`` is called with the computer to report lost; None leaves the button out."""

    def __init__(
        self,
        context: ScreenContext,
        report: Callable[[DeviceLine], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._columns = _columns()
        title = QCoreApplication.translate("Pairing", "Enrolled computers")
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns, row_key=_key), row_key=_key),
            title,
            settings=context.settings,
            memory="bundles/devices",
            export=exporter(context, self, lambda: title),
        )
        words = QCoreApplication.translate("Pairing", "Report lost…")
        self.lost_button = button(words, "ban", self.ask_lost)
        self.panel.view.row_changed.connect(lambda _row: self._show_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addWidget(self.panel, 1)
        column.addWidget(self.lost_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.lost_button.setVisible(report is not None)  # not before it has a parent: it would be a window
        self._show_button()

    def sizeHint(self) -> QSize:
        """The least that is of use: it takes what is left beyond that, and its lines are scrolled."""
        return QSize(super().sizeHint().width(), look().px(_LEAST_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return False

    def show_devices(self, devices: Sequence[DeviceLine]) -> None:
        """Show the computers."""
        self.panel.model.refresh(ListSource(list(devices), self._columns, row_key=_key))
        self._show_button()

    def current(self) -> DeviceLine | None:
        """The computer chosen."""
        row = self.panel.view.current_row()
        return row if isinstance(row, DeviceLine) else None

    def ask_lost(self) -> None:
        """Report the chosen computer lost."""
        device = self.current()
        if device is not None and self._report is not None:
            self._report(device)

    def _show_button(self) -> None:
        device = self.current()
        self.lost_button.setEnabled(device is not None and not device.is_lost and not device.is_this)


def _key(device: DeviceLine) -> str:
    return device.device


def _heard(device: DeviceLine, never: str) -> str:
    """When its newest bundle came; of this computer itself none ever does."""
    if device.is_this:
        return "–"
    return never if device.heard_at is None else format_moment(device.heard_at)


def _columns() -> list[Column]:
    never = QCoreApplication.translate("Pairing", "never")
    words = ("Reported lost", "This computer", "Enrolled")
    return [
        Column(
            key="unit_name",
            header=QCoreApplication.translate("Pairing", "Unit"),
            width=190,
            stretch=True,
            wraps=True,
        ),
        Column(key="label", header=QCoreApplication.translate("Pairing", "Computer"), width=90),
        Column(
            key="state",
            header=QCoreApplication.translate("Pairing", "State"),
            width=column_width(QCoreApplication.translate("Pairing", word) for word in words),
            pill=device_pill,
        ),
        Column(
            key="heard_at",
            header=QCoreApplication.translate("Pairing", "Newest bundle"),
            width=140,
            shown=lambda row: _heard(row, never),
            sort=lambda row: row.heard_at or 0,
        ),
        Column(
            key="last_n",
            header=QCoreApplication.translate("Pairing", "No."),
            kind=Kind.INTEGER,
            width=60,
            shown=lambda row: str(row.last_n or "–"),
        ),
        Column(
            key="since",
            header=QCoreApplication.translate("Pairing", "Registry number"),
            kind=Kind.INTEGER,
            width=100,
            hidden=True,
        ),
        Column(
            key="device",
            header=QCoreApplication.translate("Pairing", "Key"),
            width=150,
            hidden=True,
            muted=True,
        ),
    ]
