"""A commune makes tasks of what the upper level demands, without a mouse; an office writes the demands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Plan, PlanState, Programme, ProgrammeItem, Task
from desktop.ui.programme.columns import TICK
from desktop.ui.programme.item_panel import FORM
from desktop.ui.programme.screen import ProgrammeScreen
from tests.helpers.small_office import DISTRICT, SmallOffice
from tests.ui.plan.kit import Shown, copy, shown

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Programmes = Shown[ProgrammeScreen]


def demand(small: SmallOffice) -> None:
    """A programme with two items."""
    programme = small.add(Programme(scope=DISTRICT, year=2022, title="Chương trình hành động"))
    for order, words in enumerate(("Trồng sen", "Đưa lao động"), start=1):
        item = ProgrammeItem(scope=DISTRICT, programme_id=programme.id, order=order, code=f"I.{order}")
        small.add(item.replace(content=words, due_on=date(2022, 12, 10)))


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    office = SmallOffice(tmp_path / "data", periods=False)
    demand(office)
    return office


@pytest.fixture
def commune(small: SmallOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Programmes]:
    with shown(ProgrammeScreen, small.office, tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def office(tmp_path: Path) -> SmallOffice:
    made = SmallOffice(tmp_path / "data", DISTRICT, periods=False)
    made.commune("30067", "Xã Phú Điền")
    return made


@pytest.fixture
def district(office: SmallOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Programmes]:
    demand(office)
    with shown(ProgrammeScreen, office.office, tmp_path, qtbot) as made:
        yield made


def texts(made: Programmes, column: str) -> list[str]:
    model = made.screen.list.model
    place = model.column_index(column)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_items_are_read_with_the_tasks_that_take_them_over(commune: Programmes) -> None:
    assert texts(commune, "content") == ["Chương trình hành động", "Trồng sen", "Đưa lao động"]
    assert texts(commune, "taken") == ["", "No task", "No task"]
    line = commune.screen.current()
    assert line is not None
    assert line.item is not None
    assert line.item.code == "I.1"
    QAbstractItemModelTester(commune.screen.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    commune.screen.refresh()


def test_two_ticked_items_become_two_tasks_by_four_keys(
    commune: Programmes, small: SmallOffice, qtbot: QtBot
) -> None:
    commune.keys.press(Key.Key_Space)
    commune.keys.press(Key.Key_Down)
    commune.keys.press(Key.Key_Space)
    assert commune.screen.head.main_button.text() == "Make 2 task(s)  Ctrl+Enter"
    commune.keys.press(Key.Key_Return, CTRL)
    commune.settle(qtbot, writes=1)
    assert commune.keys.presses == 4
    assert [task.title for task in small.store.select(Task)] == ["Trồng sen", "Đưa lao động"]
    assert texts(commune, "taken") == ["", "1 task(s)", "1 task(s)"]
    assert commune.asked.notices == ["2 task(s) added to the plan"]


def test_without_a_tick_the_current_item_becomes_a_task(
    commune: Programmes, small: SmallOffice, qtbot: QtBot
) -> None:
    commune.screen.head.main_button.click()
    commune.settle(qtbot, writes=1)
    assert [task.title for task in small.store.select(Task)] == ["Trồng sen"]
    covers = commune.screen.panel.covers
    assert covers.rowCount() == 1
    commune.screen.panel.view.opened.emit(covers.row(0))
    assert commune.asked.places == [("plan", "task", small.store.select(Task)[0].id)]


def test_a_tick_is_taken_away_again_and_by_its_cell_too(commune: Programmes) -> None:
    model = commune.screen.list.model
    model.setData(model.index(1, model.column_index(TICK)), True)
    assert len(commune.screen.data.ticked) == 1
    commune.screen.maker.tick()
    assert not commune.screen.data.ticked


def test_a_commune_cannot_change_what_is_demanded(commune: Programmes, small: SmallOffice) -> None:
    model = commune.screen.list.model
    for column in range(model.columnCount()):
        editable = bool(model.flags(model.index(1, column)) & Qt.ItemFlag.ItemIsEditable)
        assert editable == (model.columns[column].key == TICK)
    commune.screen.items.delete()
    assert len(small.store.select(ProgrammeItem)) == 2


def test_a_year_without_a_plan_gets_one_with_its_first_tasks(
    small: SmallOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with small.store.work(user="", label="delete_record") as work:
        work.delete(small.plan)
    with shown(ProgrammeScreen, small.office, tmp_path, qtbot) as made:
        made.screen.maker.make_tasks()
        made.settle(qtbot, writes=1)
    plan = small.store.select(Plan)[0]
    assert [task.plan_id for task in small.store.select(Task)] == [plan.id]


def test_a_frozen_plan_takes_no_more_tasks(commune: Programmes, small: SmallOffice) -> None:
    with small.store.work(user="", label="edit_record") as work:
        work.save(small.plan.replace(state=PlanState.FROZEN))
    commune.screen.maker.make_tasks()
    assert not small.store.select(Task)
    assert commune.asked.notices == ["The plan is frozen; no task can be added."]


def test_a_commune_without_a_programme_is_sent_to_the_bundles(tmp_path: Path, qtbot: QtBot) -> None:
    empty = SmallOffice(tmp_path / "data", periods=False)
    with shown(ProgrammeScreen, empty.office, tmp_path, qtbot) as made:
        assert made.screen.empty.sentence == "No programme has been received yet."
        made.screen.empty.button.click()
        assert made.asked.places == [("bundles", "", "")]


def test_an_office_adds_edits_and_deletes_items(
    district: Programmes, office: SmallOffice, qtbot: QtBot
) -> None:
    district.keys.press(Key.Key_N, CTRL)
    district.keys.type("Giảm nghèo")
    district.keys.press(Key.Key_Return)
    district.settle(qtbot, writes=2)
    assert texts(district, "content")[3] == "Giảm nghèo"
    assert texts(district, "taken") == ["", "0 of 1 units", "0 of 1 units", "0 of 1 units"]
    district.screen.list.go_to(office.store.select(ProgrammeItem)[0].id, "content")
    district.screen.view.setFocus()
    district.keys.press(Key.Key_Delete, CTRL)
    district.settle(qtbot, writes=3)
    assert [item.content for item in office.store.select(ProgrammeItem)] == ["Đưa lao động", "Giảm nghèo"]


def test_a_word_document_becomes_items(district: Programmes, office: SmallOffice, qtbot: QtBot) -> None:
    copy("III. Văn hóa\n1. Thể thao\n2. Thư viện")
    district.screen.head.actions_by_name["paste"].trigger()
    district.settle(qtbot, writes=1)
    assert len(office.store.select(ProgrammeItem)) == 5
    assert texts(district, "content")[3:] == ["Văn hóa", "    Thể thao", "    Thư viện"]
    copy("")
    district.screen.head.actions_by_name["paste"].trigger()
    assert len(office.store.select(ProgrammeItem)) == 5


def test_a_block_pasted_below_the_end_becomes_items(
    district: Programmes, office: SmallOffice, qtbot: QtBot
) -> None:
    model = district.screen.list.model
    district.screen.view.go_to(2, model.column_index("code"))
    copy("I.2\tĐưa 150 lao động\t31/12/2022\nI.3\tGiảm nghèo\t30/11/2022\n")
    district.keys.press(Key.Key_V, CTRL)
    district.settle(qtbot, writes=2)
    kept = {item.code: (item.content, item.due_on) for item in office.store.select(ProgrammeItem)}
    assert kept["I.2"] == ("Đưa 150 lao động", date(2022, 12, 31))
    assert kept["I.3"] == ("Giảm nghèo", date(2022, 11, 30))


def test_an_office_edits_an_item_and_its_document_in_the_panel(
    district: Programmes, office: SmallOffice, qtbot: QtBot
) -> None:
    district.screen.open_detail()
    district.screen.panel.tabs.show_key(FORM)
    district.screen.panel.item_form.rows["indicator"].editor.setFocus()
    district.keys.type("So ha")
    district.screen.view.setFocus()
    district.settle(qtbot, writes=1)
    assert office.store.select(ProgrammeItem)[0].indicator == "So ha"
    district.screen.view.go_to(0, 0)
    district.screen.panel.programme_form.rows["number"].editor.setFocus()
    district.keys.type("12-CTr/HU")
    district.screen.view.setFocus()
    district.settle(qtbot, writes=2)
    assert office.store.select(Programme)[0].number == "12-CTr/HU"


def test_a_new_office_begins_with_a_programme(office: SmallOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(ProgrammeScreen, office.office, tmp_path, qtbot) as made:
        made.screen.empty.button.click()
        made.settle(qtbot, writes=1)
        assert made.screen.panel.programme_form.isVisible()
    assert office.store.select(Programme)[0].title == "Action programme 2022"


def test_a_search_hit_opens_its_row(district: Programmes, office: SmallOffice) -> None:
    wanted = office.store.select(ProgrammeItem)[1]
    district.screen.show_record("programme_item", wanted.id)
    line = district.screen.current()
    assert line is not None
    assert line.id == wanted.id
