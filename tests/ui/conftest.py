"""Every window test begins in the light theme at 100 % with the source's words, whatever came before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.i18n import remove_language
from desktop.ui.jobs import DatabaseLane
from desktop.ui.theme.look import Look, install
from desktop.ui.theme.tokens import Theme
from tests.helpers.enrolment import Founded


@pytest.fixture(autouse=True)
def the_look(qapp: QApplication) -> Iterator[Look]:
    """The program's look, light and at 100 %."""
    remove_language(qapp)
    yield install(qapp, Theme.LIGHT, 1.0)
    install(qapp, Theme.LIGHT, 1.0)
    remove_language(qapp)


@pytest.fixture
def lane() -> Iterator[DatabaseLane]:
    """A lane for the jobs of one test."""
    made = DatabaseLane()
    yield made
    made.shut_down()


@pytest.fixture
def founded(tmp_path: Path) -> Iterator[Founded]:
    """An office with its registry, and the computers of a commune below it."""
    made = Founded(tmp_path)
    yield made
    made.close()
