"""The grid under a clerk's hands: keys, editing, blocks, sorting, filtering, remembering."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.grid.column import Column
from desktop.ui.grid.column_menu import ColumnMenu
from desktop.ui.grid.delegate import CellDelegate
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import Arrangement, ListSource
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import ZOOM_STEPS, Type
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.tips import tip_words
from tests.ui.grid.kit import LINES, SAMPLE_DAY, Line, Office, make_model, show_panel, source, texts

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def panel(qtbot: QtBot, office: Office) -> GridPanel:
    return show_panel(qtbot, make_model(office))


def go(panel: GridPanel, row: int, column: str) -> None:
    panel.view.go_to(row, panel.model.column_index(column))


def cell(panel: GridPanel) -> tuple[int, str]:
    index = panel.view.currentIndex()
    return index.row(), panel.model.columns[index.column()].key


def editor(panel: GridPanel) -> QWidget:
    """The editor that is open, which has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.property("role") == "cell"
    return focus


def press(qtbot: QtBot, panel: GridPanel, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or panel.view
    qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def type_in(qtbot: QtBot, panel: GridPanel, words: str) -> None:
    """Key by key, as the system sends them; also letters that QTest cannot send."""
    for letter in words:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            key = ord(letter.upper()) if letter.isascii() else 0
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget() or panel.view, event)


# --- editing ---------------------------------------------------------------------------------------------


def test_typing_starts_an_edit_and_enter_saves_and_goes_down(
    qtbot: QtBot, panel: GridPanel, office: Office
) -> None:
    go(panel, 1, "percent")
    type_in(qtbot, panel, "75")
    press(qtbot, panel, Qt.Key.Key_Return)
    assert office.rows["t1"].percent == 75
    assert cell(panel) == (2, "percent")


def test_enter_steps_over_the_key_tasks(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 2, "percent")
    press(qtbot, panel, Qt.Key.Key_Return)
    assert cell(panel) == (4, "percent")


