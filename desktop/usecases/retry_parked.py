"""Bundles kept aside, tried once more: after every import, every change of the registry and every upgrade.

What can be taken now is taken by itself and told; the rest stays where it is, with its newest reason.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.usecases.import_bundle import BundleOutcome, take_again
from desktop.usecases.office import Office
from desktop.usecases.parking import ParkedLine, list_parked, sweep_parked
from desktop.usecases.version import VERSION

_TRIED_WITH = "parked_tried_with"

Progress = Callable[[int, int | None], None]


def retry_parked(office: Office, progress: Progress) -> list[BundleOutcome]:
    """Take every parked bundle that can be taken now; the outcomes of those, in the order they were taken.

    One may make way for another, so it goes on until nothing more moves. ``progress`` is told bundles tried
    and all; it may raise CancelledError: what was taken by then stays.
    """
    taken: list[BundleOutcome] = []
    waiting = list_parked(office)
    while waiting:
        outcomes = [_again(office, line, progress, done, len(waiting)) for done, line in enumerate(waiting)]
        now = [outcome for outcome in outcomes if outcome.is_taken]
        taken += now
        waiting = list_parked(office) if now else []
    return taken


def _again(office: Office, line: ParkedLine, progress: Progress, done: int, count: int) -> BundleOutcome:
    def step(_now: int, _total: int | None) -> None:
        progress(done, count)

    step(0, None)
    return take_again(office, line.path, line.file_name, step)


def retry_after_upgrade(office: Office, progress: Progress) -> list[BundleOutcome]:
    """At start: in step with the folder, and ``retry_parked`` once for each version of the program.

    What lay there without being listed, as after a restored backup, is tried at once.
    """
    found = sweep_parked(office)
    outcomes = [_again(office, line, progress, done, len(found)) for done, line in enumerate(found)]
    taken = [outcome for outcome in outcomes if outcome.is_taken]
    if office.store.meta(_TRIED_WITH) == VERSION:
        return taken
    taken += retry_parked(office, progress)
    office.store.set_meta(_TRIED_WITH, VERSION)
    return taken
