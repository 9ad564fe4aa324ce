"""Buttons, pills, tabs, cards: named for screen readers, never clipped, plain text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QIcon, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import ZOOM_STEPS, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import action_button, button, icon_button, link_button, primary_button
from desktop.ui.widgets.cards import Card, EmptyState, ErrorCard, ErrorText
from desktop.ui.widgets.labels import figure, label, selectable, set_tone
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.pills import CountBadge, Pill, StatusPill, column_width, paint_pill, pill_size
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.tabs import SegmentedTabs

WORDS = ["Hoàn thành trong hạn", "Đang thực hiện quá hạn", "Chưa thực hiện", "Quá hạn 118 ngày"]


def test_a_label_never_reads_a_clerk_s_words_as_markup(qtbot: QtBot) -> None:
    made = label("<b>A</b> & <i>B</i>")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>A</b> & <i>B</i>"


def test_an_ampersand_in_a_unit_s_name_is_shown_on_labels(qtbot: QtBot) -> None:
    made = label("Văn hóa & Xã hội")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.sizeHint().width() >= made.fontMetrics().horizontalAdvance("Văn hóa & Xã hội")


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
@pytest.mark.parametrize("words", WORDS)
def test_a_pill_is_wide_enough_for_its_word(the_look: Look, zoom: float, words: str) -> None:
    the_look.apply(zoom=zoom)
    needed = the_look.metrics(Type.CAPTION_STRONG).horizontalAdvance(words)
    assert pill_size(words).width() >= needed + the_look.px(16)
    assert pill_size(words).height() >= the_look.metrics(Type.CAPTION_STRONG).height()


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_a_column_of_pills_cuts_none_of_its_words(the_look: Look, zoom: float) -> None:
    the_look.apply(zoom=zoom)
    room = the_look.px(column_width(WORDS)) - 2 * the_look.px(8)
    assert all(pill_size(words).width() <= room for words in WORDS)


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_buttons_are_wide_enough_for_their_words(the_look: Look, qtbot: QtBot, zoom: float) -> None:
    the_look.apply(zoom=zoom)
    for made in (
        primary_button("Gửi huyện", "usb", key="F9"),
        button("Soát kế hoạch", "checks"),
        link_button("Xem"),
    ):
        qtbot.addWidget(made)
        made.ensurePolished()
        icon = made.iconSize().width() if not made.icon().isNull() else 0
        assert made.sizeHint().width() >= made.fontMetrics().horizontalAdvance(made.text()) + icon
        assert made.sizeHint().height() >= made.fontMetrics().height()


def test_a_click_calls_what_was_given(qtbot: QtBot) -> None:
    seen: list[str] = []
    made = primary_button("Lưu", clicked=lambda: seen.append("saved"))
    qtbot.addWidget(made)
    made.click()
    assert seen == ["saved"]


def test_an_icon_alone_has_a_name_and_can_be_reached_by_tab(qtbot: QtBot) -> None:
    made = icon_button("x", "Đóng bảng")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Đóng bảng"
    assert made.toolTip() == "Đóng bảng"
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_button_follows_its_action(qtbot: QtBot) -> None:
    seen: list[bool] = []
    holder = QWidget()
    qtbot.addWidget(holder)
    action = QAction("Xuất", holder)
    action.setShortcut("F8")
    action.triggered.connect(lambda: seen.append(True))
    made = action_button(action, "table-export", parent=holder)
    assert "F8" in made.text()
    action.setEnabled(False)
    assert not made.isEnabled()
    action.setEnabled(True)
    made.click()
    assert len(seen) == 1


def test_a_status_pill_is_read_as_its_word_and_empty_means_hidden(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    pill = StatusPill(Pill("Quá hạn", Tone.RED), holder)
    assert pill.accessibleName() == "Quá hạn"
    assert pill.sizeHint() == pill_size("Quá hạn")
    pill.show_pill(Pill(""))
    assert pill.isHidden()


def test_a_count_of_zero_is_not_shown(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    badge = CountBadge(parent=holder)
    badge.show_count(12)
    assert badge.pill.text == "12"
    badge.show_count(0)
    assert badge.isHidden()


def test_a_pill_in_too_small_a_space_stays_inside_it(the_look: Look) -> None:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_pill(painter, image.rect().adjusted(0, 0, -20, 0), Pill("Hoàn thành trong hạn", Tone.GREEN))
    painter.end()
    white = image.pixelColor(59, 15)
    assert all(image.pixelColor(x, 15) == white for x in range(41, 60))


def test_tabs_carry_counts_and_keep_every_word_whole(the_look: Look, qtbot: QtBot) -> None:
    tabs = SegmentedTabs("Phần của kế hoạch")
    qtbot.addWidget(tabs)
    tabs.add("tasks", "Nhiệm vụ", 24)
    tabs.add("targets", "Chỉ tiêu", 13)
    tabs.add("general", "Thông tin chung")
    needed = the_look.metrics(Type.STRONG).horizontalAdvance("Nhiệm vụ")
    assert tabs.tabSizeHint(0).width() > needed + the_look.metrics(Type.BODY).horizontalAdvance("24")
    tabs.set_count("targets", 140)
    with qtbot.waitSignal(tabs.currentChanged):
        tabs.show_key("targets")
    assert tabs.key() == "targets"
    tabs.show()
    assert not tabs.grab().isNull()


def test_a_search_waits_for_a_pause_but_enter_asks_at_once(qtbot: QtBot) -> None:
    box = SearchBox("Tìm việc")
    qtbot.addWidget(box)
    seen: list[str] = []
    box.searched.connect(seen.append)
    qtbot.keyClicks(box, "ke hoach")
    assert seen == []
    qtbot.waitUntil(lambda: seen == ["ke hoach"])
    qtbot.keyClicks(box, "x")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert seen == ["ke hoach", "ke hoachx"]
    assert box.completer() is None


def test_an_empty_screen_has_one_sentence_and_one_button(qtbot: QtBot) -> None:
    seen: list[int] = []
    state = EmptyState("Chưa có việc nào.", "Lập từ chương trình cấp trên", lambda: seen.append(1))
    qtbot.addWidget(state)
    state.button.click()
    state.show_sentence("Chưa có chỉ tiêu.")
    assert seen == [1]
    assert state.sentence == "Chưa có chỉ tiêu."


def test_an_error_card_says_three_things_and_hides_the_rest(qtbot: QtBot) -> None:
    card = ErrorCard(ErrorText("Tệp bị hỏng.", "Dữ liệu còn nguyên.", "Chép lại tệp.", "E_DAMAGED at 512"))
    qtbot.addWidget(card)
    card.show()
    shown = [made.text() for made in card.findChildren(QLabel) if made.isVisible()]
    assert {"Tệp bị hỏng.", "Dữ liệu còn nguyên.", "Chép lại tệp."} <= set(shown)
    assert not card.details_shown()
    card.toggle_details()
    assert card.details_shown()


def test_a_banner_does_what_it_offers_and_hides_without_words(qtbot: QtBot) -> None:
    seen: list[int] = []
    banner = Banner("Hạn có 2 giá trị.", Tone.AMBER, action="Xem và chọn", clicked=lambda: seen.append(1))
    qtbot.addWidget(banner)
    banner.show_text("Đã xóa.", Tone.GREEN)
    assert banner.isVisible()
    assert not banner.grab().isNull()
    banner.show_text("")
    assert banner.isHidden()


def test_small_parts_can_be_made_and_changed(qtbot: QtBot) -> None:
    card, header = Card("Quá hạn"), PageHeader("Kế hoạch năm 2022", "24 việc")
    qtbot.addWidget(card)
    qtbot.addWidget(header)
    card.body.addWidget(figure("3"))
    header.add(primary_button("Thêm việc"))
    header.show_words("Chỉ tiêu")
    words = selectable(label("chép được"))
    qtbot.addWidget(words)
    set_tone(words, Tone.RED)
    set_tone(words, None)
    assert header.title == "Chỉ tiêu"
    assert words.property("tone") == ""


def test_in_a_short_window_the_line_below_the_title_stands_beside_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = PageHeader("Việc tuần này", "Thứ Hai 13/06/2022 đến Chủ nhật 19/06/2022")
    QVBoxLayout(window).addWidget(header)
    window.resize(900, 614)
    with qtbot.waitExposed(window):
        window.show()
    at_first = header.is_one_line
    assert at_first
    title, subtitle = header.findChildren(QLabel)
    assert subtitle.x() > title.x() + title.width()
    window.resize(900, 768)
    assert not header.is_one_line
    qtbot.waitUntil(lambda: subtitle.x() == title.x() and subtitle.y() >= title.y() + title.height())
    window.resize(300, 614)
    assert not header.is_one_line, "there is no room for it in one line"


def test_the_icon_of_a_button_that_is_off_is_as_plain_as_its_words(the_look: Look, qtbot: QtBot) -> None:
    made = primary_button("Ghi gói", "usb")
    qtbot.addWidget(made)
    picture = made.icon().pixmap(made.iconSize(), QIcon.Mode.Disabled).toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert the_look.colour("text2").name() in seen


def test_a_count_that_comes_later_finds_room_on_its_tab(qtbot: QtBot) -> None:
    tabs = SegmentedTabs("Kế hoạch")
    qtbot.addWidget(tabs)
    tabs.add("tasks", "Nhiệm vụ")
    tabs.add("targets", "Chỉ tiêu")
    with qtbot.waitExposed(tabs):
        tabs.show()
    before = tabs.tabRect(0).width()
    tabs.set_count("tasks", 39)
    assert tabs.tabRect(0).width() > before
    assert tabs.tabRect(1).x() == tabs.tabRect(0).right() + 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_once_by_enter_and_by_space(qtbot: QtBot, key: Qt.Key) -> None:
    """Also in a dialog whose default button would do something else, and when the key is held down."""
    said: list[str] = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    focused = button("Không", clicked=lambda: said.append("Không"))
    default = primary_button("Có", clicked=lambda: said.append("Có"))
    default.setDefault(True)
    column.addWidget(focused)
    column.addWidget(default)
    with qtbot.waitExposed(dialog):
        dialog.show()
    focused.setFocus()
    QTest.keyClick(focused, key)
    assert said == ["Không"]
    if key != Qt.Key.Key_Space:
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(focused, held)
        assert said == ["Không"]
