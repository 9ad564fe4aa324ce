"""A sheet with one thing on it, large: digits to read out or compare, or the spare key; with a QR code."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.ui.bundles.send_paper import Paper
from desktop.ui.bundles.send_printing import make_printer, room_of, show_preview
from desktop.ui.widgets.qr_code import paint_qr

_QR = 40.0
_ACROSS = 3
_GROUP = 32.0


@dataclass(frozen=True, slots=True)
class DigitSheet:
    """What is printed: a title, what it is for, groups of digits or one text, and the QR code's text."""

    title: str
    words: str
    groups: tuple[str, ...]
    qr_text: str


def paint_sheet(painter: QPainter, width: float, height: float, sheet: DigitSheet) -> None:
    """Paint the sheet onto a page of ``width`` × ``height`` millimetres (A5 or larger)."""
    page = Paper(painter, width, height)
    page.y += page.write(sheet.title, 0, width, 16, bold=True) + 3
    page.y += page.write(sheet.words, 0, width, 10.5) + 6
    if len(sheet.groups) == 1:
        page.y += page.write(sheet.groups[0], 0, width, 14, bold=True) + 6
    else:
        for place, group in enumerate(sheet.groups):
            height_of = page.write(group, place % _ACROSS * _GROUP, _GROUP, 24, bold=True)
            if place % _ACROSS == _ACROSS - 1:
                page.y += height_of + 3
        page.y += 3
    paint_qr(painter, page.place(0, page.y, _QR, _QR), sheet.qr_text)


def print_sheet(parent: QWidget, sheet: DigitSheet) -> None:
    """Show the sheet ready to print (A5; the printer may have A4)."""
    printer = make_printer(QPageSize.PageSizeId.A5)
    printer.setDocName(sheet.title)

    def paint(onto: QPrinter) -> None:
        painter = QPainter(onto)
        paint_sheet(painter, *room_of(onto), sheet)
        painter.end()

    show_preview(parent, printer, sheet.title, paint)
