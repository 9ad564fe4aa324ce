"""Commands that say something need an application object of Qt, and a process has one for good."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def one_application(qapp: QApplication) -> QApplication:
    """The kind that windows need too, so that tests of windows may follow in the same process."""
    return qapp
