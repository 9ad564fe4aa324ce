"""A window that stays open all day does not eat up Python's own None, True and False.

PySide6 6.12.0 on Python 3.11 drops one reference to None at every call that returns nothing, and aborts the
program after some thousands of them. Each kind of Qt call in use is made 2,000 times here; the counts may
move by less than one call in a hundred. (From Python 3.12 on these objects are immortal: the counts stand
still.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEventLoop,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSettings,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QImage, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

CALLS = 2_000
ALLOWED = CALLS // 100
Act = Callable[[], object]
AnyIndex = QModelIndex | QPersistentModelIndex


class Grid(QAbstractTableModel):
    """A model as the program's lists have: every answer passes from Python to Qt and back."""

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 3

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"{index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return index.isValid() and value is not None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class Sender(QObject):
    """Sends nothing, a truth and an object, as the program's jobs do."""

    done = Signal()
    truth = Signal(bool)
    thing = Signal(object)


def label_calls(parent: QWidget) -> dict[str, Act]:
    label, edit, combo = QLabel(parent), QLineEdit(parent), QComboBox(parent)

    def refill() -> None:
        combo.addItem("Đang thực hiện")
        combo.setCurrentIndex(0)
        combo.removeItem(0)

    return {
        "setText": lambda: label.setText("Kế hoạch"),
        "setEnabled": lambda: label.setEnabled(True),
        "setVisible": lambda: label.setVisible(False),
        "setToolTip": lambda: label.setToolTip("hạn"),
        "setProperty": lambda: label.setProperty("kind", True),
        "isEnabled": label.isEnabled,
        "isVisible": label.isVisible,
        "line edit": lambda: edit.setText("Phú Điền"),
        "blockSignals": lambda: edit.blockSignals(False),
        "combo box": refill,
        "update": label.update,
        "parent": parent.parent,
    }


def model_calls(parent: QWidget) -> dict[str, Act]:
    grid, proxy, view = Grid(parent), QSortFilterProxyModel(parent), QTableView(parent)
    proxy.setSourceModel(grid)
    view.setModel(proxy)
    items = QStandardItemModel(parent)
    first = proxy.index(0, 0)

    def fill() -> None:
        items.appendRow(QStandardItem("x"))
        items.clear()

    def reset() -> None:
        grid.beginResetModel()
        grid.endResetModel()

    return {
        "model data": lambda: proxy.data(first),
        "model data None": lambda: proxy.data(first, Qt.ItemDataRole.DecorationRole),
        "model setData": lambda: proxy.setData(first, "x"),
        "model setData refused": lambda: proxy.setData(first, None),
        "model signals": lambda: grid.dataChanged.emit(grid.index(0, 0), grid.index(2, 1)),
        "model reset": reset,
        "sort": lambda: proxy.sort(0),
        "filter": lambda: proxy.setFilterFixedString(""),
        "select": lambda: view.selectRow(0),
        "standard items": fill,
        "index isValid": first.isValid,
        "column width": lambda: view.setColumnWidth(0, 80),
        "column hidden": lambda: view.setColumnHidden(1, False),
    }


def other_calls(parent: QWidget) -> dict[str, Act]:
    sender, action, timer = Sender(parent), QAction("Gửi", parent), QTimer(parent)
    sender.done.connect(lambda: None)
    sender.truth.connect(lambda value: value)
    sender.thing.connect(lambda value: value)
    image, store, palette = QImage(8, 8, QImage.Format.Format_RGB32), QSettings(parent), QPalette()

    def draw() -> None:
        painter = QPainter(image)
        painter.fillRect(0, 0, 8, 8, QColor("#0b5cad"))
        painter.drawText(0, 8, "ă")
        painter.end()

    def start_and_stop() -> None:
        timer.start(60_000)
        timer.stop()

    return {
        "processEvents": lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents),
        "signal": sender.done.emit,
        "signal of bool": lambda: sender.truth.emit(True),
        "signal of None": lambda: sender.thing.emit(None),
        "action": lambda: action.setEnabled(False),
        "action asked": action.isChecked,
        "timer": start_and_stop,
        "timer asked": timer.isActive,
        "translate": lambda: QCoreApplication.translate("Test", "text"),
        "paint": draw,
        "palette": lambda: palette.setColor(QPalette.ColorRole.Text, QColor("black")),
        "settings read": lambda: store.value("none"),
    }


GROUPS = {"labels": label_calls, "models": model_calls, "others": other_calls}


def moved(act: Act) -> dict[str, int]:
    """Make a call 2,000 times and return by how much each count moved."""
    watched = (None, True, False)
    act()
    before = [sys.getrefcount(value) for value in watched]
    for _ in range(CALLS):
        act()
    after = [sys.getrefcount(value) for value in watched]
    return {repr(value): new - old for value, old, new in zip(watched, before, after, strict=True)}


@pytest.mark.parametrize("group", GROUPS)
def test_qt_calls_leave_the_counts_of_none_true_and_false_alone(qtbot: QtBot, group: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for name, act in GROUPS[group](parent).items():
        drift = moved(act)
        assert all(abs(count) < ALLOWED for count in drift.values()), f"{name}: {drift}"


def test_the_watch_notices_references_that_are_kept() -> None:
    kept: list[object] = []
    if sys.version_info < (3, 12):
        assert moved(lambda: kept.append(None))["None"] >= CALLS
