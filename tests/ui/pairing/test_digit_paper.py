"""The digits on paper: all there, large, with a code that can be scanned, nothing beyond the page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.bundle.spare_key import new_spare, spare_groups, spare_text
from desktop.ui.pairing.digit_paper import DigitSheet, paint_sheet
from desktop.ui.widgets.qr_code import qr_squares

_DPI, _INCH = 200, 25.4
_WIDTH, _HEIGHT = 124.0, 186.0


def painted(sheet: DigitSheet) -> QImage:
    """The sheet on an A5 page with margins of 12 mm, as the printer gets it."""
    dots = _DPI / _INCH
    image = QImage(round(148 * dots), round(210 * dots), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DPI / _INCH * 1000))
    image.setDotsPerMeterY(round(_DPI / _INCH * 1000))
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_sheet(painter, _WIDTH, _HEIGHT, sheet)
    painter.end()
    return image


DIGITS = ("9603", "6035", "9360", "8775", "0652", "4392")
KEY = ("SOSEN-SPARE-KEY-1ABCD-2EFGH-3JKLM-4NPQR-5STUV",)
SPARE = (spare_groups(spare_text(new_spare())),)


@pytest.mark.parametrize("groups", [DIGITS, KEY, SPARE])
def test_nothing_runs_over_the_edge_and_the_code_is_whole(
    qapp: QApplication, groups: tuple[str, ...]
) -> None:
    """A sheet for the safe or the telephone that can be read and scanned."""
    title, words = "Phiếu đăng ký của Xã Phú Điền, máy may1", "Đọc 24 số này cho cấp trên."
    sheet = DigitSheet(title, words, groups, " ".join(groups))
    image = painted(sheet)
    dots = _DPI / _INCH
    inked = {
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).lightness() < 128
    }
    assert max(x for x, _y in inked) <= _WIDTH * dots
    lowest = max(y for _x, y in inked)
    assert lowest <= _HEIGHT * dots
    # The code is the last thing on the page: its lowest dark squares and its quiet zone lie within.
    assert len(qr_squares(sheet.qr_text)) > 20
    assert lowest > 60 * dots
