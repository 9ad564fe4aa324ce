"""Why a value is not taken, as one sentence for beside the field or cell.

The reasons are codes of ``InvalidValueError``, of the rules of entities, and of reading what was typed.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import ENTITY_TYPES
from desktop.domain.entity import FieldSpec
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.ui.formats import format_number

REASONS: dict[str, str] = {
    # A field's own limits.
    "wrong_type": QT_TRANSLATE_NOOP("Reasons", "This is not a value for this field."),
    "too_long": QT_TRANSLATE_NOOP("Reasons", "Too long: at most {limit} characters."),
    "too_small": QT_TRANSLATE_NOOP("Reasons", "Too small: at least {limit}."),
    "too_large": QT_TRANSLATE_NOOP("Reasons", "Too large: at most {limit}."),
    # Rules between fields.
    "before_start": QT_TRANSLATE_NOOP("Reasons", "This day lies before the start."),
    "before_cutoff": QT_TRANSLATE_NOOP("Reasons", "The day of sending must come after the cut-off."),
    "missing_when_completed": QT_TRANSLATE_NOOP("Reasons", "A completed task needs its day of completion."),
    "only_when_completed": QT_TRANSLATE_NOOP("Reasons", "Only a completed task has a day of completion."),
    "nobody_assigned": QT_TRANSLATE_NOOP("Reasons", "Choose a body or a person."),
    "not_later": QT_TRANSLATE_NOOP("Reasons", "The new deadline must be later than the old one."),
    "missing_with_value": QT_TRANSLATE_NOOP("Reasons", "A planned value needs its unit of measure."),
    "twice": QT_TRANSLATE_NOOP("Reasons", "This value stands here twice."),
    "required": QT_TRANSLATE_NOOP("Reasons", "This must be filled in."),
    # Numbers as typed.
    "empty": QT_TRANSLATE_NOOP("Reasons", "Nothing was typed."),
    "not_a_number": QT_TRANSLATE_NOOP("Reasons", "Type a number such as 1,234.5."),
    "ambiguous_point": QT_TRANSLATE_NOOP("Reasons", "Decimals take a point: 1.5. A comma parts thousands."),
    "wrong_groups": QT_TRANSLATE_NOOP("Reasons", "Thousands come in groups of three: 1,234,567."),
    "wrong_comma": QT_TRANSLATE_NOOP("Reasons", "Type one point, after the commas: 1,234.5."),
    "not_whole": QT_TRANSLATE_NOOP("Reasons", "Type a whole number, without decimals."),
    # Days as typed.
    "not_a_date": QT_TRANSLATE_NOOP("Reasons", "Type a day such as 30/06/2022."),
    "no_such_day": QT_TRANSLATE_NOOP("Reasons", "That month does not have this day."),
    "no_such_month": QT_TRANSLATE_NOOP("Reasons", "The month is 1 to 12; the day comes first: 30/06/2022."),
    "year_missing": QT_TRANSLATE_NOOP("Reasons", "The year is missing: 30/06/2022."),
    "short_year": QT_TRANSLATE_NOOP("Reasons", "Type the year with four digits: 30/06/2022."),
    "year_out_of_range": QT_TRANSLATE_NOOP("Reasons", "The year must lie between 1900 and 2199."),
    # Choices as typed or pasted.
    "not_a_choice": QT_TRANSLATE_NOOP("Reasons", "Choose one of the words in the list."),
    "not_yes_or_no": QT_TRANSLATE_NOOP("Reasons", "Type yes or no."),
    # A pasted block that reaches over cells of others.
    "read_only": QT_TRANSLATE_NOOP("Reasons", "This cell can only be read."),
}
"""Reason → English sentence; ``{limit}`` stands for the field's own limit."""

_GENERAL = QT_TRANSLATE_NOOP("Reasons", "This value does not fit here.")
_WITHOUT_LIMIT = {
    "too_long": QT_TRANSLATE_NOOP("Reasons", "Too long."),
    "too_small": QT_TRANSLATE_NOOP("Reasons", "Too small."),
    "too_large": QT_TRANSLATE_NOOP("Reasons", "Too large."),
}
_SPECS = {(entity.table, spec.name): spec for entity in ENTITY_TYPES for spec in entity.fields}


def reason_sentence(reason: str, entity: str = "", field: str = "") -> str:
    """The sentence for a reason, with the limit of ``entity.field`` filled in where there is one.

    A reason this version does not know gets a general sentence.
    """
    limit = _limit(reason, _SPECS.get((entity, field)))
    source = REASONS.get(reason, _GENERAL)
    if reason in _WITHOUT_LIMIT and limit is None:
        source = _WITHOUT_LIMIT[reason]
    sentence = QCoreApplication.translate("Reasons", source)
    return sentence if limit is None else sentence.replace("{limit}", format_number(limit))


def _limit(reason: str, spec: FieldSpec | None) -> int | None:
    if spec is None:
        return None
    return {"too_long": spec.max_length, "too_small": spec.minimum, "too_large": spec.maximum}.get(reason)
