"""Fault 37 at scale: many histories with a disk image on two computers; nothing lost, nothing split."""

from __future__ import annotations

import random

import pytest

from desktop.domain.errors import Code
from desktop.usecases import receiving
from tests.faults.conftest import Tally
from tests.helpers.histories import CLONE, COLLEAGUE, FIELDS, NAMES, Offices
from tests.helpers.letters import Letter

STEPS = 25
WRITERS = ("X1", "X2", CLONE, "X1", CLONE, "H")


class ClonedOffices(Offices):
    """Counts whether two histories met."""

    has_forked = False
    writers: tuple[str, ...] = WRITERS

    def _take(self, name: str, letter: Letter) -> Code:
        code = super()._take(name, letter)
        self.has_forked = self.has_forked or code is Code.E_FORK
        return code


class TwoAtTheOffice(ClonedOffices):
    """The office has two computers, and either may meet another branch first."""

    names = (*NAMES, COLLEAGUE)
    writers = (*WRITERS, COLLEAGUE)


def run(seed: int, machine: type[ClonedOffices]) -> tuple[bool, bool]:
    """One history of a copied computer: whether it forked, whether all were equal and complete at rest."""
    chance = random.Random(seed)
    offices = machine()
    offices.start()
    try:
        for _step in range(chance.randrange(6)):
            act(offices, chance)
        offices.clone(chance.choice(("X1", "X2")))
        for _step in range(STEPS):
            act(offices, chance)
        try:
            offices.rest()
        except AssertionError:
            return offices.has_forked, False
        return offices.has_forked, True
    finally:
        offices.registry = None  # the rest was looked at here
        offices.teardown()


def act(offices: ClonedOffices, chance: random.Random) -> None:
    """Somebody writes, deletes, sends, or takes a stick."""
    name, kind = chance.choice(offices.writers), chance.random()
    if kind < 0.5:
        offices.write(name, chance.randrange(4), chance.choice(FIELDS), chance.choice("abc"))
    elif kind < 0.55:
        offices.delete(name, chance.randrange(4))
    elif kind < 0.85:
        offices.send(name, set(chance.sample((*offices.names, CLONE), 3)))
    elif kind < 0.92:
        offices.export(name)
    else:
        offices.deliver(chance.randrange(1_000_000), chance.randrange(5))


def many(runs: int, machine: type[ClonedOffices] = ClonedOffices) -> tuple[int, int]:
    """How many of the runs forked, how many ended split or incomplete."""
    found = [run(seed, machine) for seed in range(runs)]
    return sum(forked for forked, _whole in found), sum(not whole for _forked, whole in found)


@pytest.mark.timeout(600)
def test_fault_37_copied_computers_come_to_peace(tally: Tally) -> None:
    """Most histories fork; none loses a word, none stays split."""
    forked, split = many(60)
    tally("copied computers", tried=60, lost=split)
    assert forked > 30
    assert split == 0


@pytest.mark.long
@pytest.mark.timeout(0)
def test_fault_37_four_thousand_copied_computers_come_to_peace(tally: Tally) -> None:
    """The same, 4,000 times."""
    forked, split = many(4_000)
    tally("copied computers", tried=4_000, lost=split)
    assert forked > 2_000
    assert split == 0


@pytest.mark.timeout(600)
def test_fault_37_two_computers_of_an_office_come_to_peace_over_a_copied_one(tally: Tally) -> None:
    """Each may say another word; all computers follow both, and end with the same."""
    forked, split = many(40, TwoAtTheOffice)
    tally("copied computers, two at the office", tried=40, lost=split)
    assert forked > 20
    assert split == 0


@pytest.mark.long
@pytest.mark.timeout(0)
def test_fault_37_thousand_copied_computers_come_to_peace_below_two_at_the_office(tally: Tally) -> None:
    """The same, 1,000 times."""
    forked, split = many(1_000, TwoAtTheOffice)
    tally("copied computers, two at the office", tried=1_000, lost=split)
    assert forked > 500
    assert split == 0


@pytest.mark.timeout(600)
def test_without_the_office_s_word_every_fork_stays_split(
    monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """Negative control: it is the arbitration that heals them."""
    monkeypatch.setattr(receiving, "heed_notes", lambda *_: None)
    forked, split = many(20)
    assert forked > 10
    tally("copied computers, nobody decides", tried=20, lost=split, control=True)
    assert split == forked
