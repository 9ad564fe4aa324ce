"""Refusals → the three sentences a clerk reads, with the thing they are about named."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Code, SoSenError
from desktop.domain.formats import shown_name
from desktop.ui.forms.labels import field_label
from desktop.ui.messages.catalogue import sentences_of
from desktop.ui.messages.reasons import reason_sentence
from desktop.ui.widgets.cards import ErrorText


def error_text(error: SoSenError) -> ErrorText:
    """What happened, what is safe, what next; details hold the code and the technical text."""
    sentences = sentences_of(error.code, str(error.params.get("reason", "")))
    return ErrorText(
        _happened(error, QCoreApplication.translate("Errors", sentences.happened)),
        _safe(error, QCoreApplication.translate("Errors", sentences.safe)),
        QCoreApplication.translate("Errors", sentences.next),
        _details(error),
    )


def outcome_sentence(code: Code, reason: str = "") -> str:
    """What happened, alone, for a line of a log or a table of bundles."""
    return QCoreApplication.translate("Errors", sentences_of(code, reason).happened)


def _happened(error: SoSenError, happened: str) -> str:
    if error.code is Code.E_INVALID:
        return _invalid(happened, error)
    happened = happened.replace("{free}", str(error.params.get("free", "")))
    place = _place(error)
    return f"{happened}\n{place}" if place else happened


def _safe(error: SoSenError, safe: str) -> str:
    """What is safe; where some of several bundles were written before the trouble, that they are."""
    written = error.params.get("written")
    if not isinstance(written, int):
        return safe
    return QCoreApplication.translate(
        "Errors",
        "Your data is as it was. %n bundle(s) written before are whole and count as sent; all else goes with "
        "the next writing.",
        "",
        written,
    )


def _invalid(happened: str, error: SoSenError) -> str:
    entity, field = str(error.params.get("entity", "")), str(error.params.get("field", ""))
    reason = reason_sentence(str(error.params.get("reason", "")), entity, field)
    return happened.replace("{field}", field_label(entity, field)).replace("{reason}", reason)


def _place(error: SoSenError) -> str:
    """Whose it is, what was typed, and the file by its name or the folder with its path, as far as known."""
    path = str(error.params.get("path", ""))
    place = shown_name(PurePath(path)) if PurePath(path).suffix else path
    parts = [str(error.params.get(name, "")) for name in ("unit_name", "user", "text")]
    return "\n".join(part for part in (*parts, place) if part)


def _details(error: SoSenError) -> str:
    lines = [str(error.code), error.detail]
    lines += [f"{name}: {value}" for name, value in sorted(error.params.items()) if name != "value"]
    return "\n".join(line for line in lines if line)
