"""A window is painted before anything heavy is loaded, and what follows does not make it jump."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app.first_paint import SWITCH
from desktop.app.screens import screen_entries
from desktop.domain.entities import Period, PeriodKind
from desktop.domain.periods import months_in_order, period_containing
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.widgets.page_header import PageHeader
from desktop.usecases.read_frame import read_frame
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear
from tests.helpers.source_tree import ROOT

HEAVY = (
    "peewee",
    "msgspec",
    "cryptography",
    "matplotlib",
    "xlsxwriter",
    "decimal",
    "desktop.domain.entities",
)


def test_the_window_is_painted_before_anything_heavy_is_loaded(own_sample_year: SampleYear) -> None:
    folder = own_sample_year.folder / PHU_DIEN
    places = ["--data", str(folder / "data"), "--profile", str(folder / "profile")]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", ROOT / "main.py", *places],
        env={**os.environ, SWITCH: "1", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = re.findall(r"^import time:.*\| +(\S+)$", done.stderr, re.MULTILINE)
    assert done.stdout.startswith("painted ")
    assert "desktop.ui.frame.main_window" in loaded
    assert [name for name in loaded if name.startswith(HEAVY)] == []


NAMES_MADE = """
import enum, sys
make = enum.EnumType._create_
def noted(cls, name, *rest, **more):
    print(name)
    return make(cls, name, *rest, **more)
enum.EnumType._create_ = noted
from desktop.app.main import run
sys.exit(run(sys.argv[1:]))
"""
COSTLY = {"AlignmentFlag": "Qt", "PrimitiveElement": "QStyle", "StandardKey": "QKeySequence"}
"""An enumeration of each class whose names take long to make → that class (decision 9)."""


def test_no_long_list_of_names_is_made_before_the_painting(own_sample_year: SampleYear) -> None:
    """PySide6 makes hundreds of names at once when ``Qt`` or ``QStyle`` is touched: 20 ms of a start."""
    folder = own_sample_year.folder / PHU_DIEN
    places = ["--data", str(folder / "data"), "--profile", str(folder / "profile")]
    done = subprocess.run(
        [sys.executable, "-c", NAMES_MADE, *places],
        env={**os.environ, SWITCH: "1", "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    made = done.stdout.split()
    assert "painted" in made
    assert "CompositionMode" in made  # of QPainter: making names is seen at all
    assert [owner for name, owner in COSTLY.items() if name in made] == []


def title_place(window: MainWindow) -> tuple[str, QPoint] | None:
    """The words and the place of the title that is seen; None where there is none."""
    found = [header for header in window.content.stage.findChildren(PageHeader) if header.isVisible()]
    titles = [label for header in found for label in header.findChildren(QLabel) if label.text().strip()]
    return (titles[0].text(), titles[0].mapTo(window, QPoint())) if titles else None


SHARED = ("today", "bundles", "settings", "plan", "programme", "targets", "progress")
OPENED = [
    *((PHU_DIEN, screen) for screen in (*SHARED, "weekly")),
    *((DISTRICT, screen) for screen in (*SHARED, "consolidation")),
]


@pytest.mark.parametrize(("code", "screen"), OPENED)
def test_the_title_stays_where_it_was_when_the_screen_is_filled(
    sample_year: SampleYear, code: str, screen: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    office = sample_year.open(code)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(remembered.SCREEN, screen)
    window = MainWindow(office, screen_entries(office), settings)
    qtbot.addWidget(window)
    window.show()
    window.grab()
    parts = (window.content.top, window.content.bottom, window.content.side)
    bars = [part.geometry() for part in parts]
    before = title_place(window)
    window.furnish()
    qtbot.waitUntil(lambda: not window.lane.busy, timeout=10_000)
    window.grab()
    assert before is not None
    assert title_place(window) == before
    assert bars == [
        bar.geometry() for bar in (window.content.top, window.content.bottom, window.content.side)
    ]
    window.close()
    office.close()


def same(day: date) -> date:
    return day


def test_the_light_reading_of_the_frame_says_what_the_records_say(sample_year: SampleYear) -> None:
    """The bars are read without the entities; both ways of reading must never part."""
    office = sample_year.open(DISTRICT)
    periods = office.store.select(Period)
    in_order = [period.id for period in months_in_order(periods)]
    assert [month.id for month in read_frame(office).months] == in_order
    for day in {period.cutoff_on for period in periods} | {period.from_on for period in periods}:
        assert day is not None
        office.today = partial(same, day)
        assert [month.id for month in read_frame(office).months] == [
            one.id for one in months_in_order(periods)
        ]
        light, full = read_frame(office).period, period_containing(periods, day, PeriodKind.MONTH)
        assert (light is None) == (full is None)
        if light is not None and full is not None:
            assert light == (full.id, full.year, full.number, full.from_on, full.cutoff_on, full.submit_by)
    office.close()


@pytest.mark.alone
def test_the_window_answers_all_the_time_while_the_rest_is_loaded(
    own_sample_year: SampleYear, tmp_path: Path
) -> None:
    """A click right after the painting is not left waiting; 100 ms is the bar for any block of the window."""
    folder = own_sample_year.folder / PHU_DIEN
    # Compiled modules are kept, as an installed program has them.
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    said = [
        subprocess.run(
            [sys.executable, "-m", "tests.helpers.start_silence", folder / "data", folder / "profile"],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        for _start in ("compiles", "is measured")
    ]
    turns, longest = said[-1].split()
    assert int(turns) > 6
    assert float(longest) < 100


def test_what_is_typed_and_pressed_before_all_is_loaded_is_not_lost(
    sample_year: SampleYear, tmp_path: Path, qtbot: QtBot
) -> None:
    office = sample_year.open(PHU_DIEN)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(office, screen_entries(office), settings)
    qtbot.addWidget(window)
    search = window.content.top.search
    with qtbot.waitSignal(search.searched):  # nobody listens yet
        search.setText("kế hoạch")
        search.search_now()
    with qtbot.waitSignal(search.searched):
        window.content.toggle_help()
    assert window.content.help is not None
    assert not window.content.help.isHidden()
    qtbot.waitUntil(lambda: not window.lane.busy, timeout=10_000)
    window.close()
    office.close()
