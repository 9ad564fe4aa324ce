"""A tool tip shows words to the letter, whoever wrote them, and opens no picture that they name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.editors.line_edit import TextEdit
from desktop.ui.widgets.tips import describe, plain_tip, set_tip, tip_words

PICTURE = 640, 480


@pytest.fixture
def picture(tmp_path: Path) -> str:
    """Words that name a picture which is there."""
    image = QImage(*PICTURE, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(tmp_path / "x.png"))
    return f'anh <img src="{(tmp_path / "x.png").as_uri()}">.jpg'


def tip_label() -> QLabel:
    (label,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QLabel) and one.isVisible()]
    return label


def rendered(tip: str) -> str:
    """What is read in a tool tip: Qt shows HTML where it takes the words for that."""
    if not QtGui.Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText().replace("\u2028", "\n")


def point_at(widget: QWidget) -> None:
    """Rest the mouse on a widget."""
    middle = widget.rect().center()
    QApplication.sendEvent(
        widget, QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(QPoint(middle)))
    )


def test_a_picture_named_in_a_tip_is_not_opened(picture: str, qtbot: QtBot) -> None:
    """Of the name of a file that came on a stick: opening it would call another computer."""
    made = icon_button("download", picture)
    qtbot.addWidget(made)
    made.show()
    point_at(made)
    shown = tip_label()
    assert rendered(shown.text()) == picture
    assert shown.height() < PICTURE[1]
    assert made.accessibleName() == made.accessibleDescription() == picture
    QToolTip.hideText()


def test_the_same_words_unguarded_would_open_it(picture: str, qtbot: QtBot) -> None:
    """What the test above measures is there to be measured."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    QToolTip.showText(QPoint(1, 1), picture, holder)
    assert tip_label().height() >= PICTURE[1]
    QToolTip.hideText()


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf", "Cn", "Co"]), max_size=120
) | st.sampled_from(
    ["<b>a</b>", "&lt;img&gt;", "<?xml?><p>a", "<!doctype html>a", "Văn hóa & Xã hội", "a < b"]
)


@given(st.lists(WORDS, min_size=1, max_size=3).map("\n".join))
def test_every_word_is_shown_as_it_is(text: str) -> None:
    """Marks, line breaks, spaces: a tip hides and adds nothing."""
    tip = plain_tip(text)
    assert rendered(tip).replace("\xa0", " ") == text.strip().replace("\xa0", " ")
    assert tip_words(tip) == text.strip()


def test_a_long_line_is_broken(qtbot: QtBot) -> None:
    """A cell of half a page is read in a tip no wider than the display."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    set_tip(made, "Củng cố Ban Giám đốc hợp tác xã nông nghiệp " * 20)
    point_at(made)
    assert tip_label().width() < made.screen().size().width()
    assert tip_label().height() > 3 * made.fontMetrics().height()
    QToolTip.hideText()


def test_a_screen_reader_gets_the_bare_words(qtbot: QtBot) -> None:
    """And the sentence of a problem stays until the problem goes."""
    made = TextEdit()
    qtbot.addWidget(made)
    made.resize(60, 30)
    made.set_value("Văn hóa & Xã hội & Giáo dục")
    assert made.accessibleDescription() == "Văn hóa & Xã hội & Giáo dục"
    describe(made, "Quá dài")
    made.set_value("Y tế & Dân số & Gia đình & Trẻ em")
    assert made.accessibleDescription() == "Quá dài"
    describe(made, "")
    assert made.accessibleDescription() == "Y tế & Dân số & Gia đình & Trẻ em"
    made.set_value("")
    assert made.accessibleDescription() == ""


def test_plain_words_are_left_to_qt(qtbot: QtBot) -> None:
    """Qt itself tells a screen reader a plain tip; twice would be once too often."""
    made = QLineEdit()
    qtbot.addWidget(made)
    set_tip(made, "Mười ký tự")
    assert (made.toolTip(), made.accessibleDescription()) == ("Mười ký tự", "")
