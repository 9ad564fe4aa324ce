"""What the frame of the window says before anything else is loaded: plain values, no entities."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import apsw

from desktop.store.sql import stream, value


class StateMonth(NamedTuple):
    """A complete reporting month of the State's calendar."""

    id: str
    year: int | None
    number: int | None
    from_on: date
    cutoff_on: date
    submit_by: date | None


def has_units_below(connection: apsw.Connection, unit: str) -> bool:
    """Whether any unit reports to this one."""
    found = value(
        connection, "SELECT EXISTS (SELECT 1 FROM unit WHERE alive = 1 AND parent_unit_id = ?)", (unit,)
    )
    return bool(found)


def unit_name(connection: apsw.Connection, unit: str) -> str:
    """The name of a unit, or "" where it is not known."""
    found = value(
        connection,
        "SELECT name FROM unit WHERE alive = 1 "
        "AND code || '-' || coalesce(replace(valid_from, '-', ''), '00000000') = ? "
        'ORDER BY "order" IS NULL, "order", id LIMIT 1',
        (unit,),
    )
    return str(found or "")


def years_in_use(connection: apsw.Connection) -> set[int]:
    """The years that any plan or upper-level programme is for."""
    rows = stream(
        connection,
        "SELECT year FROM plan WHERE alive = 1 AND year > 0 "
        "UNION SELECT year FROM programme WHERE alive = 1 AND year > 0",
    )
    return {year for (year,) in rows}


def state_months(connection: apsw.Connection) -> tuple[StateMonth, ...]:
    """As ``desktop.domain.periods.months_in_order``: the complete months of the State, the earliest first."""
    rows = stream(
        connection,
        "SELECT id, year, number, from_on, cutoff_on, submit_by FROM period WHERE alive = 1 "
        "AND kind = 'month' AND regime = 'state' AND from_on IS NOT NULL AND cutoff_on IS NOT NULL "
        "ORDER BY from_on, id",
    )
    return tuple(
        StateMonth(record_id, year, number, date.fromisoformat(first), date.fromisoformat(last), _day(submit))
        for record_id, year, number, first, last, submit in rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
