"""The three sentences of a refusal."""

from __future__ import annotations

from typing import NamedTuple


class Sentences(NamedTuple):
    """Three English sources of the context ``Errors``."""

    happened: str
    safe: str
    next: str
