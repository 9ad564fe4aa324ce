"""The sheet of targets shows where each one stands, and takes values and explanations cell by cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from desktop.domain.entities import Direction, Period, PeriodKind, TargetValue
from desktop.domain.errors import SoSenError
from desktop.domain.target_figures import Achievement
from desktop.usecases.read_targets import read_targets
from desktop.usecases.target_actions import ValueEdit, create_periods, set_note, set_values
from desktop.usecases.undo_action import undo_action
from tests.helpers.small_office import DISTRICT, SmallOffice


def test_the_newest_value_decides(small: SmallOffice) -> None:
    target = small.target("1", "Dân số tham gia bảo hiểm y tế", "92.5", base_value=Decimal("90.4"))
    for month, value in enumerate(("87.1", "87.6", "88.9", "89.5", "90.2"), 1):
        small.value(target, month, value)
    sheet = read_targets(small.office, 2022)
    line = sheet.lines[0]
    assert (line.current, line.percent, line.achievement) == (
        Decimal("90.2"),
        Decimal("97.5"),
        Achievement.NEARLY,
    )
    assert sheet.current_period is not None
    assert sheet.current_period.number == 7
    assert not sheet.is_read_only
    assert sheet.count(Achievement.NEARLY) == 1


def test_a_quarter_shows_its_newest_month_until_it_has_its_own(small: SmallOffice) -> None:
    target = small.target("1", "Việc làm", "430", is_cumulative=True)
    for month, value in ((1, "28"), (2, "61"), (4, "165")):
        small.value(target, month, value)
    sheet = read_targets(small.office, 2022)
    quarters = sheet.of_kind(PeriodKind.QUARTER)
    cells = [sheet.lines[0].cell(quarter.id) for quarter in quarters]
    assert [cell.value for cell in cells] == [Decimal(61), Decimal(165), None, None]
    assert [cell.is_derived for cell in cells] == [True, True, False, False]
    set_values(small.office, [ValueEdit(target.id, quarters[0].id, Decimal(60))])
    cell = read_targets(small.office, 2022).lines[0].cell(quarters[0].id)
    assert (cell.value, cell.is_derived) == (Decimal(60), False)


def test_an_odd_month_is_named_until_it_is_explained(small: SmallOffice) -> None:
    target = small.target("1", "Bảo hiểm y tế", "92.5")
    for month, value in ((1, "87.1"), (2, "87.6"), (3, "889")):
        small.value(target, month, value)
    march = small.period(3)
    assert dict(read_targets(small.office, 2022).lines[0].odd) == {march.id: Decimal("87.6")}
    set_note(small.office, target.id, march.id, "Số liệu theo cách tính mới")
    line = read_targets(small.office, 2022).lines[0]
    assert not line.odd
    assert line.cell(march.id).note == "Số liệu theo cách tính mới"


def test_a_block_is_one_action_and_undone_as_one(small: SmallOffice) -> None:
    targets = [small.target(str(n), f"Chỉ tiêu {n}", "100") for n in (1, 2)]
    june = small.period(6).id
    set_values(small.office, [ValueEdit(one.id, june, Decimal(50)) for one in targets])
    set_values(small.office, [ValueEdit(one.id, june, Decimal(55)) for one in targets])
    assert [one.value for one in small.store.select(TargetValue)] == [Decimal(55)] * 2
    undo_action(small.office)
    assert [one.value for one in small.store.select(TargetValue)] == [Decimal(50)] * 2
    undo_action(small.office)
    assert small.store.select(TargetValue) == []


def test_an_emptied_cell_without_words_is_gone(small: SmallOffice) -> None:
    target = small.target("1", "Giao quân", "100", direction=Direction.EXACT)
    june = small.period(6).id
    set_values(small.office, [ValueEdit(target.id, june, Decimal(100))])
    set_note(small.office, target.id, june, "đợt 1")
    set_values(small.office, [ValueEdit(target.id, june, None)])
    assert small.store.select(TargetValue)[0].note == "đợt 1"
    set_note(small.office, target.id, june, "")
    assert small.store.select(TargetValue) == []
    set_values(small.office, [ValueEdit(target.id, june, None)])
    set_note(small.office, target.id, june, " ")
    assert small.store.select(TargetValue) == []


def test_another_units_sheet_is_read_only(tmp_path: Path) -> None:
    upper = SmallOffice(tmp_path, DISTRICT)
    upper.commune("30067", "Phú Điền")
    scope = "30067-19840306"
    plan = upper.add(upper.plan.replace(id="", scope=scope))
    target = upper.target("1", "Việc làm", "430", scope=scope, plan_id=plan.id)
    sheet = read_targets(upper.office, 2022, scope)
    assert sheet.is_read_only
    assert [line.id for line in sheet.lines] == [target.id]
    with pytest.raises(SoSenError) as refused:
        set_values(upper.office, [ValueEdit(target.id, upper.period(6).id, Decimal(1))])
    assert refused.value.code == "E_READONLY"


def test_only_the_upper_office_lays_down_periods_and_only_once(tmp_path: Path) -> None:
    upper = SmallOffice(tmp_path / "872", DISTRICT, periods=False)
    with pytest.raises(SoSenError):
        create_periods(upper.office, 2022)
    upper.commune("30067", "Phú Điền")
    create_periods(upper.office, 2022)
    create_periods(upper.office, 2022)
    assert len(upper.store.select(Period)) == 38
    assert read_targets(upper.office, 2022).of_kind(PeriodKind.MONTH)[0].number == 1
