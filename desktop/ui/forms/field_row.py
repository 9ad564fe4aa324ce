"""One field of a form: label, editor, and below it the reason when a value was not taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.entity import FieldSpec, Kind
from desktop.ui.forms.field_editors import field_editor, set_read_only
from desktop.ui.forms.labels import field_label
from desktop.ui.forms.references import References
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.widgets.editors.choice_edit import YesNoEdit
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.editors.reference_edit import ReferenceEdit
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tips import describe
from desktop.ui.widgets.values import InputError, Today

_LABEL = 96
"""Width of a label beside its field, pixels at 100 %; long words break into lines."""
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldRow(QWidget):
    """``left`` is emitted when the user leaves the field or picks a value; ``undone`` on Esc.

    Long texts stand below their label, everything else beside it when ``beside`` is set.
    """

    left = Signal(str)
    undone = Signal(str)

    def __init__(
        self,
        table: str,
        spec: FieldSpec,
        references: References,
        today: Today,
        parent: QWidget | None = None,
        *,
        beside: bool = True,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._stored: object = None
        self.editor = field_editor(table, spec, references, today)
        self.editor.installEventFilter(self)
        self.editor.finished.connect(lambda: self.left.emit(self.spec.name))
        self.label = label(field_label(table, spec.name), Type.CAPTION, wrap=True)
        self.label.setBuddy(self.editor)
        self.problem = label("", wrap=True)
        self.problem.setProperty("type", "problem")
        self.problem.hide()
        self.whole = label("", Type.CAPTION, wrap=True)
        self.whole.hide()
        self._beside = beside and spec.kind is not Kind.LONG_TEXT
        self._lay_out()
        look().changed.connect(self._resize)
        self._resize()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        field: QBoxLayout = QHBoxLayout() if self._beside else QVBoxLayout()
        field.setSpacing(SM if self._beside else 2)
        if isinstance(self.editor, YesNoEdit):
            self.label.hide()
        else:
            field.addWidget(self.label)
        field.addWidget(self.editor, 1)
        column.addLayout(field)
        column.addWidget(self.whole)
        column.addWidget(self.problem)
        if isinstance(self.editor, ReferenceEdit):
            self.editor.textChanged.connect(lambda _text: self._show_whole())

    def _show_whole(self) -> None:
        """The name of a record that is longer than its line stands below it as well."""
        if isinstance(self.editor, ReferenceEdit):
            cut = self.editor.is_cut()
            self.whole.setText(self.editor.text() if cut else "")
            self.whole.setVisible(cut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole()

    def _resize(self) -> None:
        if self._beside:
            self.label.setFixedWidth(look().px(_LABEL))
            self.whole.setContentsMargins(look().px(_LABEL) + SM + look().px(MD), 0, 0, 0)

    @property
    def name(self) -> str:
        return self.spec.name

    def value(self) -> object:
        """What the editor holds. Raises InputError."""
        return self.editor.value()

    def show_value(self, value: object) -> None:
        """Show a stored value and no problem."""
        self._stored = value
        self.editor.set_value(value)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Show why the value was not taken; "" takes the sentence away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        describe(self.editor, sentence)
        if self.editor.property("problem") != bool(sentence):
            self.editor.setProperty("problem", bool(sentence))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    @property
    def problem_text(self) -> str:
        return self.problem.text()

    def set_read_only(self, *, read_only: bool) -> None:
        set_read_only(self.editor, read_only=read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self.left.emit(self.spec.name)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        wants = getattr(self.editor, "wants_key", None)
        if wants is not None and wants(event) and not isinstance(self.editor, GrowingEdit):
            return False
        if event.key() == Qt.Key.Key_Escape and self._changed():
            self.undone.emit(self.spec.name)
            return True
        if event.key() in _ENTER and not isinstance(self.editor, GrowingEdit):
            self.left.emit(self.spec.name)
        return False

    def _changed(self) -> bool:
        """Whether something else is typed than what is stored."""
        try:
            return self.editor.value() != self._stored
        except InputError:
            return True
