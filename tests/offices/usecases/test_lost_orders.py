"""Whoever has a lost computer gives no orders with it; one computer below does not shake its district."""

from __future__ import annotations

from hashlib import sha256

import pytest

from desktop.bundle.manifest import ForkNote, Result
from desktop.domain.change import Mark
from desktop.domain.entities import Body, Task
from desktop.domain.errors import Code
from desktop.store.blobs import FILES, wanted_by
from desktop.store.forking import commit_hash, doubted_writers
from desktop.store.peers import bundle_log, peer
from desktop.usecases.clocks import newest_claim
from desktop.usecases.edit_records import add_record
from desktop.usecases.evidence import attach_evidence
from desktop.usecases.fork_reports import MOST_REPORTS
from desktop.usecases.forks import list_forks
from desktop.usecases.import_bundle import bundle_files, import_bundles
from desktop.usecases.join_office import join_office
from desktop.usecases.office import Office
from desktop.usecases.read_devices import office_digits
from desktop.usecases.receipts import standings
from desktop.usecases.report_lost import report_lost
from tests.helpers.enrolment import DISTRICT, HUNG_THANH, PHU_DIEN, Founded
from tests.helpers.forging import forged, forged_have, own_writers
from tests.helpers.offices import no_progress

LIE = "ff" * 16


def lost_after_work(year: Founded) -> Office:
    """A commune's computer whose work arrived at the district, and which was stolen then."""
    thief = year.joined("may1")
    add_record(thief, Task(title="Việc 1"))
    assert year.take(year.office, year.write(thief).path).code is Code.OK
    report_lost(year.office, thief.keys.device)
    return thief


def vector(office: Office) -> dict[str, Mark]:
    return dict(office.store.writers.vector(office.unit_id))


def test_a_lost_computer_of_the_district_does_not_rewrite_a_commune(year: Founded) -> None:
    """The old registry's power over others ends with the report; a commune's history stays its own."""
    commune = year.joined("may1")
    thief = year.commune("may2", DISTRICT)
    year.enrol(thief)
    first = next(year.send_down().rglob("*.goi"))
    join_office(thief, first, office_digits(year.office).digits, no_progress)
    add_record(commune, Task(title="Việc 1"))
    add_record(commune, Task(title="Việc 2"))
    assert year.take(year.office, year.write(commune).path).code is Code.OK
    report_lost(year.office, thief.keys.device)
    import_bundles(commune, bundle_files(commune, [year.send_down()]), no_progress)
    before = vector(commune)
    order = ForkNote(own_writers(commune)[0], 1, LIE)
    path = forged(thief, commune, DISTRICT.unit_id, year.folder / "order.goi", notes=(order,))
    assert year.take(commune, path).code is Code.OK_DUP
    assert vector(commune) == before
    assert list_forks(commune) == []


def test_a_lost_computer_confirms_nothing_and_leaves_nothing(year: Founded) -> None:
    """A bundle that never arrived does not count as received, and nobody fills the district's disk."""
    thief = lost_after_work(year)
    year.enrol(year.commune("may2"))
    year.send_down()
    sent = next(one for one in bundle_log(year.office.store) if one.is_outgoing and one.unit == thief.unit_id)
    junk = year.folder / "junk"
    junk.write_bytes(b"x" * 1000)
    digest = sha256(junk.read_bytes()).hexdigest()
    known = peer(year.office.store, thief.keys.device)
    own, claimed = own_writers(year.office), newest_claim(year.office.store)
    path = forged(
        thief,
        year.office,
        thief.unit_id,
        year.folder / "word.goi",
        blobs={digest: junk},
        results=(Result(sent.bundle, "OK", 1, 0, 1),),
        want=(LIE * 2,),
        have=forged_have(year.office, year.office.unit_id, own, LIE),
    )
    assert year.take(year.office, path).code is Code.OK_DUP
    assert standings(bundle_log(year.office.store))[sent.bundle].state == "waiting"
    assert not (year.office.store.folder / FILES / digest).exists()
    assert peer(year.office.store, thief.keys.device) == known
    assert wanted_by(year.office.store, thief.keys.device) == set()
    assert newest_claim(year.office.store) == claimed
    add_record(year.office, Body(name="Tổ công tác"))
    assert own_writers(year.office) == own, "the district took a lost computer for its own better memory"


