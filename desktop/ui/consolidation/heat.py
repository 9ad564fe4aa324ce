"""Paints the table's numbers with how much they weigh: a bar below a percentage, a tint behind a count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.ui.consolidation.matrix import MatrixRow
from desktop.ui.grid.cell_geometry import PAD
from desktop.ui.grid.delegate import CellDelegate
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Tone
from desktop.usecases.behind_figure import Figure

TONES = {Figure.OVERDUE: Tone.RED, Figure.DUE_SOON: Tone.AMBER, Figure.CONFLICTS: Tone.LOTUS}
_FAINTEST = 0.35
"""How much of a tone's ground the smallest count has; the number beside it says how many."""
_BAR = 3
_BAR_GAP = 4


class HeatDelegate(CellDelegate):
    """The grid's painter with tints and bars under the words; the words keep their own colour."""

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        area: QRect,
    ) -> None:
        super()._paint_ground(painter, option, index, area)
        row = self._grid.grid_model.row(index.row())
        if not isinstance(row, MatrixRow):
            return
        key = self._grid.grid_model.columns[index.column()].key
        share = row.heat.get(key, 0.0)
        if share and not self._cells.is_marked_row(index.row()):
            painter.fillRect(area.adjusted(0, 0, 0, -1), tint(TONES[Figure(key)], share))
        if key == Figure.COMPLETED and row.row.tasks.percent_done is not None:
            self._paint_bar(painter, area, float(row.row.tasks.percent_done) / 100)

    @staticmethod
    def _paint_bar(painter: QPainter, area: QRect, share: float) -> None:
        pad, height = look().px(PAD), look().px(_BAR)
        track = QRect(
            area.x() + pad, area.bottom() - look().px(_BAR_GAP) - height, area.width() - 2 * pad, height
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("line"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setBrush(look().colour("primary"))
        done = QRect(track.x(), track.y(), round(track.width() * min(share, 1.0)), height)
        painter.drawRoundedRect(done, height / 2, height / 2)
        painter.restore()


def tint(tone: Tone, share: float) -> QColor:
    """The ground of a tone, fainter for a small share of the largest count."""
    ground, surface = look().tone(tone)[1], look().colour("surface")
    part = _FAINTEST + (1 - _FAINTEST) * min(share, 1.0)
    mixed = [
        round(below + (above - below) * part)
        for above, below in zip(
            (ground.red(), ground.green(), ground.blue()),
            (surface.red(), surface.green(), surface.blue()),
            strict=True,
        )
    ]
    return QColor(*mixed)
