"""What goes on paper: every fact is there, nothing runs into anything else, the code can be scanned."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import translations
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import Code
from desktop.domain.receipt_code import format_receipt
from desktop.ui.bundles.send_paper import Paper, paint_receipts, paint_slip, slip_lines
from desktop.ui.i18n import install_language
from desktop.ui.widgets.qr_code import paint_qr, qr_squares
from desktop.usecases.read_slip import ReceiptSheet, Slip
from desktop.usecases.receipts import GivenReceipt

QUIET = 4
NOON = 1_655_528_400_000
SLIP = Slip(
    bundle="0190f0c2b5e87d3a9c41f2a8d07b6e13",
    from_name="Xã Phú Điền",
    to_name="Huyện Tháp Mười",
    n=7,
    file_name="30067-may1-7.goi",
    size=13_452,
    rows=1246,
    made=NOON,
    sha256="2d711642b726b04401627ca9fbac32f5" * 2,
    user="Lê Thị Hồng",
)
LONG = "Xã Hòa Bình Thạnh Lợi Trường Xuân Hưng Thạnh sáp nhập theo nghị quyết"


def receipt(number: int, name: str = "Xã Phú Điền") -> GivenReceipt:
    code = f"{number % 10}HV286115K"[:10].ljust(10, "0")
    return GivenReceipt("ab" * 16, "30067", name, number, NOON, Code.OK, 240, 0, "a.goi", "cd" * 32, code)


@contextmanager
def page(width: float, height: float, dots: int = 100) -> Iterator[tuple[QImage, QPainter]]:
    """A white page in millimetres."""
    image = QImage(round(width / 25.4 * dots), round(height / 25.4 * dots), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dots / 0.0254))
    image.setDotsPerMeterY(round(dots / 0.0254))
    image.fill(QColor("white"))
    painter = QPainter(image)
    yield image, painter
    painter.end()


class Written:
    """Every text put on the page, and where."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        self.places: list[QRectF] = []
        self.lowest = 0.0
        write = Paper.write

        def spy(paper: Paper, text: str, x: float, width: float, *rest: float, **more: bool) -> float:
            height = write(paper, text, x, width, *rest, **more)
            self.texts.append(text)
            self.places.append(QRectF(x, paper.y, width, height))
            self.lowest = max(self.lowest, paper.y + height)
            return height

        monkeypatch.setattr(Paper, "write", spy)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    return Written(monkeypatch)


def test_the_slip_names_all_that_is_compared_on_arrival(written: Written) -> None:
    with page(124, 186) as (_image, painter):
        paint_slip(painter, 124, 186, SLIP)
    told = dict(slip_lines(SLIP))
    assert told["Bundle number"] == "7"
    assert told["File"] == "30067-may1-7.goi"
    assert told["Size"] == "13.1 KB, 1,246 rows"
    assert told["Check (SHA-256)"] == "2d71 1642 b726 b044 …"
    assert set(told.values()) <= set(written.texts)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [124, 186])
@pytest.mark.parametrize("name", ["Xã Mỹ An", LONG])
def test_nothing_on_the_slip_runs_over_another_or_the_page(
    written: Written, width: float, name: str, language: str, qapp: QApplication
) -> None:
    """On A5 and A4, in both languages, also with the longest names."""
    translations.compile_all()
    install_language(qapp, language)
    slip = replace(SLIP, from_name=name, to_name=name)
    with page(width, 186) as (_image, painter):
        paint_slip(painter, width, 186, slip)
    assert written.lowest < 186
    for number, one in enumerate(written.places):
        assert one.right() <= width + 0.1
        for other in written.places[number + 1 :]:
            crossing = one.intersected(other)
            assert crossing.height() < 0.6 or crossing.width() < 0.1, (one, other)


def test_a_sheet_of_many_receipts_goes_on_new_pages_with_its_head(written: Written) -> None:
    receipts = tuple(receipt(number, LONG if number % 2 else "Xã Mỹ An") for number in range(1, 41))
    turned: list[int] = []
    with page(186, 273) as (_image, painter):
        paint_receipts(
            painter, 186, 273, ReceiptSheet("Huyện Tháp Mười", NOON, receipts), lambda: turned.append(1)
        )
    assert len(turned) == 2
    assert written.texts.count("Receipt code") == 3
    assert [text for text in written.texts if text.count("-") == 2] == [
        format_receipt(one.receipt) for one in receipts
    ]
    assert written.lowest <= 273


def test_a_qr_code_is_drawn_module_for_module() -> None:
    matrix = qr_squares(SLIP.qr_text)
    side = 4
    whole = side * (len(matrix) + 2 * QUIET)
    image = QImage(whole, whole, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    paint_qr(painter, QRectF(0, 0, whole, whole), SLIP.qr_text)
    painter.end()
    for y in range(len(matrix) + 2 * QUIET):
        for x in range(len(matrix) + 2 * QUIET):
            inside = QUIET <= x < len(matrix) + QUIET and QUIET <= y < len(matrix) + QUIET
            dark = bool(inside and matrix[y - QUIET][x - QUIET])
            colour = image.pixelColor(x * side + side // 2, y * side + side // 2).name()
            assert colour == ("#000000" if dark else "#ffffff"), (x, y)


def test_the_qr_code_of_a_slip_can_be_compared_with_any_telephone() -> None:
    assert SLIP.qr_text.splitlines() == [
        "SOSEN GOI 7",
        "30067-may1-7.goi",
        SLIP.bundle,
        f"SHA256 {SLIP.sha256}",
    ]
