"""Whether every word in a window is seen whole: texts against the room their widgets have."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

_ENDLESS = 10_000
_ROUNDING = 1
"""Pixels by which Qt's own widths of a word differ from one asking to the next."""


def unfit(window: QWidget) -> list[str]:
    """A line for every label, button, tab bar or choice in sight that shows less than its words."""
    return [
        f"{type(widget).__name__} “{_words(widget)}”: {why}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and isinstance(widget, (QLabel, QAbstractButton, QTabBar, QComboBox))
        for why in (*_cut_inside(widget), *_cut_by_parents(widget, window))
    ]


def _words(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return said or widget.accessibleName() or widget.objectName()


def _cut_inside(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label_cut(widget)
    elif isinstance(widget, QComboBox):
        yield from _choice_cut(widget)
    elif isinstance(widget, QTabBar):
        wanted = sum(widget.tabSizeHint(index).width() for index in range(widget.count()))
        if wanted > widget.width():
            yield f"its tabs want {wanted} px, it has {widget.width()}"
    elif not isinstance(widget.parentWidget(), (QTabBar, QLineEdit)):
        hint = widget.sizeHint()
        if hint.width() > widget.width() + _ROUNDING or hint.height() > widget.height() + _ROUNDING:
            yield f"wants {hint.width()}×{hint.height()}, has {widget.width()}×{widget.height()}"


def _label_cut(shown: QLabel) -> Iterator[str]:
    room = shown.contentsRect()
    picture = shown.pixmap()
    if not picture.isNull():
        wanted = picture.deviceIndependentSize().toSize()
    elif shown.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap)
        area = QRect(0, 0, room.width(), _ENDLESS)
        wanted = shown.fontMetrics().boundingRect(area, flags, shown.text()).size()
    else:
        wanted = shown.fontMetrics().size(0, shown.text())
    if wanted.width() > room.width() + _ROUNDING or wanted.height() > room.height() + _ROUNDING:
        yield f"wants {wanted.width()}×{wanted.height()}, has {room.width()}×{room.height()}"


def _choice_cut(choice: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, choice).width()
    wanted = choice.fontMetrics().horizontalAdvance(choice.currentText())
    if wanted > room + _ROUNDING and choice.currentText() not in choice.toolTip():
        yield f"wants {wanted} px, has {room}"


def _cut_by_parents(widget: QWidget, window: QWidget) -> Iterator[str]:
    """Nothing reaches past a parent; in what scrolls it may reach down, never sideways."""
    area = widget.rect()
    parent, inner = widget.parentWidget(), widget
    while parent is not None and inner is not window:
        area.translate(inner.pos())
        room = parent.rect()
        owner = parent.parentWidget()
        scrolls = isinstance(owner, QAbstractScrollArea) and owner.viewport() is parent
        if area.left() < room.left() or area.right() > room.right():
            yield f"reaches {area.right() - room.right()} px past {type(parent).__name__}"
            return
        if scrolls:
            return
        if area.top() < room.top() or area.bottom() > room.bottom():
            yield f"reaches {area.bottom() - room.bottom()} px below {type(parent).__name__}"
            return
        inner, parent = parent, parent.parentWidget()
