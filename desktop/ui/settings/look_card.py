"""Language, theme and size of the letters; each takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from desktop.ui.frame.appearance import choose_theme, choose_zoom
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.i18n import ENGLISH, VIETNAMESE, current_language
from desktop.ui.settings.rows import add_row, settings_grid
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import ZOOM_STEPS, Theme
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.editors.choice_edit import ChoiceEdit
from desktop.ui.widgets.values import Choice

LANGUAGE_NAMES = {VIETNAMESE: "Tiếng Việt", ENGLISH: "English"}
"""Each in its own words: who cannot read the language in force must still find the own one."""


class LookCard(Card):
    """Three choices."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "Language and look"), parent)
        self._context = context
        self.language = ChoiceEdit([Choice(code, name) for code, name in LANGUAGE_NAMES.items()])
        self.language.set_value(current_language())
        self.language.finished.connect(lambda: context.speak(str(self.language.value())))
        self.theme = ChoiceEdit(_themes())
        self.theme.set_value(look().wish.value)
        self.theme.finished.connect(self._theme_chosen)
        self.zoom = ChoiceEdit([Choice(str(step), f"{step:.0%}") for step in ZOOM_STEPS])
        self.zoom.finished.connect(self._zoom_chosen)
        grid = settings_grid()
        add_row(grid, QCoreApplication.translate("Settings", "Language"), self.language)
        add_row(grid, QCoreApplication.translate("Settings", "Colours"), self.theme)
        add_row(grid, QCoreApplication.translate("Settings", "Size (Ctrl + and Ctrl −)"), self.zoom)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        look().changed.connect(self._show_zoom)
        self._show_zoom()

    def _settings(self) -> QSettings:
        return self._context.settings

    def _theme_chosen(self) -> None:
        choose_theme(self._settings(), Theme(str(self.theme.value())))

    def _zoom_chosen(self) -> None:
        choose_zoom(self._settings(), float(str(self.zoom.value())))

    def _show_zoom(self) -> None:
        """Also after Ctrl + and Ctrl −."""
        self.zoom.set_value(str(look().zoom))


def _themes() -> list[Choice]:
    return [
        Choice(Theme.LIGHT.value, QCoreApplication.translate("Settings", "Light")),
        Choice(Theme.DARK.value, QCoreApplication.translate("Settings", "Dark")),
        Choice(Theme.SYSTEM.value, QCoreApplication.translate("Settings", "As the computer")),
    ]
