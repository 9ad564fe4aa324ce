"""What the clocks of other computers say about this one's; a warning for a person, never a reason to refuse.

Order is never taken from a clock (sync.md 1, "Clock skew"); but a wrong one prints wrong days on reports.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from desktop.bundle.manifest import Manifest
from desktop.domain.merge import claim_rank
from desktop.store.store import Store
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import unit_names

_CLAIMS = "clock_claims"
_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Claim:
    """The newest time (UTC ms) that a computer of a unit claimed, in a verified bundle or one of its commits.

    ``heard`` is what this computer's clock said then.
    """

    unit: str
    at: int
    heard: int


@dataclass(frozen=True, slots=True)
class ClockWarning:
    """This computer's clock and the time that another claims lie more than a day apart.

    ``days`` is how far this clock was behind the other; negative when it was ahead.
    """

    unit: str
    unit_name: str
    device: str
    claimed: int
    now: int
    days: int


def note_claims(store: Store, manifest: Manifest) -> None:
    """Remember what time a verified bundle of another computer claims. The caller holds the transaction."""
    claims = _claims(store)
    claims[manifest.device] = Claim(manifest.unit, manifest.made, store.now())
    encoded = {device: asdict(claim) for device, claim in claims.items()}
    store.set_meta(_CLAIMS, json.dumps(encoded))


def _claims(store: Store) -> dict[str, Claim]:
    return {device: Claim(**said) for device, said in json.loads(store.meta(_CLAIMS, "{}")).items()}


def newest_claim(store: Store) -> Claim | None:
    """The newest believable time any other computer claims at present; None before the first bundle."""
    claims = [claim for claim in _claims(store).values() if claim_rank(claim.at)]
    return max(claims, key=lambda claim: claim.at, default=None)


def clock_warning(office: Office) -> ClockWarning | None:
    """Whether this clock is more than a day behind the newest time seen, or shows an unbelievable date.

    Later than the newest bundle is how time goes while no bundle comes, so that alone means nothing.
    """
    now = office.store.now()
    claims = {device: claim for device, claim in _claims(office.store).items() if claim_rank(claim.at)}
    if not claims:
        return None
    device, newest = max(claims.items(), key=lambda item: item[1].at)
    if newest.at - now > _DAY or not claim_rank(now):
        return _warning(office, device, newest, now, newest.at - now)
    return None


def _warning(office: Office, device: str, claim: Claim, now: int, apart: int) -> ClockWarning:
    names = unit_names(office)
    name = names.get(claim.unit, claim.unit)
    return ClockWarning(claim.unit, name, device, claim.at, now, apart // _DAY)


def odd_clocks(office: Office) -> list[ClockWarning]:
    """The computers whose newest bundle was ahead of this clock by more than a day when it came, or has an
    unbelievable date (before 2024, after 2100). One's own clock may be the wrong one: see ``clock_warning``.
    """
    found = []
    for device, claim in _claims(office.store).items():
        if claim.at - claim.heard > _DAY or not claim_rank(claim.at):
            found.append(_warning(office, device, claim, claim.heard, claim.at - claim.heard))
    return found
