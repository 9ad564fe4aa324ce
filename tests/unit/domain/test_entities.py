"""Every declared entity can be stored, sent, shown and checked, field by field."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.entities import (
    ENTITY_TYPES,
    Assignment,
    DeadlineExtension,
    Direction,
    Period,
    Position,
    Target,
    Task,
    TaskState,
    Unit,
)
from desktop.domain.entity import (
    MAX_STORED_LENGTH,
    Entity,
    EntityType,
    FieldSpec,
    Kind,
    blank,
    check_field,
    fits,
    from_stored,
    normalise,
    to_stored,
)
from desktop.domain.errors import InvalidValueError

FIELDS = [(kind, spec) for kind in ENTITY_TYPES for spec in kind.fields]
FIELD_NAMES = [f"{kind.table}.{spec.name}" for kind, spec in FIELDS]
every_entity = pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.table)
every_field = pytest.mark.parametrize(("kind", "spec"), FIELDS, ids=FIELD_NAMES)

PLAIN_TYPES: dict[Kind, object] = {
    Kind.TEXT: str,
    Kind.LONG_TEXT: str,
    Kind.REFERENCE: str,
    Kind.BOOLEAN: bool,
    Kind.INTEGER: int,
    Kind.DECIMAL: Decimal,
    Kind.DATE: date,
}


def values_of(spec: FieldSpec) -> st.SearchStrategy[object]:
    """Draw any value that the field may hold, as a form would hand it over."""
    by_kind: dict[Kind, st.SearchStrategy[object]] = {
        Kind.TEXT: st.text(max_size=min(60, spec.max_length)).map(lambda typed: normalise(spec, typed)),
        Kind.LONG_TEXT: st.text(max_size=60).map(lambda typed: normalise(spec, typed)),
        Kind.REFERENCE: st.just("") | st.uuids().map(lambda uuid: uuid.hex),
        Kind.BOOLEAN: st.booleans(),
        Kind.INTEGER: st.none() | st.integers(_or(spec.minimum, 1 - 2**53), _or(spec.maximum, 2**53 - 1)),
        Kind.DECIMAL: st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=4),
        Kind.DATE: st.none() | st.dates(),
        Kind.CHOICE: st.sampled_from(list(spec.choices or [])) | st.just("a_newer_choice"),
    }
    return by_kind[spec.kind]


def _or(limit: int | None, otherwise: int) -> int:
    return otherwise if limit is None else limit


# --- declarations -------------------------------------------------------------------------------------


def test_tables_are_named_once_and_all_of_this_version_are_there() -> None:
    tables = [kind.table for kind in ENTITY_TYPES]
    assert len(set(tables)) == len(tables)
    assert set(tables) >= {
        "unit", "body", "person", "position", "field", "period", "programme", "programme_item", "plan",
        "task", "target", "target_value", "solution", "assignment", "progress_update", "deadline_extension",
    }  # fmt: skip


@every_entity
def test_an_entity_is_an_unchanging_record_that_begins_blank(kind: EntityType) -> None:
    record = kind.cls()
    assert dataclasses.is_dataclass(record)
    assert not hasattr(record, "__dict__")
    assert [item.name for item in dataclasses.fields(record)] == ["id", "scope", *kind.field_names]
    assert kind.cls.__doc__
    assert hash(record) == hash(kind.cls())


@every_field
def test_a_field_is_declared_soundly(kind: EntityType, spec: FieldSpec) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", spec.name)
    assert spec.name not in {"id", "scope", "alive", "stamps", "search_key"}
    assert kind.by_name[spec.name] is spec
    assert spec.name in kind.group_members(spec.group)
    assert 0 < spec.max_length <= MAX_STORED_LENGTH
    assert not spec.searched or spec.kind in {Kind.TEXT, Kind.LONG_TEXT}
    assert (spec.choices is not None) == (spec.kind is Kind.CHOICE)
    assert bool(spec.target) == (spec.kind is Kind.REFERENCE)
    if spec.minimum is not None and spec.maximum is not None:
        assert spec.minimum < spec.maximum


@every_field
def test_a_field_holds_what_its_annotation_says(kind: EntityType, spec: FieldSpec) -> None:
    hint = get_type_hints(kind.cls)[spec.name]
    parts = set(get_args(hint)) if isinstance(hint, UnionType) else {hint}
    optional = spec.kind in {Kind.INTEGER, Kind.DECIMAL, Kind.DATE}
    assert (NoneType in parts) == optional
    assert parts - {NoneType} == {spec.choices or PLAIN_TYPES[spec.kind]}


@every_field
def test_the_value_a_field_begins_with_is_allowed(kind: EntityType, spec: FieldSpec) -> None:
    check_field(kind.table, spec, spec.default)
    check_field(kind.table, spec, blank(spec))
    assert getattr(kind.cls(), spec.name) == spec.default


@every_field
def test_a_reference_leads_to_a_table_that_exists(kind: EntityType, spec: FieldSpec) -> None:
    if spec.kind is not Kind.REFERENCE:
        return
    assert spec.target in {other.table for other in ENTITY_TYPES}
    assert spec.name.endswith("_id")


@every_entity
def test_a_group_is_named_after_its_only_field_or_has_several(kind: EntityType) -> None:
    for group in {spec.group for spec in kind.fields}:
        members = kind.group_members(group)
        assert len(members) > 1 or members == (group,)


# --- round trips --------------------------------------------------------------------------------------


@every_field
@settings(max_examples=max(10, settings().max_examples // 50))  # many fields, few examples of each
@given(data=st.data())
def test_what_was_entered_comes_back_from_the_store_and_the_bundle(
    kind: EntityType, spec: FieldSpec, data: st.DataObject
) -> None:
    value = data.draw(values_of(spec))
    check_field(kind.table, spec, value)
    stored = to_stored(spec, value)
    assert stored is None or type(stored) in {bool, int, str}
    assert fits(spec, stored)
    back = from_stored(spec, stored)
    assert back == value
    assert to_stored(spec, back) == stored


@every_field
def test_each_field_takes_one_value_there_and_back(kind: EntityType, spec: FieldSpec) -> None:
    samples: dict[Kind, object] = {
        Kind.TEXT: "Ấp 2",
        Kind.LONG_TEXT: "Hai\ndòng",
        Kind.REFERENCE: "0123456789abcdef" * 2,
        Kind.BOOLEAN: True,
        Kind.INTEGER: spec.maximum or 2022,
        Kind.DECIMAL: Decimal("-1234.50"),
        Kind.DATE: date(2022, 6, 18),
        Kind.CHOICE: list(spec.choices or [None])[-1],
    }
    value = samples[spec.kind]
    check_field(kind.table, spec, value)
    record = kind.cls().replace(**{spec.name: value})
    back = from_stored(spec, to_stored(spec, getattr(record, spec.name)))
    assert back == value
    assert type(back) is type(value)


@every_field
def test_one_step_beyond_a_limit_is_refused(kind: EntityType, spec: FieldSpec) -> None:
    beyond: list[object] = []
    if spec.kind in {Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE}:
        beyond.append("x" * (spec.max_length + 1))
    if spec.minimum is not None:
        beyond.append(spec.minimum - 1)
    if spec.kind is Kind.INTEGER:
        beyond.append(_or(spec.maximum, 2**53 - 1) + 1)
    for value in beyond:
        with pytest.raises(InvalidValueError):
            check_field(kind.table, spec, value)


# --- rules over several fields ------------------------------------------------------------------------

MAY, JUNE = date(2022, 5, 31), date(2022, 6, 18)
PERSON = "0" * 32


@every_entity
def test_problems_name_fields_of_the_entity(kind: EntityType) -> None:
    assert {name for name, _ in kind.cls().problems()} <= set(kind.field_names)


@pytest.mark.parametrize(
    ("record", "problems"),
    [
        (Unit(valid_from=MAY, valid_to=JUNE), []),
        (Unit(valid_from=MAY, valid_to=MAY), []),
        (Unit(valid_to=JUNE), []),
        (Unit(valid_from=JUNE, valid_to=MAY), [("valid_to", "before_start")]),
        (Position(from_on=MAY, to_on=JUNE), []),
        (Position(from_on=JUNE, to_on=MAY), [("to_on", "before_start")]),
        (Period(from_on=MAY, cutoff_on=JUNE, submit_by=date(2022, 6, 20)), []),
        (Period(from_on=JUNE, cutoff_on=MAY), [("cutoff_on", "before_start")]),
        (Period(cutoff_on=JUNE, submit_by=JUNE), [("submit_by", "before_cutoff")]),
        (
            Period(from_on=JUNE, cutoff_on=MAY, submit_by=MAY),
            [("cutoff_on", "before_start"), ("submit_by", "before_cutoff")],
        ),
        (Task(start_on=MAY, due_on=JUNE), []),
        (Task(start_on=JUNE, due_on=MAY), [("due_on", "before_start")]),
        (Task(state=TaskState.COMPLETED, completed_on=JUNE), []),
        (Task(state=TaskState.COMPLETED), [("completed_on", "missing_when_completed")]),
        (Task(state=TaskState.IN_PROGRESS, completed_on=JUNE), [("completed_on", "only_when_completed")]),
        (Target(planned_value=Decimal(90), measure_unit="%"), []),
        (Target(), []),
        (Target(planned_value=Decimal(1), direction=Direction.BOOL), []),
        (Target(planned_value=Decimal(90)), [("measure_unit", "missing_with_value")]),
        (Target(planned_value=Decimal(0)), [("measure_unit", "missing_with_value")]),
        (Assignment(person_id=PERSON), []),
        (Assignment(body_id=PERSON), []),
        (Assignment(), [("person_id", "nobody_assigned")]),
        (DeadlineExtension(old_due_on=MAY, new_due_on=JUNE), []),
        (DeadlineExtension(new_due_on=JUNE), []),
        (DeadlineExtension(old_due_on=JUNE, new_due_on=JUNE), [("new_due_on", "not_later")]),
        (DeadlineExtension(old_due_on=JUNE, new_due_on=MAY), [("new_due_on", "not_later")]),
    ],
    ids=repr,
)
def test_a_broken_rule_is_named_with_its_field(record: Entity, problems: list[tuple[str, str]]) -> None:
    assert record.problems() == problems


def test_a_unit_is_known_by_code_and_first_day() -> None:
    assert Unit(code="30067", valid_from=date(1984, 3, 6)).unit_id == "30067-19840306"
    assert Unit(code="30040").unit_id == "30040-00000000"
