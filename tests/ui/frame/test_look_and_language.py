"""Language, theme and size change at once, stay for the next day, and clip no word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import translations
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.entity import Kind
from desktop.ui.formats import format_bytes, format_number, format_percent, parse_number
from desktop.ui.frame.appearance import choose_theme, install_appearance
from desktop.ui.frame.bottom_bar import BottomBar, Fact
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.i18n import ENGLISH, current_language, install_language
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import ZOOM_STEPS, Theme
from desktop.ui.widgets.values import shown_text, typed_value
from desktop.usecases.read_footer import Footer, Moment
from desktop.usecases.sending import Waiting
from tests.ui.frame.conftest import OpenWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def compiled_words() -> None:
    translations.compile_all()


def test_the_language_changes_in_the_open_window_and_stays_on_the_same_screen(
    window: MainWindow, qtbot: QtBot, settings: QSettings
) -> None:
    window.navigate("targets")
    window.context.speak("vi")
    qtbot.waitUntil(lambda: "Không nhập bí mật nhà nước" in window.content.bottom.words)
    assert window.content.top.years == ["Năm 2022"]
    assert window.content.stage.current_key == "targets"
    assert settings.value("look/language") == "vi"
    qtbot.waitUntil(lambda: "Chưa sao lưu" in window.content.bottom.words)


def test_qt_s_own_words_are_vietnamese_too(qapp: QApplication) -> None:
    install_language(qapp, "vi")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Hủy bỏ"
    assert qapp.translate("QWidgetTextControl", "&Paste") == "&Dán"
    install_language(qapp, "en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_counts_have_one_form_in_vietnamese_and_two_in_english(qapp: QApplication) -> None:
    words = "%n change(s) not sent"
    install_language(qapp, "vi")
    assert qapp.translate("Frame", words, "", 12) == "Chưa gửi 12 thay đổi"
    install_language(qapp, "en")
    assert qapp.translate("Frame", words, "", 1) == "1 change not sent"
    assert qapp.translate("Frame", words, "", 12) == "12 changes not sent"


@pytest.mark.parametrize(
    ("language", "number", "percent", "size"),
    [("vi", "1.234,5", "66,7%", "1,5 GB"), ("en", "1,234.5", "66.7%", "1.5 GB")],
)
def test_numbers_are_shown_and_typed_as_the_language_writes_them(
    qapp: QApplication, language: str, number: str, percent: str, size: str
) -> None:
    """1.5 GB in English and 1,5 GB in Vietnamese; what is shown can be typed back."""
    install_language(qapp, language)
    assert shown_text(Kind.DECIMAL, Decimal("1234.5")) == format_number(Decimal("1234.5")) == number
    assert typed_value(Kind.DECIMAL, number) == parse_number(number) == Decimal("1234.5")
    assert format_percent(Decimal("66.66")) == percent
    assert format_bytes(1536 * 1024**2) == size


@pytest.mark.parametrize("language", ["xx", ""])
def test_an_unknown_language_counts_as_vietnamese(qapp: QApplication, language: str) -> None:
    assert install_language(qapp, language)
    assert current_language() == "vi"
    install_language(qapp, "en")


def test_size_goes_up_down_and_back_by_keys_and_is_remembered(
    window: MainWindow, settings: QSettings, qapp: QApplication
) -> None:
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert look().zoom == 1.1
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert look().zoom == 0.9
    assert settings.value("look/zoom") == "0.9"
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    assert look().zoom == 1.0
    choose_theme(settings, Theme.DARK)
    look().apply(Theme.LIGHT, 1.5)
    install_appearance(qapp, settings)
    assert (look().theme, look().zoom) == (Theme.DARK, 1.0)
    install_language(qapp, "en")


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_the_frame_fits_a_small_screen_at_every_size(
    open_window: OpenWindow, zoom: float, qapp: QApplication
) -> None:
    window = open_window()
    install_language(qapp, "vi")
    window.context.speak("en")
    look().apply(zoom=zoom)
    window.notify("Đã xóa “Ký hợp đồng liên kết tiêu thụ lúa”", undoable=True)
    window.toggle_help()
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
    for item in (window.content.side.item(key) for key in window.content.stage.keys):
        assert item.sizeHint().width() <= item.width()
    install_language(qapp, "en")


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("width", [1366, 1024, 760])
def test_facts_of_the_bottom_bar_give_up_their_words_before_any_is_cut(
    qtbot: QtBot, zoom: float, width: int
) -> None:
    look().apply(zoom=zoom)
    bar = BottomBar()
    qtbot.addWidget(bar)
    bar.show_footer(Footer(Moment("09:14", None), Moment("08:02", date(2022, 6, 17)), Waiting(12, 30)))
    bar.notify("Undone: change of a cell", undoable=True)
    bar.resize(width, 40)
    bar.show()
    facts = [fact for fact in bar.findChildren(Fact) if fact.isVisible()]
    qtbot.waitUntil(lambda: all(fact.width() == fact.sizeHint().width() for fact in facts), timeout=1000)
    assert bar.width() == width
    assert facts[-1].geometry().right() < width


def test_the_bar_tells_what_is_in_no_bundle_from_what_waits_for_a_receipt(
    qtbot: QtBot, qapp: QApplication
) -> None:
    install_language(qapp, "vi")
    bar = BottomBar()
    qtbot.addWidget(bar)
    saved = Moment("09:14", None)
    bar.show_footer(Footer(saved, saved, Waiting(12, 30)))
    assert "Chưa gửi 12 thay đổi" in bar.words
    assert "còn 30 thay đổi chờ biên nhận" in bar._unsent.toolTip()
    bar.show_footer(Footer(saved, saved, Waiting(0, 30)))
    assert "Đã ghi gói, 30 thay đổi chờ biên nhận" in bar.words
    bar.show_footer(Footer(saved, saved, Waiting(0, 0)))
    assert "Đã gửi hết, đã có biên nhận" in bar.words
    install_language(qapp, ENGLISH)
