"""What holds on every screen of a commune and of a district, with each of its tabs in front.

Everything has a name for screen readers, Tab reaches all of it and comes round, and every list filters,
sorts, hides columns, remembers how it was left and goes to Excel.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app.pictures import settle
from desktop.app.screens import screen_entries
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.grid.panel import GridPanel
from desktop.ui.weekly.columns import STATUS
from desktop.ui.weekly.screen import WeeklyScreen
from desktop.ui.widgets import pressing
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from tests.helpers.offices import DISTRICT, HUNG_THANH, PHU_DIEN, SampleYear, no_progress

_NAMED = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, QTabBar)
_EXPORTING = {"Export", "Export to Excel"}


@pytest.fixture(params=[PHU_DIEN, DISTRICT])
def window(
    request: pytest.FixtureRequest, own_sample_year: SampleYear, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    """The program as a commune, and as a district that has taken two bundles."""
    year = own_sample_year
    if request.param == DISTRICT:
        for code in (PHU_DIEN, HUNG_THANH):
            with closing(year.open(code)) as commune:
                export_bundles(commune, year.stick, no_progress)
        with closing(year.open(DISTRICT)) as district:
            import_bundles(district, sorted(year.stick.iterdir()), no_progress)
    settings = QSettings(str(year.folder / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(remembered.SECRETS_SEEN, "yes")
    with closing(year.open(request.param)) as office:
        made = MainWindow(office, screen_entries(office), settings)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        yield made
        made.close()


def test_enter_presses_the_button_that_has_the_focus(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tab to a button, Enter: on every screen and tab, and not only where a dialog has a default button."""
    pressed: list[QAbstractButton] = []
    monkeypatch.setattr(pressing, "press", pressed.append)
    walked = 0
    for place, screen in places(window):
        for made in [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]:
            if not made.isVisible() or not made.isEnabled() or made.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                pressed.clear()
                QTest.keyClick(made, key)
                assert pressed == [made], (place, screen.objectName(), made.accessibleName() or made.text())
            walked += 1
    assert walked > 50


def places(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every screen, and every screen with each of its tabs in front: (its name, the screen)."""
    for key in window.content.stage.keys:
        window.navigate(key)
        settle(window.lane)
        screen = window.content.stage.current
        assert screen is not None
        yield key, screen
        for bar in screen.findChildren(SegmentedTabs):
            for tab in [str(bar.tabData(index)) for index in range(bar.count())]:
                if bar.isVisible() and tab != bar.key():
                    bar.show_key(tab)
                    settle(window.lane)
                    yield f"{key}/{tab}", screen


def named(widget: QWidget) -> bool:
    """Whether a control says what it is for; what Qt itself puts inside another control need not."""
    return bool(widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))


def inside_another(widget: QWidget) -> bool:
    """The line of a combo box, the clear button of a line, the corner and arrows of a table or tab bar."""
    parent = widget.parentWidget()
    return isinstance(parent, (QLineEdit, QComboBox, QTabBar, QAbstractItemView)) or (
        isinstance(parent, QAbstractScrollArea) and not isinstance(widget, _NAMED)
    )


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    nameless = {
        f"{place}: {type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for place, _screen in places(window)
        for widget in window.findChildren(QWidget)
        if isinstance(widget, _NAMED)
        and widget.isVisible()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not inside_another(widget)
        and not named(widget)
    }
    assert nameless == set()


def test_tab_reaches_everything_and_comes_round(window: MainWindow, qapp: QApplication) -> None:
    missed: set[str] = set()
    for place, _screen in places(window):
        wanted = {
            widget
            for widget in window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.isEnabled()
            and not inside_another(widget)
            and widget.focusProxy() is None
        }
        reached: set[QWidget] = set()
        for _step in range(3 * len(wanted)):
            here = qapp.focusWidget()
            assert here is not None, f"{place}: nothing has the focus"
            if here in reached and wanted <= reached:
                break
            reached.add(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
        missed |= {f"{place}: {type(one).__name__} {one.accessibleName()}" for one in wanted - reached}
    assert missed == set()


def test_every_list_filters_sorts_hides_columns_remembers_and_goes_to_excel(window: MainWindow) -> None:
    seen: set[str] = set()
    for place, screen in places(window):
        for panel in screen.findChildren(GridPanel):
            if not panel.isVisible() or panel.model.rowCount() < 2:
                continue
            name = f"{place}: {panel.view.accessibleName()}"
            seen.add(name)
            exporting = [
                button
                for button in screen.findChildren(QAbstractButton)
                if button.isVisible() and button.accessibleName() in _EXPORTING
            ]
            assert exporting, f"{name} does not go to Excel"
            check_arranging(panel, name)
            check_columns(panel, name)
    assert len(seen) >= 7


def check_arranging(panel: GridPanel, name: str) -> None:
    """A word of its own keeps a row, nonsense none; each shown column sorts up, down, and not."""
    before = panel.model.rowCount()
    panel.search.setText("zzzzqqqq")
    panel.search.search_now()
    assert panel.model.rowCount() < before, f"{name} is not filtered"
    panel.show_all()
    assert panel.model.rowCount() == before, f"{name} does not show all again"
    column = panel.view.shown_columns()[1]
    for descending in (False, True):
        panel.view.sort_by(column)
        assert panel.model.arrangement.sort == panel.model.columns[column].key, f"{name} is not sorted"
        assert panel.model.arrangement.descending is descending
    panel.view.sort_by(column)
    assert panel.model.arrangement.sort == ""


def check_columns(panel: GridPanel, name: str) -> None:
    """A column goes and comes back, and what was done is kept in the settings."""
    column = panel.view.shown_columns()[-1]
    panel.view.widths.set_shown(column, shown=False)
    assert column not in panel.view.shown_columns()
    panel.view.widths.set_shown(column, shown=True)
    assert column in panel.view.shown_columns()
    assert panel.view.widths.is_remembered, f"{name} forgets its columns"


@pytest.mark.parametrize("window", [PHU_DIEN], indirect=True)
def test_the_weekly_list_opens_on_the_status_of_the_first_task_not_reviewed(window: MainWindow) -> None:
    window.navigate("weekly")
    settle(window.lane)
    screen = window.content.stage.current
    assert isinstance(screen, WeeklyScreen)
    assert screen.model.columns[screen.view.currentIndex().column()].key == STATUS
    assert screen.view.hasFocus()
