"""Receipts that are lost, late or never come: bundles grow, and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.usecases.describe_sending import SendingPart, SendingWarning, describe_sending
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import SentBundle
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.receipts import SentState, confirm_code, given_receipts
from tests.helpers.dumps import shared_state
from tests.helpers.network import COMMUNE_Y, Network, make_network

DAY = 86_400_000


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path / "offices")
    yield made
    made.close()


def write_and_send(network: Network, title: str) -> SentBundle:
    add_record(network["Y"], Task(title=title))
    (sent,) = network.export("Y")
    assert network.deliver([sent], "H")[0].code is Code.OK
    return sent


def give_back(network: Network) -> None:
    """The district's bundle for Y comes back: with it the receipts."""
    assert network.send("H", "Y") == [Code.OK_DUP]  # no rows of its own, receipts only


def states(network: Network) -> list[SentState]:
    """How Y's bundles stand, oldest first."""
    lines = [line for line in read_bundle_log(network["Y"]) if line.standing is not None]
    return [line.standing.state for line in reversed(lines) if line.standing is not None]


def test_fault_18_a_lost_receipt_makes_the_next_bundle_larger_and_nothing_else(network: Network) -> None:
    first = write_and_send(network, "Việc thứ nhất")
    network.export("H")  # written, and lost on the way
    second = write_and_send(network, "Việc thứ hai")
    assert (first.rows, second.rows) == (1, 2)
    assert states(network) == [SentState.WAITING, SentState.WAITING]
    assert shared_state(network["H"].store, COMMUNE_Y) == shared_state(network["Y"].store, COMMUNE_Y)
    give_back(network)
    assert states(network) == [SentState.TAKEN, SentState.TAKEN]
    assert write_and_send(network, "Việc thứ ba").rows == 1


def test_fault_18_a_bundle_that_was_lost_is_covered_by_the_next_one(network: Network) -> None:
    add_record(network["Y"], Task(title="Việc thứ nhất"))
    network.export("Y")  # lost on the way
    second = write_and_send(network, "Việc thứ hai")
    give_back(network)
    lost, taken = (line.standing for line in reversed(read_bundle_log(network["Y"])) if line.is_outgoing)
    assert lost is not None
    assert (lost.state, lost.covered_by) == (SentState.COVERED, second.n)
    assert taken is not None
    assert taken.state is SentState.TAKEN


def part(network: Network) -> SendingPart:
    (found,) = describe_sending(network["Y"])
    return found


def test_fault_19_months_without_a_receipt_end_in_a_snapshot_and_a_warning(network: Network) -> None:
    """What was sent goes again, so that any one bundle brings everything; from the 61st day it is told."""
    started = network["Y"].store.now()
    for week in range(10):
        network["Y"].store.now = itertools.count(started + week * 7 * DAY).__next__
        add_record(network["Y"], Task(title=f"Việc của tuần {week}"))
        sent = network.export("Y")
        assert sent[0].rows == week + 1
        assert (SendingWarning.SILENT in part(network).warnings) == (week * 7 > 60)
    assert part(network).silent_days == 63
    assert network.deliver(network.export("Y"), "H")[0].code is Code.OK
    assert shared_state(network["H"].store, COMMUNE_Y) == shared_state(network["Y"].store, COMMUNE_Y)
    code = given_receipts(network["H"], {})[0].receipt
    confirm_code(network["Y"], code)
    assert part(network).warnings == ()


def test_fault_19_a_bundle_of_20_megabytes_is_told(network: Network) -> None:
    add_record(network["Y"], Task(title="Một việc"))
    small = part(network)
    assert small.warnings == ()
    large = replace(small, rows={"task": 400_000})
    assert large.size > 20_000_000
    assert large.warnings == (SendingWarning.LARGE,)
