"""How an entity is declared: a frozen dataclass whose fields carry kind, limits and register group.

Everything that the rest of the program needs to know of an entity is read from here: the store maps
rows by it, the bundle carries its registers by name, forms and tables are built from it.  So an
entity is declared once, and adding one needs no new plumbing.

A *stored value* (also the value on the wire) is null, bool, int or str: dates are ISO 8601, decimals
are plain decimal strings, enums are their value, references are record ids.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self, TypeVar, cast

from desktop.domain.change import Value
from desktop.domain.errors import InvalidValueError
from desktop.domain.freezing import Freezing

_SPEC = "spec"
_TYPE = "__sosen_type__"
T = TypeVar("T")
MAX_STORED_LENGTH = 60_000
"""Characters of any text: with four UTF-8 bytes each, still below the 256 KiB a bundle allows."""


class Kind(StrEnum):
    """What a field holds; decides editor, alignment, comparison and conversion."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """The declaration of one field.

    ``group`` names the register group: fields of one group are always written together, because
    one of them without the others would be a row that nobody wrote (sync.md 1, "Register").
    ``target`` is the table name a reference points to.  ``required`` is a rule for finished work,
    checked when a form is saved and by the plan check, not by merging.
    """

    name: str
    kind: Kind
    group: str
    required: bool = False
    max_length: int = MAX_STORED_LENGTH
    minimum: int | None = None
    maximum: int | None = None
    choices: type[StrEnum] | None = None
    target: str = ""
    searched: bool = False
    default: object = None


def _declare(kind: Kind, default: object, *, group: str = "", **options: object) -> Any:
    spec = {"kind": kind, "group": group, "default": default, **options}
    return dataclasses.field(default=cast(Any, default), metadata={_SPEC: spec})


def text(
    *,
    max_length: int = 500,
    required: bool = False,
    searched: bool = False,
    group: str = "",
) -> Any:
    """One line of text; normalised to NFC, line breaks become spaces."""
    return _declare(
        Kind.TEXT,
        "",
        group=group,
        max_length=max_length,
        required=required,
        searched=searched,
    )


def long_text(
    *,
    max_length: int = 20_000,
    required: bool = False,
    searched: bool = False,
    group: str = "",
) -> Any:
    """Text of several lines; normalised to NFC."""
    return _declare(
        Kind.LONG_TEXT,
        "",
        group=group,
        max_length=max_length,
        required=required,
        searched=searched,
    )


def integer(
    *,
    minimum: int | None = None,
    maximum: int | None = None,
    default: int | None = None,
    group: str = "",
) -> Any:
    """A whole number, or None for "not given"."""
    return _declare(Kind.INTEGER, default, group=group, minimum=minimum, maximum=maximum)


def decimal(*, group: str = "") -> Any:
    """An exact decimal number, or None for "not given"."""
    return _declare(Kind.DECIMAL, None, group=group)


def day(*, group: str = "") -> Any:
    """A calendar day without time or zone, or None."""
    return _declare(Kind.DATE, None, group=group)


def flag(*, default: bool = False, group: str = "") -> Any:
    """Yes or no."""
    return _declare(Kind.BOOLEAN, default, group=group)


def choice(enum: type[StrEnum], default: StrEnum | None = None, *, group: str = "") -> Any:
    """One of an enumeration's values; a value from a newer program is kept as plain text."""
    return _declare(Kind.CHOICE, default or next(iter(enum)), group=group, choices=enum)