def test_a_lost_computer_that_shows_another_history_is_refused_and_no_more(year: Founded) -> None:
    thief = lost_after_work(year)
    (w,) = own_writers(thief)
    thief.store.connection.execute("UPDATE sync_commit SET h = ?", (LIE,))
    thief.store.connection.execute("UPDATE sync_vv SET h = ?", (LIE,))
    path = forged(thief, year.office, thief.unit_id, year.folder / "fork.goi")
    assert year.take(year.office, path).code is Code.OK_DUP
    add_record(year.office, Task(title="Việc của huyện"))
    forked = forged(thief, thief, thief.unit_id, year.folder / "other.goi", to=(DISTRICT.unit_id,))
    assert year.take(year.office, forked).code is Code.E_FORK
    assert doubted_writers(year.office.store) == set()
    assert list_forks(year.office) == []
    assert commit_hash(year.office.store, w, 1) != LIE


def test_work_from_before_the_loss_comes_with_its_files(year: Founded) -> None:
    """A bundle that was on its way when the computer was stolen is not wasted."""
    lost = year.joined("may1")
    task = add_record(lost, Task(title="Việc 1"))
    paper = year.folder / "bien-ban.pdf"
    paper.write_bytes(b"%PDF-1.4 signed")
    attached = attach_evidence(lost, task.id, paper, no_progress)
    on_its_way = year.write(lost).path
    assert year.take(year.office, on_its_way).code is Code.OK
    (year.office.store.folder / FILES / attached.sha256).unlink()
    report_lost(year.office, lost.keys.device)
    again = forged(
        lost,
        year.office,
        lost.unit_id,
        year.folder / "again.goi",
        blobs={attached.sha256: lost.store.folder / FILES / attached.sha256},
    )
    outcome = year.take(year.office, again)
    assert (outcome.code, outcome.files) == (Code.OK_DUP, 1)
    assert (year.office.store.folder / FILES / attached.sha256).exists()


def report(year: Founded, liar: Office, w: str, name: str, *, shown: bool = True) -> dict[str, Mark]:
    """The liar reports another history of the district's writer; what the district holds afterwards."""
    n = vector(year.office)[w].n
    after = commit_hash(year.office.store, w, n - 1) or ""
    have = forged_have(year.office, year.office.unit_id, [w] if shown else [], LIE)
    note = ForkNote(w, n, LIE, after)
    path = forged(liar, year.office, liar.unit_id, year.folder / f"{name}.goi", notes=(note,), have=have)
    assert year.take(year.office, path).is_taken
    return vector(year.office)


@pytest.fixture
def liar(year: Founded) -> Office:
    made = year.joined("may1", PHU_DIEN)
    add_record(made, Task(title="Việc 1"))
    year.take(year.office, year.write(made).path)
    add_record(year.office, Task(title="Việc của huyện"))
    return made


def test_a_report_without_the_branch_that_it_tells_of_is_not_believed(year: Founded, liar: Office) -> None:
    before = vector(year.office)
    w = own_writers(year.office)[-1]
    assert report(year, liar, w, "says", shown=False) == before
    add_record(year.office, Task(title="Việc khác"))
    held = vector(year.office)
    assert held[w].n > 1
    path = forged(
        liar,
        year.office,
        liar.unit_id,
        year.folder / "no beginning.goi",
        notes=(ForkNote(w, held[w].n, LIE),),
        have=forged_have(year.office, year.office.unit_id, [w], LIE),
    )
    assert year.take(year.office, path).is_taken
    assert vector(year.office) == held


def test_one_computer_below_does_not_shake_the_district_for_ever(year: Founded, liar: Office) -> None:
    """A liar below costs some bundles twice and no word; the others keep taking what the district sends."""
    other = year.joined("may1", HUNG_THANH)
    renames = 0
    for turn in range(3 * MOST_REPORTS):
        add_record(year.office, Task(title=f"Việc {turn}"))
        before = vector(year.office)
        own = own_writers(year.office)
        renames += report(year, liar, own[turn % len(own)], f"lie {turn}") != before
    assert renames == MOST_REPORTS
    outcomes = import_bundles(other, bundle_files(other, [year.send_down()]), no_progress)
    assert all(one.is_taken for one in outcomes)
    titles = {task.title for task in other.store.select(Task)}
    assert {f"Việc {turn}" for turn in range(3 * MOST_REPORTS)} <= titles


def test_a_branch_that_was_renamed_is_never_reported(year: Founded, liar: Office) -> None:
    """Only the district had it; who says otherwise wants to set everything in motion again."""
    w = own_writers(year.office)[-1]
    before = vector(year.office)
    after = report(year, liar, w, "first")
    (branch,) = set(after) - set(before)
    assert report(year, liar, branch, "second") == after
