"""The district's table: sums that are sums, a number that opens its rows, one chart, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import translations
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.consolidation.consolidation_screen import CHART, ConsolidationScreen
from desktop.ui.consolidation.heat import TONES, tint
from desktop.ui.consolidation.matrix import MatrixRow
from desktop.ui.consolidation.matrix_columns import sheet_columns
from desktop.ui.grid.delegate import CellDelegate
from desktop.ui.grid.source import Arrangement, ColumnFilter
from desktop.ui.i18n import install_language
from desktop.ui.jobs import DatabaseLane
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import TOKENS, Theme, contrast
from desktop.usecases.behind_figure import Figure
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.export_table import Table, export_table
from desktop.usecases.receive_bundles import take_bundles
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, copy_sample, no_progress
from tests.helpers.screens import Asked, CountedKeys, make_context, show_screen

Key = Qt.Key
Show = Callable[[SampleYear], tuple[ConsolidationScreen, Asked]]


@pytest.fixture(scope="module")
def received(sample_year: SampleYear, tmp_path_factory: pytest.TempPathFactory) -> SampleYear:
    """The sample year after the district took the bundles of twelve communes; Phú Điền has not sent."""
    year = copy_sample(sample_year, tmp_path_factory.mktemp("received") / "year")
    stick = year.folder.parent / "stick"
    for code in set(year.codes) - {PHU_DIEN}:
        with closing(year.open(code)) as office:
            export_bundles(office, stick, no_progress)
    with closing(year.open(DISTRICT)) as office:
        take_bundles(office, sorted(stick.iterdir()), no_progress)
    return year


@pytest.fixture
def show(tmp_path: Path, qtbot: QtBot) -> Iterator[Show]:
    with ExitStack() as stack:

        def show_one(year: SampleYear) -> tuple[ConsolidationScreen, Asked]:
            office = stack.enter_context(closing(year.open(DISTRICT)))
            lane = DatabaseLane(leave=office.close)
            stack.callback(lane.shut_down)
            context, asked = make_context(office, tmp_path, lane)
            screen = ConsolidationScreen(context)
            with qtbot.waitSignal(lane.idle):
                show_screen(screen, qtbot)
            return screen, asked

        yield show_one


def rows(screen: ConsolidationScreen) -> list[MatrixRow]:
    model = screen.panel.model
    found = [model.row(position) for position in range(model.rowCount())]
    return [row for row in found if isinstance(row, MatrixRow)]


def test_the_first_line_is_the_sum_of_the_others_and_says_who_has_sent(
    show: Show, received: SampleYear
) -> None:
    screen, asked = show(received)
    whole, *units = rows(screen)
    assert whole.is_sum
    assert len(units) == 13
    assert whole.row.tasks.total == sum(unit.row.tasks.total for unit in units) > 400
    assert (whole.sent, whole.awaited) == (12, 13)
    late = next(unit for unit in units if unit.id.startswith(PHU_DIEN))
    assert late.is_old
    sent = screen.panel.model.column_index("sent")
    words = [screen.panel.model.index(position, sent).data() for position in range(14)]
    assert words.count("Not sent") == 1
    assert words[0] == "12/13"
    assert asked.errors == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("zoom", [0.9, 1.0, 1.25, 1.5])
def test_whether_a_unit_has_sent_is_read_whole(
    show: Show, received: SampleYear, qapp: QApplication, language: str, zoom: float
) -> None:
    """No pill of the table is shortened, at the width its column has at first."""
    translations.compile_all()
    install_language(qapp, language)
    look().apply(zoom=zoom)
    screen, _asked = show(received)
    view, sent = screen.panel.view, screen.panel.model.column_index("sent")
    cells = [screen.panel.model.index(place, sent) for place in range(len(rows(screen)))]
    assert len({cell.data() for cell in cells}) == 3
    delegate = view.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    assert [delegate.hidden_words(cell) for cell in cells] == [""] * len(cells)


def test_the_sum_stays_on_top_and_follows_the_filter(show: Show, received: SampleYear) -> None:
    screen, _asked = show(received)
    screen.panel.model.arrange(Arrangement(sort=Figure.OVERDUE, descending=True))
    whole, *units = rows(screen)
    overdue = [unit.row.tasks.open_overdue for unit in units]
    assert whole.is_sum
    assert overdue == sorted(overdue, reverse=True)
    screen.panel.model.arrange(Arrangement(filters={"name": ColumnFilter(text="my")}))
    whole, *units = rows(screen)
    assert {unit.row.name for unit in units} >= {"Thị trấn Mỹ An", "Xã Mỹ Hòa"}
    assert whole.row.tasks.total == sum(unit.row.tasks.total for unit in units)
    screen.panel.model.arrange(Arrangement(text="không có xã này"))
    assert rows(screen) == []


def test_the_model_keeps_qts_rules(show: Show, received: SampleYear) -> None:
    screen, _asked = show(received)
    QAbstractItemModelTester(screen.panel.model)
    screen.panel.model.arrange(Arrangement(sort="name"))


def test_enter_on_a_number_opens_as_many_rows_as_it_says_and_esc_comes_back(
    show: Show, received: SampleYear, qtbot: QtBot
) -> None:
    screen, asked = show(received)
    line = next(row for row in rows(screen) if row.row.tasks.open_overdue >= 3 and not row.is_sum)
    screen.panel.view.go_to_key(line.id, Figure.OVERDUE)
    keys = CountedKeys()
    with qtbot.waitSignal(screen.context.lane.idle):
        keys.press(Key.Key_Return)
    assert screen.drill is not None
    assert screen.drill.panel.model.rowCount() == line.row.tasks.open_overdue
    assert screen.drill.title == f"{line.row.name}: {line.row.tasks.open_overdue} overdue task(s)"
    QAbstractItemModelTester(screen.drill.panel.model)
    keys.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((place, table, record_id),) = asked.places
    assert (place, table) == ("plan", "task")
    assert record_id
    keys.press(Key.Key_Escape)
    assert screen.pages.currentIndex() == 0
    assert screen.panel.view.hasFocus()
    assert screen.panel.view.current_row() == line


def test_a_click_on_a_number_of_the_sum_lists_the_rows_of_all_units(
    show: Show, received: SampleYear, qtbot: QtBot
) -> None:
    screen, _asked = show(received)
    view, model = screen.panel.view, screen.panel.model
    area = view.visualRect(model.index(0, model.column_index(Figure.DUE_SOON)))
    with qtbot.waitSignal(screen.context.lane.idle):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    whole = rows(screen)[0]
    assert screen.drill is not None
    assert screen.drill.panel.model.rowCount() == whole.row.tasks.due_soon
    assert screen.drill.panel.model.columns[0].key == "unit_name"


@pytest.mark.parametrize("figure", list(Figure), ids=str)
def test_every_figure_has_its_list(show: Show, received: SampleYear, qtbot: QtBot, figure: Figure) -> None:
    screen, asked = show(received)
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.open_figure(rows(screen)[0], figure)
    assert screen.drill is not None
    model = screen.drill.panel.model
    for position in range(min(model.rowCount(), 3)):
        for column in range(model.columnCount()):
            assert isinstance(model.index(position, column).data(), str)
    assert asked.errors == []


def test_the_chart_has_a_bar_for_each_unit_with_tasks(show: Show, received: SampleYear) -> None:
    screen, _asked = show(received)
    screen.tabs.show_key(CHART)
    chart = screen.chart.chart
    assert chart is not None
    bars, line = chart.series
    assert len(bars.values) == 12
    assert list(bars.values) == sorted((value or 0 for value in bars.values), reverse=True)
    assert len(line.values) == 1
    assert "%" in screen.chart.accessibleDescription()


def test_before_anything_came_one_sentence_and_one_button_lead_to_the_bundles(
    show: Show, sample_year: SampleYear, tmp_path: Path
) -> None:
    screen, asked = show(copy_sample(sample_year, tmp_path / "year"))
    assert screen.pages.currentIndex() == 1
    screen._receive()
    assert asked.places == [("bundles", "work", "")]


def test_a_unit_named_from_elsewhere_is_gone_to(show: Show, received: SampleYear) -> None:
    screen, _asked = show(received)
    wanted = rows(screen)[5]
    screen.show_record("unit", wanted.id)
    assert screen.panel.view.current_row() == wanted


def test_the_spreadsheet_has_numbers_not_words(show: Show, received: SampleYear, tmp_path: Path) -> None:
    screen, _asked = show(received)
    columns = sheet_columns(screen.panel.model.columns)
    lines = rows(screen)
    table = Table(
        "Bảng",
        tuple(column.header for column in columns),
        tuple(column.kind for column in columns),
        [[column.export_of(line) for column in columns] for line in lines],
    )
    export_table(tmp_path / "bang.xlsx", table)
    sheet = load_workbook(tmp_path / "bang.xlsx").active
    headers = [cell.value for cell in sheet[3]]
    first = [cell.value for cell in sheet[4]]
    assert first[headers.index("Tasks")] == lines[0].row.tasks.total
    assert first[headers.index("Targets")] == lines[0].row.targets
    assert first[headers.index("Targets reached")] == lines[0].row.targets_reached


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_numbers_on_tinted_cells_stay_readable(theme: Theme) -> None:
    look().apply(theme)
    for tone in TONES.values():
        for share in (0.01, 0.5, 1.0):
            assert contrast(TOKENS[theme].text, tint(tone, share).name()) >= 4.5
