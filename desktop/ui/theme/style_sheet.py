"""The one style sheet, made from the tokens for one zoom.

Widgets are told apart by the dynamic property ``role`` (see ``desktop.ui.widgets``), never by a style
sheet of their own.  Controls change padding with their border, so that the focus ring moves nothing.
"""

from __future__ import annotations

import re

from desktop.ui.theme.resources import resource_path
from desktop.ui.theme.tokens import LIGHT, Tokens, Tone

_PIXELS = re.compile(r"(\d+)(?:-(\d+))?px")
_TOKEN = re.compile(r"\$(\w+)")

_BASE = """
QWidget { outline: none; }
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 6px 8px; }
QDialog, QMainWindow, QWidget[role="page"] { background: $bg; }
QWidget[role="surface"], QWidget[role="sidebar"], QWidget[role="topbar"], QWidget[role="statusbar"] {
    background: $surface; }
QWidget[role="sidebar"] { border: none; border-right: 1px solid $line; }
QWidget[role="topbar"] { border: none; border-bottom: 1px solid $line; }
QWidget[role="statusbar"] { border: none; border-top: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="well"] { background: $sunk; border: none; border-radius: 6px; }
QFrame[role="drawer"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[role="rule"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="clear"] { background: transparent; border: none; }
QLabel { background: transparent; }
QLabel[type="title"] { font-size: 20px; font-weight: 700; }
QLabel[type="heading"] { font-size: 15px; font-weight: 600; }
QLabel[type="strong"] { font-size: 13px; font-weight: 600; }
QLabel[type="caption"] { font-size: 12px; color: $text2; }
QLabel[type="caption_strong"] { font-size: 12px; font-weight: 600; color: $text2; }
QLabel[type="figure"] { font-size: 28px; font-weight: 700; }
QLabel[type="problem"] { font-size: 12px; color: $tone_red; }
QLabel[tone="grey"] { color: $tone_grey; }
QLabel[tone="blue"] { color: $tone_blue; }
QLabel[tone="green"] { color: $tone_green; }
QLabel[tone="amber"] { color: $tone_amber; }
QLabel[tone="red"] { color: $tone_red; }
QLabel[tone="lotus"] { color: $tone_lotus; }
QLabel[tone="primary"] { color: $tone_primary; }
"""

_BUTTONS = """
QPushButton, QToolButton[role="button"] { color: $text; background: $surface; border: 1px solid $line;
    border-radius: 6px; padding: 0px 12px; min-height: 32px; }
QPushButton:hover, QToolButton[role="button"]:hover { background: $sunk; }
QPushButton:pressed, QToolButton[role="button"]:pressed { background: $line; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid $primary; padding: 0px 12-1px;
    min-height: 32-2px; }
QPushButton:disabled { color: $text2; background: $bg; }
QPushButton[role="primary"] { color: $on_primary; background: $primary; border: 1px solid $primary;
    font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $primary_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { color: $text2; background: $sunk; border-color: $line; }
QPushButton[role="danger"] { color: $tone_red; font-weight: 600; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border: 1px solid transparent;
    border-radius: 6px; padding: 0px 8px; min-height: 26px; }
QToolButton[role="quiet"] { padding: 0px 4px; min-width: 20px; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $sunk; }
QPushButton[role="quiet"]:focus { border: 2px solid $primary; padding: 0px 8-1px; min-height: 26-2px; }
QToolButton[role="quiet"]:focus { border: 2px solid $primary; padding: 0px 4-1px; min-height: 26-2px; }
QPushButton[role="link"] { color: $primary; background: transparent; border: 1px solid transparent;
    border-radius: 6px; padding: 0px 4px; min-height: 22px; font-weight: 600; }
QPushButton[role="link"]:focus { border: 2px solid $primary; padding: 0px 4-1px; min-height: 22-2px; }
QPushButton[role="chip"], QToolButton[role="chip"] { background: $sunk; border: 1px solid $sunk;
    border-radius: 6px; padding: 0px 10px; min-height: 28px; }
QToolButton[role="chip"][tone="amber"] { color: $tone_amber; border-color: $tone_amber; }
QPushButton[role="chip"]:focus, QToolButton[role="chip"]:focus { border: 2px solid $primary;
    padding: 0px 10-1px; min-height: 28-2px; }
QPushButton[role="status"] { color: $tone_amber; background: transparent; border: 1px solid transparent;
    border-radius: 6px; padding: 0px 4px; min-height: 20px; font-size: 12px; }
QPushButton[role="status"]:focus { border: 2px solid $primary; padding: 0px 4-1px; min-height: 20-2px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0px; }
QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 6px; padding: 3px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $primary; }
QCheckBox::indicator, QRadioButton::indicator,
QListView::indicator, QTreeView::indicator { width: 16px; height: 16px; background: $surface;
    border: 1px solid $text2; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked,
QListView::indicator:checked, QTreeView::indicator:checked { background: $primary; border-color: $primary;
    image: url("$folder/check-$mark.svg"); }
QRadioButton::indicator:checked { background: $surface; border: 5px solid $primary; width: 8px; height: 8px;
    border-radius: 9px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { color: $text; background: $sunk;
    border: 1px solid $sunk; border-radius: 6px; padding: 0px 9px; min-height: 32px;
    selection-background-color: $primary; selection-color: $on_primary; }
QPlainTextEdit, QTextEdit { padding: 4px 8px; min-height: 24px; }
QTextBrowser { background: $surface; border: none; padding: 0px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid $primary; padding: 0px 9-1px;
    min-height: 32-2px; background: $surface; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $primary; padding: 4-1px 8-1px;
    background: $surface; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $text2; }
QLineEdit:read-only, QPlainTextEdit:read-only, QComboBox:disabled { background: transparent;
    border-color: $line; }
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus { border-color: $primary; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] {
    border: 1px solid $tone_red; }
QLineEdit[problem="true"]:focus, QPlainTextEdit[problem="true"]:focus { border: 2px solid $tone_red; }
QLineEdit[role="cell"], QPlainTextEdit[role="cell"], QComboBox[role="cell"] { background: $surface;
    border: 2px solid $primary; border-radius: 0px; padding: 0px 6px; min-height: 10px; }
QPlainTextEdit[role="cell"] { padding: 1px 3px; }
QComboBox { padding-left: 11px; }
QComboBox:focus { padding-left: 11-1px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$folder/chevron-down-$mark.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 4px; }
"""

