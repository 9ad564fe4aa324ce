"""The form of a record, built from its entity's declaration: each field is saved when it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.entity import Entity, EntityType, FieldSpec, check_field, normalise
from desktop.domain.errors import InvalidValueError, SoSenError
from desktop.ui.forms.field_row import FieldRow
from desktop.ui.forms.references import References
from desktop.ui.messages.problems import problem_sentence
from desktop.ui.theme.tokens import SM
from desktop.ui.widgets.values import InputError, Today

Save = Callable[[Entity, str, object], Entity]
"""(record, field, value) → the record as saved. May raise SoSenError."""
LEFT_OUT = frozenset({"order", "is_sample"})
"""Fields no form shows unless asked for by name."""


def form_fields(entity: EntityType, fields: Sequence[str] | None = None) -> list[FieldSpec]:
    """The declarations a form shows: those named, or all but order and sample mark."""
    if fields is not None:
        return [entity.by_name[name] for name in fields]
    return [spec for spec in entity.fields if spec.name not in LEFT_OUT]


def _row(
    table: str, references: References, today: Today, spec: FieldSpec, parent: QWidget, *, beside: bool
) -> FieldRow:
    return FieldRow(table, spec, references, today, parent, beside=beside)


class RecordForm(QWidget):
    """Shows one record. With ``save`` a field is saved when it is left; without, ``draft`` reads them all.

    ``saved`` carries the record after a field was saved; ``refused`` the error of one that was not (it
    already stands beside the field).
    """

    saved = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        entity: EntityType,
        *,
        save: Save | None = None,
        fields: Sequence[str] | None = None,
        references: References | None = None,
        today: Today = date.today,
        beside: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entity = entity
        self._save = save
        self._record: Entity | None = None
        self._saving = False
        self._specs = form_fields(entity, fields)
        self._make_row = partial(_row, entity.table, references or References(), today, beside=beside)
        self._rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SM)
        self.setEnabled(False)

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Field name → its row. Made when first needed: a screen opens before anybody looks at a record."""
        if not self._rows:
            for spec in self._specs:
                row = self._rows[spec.name] = self._make_row(spec, self)
                row.left.connect(self._leave)
                row.undone.connect(self._undo)
                self._column.addWidget(row)
                row.show()  # at once, also when the form itself is in sight already
            self._column.addStretch(1)
        return self._rows

    @property
    def record(self) -> Entity | None:
        return self._record

    def show_record(
        self,
        record: Entity | None,
        *,
        read_only: bool = False,
        still_open: frozenset[str] = frozenset(),
    ) -> None:
        """Show a record, or nothing. When the same record comes again, a field being typed in is left alone.

        Before another record is shown, the field being typed in is saved.  Fields in ``still_open`` can be
        changed even when the record as a whole is read only.
        """
        same = record is not None and self._record is not None and record.id == self._record.id
        if not same:
            self.leave_current()
        self._record = record
        self.setEnabled(record is not None)
        if record is None and not self._rows:
            return
        for name, row in self.rows.items():
            typing = same and row.editor.hasFocus()
            row.set_read_only(read_only=read_only and name not in still_open)
            if not typing:
                row.show_value(getattr(record, name) if record is not None else None)

    def leave_current(self) -> None:
        """Save the field being typed in, as leaving it does."""
        for name, row in self._rows.items():
            if row.editor.hasFocus():
                self._leave(name)

    def draft(self) -> Entity | None:
        """The record with everything as typed, or None: then each problem stands beside its field."""
        if self._record is None:
            return None
        values = {name: self._read(row) for name, row in self.rows.items()}
        if any(isinstance(value, InputError | SoSenError) for value in values.values()):
            return None
        record = self._record.replace(**values)
        return record if not self._rule_problems(record) else None

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show sentences beside fields, by field name."""
        for name, sentence in problems.items():
            if name in self.rows:
                self.rows[name].show_problem(sentence)

    def focus_first(self) -> None:
        """Put the focus into the first field, or the first with a problem."""
        rows = list(self.rows.values())
        first = next((row for row in rows if row.problem_text), rows[0] if rows else None)
        if first is not None:
            first.editor.setFocus()

    def _leave(self, name: str) -> None:
        if self._record is None or self._save is None or self._saving:
            return
        row, before = self.rows[name], getattr(self._record, name)
        value = self._read(row)
        if isinstance(value, InputError | SoSenError):
            self.refused.emit(value)
            return
        row.show_problem("")
        if value == before:
            return
        self._saving = True
        try:
            self._record = self._save(self._record, name, value)
        except SoSenError as problem:
            row.show_problem(problem_sentence(problem))
            self.refused.emit(problem)
            return
        finally:
            self._saving = False
        self.saved.emit(self._record)

    def _undo(self, name: str) -> None:
        if self._record is not None:
            self.rows[name].show_value(getattr(self._record, name))

    def _read(self, row: FieldRow) -> object:
        """The value in a row's editor, ready to be saved; or the problem, which is then shown beside it."""
        try:
            value = normalise(row.spec, row.value())
            check_field(self._entity.table, row.spec, value)
            if row.spec.required and value in ("", None):
                raise InvalidValueError(self._entity.table, row.name, "required", value)
        except (InputError, SoSenError) as problem:
            row.show_problem(problem_sentence(problem))
            return problem
        return value

    def _rule_problems(self, record: Entity) -> bool:
        """Show the broken rules between fields; True when there is one."""
        found = record.problems()
        sentences = {
            name: problem_sentence(InvalidValueError(self._entity.table, name, reason))
            for name, reason in found
        }
        self.show_problems(sentences)
        return bool(found)
