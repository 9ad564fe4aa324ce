"""A stick is found by itself, and only what is one."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.bundles import sticks
from desktop.ui.bundles.bundles_screen import PAIRING, RECEIVE, SEND, BundlesScreen
from desktop.ui.bundles.sticks import Stick, StickWatch, find_sticks, mounted_sticks
from desktop.ui.jobs import DatabaseLane
from desktop.ui.pairing.ask_view import AskView
from desktop.ui.pairing.page import PairingPage
from tests.helpers.enrolment import Founded
from tests.helpers.offices import DISTRICT, SampleYear
from tests.helpers.screens import make_context, show_screen
from tests.ui.bundles.conftest import Open

MOUNTS = r"""
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sda1 /boot/efi vfat rw 0 0
server:/share /mnt/share nfs rw 0 0
/dev/sdb1 /media/xa/KINGSTON vfat rw,nosuid 0 0
/dev/sdc1 /run/media/xa/USB\0402022 exfat rw 0 0
/dev/sdd1 /media/xa/DIA vfat ro,nosuid 0 0
"""
STICK = Stick(Path("/media/xa/KINGSTON"), "KINGSTON", 1, 2)


def test_only_what_the_desktop_mounted_for_its_user_and_can_be_written_is_a_stick() -> None:
    assert mounted_sticks(MOUNTS) == [Path("/media/xa/KINGSTON"), Path("/run/media/xa/USB 2022")]


def test_a_folder_chosen_on_one_page_is_offered_on_the_others(
    open_screen: Open, sent: SampleYear, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A stick that shows itself as an ordinary folder is looked for once, not once for each page."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    screen, _asked = open_screen(DISTRICT)
    screen.show_tab(SEND)
    screen.send_page.places.ask_folder()
    screen.show_tab(RECEIVE)
    drop = screen.receive_page.drop
    assert [made.accessibleName() for made in drop.buttons][1] == f"Folder {tmp_path.name}"
    assert drop.buttons[1].toolTip() == str(tmp_path)
    with qtbot.waitSignal(screen.context.lane.idle):
        QTest.mouseClick(
            drop.buttons[0], Qt.MouseButton.LeftButton
        )  # the stick with bundles: from now on it is the place on every page
    assert screen.send_page.places.folder == sent.stick


def test_the_commune_asks_to_be_enrolled_on_the_stick_it_chose_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    founded = Founded(tmp_path / "year")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    lane = DatabaseLane()
    context, _asked = make_context(founded.commune("may1"), tmp_path, lane)
    screen = BundlesScreen(context, search=list)
    with qtbot.waitSignal(lane.idle):
        show_screen(screen, qtbot)
    pairing = screen.pages.page(PAIRING)
    assert isinstance(pairing, PairingPage)
    assert isinstance(pairing.view, AskView)
    view = pairing.view
    assert not view.write_button.isEnabled()
    screen.send_page.places.ask_folder()
    assert view.places.folder == tmp_path
    assert view.write_button.isEnabled()
    lane.shut_down()
    founded.close()


def test_looking_on_this_computer_finds_no_stick_where_none_can_be() -> None:
    assert all(stick.root.is_dir() for stick in find_sticks())


def test_an_empty_card_reader_does_not_push_everything_out_of_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It answers the same every three seconds: that is worth one line, and one more when it comes again."""
    monkeypatch.setattr(sticks, "_linux_mounts", lambda: [(tmp_path / "slot", "slot")])
    with caplog.at_level("INFO"):
        for _look in range(3):
            assert find_sticks() == []
        assert len(caplog.records) == 1
        (tmp_path / "slot").mkdir()
        assert len(find_sticks()) == 1
        (tmp_path / "slot").rmdir()
        find_sticks()
    assert len(caplog.records) == 2


def test_a_stick_that_comes_and_goes_is_told_once_each(qtbot: QtBot) -> None:
    plugged = [STICK]
    watch = StickWatch(search=lambda: list(plugged))
    told: list[list[Stick]] = []
    watch.changed.connect(told.append)
    with qtbot.waitSignal(watch.changed):
        watch.start()
    watch.look()
    qtbot.waitUntil(lambda: not watch._poll.isActive())
    plugged.clear()
    with qtbot.waitSignal(watch.changed):
        watch.look()
    watch.stop()
    assert told == [[STICK], []]


def test_a_drive_that_hangs_does_not_hang_the_window(qtbot: QtBot) -> None:
    hanging = threading.Event()

    def search() -> list[Stick]:
        hanging.wait(5)
        return [STICK]

    watch = StickWatch(search=search)
    watch.start()
    watch.look()
    assert watch.sticks == []
    hanging.set()
    with qtbot.waitSignal(watch.changed):
        pass
    watch.stop()
    assert watch.sticks == [STICK]
