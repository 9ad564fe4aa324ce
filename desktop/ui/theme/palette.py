"""Tokens → QPalette, so that whatever the style sheet does not name has the right colours too."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QPalette

from desktop.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

QUIET, PRIMARY = _Role.LinkVisited, _Role.Link
"""For ``setForegroundRole``: what a widget paints is in ``text2`` or ``primary``."""


def make_brush(colour: QColor) -> QBrush:
    """A brush of one colour; by way of a palette, which knows no flags of ``Qt`` (see ``theme.early``)."""
    palette = QPalette()
    palette.setColor(_Role.Window, colour)
    return palette.window()


def make_palette(tokens: Tokens) -> QPalette:
    """The palette of one theme."""
    palette = QPalette()
    for role, colour in {
        _Role.Window: tokens.bg,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.bg,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.text2,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.on_primary,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Highlight: tokens.primary,
        _Role.HighlightedText: tokens.on_primary,
        _Role.Accent: tokens.primary,
        PRIMARY: tokens.primary,
        QUIET: tokens.text2,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.sunk,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.line,
        _Role.Shadow: tokens.line,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, QColor(tokens.text2))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(tokens.line))
    return palette
