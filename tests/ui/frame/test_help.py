"""F1 always has a page for the screen in front, in the language in force, with the keys that work there."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.frame.help_panel import help_page
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.theme.resources import resource_path

KEYS = ("today", "weekly", "plan", "programme", "targets", "progress", "bundles", "consolidation", "settings")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("key", [*KEYS, "welcome", "index"])
def test_every_screen_has_its_page_in_both_languages(key: str, language: str) -> None:
    page = help_page(key, language)
    assert page is not None
    assert page.name == f"{key}.{language}.md"


def test_every_link_leads_to_a_page() -> None:
    for page in resource_path("help").glob("*.md"):
        for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            language = page.suffixes[0].strip(".")
            assert resource_path("help", f"{target}.{language}.md").is_file(), f"{page.name}: {target}"


def test_f1_opens_the_page_of_the_screen_and_closes_it(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    panel = window.content.help
    assert panel is not None
    assert panel.isVisible()
    text = panel.browser.toPlainText()
    assert "The commune's plan of the year" in text
    assert "Ctrl+N – adds a task" in text
    assert "Ctrl+K – find anything" in text
    window.navigate("targets")
    assert "One row for each target" in panel.browser.toPlainText()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not panel.isVisible()


def test_escape_closes_the_help(window: MainWindow) -> None:
    window.toggle_help()
    panel = window.content.help
    assert panel is not None
    QTest.keyClick(panel.browser, Qt.Key.Key_Escape)
    assert not panel.isVisible()
