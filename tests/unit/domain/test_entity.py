"""A field is declared once, and what a clerk types comes back as typed, whatever the field."""

# ruff: noqa: RUF009 - a field is declared by a call, here as in every entity.

from __future__ import annotations

import unicodedata
from dataclasses import FrozenInstanceError, dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.change import Value
from desktop.domain.entity import (
    MAX_STORED_LENGTH,
    Entity,
    FieldSpec,
    Kind,
    blank,
    check_field,
    choice,
    day,
    decimal,
    entity_type,
    fits,
    flag,
    from_stored,
    integer,
    long_text,
    normalise,
    reference,
    table,
    text,
    to_stored,
)
from desktop.domain.errors import Code, InvalidValueError


class Colour(StrEnum):
    """A choice for the toy below."""

    RED = "red"
    GREEN = "green"


@table("toy")
@dataclass(frozen=True, slots=True, kw_only=True)
class Toy(Entity):
    """A record with a field of each kind."""

    name: str = text(max_length=5, required=True, searched=True)
    story: str = long_text(max_length=50)
    wheels: int | None = integer(minimum=0, maximum=8, group="build")
    weight: Decimal | None = decimal(group="build")
    made_on: date | None = day()
    is_broken: bool = flag(default=True)
    colour: Colour = choice(Colour, Colour.GREEN)
    owner_id: str = reference("person", required=True)


TOY = entity_type(Toy)


def reason_of(name: str, value: object) -> str:
    with pytest.raises(InvalidValueError) as caught:
        check_field("toy", TOY.by_name[name], value)
    assert caught.value.code is Code.E_INVALID
    assert caught.value.params["field"] == name
    return str(caught.value.params["reason"])


# --- declaring ----------------------------------------------------------------------------------------


def test_one_declaration_tells_table_fields_limits_and_groups() -> None:
    assert (TOY.table, TOY.cls) == ("toy", Toy)
    assert TOY.field_names == (
        "name", "story", "wheels", "weight", "made_on", "is_broken", "colour", "owner_id",
    )  # fmt: skip
    assert TOY.by_name["name"] == FieldSpec(
        name="name", kind=Kind.TEXT, group="name", required=True, max_length=5, searched=True, default=""
    )
    assert TOY.by_name["owner_id"].target == "person"
    assert TOY.by_name["colour"].choices is Colour
    assert TOY.group_members("build") == ("wheels", "weight")
    assert TOY.group_members("name") == ("name",)


def test_a_new_record_is_blank_and_never_changes_in_place() -> None:
    toy = Toy()
    assert {name: getattr(toy, name) for name in TOY.field_names} == {
        spec.name: blank(spec) for spec in TOY.fields
    }
    with pytest.raises(FrozenInstanceError):
        toy.name = "x"  # type: ignore[misc]
    assert toy.replace(name="xe", wheels=4) == Toy(name="xe", wheels=4)
    assert toy.problems() == []


def test_a_choice_without_default_takes_its_first_value() -> None:
    @table("bare")
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Bare(Entity):
        colour: Colour = choice(Colour)

    assert Bare().colour is Colour.RED


# --- storing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("5", "5"),
        ("5.0", "5"),
        ("1.50", "1.5"),
        ("1200", "1200"),
        ("1.2E+3", "1200"),
        ("0.00", "0"),
        ("-0", "0"),
        ("-0.50", "-0.5"),
        ("0.00000", "0"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ],
)
def test_equal_numbers_are_stored_alike_however_they_were_typed(typed: str, stored: str) -> None:
    """Two computers that typed the same number do not quarrel over a zero."""
    weight = TOY.by_name["weight"]
    assert to_stored(weight, normalise(weight, Decimal(typed))) == stored


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999999"), 5.0])
def test_what_is_no_number_to_store_is_left_for_the_check(value: object) -> None:
    assert normalise(TOY.by_name["weight"], value) is value


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("name", "xe", "xe"),
        ("wheels", 4, 4),
        ("wheels", None, None),
        ("weight", Decimal("1.50"), "1.50"),
        ("weight", Decimal("1E+3"), "1000"),
        ("made_on", date(2022, 6, 18), "2022-06-18"),
        ("is_broken", False, False),
        ("colour", Colour.RED, "red"),
        ("colour", "violet", "violet"),
    ],
)
def test_a_value_is_stored_as_plain_json(name: str, value: object, stored: Value) -> None:
    found = to_stored(TOY.by_name[name], value)
    assert found == stored
    assert type(found) is type(stored)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", 5),
        ("wheels", "4"),
        ("wheels", 4.0),
        ("weight", 1.5),
        ("weight", "1.5"),
        ("made_on", "2022-06-18"),
        ("is_broken", 1),
        ("colour", 3),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_by_name(name: str, value: object) -> None:
    assert reason_of(name, value) == "wrong_type"


