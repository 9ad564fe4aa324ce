"""The look in force: theme, zoom, fonts and colours, applied to the whole application at once.

There is one palette and one style sheet; widgets that paint themselves ask ``look()`` for colours,
fonts and scaled pixels and repaint when ``changed`` is emitted.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.palette import make_brush, make_palette
from desktop.ui.theme.resources import resource_path
from desktop.ui.theme.style_sheet import make_style_sheet
from desktop.ui.theme.tokens import TOKENS, TYPE_SCALE, ZOOM_STEPS, Theme, Tokens, Tone, Type

FONT_FILES = ("NotoSans_400Regular.ttf", "NotoSans_600SemiBold.ttf", "NotoSans_700Bold.ttf")
FONT_FAMILY = "Noto Sans"
_STYLE = "fusion"
_STYLED = "is_styled"


@lru_cache(maxsize=1)
def _load_fonts() -> bool:
    """Make the shipped font known to Qt. False when a file is missing: then the system's font is used."""
    return all(
        QFontDatabase.addApplicationFont(str(resource_path("fonts", name))) >= 0 for name in FONT_FILES
    )


class Look(QObject):
    """Theme and zoom of the program. ``changed`` is emitted after fonts, palette and style sheet changed."""

    changed = Signal()

    def __init__(self, app: QApplication | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._wish = Theme.LIGHT
        self._zoom = 1.0
        self._fonts: dict[Type, QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._tones: dict[Tone, tuple[QColor, QColor]] = {}
        self._brushes: dict[str, QBrush] = {}
        self._applied: tuple[Theme, float] | None = None

    @property
    def wish(self) -> Theme:
        """The theme asked for, which may be ``SYSTEM``."""
        return self._wish

    @property
    def theme(self) -> Theme:
        """The theme in force: light or dark."""
        if self._wish is not Theme.SYSTEM:
            return self._wish
        dark = QGuiApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
        return Theme.DARK if dark else Theme.LIGHT

    @property
    def tokens(self) -> Tokens:
        return TOKENS[self.theme]

    @property
    def zoom(self) -> float:
        """0.9 … 2.0."""
        return self._zoom

    def apply(self, theme: Theme | None = None, zoom: float | None = None) -> None:
        """Set theme and zoom (kept where None) and restyle everything when one of them changed."""
        self._wish = theme or self._wish
        if zoom is not None:
            self._zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        if self._applied == (self.theme, self._zoom) or self._app is None:
            return
        self._applied = (self.theme, self._zoom)
        for kept in (self._fonts, self._colours, self._tones, self._brushes):
            kept.clear()
        self._app.setPalette(make_palette(self.tokens))
        self._app.setFont(self.font(Type.BODY))
        self._app.setStyleSheet(make_style_sheet(self.tokens, self._zoom))
        self.changed.emit()

    def follow_system(self) -> None:
        """Restyle when the operating system went from light to dark or back."""
        self.apply()

    def zoom_by(self, steps: int) -> None:
        """Go ``steps`` up or down the ladder of zoom sizes."""
        nearest = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - self._zoom))
        self.apply(zoom=ZOOM_STEPS[min(max(nearest + steps, 0), len(ZOOM_STEPS) - 1)])

    def px(self, pixels: float) -> int:
        """Pixels at 100 % → pixels at the present zoom, at least 1 for anything above 0."""
        return max(1, round(pixels * self._zoom)) if pixels > 0 else 0

    def font(self, role: Type) -> QFont:
        """The font of a role at the present zoom."""
        font = self._fonts.get(role)
        if font is None:
            size, weight = TYPE_SCALE[role]
            font = QFont(FONT_FAMILY)
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(weight))
            self._fonts[role] = font
        return font

    def metrics(self, role: Type) -> QFontMetrics:
        return QFontMetrics(self.font(role))

    def colour(self, name: str) -> QColor:
        """A colour by its token name, such as ``text2``. Not to be changed: it is kept for the next asker."""
        colour = self._colours.get(name)
        if colour is None:
            colour = self._colours[name] = QColor(str(getattr(self.tokens, name)))
        return colour

    def ground(self, name: str) -> QBrush:
        """What ``paint_ground`` fills with: the colour of a token, or the ground of a tone, by name.

        "primary" is the tone's. Not to be changed.
        """
        return self._brush(self.tone(Tone(name))[1] if name in set(Tone) else self.colour(name))

    def line(self, name: str) -> QBrush:
        """What ``paint_ring`` draws with: the colour of a token. Not to be changed."""
        return self._brush(self.colour(name))

    def _brush(self, colour: QColor) -> QBrush:
        brush = self._brushes.get(colour.name())
        if brush is None:
            brush = self._brushes[colour.name()] = make_brush(colour)
        return brush

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Word and ground of a tone. Not to be changed."""
        pair = self._tones.get(tone)
        if pair is None:
            words = self.tokens.tone(tone)
            pair = self._tones[tone] = (QColor(words.word), QColor(words.ground))
        return pair

    def shade(self, name: str) -> QColor:
        """The colour of a token, or the word's colour of a tone, by name; "primary" is the same in both."""
        return self.tone(Tone(name))[0] if name in set(Tone) else self.colour(name)

    def palette(self) -> QPalette:
        return make_palette(self.tokens)


class _Current:
    """Holds the one look; a class, so that no ``global`` statement is needed."""

    look: Look | None = None


def make_application(name: str) -> QApplication:
    """A new application in the program's style, to be given its look by ``install``.

    The style is named to Qt as on a command line: ``setStyle`` would hand Python a ``QStyle``, whose names
    take as long to make as all the bars of the window (decision 9).
    """
    app = QApplication([name, "-style", _STYLE])
    app.setProperty(_STYLED, True)
    return app


def install(app: QApplication, theme: Theme = Theme.LIGHT, zoom: float = 1.0) -> Look:
    """Give ``app`` the program's style, fonts and colours; call once, before the first window."""
    if _Current.look is None or _Current.look.parent() is not app:
        if not app.property(_STYLED):
            app.setStyle(_STYLE)
        _load_fonts()
        _Current.look = Look(app)
        app.styleHints().colorSchemeChanged.connect(_Current.look.follow_system)
    _Current.look.apply(theme, zoom)
    return _Current.look


def look() -> Look:
    """The look in force. Before ``install`` it is one without an application, for plain computations."""
    if _Current.look is None:
        _Current.look = Look()
    return _Current.look
