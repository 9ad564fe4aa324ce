"""Icons inside a line – magnifier, cross, calendar – that grow with the zoom as the words beside them do."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QProxyStyle, QStyle, QStyleOption, QWidget

from desktop.ui.theme.early import later
from desktop.ui.theme.look import look

_ICON = 16
"""Pixels at 100 %."""


class _LineStyle(QProxyStyle):
    """The program's style, except that it is asked for the size of icons in a line: Qt's is fixed.

    For lines alone: as the style of everything it would be asked some thousand times for one screen.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric is QStyle.PixelMetric.PM_LineEditIconSize:
            return look().px(_ICON)
        return super().pixelMetric(metric, option, widget)


class _Shared:
    style: _LineStyle | None = None


def grow_icons(line: QLineEdit) -> None:
    """Let the icons of a line follow the zoom; at 100 % there is time for it after the first painting."""
    if look().zoom == 1.0:
        later(line, lambda: _give_style(line))
    else:
        _give_style(line)


def _give_style(line: QLineEdit) -> None:
    if _Shared.style is None:
        _Shared.style = _LineStyle()
    line.setStyle(_Shared.style)
