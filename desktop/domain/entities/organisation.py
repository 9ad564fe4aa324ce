"""Who there is: units, their bodies, people and the positions they hold.

Units, and what the office says of them, are written by the office; a commune writes its own
bodies and people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.entity import (
    Entity,
    choice,
    day,
    flag,
    integer,
    reference,
    table,
    text,
)
from desktop.domain.scopes import unit_id


class UnitKind(StrEnum):
    """What a unit is called; the label of a level is data, so this only orders and abbreviates."""

    PROVINCE = "tinh"
    DISTRICT = "huyen"
    COMMUNE = "xa"
    TOWNSHIP = "thi_tran"
    WARD = "phuong"
    SECTOR = "nganh"


class BodyKind(StrEnum):
    """The kind of a body within a unit (glossary 1)."""

    PARTY_COMMITTEE = "party_committee"
    STANDING_COMMITTEE = "standing_committee"
    PEOPLES_COMMITTEE = "peoples_committee"
    PEOPLES_COUNCIL = "peoples_council"
    MASS_ORGANISATION = "mass_organisation"
    ADVISORY_BODY = "advisory_body"
    PARTY_CELL = "party_cell"
    DEPARTMENT = "department"
    OTHER = "other"


@table("unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Entity):
    """An administrative unit. Codes are re-used after 2025, so its id is code and first valid day."""

    code: str = text(max_length=12, required=True, searched=True)
    name: str = text(max_length=120, required=True, searched=True)
    kind: UnitKind = choice(UnitKind, UnitKind.COMMUNE)
    valid_from: date | None = day(group="validity")
    valid_to: date | None = day(group="validity")
    parent_unit_id: str = text(max_length=24)
    successor_codes: str = text(max_length=120)
    phone: str = text(max_length=40)
    order: int | None = integer(minimum=0)

    @property
    def unit_id(self) -> str:
        """Code and first valid day, as in ``30067-19840306``; ``00000000`` where the day is unknown."""
        return unit_id(self.code, self.valid_from)

    def problems(self) -> list[tuple[str, str]]:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            return [("valid_to", "before_start")]
        return []


@table("body")
@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Entity):
    """An organisation within a unit that leads or co-operates: a committee, a mass organisation…"""

    name: str = text(max_length=200, required=True, searched=True)
    kind: BodyKind = choice(BodyKind, BodyKind.DEPARTMENT)
    order: int | None = integer(minimum=0)
    is_active: bool = flag(default=True)


@table("person")
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """Somebody who can be given work. Only what assigning needs is kept (privacy: reliability.md 4.7)."""

    full_name: str = text(max_length=120, required=True, searched=True)
    body_id: str = reference("body")
    phone: str = text(max_length=40)
    is_active: bool = flag(default=True)
    is_sample: bool = flag()


@table("position")
@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Entity):
    """A post that a person holds or held in a body, with its days."""

    person_id: str = reference("person", required=True)
    body_id: str = reference("body")
    title: str = text(max_length=200, required=True, searched=True)
    from_on: date | None = day(group="term")
    to_on: date | None = day(group="term")
    is_leader: bool = flag()

    def problems(self) -> list[tuple[str, str]]:
        if self.from_on and self.to_on and self.to_on < self.from_on:
            return [("to_on", "before_start")]
        return []
