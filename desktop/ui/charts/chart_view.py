"""One chart on a screen. The drawing library is loaded and works in a worker, not in the window's thread."""

from __future__ import annotations

from dataclasses import replace

import shiboken6
from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.charts.lane import chart_lane
from desktop.ui.jobs import Job
from desktop.ui.messages.problems import problem_sentence
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import TYPE_SCALE, Tone, Type
from desktop.usecases.draw_chart import Chart, Picture, draw_chart, make_look

_SETTLE_MS = 80
"""Resizing rests this long before the chart is drawn anew; until then the picture at hand is stretched."""


class ChartView(QWidget):
    """Shows a ``Chart`` whose series are coloured by token or tone name ("primary", "lotus", "text2").

    ``summary`` is read by screen readers in place of the picture. ``ready`` tells whether what is shown is
    the newest chart.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, ground: str = "surface") -> None:
        super().__init__(parent)
        self._name, self._ground = name, ground
        self._chart: Chart | None = None
        self._image: QImage | None = None
        self._words = ""
        self._wanted = 0
        self._drawn = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._soon.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(160, 100))
        self.setAccessibleName(name)
        look().changed.connect(self._ask)

    def show_chart(self, chart: Chart | None, summary: str = "") -> None:
        """Draw another chart; None leaves the place empty and says why in ``summary``."""
        self.setAccessibleDescription(summary)
        self._words = summary if chart is None else ""
        if chart == self._chart and chart is not None:
            return
        self._chart = chart
        if chart is None:
            self._image = None
        self._ask()
        self.update()

    @property
    def chart(self) -> Chart | None:
        """The chart asked for last."""
        return self._chart

    @property
    def ready(self) -> bool:
        return self._chart is None or (self._image is not None and self._drawn == self._wanted)

    def sizeHint(self) -> QSize:
        return QSize(look().px(480), look().px(200))

    def _ask(self) -> None:
        self._wanted += 1
        if self._chart is not None:
            self._soon.start()

    def _draw(self) -> None:
        if self._chart is None or not self.isVisible():
            return
        number, chart = self._wanted, coloured(self._chart)
        words = look().colour("text").name()
        size = TYPE_SCALE[Type.CAPTION][0] * look().zoom
        dress = make_look(
            words,
            look().colour("text2").name(),
            look().colour("line").name(),
            look().colour(self._ground).name(),
            size,
        )
        width, height, ratio = max(self.width(), 40), max(self.height(), 40), self.devicePixelRatioF()
        chart_lane().run(
            Job(
                lambda _progress: draw_chart(chart, dress, width, height, ratio),
                on_done=lambda picture: self._show(number, picture),
                on_error=self._fail,
                quiet=True,
            )
        )

    def _show(self, number: int, picture: Picture) -> None:
        if not shiboken6.isValid(self) or number < self._drawn:
            return
        self._drawn = number
        size = picture.width, picture.height
        kept = QImage(picture.pixels, *size, picture.width * 4, QImage.Format.Format_RGBA8888).copy()
        kept.setDevicePixelRatio(self.devicePixelRatioF())
        self._image = kept
        self._words = ""
        self.update()

    def _fail(self, error: SoSenError) -> None:
        if not shiboken6.isValid(self):
            return
        self._image = None
        self._words = problem_sentence(error)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if not self.ready:
            self._soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour(self._ground))
        if self._image is not None and self._chart is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        else:
            painter.setPen(look().colour("text2"))
            words = self._words or QCoreApplication.translate("Charts", "Drawing the chart…")
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect(), flags, words)
        painter.end()


def coloured(chart: Chart) -> Chart:
    """The chart with the names of its colours replaced by the colours of the theme in force."""
    series = tuple(replace(one, colour=_colour(one.colour)) for one in chart.series)
    return replace(chart, series=series)


def _colour(name: str) -> str:
    if name in set(Tone) and name != Tone.PRIMARY:
        return look().tone(Tone(name))[0].name()
    return look().colour(name).name()
