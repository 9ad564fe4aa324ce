"""What is painted first looks and works as if it had been made with Qt's own names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import early
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Tone


@pytest.fixture
def awaited() -> Iterator[None]:
    """A window that is about to be painted."""
    early.await_painting()
    yield
    early.painted()


def test_the_numbers_are_those_of_qt() -> None:
    align, focus = Qt.AlignmentFlag, Qt.FocusPolicy
    assert (align.AlignVCenter | align.AlignLeft).value == early.MIDDLE_LEFT
    assert (align.AlignVCenter | align.AlignRight).value == early.MIDDLE_RIGHT
    assert (align.AlignTop | align.AlignLeft).value == early.TOP_LEFT
    policies = (early.NO_FOCUS, early.TAB_FOCUS, early.CLICK_FOCUS, early.STRONG_FOCUS)
    named = (focus.NoFocus, focus.TabFocus, focus.ClickFocus, focus.StrongFocus)
    assert policies == tuple(policy.value for policy in named)
    assert Qt.TextFlag.TextWordWrap.value == early.WORD_WRAP
    assert Qt.TextFormat.PlainText.value == early.PLAIN_TEXT
    assert Qt.ToolButtonStyle.ToolButtonTextBesideIcon.value == early.TEXT_BESIDE_ICON
    assert Qt.LayoutDirection.LeftToRight.value == early.LEFT_TO_RIGHT
    assert Qt.LayoutDirection.RightToLeft.value == early.RIGHT_TO_LEFT


def test_a_property_set_by_number_takes(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setProperty("focusPolicy", early.TAB_FOCUS)
    button.setProperty("toolButtonStyle", early.TEXT_BESIDE_ICON)
    button.setProperty("layoutDirection", early.RIGHT_TO_LEFT)
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert button.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_ground_has_the_colour_of_its_token_or_tone(qtbot: QtBot) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    for name, colour in (
        ("primary_soft", look().colour("primary_soft")),
        (Tone.AMBER, look().tone(Tone.AMBER)[1]),
    ):
        image.fill(QColor("white"))
        painter = QPainter(image)
        early.paint_ground(painter, QRectF(0, 0, 20, 20), look().ground(name), 6)
        painter.end()
        assert image.pixelColor(10, 10) == colour
        assert image.pixelColor(0, 0) == QColor("white")


@pytest.mark.usefixtures("awaited")
def test_what_is_not_seen_waits_for_the_painting(qtbot: QtBot) -> None:
    widget, gone = QWidget(), QWidget()
    qtbot.addWidget(widget)
    done = []
    early.later(widget, lambda: done.append("told"))
    early.later(gone, lambda: done.append("of one that went meanwhile"))
    early.point(widget)
    gone.deleteLater()
    qtbot.waitSignal(gone.destroyed).wait()
    assert done == []
    early.painted()
    assert done == ["told"]
    assert widget.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_after_the_painting_nothing_waits(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    early.point(widget)
    assert widget.cursor().shape() is Qt.CursorShape.PointingHandCursor
