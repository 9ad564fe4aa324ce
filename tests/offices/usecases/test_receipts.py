"""A receipt closes the one bundle it names, whether it comes on a stick or by phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.domain.receipt_code import format_receipt
from desktop.store.receipts import Receipt
from desktop.usecases.describe_sending import describe_sending
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import SentBundle
from desktop.usecases.outbox import bundles_with_copy, copy_of
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.read_footer import read_footer
from desktop.usecases.receipts import SentState, Standing, close_bundle, confirm_code, given_receipts
from desktop.usecases.registry import current_registry
from desktop.usecases.sending import Waiting, waiting_changes
from desktop.usecases.undo_import import undo_import
from tests.helpers.dumps import whole_dump
from tests.helpers.network import COMMUNE_X, COMMUNE_Y, DISTRICT, Network, make_network


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path / "offices")
    yield made
    made.close()


def send(network: Network, name: str = "X1", *, times: int = 1) -> list[SentBundle]:
    """Bundles of a commune, each with a new task, all taken by the district."""
    sent = []
    for number in range(times):
        add_record(network[name], Task(title=f"Việc {number}"))
        sent += network.export(name)
    for one in sent:
        assert network.deliver([one], "H")[0].code is Code.OK
    return sent


def code_of(network: Network, sent: SentBundle) -> str:
    """The code that the district gives for a bundle."""
    return next(line.receipt for line in given_receipts(network["H"], {}) if line.bundle == sent.bundle)


def standing(network: Network, sent: SentBundle, name: str = "X1") -> Standing:
    found = next(line.standing for line in read_bundle_log(network[name]) if line.id == sent.bundle)
    assert found is not None
    return found


def refused(network: Network, typed: str, name: str = "X1") -> str:
    """A code that closes nothing: why, and everything is as it was."""
    before = whole_dump(network[name].store)
    with pytest.raises(SoSenError) as caught:
        confirm_code(network[name], typed)
    assert caught.value.code is Code.E_RECEIPT
    assert whole_dump(network[name].store) == before
    return str(caught.value.params["reason"])


def test_a_code_read_over_the_phone_closes_its_bundle(network: Network) -> None:
    (sent,) = send(network)
    assert standing(network, sent).state is SentState.WAITING
    closed = confirm_code(network["X1"], format_receipt(code_of(network, sent)).lower())
    assert closed.bundle.bundle == sent.bundle
    found = standing(network, sent)
    assert found.state is SentState.TAKEN
    assert found.receipt is not None
    assert found.receipt.is_typed


def test_the_receipt_of_one_bundle_never_closes_another(network: Network) -> None:
    """Twenty-five bundles; each code closes its own, whatever the order."""
    sent = send(network, times=25)
    for one in reversed(sent):
        assert standing(network, one).state is not SentState.TAKEN
        assert confirm_code(network["X1"], code_of(network, one)).bundle.bundle == one.bundle
        assert standing(network, one).state is SentState.TAKEN


def test_a_receipt_in_a_bundle_closes_with_result_and_time(network: Network) -> None:
    (sent,) = send(network)
    network.send("H", "X1")
    found = standing(network, sent).receipt
    taken = next(line for line in read_bundle_log(network["H"]) if line.id == sent.bundle)
    assert found == Receipt("OK", 1, 0, taken.at)


def test_a_bundle_that_the_district_refused_is_told_so_until_it_is_taken(network: Network) -> None:
    (second,) = send(network)
    with network["X1"].store.writing():
        assert close_bundle(network["X1"].store, DISTRICT, second.bundle, Receipt("E_GAP", 0, 0, 5))
    assert standing(network, second).state is SentState.REFUSED
    with network["X1"].store.writing():
        assert close_bundle(network["X1"].store, DISTRICT, second.bundle, Receipt("OK", 1, 0, 4))
        assert not close_bundle(network["X1"].store, DISTRICT, second.bundle, Receipt("E_GAP", 0, 0, 9))
    assert standing(network, second).state is SentState.TAKEN


def test_a_receipt_in_a_bundle_says_more_than_a_typed_one(network: Network) -> None:
    (sent,) = send(network)
    confirm_code(network["X1"], code_of(network, sent))
    network.send("H", "X1")
    receipt = standing(network, sent).receipt
    assert receipt is not None
    assert (receipt.is_typed, receipt.rows) == (False, 1)
    confirm_code(network["X1"], code_of(network, sent))
    assert standing(network, sent).receipt == receipt


def test_only_the_unit_it_was_written_for_can_close_a_bundle(network: Network) -> None:
    (sent,) = send(network)
    with network["X1"].store.writing():
        for unit in (COMMUNE_X, COMMUNE_Y):
            assert not close_bundle(network["X1"].store, unit, sent.bundle, Receipt("OK", 1, 0, 1))
        assert not close_bundle(network["X1"].store, DISTRICT, "ab" * 16, Receipt("OK", 1, 0, 1))
    assert standing(network, sent).state is SentState.WAITING


def test_the_code_of_another_commune_closes_nothing(network: Network) -> None:
    send(network)
    (other,) = send(network, "Y")
    assert refused(network, code_of(network, other)) == "unknown"


def test_the_code_of_another_receiver_closes_nothing(network: Network) -> None:
    """The second computer of the commune takes the bundle too; its code is not the district's word."""
    (sent,) = send(network)
    network.deliver([sent], "X2")
    (given,) = given_receipts(network["X2"], {})
    assert given.bundle == sent.bundle
    assert refused(network, given.receipt) == "unknown"


