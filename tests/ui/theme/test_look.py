"""Theme, zoom, fonts and icons: one look, applied everywhere at once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.icons import app_icon, brand_pixmap, icon_pixmap, keep_icon
from desktop.ui.theme.look import FONT_FAMILY, FONT_FILES, Look
from desktop.ui.theme.resources import resource_path
from desktop.ui.theme.style_sheet import make_style_sheet
from desktop.ui.theme.tokens import DARK, LIGHT, ZOOM_STEPS, Theme, Type
from desktop.ui.widgets.buttons import icon_button, primary_button, quiet_button

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"


def test_fonts_and_their_licence_are_shipped() -> None:
    assert all(resource_path("fonts", name).is_file() for name in FONT_FILES)
    assert "SIL Open Font License" in resource_path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "MIT License" in resource_path("icons", "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("role", list(Type))
def test_every_role_uses_the_shipped_font_with_all_vietnamese_letters(the_look: Look, role: Type) -> None:
    font = the_look.font(role)
    assert QFontInfo(font).family().startswith(FONT_FAMILY)
    metrics = QFontMetrics(font)
    assert all(metrics.inFontUcs4(ord(letter)) for letter in VIETNAMESE + VIETNAMESE.upper() + "₫…“”–·")


@pytest.mark.parametrize("role", list(Type))
def test_digits_have_one_width_so_that_numbers_stand_in_columns(the_look: Look, role: Type) -> None:
    metrics = the_look.metrics(role)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_a_change_of_theme_reaches_palette_and_style_sheet(the_look: Look, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    with qtbot.waitSignal(the_look.changed):
        the_look.apply(Theme.DARK)
    assert widget.palette().window().color().name().upper() == DARK.bg
    assert the_look.tokens is DARK


def test_zoom_goes_up_and_down_its_ladder_and_stops_at_the_ends(the_look: Look) -> None:
    the_look.zoom_by(1)
    assert the_look.zoom == 1.1
    the_look.zoom_by(20)
    assert the_look.zoom == ZOOM_STEPS[-1]
    the_look.zoom_by(-20)
    assert the_look.zoom == 0.9


def test_zoom_makes_words_and_controls_larger(the_look: Look, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    before = line.sizeHint().height()
    the_look.apply(zoom=2.0)
    assert the_look.font(Type.BODY).pixelSize() == 26
    assert line.sizeHint().height() == 2 * before - 2  # the hairlines do not grow


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [0.9, 1.0, 2.0])
def test_the_style_sheet_has_no_name_left_unfilled(tokens: object, zoom: float) -> None:
    text = make_style_sheet(tokens, zoom)  # type: ignore[arg-type]
    assert "$" not in text
    assert "url(" in text


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_the_focus_ring_moves_nothing(the_look: Look, qtbot: QtBot, zoom: float) -> None:
    """A control that grew by its ring would push its neighbours about at every Tab."""
    the_look.apply(zoom=zoom)
    holder = QWidget()
    qtbot.addWidget(holder)
    controls = [
        QPushButton("Thêm việc", holder),
        primary_button("Thêm việc", parent=holder),
        quiet_button("Đóng", parent=holder),
        icon_button("x", "Đóng", parent=holder),
        QLineEdit(holder),
    ]
    holder.show()
    qtbot.waitExposed(holder)
    before = [control.sizeHint() for control in controls]
    for control, size in zip(controls, before, strict=True):
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        assert control.sizeHint() == size


def test_an_icon_takes_the_colour_of_the_theme(the_look: Look) -> None:
    light = icon_pixmap("sun", "primary").toImage()
    the_look.apply(Theme.DARK)
    dark = icon_pixmap("sun", "primary").toImage()
    assert light != dark
    assert not app_icon().isNull()
    assert not brand_pixmap(26).isNull()


def test_a_kept_icon_follows_theme_and_zoom(the_look: Look, qtbot: QtBot) -> None:
    made, picture = QPushButton(), QLabel()
    qtbot.addWidget(made)
    qtbot.addWidget(picture)
    keep_icon(made, "plus")
    keep_icon(picture, "inbox", "text2", 40)
    before = made.iconSize().width()
    the_look.apply(Theme.DARK, 2.0)
    assert made.iconSize().width() == 2 * before
    assert picture.pixmap().deviceIndependentSize().width() == 80


def test_every_icon_shipped_can_be_drawn() -> None:
    names = [path.stem for path in resource_path("icons").glob("*.svg")]
    assert len(names) > 60
    blank = icon_pixmap("sun", "surface", 18).toImage()
    assert all(icon_pixmap(name, "text").toImage() != blank for name in names)
