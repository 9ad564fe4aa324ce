"""Icons inside a line – magnifier, cross, calendar – that grow with the zoom as the words beside them do."""

from __future__ import annotations

from PySide6 import QtWidgets
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.theme.early import later
from desktop.ui.theme.look import look

_ICON = 16
"""Pixels at 100 %."""


class _Shared:
    """The one style of all lines, made with the first of them."""

    style: QtWidgets.QProxyStyle | None = None


def _make_style() -> QtWidgets.QProxyStyle:
    """The program's style, except that it is asked for the size of icons in a line: Qt's is fixed.

    For lines alone: as the style of everything it would be asked some thousand times for one screen. A class
    in a function, since the names of ``QStyle`` are not to be made before the first painting (decision 9).
    """
    size_of_icons = QtWidgets.QStyle.PixelMetric.PM_LineEditIconSize

    class LineStyle(QtWidgets.QProxyStyle):
        def pixelMetric(
            self,
            metric: QtWidgets.QStyle.PixelMetric,
            option: QtWidgets.QStyleOption | None = None,
            widget: QWidget | None = None,
        ) -> int:
            if metric is size_of_icons:
                return look().px(_ICON)
            return super().pixelMetric(metric, option, widget)

    return LineStyle("Fusion")


def grow_icons(line: QLineEdit) -> None:
    """Let the icons of a line follow the zoom; at 100 % there is time for it after the first painting."""
    if look().zoom == 1.0:
        later(line, lambda: _give_style(line))
    else:
        _give_style(line)


def _give_style(line: QLineEdit) -> None:
    if _Shared.style is None:
        _Shared.style = _make_style()
    line.setStyle(_Shared.style)
