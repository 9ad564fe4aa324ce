"""A small office made by hand: a commune with a plan, a person, the year's periods, and what a test adds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar, cast

from desktop.bundle.keys import DeviceKeys
from desktop.domain.entities import (
    Body,
    Period,
    Person,
    Plan,
    ReportingRegime,
    Target,
    TargetValue,
    Task,
    Unit,
)
from desktop.domain.entity import Entity
from desktop.domain.periods import build_periods
from desktop.domain.scopes import scope_owner
from desktop.store.store import Store
from desktop.usecases.office import Office, sample_clock
from desktop.usecases.user import set_user

TODAY = date(2022, 6, 18)
COMMUNE = "30067-19840306"
DISTRICT = "872-19810105"
E = TypeVar("E", bound=Entity)


class SmallOffice:
    """An office and its plan of 2022. ``add`` keeps a record in the office's own scope unless it has one."""

    def __init__(self, folder: Path, unit: str = COMMUNE, *, periods: bool = True) -> None:
        self.store = Store(folder, create=True, now=sample_clock(TODAY))
        self.unit = unit
        self.store.found(office=unit, device="may1")
        # What is tested with it neither signs nor seals.
        self.office = Office(self.store, cast(DeviceKeys, None), folder, lambda: TODAY)
        set_user(self.office, "Lê Thị Hồng")
        if periods:
            self.add_all(
                Period(scope=DISTRICT, **fields)
                for regime in ReportingRegime
                for fields in build_periods(2022, regime)
            )
        self.body = self.add(Body(name="Hội Nông dân xã"))
        self.person = self.add(Person(full_name="Nguyễn Văn Bình", body_id=self.body.id))
        self.plan = self.add(Plan(year=2022, title="Kế hoạch năm 2022"))

    def add(self, record: E) -> E:
        """Keep a record, also of another owner's scope, as if a bundle had brought it."""
        return self.add_all([record])[0]

    def add_all(self, records: Iterable[E]) -> list[E]:
        """The same for many records of one owner."""
        owned = [one if one.scope else one.replace(scope=self.unit) for one in records]
        self.store.set_meta("office", scope_owner(owned[0].scope))
        try:
            with self.store.work(user="Lê Thị Hồng", label="add_record") as work:
                return [cast(E, work.add(one)) for one in owned]
        finally:
            self.store.set_meta("office", self.unit)

    def commune(self, code: str, name: str, valid_from: date | None = date(1984, 3, 6)) -> Unit:
        """A unit of the district's registry."""
        unit = Unit(scope=DISTRICT, code=code, name=name, valid_from=valid_from, parent_unit_id=DISTRICT)
        return self.add(unit)

    def task(self, code: str, title: str = "Ký hợp đồng liên kết tiêu thụ lúa", **fields: object) -> Task:
        """A task of the plan, led by the office's person; the code gives its place."""
        task = Task(plan_id=self.plan.id, code=code, title=title, lead_person_id=self.person.id)
        order = round(float(code) * 10)
        return self.add(task.replace(lead_body_id=self.body.id, order=order, **fields))

    def target(self, code: str, name: str, planned: str, **fields: object) -> Target:
        """A target of the plan, in percent unless said otherwise."""
        target = Target(plan_id=self.plan.id, code=code, order=int(code), name=name, measure_unit="%")
        return self.add(target.replace(planned_value=Decimal(planned), **fields))

    def period(self, number: int, kind: str = "month", regime: str = "state") -> Period:
        """A period of 2022."""
        return self.store.select(Period, kind=kind, number=number, regime=regime)[0]

    def value(self, target: Target, number: int, value: str, note: str = "") -> TargetValue:
        """What was reached in a month."""
        period = self.period(number)
        return self.add(
            TargetValue(target_id=target.id, period_id=period.id, value=Decimal(value), note=note)
        )
