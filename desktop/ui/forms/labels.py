"""The words for entities, fields and choices, in the language of the program.

The English words stand in ``field_labels`` and ``choice_labels`` as marked literals; a test walks all
declared entities, so that a field without words cannot appear.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.ui.forms.choice_labels import CHOICE_LABELS
from desktop.ui.forms.field_labels import ENTITY_LABELS, FIELD_LABELS
from desktop.ui.widgets.values import Choice


def _translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)


def entity_label(table: str) -> str:
    """The name of an entity by its table name, such as "Task"."""
    return _translated("Entities", ENTITY_LABELS.get(table, table))


def field_label(table: str, field: str) -> str:
    """The name of a field, such as "Due on"; the bare field name for one that has no words."""
    words = FIELD_LABELS.get(table, {}).get(field) or field
    return _translated("Fields", words)


def choice_label(choices: type[StrEnum], value: str) -> str:
    """The words for one value of an enumeration; a value unknown here is shown raw."""
    words = CHOICE_LABELS.get(choices, {}).get(str(value))
    return _translated("Choices", words) if words else str(value)


def choices_of(choices: type[StrEnum]) -> Sequence[Choice]:
    """All values of an enumeration with their words, in declared order."""
    return tuple(Choice(member.value, choice_label(choices, member.value)) for member in choices)
