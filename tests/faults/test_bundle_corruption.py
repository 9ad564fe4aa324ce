"""A bundle that was changed on its way, anywhere and anyhow, is refused with a code, never a traceback."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_draft import seal
from tests.helpers.bundle_kit import (
    REGISTRY_BYTES,
    REGISTRY_SIG,
    make_content,
    open_as_office,
    unsealed,
    written,
)

SMALL = written(make_content(1, results=(), notes=(), want=(), have={}))
SEALED_CODES = {Code.E_DAMAGED, Code.E_NOTFORME}


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of readings: that each copy reaches the disk is not what is tested here."""
    monkeypatch.setattr(os, "fsync", lambda _number: None)


def outcome(data: bytes, folder: Path) -> Code:
    """What becomes of the bytes; anything but a refusal with a code fails the test."""
    path = folder / "a.goi"
    path.write_bytes(data)
    try:
        with open_as_office(path, folder) as bundle:
            bundle.commits()
            for scope in bundle.manifest.scopes:
                list(bundle.row_batches(scope))
    except SoSenError as error:
        return error.code
    return Code.OK


def test_the_bundle_is_good_as_it_is(tmp_path: Path) -> None:
    assert outcome(SMALL, tmp_path) is Code.OK


def test_every_byte_turned_over_is_noticed(tmp_path: Path) -> None:
    for position in range(len(SMALL)):
        changed = SMALL[:position] + bytes([SMALL[position] ^ 0xFF]) + SMALL[position + 1 :]
        assert outcome(changed, tmp_path) in SEALED_CODES, position


def test_every_length_that_is_too_short_is_noticed(tmp_path: Path) -> None:
    for end in range(len(SMALL)):
        assert outcome(SMALL[:end], tmp_path) is Code.E_DAMAGED, end


def test_bytes_inserted_removed_or_doubled_are_noticed(tmp_path: Path) -> None:
    chance = random.Random(3)
    for _ in range(300):
        a, b = sorted(chance.sample(range(len(SMALL)), 2))
        inserted = SMALL[:a] + chance.randbytes(3) + SMALL[a:]
        for changed in (inserted, SMALL[:a] + SMALL[b:], SMALL[:b] + SMALL[a:]):
            assert outcome(changed, tmp_path) in SEALED_CODES


def test_every_byte_turned_over_within_the_seal_is_noticed(tmp_path: Path) -> None:
    """Somebody with the office's public key may seal anything; what is signed he cannot change."""
    plain = unsealed(SMALL)
    for position in range(len(plain)):
        changed = plain[:position] + bytes([plain[position] ^ 0xFF]) + plain[position + 1 :]
        assert outcome(seal(changed), tmp_path) is not Code.OK, position


def test_the_seal_of_one_bundle_does_not_fit_another(tmp_path: Path) -> None:
    other = written(make_content(2, registry=(REGISTRY_BYTES, REGISTRY_SIG)), label="other")
    for cut in range(0, min(len(SMALL), len(other)), 40):
        assert outcome(SMALL[:cut] + other[cut:], tmp_path) in {*SEALED_CODES, Code.OK}
        if 0 < cut < len(SMALL):
            assert outcome(other[:cut] + SMALL[cut:], tmp_path) in SEALED_CODES


@pytest.mark.long
def test_a_hundred_thousand_mutants_are_refused(tmp_path: Path) -> None:
    chance = random.Random(5)
    plain = unsealed(SMALL)
    for number in range(100_000):
        data = bytearray(plain if number % 2 else SMALL)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data))
            how = chance.randrange(3)
            if how == 0:
                data[at] ^= 1 << chance.randrange(8)
            elif how == 1:
                del data[at : at + chance.randrange(1, 9)]
            else:
                data[at:at] = chance.randbytes(chance.randrange(1, 9))
        same = bytes(data) in {plain, SMALL}
        assert (outcome(seal(bytes(data)) if number % 2 else bytes(data), tmp_path) is Code.OK) is same
