"""A clerk attaches proof to a task, sees whether it is here, opens it, takes it off and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Evidence, Task
from desktop.ui.messages.dialog import ErrorDialog
from desktop.ui.plan.evidence_panel import EvidencePanel
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.widgets.pills import StatusPill
from desktop.ui.widgets.tips import tip_words
from desktop.usecases.undo_action import undo_action
from tests.helpers.small_office import SmallOffice
from tests.ui.plan.kit import Shown, shown


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallOffice]:
    made = SmallOffice(tmp_path / "office")
    yield made
    made.store.close()


@pytest.fixture
def task(small: SmallOffice) -> Task:
    return small.task("1", is_key_task=True, due_on=date(2022, 6, 30))


@pytest.fixture
def plan(small: SmallOffice, task: Task, tmp_path: Path, qtbot: QtBot) -> Iterator[Shown[PlanScreen]]:
    with shown(PlanScreen, small.office, tmp_path, qtbot) as screen:
        screen.screen.show_record("task", task.id)
        yield screen


def panel_of(plan: Shown[PlanScreen]) -> EvidencePanel:
    panel = plan.screen.findChild(EvidencePanel)
    assert panel is not None
    return panel


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "Biên bản nghiệm thu.pdf"
    path.write_bytes(b"%PDF-1.7 nghiem thu")
    return path


def attach(plan: Shown[PlanScreen], path: Path, qtbot: QtBot) -> None:
    writes = len(plan.asked.changed)
    panel_of(plan).attach([path])
    plan.settle(qtbot, writes=writes + 1)


def test_a_dropped_file_is_attached_and_opens(plan: Shown[PlanScreen], proof: Path, qtbot: QtBot) -> None:
    """From the explorer onto the task, then one click shows it."""
    panel = panel_of(plan)
    opened: list[Path] = []
    panel._launch = opened.append
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(proof))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel.dropEvent(drop)
    plan.settle(qtbot, writes=1)
    (line,) = panel.lines
    assert (line.evidence.name, line.evidence.mime, line.is_here) == (proof.name, "application/pdf", True)
    panel.open_file(line)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes() == proof.read_bytes()


def test_a_chosen_file_can_be_saved_elsewhere(
    plan: Shown[PlanScreen], proof: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Out of the program again, under its own name."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([str(proof)], ""))
    panel_of(plan).ask_files()
    plan.settle(qtbot, writes=1)
    target = tmp_path / "stick"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(target))
    panel_of(plan).save_copy(panel_of(plan).lines[0])
    qtbot.waitUntil(lambda: len(plan.asked.notices) == 2)
    assert (target / proof.name).read_bytes() == proof.read_bytes()


def test_taken_off_and_back(plan: Shown[PlanScreen], small: SmallOffice, proof: Path, qtbot: QtBot) -> None:
    """A wrong click costs one undo."""
    attach(plan, proof, qtbot)
    panel_of(plan).take_off(panel_of(plan).lines[0])
    plan.settle(qtbot, writes=2)
    assert panel_of(plan).lines == []
    undo_action(small.office)
    plan.screen.refresh()
    assert [line.evidence.name for line in panel_of(plan).lines] == [proof.name]


def test_a_program_in_disguise_is_refused_in_words(
    plan: Shown[PlanScreen], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing starts, and the clerk reads why: at attaching, and with the way to save it at opening."""
    program = tmp_path / "anh.jpg"
    program.write_bytes(b"MZ\x90\0")
    attach(plan, program, qtbot)
    panel = panel_of(plan)
    assert panel.warning.text.startswith("anh.jpg is attached, but who receives it can only save a copy.")
    assert [pill.pill.text for pill in panel.findChildren(StatusPill)] == ["Save only"]
    opened: list[Path] = []
    panel._launch = opened.append
    target = tmp_path / "stick"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(target))
    panel.open_file(panel.lines[0])
    qtbot.waitUntil(lambda: bool(plan.screen.findChildren(ErrorDialog)))
    (card,) = plan.screen.findChildren(ErrorDialog)
    assert "not opened from here" in card.card.accessibleName()
    card.way_button.click()
    qtbot.waitUntil(lambda: any(target.iterdir()))
    assert next(target.iterdir()).read_bytes() == program.read_bytes()
    assert opened == []


def test_a_file_that_can_be_opened_needs_no_warning(
    plan: Shown[PlanScreen], proof: Path, qtbot: QtBot
) -> None:
    attach(plan, proof, qtbot)
    assert not panel_of(plan).warning.isVisibleTo(panel_of(plan))
    assert panel_of(plan).findChildren(StatusPill) == []


def test_a_file_that_has_not_come_says_so(plan: Shown[PlanScreen], small: SmallOffice, task: Task) -> None:
    """Its name is here, its bytes are not: no button that fails."""
    small.add(Evidence(task_id=task.id, name="anh.jpg", mime="image/jpeg", size=9, sha256="ab" * 32))
    plan.screen.refresh()
    (line,) = panel_of(plan).lines
    assert not line.is_here
    assert any(pill.pill.text for pill in panel_of(plan).findChildren(StatusPill))
    shown = panel_of(plan).findChildren(QPushButton, "evidence")
    assert [button.isEnabled() for button in shown] == [False]


def test_how_many_files_prove_a_task_is_told_above_the_form(
    plan: Shown[PlanScreen], proof: Path, task: Task, qtbot: QtBot
) -> None:
    """The files lie below the fold: a click on their number above leads to them, and the keyboard too."""
    detail = plan.screen.tasks.detail
    assert detail.evidence_link.text() == "No evidence yet"
    attach(plan, proof, qtbot)
    assert detail.evidence_link.text() == "1 file(s) of evidence"
    plan.screen.resize(900, 420)
    plan.screen.tasks.open_detail()
    QApplication.processEvents()
    panel = panel_of(plan)
    assert panel.visibleRegion().isEmpty(), "out of sight before, or the link is of no use"
    detail.evidence_link.click()
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)


def test_a_name_with_marks_is_shown_to_the_letter(
    plan: Shown[PlanScreen], small: SmallOffice, task: Task
) -> None:
    """A file's name comes from another office: no picture that it names is opened by a tool tip."""
    name = 'anh <img src="file://host/share/x.png">.pdf'
    small.add(Evidence(task_id=task.id, name=name, mime="", size=9, sha256="ab" * 32))
    plan.screen.refresh()
    tips = {made.toolTip() for made in panel_of(plan).findChildren(QAbstractButton) if made.toolTip()}
    naming = [tip_words(tip) for tip in tips if name in tip_words(tip)]
    assert len(naming) == 2, "on the name, and on the button that takes the file off"
    assert not any("<img" in tip for tip in tips)
