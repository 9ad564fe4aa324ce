"""What mail, copying and renaming do to a file on its way: the content decides, never the name."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.store.peers import bundle_log
from desktop.ui.messages.catalogue import CATALOGUE
from desktop.usecases.edit_records import add_record
from desktop.usecases.import_bundle import bundle_files, import_bundles
from tests.helpers.dumps import shared_state, whole_dump
from tests.helpers.network import COMMUNE_X, COMMUNE_Y, Network, make_network
from tests.helpers.offices import no_progress


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = make_network(tmp_path / "offices")
    add_record(made["X1"], Task(title="Nạo vét kênh Tư Mới"))
    add_record(made["Y"], Task(title="Trồng cây đường liên ấp"))
    yield made
    made.close()


@pytest.mark.parametrize(
    "name",
    [
        "30067-x1-1 (1).goi",
        "30067-x1-1 - Copy.goi",
        "30067-X1-1.GOI",
        "30067-x1-1.goi.txt",
        "gói của Phú Điền tháng 6.goi",
        "30043-y-7.goi",
    ],
)
def test_fault_12_a_renamed_bundle_is_found_and_taken_for_what_it_is(
    network: Network, tmp_path: Path, name: str
) -> None:
    (sent,) = network.export("X1")
    folder = tmp_path / "renamed"
    folder.mkdir()
    sent.path.rename(folder / name)
    (outcome,) = import_bundles(network["H"], bundle_files(network["H"], [folder]), no_progress)
    assert (outcome.code, outcome.unit, outcome.n) == (Code.OK, COMMUNE_X, 1)
    assert shared_state(network["H"].store, COMMUNE_X) == shared_state(network["X1"].store, COMMUNE_X)


def test_fault_12_a_bundle_without_any_ending_is_taken_when_it_is_chosen(
    network: Network, tmp_path: Path
) -> None:
    (sent,) = network.export("X1")
    plain = sent.path.rename(tmp_path / "tệp đính kèm")
    assert import_bundles(network["H"], bundle_files(network["H"], [plain]), no_progress)[0].code is Code.OK


def test_fault_13_two_different_bundles_of_one_name_are_both_taken(network: Network, tmp_path: Path) -> None:
    places = []
    for name in ("X1", "Y"):
        (sent,) = network.export(name)
        place = tmp_path / f"stick of {name}"
        place.mkdir()
        places.append(sent.path.rename(place / "bao cao.goi"))
    outcomes = import_bundles(network["H"], bundle_files(network["H"], places), no_progress)
    assert [outcome.code for outcome in outcomes] == [Code.OK, Code.OK]
    for unit, name in ((COMMUNE_X, "X1"), (COMMUNE_Y, "Y")):
        assert shared_state(network["H"].store, unit) == shared_state(network[name].store, unit)
    assert [line.file_name for line in bundle_log(network["H"].store)] == ["bao cao.goi", "bao cao.goi"]


MAIL: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[: len(data) * 2 // 3],
    "base64": base64.encodebytes,
    "line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "seven bits": lambda data: bytes(byte & 0x7F for byte in data),
    "utf-8": lambda data: data.decode("latin-1").encode("utf-8"),
    "replaced": lambda data: data.decode("utf-8", errors="replace").encode("utf-8"),
    "footer": lambda data: data + b"\r\n-- \r\nScanned by the mail gateway\r\n",
}


@pytest.mark.parametrize("how", MAIL)
def test_fault_14_what_a_mail_gateway_made_of_a_bundle_is_refused_and_a_zip_advised(
    network: Network, how: str
) -> None:
    (sent,) = network.export("X1")
    sound = sent.path.read_bytes()
    sent.path.write_bytes(MAIL[how](sound))
    before = whole_dump(network["H"].store)
    assert import_bundles(network["H"], [sent.path], no_progress)[0].code is Code.E_DAMAGED
    assert whole_dump(network["H"].store) == before
    assert ".zip" in CATALOGUE[Code.E_DAMAGED].next
    sent.path.write_bytes(sound)
    assert import_bundles(network["H"], [sent.path], no_progress)[0].code is Code.OK
