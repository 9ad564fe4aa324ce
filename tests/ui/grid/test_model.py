"""The table model: correct by Qt's own tester, and changed only after an edit was taken."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Code, SoSenError
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.source import Arrangement, ColumnFilter
from desktop.ui.widgets.values import InputError
from tests.ui.grid.kit import LINES, SAMPLE_DAY, Line, Office, columns, is_heading, make_model, source, texts


def watched(model: GridModel) -> QAbstractItemModelTester:
    """Qt's tester, which warns, and a warning fails the test (pyproject.toml)."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def set_cell(model: GridModel, row: int, column: str, value: Any) -> bool:
    return model.setData(model.index(row, model.column_index(column)), value)


@pytest.mark.parametrize("rows", [(), LINES[:1], LINES])
def test_qt_s_own_tester_finds_nothing(qtmodeltester: ModelTester, rows: tuple[Line, ...]) -> None:
    qtmodeltester.check(make_model(rows=rows))


def test_it_finds_nothing_either_while_the_table_is_used(qtbot: QtBot) -> None:
    model = make_model()
    watched(model)
    set_cell(model, 1, "percent", 70)
    model.arrange(Arrangement("hop tac"))
    model.arrange(Arrangement(sort="due", descending=True))
    model.arrange(Arrangement().with_filter("state", ColumnFilter(frozenset())))
    model.arrange(Arrangement())
    model.refresh(source(LINES[:2]))
    assert model.rowCount() == 2


def test_an_edit_asks_first_and_shows_what_came_back(qtbot: QtBot) -> None:
    office = Office()
    model = make_model(office)
    with qtbot.waitSignals([model.dataChanged, model.edited]):
        assert set_cell(model, 1, "title", "Củng cố Hội đồng quản trị")
    assert office.written == [("t1", "title", "Củng cố Hội đồng quản trị")]
    assert texts(model, "title")[1] == "Củng cố Hội đồng quản trị"


def test_the_same_value_again_is_no_edit() -> None:
    office = Office()
    model = make_model(office)
    assert set_cell(model, 1, "percent", 60)
    assert office.written == []


def test_a_refused_edit_changes_nothing(qtbot: QtBot) -> None:
    office = Office()
    office.read_only = True
    model = make_model(office)
    with qtbot.waitSignal(model.refused) as told:
        assert not set_cell(model, 1, "percent", 70)
    assert told.args is not None
    assert isinstance(told.args[0], SoSenError)
    assert told.args[0].code is Code.E_READONLY
    assert texts(model, "percent")[1] == "60 %"


def test_a_text_that_cannot_be_read_is_refused(qtbot: QtBot) -> None:
    model = make_model()
    with qtbot.waitSignal(model.refused) as told:
        assert not set_cell(model, 1, "due", "mai")
    assert told.args is not None
    assert isinstance(told.args[0], InputError)


def test_words_are_read_as_values(qtbot: QtBot) -> None:
    office = Office()
    model = make_model(office)
    for column, words in (
        ("due", "30/7"),
        ("lead", "dang van an"),
        ("state", "hoan thanh"),
        ("percent", "55 %"),
    ):
        assert set_cell(model, 1, column, words)
    line = office.rows["t1"]
    assert (line.due, line.lead, line.state, line.percent) == (
        SAMPLE_DAY.replace(month=7, day=30),
        "p3",
        "done",
        55,
    )


def test_group_rows_and_columns_that_are_not_editable_say_so() -> None:
    model = make_model()
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, model.column_index("lead")).flags() & editable
    assert model.index(1, model.column_index("lead")).flags() & editable
    assert not model.index(1, model.column_index("code")).flags() & editable


def test_a_model_without_commit_is_read_only() -> None:
    model = GridModel(columns(), source(), group=is_heading)
    assert not model.index(1, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert not set_cell(model, 1, "title", "x")


def test_screen_readers_hear_the_column_and_the_words() -> None:
    model = make_model()
    index = model.index(1, model.column_index("due"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Hạn: 30/06/2022"


def test_a_block_is_one_action(qtbot: QtBot) -> None:
    office = Office()
    model = make_model(office)
    model.write_block([(1, "percent", 10), (2, "percent", 20), (1, "title", "Mới")])
    assert office.actions == 1
    assert texts(model, "percent")[1:3] == ["10 %", "20 %"]
    assert texts(model, "title")[1] == "Mới"


def test_rows_are_found_by_key_even_after_sorting() -> None:
    model = make_model()
    model.arrange(Arrangement(sort="due"))
    assert model.position("t2") == 1
    assert model.position("nobody") == -1
