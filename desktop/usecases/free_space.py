"""How much room is left where the data lies, and when that is worth a warning."""

from __future__ import annotations

import logging
import shutil

from desktop.usecases.office import Office

log = logging.getLogger(__name__)
LOW = 500_000_000
"""With fewer bytes free a clerk is warned (reliability.md F6): a bundle with photographs may need as much."""


def scarce_space(office: Office) -> int | None:
    """The bytes that are free on the disk of the data, where they are few; None while there are enough.

    None also where the system does not tell: what cannot be measured is not warned of, the log says so.
    """
    folder = office.store.folder
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        log.warning("free space of %s not told: %s", folder, error)
        return None
    return free if free < LOW else None
