"""A dialog that asks for a new record: a form, Save and Cancel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.entity import Entity, entity_type
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.references import References
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.dialog_size import open_size
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.values import Today


class RecordDialog(QDialog):
    """``answered`` carries the record after Save (or Ctrl+Enter), when every field and rule is right.

    Use: ``dialog = RecordDialog(blank, title, parent); dialog.answered.connect(…); dialog.open()``.
    """

    answered = Signal(object)

    def __init__(
        self,
        blank: Entity,
        title: str,
        parent: QWidget | None = None,
        *,
        fields: Sequence[str] | None = None,
        references: References | None = None,
        today: Today = date.today,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = RecordForm(entity_type(type(blank)), fields=fields, references=references, today=today)
        self.form.show_record(blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(title, Type.HEADING, wrap=True))
        column.addWidget(self._scrolled(), 1)
        column.addLayout(self._make_buttons())
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        wanted = open_size(self, 480, 560)
        self.resize(wanted.boundedTo(QSize(wanted.width(), self.form.sizeHint().height() + look().px(150))))
        self.form.focus_first()

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addStretch(1)
        row.addWidget(button(QCoreApplication.translate("Kit", "Cancel"), "", self.reject))
        words = QCoreApplication.translate("Kit", "Save")
        self.save_button = primary_button(words, "", self.accept, key="Ctrl+Enter")
        row.addWidget(self.save_button)
        return row

    def accept(self) -> None:
        """Take what was typed; a problem keeps the dialog open with the focus on it."""
        record = self.form.draft()
        if record is None:
            self.form.focus_first()
            return
        self.answered.emit(record)
        super().accept()
