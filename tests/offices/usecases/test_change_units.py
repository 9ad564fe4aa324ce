"""The office's list of units changes after the first day, and every commune sees the same list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.bundle.registry import Registry
from desktop.domain.entities import Task, Unit
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.change_units import add_units, rename_unit, set_successor
from desktop.usecases.edit_records import add_record
from desktop.usecases.found_office import UnitLine
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry
from desktop.usecases.unit_list import listed_units, read_unit_list, write_unit_list
from tests.helpers.dumps import whole_dump
from tests.helpers.enrolment import DISTRICT, HUNG_THANH, PHU_DIEN, Founded

MERGED = UnitLine("30070", "Xã Tháp Mười", date(2025, 7, 1))


def names(office: Office) -> dict[str, str]:
    return {unit.unit_id: unit.name for unit in office.store.select(Unit)}


def test_a_unit_that_was_added_enrols_its_computer(year: Founded) -> None:
    add_units(year.office, [MERGED])
    commune = year.joined("may1", MERGED)
    assert names(commune)[MERGED.unit_id] == MERGED.name
    add_record(commune, Task(title="Việc đầu tiên"))
    assert year.take(year.office, year.write(commune).path).code is Code.OK


def test_a_renamed_unit_is_called_so_everywhere(year: Founded) -> None:
    commune = year.joined("may1")
    rename_unit(year.office, PHU_DIEN.unit_id, "Xã Phú Điền mới")
    stick = year.send_down()
    assert year.take(commune, next((stick / PHU_DIEN.code).glob("*.goi"))).is_taken
    for office in (year.office, commune):
        assert names(office)[PHU_DIEN.unit_id] == "Xã Phú Điền mới"
        assert next(one.name for one in listed_units(office) if one.unit == PHU_DIEN.unit_id).endswith("mới")


def test_a_unit_that_goes_on_as_another_leaves_it_its_rights(year: Founded) -> None:
    add_units(year.office, [MERGED])
    registry = set_successor(year.office, PHU_DIEN.unit_id, MERGED.unit_id)
    assert registry.may_carry(MERGED.unit_id, PHU_DIEN.unit_id)
    assert not registry.may_carry(MERGED.unit_id, HUNG_THANH.unit_id)
    old = next(unit for unit in year.office.store.select(Unit) if unit.unit_id == PHU_DIEN.unit_id)
    assert old.successor_codes == MERGED.code
    stick = year.new_stick()
    write_unit_list(year.office, stick)
    assert PHU_DIEN.unit_id not in [one.unit for one in read_unit_list(stick).units]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda office: add_units(office, [MERGED, PHU_DIEN]), "known"),
        (lambda office: add_units(office, [MERGED, MERGED]), "known"),
        (lambda office: add_units(office, [UnitLine("30070", " ")]), "unit"),
        (lambda office: add_units(office, [UnitLine("xã", "Xã")]), "unit"),
        (lambda office: rename_unit(office, MERGED.unit_id, "Tên"), "unlisted"),
        (lambda office: rename_unit(office, PHU_DIEN.unit_id, " "), "unit"),
        (lambda office: set_successor(office, PHU_DIEN.unit_id, MERGED.unit_id), "unlisted"),
        (lambda office: set_successor(office, MERGED.unit_id, PHU_DIEN.unit_id), "unlisted"),
        (lambda office: set_successor(office, PHU_DIEN.unit_id, PHU_DIEN.unit_id), "circle"),
    ],
)
def test_a_wrong_change_leaves_list_and_records_as_they_were(
    year: Founded, change: Callable[[Office], Registry], reason: str
) -> None:
    before = whole_dump(year.office.store)
    with pytest.raises(SoSenError) as refused:
        change(year.office)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_UNITS, reason)
    assert whole_dump(year.office.store) == before


def test_units_never_follow_each_other_in_a_circle(year: Founded) -> None:
    set_successor(year.office, PHU_DIEN.unit_id, HUNG_THANH.unit_id)
    with pytest.raises(SoSenError) as refused:
        set_successor(year.office, HUNG_THANH.unit_id, PHU_DIEN.unit_id)
    assert refused.value.params["reason"] == "circle"


def test_a_commune_changes_no_list(year: Founded) -> None:
    commune = year.joined("may1")
    before = whole_dump(commune.store)
    with pytest.raises(SoSenError):
        rename_unit(commune, DISTRICT.unit_id, "Huyện khác")
    assert whole_dump(commune.store) == before
    assert current_registry(commune.store).epoch == 2
