"""The registry decides who is heard; it is believed only when the office's root signed it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import sshsig
from desktop.bundle.first_contact import carried_registry
from desktop.bundle.limits import LIMITS
from desktop.bundle.registry import Registry, RegistryUnit
from desktop.bundle.registry_signing import (
    new_root,
    newer_registry,
    root_line,
    roots_to_pin,
    sign_registry,
    succeed,
    verify_registry,
)
from desktop.bundle.registry_wire import parse_registry
from desktop.bundle.trust import Revocation
from desktop.domain.change import Mark, ScopeCut
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_kit import (
    ABOUT_COMMUNE,
    COMMUNE,
    COMMUNE_KEYS,
    FALSE_ROOT,
    LOST_KEYS,
    LOST_WRITER,
    OFFICE,
    OFFICE_KEYS,
    OTHER,
    OTHER_KEYS,
    REGISTRY,
    REGISTRY_BYTES,
    REGISTRY_SIG,
    ROOT,
    STRANGER_KEYS,
    enrolled,
    fixed_keys,
    make_content,
    make_registry,
    written,
)

PINNED = REGISTRY.roots


def test_a_registry_is_read_as_it_was_signed() -> None:
    assert verify_registry(REGISTRY_BYTES, REGISTRY_SIG, PINNED) == REGISTRY
    assert parse_registry(REGISTRY_BYTES).to_bytes() == REGISTRY_BYTES


def test_what_was_found_good_is_known_by_its_bytes_and_pins_alone() -> None:
    """A stick of 200 bundles brings one registry: it is verified once, and nothing else passes for it."""
    first = verify_registry(REGISTRY_BYTES, REGISTRY_SIG, PINNED)
    assert verify_registry(bytes([*REGISTRY_BYTES]), REGISTRY_SIG, list(PINNED)) is first
    altered = REGISTRY_BYTES.replace(b'"epoch":', b'"epoch":9', 1)
    for data, signature, pinned in (
        (altered, REGISTRY_SIG, PINNED),
        (REGISTRY_BYTES, sign_registry(REGISTRY, FALSE_ROOT)[1], PINNED),
        (REGISTRY_BYTES, REGISTRY_SIG, [root_line(FALSE_ROOT)]),
    ):
        with pytest.raises(SoSenError) as refused:
            verify_registry(data, signature, pinned)
        assert refused.value.code is Code.E_SIG


def test_either_root_may_sign(tmp_path: Path) -> None:
    spare = new_root(tmp_path / "spare")
    data, signature = sign_registry(REGISTRY, spare)
    assert verify_registry(data, signature, [*PINNED, root_line(spare)]) == REGISTRY


def successor(old: Ed25519PrivateKey, new: Ed25519PrivateKey, before: Registry = REGISTRY) -> Registry:
    """The registry after ``before`` in which ``new`` takes the place of the roots, appointed by ``old``."""
    roots = (root_line(new),)
    steps = (*before.succession, succeed(roots, old))
    return replace(before, epoch=before.epoch + 1, roots=roots, succession=steps)


def test_new_roots_are_followed_over_any_number_of_steps_and_the_old_ones_sign_no_more() -> None:
    second, third = fixed_keys("second root").signing, fixed_keys("third root").signing
    once = successor(ROOT, second)
    twice = successor(second, third, once)
    for registry, root in ((once, second), (twice, third)):
        data, signature = sign_registry(registry, root)
        assert newer_registry(REGISTRY, data, signature, PINNED) == registry
        assert roots_to_pin(registry, data, signature, PINNED) == [root_line(root)]
    data, signature = sign_registry(replace(REGISTRY, epoch=99), ROOT)
    with pytest.raises(SoSenError) as old:
        newer_registry(once, data, signature, once.roots)
    assert old.value.code is Code.E_SIG


def test_roots_that_a_stranger_appoints_are_an_alarm() -> None:
    second = fixed_keys("second root").signing
    skipped = replace(successor(ROOT, FALSE_ROOT), succession=())
    for registry, root in (
        (successor(FALSE_ROOT, second), second),
        (successor(ROOT, second), FALSE_ROOT),
        (skipped, FALSE_ROOT),
    ):
        with pytest.raises(SoSenError) as forged:
            verify_registry(*sign_registry(registry, root), PINNED)
        assert forged.value.code is Code.E_SIG


def test_a_registry_that_does_not_name_its_signer_changes_no_pins() -> None:
    registry = replace(REGISTRY, roots=(root_line(FALSE_ROOT),))
    data, signature = sign_registry(registry, ROOT)
    assert verify_registry(data, signature, PINNED) == registry
    assert roots_to_pin(registry, data, signature, list(PINNED)) == list(PINNED)


def test_a_forged_registry_of_any_form_is_an_alarm() -> None:
    """Not a later version, not a damaged file: the clerk hears that somebody forged it."""
    for data in (b"{}", b"[]", REGISTRY_BYTES.replace(b"registry/1", b"registry/2"), b"\x00"):
        with pytest.raises(SoSenError) as forged:
            verify_registry(data, sshsig.sign(data, FALSE_ROOT, "registry@sosen"), PINNED)
        assert forged.value.code is Code.E_SIG


def test_another_root_is_an_alarm_whatever_the_epoch() -> None:
    for epoch in (1, 12, 99):
        with pytest.raises(SoSenError) as caught:
            newer_registry(REGISTRY, *sign_registry(make_registry(epoch), FALSE_ROOT), PINNED)
        assert caught.value.code is Code.E_SIG


@pytest.mark.parametrize(("epoch", "taken"), [(11, False), (12, False), (13, True)])
def test_only_a_higher_epoch_replaces_the_registry_in_use(epoch: int, taken: bool) -> None:
    received = make_registry(epoch)
    expected = received if taken else None
    assert newer_registry(REGISTRY, *sign_registry(received, ROOT), PINNED) == expected


def test_the_first_registry_is_taken() -> None:
    assert newer_registry(None, REGISTRY_BYTES, REGISTRY_SIG, PINNED) == REGISTRY


def test_it_knows_the_devices_and_nobody_else() -> None:
    found = REGISTRY.device(COMMUNE_KEYS.device)
    assert found is not None
    assert (found.unit, found.key, found.revoked) == (COMMUNE, COMMUNE_KEYS.public_key, None)
    assert REGISTRY.device(STRANGER_KEYS.device) is None


def test_a_bundle_is_sealed_to_every_device_of_a_unit_but_the_lost_ones() -> None:
    assert REGISTRY.recipients({COMMUNE, OFFICE}) == [OFFICE_KEYS.recipient, COMMUNE_KEYS.recipient]
    assert REGISTRY.recipients({OTHER}) == [OTHER_KEYS.recipient]
    assert REGISTRY.recipients(set()) == []


def test_the_list_for_ssh_keygen_leaves_the_lost_devices_out() -> None:
    lines = REGISTRY.allowed_signers().splitlines()
    assert lines[0] == f'{OFFICE_KEYS.device} namespaces="bundle@sosen" {OFFICE_KEYS.sign_line}'
    assert len(lines) == 3
    assert LOST_KEYS.device not in REGISTRY.allowed_signers()


@pytest.mark.parametrize(
    ("unit", "scope", "may"),
    [
        (COMMUNE, COMMUNE, True),
        (OFFICE, COMMUNE, True),
        (OFFICE, OFFICE, True),
        (OFFICE, ABOUT_COMMUNE, True),
        (COMMUNE, ABOUT_COMMUNE, False),
        (COMMUNE, OFFICE, False),
        (COMMUNE, OTHER, False),
        (OTHER, COMMUNE, False),
        ("1-00000000", COMMUNE, False),
        (OFFICE, "99999-00000000", False),
        ("99999-00000000", "99999-00000000", True),
    ],
)
def test_a_unit_carries_its_own_scopes_and_those_below_it(unit: str, scope: str, may: bool) -> None:
    assert REGISTRY.may_carry(unit, scope) is may
    if may:
        REGISTRY.check_rights(unit, [scope])
    else:
        with pytest.raises(SoSenError) as caught:
            REGISTRY.check_rights(unit, [unit, scope])
        assert caught.value.code is Code.E_OWNER
        assert caught.value.params["scope"] == scope


def test_the_province_carries_what_lies_two_steps_below() -> None:
    province = RegistryUnit("87-00000000", "Tỉnh Đồng Tháp")
    district = replace(REGISTRY.units[0], parent=province.id)
    registry = replace(REGISTRY, units=(province, district, *REGISTRY.units[1:]))
    assert registry.may_carry(province.id, COMMUNE)
    assert not registry.may_carry(COMMUNE, province.id)


def test_a_successor_inherits_the_rights_of_2025() -> None:
    province = RegistryUnit("82-20250701", "Tỉnh Đồng Tháp")
    heir = RegistryUnit("30067-20250701", "Xã Phú Điền mới", province.id)
    old = replace(REGISTRY.units[1], successor=heir.id)
    registry = replace(REGISTRY, units=(province, heir, REGISTRY.units[0], old, REGISTRY.units[2]))
    assert registry.may_carry(heir.id, COMMUNE)
    assert registry.may_carry(province.id, COMMUNE)
    assert registry.may_carry(OFFICE, COMMUNE)
    assert not registry.may_carry(COMMUNE, heir.id)


def test_units_in_a_circle_end_the_search() -> None:
    circle = Registry(1, PINNED, (RegistryUnit("A-00000000", "", "B-00000000", "B-00000000"),
                                  RegistryUnit("B-00000000", "", "A-00000000", "A-00000000")))  # fmt: skip
    assert not circle.may_carry(OFFICE, "A-00000000")
    assert circle.may_carry("B-00000000", "A-00000000")


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9)),
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9)),
)
def test_a_cut_covers_exactly_what_lies_within_it(cut: dict[str, int], upto: dict[str, int]) -> None:
    covered = Revocation(1, cut).covers([ScopeCut(COMMUNE, {}, {w: Mark(n, "") for w, n in upto.items()})])
    assert covered == (bool(upto) and all(n <= cut.get(w, 0) for w, n in upto.items()))


def test_the_revocation_survives_the_journey() -> None:
    found = parse_registry(REGISTRY_BYTES).device(LOST_KEYS.device)
    assert found is not None
    assert found.revoked == Revocation(11, {LOST_WRITER.w: 2})


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(REGISTRY, roots=()),
        replace(REGISTRY, roots=("ssh-rsa AAAA",)),
        replace(REGISTRY, units=REGISTRY.units[:2]),
        replace(REGISTRY, units=(*REGISTRY.units, REGISTRY.units[0])),
        replace(REGISTRY, devices=(*REGISTRY.devices, REGISTRY.devices[0])),
        replace(REGISTRY, devices=(replace(REGISTRY.devices[0], id="d-" + "0" * 16),)),
        replace(REGISTRY, devices=(replace(REGISTRY.devices[0], seal="age1x"),)),
        replace(REGISTRY, devices=(replace(enrolled(OFFICE_KEYS, OFFICE, "x" * 201)),)),
        replace(REGISTRY, epoch=-1),
    ],
)
def test_a_malformed_registry_is_refused_though_it_is_signed(spoilt: Registry) -> None:
    with pytest.raises(SoSenError) as caught:
        verify_registry(*sign_registry(spoilt, ROOT), PINNED)
    assert caught.value.code is Code.E_FORMAT


def test_a_registry_that_is_too_large_is_refused() -> None:
    with pytest.raises(SoSenError) as caught:
        parse_registry(REGISTRY_BYTES, replace(LIMITS, registry=100))
    assert caught.value.code is Code.E_LIMIT


def test_a_registry_that_nobody_vouches_for_yet_has_a_smaller_limit(tmp_path: Path) -> None:
    """It is parsed to learn whom to ask; a registry of 3,321 units with three computers each still fits."""
    path = tmp_path / "a.goi"
    path.write_bytes(written(make_content(registry=(REGISTRY_BYTES, REGISTRY_SIG))))
    seals = [OFFICE_KEYS.sealing]
    assert carried_registry(path, seals) == (REGISTRY_BYTES, REGISTRY_SIG)
    with pytest.raises(SoSenError) as caught:
        carried_registry(path, seals, replace(LIMITS, first_registry=len(REGISTRY_BYTES) - 1))
    assert caught.value.code is Code.E_LIMIT
    unit = replace(REGISTRY.units[1], name="Xã Nguyễn Phích Đông Hưng")
    device = REGISTRY.devices[1]
    whole = replace(REGISTRY, units=(unit,) * 3321, devices=(device,) * 3 * 3321)
    assert len(whole.to_bytes()) < LIMITS.first_registry
