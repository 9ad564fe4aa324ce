"""A stick is found by itself, and only what is one."""

from __future__ import annotations

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.ui.bundles.sticks import Stick, StickWatch, find_sticks, mounted_sticks

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


def test_looking_on_this_computer_finds_no_stick_where_none_can_be() -> None:
    assert all(stick.root.is_dir() for stick in find_sticks())


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
