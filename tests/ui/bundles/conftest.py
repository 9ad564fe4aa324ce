"""Offices of the sample year with bundles on a stick, and their screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.bundles.bundles_screen import BundlesScreen
from desktop.ui.bundles.sticks import Stick
from desktop.ui.jobs import DatabaseLane
from desktop.usecases.export_bundle import export_bundles
from tests.helpers.offices import SampleYear, copy_sample, make_sample, no_progress
from tests.helpers.screens import Asked, make_context, show_screen

Open = Callable[[str], tuple[BundlesScreen, Asked]]


@pytest.fixture(scope="session")
def sent_once(tmp_path_factory: pytest.TempPathFactory) -> SampleYear:
    """The sample year after all thirteen communes have written to the stick."""
    year = make_sample(tmp_path_factory.mktemp("sent") / "year")
    for code in [code for code in year.codes if code != "stick"]:
        with closing(year.open(code)) as office:
            export_bundles(office, year.stick, no_progress)
    return year


@pytest.fixture
def sent(sent_once: SampleYear, tmp_path_factory: pytest.TempPathFactory) -> SampleYear:
    """A copy that a test may change."""
    return copy_sample(sent_once, tmp_path_factory.mktemp("copy") / "year")


@pytest.fixture
def stick(sent: SampleYear) -> Stick:
    """The stick with the bundles."""
    return Stick(sent.stick, "KINGSTON", 8_000_000_000, 13)


@pytest.fixture
def open_screen(sent: SampleYear, stick: Stick, qtbot: QtBot) -> Iterator[Open]:
    """Opens the screen of an office by its code; its lane and data are closed afterwards."""
    with ExitStack() as stack:

        def open_one(code: str) -> tuple[BundlesScreen, Asked]:
            office = stack.enter_context(closing(sent.open(code)))
            lane = DatabaseLane(leave=office.close)
            stack.callback(lane.shut_down)
            context, asked = make_context(office, sent.folder.parent, lane)
            screen = BundlesScreen(context, search=lambda: [stick])
            with qtbot.waitSignals([screen.watch.changed, lane.idle]):
                show_screen(screen, qtbot)
            return screen, asked

        yield open_one
