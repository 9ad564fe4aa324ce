"""Seven targets are brought up to date by keys alone; a slip is asked about and never stands in the way."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Direction, Period, Target, TargetValue
from desktop.ui.i18n import ENGLISH, VIETNAMESE, install_language
from desktop.ui.jobs import DatabaseLane
from desktop.ui.targets.columns import months_in
from desktop.ui.targets.screen import TargetsScreen
from desktop.ui.targets.sheet_grid import SheetGrid
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.undo_action import undo_action
from tests.helpers.offices import SampleYear
from tests.helpers.screens import Asked, CountedKeys, make_context, show_screen
from tests.helpers.small_office import DISTRICT, SmallOffice

Key = Qt.Key


class Shown:
    """The screen in a window, with its office and what it asked for."""

    def __init__(self, small: SmallOffice, screen: TargetsScreen, asked: Asked) -> None:
        self.small, self.screen, self.asked = small, screen, asked
        self.keys = CountedKeys()

    @property
    def grid(self) -> SheetGrid:
        assert self.screen.grid is not None
        return self.screen.grid

    def cell(self, row: int, column: str) -> str:
        index = self.grid.model.index(row, self.grid.model.column_index(column))
        return str(index.data())

    def month(self, number: int) -> str:
        return self.small.period(number).id

    def go(self, row: int, column: str) -> None:
        self.grid.view.go_to(row, self.grid.model.column_index(column))


def show(small: SmallOffice, folder: Path, lane: DatabaseLane, qtbot: QtBot) -> Shown:
    context, asked = make_context(small.office, folder, lane)
    screen = TargetsScreen(context)
    show_screen(screen, qtbot)
    return Shown(small, screen, asked)


@pytest.fixture
def shown(tmp_path: Path, lane: DatabaseLane, qtbot: QtBot) -> Shown:
    small = SmallOffice(tmp_path / "data")
    insured = small.target("1", "Dân số tham gia bảo hiểm y tế", "92.5", base_value=Decimal("90.4"))
    for month, value in enumerate(("87.1", "87.6", "88.9", "89.5", "90.2", "90.6"), 1):
        small.value(insured, month, value)
    for number in range(2, 8):
        target = small.target(str(number), f"Chỉ tiêu {number}", "100", is_cumulative=True)
        small.value(target, 6, "40")
    return show(small, tmp_path, lane, qtbot)


def test_the_present_month_is_where_typing_begins(shown: Shown) -> None:
    view = shown.grid.view
    assert shown.grid.model.columns[view.currentIndex().column()].header == "M7"
    heads = [column.header for column in shown.grid.model.columns if column.key in shown.grid.periods]
    assert heads == ["M2", "M3", "M4", "M5", "M6", "M7"]
    assert (shown.cell(0, "planned"), shown.cell(0, "current")) == ("≥ 92.5", "90.6")
    assert (shown.cell(0, "percent"), shown.cell(0, "achievement")) == ("98%", "Nearly")


def test_seven_figures_take_their_digits_and_an_enter_each(shown: Shown) -> None:
    for value in ("91.2", "45", "46", "47", "48", "49", "50"):
        shown.keys.type(value)
        shown.keys.press(Key.Key_Return)
    assert shown.keys.presses == sum(map(len, ("91.2", "45", "46", "47", "48", "49", "50"))) + 7
    assert shown.cell(0, shown.month(7)) == "91.2"
    assert shown.cell(6, "current") == "50"
    assert len(shown.small.store.select(TargetValue, period_id=shown.month(7))) == 7
    assert not shown.screen.odd.strip.isVisible()


@pytest.mark.parametrize(("language", "typed"), [(VIETNAMESE, "91.25"), (ENGLISH, "91,25")])
def test_a_number_written_the_other_language_s_way_is_refused_with_a_reason(
    shown: Shown, qapp: QApplication, language: str, typed: str
) -> None:
    """A point that could part thousands is asked about, never guessed; in English the same of a comma."""
    install_language(qapp, language)
    shown.keys.type(typed)
    shown.keys.press(Key.Key_Return)
    QApplication.processEvents()
    assert shown.grid.view.bubble.text
    assert shown.grid.view.state() == QAbstractItemView.State.EditingState
    assert shown.small.store.select(TargetValue, period_id=shown.month(7)) == []


def test_an_odd_figure_is_kept_and_asked_about_while_work_goes_on(shown: Shown, qtbot: QtBot) -> None:
    shown.keys.type("912")
    shown.keys.press(Key.Key_Return)
    QApplication.processEvents()
    strip = shown.screen.odd.strip
    assert strip.isVisible()
    assert strip.sentence == ("Dân số tham gia bảo hiểm y tế, M7: 912, before it 90.6. Is this figure right?")
    assert shown.cell(0, shown.month(7)) == "912"
    shown.keys.type("45")
    shown.keys.press(Key.Key_Return)
    QApplication.processEvents()
    assert strip.isVisible()
    strip.reason.setFocus()
    shown.keys.type("Theo so moi")
    shown.keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not strip.isVisible())
    noted = [one for one in shown.small.store.select(TargetValue) if one.note]
    assert [(one.value, one.note) for one in noted] == [(Decimal(912), "Theo so moi")]


def test_an_odd_figure_can_be_corrected_at_once(shown: Shown) -> None:
    shown.keys.type("912")
    shown.keys.press(Key.Key_Return)
    QApplication.processEvents()
    shown.screen.odd.strip.correct.click()
    assert shown.grid.view.currentIndex().row() == 0
    shown.keys.type("91.2")
    shown.keys.press(Key.Key_Return)
    QApplication.processEvents()
    assert shown.cell(0, shown.month(7)) == "91.2"
    assert not shown.screen.odd.strip.isVisible()


def test_a_block_from_a_spreadsheet_is_one_action(shown: Shown) -> None:
    QGuiApplication.clipboard().setText("91.5\n41\n42\n")
    shown.keys.press(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [shown.cell(row, shown.month(7)) for row in range(4)] == ["91.5", "41", "42", ""]
    undo_action(shown.small.office)
    shown.screen.refresh()
    assert shown.cell(0, shown.month(7)) == ""


def test_the_note_of_a_cell_is_kept_when_it_is_left(shown: Shown) -> None:
    shown.go(0, shown.month(6))
    note = shown.screen.detail.note
    note.setFocus()
    shown.keys.type("Da doi chieu")
    shown.grid.view.setFocus()
    QApplication.processEvents()
    insured = shown.small.store.select(Target, code="1")[0].id
    held = shown.small.store.select(TargetValue, target_id=insured, period_id=shown.month(6))
    assert [one.note for one in held] == ["Da doi chieu"]
    shown.go(1, shown.month(6))
    assert note.toPlainText() == ""


def test_quarters_show_the_newest_month_and_take_a_figure_of_their_own(shown: Shown) -> None:
    shown.screen.tabs.show_key("quarters")
    quarters = [shown.small.period(number, "quarter").id for number in (1, 2, 3)]
    assert [shown.cell(0, quarter) for quarter in quarters] == ["88.9", "90.6", ""]
    shown.go(0, quarters[1])
    shown.grid.view.setFocus()
    shown.keys.type("90.5")
    shown.keys.press(Key.Key_Return)
    assert shown.cell(0, quarters[1]) == "90.5"


def test_a_narrow_window_shows_fewer_months_and_keeps_the_caret(shown: Shown, qtbot: QtBot) -> None:
    shown.screen.resize(846, 560)
    qtbot.waitUntil(lambda: len(shown.grid.periods) < 6)
    heads = [column.header for column in shown.grid.model.columns if column.key in shown.grid.periods]
    assert heads == ["M5", "M6", "M7"]
    assert shown.grid.view.hasFocus()
    assert [months_in(width) for width in (300, 846, 900, 1120, 1900)] == [2, 4, 5, 6, 6]


def test_the_future_cannot_be_filled_in(shown: Shown) -> None:
    shown.screen.tabs.show_key("months")
    model = shown.grid.model
    december = model.columns[model.column_index(shown.month(12))]
    assert not model.can_edit(model.row(0), december)


def test_the_chart_follows_the_target(shown: Shown, qtbot: QtBot) -> None:
    chart = shown.screen.detail.chart
    assert chart.chart is not None
    assert [one.values[0] for one in chart.chart.series] == [87.1, 92.5, 90.4]
    assert "M6 90.6" in chart.accessibleDescription()
    qtbot.waitUntil(lambda: chart.ready, timeout=30_000)
    shown.go(1, shown.month(7))
    assert chart.chart.series[0].values[5] == 40.0
    shown.screen.toggle_detail()
    assert not shown.screen.detail.isVisible()


def test_every_view_keeps_qts_rules(shown: Shown) -> None:
    for key in ("recent", "months", "quarters", "long"):
        shown.screen.tabs.show_key(key)
        QAbstractItemModelTester(
            shown.grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shown.grid.panel
        )
        shown.screen.refresh()
    assert shown.asked.errors == []


def test_the_head_counts_the_words_and_search_leads_to_the_row(shown: Shown) -> None:
    target = shown.small.store.select(Target)[3]
    shown.screen.show_record("target", target.id)
    assert shown.grid.current()[0] == shown.screen.sheet.line(target.id)  # type: ignore[union-attr]
    shown.keys.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.asked.places == [("plan", "target", target.id)]


def test_a_yes_or_no_target_reads_as_words(tmp_path: Path, lane: DatabaseLane, qtbot: QtBot) -> None:
    small = SmallOffice(tmp_path / "data")
    target = small.target("1", "Xã đạt tiêu chí về y tế", "1", direction=Direction.BOOL, measure_unit="")
    small.value(target, 6, "1")
    shown = show(small, tmp_path, lane, qtbot)
    assert (shown.cell(0, "planned"), shown.cell(0, shown.month(6))) == ("yes", "yes")
    assert shown.cell(0, "achievement") == "Reached"
    assert shown.screen.detail.chart.chart is None


def test_what_is_missing_is_said_with_the_one_thing_that_helps(
    tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    bare = show(SmallOffice(tmp_path / "a", periods=False), tmp_path, lane, qtbot)
    bare.screen.findChildren(EmptyState)[0].button.click()
    small = SmallOffice(tmp_path / "b", periods=False)
    small.target("1", "Việc làm", "430")
    waiting = show(small, tmp_path, lane, qtbot)
    waiting.screen.findChildren(EmptyState)[-1].button.click()
    upper = SmallOffice(tmp_path / "c", DISTRICT, periods=False)
    upper.commune("30067", "Phú Điền")
    above = show(upper, tmp_path, lane, qtbot)
    above.screen.findChildren(EmptyState)[-1].button.click()
    assert (bare.asked.places, waiting.asked.places) == ([("plan", "target", "")], [("bundles", "", "")])
    assert len(upper.store.select(Period)) == 38
    assert above.asked.changed == [frozenset({"period"})]


def test_an_upper_office_reads_each_units_sheet(
    sample_year: SampleYear, tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    office = sample_year.open("872")
    context, asked = make_context(office, tmp_path, lane)
    screen = TargetsScreen(context)
    qtbot.addWidget(screen)
    screen.activate()
    assert screen.units.count() == 13
    assert screen.units.isVisibleTo(screen)
    assert screen.sheet is not None
    assert screen.sheet.is_read_only
    screen.show_record("unit", screen.units.itemData(5))
    assert screen.sheet.unit == screen.units.itemData(5)
    office.close()
    assert asked.errors == []
