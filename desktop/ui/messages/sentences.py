"""What a refusal says: three sentences, and those that many share."""

from __future__ import annotations

from typing import NamedTuple

from desktop.ui.marks import QT_TRANSLATE_NOOP


class Sentences(NamedTuple):
    """Three English sources of the context ``Errors``."""

    happened: str
    safe: str
    next: str


UNCHANGED = QT_TRANSLATE_NOOP("Errors", "Nothing was changed; your data is as it was before.")
NOT_TAKEN = QT_TRANSLATE_NOOP("Errors", "Nothing of this bundle was taken; your data is as it was before.")
