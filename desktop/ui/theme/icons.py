"""Icons of one family (Tabler, outline), tinted with a colour of the theme and sharp on every screen.

``keep_icon`` is what widgets use: the icon follows theme and zoom by itself.
"""

from __future__ import annotations

from functools import lru_cache
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.theme.look import look
from desktop.ui.theme.resources import resource_path
from desktop.ui.theme.tokens import Tone

ICON_SIZE = 18
"""Pixels at 100 %."""


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return resource_path("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=1024)
def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    word, _, leaf = colour.partition("/")
    tinted = _source(name).replace(b"currentColor", word.encode()).replace(b"leafColor", leaf.encode())
    QSvgRenderer(QByteArray(tinted)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_pixmap(name: str, colour: str = "text", size: int = ICON_SIZE) -> QPixmap:
    """The icon as a picture. ``colour`` names a token or tone, or is ``#RRGGBB``; ``size`` is at 100 %."""
    shade = colour if colour.startswith("#") else look().shade(colour).name()
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _render(name, shade, look().px(size), ratio)


def icon(name: str, colour: str = "text", size: int = ICON_SIZE) -> QIcon:
    """The icon for one theme and zoom; see ``keep_icon`` for one that follows them.

    On a control that is switched off it has the grey of the words beside it: Qt's own greying would
    leave the light icon of a primary button invisible.
    """
    made = QIcon(icon_pixmap(name, colour, size))
    made.addPixmap(icon_pixmap(name, "text2", size), QIcon.Mode.Disabled)
    return made


class _Keeper(QObject):
    """Gives every kept icon anew when the look changes."""

    def __init__(self) -> None:
        super().__init__(look())
        self._kept: WeakKeyDictionary[QObject, tuple[str, str, int]] = WeakKeyDictionary()
        look().changed.connect(self._refresh)

    def keep(self, target: QObject, name: str, colour: str, size: int) -> None:
        self._kept[target] = (name, colour, size)
        self._give(target)

    def _give(self, target: QObject) -> None:
        name, colour, size = self._kept[target]
        set_icon = getattr(target, "setIcon", None)
        if set_icon is None:
            target.setPixmap(icon_pixmap(name, colour, size))  # type: ignore[attr-defined]
            return
        set_icon(icon(name, colour, size))
        if hasattr(target, "setIconSize"):
            target.setIconSize(QSize(look().px(size), look().px(size)))

    def _refresh(self) -> None:
        for target in list(self._kept):
            if shiboken6.isValid(target):
                self._give(target)


class _Current:
    keeper: _Keeper | None = None


def keep_icon(target: QObject, name: str, colour: str = "text", size: int = ICON_SIZE) -> None:
    """Show an icon on a button, action or label, and again whenever theme or zoom change."""
    keeper = _Current.keeper
    if keeper is None or not shiboken6.isValid(keeper) or keeper.parent() is not look():
        keeper = _Current.keeper = _Keeper()
    keeper.keep(target, name, colour, size)


def brand_pixmap(size: int) -> QPixmap:
    """The lotus in the colours of the theme; ``size`` is in pixels at 100 %."""
    flower, leaf = look().tone(Tone.LOTUS)[0].name(), look().colour("primary").name()
    return icon_pixmap("brand/lotus", f"{flower}/{leaf}", size)


def app_icon() -> QIcon:
    """The program's own lotus."""
    return QIcon(str(resource_path("icons", "brand", "sosen.png")))
