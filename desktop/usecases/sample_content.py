"""Reading the shipped sample year and turning its symbolic keys into records (resources/sample/README.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from desktop.domain.entities import Period, PeriodKind, ReportingRegime
from desktop.domain.entity import Entity, EntityType, Kind, from_stored
from desktop.domain.periods import build_periods
from desktop.store.store import Store
from desktop.store.table_map import Catalogue

FORMAT = "so-sen-sample/1"
_PERIOD_LETTER = {
    PeriodKind.MONTH: "M",
    PeriodKind.QUARTER: "Q",
    PeriodKind.HALF_YEAR: "H",
    PeriodKind.YEAR: "Y",
}

Keys = dict[str, str]
"""``table:key`` → record id."""


@dataclass(frozen=True)
class SampleFile:
    """One office's file: its code, the sample's own today, and its records by table."""

    office: str
    today: date
    records: dict[str, list[dict[str, Any]]]


def read_sample(path: Path) -> SampleFile:
    """Read one file of the sample. Raises ValueError when it is not of this format."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if content.pop("format") != FORMAT:
        raise ValueError(f"{path.name}: not a sample of {FORMAT}")
    office, today = content.pop("office"), date.fromisoformat(content.pop("today"))
    return SampleFile(office, today, content)


def periods_of(year: int, scope: str) -> Iterator[tuple[str, Period]]:
    """The State's reporting periods of a year with their keys in the sample ("2022-M05", "2022-Q2")."""
    for fields in build_periods(year, ReportingRegime.STATE):
        period = Period(scope=scope, **fields)
        number = f"{period.number:02d}" if period.kind is PeriodKind.MONTH else str(period.number)
        suffix = "" if period.kind is PeriodKind.YEAR else number
        yield f"{year}-{_PERIOD_LETTER[period.kind]}{suffix}", period


def to_record(entity_type: EntityType, entry: Mapping[str, Any], scope: str, keys: Keys) -> Entity:
    """One record of the sample; the reference ``lead_body_id`` stands there as ``lead_body`` with a key."""
    values: dict[str, Any] = {}
    for spec in entity_type.fields:
        if spec.kind is Kind.REFERENCE:
            key = entry.get(spec.name.removesuffix("_id"))
            if key:
                values[spec.name] = keys[f"{spec.target}:{key}"]
        elif spec.name in entry:
            values[spec.name] = from_stored(spec, entry[spec.name])
    return entity_type.cls(scope=scope, **values)


def work_day(table: str, entry: Mapping[str, Any], default: date) -> date:
    """The day on which the office would have written the record: not before ``default``."""
    names = {
        "progress_update": "reported_on",
        "deadline_extension": "approved_on",
        "assignment": "assigned_on",
    }
    found = entry.get(names.get(table, ""))
    return max(date.fromisoformat(found), default) if found else default


def moment(day: date, hour: int = 8) -> int:
    """A time of day in Việt Nam as UTC milliseconds."""
    local = datetime.combine(day, time(hour), UTC) - timedelta(hours=7)
    return int(local.timestamp() * 1000)


def write_records(
    store: Store, content: SampleFile, scope: str, keys: Keys, *, user: str, start: date
) -> None:
    """Write an office's records as a year of work: organisation and plan at ``start``, then day by day."""
    ordered = store_order(store.catalogue, content)
    by_day: dict[date, list[tuple[str, dict[str, Any]]]] = {}
    for table, entry in ordered:
        by_day.setdefault(work_day(table, entry, start), []).append((table, entry))
    for day in sorted(by_day):
        at = moment(day)
        store.now = partial(int, at)
        with store.work(user=user, label="add_records") as work:
            for table, entry in by_day[day]:
                entity_type = store.catalogue.tables[table].entity_type
                record = work.add(to_record(entity_type, entry, scope, keys))
                keys[f"{table}:{entry['key']}"] = record.id


def store_order(catalogue: Catalogue, content: SampleFile) -> list[tuple[str, dict[str, Any]]]:
    """All entries in the order of the catalogue, in which what is referred to comes first."""
    return [(table, entry) for table in catalogue.tables for entry in content.records.get(table, [])]