def test_what_is_no_code_says_why(network: Network) -> None:
    (sent,) = send(network)
    code = code_of(network, sent)
    assert refused(network, "") == "empty"
    assert refused(network, code[:-1]) == "length"
    assert refused(network, code[:-1] + "W") == "character"
    wrong = "1" if code[4] != "1" else "2"
    assert refused(network, code[:4] + wrong + code[5:]) == "check"


def test_a_typed_receipt_is_seen_in_the_bar_below(network: Network) -> None:
    (sent,) = send(network)
    before = read_footer(network["X1"]).waiting
    assert before is not None
    assert before.unconfirmed == 1
    confirm_code(network["X1"], code_of(network, sent))
    after = read_footer(network["X1"]).waiting
    assert after is not None
    assert (after.unwritten, after.unconfirmed) == (0, 0)
    add_record(network["X1"], Task(title="Việc mới"))
    again = read_footer(network["X1"]).waiting
    assert again is not None
    assert (again.unwritten, again.unconfirmed) == (1, 1)


def test_the_district_lists_a_code_for_each_bundle_taken_and_for_no_other(network: Network) -> None:
    sent = [*send(network, times=2), *send(network, "Y")]
    given = given_receipts(network["H"], {COMMUNE_Y: "Hưng Thạnh"})
    assert {line.bundle for line in given} == {one.bundle for one in sent}
    assert [line.unit_name for line in given_receipts(network["H"], {}, "30043")] == [COMMUNE_Y]
    codes = {line.id: line.receipt for line in read_bundle_log(network["H"])}
    assert codes == {line.bundle: line.receipt for line in given}
    assert all(line.receipt == "" for line in read_bundle_log(network["X1"]))


# --- what was confirmed and is there no more ----------------------------------------------------------------


def waiting(network: Network, name: str = "X1") -> Waiting:
    """The figures of the bar below."""
    return waiting_changes(network[name], current_registry(network[name].store))


def gone_back(network: Network, name: str) -> None:
    """A computer goes back to its newest backup; its outbox, which also holds what it relayed, is gone."""
    for bundle in bundles_with_copy(network[name]):
        copy_of(network[name], bundle).unlink()
    network.go_back(name)


