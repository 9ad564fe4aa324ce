"""What the upper level demands is seen with the tasks that take it over, and becomes tasks in one step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.domain.entities import Programme, ProgrammeItem, ProgrammeKind
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.numbered_lines import numbered_lines
from desktop.usecases.programme_actions import (
    ItemEdit,
    add_items,
    add_numbered_items,
    add_programme,
    delete_items,
    edit_items,
    measure_of,
    tasks_from_items,
)
from desktop.usecases.read_programmes import ProgrammeView, read_programmes
from desktop.usecases.undo_action import undo_action
from tests.helpers.offices import PHU_DIEN, SampleYear
from tests.helpers.small_office import COMMUNE, DISTRICT, SmallOffice


@pytest.fixture
def commune(tmp_path: Path) -> SmallOffice:
    return SmallOffice(tmp_path / "data", periods=False)


@pytest.fixture
def district(tmp_path: Path) -> SmallOffice:
    office = SmallOffice(tmp_path / "data", DISTRICT, periods=False)
    office.commune("30067", "Xã Phú Điền")
    office.commune("30043", "Xã Hưng Thạnh", date(1981, 1, 5))
    return office


def programme(small: SmallOffice, **fields: object) -> Programme:
    blank = Programme(scope=DISTRICT, year=2022, title="Chương trình hành động", issuer="Huyện ủy")
    return small.add(blank.replace(**fields))


def item(small: SmallOffice, of: Programme, code: str, **fields: object) -> ProgrammeItem:
    blank = ProgrammeItem(
        scope=DISTRICT, programme_id=of.id, code=code, order=int(code), content="Đưa lao động"
    )
    return small.add(blank.replace(**fields))


def view(small: SmallOffice) -> ProgrammeView:
    return read_programmes(small.office, 2022)


def test_programmes_come_in_their_order_with_items_below_each_other(commune: SmallOffice) -> None:
    state = programme(commune, kind=ProgrammeKind.SOCIO_ECONOMIC_PLAN, title="Kế hoạch")
    party = programme(commune)
    programme(commune, year=2021, title="Năm trước")
    item(commune, state, "1")
    second = item(commune, party, "2")
    item(commune, party, "1")
    item(commune, party, "3", parent_id=second.id)
    shown = [
        (line.depth, line.item.code if line.item else line.programme.title) for line in view(commune).lines
    ]
    assert shown == [
        (0, "Chương trình hành động"),
        (0, "1"),
        (0, "2"),
        (1, "3"),
        (0, "Kế hoạch"),
        (0, "1"),
    ]


def test_a_commune_sees_which_of_its_tasks_take_an_item_over(commune: SmallOffice) -> None:
    wanted = item(commune, programme(commune), "1")
    commune.task("1", item_id=wanted.id)
    commune.task("2", item_id=wanted.id)
    line = view(commune).lines[1]
    assert [cover.code for cover in line.covers] == ["1", "2"]
    assert (line.tasks, line.covered, line.units) == (2, 1, 1)
    assert view(commune).untouched == 0


def test_an_office_sees_which_units_have_no_task_yet(sample_year: SampleYear) -> None:
    office = sample_year.open("872")
    try:
        line = read_programmes(office, 2022).lines[1]
        assert (line.units, line.covered, len(line.covers)) == (13, 0, 13)
        assert not any(cover.task_id for cover in line.covers)
    finally:
        office.close()


def test_items_become_tasks_with_field_deadline_and_measure_in_one_step(commune: SmallOffice) -> None:
    of = programme(commune)
    wanted = item(
        commune,
        of,
        "1",
        indicator="Số lao động xuất cảnh",
        indicator_value=Decimal(1150),
        measure_unit="người",
        due_on=date(2022, 12, 10),
    )
    bare = item(commune, of, "2")
    made = tasks_from_items(commune.office, commune.plan, [wanted.id, bare.id])
    assert [task.code for task in made] == ["1", "2"]
    assert (made[0].title, made[0].item_id, made[0].due_on) == ("Đưa lao động", wanted.id, date(2022, 12, 10))
    assert (made[0].measure, made[1].measure) == ("Số lao động xuất cảnh: 1.150 người", "")
    assert view(commune).untouched == 0
    undo_action(commune.office)
    assert view(commune).untouched == 2


@pytest.mark.parametrize(
    ("indicator", "value", "unit", "expected"),
    [
        ("Tỷ lệ hộ nghèo", Decimal("0.5"), "%", "Tỷ lệ hộ nghèo: 0,5 %"),
        ("Tỷ lệ hộ nghèo", None, "%", "Tỷ lệ hộ nghèo"),
        ("", Decimal(4), "xã", "4 xã"),
        ("", None, "", ""),
    ],
)
def test_a_measure_reads_as_one_line(indicator: str, value: Decimal | None, unit: str, expected: str) -> None:
    given = ProgrammeItem(indicator=indicator, indicator_value=value, measure_unit=unit)
    assert measure_of(given) == expected


def test_a_document_becomes_items_below_each_other_in_one_step(district: SmallOffice) -> None:
    made = add_programme(district.office, 2022, "Chương trình hành động")
    lines = numbered_lines("I. Kinh tế\n1. Lúa\n2. Sen\nII. Văn hóa")
    added = add_numbered_items(district.office, made, lines)
    assert [one.parent_id for one in added] == ["", added[0].id, added[0].id, ""]
    assert [line.depth for line in view(district).lines[1:]] == [0, 1, 1, 0]
    undo_action(district.office)
    assert view(district).items == 0


def test_an_office_edits_and_deletes_items(district: SmallOffice) -> None:
    made = add_programme(district.office, 2022, "Chương trình")
    head, below = add_items(district.office, made, [{"content": "Lúa"}, {"content": "Sen"}])
    edit_items(
        district.office,
        [
            ItemEdit(ProgrammeItem, below.id, "parent_id", head.id),
            ItemEdit(ProgrammeItem, below.id, "code", "1.1"),
            ItemEdit(Programme, made.id, "kind", "resolution"),
        ],
    )
    line = view(district).lines[2]
    assert line.item is not None
    assert (line.item.code, line.depth, line.programme.kind) == ("1.1", 1, ProgrammeKind.RESOLUTION)
    assert delete_items(district.office, [head.id]) == 2
    assert view(district).items == 0


def test_a_commune_cannot_write_what_the_upper_level_demands(commune: SmallOffice) -> None:
    wanted = item(commune, programme(commune), "1")
    with pytest.raises(SoSenError) as refused:
        edit_items(commune.office, [ItemEdit(ProgrammeItem, wanted.id, "content", "khác")])
    assert refused.value.code is Code.E_READONLY


def test_items_whose_parents_form_a_circle_are_still_shown(district: SmallOffice) -> None:
    made = add_programme(district.office, 2022, "Chương trình")
    one, two = add_items(district.office, made, [{}, {}])
    edit_items(
        district.office,
        [
            ItemEdit(ProgrammeItem, one.id, "parent_id", two.id),
            ItemEdit(ProgrammeItem, two.id, "parent_id", one.id),
        ],
    )
    assert view(district).items == 2


def test_the_sample_commune_has_items_still_to_take_over(sample_year: SampleYear) -> None:
    office = sample_year.open(PHU_DIEN)
    try:
        shown = read_programmes(office, 2022)
        assert shown.items >= 24
        assert 0 < shown.untouched < shown.items
        assert not shown.is_own
        assert {unit.id for unit in shown.units} == {COMMUNE}
    finally:
        office.close()
