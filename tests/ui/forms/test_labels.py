"""Every entity, field and choice has words: a form never shows the name of a database column."""

from __future__ import annotations

from enum import StrEnum

import pytest

from desktop.domain.entities import ENTITY_TYPES, TaskState
from desktop.domain.entity import EntityType
from desktop.ui.forms.choice_labels import CHOICE_LABELS
from desktop.ui.forms.field_labels import ENTITY_LABELS, FIELD_LABELS
from desktop.ui.forms.labels import choice_label, choices_of, entity_label, field_label

ENUMS = {spec.choices for entity in ENTITY_TYPES for spec in entity.fields if spec.choices is not None}


def test_every_entity_has_words_and_no_words_are_left_over() -> None:
    assert set(ENTITY_LABELS) == set(FIELD_LABELS) == {entity.table for entity in ENTITY_TYPES}


@pytest.mark.parametrize("entity", ENTITY_TYPES, ids=lambda entity: entity.table)
def test_every_field_has_words_of_its_own(entity: EntityType) -> None:
    words = FIELD_LABELS[entity.table]
    assert set(words) == set(entity.field_names)
    assert all(text and text[0].isupper() and "_" not in text for text in words.values())
    assert len(set(words.values())) == len(words)


def test_every_value_of_every_choice_has_words() -> None:
    assert set(CHOICE_LABELS) == ENUMS
    for choices, words in CHOICE_LABELS.items():
        assert set(words) == {member.value for member in choices}
        assert len(set(words.values())) == len(words)


def test_words_are_found_by_table_and_field() -> None:
    assert entity_label("task") == "Task"
    assert field_label("task", "due_on") == "Due date"
    assert choice_label(TaskState, TaskState.COMPLETED) == "Completed"
    assert [choice.value for choice in choices_of(TaskState)] == [state.value for state in TaskState]


def test_what_a_newer_program_adds_is_shown_raw_instead_of_failing() -> None:
    class Newer(StrEnum):
        REDO = "redo"

    assert choice_label(TaskState, "redo") == "redo"
    assert choice_label(Newer, "redo") == "redo"
    assert field_label("task", "brand_new") == "brand_new"
    assert entity_label("brand_new") == "brand_new"
