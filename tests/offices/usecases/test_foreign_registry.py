"""A computer that the registry does not list, moved or enrolled anew, never claims that all is sent."""

from __future__ import annotations

from desktop.usecases.read_footer import read_footer
from desktop.usecases.read_today import read_today
from desktop.usecases.registry import kept_registry
from desktop.usecases.today_lines import CardKey
from tests.helpers.offices import PHU_DIEN, SampleYear


def test_a_computer_that_the_registry_does_not_list_still_has_everything_to_send(
    own_sample_year: SampleYear,
) -> None:
    office = own_sample_year.open(PHU_DIEN)
    listed = read_today(office).counts[CardKey.UNSENT]
    office.store.found(office=office.unit_id, device="d-0000000000000000")
    assert office.store.device not in {device.id for device in kept_registry(office.store).devices}
    today, footer = read_today(office), read_footer(office)
    assert today.counts[CardKey.UNSENT] >= listed > 0
    assert len(today.unsent) > 0
    assert footer.waiting is not None
    assert footer.waiting.unconfirmed > 0
    office.close()


def test_a_registry_without_any_other_computer_does_not_say_that_all_is_sent(
    own_sample_year: SampleYear,
) -> None:
    """The upper office has no computer yet: nobody can have confirmed anything."""
    office = own_sample_year.open(PHU_DIEN)
    registry = kept_registry(office.store)
    upper = {unit.parent for unit in registry.units if unit.id == office.unit_id}
    for device in registry.devices:
        if device.unit in upper:
            office.store.found(office=office.unit_id, device=device.id)
    assert read_today(office).counts[CardKey.UNSENT] > 0
    waiting = read_footer(office).waiting
    assert waiting is not None
    assert waiting.unconfirmed > 0
    office.close()
