"""The log: a small rotating file beside the data, without names of people or keys."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler

from desktop.app.places import Places

_SIZE = 500_000
_KEPT = 4


def start_log(places: Places) -> None:
    """Log to ``logs/sosen.log``; where the folder cannot be written, to the error stream."""
    handler: logging.Handler
    try:
        places.logs.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            places.logs / "sosen.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    if faulthandler.is_enabled() is False:
        faulthandler.enable()
