"""One change in words: "Status: In progress → Completed"; what a unit would be sent, by kind of record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import ENTITY_TYPES, Period
from desktop.domain.entity import FieldSpec, Kind
from desktop.ui.forms.labels import choice_label, entity_label, field_label
from desktop.ui.frame.period_words import period_title
from desktop.ui.widgets.values import shown_text
from desktop.usecases.change_names import FieldChange
from desktop.usecases.describe_preview import ChangeLine

_TYPES = {kind.table: kind for kind in ENTITY_TYPES}
_LONGEST = 160
"""Characters of one value; the whole of it is read where the record is opened."""


def line_words(line: ChangeLine) -> str:
    """What a change does to its row, field by field."""
    words = [_field_words(line, change) for change in line.fields]
    if line.conflicts:
        names = ", ".join(field_label(line.table, name) for name in line.conflicts)
        sentence = QCoreApplication.translate("Bundles", "two values are kept: {fields}")
        words.insert(0, sentence.replace("{fields}", names))
    return "; ".join(word for word in words if word)


def line_title(line: ChangeLine) -> str:
    """The words of the row, or the name of its kind where it has none."""
    return line.title or entity_label(line.table)


def _field_words(line: ChangeLine, change: FieldChange) -> str:
    spec = _TYPES[line.table].by_name[change.field]
    name, new = field_label(line.table, change.field), value_words(spec, change.new)
    if line.is_new:
        return f"{name}: {new}" if new else ""
    nothing = QCoreApplication.translate("Bundles", "(empty)")
    old = value_words(spec, change.old)
    return f"{name}: {old or nothing} → {new or nothing}"


def value_words(spec: FieldSpec, value: object) -> str:
    """A field's value as it is read: days, numbers, choices in words."""
    if isinstance(value, Period):
        return period_title(value)
    if spec.kind is Kind.CHOICE and spec.choices is not None:
        return choice_label(spec.choices, str(value))
    if isinstance(value, StrEnum | str) or value is None:
        text = str(value or "").replace("\n", " ")
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if spec.kind is Kind.INTEGER and not isinstance(value, date) and spec.name in ("year", "order", "number"):
        return str(value)
    return shown_text(spec.kind, value)


_PARTS: Mapping[str, Callable[[int], str]] = {
    "task": lambda n: QCoreApplication.translate("Bundles", "%n task(s)", "", n),
    "progress_update": lambda n: QCoreApplication.translate("Bundles", "%n progress update(s)", "", n),
    "target": lambda n: QCoreApplication.translate("Bundles", "%n target(s)", "", n),
    "target_value": lambda n: QCoreApplication.translate("Bundles", "%n figure(s) of targets", "", n),
    "solution": lambda n: QCoreApplication.translate("Bundles", "%n solution(s)", "", n),
    "assignment": lambda n: QCoreApplication.translate("Bundles", "%n assignment(s)", "", n),
    "deadline_extension": lambda n: QCoreApplication.translate("Bundles", "%n deadline extension(s)", "", n),
    "line_comment": lambda n: QCoreApplication.translate("Bundles", "%n comment(s)", "", n),
    "file": lambda n: QCoreApplication.translate("Bundles", "%n file(s) of evidence", "", n),
    "plan": lambda n: QCoreApplication.translate("Bundles", "%n plan(s)", "", n),
    "programme": lambda n: QCoreApplication.translate("Bundles", "%n programme(s)", "", n),
    "programme_item": lambda n: QCoreApplication.translate("Bundles", "%n programme item(s)", "", n),
}


def parts_words(rows: Mapping[str, int]) -> str:
    """Rows by table as a list: tasks first, the entries of lists (people, bodies, periods…) as one."""
    words = [say(rows[table]) for table, say in _PARTS.items() if rows.get(table)]
    others = sum(count for table, count in rows.items() if table not in _PARTS)
    if others:
        words.append(QCoreApplication.translate("Bundles", "%n entries of lists", "", others))
    return ", ".join(words)
