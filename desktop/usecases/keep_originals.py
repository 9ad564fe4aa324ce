"""Received bundles are kept as they came for twelve months: the senders' signed word on their figures.

No clock is trusted with throwing things away: an original's age is counted to the earlier of this computer's
clock and the newest time that any verified bundle claims, so a clock that jumped ahead removes nothing alone.
"""

from __future__ import annotations

import shutil

from desktop.domain.patience import discard
from desktop.store.database import storage_errors
from desktop.store.peers import incoming_times
from desktop.usecases.clocks import newest_claim
from desktop.usecases.office import Office

KEPT_DAYS = 365
KEPT_DAYS_WITHOUT_ROOM = 90
"""What is kept where the disk is nearly full: the database needs the room more."""
SCARCE = 1024**3
"""Fewer free bytes than this is "nearly full"."""
_DAY = 86_400_000


def remove_old_originals(office: Office) -> int:
    """Remove the originals whose time is over; how many."""
    folder = office.store.folder / "inbox" / "received"
    if not folder.is_dir():
        return 0
    claimed = newest_claim(office.store)
    now = office.store.now() if claimed is None else min(office.store.now(), claimed.at)
    is_scarce = shutil.disk_usage(folder).free < SCARCE
    oldest = now - (KEPT_DAYS_WITHOUT_ROOM if is_scarce else KEPT_DAYS) * _DAY
    times = incoming_times(office.store)
    removed = 0
    with storage_errors():
        for path in folder.glob("*.goi"):
            if times.get(path.stem, now) < oldest:
                discard(path)
                removed += 1
    return removed
