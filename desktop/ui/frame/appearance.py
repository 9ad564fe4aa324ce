"""Language, theme and zoom as one person likes them: read at the start, changed at once, remembered."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.ui.frame import settings_keys as remembered
from desktop.ui.i18n import VIETNAMESE, install_language
from desktop.ui.theme.look import install, look
from desktop.ui.theme.tokens import Theme


def install_appearance(app: QApplication, settings: QSettings) -> None:
    """Give the program its language and look; called once, before the first window is made."""
    install_language(app, remembered.read_text(settings, remembered.LANGUAGE, VIETNAMESE))
    install(app, remembered.read_theme(settings), remembered.read_zoom(settings))


def choose_theme(settings: QSettings, theme: Theme) -> None:
    """Light, dark, or as the system."""
    settings.setValue(remembered.THEME, theme.value)
    look().apply(theme=theme)


def choose_zoom(settings: QSettings, zoom: float) -> None:
    """0.9 … 2.0; what lies beyond counts as the nearest."""
    look().apply(zoom=zoom)
    settings.setValue(remembered.ZOOM, str(look().zoom))


def step_zoom(settings: QSettings, steps: int) -> None:
    """Larger or smaller by steps of the ladder."""
    look().zoom_by(steps)
    settings.setValue(remembered.ZOOM, str(look().zoom))
