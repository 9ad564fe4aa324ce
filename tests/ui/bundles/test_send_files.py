"""Attached files that fit into no single bundle: the clerk is told how many are written, and that all go."""

from __future__ import annotations

import random
import shutil
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.ui.bundles.bundles_screen import BundlesScreen
from desktop.ui.bundles.log_page import log_columns
from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.widgets.cards import ErrorCard
from desktop.usecases.evidence import attach_evidence
from desktop.usecases.receive_bundles import Standing
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, no_progress
from tests.ui.bundles.conftest import Open

BYTES = 60_000


@pytest.fixture
def attached(sent: SampleYear, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SampleYear:
    """The commune has attached three files since; a bundle takes one of them."""
    for module in ("export_bundle", "return_bundle"):
        monkeypatch.setattr(f"desktop.usecases.{module}.MOST_BLOB_BYTES", 100_000)
    with closing(sent.open(PHU_DIEN)) as commune:
        task = commune.store.select(Task)[0]
        for number in range(3):
            path = tmp_path / f"bien-ban-{number}.pdf"
            path.write_bytes(b"%PDF-1.7\n" + random.Random(number).randbytes(BYTES))
            attach_evidence(commune, task.id, path, no_progress)
    return sent


def write(screen: BundlesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.send_page.write()


def test_the_clerk_reads_that_three_bundles_are_written_and_all_go_along(
    attached: SampleYear, open_screen: Open, qtbot: QtBot
) -> None:
    screen, asked = open_screen(PHU_DIEN)
    page = screen.send_page
    assert "with 3 attached file(s)" in page._size.text()
    assert "The files fit into no single bundle: 3 are written" in page._size.text()
    assert page.button.accessibleName() == "Write 3 bundle(s)"
    write(screen, qtbot)
    assert isinstance(page.outcome.card, ResultCard)
    files = [f"30067-may1-{n}.goi" for n in (2, 3, 4)]
    assert [line.split(", ")[0] for line in page.outcome.card.lines[:3]] == [
        f"Huyện Tháp Mười: {name}" for name in files
    ]
    assert "the 3 bundles belong together and all of them go along" in page.outcome.card.lines[3]
    assert all((attached.stick / name).is_file() for name in files)
    assert asked.errors == []


def test_a_stick_that_is_full_after_the_first_is_told_with_what_counts_as_sent(
    attached: SampleYear, open_screen: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, asked = open_screen(PHU_DIEN)
    page = screen.send_page
    usage = namedtuple("usage", "total used free")
    real = shutil.disk_usage
    before = len(list(attached.stick.glob("30067*.goi")))

    def filling(path: Path) -> object:
        full = len(list(attached.stick.glob("30067*.goi"))) > before
        return usage(8_000_000_000, 8_000_000_000, 1000) if full else real(path)

    monkeypatch.setattr(shutil, "disk_usage", filling)
    write(screen, qtbot)
    assert isinstance(page.outcome.card, ErrorCard)
    assert "1 bundle(s) written before are whole and count as sent" in page.outcome.card.accessibleName()
    assert asked.changed == [frozenset({"sync_log"})], "the log has the first one"
    monkeypatch.setattr(shutil, "disk_usage", real)
    write(screen, qtbot)
    assert isinstance(page.outcome.card, ResultCard)
    assert "the 2 bundles belong together" in page.outcome.card.lines[2]


def test_the_district_sees_which_bundles_bring_files_alone_and_takes_them_with_the_rest(
    attached: SampleYear, open_screen: Open, qtbot: QtBot
) -> None:
    commune, _asked = open_screen(PHU_DIEN)
    write(commune, qtbot)
    district, asked = open_screen(DISTRICT)
    page = district.receive_page
    with qtbot.waitSignal(district.context.lane.idle):
        page.look_at([attached.stick / f"30067-may1-{n}.goi" for n in (3, 4, 2)])
    assert [bundle.standing for bundle in page.bundles] == [Standing.CLEAN, Standing.FILES, Standing.FILES]
    page.received.panel.view.go_to(1)
    assert page.received.detail.sentence.text() == "It brings 1 attached file(s)."
    with qtbot.waitSignal(district.context.lane.idle):
        page.take_clean()
    assert [bundle.standing for bundle in page.bundles] == [Standing.TAKEN] * 3
    assert "3 attached file(s) arrived." in page.received.done.text
    assert all(bundle.receipt for bundle in page.bundles), "each has a code of its own"
    assert asked.errors == []
    with qtbot.waitSignal(district.context.lane.idle):
        district.refresh()
    model = district.log_page.panel.model
    outcome = next(column for column in log_columns() if column.key == "outcome")
    lines = [model.row(number) for number in range(2)]
    assert {line.code for line in lines if line is not None} == {Code.OK_DUP}
    assert outcome.value is not None
    assert {outcome.value(line) for line in lines} == {"1 attached file(s) arrived."}
