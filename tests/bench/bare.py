"""The least a window with a table can be: the yardstick for the start of the program."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Mark(QObject):
    """Says when the first painting is over, and ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.end)
        return False

    @staticmethod
    def end() -> None:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        peak = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
        os.write(1, f"painted {peak}\n".encode())
        os._exit(0)


def main() -> int:
    """Open the window."""
    app = QApplication(sys.argv)
    window, table, model = QMainWindow(), QTableView(), QStandardItemModel(40, 8)
    for row in range(40):
        for column in range(8):
            model.setItem(row, column, QStandardItem(f"Việc {row}.{column}"))
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    mark = Mark(window)
    window.installEventFilter(mark)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