def reference(target: str, *, required: bool = False, group: str = "") -> Any:
    """The id of a record of table ``target``, or "" for none. Never enforced: see sync.md 1."""
    return _declare(Kind.REFERENCE, "", group=group, target=target, required=required, max_length=32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What every record has: an id (32 hex digits, sync.md 1) and the scope that owns it."""

    id: str = ""
    scope: str = ""

    def problems(self) -> list[tuple[str, str]]:
        """Rules over several fields: (field name, reason code) for each rule that is broken."""
        return []

    def replace(self, **changes: object) -> Self:
        """The same record with some fields changed."""
        return dataclasses.replace(self, **cast(Any, changes))


@dataclass(frozen=True, slots=True)
class EntityType:
    """A declared entity: its table name (permanent, also on the wire), its class, its fields."""

    table: str
    cls: type[Entity]
    fields: tuple[FieldSpec, ...]
    by_name: Mapping[str, FieldSpec] = dataclasses.field(compare=False, repr=False)
    freezing: Freezing | None = dataclasses.field(default=None, compare=False)

    @property
    def field_names(self) -> tuple[str, ...]:
        return tuple(spec.name for spec in self.fields)

    def group_members(self, group: str) -> tuple[str, ...]:
        """The fields that change together with any field of ``group``."""
        return tuple(spec.name for spec in self.fields if spec.group == group)


E = TypeVar("E", bound=Entity)


def table(name: str, *, freezing: Freezing | None = None) -> Callable[[type[E]], type[E]]:
    """Class decorator above ``@dataclass``: the entity's permanent table name, also on the wire.

    ``freezing`` says when its records are settled; without it they never are.
    """

    def decorate(cls: type[E]) -> type[E]:
        setattr(cls, _TYPE, _read_declaration(name, cls, freezing))
        return cls

    return decorate


def _read_declaration(name: str, cls: type[Entity], freezing: Freezing | None) -> EntityType:
    specs = []
    for item in dataclasses.fields(cls):
        if _SPEC in item.metadata:
            options = dict(item.metadata[_SPEC])
            options["group"] = options["group"] or item.name
            specs.append(FieldSpec(name=item.name, **options))
    return EntityType(
        table=name,
        cls=cls,
        fields=tuple(specs),
        by_name={spec.name: spec for spec in specs},
        freezing=freezing,
    )


def entity_type(cls: type[Entity]) -> EntityType:
    """The declaration of an entity class."""
    return cast(EntityType, getattr(cls, _TYPE))


def to_stored(spec: FieldSpec, value: object, entity_name: str = "") -> Value:
    """A field's value as it is stored and carried. Raises InvalidValueError for a wrong type."""
    if value is None:
        return None
    match spec.kind:
        case Kind.TEXT | Kind.LONG_TEXT | Kind.REFERENCE if isinstance(value, str):
            return value
        case Kind.CHOICE if isinstance(value, str):
            return str(value)
        case Kind.BOOLEAN if isinstance(value, bool):
            return value
        case Kind.INTEGER if isinstance(value, int) and not isinstance(value, bool):
            return int(value)
        case Kind.DECIMAL if isinstance(value, Decimal) and _is_storable(value):
            return format(value, "f")
        case Kind.DATE if isinstance(value, date):
            return value.isoformat()
    raise InvalidValueError(entity_name, spec.name, "wrong_type", value)


def _is_storable(value: Decimal) -> bool:
    return value.is_finite() and abs(value.adjusted()) < 30


def blank(spec: FieldSpec) -> object:
    """The value of a field that nobody has written: "" for text, the declared default of a choice or
    flag, otherwise None. A new record writes only the fields that differ from it.
    """
    if spec.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE):
        return ""
    return spec.default if spec.kind in (Kind.CHOICE, Kind.BOOLEAN) else None


_DECIMAL = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,20})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LARGEST_INTEGER = 2**53 - 1
"""The largest whole number that every reader of a bundle can hold exactly (RFC 8785)."""


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


def _is_boolean(value: Value) -> bool:
    return isinstance(value, bool)


def _is_integer(value: Value) -> bool:
    if value is None:
        return True
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_INTEGER


def _is_decimal(value: Value) -> bool:
    return value is None or (isinstance(value, str) and _DECIMAL.fullmatch(value) is not None)


def _is_date(value: Value) -> bool:
    if value is None:
        return True
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


