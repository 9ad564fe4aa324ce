"""Progress: where all work stands, narrowed down by click or by key, and taken to a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.domain.vietnamese import sort_key
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.row_heights import RowHeights
from desktop.ui.grid.source import Arrangement, ColumnFilter
from desktop.ui.jobs import DatabaseLane
from desktop.ui.progress import panel as panel_module
from desktop.ui.progress.screen import ProgressScreen
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases import task_pages, task_sorting
from desktop.usecases.progress_view import DueClass, ProgressLine
from tests.helpers.screens import Asked, make_context, show_screen
from tests.helpers.small_office import SmallOffice
from tests.ui.progress.kit import COMMUNES, YEAR, District

PHU_DIEN = COMMUNES[1]


class Shown:
    """A screen of an office with what it asked of the window."""

    def __init__(self, office: SmallOffice, folder: Path, qtbot: QtBot, year: int = YEAR) -> None:
        self.office, self.qtbot = office, qtbot
        self.lane = DatabaseLane(leave=office.office.close)
        self.context: ScreenContext
        self.asked: Asked
        self.context, self.asked = make_context(office.office, folder, self.lane, year)
        self.screen = ProgressScreen(self.context)
        self.tester = QAbstractItemModelTester(
            self.screen.panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        show_screen(self.screen, qtbot)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.lane.busy and self.screen.panel.is_whole)

    def rows(self) -> list[ProgressLine]:
        model = self.screen.panel.model
        lines = [model.row(place) for place in range(model.rowCount())]
        assert None not in lines, "a row of the list could not be read"
        return [line for line in lines if line is not None]

    def current(self) -> ProgressLine:
        line = self.screen.panel.view.current_row()
        assert isinstance(line, ProgressLine)
        return line

    def close(self) -> None:
        self.lane.shut_down()
        self.office.office.close()


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(District(tmp_path / "data", tasks=40), tmp_path, qtbot)
    yield made
    made.close()


def test_a_district_sees_the_work_of_all_units_and_what_is_pressing(shown: Shown) -> None:
    assert {line.unit for line in shown.rows()} == {name for _code, name in COMMUNES}
    chips = shown.screen.chips
    overdue = sum(line.due is DueClass.OVERDUE for line in shown.rows())
    assert chips.button("overdue").text().endswith(f" {overdue}")
    assert not shown.asked.errors


@pytest.mark.parametrize("key", ["overdue", "soon", "blocked", "unled"])
def test_a_chip_shows_as_many_rows_as_it_says_and_lets_go_when_pressed_again(shown: Shown, key: str) -> None:
    everything = len(shown.rows())
    button = shown.screen.chips.button(key)
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown.settle()
    assert button.text().endswith(f" {len(shown.rows())}")
    assert 0 < len(shown.rows()) < everything
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown.rows()) == everything


def test_a_filter_is_chosen_with_the_keyboard_alone(shown: Shown) -> None:
    choice = shown.screen.filters.choices["unit"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert {line.unit for line in shown.rows()} == {choice.currentText()}
    QTest.keyClick(choice, Qt.Key.Key_Up)
    assert len({line.unit for line in shown.rows()}) == len(COMMUNES)


def test_filters_above_and_in_the_columns_are_the_same(shown: Shown) -> None:
    model, choice = shown.screen.panel.model, shown.screen.filters.choices["field"]
    one, two = "Kinh tế", "Quốc phòng - An ninh"
    model.arrange(Arrangement().with_filter("field", ColumnFilter(words=frozenset({one}))))
    assert choice.currentText() == one
    model.arrange(Arrangement().with_filter("field", ColumnFilter(words=frozenset({one, two}))))
    assert "2" in choice.currentText()
    shown.screen.panel.show_all()
    assert choice.currentIndex() == 0


def test_a_chip_keeps_the_unit_that_was_chosen(shown: Shown) -> None:
    shown.screen.filters.choose("unit", frozenset({PHU_DIEN[1]}))
    shown.screen.chips.button("overdue").click()
    assert {line.unit for line in shown.rows()} == {PHU_DIEN[1]}
    assert {line.due for line in shown.rows()} == {DueClass.OVERDUE}


def test_enter_leads_to_the_task_in_its_plan(shown: Shown) -> None:
    view = shown.screen.panel.view
    view.go_to(4)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown.asked.places == [("plan", "task", shown.rows()[4].id)]


def test_a_filter_leaves_a_row_to_go_on_from(shown: Shown) -> None:
    shown.screen.panel.view.go_to(59)
    shown.screen.filters.choose("unit", frozenset({COMMUNES[0][1]}))
    QTest.keyClick(shown.screen.panel.view, Qt.Key.Key_Return)
    assert len(shown.asked.places) == 1


def test_a_task_is_found_behind_any_filter(shown: Shown) -> None:
    wanted = next(line for line in shown.rows() if line.due is not DueClass.OVERDUE)
    shown.screen.chips.button("overdue").click()
    shown.screen.show_record("task", wanted.id)
    assert shown.current().id == wanted.id


def test_a_units_name_elsewhere_leads_to_its_tasks(shown: Shown) -> None:
    shown.screen.show_record("unit", f"{PHU_DIEN[0]}-19840306")
    assert {line.unit for line in shown.rows()} == {PHU_DIEN[1]}


def test_the_spreadsheet_has_all_rows_of_the_filter_and_the_columns_in_sight(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Tiến độ.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    shown.screen.filters.choose("unit", frozenset({PHU_DIEN[1]}))
    shown.screen.panel.export()
    shown.settle()
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    cells = [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert [row[0] for row in cells] == [PHU_DIEN[1]] * len(shown.rows())
    titles = {line.title for line in shown.rows()}
    assert titles == {row[2] for row in cells}
    assert shown.asked.notices


def test_a_change_elsewhere_is_shown_and_the_place_kept(shown: Shown) -> None:
    view = shown.screen.panel.view
    view.go_to(7)
    line = shown.rows()[7]
    with shown.office.store.writing() as connection:
        connection.execute("UPDATE task SET title = 'Việc đã sửa' WHERE id = ?", (line.id,))
    shown.screen.data_changed(frozenset({"task"}))
    shown.settle()
    assert shown.current().title == "Việc đã sửa"


def test_a_long_list_can_be_used_while_its_end_is_still_looked_for(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_pages, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(panel_module, "SLICE_SECONDS", 0.0)
    shown = Shown(District(tmp_path / "data", tasks=150), tmp_path, qtbot)
    assert len(shown.rows()) == 450
    shown.screen.panel.model.arrange(Arrangement(sort="unit", descending=True))
    assert not shown.screen.panel.is_whole
    before = len(shown.rows())
    assert before < 450
    shown.settle()
    assert len(shown.rows()) == 450
    assert shown.rows()[before].unit
    shown.close()


@pytest.fixture
def long(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    """A list that is found and sorted a step at a time, as one of 100,000 rows is."""
    monkeypatch.setattr(task_pages, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(task_pages, "SHORT", 0)
    monkeypatch.setattr(panel_module, "SLICE_SECONDS", 0.0)
    monkeypatch.setattr(task_sorting, "_STEP", 20)
    monkeypatch.setattr(task_sorting, "_RUN", 50)
    made = Shown(District(tmp_path / "data", tasks=150), tmp_path, qtbot)
    yield made
    made.close()


def ids_by_title(lines: list[ProgressLine], *, descending: bool = False) -> list[str]:
    """Equal titles stay in the plans' order."""
    return [line.id for line in sorted(lines, key=lambda one: sort_key(one.title), reverse=descending)]


