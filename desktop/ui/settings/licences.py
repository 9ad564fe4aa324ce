"""The licence of the program and the notices of everything it is delivered with."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.theme.resources import resource_path
from desktop.ui.theme.tokens import LG, MD
from desktop.ui.widgets.buttons import primary_button
from desktop.ui.widgets.dialog_size import open_size

SIZE = (720, 520)


def licence_text() -> str:
    """The notices, and the licences of the fonts and icons; what is missing is left out."""
    files = (
        ("", resource_path("licences", "THIRD-PARTY-NOTICES.txt")),
        ("Noto Sans\n\n", resource_path("fonts", "OFL.txt")),
        ("Tabler Icons\n\n", resource_path("icons", "LICENSE.txt")),
    )
    texts = [title + path.read_text(encoding="utf-8") for title, path in files if path.is_file()]
    return f"\n\n{'─' * 60}\n\n".join(texts)


def show_licences(parent: QWidget) -> QDialog:
    """Show the texts in a window of their own, above ``parent``."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Settings", "Licences"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(open_size(dialog, *SIZE))
    text = QPlainTextEdit(licence_text())
    text.setReadOnly(True)
    text.setAccessibleName(dialog.windowTitle())
    column = QVBoxLayout(dialog)
    column.setContentsMargins(LG, LG, LG, LG)
    column.setSpacing(MD)
    column.addWidget(text, 1)
    close = primary_button(QCoreApplication.translate("Settings", "Close"), clicked=dialog.accept)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.open()
    return dialog
