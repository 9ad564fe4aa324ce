"""Enter what was reached of targets: values, one cell or a block as one action, and their explanations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.entities import Period, ReportingRegime, Target, TargetValue
from desktop.domain.errors import Code, SoSenError
from desktop.domain.periods import build_periods
from desktop.usecases.office import Office

LABEL = "edit_cell"


@dataclass(frozen=True, slots=True)
class ValueEdit:
    """One cell: ``value`` None empties it."""

    target_id: str
    period_id: str
    value: Decimal | None


def set_values(office: Office, edits: Sequence[ValueEdit]) -> None:
    """Enter values as one action. A cell left without value and note is deleted.

    Raises E_READONLY for another unit's target, E_MISSING for one that is gone.
    """
    with office.store.work(user=office.user, label=LABEL) as work:
        for edit in edits:
            held = _held(office, edit.target_id, edit.period_id)
            if held is None:
                if edit.value is not None:
                    work.add(_fresh(office, edit.target_id, edit.period_id).replace(value=edit.value))
            elif edit.value is None and not held.note:
                work.delete(held)
            else:
                work.save(held.replace(value=edit.value))


def set_note(office: Office, target_id: str, period_id: str, note: str) -> None:
    """Explain a value, or say why there is none. Raises as ``set_values``."""
    with office.store.work(user=office.user, label=LABEL) as work:
        held = _held(office, target_id, period_id)
        if held is None:
            if note.strip():
                work.add(_fresh(office, target_id, period_id).replace(note=note))
        elif held.value is None and not note.strip():
            work.delete(held)
        else:
            work.save(held.replace(note=note))


def create_periods(office: Office, year: int) -> None:
    """Lay down the reporting periods of a year for all, by both calendars; what is there already stays.

    Raises E_READONLY in an office that no other reports to: periods come from the upper level.
    """
    if not office.is_upper:
        raise SoSenError(Code.E_READONLY, "periods belong to the upper office", unit="")
    known = {(one.kind, one.number, one.regime) for one in office.store.select(Period, year=year)}
    with office.store.work(user=office.user, label="add_record") as work:
        for regime in ReportingRegime:
            for fields in build_periods(year, regime):
                if (fields["kind"], fields["number"], regime) not in known:
                    work.add(Period(scope=office.unit_id, **fields))


def _held(office: Office, target_id: str, period_id: str) -> TargetValue | None:
    found = office.store.select(TargetValue, target_id=target_id, period_id=period_id)
    return found[-1] if found else None


def _fresh(office: Office, target_id: str, period_id: str) -> TargetValue:
    target = office.store.get(Target, target_id)
    return TargetValue(scope=target.scope, target_id=target_id, period_id=period_id)
