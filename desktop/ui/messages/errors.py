"""Refusals → the three sentences a clerk reads, with the thing they are about named."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.ui.messages.error_catalogue import CATALOGUE
from desktop.ui.messages.reasons import reason_sentence
from desktop.ui.widgets.cards import ErrorText


def error_text(error: SoSenError) -> ErrorText:
    """What happened, what is safe, what next; details hold the code and the technical text."""
    sentences = CATALOGUE[error.code]
    return ErrorText(
        _happened(error),
        QCoreApplication.translate("Errors", sentences.safe),
        QCoreApplication.translate("Errors", sentences.next),
        _details(error),
    )


def outcome_sentence(code: Code) -> str:
    """What happened, alone, for a line of a log or a table of bundles."""
    return QCoreApplication.translate("Errors", CATALOGUE[code].happened)


def _happened(error: SoSenError) -> str:
    happened = outcome_sentence(error.code)
    if isinstance(error, InvalidValueError):
        params = error.params
        reason = reason_sentence(str(params["reason"]), str(params["entity"]), str(params["field"]))
        return f"{happened} {reason}"
    place = _place(error)
    return f"{happened}\n{place}" if place else happened


def _place(error: SoSenError) -> str:
    """The file or folder it is about: a file by its name, a folder with its whole path."""
    path = str(error.params.get("path", ""))
    if not path:
        return ""
    pure = PurePath(path)
    return pure.name if pure.suffix else path


def _details(error: SoSenError) -> str:
    lines = [str(error.code), error.detail]
    lines += [f"{name}: {value}" for name, value in sorted(error.params.items()) if name != "value"]
    return "\n".join(line for line in lines if line)