def test_while_a_long_list_is_sorted_it_can_be_read_and_the_window_answers(long: Shown) -> None:
    """A clerk at the district sorts 100,000 tasks and goes on working; the list says what it does."""
    before = long.rows()
    panel, seen = long.screen.panel, []
    panel.model.arrange(Arrangement(sort="title"))
    ticks = QTimer(interval=0)
    ticks.timeout.connect(lambda: seen.append((panel.counted.text(), {line.id for line in long.rows()})))
    with long.qtbot.waitSignal(panel.whole):
        ticks.start()
    ticks.stop()
    sorting = [rows for words, rows in seen if words == "Sorting…"]
    assert len(sorting) > 20
    assert all(rows == {line.id for line in before} for rows in sorting)
    assert [line.id for line in long.rows()] == ids_by_title(before)
    assert panel.counted.text() != "Sorting…"


def test_a_newer_wish_ends_a_sorting(long: Shown) -> None:
    """Whoever clicked the wrong column need not wait for it."""
    before, panel = long.rows(), long.screen.panel
    panel.model.arrange(Arrangement(sort="title"))
    with long.qtbot.waitSignal(panel.model.rowsInserted):
        pass
    given_up = panel.source.shown.pages
    panel.model.arrange(Arrangement(sort="title", descending=True))
    long.settle()
    assert not given_up.is_whole
    assert [line.id for line in long.rows()] == ids_by_title(before, descending=True)


def test_a_task_asked_for_meanwhile_is_gone_to_when_the_list_is_sorted(long: Shown) -> None:
    """A link from another page finds its task in a list that is not ready yet."""
    wanted = long.rows()[-1].id
    long.screen.panel.model.arrange(Arrangement(sort="title"))
    long.screen.show_record("task", wanted)
    long.settle()
    assert long.current().id == wanted


def test_a_filter_set_far_down_measures_only_the_rows_in_sight(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(District(tmp_path / "data", tasks=300), tmp_path, qtbot)
    view = shown.screen.panel.view
    view.go_to(len(shown.rows()) - 1)
    view.viewport().repaint()
    asked: list[int] = []
    measure = RowHeights._wanted

    def listen(heights: RowHeights, place: int) -> int:
        asked.append(place)
        return measure(heights, place)

    monkeypatch.setattr(RowHeights, "_wanted", listen)
    shown.screen.filters.choose("unit", frozenset({COMMUNES[0][1]}))
    assert len(shown.rows()) == 300
    assert len(set(asked)) < 60
    shown.close()


def test_an_empty_year_says_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    shown = Shown(SmallOffice(tmp_path / "data", periods=False), tmp_path, qtbot)
    empty = shown.screen.panel.findChild(EmptyState)
    assert not shown.rows()
    assert empty is not None
    assert "unit" not in shown.screen.filters.choices
    shown.close()


def test_every_part_has_a_name_for_screen_readers(shown: Shown) -> None:
    parts = [*shown.screen.filters.choices.values(), shown.screen.panel.view, shown.screen.panel.search]
    assert all(part.accessibleName() for part in parts)
    assert shown.screen.shortcut_help()
