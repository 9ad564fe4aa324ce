"""The editor for a declared field."""

from __future__ import annotations

from desktop.domain.entity import FieldSpec, Kind
from desktop.ui.forms.labels import choices_of, field_label
from desktop.ui.forms.references import References
from desktop.ui.widgets.editors.any_editor import AnyEditor
from desktop.ui.widgets.editors.choice_edit import ChoiceEdit, YesNoEdit
from desktop.ui.widgets.editors.date_edit import DateEdit
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.editors.line_edit import NumberEdit, TextEdit
from desktop.ui.widgets.editors.reference_edit import ReferenceEdit
from desktop.ui.widgets.values import Today

WRAPS_FROM = 150
"""One-line texts that may be this long wrap in their field, so that a narrow panel shows them whole."""


def field_editor(table: str, spec: FieldSpec, references: References, today: Today) -> AnyEditor:
    """The editor of one field; its accessible name is the field's label."""
    editor = _editor(table, spec, references, today)
    editor.setAccessibleName(field_label(table, spec.name))
    editor.setObjectName(spec.name)
    return editor


def _editor(table: str, spec: FieldSpec, references: References, today: Today) -> AnyEditor:
    match spec.kind:
        case Kind.BOOLEAN:
            return YesNoEdit(field_label(table, spec.name))
        case Kind.INTEGER | Kind.DECIMAL:
            return NumberEdit(spec.kind)
        case Kind.DATE:
            return DateEdit(today=today)
        case Kind.CHOICE if spec.choices is not None:
            return ChoiceEdit(choices_of(spec.choices))
        case Kind.REFERENCE:
            return ReferenceEdit(references.lookup(spec.target), references.name_of(spec.target))
        case Kind.LONG_TEXT:
            return GrowingEdit()
        case _ if spec.max_length >= WRAPS_FROM:
            return GrowingEdit(lines=1, breaks=False)
        case _:
            return TextEdit(max_length=spec.max_length)


def set_read_only(editor: AnyEditor, *, read_only: bool) -> None:
    """Let a field only be read; its text can still be marked and copied where it is text."""
    if isinstance(editor, ChoiceEdit | YesNoEdit):
        editor.setEnabled(not read_only)
    else:
        editor.setReadOnly(read_only)
