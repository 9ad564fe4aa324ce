"""What goes wrong with disks and sticks, as codes; and opening a file that a virus scanner holds."""

from __future__ import annotations

import errno
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import is_held, is_protected

log = logging.getLogger(__name__)

Progress = Callable[[int, int | None], None]
"""Called with what is done and the whole (``None`` while unknown); it may raise ``CancelledError``."""

PIECE = 128 * 1024
"""How much is read or written between two calls of the progress step."""


class Sink(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> object: ...


_FULL = {errno.ENOSPC, errno.EDQUOT}


def no_progress(_done: int, _total: int | None) -> None:
    """For callers that do not ask how far the work is."""


def as_refusal(error: OSError, path: Path | None = None) -> SoSenError:
    """The refusal that an operating system error means: ``E_SPACE``, or ``E_IO``, perhaps with its reason."""
    code = Code.E_SPACE if error.errno in _FULL else Code.E_IO
    place = path if path is not None else error.filename
    reason = {"reason": "read_only"} if is_protected(error) else {}
    return SoSenError(code, f"{type(error).__name__}: {error}", path=str(place or ""), **reason)


@contextmanager
def removed_on_failure(path: Path) -> Iterator[None]:
    """Leave no half file: whatever the block raises, a cancel too, takes the file along and is raised on."""
    try:
        yield
    except BaseException:
        # With the stick pulled out this fails too; the first error is the one to tell.
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


@contextmanager
def refusals(path: Path | None = None) -> Iterator[None]:
    """Turn operating system errors of the block into ``SoSenError`` ``E_SPACE`` or ``E_IO``."""
    try:
        yield
    except OSError as error:
        raise as_refusal(error, path) from error


def listed(folder: Path) -> list[Path]:
    """What lies in a folder within a chosen place, in order: nothing where this user may not look.

    Sticks have such folders ("System Volume Information", "lost+found"); they say nothing about the others.
    """
    try:
        return sorted(folder.iterdir())
    except PermissionError as error:
        if not is_held(error):
            raise
        log.info("%s is passed over: %s", folder, error)
        return []


def need_space(folder: Path, size: int) -> None:
    """Raise ``SoSenError`` ``E_SPACE`` unless ``folder`` has room for ``size`` bytes."""
    free = shutil.disk_usage(folder).free
    if free < size:
        raise SoSenError(
            Code.E_SPACE, f"{free} bytes free, {size} needed", path=str(folder), free=free, needed=size
        )
