"""The words of the command line in Vietnamese or English; Qt is loaded only when something is said."""

from __future__ import annotations

from desktop.domain.errors import SoSenError


class LazySpeaker:
    """Translates for the console; ``language`` is "vi" or "en"."""

    def __init__(self, language: str = "vi") -> None:
        self._language = language
        self._ready = False

    def translate(self, source: str) -> str:
        """A word of the context ``Cli``."""
        from PySide6.QtCore import QCoreApplication  # Qt is not needed for JSON

        self._prepare()
        return QCoreApplication.translate("Cli", source)

    def explain(self, error: SoSenError) -> list[str]:
        """What happened, what is safe, what to do next, and the technical detail."""
        from desktop.ui.messages.errors import error_text  # loads Qt's widgets

        self._prepare()
        text = error_text(error)
        return [text.happened, text.safe, text.next]

    def _prepare(self) -> None:
        if self._ready:
            return
        from PySide6.QtCore import QCoreApplication  # Qt is not needed for JSON

        from desktop.ui.i18n import install_language  # loads Qt

        install_language(QCoreApplication.instance() or QCoreApplication([]), self._language)
        self._ready = True
