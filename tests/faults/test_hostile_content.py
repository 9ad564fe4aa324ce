"""Hostile or broken bundles, taken by a real office: refused whole, with a code, and the data as it was."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.bundle import sshsig
from desktop.domain.change import Writer
from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.store.peers import bundle_log
from desktop.usecases.edit_records import add_record
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office
from desktop.usecases.search_records import search_records
from tests.faults.conftest import Tally
from tests.helpers.bundle_draft import Draft, RawEntry, RawZip, seal
from tests.helpers.bundle_kit import (
    COMMUNE,
    OTHER_KEYS,
    STRANGER_KEYS,
    make_content,
    record_id,
    written,
)
from tests.helpers.dumps import whole_dump
from tests.helpers.offices import no_progress
from tests.helpers.vector_office import LOG_ONLY, found_vector_office, left_behind, refused, vectors
from tests.vectors.good_vectors import one_row


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = found_vector_office(tmp_path / "office")
    yield made
    made.close()


def take(office: Office, data: bytes, folder: Path) -> Code:
    path = folder / "a.goi"
    path.write_bytes(data)
    return import_bundles(office, [path], no_progress)[0].code


def test_fault_28_an_altered_manifest_or_signature_changes_nothing(office: Office) -> None:
    refused(office, 28)


def test_fault_29_what_was_signed_for_somebody_else_is_not_taken(office: Office) -> None:
    refused(office, 29)


def test_fault_30_nobody_speaks_in_the_name_of_another_unit_and_the_log_says_who_tried(
    office: Office,
) -> None:
    outcomes = refused(office, 30)
    told = [(line.code, line.unit) for line in bundle_log(office.store)]
    assert (Code.E_OWNER, COMMUNE) in told
    assert len(told) == len({outcome.bundle for outcome in outcomes})


def test_fault_31_a_writer_stays_with_the_unit_it_was_first_seen_in(office: Office, tmp_path: Path) -> None:
    """Another unit's device as the writer of the commune's scope; and a known writer under another device."""
    foreign = Writer("ab" * 16, COMMUNE, OTHER_KEYS.device)
    assert take(office, written(make_content(writer=foreign)), tmp_path) is Code.E_OWNER
    assert take(office, written(make_content()), tmp_path) is Code.OK
    before = whole_dump(office.store, without=LOG_ONLY)
    moved = Writer("9c1e" * 8, COMMUNE, "d-" + "0" * 16)
    changed = make_content(4, writer=moved, id="01" * 16)
    assert take(office, written(changed), tmp_path) is Code.E_OWNER
    assert whole_dump(office.store, without=LOG_ONLY) == before


def test_fault_41_a_zip_bomb_is_not_inflated(office: Office) -> None:
    refused(office, 41)


def test_fault_42_no_name_in_a_bundle_leads_anywhere(office: Office, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if "office/data" not in path.as_posix()}
    refused(office, 42)
    assert {path for path in tmp_path.rglob("*") if "office/data" not in path.as_posix()} == before


def test_fault_43_links_flags_and_bytes_around_the_zip_are_refused(office: Office) -> None:
    refused(office, 43)


def test_fault_44_no_name_stands_twice(office: Office) -> None:
    refused(office, 44)


def test_fault_45_members_and_manifest_agree_or_nothing_is_taken(
    office: Office, tmp_path: Path, tally: Tally
) -> None:
    """Also each member of a good bundle dropped, doubled, or exchanged with each other."""
    refused(office, 45)
    before, tried = whole_dump(office.store, without=LOG_ONLY), 0
    for entries in rearranged(Draft().entries()):
        code = take(office, seal(RawZip(entries).build()), tmp_path)
        assert code in {Code.E_FORMAT, Code.E_DAMAGED, Code.E_SIG}, [entry.name for entry in entries]
        tried += 1
    assert whole_dump(office.store, without=LOG_ONLY) == before
    assert left_behind(office) == []
    tally("mutations: members dropped, doubled, exchanged", tried=tried)


def rearranged(entries: list[RawEntry]) -> Iterator[list[RawEntry]]:
    for i, entry in enumerate(entries):
        yield [*entries[:i], *entries[i + 1 :]]
        yield [*entries[:i], entry, *entries[i:]]
        yield [*entries, entry]
        for j in range(i):
            exchanged = list(entries)
            exchanged[i], exchanged[j] = entries[j], entry
            yield exchanged
            # The names stay, the contents change places.
            renamed = [RawEntry(e.name, e.data, e.method) for e in entries]
            renamed[i].data, renamed[j].data = renamed[j].data, renamed[i].data
            yield renamed


def test_fault_47_a_hostile_manifest_is_refused_before_it_costs_anything(office: Office) -> None:
    refused(office, 47)


@pytest.mark.parametrize("text", [b'\\"' * 2**20, b"[" * 2**20, b'{"' + b"a" * 2**20])
def test_fault_47_a_strangers_list_that_is_made_to_be_slow_is_refused_at_once(
    office: Office, tmp_path: Path, text: bytes
) -> None:
    """It is looked at before anybody vouches for it; nothing of it may cost more than its size."""
    draft = Draft(make_content(), keys=STRANGER_KEYS).put("registry.json", text)
    draft.put("registry.json.sig", sshsig.sign(text, STRANGER_KEYS.signing, "registry@sosen"))
    assert take(office, draft.sealed(), tmp_path) is Code.E_SIG


def test_fault_47_rows_of_countless_registers_are_refused(office: Office, tmp_path: Path) -> None:
    """Also from an enrolled sender, deflated to next to nothing."""
    registers = ",".join(f'"a{number:06d}":0' for number in range(90_000))
    line = f'{{"t":"task","id":"{record_id(1)}","c":[[0,1,1,{{{registers}}}]]}}\n'.encode()
    draft = Draft(make_content(1)).put("rows/0.ndjson", line)
    before = whole_dump(office.store, without=LOG_ONLY)
    assert take(office, draft.sealed(), tmp_path) is Code.E_LIMIT
    assert whole_dump(office.store, without=LOG_ONLY) == before


def test_fault_48_one_bad_line_and_nothing_of_the_bundle_is_taken(office: Office) -> None:
    refused(office, 48)


def test_fault_50_script_and_formula_text_comes_as_it_was_written(office: Office) -> None:
    """Stored to the letter; every output treats it as text (the tests of tables and of windows)."""
    for path, code in vectors(50):
        assert import_bundles(office, [path], no_progress)[0].code is code
    (task,) = office.store.select(Task)
    assert task.title == "=cmd|' /C calc'!A0"
    stamps = office.store.connection.execute("SELECT stamps FROM task WHERE id = ?", (task.id,)).get
    assert "<img src=x onerror=alert(1)>" in stamps


def test_fault_60_typed_text_is_nfc_received_text_is_kept_and_both_are_found(
    office: Office, tmp_path: Path
) -> None:
    composed = "Kế hoạch nông thôn mới"
    apart = unicodedata.normalize("NFD", composed)
    assert add_record(office, Task(title=apart)).title == composed
    assert take(office, one_row({".": 1, "title": apart}), tmp_path) is Code.OK
    received = office.store.get(Task, record_id(1))
    assert received.title == apart
    for typed in (composed, apart, "ke hoach nong thon"):
        found = search_records(office, typed)
        assert len(found) == 2, typed