def test_esc_leaves_the_cell_as_it_was(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    go(panel, 1, "percent")
    type_in(qtbot, panel, "9")
    press(qtbot, panel, Qt.Key.Key_Escape)
    assert office.written == []
    assert texts(panel.model, "percent")[1] == "60 %"


def test_f2_edits_what_is_there(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 1, "title")
    press(qtbot, panel, Qt.Key.Key_F2)
    opened = editor(panel)
    assert isinstance(opened, QPlainTextEdit)
    assert opened.toPlainText() == "Củng cố Ban Giám đốc"


def test_tab_saves_and_opens_the_next_cell(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    go(panel, 1, "due")
    type_in(qtbot, panel, "1/7")
    press(qtbot, panel, Qt.Key.Key_Tab)
    assert office.rows["t1"].due == date(2022, 7, 1)


def test_leaving_the_cell_for_another_place_saves_it(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    go(panel, 1, "percent")
    type_in(qtbot, panel, "15")
    panel.search.setFocus()
    qtbot.waitUntil(lambda: office.rows["t1"].percent == 15)


def test_alt_enter_breaks_a_line_inside_a_long_text(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    go(panel, 1, "title")
    type_in(qtbot, panel, "a")
    press(qtbot, panel, Qt.Key.Key_Return, ALT)
    type_in(qtbot, panel, "b")
    press(qtbot, panel, Qt.Key.Key_Return)
    assert office.rows["t1"].title == "a\nb"


def test_a_value_that_is_refused_is_offered_again_with_the_reason(
    qtbot: QtBot, panel: GridPanel, office: Office
) -> None:
    go(panel, 1, "percent")
    type_in(qtbot, panel, "750")
    press(qtbot, panel, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.view.bubble.isVisible)
    opened = editor(panel)
    assert isinstance(opened, QLineEdit)
    assert opened.text() == "750"
    assert "100" in panel.view.bubble.text
    assert office.rows["t1"].percent == 60
    assert cell(panel) == (1, "percent")


def test_a_day_that_cannot_be_read_is_offered_again(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 1, "due")
    type_in(qtbot, panel, "31/2")
    press(qtbot, panel, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.view.bubble.isVisible)
    opened = editor(panel)
    assert isinstance(opened, QLineEdit)
    assert opened.text() == "31/2"


def test_after_correcting_it_the_reason_goes_and_the_value_is_saved(
    qtbot: QtBot, panel: GridPanel, office: Office
) -> None:
    go(panel, 1, "percent")
    type_in(qtbot, panel, "750")
    press(qtbot, panel, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.view.bubble.isVisible)
    press(qtbot, panel, Qt.Key.Key_Backspace)
    press(qtbot, panel, Qt.Key.Key_Return)
    assert office.rows["t1"].percent == 75
    qtbot.waitUntil(panel.view.bubble.isHidden)


def test_a_person_is_chosen_by_typing_in_the_cell(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    go(panel, 1, "lead")
    type_in(qtbot, panel, "hong")
    press(qtbot, panel, Qt.Key.Key_Down)
    press(qtbot, panel, Qt.Key.Key_Down)
    press(qtbot, panel, Qt.Key.Key_Return)
    assert office.rows["t1"].lead == "p2"


def test_space_turns_yes_into_no(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    panel.view.widths.set_shown(panel.model.column_index("blocked"), shown=True)
    go(panel, 2, "blocked")
    press(qtbot, panel, Qt.Key.Key_Space)
    assert not office.rows["t2"].blocked


def test_ctrl_semicolon_puts_the_program_s_today_into_a_day(
    qtbot: QtBot, panel: GridPanel, office: Office
) -> None:
    go(panel, 1, "due")
    press(qtbot, panel, Qt.Key.Key_Semicolon, CTRL)
    assert office.rows["t1"].due == SAMPLE_DAY


def test_digits_are_keys_outside_an_editor_and_digits_inside(qtbot: QtBot, office: Office) -> None:
    panel = show_panel(qtbot, make_model(office), digits=True)
    seen: list[int] = []
    panel.view.digit.connect(seen.append)
    go(panel, 1, "title")
    press(qtbot, panel, Qt.Key.Key_3)
    assert seen == [3]
    press(qtbot, panel, Qt.Key.Key_F2)
    type_in(qtbot, panel, "1")
    opened = editor(panel)
    assert isinstance(opened, QPlainTextEdit)
    assert opened.toPlainText() == "1"
    assert seen == [3]


def test_vietnamese_typed_by_backspaces_arrives_whole(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    """UniKey turns "aa" into "â" by a backspace and the new letter; the first key has just opened it."""
    go(panel, 1, "title")
    type_in(qtbot, panel, "a")
    press(qtbot, panel, Qt.Key.Key_Backspace)
    type_in(qtbot, panel, "ấp Mỹ")
    press(qtbot, panel, Qt.Key.Key_Return)
    assert office.rows["t1"].title == "ấp Mỹ"


def test_new_values_from_elsewhere_leave_the_cell_being_typed_alone(
    qtbot: QtBot, panel: GridPanel, office: Office
) -> None:
    go(panel, 1, "title")
    type_in(qtbot, panel, "Mới")
    panel.model.refresh(source([replace(line, percent=1) for line in LINES]))
    opened = editor(panel)
    assert isinstance(opened, QPlainTextEdit)
    assert opened.toPlainText() == "Mới"
    assert texts(panel.model, "percent")[2] == "1 %"
    press(qtbot, panel, Qt.Key.Key_Return)
    assert office.rows["t1"].title == "Mới"


def test_the_same_rows_again_keep_selection_and_place(qtbot: QtBot, panel: GridPanel) -> None:
    select(panel, (1, "due"), (2, "percent"))
    panel.refresh()
    assert len(panel.view.selectionModel().selectedIndexes()) == 6


def test_other_rows_keep_the_current_one_when_it_is_still_there(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 4, "percent")
    panel.model.refresh(source([line for line in LINES if line.id != "t1"]))
    assert cell(panel) == (3, "percent")


# --- blocks ----------------------------------------------------------------------------------------------


def select(panel: GridPanel, first: tuple[int, str], last: tuple[int, str]) -> None:
    model = panel.model
    panel.view.go_to(first[0], model.column_index(first[1]))
    corner = model.index(last[0], model.column_index(last[1]))
    chosen = QItemSelection(panel.view.currentIndex(), corner)
    panel.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_a_block_is_copied_as_a_spreadsheet_takes_it(qtbot: QtBot, panel: GridPanel) -> None:
    select(panel, (1, "due"), (2, "percent"))
    press(qtbot, panel, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == (
        "30/06/2022\tĐang thực hiện\t60 %\n15/06/2022\tĐang thực hiện\t40 %\n"
    )


def test_a_pasted_block_fills_rows_over_key_tasks_in_one_action(
    qtbot: QtBot, panel: GridPanel, office: Office
) -> None:
    QGuiApplication.clipboard().setText("01/07/2022\tHoàn thành\t100\n2/7\tChưa thực hiện\t0\n3/7\t\t1\n")
    go(panel, 1, "due")
    press(qtbot, panel, Qt.Key.Key_V, CTRL)
    assert [office.rows[key].due for key in ("t1", "t2", "t3")] == [date(2022, 7, day) for day in (1, 2, 3)]
    assert office.rows["t3"].percent == 1
    assert office.actions == 1


def test_what_cannot_be_pasted_is_named_and_the_rest_is_taken(
    qtbot: QtBot, panel: GridPanel, office: Office
) -> None:
    QGuiApplication.clipboard().setText("10\nmười\n30")
    go(panel, 1, "percent")
    press(qtbot, panel, Qt.Key.Key_V, CTRL)
    assert [office.rows[key].percent for key in ("t1", "t2", "t3")] == [10, 40, 30]
    assert panel.banner.isVisible()
    assert "%" in panel.banner.text


def test_one_value_fills_the_whole_selection(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    QGuiApplication.clipboard().setText("50")
    select(panel, (1, "percent"), (5, "percent"))
    press(qtbot, panel, Qt.Key.Key_V, CTRL)
    assert {office.rows[key].percent for key in ("t1", "t2", "t3", "t4")} == {50}


def test_lines_below_the_end_are_handed_to_the_screen(qtbot: QtBot, panel: GridPanel) -> None:
    handed: list[list[list[str]]] = []

    def take(lines: list[list[str]]) -> int:
        handed.append(lines)
        return len(lines)

    panel.view.blocks.take_beyond = take
    QGuiApplication.clipboard().setText("Việc một\nViệc hai\nViệc ba")
    go(panel, 5, "title")
    press(qtbot, panel, Qt.Key.Key_V, CTRL)
    assert handed == [[["Việc hai"], ["Việc ba"]]]


def test_fill_down_copies_the_top_or_the_cell_above(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    select(panel, (1, "lead"), (5, "lead"))
    press(qtbot, panel, Qt.Key.Key_D, CTRL)
    assert {office.rows[key].lead for key in ("t2", "t3", "t4")} == {"p1"}
    go(panel, 4, "percent")
    press(qtbot, panel, Qt.Key.Key_D, CTRL)
    assert office.rows["t3"].percent == 40


def test_delete_empties_cells_but_not_a_choice(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    select(panel, (1, "due"), (1, "percent"))
    press(qtbot, panel, Qt.Key.Key_Delete)
    line = office.rows["t1"]
    assert (line.due, line.state, line.percent) == (None, "doing", None)


def test_a_block_refused_as_a_whole_changes_nothing(qtbot: QtBot, panel: GridPanel, office: Office) -> None:
    office.read_only = True
    QGuiApplication.clipboard().setText("1\n2")
    go(panel, 1, "percent")
    press(qtbot, panel, Qt.Key.Key_V, CTRL)
    assert texts(panel.model, "percent")[1:3] == ["60 %", "40 %"]
    qtbot.waitUntil(panel.view.bubble.isVisible)


# --- sorting, filtering, columns -------------------------------------------------------------------------


def test_a_click_on_the_head_sorts_the_other_way_and_then_not_at_all(qtbot: QtBot, panel: GridPanel) -> None:
    header = panel.view.horizontalHeader()
    section = panel.model.column_index("due")
    place = QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)
    orders = []
    for _click in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        orders.append(texts(panel.model))
    assert orders[0] == ["2.1", "1.2", "1.1", "2.2"]
    assert orders[1] == ["1.1", "1.2", "2.1", "2.2"]
    assert orders[2] == [line.code for line in LINES]


def current(panel: GridPanel) -> str:
    line = panel.view.current_row()
    assert isinstance(line, Line)
    return line.id


def test_the_current_row_stays_current_while_sorting_and_filtering(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 2, "percent")
    panel.view.sort_by(panel.model.column_index("due"))
    assert current(panel) == "t2"
    panel.model.arrange(Arrangement("lua"))
    assert current(panel) == "t2"


def test_the_filter_field_narrows_and_says_how_many(qtbot: QtBot, panel: GridPanel) -> None:
    press(qtbot, panel, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(panel.search.hasFocus)
    qtbot.keyClicks(panel.search, "lua")
    qtbot.waitUntil(lambda: texts(panel.model) == ["I", "1.2"])
    assert panel.counted.text()
    panel.show_all()
    assert panel.model.rowCount() == len(LINES)


def test_a_filter_that_hides_everything_says_so_with_a_way_back(qtbot: QtBot, panel: GridPanel) -> None:
    panel.model.arrange(Arrangement("không có đâu"))
    assert not panel.view.isVisible()
    panel.show_all()
    assert panel.view.isVisible()


def test_alt_down_opens_the_menu_of_the_column(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 1, "state")
    press(qtbot, panel, Qt.Key.Key_Down, ALT)
    menu = panel.view.findChild(ColumnMenu)
    assert isinstance(menu, ColumnMenu)
    assert [menu.words.item(n).text() for n in range(menu.words.count())] == [
        "Chưa thực hiện",
        "Đang thực hiện",
        "Hoàn thành",
    ]
    menu.words.item(0).setCheckState(Qt.CheckState.Unchecked)
    menu.words.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert texts(panel.model) == ["II", "2.1"]
    menu.show_all()
    assert panel.model.rowCount() == len(LINES)
    menu.close()


def test_columns_can_be_hidden_but_never_all(qtbot: QtBot, panel: GridPanel) -> None:
    for index in range(len(panel.model.columns)):
        panel.view.widths.set_shown(index, shown=False)
    assert len(panel.view.shown_columns()) == 1
    menu = panel.open_columns()
    menu.actions()[0].setChecked(True)
    assert 0 in panel.view.shown_columns()
    menu.close()


def test_widths_order_hidden_columns_and_sorting_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = show_panel(qtbot, make_model(), settings=settings, memory="plan")
    header = first.view.horizontalHeader()
    header.resizeSection(first.model.column_index("lead"), 180)
    header.moveSection(header.visualIndex(first.model.column_index("percent")), 1)
    first.view.widths.set_shown(first.model.column_index("due"), shown=False)
    first.view.sort_by(first.model.column_index("percent"))
    first.view.widths.save()
    second = show_panel(qtbot, make_model(), settings=settings, memory="plan")
    keys = [second.model.columns[index].key for index in second.view.shown_columns()]
    assert keys == ["code", "percent", "title", "lead", "state"]
    assert second.view.columnWidth(second.model.column_index("lead")) == 180
    assert second.model.arrangement.sort == "percent"


def test_a_damaged_memory_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("grid/plan", '{"order": 5')
    panel = show_panel(qtbot, make_model(), settings=settings, memory="plan")
    assert panel.model.rowCount() == len(LINES)


def test_the_screen_gets_what_is_shown_to_export_it(qtbot: QtBot) -> None:
    seen: list[tuple[list[str], list[str]]] = []
    panel = show_panel(
        qtbot,
        make_model(),
        export=lambda columns, rows: seen.append(([one.key for one in columns], [row.id for row in rows])),
    )
    panel.model.arrange(Arrangement("lua"))
    panel.export()
    assert seen == [(["code", "title", "lead", "due", "state", "percent"], ["k1", "t2"])]


def test_an_empty_table_shows_its_one_sentence(qtbot: QtBot) -> None:
    empty = EmptyState("Chưa có việc nào.", "Thêm việc")
    panel = show_panel_without_rows(qtbot, empty)
    assert empty.isVisible()
    assert not panel.view.isVisible()


def show_panel_without_rows(qtbot: QtBot, empty: EmptyState) -> GridPanel:
    panel = GridPanel(make_model(rows=()), "Nhiệm vụ", empty=empty)
    qtbot.addWidget(panel)
    panel.show()
    return panel


# --- sight -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_no_head_of_a_column_is_clipped_at_any_zoom(qtbot: QtBot, the_look: Look, zoom: float) -> None:
    panel = show_panel(qtbot, make_model())
    the_look.apply(zoom=zoom)
    for index in panel.view.shown_columns():
        needed = the_look.metrics(Type.CAPTION_STRONG).horizontalAdvance(panel.model.columns[index].header)
        assert panel.view.columnWidth(index) >= needed + the_look.px(16)


def test_a_long_note_makes_no_high_row_and_is_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    note = "Đã họp dân ba ấp, còn bảy hộ chưa đồng ý hiến đất " * 6
    lines = [replace(LINES[1], title=note), LINES[2]]
    columns = [Column(key="title", header="Kết quả", width=150, wraps=True, most_lines=3)]
    panel = show_panel(qtbot, GridModel(columns, ListSource(lines, columns)))
    three = 3 * panel.view.fontMetrics().lineSpacing()
    assert three <= panel.view.rowHeight(0) <= three + 12
    painter = panel.view.itemDelegate()
    assert isinstance(painter, CellDelegate)
    assert painter.hidden_words(panel.model.index(0, 0)) == note
    assert painter.hidden_words(panel.model.index(1, 0)) == ""


def test_a_cell_s_and_a_head_s_words_are_no_markup_in_the_tool_tip(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words of another office: no picture that they name is opened."""
    note = '<img src="file://host/share/x.png"> ' * 20
    columns = [Column(key="title", header="Kết quả", tip=note, width=150, wraps=True, most_lines=3)]
    panel = show_panel(qtbot, GridModel(columns, ListSource([replace(LINES[1], title=note)], columns)))
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _view: shown.append(text))
    place = panel.view.visualRect(panel.model.index(0, 0)).center()
    viewport = panel.view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    shown.append(panel.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))
    assert [tip_words(tip) for tip in shown] == [note.strip()] * 2
    assert not any("<img" in tip for tip in shown)


@pytest.mark.parametrize("zoom", [0.9, 1.0, 1.25, 2.0])
def test_rows_grow_so_that_no_content_is_cut(qtbot: QtBot, the_look: Look, zoom: float) -> None:
    long = "Củng cố, kiện toàn Ban Giám đốc hợp tác xã và lập phương án sản xuất kinh doanh " * 3
    panel = show_panel(qtbot, make_model())
    the_look.apply(zoom=zoom)
    short = panel.view.rowHeight(1)
    panel.model.setData(panel.model.index(1, 1), long)
    lines = panel.view.rowHeight(1) / the_look.metrics(Type.BODY).lineSpacing()
    assert panel.view.rowHeight(1) > short
    width = panel.view.columnWidth(1) - the_look.px(16)
    assert lines >= the_look.metrics(Type.BODY).horizontalAdvance(long) / width


def test_a_key_task_s_words_run_over_the_empty_cells_beside_them(qtbot: QtBot, panel: GridPanel) -> None:
    title = panel.model.column_index("title")
    area = panel.view.cells.group_area(0, title)
    assert area.width() > panel.view.columnWidth(title)
    state = panel.model.index(0, panel.model.column_index("state"))
    assert panel.view.cells.group_owner(state) == title
    percent = panel.model.index(0, panel.model.column_index("percent"))
    assert panel.view.cells.group_owner(percent) == panel.model.column_index("percent")


@pytest.mark.parametrize("zoom", [1.0, 1.25])
def test_the_grid_can_be_painted(qtbot: QtBot, the_look: Look, panel: GridPanel, zoom: float) -> None:
    the_look.apply(zoom=zoom)
    panel.view.widths.set_shown(panel.model.column_index("blocked"), shown=True)
    picture = panel.view.viewport().grab().toImage()
    row = panel.view.rowViewportPosition(1) + panel.view.rowHeight(1) // 2
    assert len({picture.pixelColor(x, row).name() for x in range(picture.width())}) > 5


def test_a_row_is_told_when_it_becomes_current(qtbot: QtBot, panel: GridPanel) -> None:
    with qtbot.waitSignal(panel.view.row_changed) as told:
        go(panel, 4, "title")
    assert told.args is not None
    assert told.args[0].id == "t3"
    assert [row.id for row in panel.view.selected_rows()] == ["t3"]


def test_ctrl_enter_and_a_double_click_open_a_row(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 1, "title")
    with qtbot.waitSignal(panel.view.opened) as told:
        press(qtbot, panel, Qt.Key.Key_Return, CTRL)
    assert told.args is not None
    assert told.args[0].id == "t1"
    code: QModelIndex = panel.model.index(2, 0)
    with qtbot.waitSignal(panel.view.opened) as again:
        panel.view.doubleClicked.emit(code)
    assert again.args is not None
    assert again.args[0].id == "t2"


def test_tab_leaves_the_grid_so_that_nobody_is_trapped_in_it(panel: GridPanel) -> None:
    assert not panel.view.tabKeyNavigation()


def test_a_row_is_found_by_its_key(panel: GridPanel) -> None:
    assert panel.view.go_to_key("t4", "due")
    assert cell(panel) == (5, "due")
    assert not panel.view.go_to_key("nobody")


def test_an_empty_list_offers_its_button_to_the_keyboard_and_nothing_to_filter(qtbot: QtBot) -> None:
    pressed: list[str] = []
    model = make_model()
    empty = EmptyState("Chưa có việc.", "Thêm việc", lambda: pressed.append("add"))
    panel = GridPanel(model, "Việc", empty=empty)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.focus_work()
    assert panel.view.hasFocus()
    model.refresh(ListSource([], model.columns))
    panel.focus_work()
    assert empty.button.hasFocus()
    assert not panel.search.isVisible()
    qtbot.keyClick(empty.button, Qt.Key.Key_Space)
    assert pressed == ["add"]


def test_giving_up_a_refused_value_takes_the_reason_away(qtbot: QtBot, panel: GridPanel) -> None:
    go(panel, 1, "due")
    type_in(qtbot, panel, "31/2")
    press(qtbot, panel, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.view.bubble.isVisible)
    press(qtbot, panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(panel.view.bubble.isHidden)
    assert panel.view.hasFocus()


def test_a_day_typed_in_a_narrow_column_is_seen_whole(qtbot: QtBot, panel: GridPanel) -> None:
    section = panel.model.column_index("due")
    panel.view.setColumnWidth(section, 70)
    go(panel, 1, "due")
    press(qtbot, panel, Qt.Key.Key_F2)
    opened = editor(panel)
    assert isinstance(opened, QLineEdit)
    opened.setText("30/06/2022")
    opened.home(False)
    opened.grab()  # how far the words are pushed to the side is reckoned while painting
    first = opened.cursorRect().left()
    opened.end(False)
    opened.grab()
    words = opened.fontMetrics().horizontalAdvance("30/06/2022")
    assert opened.cursorRect().right() - first >= words
    assert panel.view.viewport().rect().contains(opened.geometry().topRight())


def test_esc_leads_from_the_filter_back_to_the_whole_list(qtbot: QtBot, panel: GridPanel) -> None:
    press(qtbot, panel, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(panel.search.hasFocus)
    qtbot.keyClicks(panel.search, "lua")
    qtbot.waitUntil(lambda: texts(panel.model) == ["I", "1.2"])
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.model.rowCount() == len(LINES)
    assert panel.search.hasFocus()
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(panel.view.hasFocus)


def test_the_down_key_leads_from_the_filter_into_what_was_found(qtbot: QtBot, panel: GridPanel) -> None:
    press(qtbot, panel, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(panel.search.hasFocus)
    qtbot.keyClicks(panel.search, "lua")
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.waitUntil(panel.view.hasFocus)
    assert texts(panel.model) == ["I", "1.2"]
