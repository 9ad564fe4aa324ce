"""A bundle that was changed on its way, anywhere and anyhow, is refused with a code, never a traceback."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from desktop.domain.errors import Code, SoSenError
from desktop.usecases.import_bundle import import_bundles
from tests.faults.conftest import Amount, Tally
from tests.helpers.bundle_draft import seal
from tests.helpers.bundle_kit import (
    REGISTRY_BYTES,
    REGISTRY_SIG,
    make_content,
    open_as_office,
    unsealed,
    written,
)
from tests.helpers.dumps import whole_dump
from tests.helpers.offices import no_progress
from tests.helpers.vector_office import LOG_ONLY, found_vector_office
from tests.vectors.make_vectors import FOLDER as VECTORS

SMALL = written(make_content(1, results=(), notes=(), want=(), have={}))
SEALED_CODES = {Code.E_DAMAGED, Code.E_NOTFORME}


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of readings: that each copy reaches the disk is not what is tested here."""
    monkeypatch.setattr(os, "fsync", lambda _number: None)


def read(data: bytes, folder: Path) -> tuple[Code, list[object]]:
    """What becomes of the bytes, and all that was read; anything but a refusal with a code fails the test."""
    path = folder / "a.goi"
    path.write_bytes(data)
    try:
        with open_as_office(path, folder) as bundle:
            scopes = bundle.manifest.scopes
            rows = [list(bundle.row_batches(scope)) for scope in scopes]
            return Code.OK, [bundle.manifest, bundle.commits(), rows]
    except SoSenError as error:
        return error.code, []


def outcome(data: bytes, folder: Path) -> Code:
    """What becomes of the bytes."""
    return read(data, folder)[0]


def test_the_bundle_is_good_as_it_is(quick_folder: Path) -> None:
    assert outcome(SMALL, quick_folder) is Code.OK


HEADER = SMALL.index(b"\n--- ") + 1
"""Where the last line of the age header begins; the payload follows it."""


def turned_over(position: int, data: bytes = SMALL) -> bytes:
    return data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :]


def test_fault_01_every_length_that_is_too_short_is_noticed(quick_folder: Path, tally: Tally) -> None:
    for end in range(len(SMALL)):
        assert outcome(SMALL[:end], quick_folder) is Code.E_DAMAGED, end
    tally("mutations: every truncation", tried=len(SMALL))


def test_fault_02_every_byte_of_the_header_turned_over_is_noticed(quick_folder: Path, tally: Tally) -> None:
    for position in range(HEADER):
        assert outcome(turned_over(position), quick_folder) in SEALED_CODES, position
    tally("mutations: every byte of the header", tried=HEADER)


def test_fault_03_every_byte_of_the_payload_turned_over_is_noticed(quick_folder: Path, tally: Tally) -> None:
    for position in range(HEADER, len(SMALL)):
        assert outcome(turned_over(position), quick_folder) in SEALED_CODES, position
    tally("mutations: every byte of the payload", tried=len(SMALL) - HEADER)


def test_bytes_inserted_removed_or_doubled_are_noticed(quick_folder: Path) -> None:
    chance = random.Random(3)
    for _ in range(300):
        a, b = sorted(chance.sample(range(len(SMALL)), 2))
        inserted = SMALL[:a] + chance.randbytes(3) + SMALL[a:]
        for changed in (inserted, SMALL[:a] + SMALL[b:], SMALL[:b] + SMALL[a:]):
            assert outcome(changed, quick_folder) in SEALED_CODES


def test_fault_04_every_byte_turned_over_within_the_seal_is_noticed(quick_folder: Path, tally: Tally) -> None:
    """Somebody with the office's public key may seal anything; what is signed he cannot change."""
    plain = unsealed(SMALL)
    for position in range(len(plain)):
        assert outcome(seal(turned_over(position, plain)), quick_folder) is not Code.OK, position
    tally("mutations: every byte within the seal", tried=len(plain))


def test_the_seal_of_one_bundle_does_not_fit_another(quick_folder: Path) -> None:
    other = written(make_content(2, registry=(REGISTRY_BYTES, REGISTRY_SIG)), label="other")
    for cut in range(0, min(len(SMALL), len(other)), 40):
        assert outcome(SMALL[:cut] + other[cut:], quick_folder) in {*SEALED_CODES, Code.OK}
        if 0 < cut < len(SMALL):
            assert outcome(other[:cut] + SMALL[cut:], quick_folder) in SEALED_CODES


def mutant(data: bytes, chance: random.Random) -> bytes:
    """Up to five bits turned, or pieces taken out or put in."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(changed) or 1)
        how = chance.randrange(3)
        if how == 0 and changed:
            changed[at] ^= 1 << chance.randrange(8)
        elif how == 1:
            del changed[at : at + chance.randrange(1, 9)]
        else:
            changed[at:at] = chance.randbytes(chance.randrange(1, 9))
    return bytes(changed) if changed != data else data + b"\0"


def test_random_mutants_are_refused(quick_folder: Path, amount: Amount, tally: Tally) -> None:
    """Changed on the way, or by somebody who can seal but not sign; a hundred thousand in the long form.

    Deflate leaves up to seven bits of its last byte unused. Who turns one of them within the seal changes
    nothing that is read: only then may a mutant pass.
    """
    chance, plain = random.Random(5), unsealed(SMALL)
    count, whole = amount(1_000, 100_000), read(SMALL, quick_folder)
    for number in range(count):
        original = plain if number % 2 else SMALL
        changed = mutant(original, chance)
        sealed = seal(changed) if number % 2 else changed
        found = read(sealed, quick_folder)
        assert found[0] is not Code.OK or (number % 2 and found == whole), number
    tally("mutations: random, read", tried=count)


def test_an_office_that_is_given_mutants_by_the_hundred_stays_as_it_is(
    quick_folder: Path, amount: Amount, tally: Tally
) -> None:
    """Batches of a hundred files through the import, the database compared after each."""
    office, chance = found_vector_office(quick_folder / "office"), random.Random(7)
    bundles = [path for path in VECTORS.glob("*.goi") if path.stat().st_size < 20_000]
    before, batches = whole_dump(office.store, without=LOG_ONLY), amount(5, 1_000)
    for _batch in range(batches):
        files = [quick_folder / f"{number}.goi" for number in range(100)]
        for file in files:
            data = chance.choice(bundles).read_bytes() or b"\0"
            file.write_bytes(mutant(data, chance))
        codes = {one.code for one in import_bundles(office, files, no_progress)}
        assert codes <= {Code.E_DAMAGED, Code.E_NOTFORME}
        assert whole_dump(office.store, without=LOG_ONLY) == before
    office.close()
    tally("mutations: random, imported", tried=batches * 100)
