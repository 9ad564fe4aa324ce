"""A district whose units have very long names, and a stick on which every kind of trouble lies at once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from desktop.bundle.manifest import Manifest
from desktop.bundle.registry import Registry
from desktop.bundle.trust import Revocation
from desktop.domain.entities import Task, Unit
from desktop.domain.errors import Code
from desktop.store.peers import hear
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import SentBundle
from desktop.usecases.parking import PARKED
from tests.helpers import network as small
from tests.helpers.network import DISTRICT, Network, make_network

LONG_NAME = "Ủy ban nhân dân thị trấn Trường Xuân và khu kinh tế quốc phòng Đồng Tháp Mười"
_NAMES = {
    "30070-19840306": LONG_NAME,
    "30071-19840306": "Ủy ban nhân dân thị trấn Mỹ An, huyện Tháp Mười, tỉnh Đồng Tháp (cũ: xã Mỹ An Hưng)",
    "30072-19840306": "Ủy ban nhân dân xã Đốc Binh Kiều",
    "30073-19840306": "Đảng ủy Khối các cơ quan, doanh nghiệp và hợp tác xã nông nghiệp huyện Tháp Mười",
    "30074-19840306": "Ủy ban nhân dân xã Thạnh Lợi",
    "30075-19840306": "Ủy ban nhân dân xã Trường Xuân, khu vực biên giới và cửa khẩu phụ số 3",
    "30076-19840306": "Ủy ban nhân dân xã Mỹ Hòa",
}
COMPUTERS = {f"L{place}": unit for place, unit in enumerate(_NAMES)}
"""Computers beside those of the small network, one for each unit with a long name."""
FORKED, NEWER, GAP, STRANGER, REVOKED, DAMAGED, CLEAN = COMPUTERS
TROUBLES = PARKED | {Code.E_DAMAGED, Code.E_NOTFORME}


@dataclass(frozen=True)
class HardStick:
    """The offices, and the stick with one bundle for each of ``TROUBLES`` beside two clean ones."""

    network: Network
    folder: Path


def make_hard_stick(folder: Path, monkeypatch: pytest.MonkeyPatch) -> HardStick:
    """Found all offices and let each give the stick what it has."""
    for name, unit in COMPUTERS.items():
        monkeypatch.setitem(small.COMPUTERS, name, unit)
        monkeypatch.setitem(small._NAMES, unit, _NAMES[unit])
    network = make_network(folder / "network")
    for unit, name in small._NAMES.items():
        code, day = unit.split("-")
        first = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        parent = "" if unit == DISTRICT else DISTRICT
        add_record(network["H"], Unit(code=code, name=name, valid_from=first, parent_unit_id=parent))
    stick = folder / "stick"
    stick.mkdir()
    for number in range(12):
        _add(network, CLEAN, f"Kiểm tra tuyến đê bao ấp {number + 1}")
    _add(network, "Y", "Thu gom rác thải nông nghiệp dọc kênh Nguyễn Văn Tiếp")
    files = [_up(network, CLEAN), _up(network, "Y"), _up(network, STRANGER, "Việc của máy chưa ghi danh")]
    files += [_newer(network, monkeypatch), _gap(network), _revoked(network), _forked(network)]
    for sent in files:
        shutil.copy(sent.path, stick)
    damaged = _up(network, DAMAGED, "Tệp hỏng trên đường đi").path.read_bytes()
    (stick / "30075-may1-1.goi").write_bytes(damaged[:-200])
    other = make_network(folder / "other")
    _add(other, "X1", "Của huyện khác")
    shutil.copy(_up(other, "X1").path, stick / "30067-cua-huyen-khac-1.goi")
    other.close()
    return HardStick(network, stick)


def _add(network: Network, name: str, title: str) -> None:
    add_record(network[name], Task(title=title))


def _up(network: Network, name: str, title: str = "") -> SentBundle:
    """What a commune sends to the district, after one more task where a title is given."""
    if title:
        _add(network, name, title)
    return next(sent for sent in network.export(name) if sent.unit == DISTRICT)


def _newer(network: Network, monkeypatch: pytest.MonkeyPatch) -> SentBundle:
    """Written by a program that knows more than this one."""
    honest = Manifest.to_bytes
    with monkeypatch.context() as newer:
        newer.setattr("desktop.bundle.manifest_parser.KNOWN_FEATURES", frozenset({"boats"}))
        newer.setattr(Manifest, "to_bytes", lambda self: honest(replace(self, need=("boats",))))
        return _up(network, NEWER, "Từ bản mới")


def _gap(network: Network) -> SentBundle:
    """Builds on a bundle that never came."""
    _up(network, GAP, "Gói trước")
    store, scope = network[GAP].store, small.COMPUTERS[GAP]
    have = {scope: store.writers.vector(scope)}
    hear(store, network["H"].keys.device, DISTRICT, have, store.now(), 1)
    return _up(network, GAP, "Gói sau")


def _revoked(network: Network) -> SentBundle:
    """Of a computer that was lost; the stranger is not in the new list of computers either."""
    sent = _up(network, REVOKED, "Máy đã báo mất")
    lost, unknown = (network[name].keys.device for name in (REVOKED, STRANGER))

    def change(held: Registry) -> Registry:
        devices = [
            replace(one, revoked=Revocation(held.epoch + 1, {})) if one.id == lost else one
            for one in held.devices
            if one.id != unknown
        ]
        return replace(held, devices=tuple(devices))

    network.new_registry(change, "H")
    return sent


def _forked(network: Network) -> SentBundle:
    """Of a computer's copy, after the district has taken in what the computer itself wrote."""
    _add(network, FORKED, "Trước khi chép máy")
    network[FORKED].close()
    place, image = network.folder / FORKED, network.folder / "image"
    shutil.copytree(place, image)
    network.open(FORKED)
    network.deliver([_up(network, FORKED, "Máy thứ nhất")], "H")
    network[FORKED].close()
    shutil.rmtree(place)
    shutil.move(image, place)
    network.open(FORKED)
    return _up(network, FORKED, "Máy thứ hai")