def test_what_the_district_lost_with_its_disk_waits_to_be_written_again(network: Network) -> None:
    """The commune sees it in its bar from the district's next bundle on, until it has written again."""
    network.settle()
    network["H"].store.back_up("day")
    send(network, times=2)
    network.send("H", "X1", "X2")
    assert waiting(network) == Waiting(0, 0)
    gone_back(network, "H")
    network.send("H", "X1", "X2")
    assert waiting(network) == Waiting(2, 2)
    (part,) = describe_sending(network["X1"])
    assert (part.changes, part.waiting) == (2, 2)
    again = network.export("X1")
    assert waiting(network) == Waiting(0, 2)
    network.send("H", "X1", "X2")
    assert waiting(network) == Waiting(0, 2), "nothing new is said of the one on its way"
    network.deliver(again, "H")
    assert {task.title for task in network["H"].store.select(Task)} == {"Việc 0", "Việc 1"}
    network.send("H", "X1", "X2")
    assert waiting(network) == Waiting(0, 0)


def test_a_bundle_on_its_way_when_the_district_lost_its_disk_must_be_written_again(network: Network) -> None:
    """It builds on what is gone, so the district could not take it alone."""
    network.settle()
    network["H"].store.back_up("day")
    send(network)
    network.settle(2)
    add_record(network["X1"], Task(title="Đang đi đường"))
    on_its_way = network.export("X1")
    assert waiting(network) == Waiting(0, 1)
    gone_back(network, "H")
    network.send("H", "X1", "X2")
    assert waiting(network) == Waiting(2, 2)
    assert network.deliver(on_its_way, "H")[0].code is Code.E_GAP
    network.deliver(network.export("X1"), "H")
    network.send("H", "X1", "X2")
    assert waiting(network) == Waiting(0, 0)


def test_a_bundle_that_crosses_the_district_s_is_not_told_as_lost(network: Network) -> None:
    """The district wrote before it had the bundle: the clerk writes nothing twice."""
    network.settle()
    add_record(network["X1"], Task(title="Đường"))
    from_above = [one for one in network.export("H") if one.unit == COMMUNE_X]
    (sent,) = network.export("X1")
    network.deliver([sent], "H")
    confirm_code(network["X1"], code_of(network, sent))
    assert waiting(network) == Waiting(0, 0)
    network.deliver(from_above, "X1")
    assert waiting(network) == Waiting(0, 1), "the district's own word does not say yet that it is there"
    network.send("H", "X1")
    assert waiting(network) == Waiting(0, 0)


def test_an_import_undone_after_the_telephone_call_waits_again(network: Network) -> None:
    """The district undid what it had confirmed by telephone; its signed bundle says so and is believed."""
    (sent,) = send(network)
    confirm_code(network["X1"], code_of(network, sent))
    assert waiting(network) == Waiting(0, 0)
    undo_import(network["H"], sent.bundle)
    network.send("H", "X1")
    assert standing(network, sent).state is SentState.REFUSED
    assert waiting(network) == Waiting(1, 1)
    network.deliver([sent], "H")
    network.send("H", "X1")
    assert standing(network, sent).state is SentState.TAKEN
    assert waiting(network) == Waiting(0, 0)


def test_a_silent_second_computer_keeps_no_change_waiting(network: Network) -> None:
    """The bar tells what the district has; the commune's other computer may sleep."""
    network.settle()
    send(network)
    for _bundle in range(2):
        network.send("H", "X1")
        assert waiting(network) == Waiting(0, 0)


def test_undoing_the_district_s_bundle_takes_its_word_back_with_it(network: Network) -> None:
    """What it had said before counts again, the telephone call too."""
    (sent,) = send(network)
    confirm_code(network["X1"], code_of(network, sent))
    add_record(network["H"], Task(title="Chương trình"))
    from_above = next(one for one in network.export("H") if one.unit == COMMUNE_X)
    network.deliver([from_above], "X1")
    undo_import(network["X1"], from_above.bundle)
    assert waiting(network) == Waiting(0, 0)
