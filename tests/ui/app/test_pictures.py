"""The pictures of the screens show a commune everything its window has, the tabs too."""

from __future__ import annotations

import argparse
import logging

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.app.pictures import draw_screens
from desktop.app.places import Places
from desktop.app.qt_messages import log_qt_messages
from tests.helpers.offices import PHU_DIEN, SampleYear


def test_every_screen_and_every_tab_has_its_picture(own_sample_year: SampleYear, qtbot: QtBot) -> None:
    folder = own_sample_year.folder / PHU_DIEN
    into = own_sample_year.folder / "pictures"
    options = argparse.Namespace(into=into, size=(1366, 768), scale=1.25, lang="vi", theme="light")
    drawn = draw_screens(options, Places(folder / "data", folder / "profile"))
    shown = [what for what, _path in drawn]
    assert shown[:2] == ["welcome", "today"]
    assert {"plan", "plan-targets", "plan-solutions", "plan-general"} <= set(shown)
    assert {"bundles", "bundles-receive", "bundles-log"} <= set(shown)
    assert len(set(shown)) == len(shown)
    for _what, path in drawn:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1093, 614)
    contents = {path.read_bytes() for what, path in drawn if what.startswith("plan")}
    assert len(contents) == 4


def test_what_qt_warns_of_is_in_the_log(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    log_qt_messages()
    with caplog.at_level(logging.WARNING, logger="qt"):
        qWarning("a timer without a thread")
        qWarning("This plugin does not support raise()")
    assert [record.getMessage() for record in caplog.records] == ["a timer without a thread"]
