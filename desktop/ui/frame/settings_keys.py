"""The names under which the window remembers its state in the profile folder's INI file."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from desktop.ui.theme.tokens import Theme

GEOMETRY = "window/geometry"
SCREEN = "window/screen"
YEAR = "window/year"
HELP_OPEN = "window/help"
SECRETS_SEEN = "window/secrets_seen"
LANGUAGE = "look/language"
THEME = "look/theme"
ZOOM = "look/zoom"


def read_text(settings: QSettings, key: str, default: str = "") -> str:
    """A remembered word."""
    value = settings.value(key, default)
    return value if isinstance(value, str) else default


def read_theme(settings: QSettings) -> Theme:
    """The remembered theme; light where none, or one unknown, is remembered."""
    name = read_text(settings, THEME, Theme.LIGHT)
    return Theme(name) if name in set(Theme) else Theme.LIGHT


def read_zoom(settings: QSettings) -> float:
    """The remembered zoom; 1.0 where none, or no number, is remembered."""
    try:
        return float(read_text(settings, ZOOM, "1.0"))
    except ValueError:
        return 1.0
