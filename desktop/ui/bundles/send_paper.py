"""The slip and the sheet of receipts on paper: one painter for screen preview, printer and PDF.

Everything is measured in millimetres, so it comes out alike on A4 and A5 and at any resolution.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.domain.formats import format_moment
from desktop.domain.receipt_code import LENGTH, format_receipt
from desktop.ui.formats import format_bytes, format_number
from desktop.ui.theme.look import FONT_FAMILY
from desktop.ui.widgets.qr_code import paint_qr
from desktop.usecases.read_slip import ReceiptSheet, Slip
from desktop.usecases.receipts import GivenReceipt

_INCH = 25.4
_INK, _FAINT, _LINE = QColor("#17212B"), QColor("#526070"), QColor("#8A97A5")
_QR, _ROW_QR, _ROW = 34.0, 15.0, 17.0
_BOX, _GAP = 8.0, 4.0
_CAPTIONS = 38.0


class Paper:
    """A page to write on from top to bottom, in millimetres; ``y`` is where the next thing goes."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self.painter, self.width, self.height, self.y = painter, width, height, 0.0
        device = painter.device()
        self._mm = device.logicalDpiX() / _INCH

    def px(self, mm: float) -> float:
        """Millimetres as the device's own dots."""
        return mm * self._mm

    def place(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle of the page as the device's own."""
        return QRectF(self.px(x), self.px(y), self.px(width), self.px(height))

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """The program's own font in a size of print."""
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return QFont(font, self.painter.device())

    def height_of(self, text: str, points: float, width: float, *, bold: bool = False) -> float:
        """How many millimetres a text takes when it is broken into lines of a width."""
        metrics = QFontMetricsF(self.font(points, bold=bold), self.painter.device())
        room = QRectF(0, 0, self.px(width), self.px(1000))
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() / self._mm

    def write(
        self,
        text: str,
        x: float,
        width: float,
        points: float = 10,
        *,
        bold: bool = False,
        faint: bool = False,
    ) -> float:
        """Write a text at ``y``, broken into lines; how high it is. ``y`` stays."""
        height = self.height_of(text, points, width, bold=bold)
        self.painter.setFont(self.font(points, bold=bold))
        self.painter.setPen(_FAINT if faint else _INK)
        flags = int(Qt.TextFlag.TextWordWrap)
        self.painter.drawText(self.place(x, self.y, width, height + 1), flags, text)
        return height

    def rule(self) -> None:
        """A thin line across the page."""
        self.painter.setPen(QPen(_LINE, self.px(0.2)))
        top = self.px(self.y)
        self.painter.drawLine(0, round(top), round(self.px(self.width)), round(top))


# --- the slip -----------------------------------------------------------------------------------------


def slip_lines(slip: Slip) -> list[tuple[str, str]]:
    """The facts of the slip: caption and words."""
    size = QCoreApplication.translate("Bundles", "{size}, {rows} rows")
    size = size.replace("{size}", format_bytes(slip.size)).replace("{rows}", format_number(slip.rows))
    return [
        (QCoreApplication.translate("Bundles", "From"), slip.from_name),
        (QCoreApplication.translate("Bundles", "To"), slip.to_name),
        (QCoreApplication.translate("Bundles", "Bundle number"), str(slip.n)),
        (QCoreApplication.translate("Bundles", "File"), slip.file_name),
        (QCoreApplication.translate("Bundles", "Size"), size),
        (QCoreApplication.translate("Bundles", "Written"), format_moment(slip.made)),
        (QCoreApplication.translate("Bundles", "Written by"), slip.user or "………………………"),
        (QCoreApplication.translate("Bundles", "Check (SHA-256)"), f"{slip.hash_groups} …"),
    ]


def paint_slip(painter: QPainter, width: float, height: float, slip: Slip) -> None:
    """Paint the slip onto a page of ``width`` × ``height`` millimetres (A5 or larger)."""
    page = Paper(painter, width, height)
    page.y += page.write(slip.from_name, 0, width - _QR - _GAP, 11, bold=True) + 3
    title = QCoreApplication.translate("Bundles", "SLIP FOR A BUNDLE OF DATA")
    page.y += page.write(title, 0, width - _QR - _GAP, 16, bold=True) + 2
    sealed = QCoreApplication.translate(
        "Bundles",
        "The file is sealed and signed; only the receiver can open it. This slip goes with it.",
    )
    page.y += page.write(sealed, 0, width - _QR - _GAP, 9, faint=True)
    paint_qr(painter, page.place(width - _QR, 0, _QR, _QR), slip.qr_text)
    page.y = max(page.y, _QR) + 3
    page.rule()
    page.y += 3
    for caption, words in slip_lines(slip):
        height = page.write(caption, 0, _CAPTIONS - 2, 10.5, faint=True)
        bold = words in (slip.to_name, str(slip.n))
        page.y += max(height, page.write(words, _CAPTIONS, width - _CAPTIONS, 10.5, bold=bold)) + 1.4
    page.y += 2
    page.rule()
    page.y += 3
    _receipt_place(page)


def _receipt_place(page: Paper) -> None:
    """Where the receiver's code is written down, a box for each character."""
    title = QCoreApplication.translate("Bundles", "Receipt of the receiver")
    page.y += page.write(title, 0, page.width, 11, bold=True) + 2
    step = min(_BOX, (page.width - 2 * _GAP) / LENGTH)
    x = 0.0
    page.painter.setBrush(Qt.BrushStyle.NoBrush)
    for number in range(LENGTH):
        x += _GAP if number in (3, 6) else 0
        page.painter.setPen(QPen(_INK, page.px(0.3)))
        page.painter.drawRect(page.place(x, page.y, step, _BOX + 2))
        x += step
    page.y += _BOX + 5
    half = page.width / 2
    received = QCoreApplication.translate("Bundles", "Received by: …………………………")
    day = QCoreApplication.translate("Bundles", "Day, hour: …………………………")
    page.write(received, 0, half - 2, 9.5)
    page.y += page.write(day, half, half, 9.5) + 4
    how = QCoreApplication.translate(
        "Bundles",
        "Once the bundle is taken, the receiver's program shows ten characters. Hear them by phone, then "
        "type them under Bundles – Send – Receipt code: the bundle is then marked as received.",
    )
    page.y += page.write(how, 0, page.width, 9, faint=True)


# --- the receipts of many bundles ---------------------------------------------------------------------


def paint_receipts(
    painter: QPainter, width: float, height: float, sheet: ReceiptSheet, new_page: Callable[[], object]
) -> None:
    """Paint the receipts as a table; ``new_page`` is called before each page after the first."""
    page = Paper(painter, width, height)
    page.y += page.write(sheet.office_name, 0, width, 11, bold=True) + 2
    title = QCoreApplication.translate("Bundles", "RECEIPTS FOR BUNDLES OF DATA")
    page.y += page.write(title, 0, width, 16, bold=True) + 1
    printed = QCoreApplication.translate("Bundles", "%n bundle(s), printed {moment}", "", len(sheet.receipts))
    printed = printed.replace("{moment}", format_moment(sheet.printed))
    page.y += page.write(printed, 0, width, 9, faint=True) + 3
    _table_head(page)
    for receipt in sheet.receipts:
        if page.y + _ROW > height:
            new_page()
            page.y = 0
            _table_head(page)
        _table_row(page, receipt)


def _columns(width: float) -> Sequence[tuple[float, float]]:
    """Where each column begins and how wide it is: unit, number, when, rows, code; the QR code is last."""
    room = width - _ROW_QR - 2
    shares = (0.27, 0.09, 0.21, 0.11, 0.32)
    starts = [room * sum(shares[:number]) for number in range(len(shares))]
    return [(start, room * share - 2) for start, share in zip(starts, shares, strict=True)]


def _table_head(page: Paper) -> None:
    words = (
        QCoreApplication.translate("Bundles", "Unit"),
        QCoreApplication.translate("Bundles", "No."),
        QCoreApplication.translate("Bundles", "Received"),
        QCoreApplication.translate("Bundles", "Rows"),
        QCoreApplication.translate("Bundles", "Receipt code"),
    )
    places = zip(words, _columns(page.width), strict=True)
    heights = [page.write(word, x, width, 9, faint=True) for word, (x, width) in places]
    page.y += max(heights) + 1
    page.rule()


def _table_row(page: Paper, receipt: GivenReceipt) -> None:
    columns = _columns(page.width)
    top = page.y
    page.y = top + 4
    cells = (receipt.unit_name, str(receipt.n), format_moment(receipt.at), format_number(receipt.rows))
    for words, (x, width) in zip(cells, columns, strict=False):
        page.write(words, x, width, 9.5)
    page.y = top + 3.4
    x, width = columns[-1]
    code = format_receipt(receipt.receipt)
    page.write(code, x, width, 13, bold=True)
    paint_qr(page.painter, page.place(page.width - _ROW_QR, top + 1, _ROW_QR, _ROW_QR), code)
    page.y = top + _ROW
    page.rule()