FITS: Mapping[Kind, Callable[[Value], bool]] = {
    Kind.TEXT: _is_text,
    Kind.LONG_TEXT: _is_text,
    Kind.REFERENCE: _is_text,
    Kind.CHOICE: _is_text,
    Kind.BOOLEAN: _is_boolean,
    Kind.INTEGER: _is_integer,
    Kind.DATE: _is_date,
    Kind.DECIMAL: _is_decimal,
}
"""For each kind, whether a stored value is of it in its one permitted form (a day is YYYY-MM-DD, a
decimal plain ASCII digits). A received value that does not fit is kept but not shown (fault 49)."""


def fits(spec: FieldSpec, value: Value) -> bool:
    """Whether a stored value is of the field's kind; text, flags and choices are never null."""
    return FITS[spec.kind](value)


def from_stored(spec: FieldSpec, value: Value) -> object:
    """A stored value as the field's Python value; null is the field's blank value.

    Raises ValueError for a value that does not fit (``fits``).
    """
    if value is None:
        return blank(spec)
    if not fits(spec, value):
        raise ValueError(f"{spec.name}: {value!r} is no {spec.kind}")
    match spec.kind:
        case Kind.DECIMAL:
            return Decimal(str(value))
        case Kind.DATE:
            return date.fromisoformat(str(value))
        case Kind.CHOICE:
            return _choice(spec, str(value))
        case _:
            return value


def _choice(spec: FieldSpec, value: str) -> str:
    assert spec.choices is not None
    try:
        return spec.choices(value)
    except ValueError:
        return value  # from a newer program: shown raw, preserved (fault 56)


_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def normalise(spec: FieldSpec, value: object) -> object:
    """A value as typed or pasted, made storable.

    Text becomes NFC; invisible characters (soft hyphen, zero-width space, byte order mark) vanish, so
    that they split no word; control characters become spaces; a one-line text keeps no line break.
    A decimal loses its closing zeros: 5 and 5,0 typed on two computers are no conflict.
    """
    if spec.kind is Kind.DECIMAL and isinstance(value, Decimal):
        return _shortest(value)
    if spec.kind not in (Kind.TEXT, Kind.LONG_TEXT) or not isinstance(value, str):
        return value
    if value.isprintable():
        return unicodedata.normalize("NFC", value).strip()
    kept = "\n\t" if spec.kind is Kind.LONG_TEXT else ""
    lines = _LINE_BREAKS.sub("\n", value)
    clean = "".join(_storable(char, kept) for char in lines)
    return unicodedata.normalize("NFC", clean).strip()


def _shortest(value: Decimal) -> Decimal:
    """The one form of a number among its equals; what cannot be stored stays for the check to refuse."""
    if not _is_storable(value):
        return value
    plain = format(value, "f") if value else "0"
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return value if str(value) == short else Decimal(short)


def _storable(char: str, kept: str) -> str:
    if char in kept or char in "\u200c\u200d":  # joiners change how letters look: they belong to the text
        return char
    category = unicodedata.category(char)
    if category in ("Cf", "Cs", "Cn", "Co"):
        return ""
    return " " if category == "Cc" else char


def check_field(entity_name: str, spec: FieldSpec, value: object) -> None:
    """Raise InvalidValueError when a value breaks its field's kind or limits."""
    stored = to_stored(spec, value, entity_name)
    if isinstance(stored, int) and not isinstance(stored, bool) and abs(stored) > LARGEST_INTEGER:
        raise InvalidValueError(entity_name, spec.name, "too_large", value)
    if stored is not None and not fits(spec, stored):
        raise InvalidValueError(entity_name, spec.name, "wrong_type", value)
    if isinstance(stored, str) and len(stored) > spec.max_length:
        raise InvalidValueError(entity_name, spec.name, "too_long", value)
    if spec.kind is Kind.INTEGER and isinstance(stored, int):
        if spec.minimum is not None and stored < spec.minimum:
            raise InvalidValueError(entity_name, spec.name, "too_small", value)
        if spec.maximum is not None and stored > spec.maximum:
            raise InvalidValueError(entity_name, spec.name, "too_large", value)