_VIEWS = """
QTableView, QTreeView, QListView { background: $surface; border: 1px solid $line; border-radius: 8px;
    selection-background-color: $selection; selection-color: $text; }
QTableView[role="inside"], QTreeView[role="inside"], QListView[role="inside"] { border: none; }
QListView:focus, QTreeView:focus { border: 2px solid $primary; }
QListView::item, QTreeView::item { height: 30px; padding: 0px 6px; border: none; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $sunk; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text2; border: none; border-bottom: 1px solid $line;
    padding: 0px 8px; font-size: 12px; font-weight: 600; min-height: 34px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $text2; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0px; }
QScrollBar:horizontal { height: 12px; margin: 0px; }
QScrollBar::handle { background: $line; border-radius: 4px; border: 2px solid $surface; min-height: 32px;
    min-width: 32px; }
QScrollBar::handle:hover { background: $text2; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0px; height: 0px; }
QProgressBar { background: $sunk; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: 1px solid transparent;
    border-radius: 6px; padding: 2px 6px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $sunk; }
QCalendarWidget QToolButton:focus { border: 2px solid $primary; }
QCalendarWidget QAbstractItemView { border: none; border-radius: 0px;
    selection-background-color: $primary; selection-color: $on_primary; }
"""


def make_style_sheet(tokens: Tokens, zoom: float) -> str:
    """The style sheet for ``tokens`` at ``zoom`` (1.0 = 100 %)."""
    values = {name: value for name, value in tokens._asdict().items() if isinstance(value, str)}
    values |= {f"tone_{tone}": tokens.tone(tone).word for tone in Tone}
    dark = tokens is not LIGHT
    values["folder"] = resource_path("icons", "controls").as_posix()
    values["mark"] = "dark" if dark else "light"
    rules = _BASE + _BUTTONS + _FIELDS + _VIEWS
    scaled = _PIXELS.sub(lambda found: _scaled(found, zoom), rules)
    return _TOKEN.sub(lambda found: values[found.group(1)], scaled)


def _scaled(found: re.Match[str], zoom: float) -> str:
    """``32px`` grows with the zoom, 1 and 2 (hairlines, focus rings) do not; ``32-2px`` is 32px less 2."""
    pixels, less = int(found.group(1)), int(found.group(2) or 0)
    return f"{(pixels if pixels <= 2 else round(pixels * zoom)) - less}px"
