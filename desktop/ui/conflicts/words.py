"""A conflict and its values in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.entity import Kind
from desktop.domain.formats import format_moment
from desktop.ui.bundles.change_words import value_words
from desktop.ui.forms.labels import entity_label, field_label
from desktop.usecases.conflicts import Alternative, Conflict, FieldValue


def conflict_title(conflict: Conflict) -> str:
    """The words of the record, or the name of its kind where it has none."""
    return conflict.title or entity_label(conflict.table)


def conflict_fields(conflict: Conflict) -> str:
    """What is in dispute: "Note", "Status, Progress (%)", or that one deleted what another changed."""
    if conflict.is_about_life:
        return QCoreApplication.translate("Conflicts", "Changed and deleted")
    return ", ".join(field_label(conflict.table, name) for name in differing(conflict))


def differing(conflict: Conflict) -> Sequence[str]:
    """The fields in which the values differ, of those that change together."""
    values = [{value.field: value.value for value in one.values} for one in conflict.alternatives]
    return [
        name
        for name in conflict.fields
        if any(value.get(name) != values[0].get(name) for value in values[1:])
    ]


def alternative_words(conflict: Conflict, alternative: Alternative) -> str:
    """What a choice would write, in one line for the list."""
    if conflict.is_about_life:
        return life_words(alternative)
    told = [value for value in alternative.values if value.field in differing(conflict)]
    if len(told) == 1:
        return field_words(told[0])
    return "; ".join(f"{field_label(conflict.table, value.field)}: {field_words(value)}" for value in told)


def life_words(alternative: Alternative) -> str:
    """What becomes of the row."""
    if alternative.keeps_row:
        return QCoreApplication.translate("Conflicts", "Keep the row")
    return QCoreApplication.translate("Conflicts", "Delete the row")


def field_words(value: FieldValue) -> str:
    """One value as it is read."""
    if value.spec is None:
        text = "" if value.value is None else str(value.value)
    elif value.spec.kind is Kind.BOOLEAN:
        text = (
            QCoreApplication.translate("Conflicts", "Yes")
            if value.value
            else QCoreApplication.translate("Conflicts", "No")
        )
    else:
        text = value_words(value.spec, value.value)
    return text or QCoreApplication.translate("Conflicts", "(empty)")


def who_words(alternative: Alternative) -> str:
    """Who wrote it, when that computer's clock said, and where: the words under a value."""
    who = alternative.user or QCoreApplication.translate("Conflicts", "Name not known")
    return " · ".join(word for word in (who, format_moment(alternative.at), where_words(alternative)) if word)


def where_words(alternative: Alternative) -> str:
    """From which computer: this one, another of this unit or of another, or one not known any more."""
    if alternative.is_from_here:
        return QCoreApplication.translate("Conflicts", "this computer")
    if not alternative.computer:
        return QCoreApplication.translate("Conflicts", "a computer not listed any more")
    words = QCoreApplication.translate("Conflicts", "computer {label} of {unit}")
    return words.replace("{label}", alternative.computer).replace("{unit}", alternative.unit_name)


def question(conflict: Conflict) -> str:
    """What a person is asked, or told where another unit decides."""
    if not conflict.may_settle:
        words = QCoreApplication.translate(
            "Conflicts",
            "{unit} owns this row and chooses. All values are kept until then; telephone if it is urgent.",
        )
        return words.replace("{unit}", conflict.unit_name)
    if conflict.is_about_life:
        return QCoreApplication.translate(
            "Conflicts", "One computer deleted this row while another changed it. Which is right?"
        )
    return QCoreApplication.translate(
        "Conflicts", "Written on several computers that did not know of each other. Which is right?"
    )
