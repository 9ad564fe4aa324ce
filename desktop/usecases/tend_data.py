"""What is done once after a start: keys are settled, what waited is tried again, old files go.

What a restored backup does not know of own bundles is taken back from the outbox.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from desktop.store.blobs import find_again, sweep_blobs
from desktop.usecases.found_office import settle_keys
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.keep_originals import remove_old_originals
from desktop.usecases.office import Office
from desktop.usecases.opened_copies import remove_opened_copies
from desktop.usecases.own_bundles import take_unknown_copies
from desktop.usecases.retry_parked import retry_after_upgrade

_DAY = 86_400


def tend_data(office: Office, progress: Callable[[int, int | None], None]) -> list[BundleOutcome]:
    """The bundles that had waited and were taken now, and own ones that the data did not know.

    May raise CancelledError through ``progress``.
    """
    settle_keys(office)
    remove_opened_copies(office.store.folder)
    taken = retry_after_upgrade(office, progress)
    remove_old_originals(office)
    taken += take_unknown_copies(office)
    find_again(office.store, progress)
    sweep_blobs(office.store, time.time() - _DAY)
    return taken