@pytest.mark.parametrize("spec", TOY.fields, ids=lambda spec: spec.name)
def test_nothing_stored_means_blank(spec: FieldSpec) -> None:
    assert from_stored(spec, None) == blank(spec)
    assert to_stored(spec, None) is None


def test_a_choice_of_a_newer_program_is_kept_as_it_came() -> None:
    assert from_stored(TOY.by_name["colour"], "violet") == "violet"
    assert from_stored(TOY.by_name["colour"], "red") is Colour.RED
    assert fits(TOY.by_name["colour"], "violet")


@pytest.mark.parametrize(
    ("name", "received"),
    [
        ("name", 5),
        ("name", True),
        ("wheels", "4"),
        ("wheels", True),
        ("weight", "nặng"),
        ("weight", 4),
        ("made_on", "18/06/2022"),
        ("made_on", "2022-02-30"),
        ("made_on", 20220618),
        ("is_broken", "yes"),
        ("colour", 1),
        ("owner_id", 7),
    ],
)
def test_a_received_value_of_another_kind_does_not_fit(name: str, received: Value) -> None:
    assert not fits(TOY.by_name[name], received)


# --- typing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("name", "  Phú \n Điền\t", "Phú   Điền"),
        ("name", unicodedata.normalize("NFD", "Điền"), "Điền"),
        ("name", "a\x00b\u200bc", "a bc"),
        ("story", "  một\r\nhai\rba\n", "một\nhai\nba"),
        ("story", "cột\tcột\x07", "cột\tcột"),
        ("story", "क्‍ष", "क्‍ष"),
        ("wheels", 4, 4),
        ("colour", " red ", " red "),
        ("name", None, None),
    ],
)
def test_what_is_typed_is_made_storable(name: str, typed: object, kept: object) -> None:
    assert normalise(TOY.by_name[name], typed) == kept


@given(st.sampled_from(["name", "story"]), st.text(st.characters(), max_size=60))
def test_normalising_gives_composed_text_that_stays_as_it_is(name: str, typed: str) -> None:
    kept = normalise(TOY.by_name[name], typed)
    assert isinstance(kept, str)
    assert kept == unicodedata.normalize("NFC", kept) == kept.strip()
    assert normalise(TOY.by_name[name], kept) == kept
    allowed = {"\n", "\t"} if name == "story" else set()
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} or char in allowed for char in kept)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("name", "sáu chữ", "too_long"),
        ("wheels", -1, "too_small"),
        ("wheels", 9, "too_large"),
        ("owner_id", "0" * 33, "too_long"),
        ("made_on", datetime(2022, 6, 18, 9, 14), "wrong_type"),  # noqa: DTZ001
    ],
)
def test_a_value_beyond_its_limits_is_refused_by_name(name: str, value: object, reason: str) -> None:
    assert reason_of(name, value) == reason


def test_values_at_their_limits_are_taken() -> None:
    for name, value in {"name": "năm c", "wheels": 8, "weight": Decimal("0.1"), "owner_id": "0" * 32}.items():
        check_field("toy", TOY.by_name[name], value)
        check_field("toy", TOY.by_name[name], None)
    check_field("toy", TOY.by_name["wheels"], 0)


@pytest.mark.parametrize("value", [2**53, -(2**53), 2**70])
def test_a_whole_number_that_json_readers_would_round_is_refused(value: int) -> None:
    free = FieldSpec(name="n", kind=Kind.INTEGER, group="n")
    check_field("toy", free, 2**53 - 1)
    with pytest.raises(InvalidValueError):
        check_field("toy", free, value)


def test_no_text_outgrows_what_a_bundle_line_may_hold() -> None:
    assert MAX_STORED_LENGTH * 4 < 256 * 1024
