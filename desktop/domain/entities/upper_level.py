"""What comes from the upper level: fields of work, reporting periods, programmes and their items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.entity import (
    Entity,
    choice,
    day,
    decimal,
    flag,
    integer,
    long_text,
    reference,
    table,
    text,
)


class PeriodKind(StrEnum):
    """The reporting periods of Decree 09/2019/NĐ-CP, articles 8 and 12, and the working week."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class ReportingRegime(StrEnum):
    """Whose calendar a period follows: the State's 15th to 14th, or the Party's calendar month."""

    STATE = "state"
    PARTY = "party"


class ProgrammeKind(StrEnum):
    """The kind of an upper-level document that communes turn into plans."""

    ACTION_PROGRAMME = "action_programme"
    SOCIO_ECONOMIC_PLAN = "socio_economic_plan"
    RESOLUTION = "resolution"


@table("field")
@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Entity):
    """A field of work (lĩnh vực), in a tree of the four roots used in commune resolutions."""

    code: str = text(max_length=20, required=True)
    name: str = text(max_length=120, required=True, searched=True)
    parent_id: str = reference("field")
    order: int | None = integer(minimum=0)
    is_active: bool = flag(default=True)


@table("period")
@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Entity):
    """A reporting period: first day, cut-off day and the day by which to send (domain.md 4.1)."""

    year: int | None = integer(minimum=2000, maximum=2100)
    kind: PeriodKind = choice(PeriodKind, PeriodKind.MONTH)
    number: int | None = integer(minimum=1, maximum=53)
    regime: ReportingRegime = choice(ReportingRegime, ReportingRegime.STATE)
    from_on: date | None = day(group="span")
    cutoff_on: date | None = day(group="span")
    submit_by: date | None = day()

    def problems(self) -> list[tuple[str, str]]:
        found = []
        if self.from_on and self.cutoff_on and self.cutoff_on < self.from_on:
            found.append(("cutoff_on", "before_start"))
        if self.cutoff_on and self.submit_by and self.submit_by <= self.cutoff_on:
            found.append(("submit_by", "before_cutoff"))
        return found


@table("programme")
@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Entity):
    """A yearly document of the upper level: action programme, socio-economic plan, resolution."""

    year: int | None = integer(minimum=2000, maximum=2100)
    kind: ProgrammeKind = choice(ProgrammeKind, ProgrammeKind.ACTION_PROGRAMME)
    title: str = text(required=True, searched=True)
    issuer: str = text(max_length=200)
    number: str = text(max_length=60, group="document")
    issued_on: date | None = day(group="document")
    motto: str = long_text(max_length=2000)
    is_sample: bool = flag()


@table("programme_item")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem(Entity):
    """One demand of a programme, to be taken over by the plans of the units it binds."""

    programme_id: str = reference("programme", required=True)
    parent_id: str = reference("programme_item")
    code: str = text(max_length=20)
    order: int | None = integer(minimum=0)
    content: str = long_text(required=True, searched=True)
    field_id: str = reference("field")
    indicator: str = text(max_length=200, searched=True)
    indicator_value: Decimal | None = decimal()
    measure_unit: str = text(max_length=60)
    due_on: date | None = day()
    is_sample: bool = flag()
