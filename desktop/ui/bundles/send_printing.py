"""Preview and print slips and receipts: read on the lane, shown in Qt's own preview."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from desktop.ui.bundles.send_paper import paint_receipts, paint_slip
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.usecases.read_slip import ReceiptSheet, Slip, read_receipt_sheet, read_slip

_MARGIN = 12.0
Paint = Callable[[QPrinter], None]


def show_preview(parent: QWidget, printer: QPrinter, title: str, paint: Paint) -> None:
    """Qt's preview, from which it is printed or saved."""
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.paintRequested.connect(paint)
    dialog.resize(900, 640)
    dialog.exec()


def make_printer(size: QPageSize.PageSizeId) -> QPrinter:
    """A printer with the program's margins, set to a paper size that the user may change."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    layout = QPageLayout(
        QPageSize(size),
        QPageLayout.Orientation.Portrait,
        QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
        QPageLayout.Unit.Millimeter,
    )
    printer.setPageLayout(layout)
    return printer


def room_of(printer: QPrinter) -> tuple[float, float]:
    """Width and height within the margins in millimetres."""
    room = printer.pageLayout().paintRect(QPageLayout.Unit.Millimeter)
    return room.width(), room.height()


def put_slip(printer: QPrinter, slip: Slip) -> None:
    """Print a slip."""
    painter = QPainter(printer)
    paint_slip(painter, *room_of(printer), slip)
    painter.end()


def put_receipts(printer: QPrinter, sheet: ReceiptSheet) -> None:
    """Print a sheet of receipts."""
    painter = QPainter(printer)
    paint_receipts(painter, *room_of(printer), sheet, printer.newPage)
    painter.end()


def print_slip(context: ScreenContext, parent: QWidget, bundle: str) -> None:
    """Show the slip of a bundle written here, ready to print (A5; the printer may have A4)."""
    office = context.office
    title = QCoreApplication.translate("Bundles", "Slip of the bundle")

    def show(slip: Slip) -> None:
        printer = make_printer(QPageSize.PageSizeId.A5)
        printer.setDocName(f"{title} {slip.n}")
        show_preview(parent, printer, title, lambda onto: put_slip(onto, slip))

    context.lane.run(
        Job(
            lambda _progress: read_slip(office, bundle),
            on_done=show,
            on_error=context.show_error,
            label=title,
        )
    )


def print_receipts(context: ScreenContext, parent: QWidget, bundles: Collection[str]) -> None:
    """Show the receipts for bundles taken here, ready to print on A4."""
    office = context.office
    title = QCoreApplication.translate("Bundles", "Receipts for bundles")

    def show(sheet: ReceiptSheet) -> None:
        printer = make_printer(QPageSize.PageSizeId.A4)
        printer.setDocName(title)
        show_preview(parent, printer, title, lambda onto: put_receipts(onto, sheet))

    wanted = frozenset(bundles)
    context.lane.run(
        Job(
            lambda _progress: read_receipt_sheet(office, wanted),
            on_done=show,
            on_error=context.show_error,
            label=title,
        )
    )
