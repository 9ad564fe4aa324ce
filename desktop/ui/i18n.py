"""The language of the program: its own words and Qt's, switched at once.

Sources are English; ``resources/i18n`` holds the Vietnamese and the English plural forms, compiled by the
set-up.  Qt ships no Vietnamese words of its own: ``qtbase_vi`` is ours.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.ui.theme.resources import resource_path

log = logging.getLogger(__name__)

VIETNAMESE, ENGLISH = "vi", "en"
LANGUAGES = (VIETNAMESE, ENGLISH)
"""The languages to choose from; the first is the one of a new computer."""

_LOCALES = {VIETNAMESE: "vi_VN", ENGLISH: "en_GB"}


class _Installed:
    """The translators in force; a class, so that no ``global`` statement is needed."""

    language: str = ENGLISH
    translators: tuple[QTranslator, ...] = ()


def current_language() -> str:
    """The language in force: ``vi`` or ``en``."""
    return _Installed.language


def remove_language(app: QCoreApplication) -> None:
    """Speak the words of the source again, as before any language was installed."""
    for old in _Installed.translators:
        app.removeTranslator(old)
    _Installed.translators = ()
    _Installed.language = ENGLISH


def install_language(app: QCoreApplication, language: str) -> bool:
    """Speak ``language`` from now on; one that is unknown counts as Vietnamese.

    Windows made before keep their words until they are made again.  False when a compiled catalogue is
    missing (the set-up makes them): the words then stay English.
    """
    chosen = language if language in LANGUAGES else VIETNAMESE
    remove_language(app)
    loaded = []
    for name in (f"qtbase_{chosen}", chosen):
        translator = QTranslator(app)
        if translator.load(str(resource_path("i18n", f"{name}.qm"))):
            app.installTranslator(translator)
            loaded.append(translator)
        elif name != f"qtbase_{ENGLISH}":
            log.warning("no compiled catalogue %s", name)
    _Installed.translators = tuple(loaded)
    _Installed.language = chosen
    QLocale.setDefault(QLocale(_LOCALES[chosen]))
    return any(Path(translator.filePath()).name == f"{chosen}.qm" for translator in loaded)
