"""A wrong import is undone from the log with three clicks; one that cannot be is told why."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Code
from desktop.ui.bundles import undoing
from desktop.ui.bundles.bundles_screen import LOG, BundlesScreen
from desktop.ui.bundles.undoing import UndoDialog
from desktop.ui.frame.job_window import JobWindow
from desktop.ui.jobs import Progress
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import bundle_files, import_bundles
from desktop.usecases.office import Office
from desktop.usecases.undo_import import UndoneImport, undo_import
from tests.helpers.dumps import whole_dump
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, no_progress
from tests.helpers.screens import Asked

_OF_ITSELF = ("sync_log", "meta", "sqlite_sequence")
"""What the log and this computer's own notes say stays."""
Open = Callable[[str], tuple[BundlesScreen, Asked]]


def settle(screen: BundlesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.refresh()


def take_one(sent: SampleYear) -> None:
    """The district takes the bundle of Phú Điền."""
    with closing(sent.open(DISTRICT)) as district:
        paths = [path for path in bundle_files(district, [sent.stick]) if path.name.startswith(PHU_DIEN)]
        import_bundles(district, paths, no_progress)


def test_a_wrong_import_is_undone_in_three_clicks(sent: SampleYear, open_screen: Open, qtbot: QtBot) -> None:
    """Log, undo, yes: the tables are as they were before the bundle."""
    with closing(sent.open(DISTRICT)) as district:
        before = whole_dump(district.store, without=_OF_ITSELF)
    take_one(sent)
    screen, asked = open_screen(DISTRICT)
    clicks = 1
    screen.show_tab(LOG)
    screen.log_page.panel.view.go_to(0)
    clicks += 1
    screen.log_page.undo.click()
    dialog = screen.log_page.findChild(UndoDialog)
    assert dialog is not None
    clicks += 1
    dialog.undo_button.click()
    settle(screen, qtbot)
    assert clicks <= 3
    assert asked.errors == []
    assert whole_dump(screen.context.office.store, without=_OF_ITSELF) == before
    assert not screen.log_page.undo.isVisible()


def test_what_was_built_upon_is_not_undone_and_says_so(
    sent: SampleYear, open_screen: Open, qtbot: QtBot
) -> None:
    """After the district confirmed the bundle, its sender would never send it again."""
    take_one(sent)
    with closing(sent.open(DISTRICT)) as district:
        export_bundles(district, sent.folder.parent / "down", no_progress)
    screen, asked = open_screen(DISTRICT)
    screen.show_tab(LOG)
    model = screen.log_page.panel.model
    lines = [model.row(place) for place in range(model.rowCount())]
    taken = next(place for place, line in enumerate(lines) if line is not None and not line.is_outgoing)
    screen.log_page.panel.view.go_to(taken)
    screen.log_page.undo.click()
    dialog = screen.log_page.findChild(UndoDialog)
    assert dialog is not None
    dialog.undo_button.click()
    settle(screen, qtbot)
    assert [(error.code, error.params["reason"]) for error in asked.errors] == [(Code.E_UNDO_IMPORT, "sent")]


def test_undoing_can_be_stopped_and_says_that_nothing_changed(
    sent: SampleYear, open_screen: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window of the job has a bar and a button that stops; the import is as it was."""
    take_one(sent)
    screen, asked = open_screen(DISTRICT)
    before = whole_dump(screen.context.office.store)
    screen.show_tab(LOG)
    screen.log_page.panel.view.go_to(0)
    lane = screen.context.lane
    window = JobWindow(lane, screen)
    bars: list[tuple[int, int]] = []
    real = undo_import

    def stopped_half_way(office: Office, bundle: str, progress: Progress) -> UndoneImport:
        def step(done: int, total: int | None = None) -> None:
            if total and done >= total // 2 and not bars:
                bars.append((done, total))
                progress.cancel()
            progress(done, total)

        return real(office, bundle, step)

    monkeypatch.setattr(undoing, "undo_import", stopped_half_way)
    screen.log_page.undo.click()
    dialog = screen.log_page.findChild(UndoDialog)
    assert dialog is not None
    with qtbot.waitSignal(lane.idle):
        dialog.undo_button.click()
    assert bars
    assert window.isHidden()
    assert asked.notices == ["Stopped: the import stays as it was."]
    assert asked.errors == []
    assert whole_dump(screen.context.office.store) == before
    assert screen.log_page.undo.isVisible()
