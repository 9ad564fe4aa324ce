"""What is made and painted first does without the namespace ``Qt``: its flags stand here as numbers.

PySide6 makes the 1,200 names of ``Qt`` one by one when it is first touched, and it is touched by
``from PySide6.QtCore import Qt``: a tenth of the time that a whole bare window takes.  So modules of the
first painting take ``QtCore.Qt`` inside the functions that come later, such as those for keys, and these
numbers before.  A call that might be given one of its flags touches it too: ``setPen``, ``setBrush``,
``QBrush(colour)``.  So words are painted with the pen that ``setForegroundRole`` gives the painter, and
grounds with ``paint_ground``.  tests/ui/theme/test_early.py holds the numbers against Qt's own, and
tests/ui/app/test_first_paint.py tells when the namespace is touched after all (decision 9).
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

MIDDLE_LEFT, MIDDLE_RIGHT = 0x81, 0x82
"""For ``QPainter.drawText``."""
WORD_WRAP = 0x1000
"""For ``QFontMetrics.boundingRect``."""
TOP_LEFT = 0x21
"""For the property ``alignment``."""
NO_FOCUS, TAB_FOCUS, CLICK_FOCUS, STRONG_FOCUS = 0, 1, 2, 11
"""For the property ``focusPolicy``."""
PLAIN_TEXT = 0
"""For the property ``textFormat``."""
TEXT_BESIDE_ICON = 2
"""For the property ``toolButtonStyle``."""
LEFT_TO_RIGHT, RIGHT_TO_LEFT = 0, 1
"""For the property ``layoutDirection``."""


def paint_ground(painter: QPainter, area: QRectF, ground: QBrush, radius: float) -> None:
    """Fill an area with round corners; without a line round it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(_rounded(area, radius), ground)


def paint_ring(painter: QPainter, area: QRectF, line: QBrush, width: float, radius: float) -> None:
    """A line of ``width`` round an area with round corners; nothing inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(_rounded(area, radius), QPen(line, width))


def _rounded(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path


class _Waiting:
    """What waits for the first painting, None while nothing has to; so no ``global`` is needed."""

    calls: list[Callable[[], object]] | None = None


def await_painting() -> None:
    """Until ``painted`` is called, ``later`` only takes notes: a window is about to be made and painted."""
    _Waiting.calls = []


def painted() -> None:
    """The window stands there: what waits for it is done."""
    calls, _Waiting.calls = _Waiting.calls or [], None
    for call in calls:
        call()


def later(widget: QWidget, call: Callable[[], object]) -> None:
    """Give a widget something that is not seen of it, at once unless a painting is awaited."""
    if _Waiting.calls is None:
        call()
    else:
        _Waiting.calls.append(lambda: shiboken6.isValid(widget) and call())


def point(widget: QWidget) -> None:
    """Give a widget the hand that says "this can be pressed"."""
    later(widget, lambda: widget.setCursor(QtCore.Qt.CursorShape.PointingHandCursor))
