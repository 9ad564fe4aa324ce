"""Copies of attached files that were opened in another program: bare proof, so they do not stay."""

from __future__ import annotations

import logging
from pathlib import Path

log = logging.getLogger(__name__)
OPENED = "opened"
_READ_ONLY, _WRITABLE = 0o400, 0o600


def protect(path: Path) -> None:
    """Let only this user read a copy, and nobody write it: words typed into it would go with it."""
    path.chmod(_READ_ONLY)


def remove_opened_copies(data: Path) -> None:
    """Remove the copies of a data folder; one that another program holds stays until the next time."""
    for path in sorted((data / OPENED).rglob("*"), reverse=True):  # what is in a folder before the folder
        try:
            if path.is_dir():
                path.rmdir()
            else:
                remove_copy(path)
        except OSError as error:
            log.info("an opened copy stays: %s", type(error).__name__)


def remove_copy(path: Path) -> None:
    """Remove one copy, if it is there. Raises OSError."""
    if not path.exists():
        return
    path.chmod(_WRITABLE)  # Windows removes no other
    try:
        path.unlink()
    except OSError:
        protect(path)
        raise
