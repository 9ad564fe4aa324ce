"""Attached files on their way: nothing hostile is opened, nothing is lost or lands where it should not."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.entities import Evidence, Task
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.store.blobs import blob_path, blobs_here, sweep_blobs
from desktop.usecases.edit_records import add_record
from desktop.usecases.evidence import (
    attach_evidence,
    list_evidence,
    open_evidence,
    remove_evidence,
    save_evidence,
)
from desktop.usecases.outbox import bundles_with_copy, copy_of
from desktop.usecases.restore_backup import Restored
from desktop.usecases.tend_data import tend_data
from desktop.usecases.undo_action import undo_action
from desktop.usecases.undo_import import undo_import
from tests.helpers.network import Network
from tests.helpers.offices import no_progress


@pytest.fixture
def task(network: Network) -> Task:
    return add_record(network["X1"], Task(title="Làm đường ấp Mỹ Tân"))


def pdf(folder: Path, name: str = "bien-ban.pdf", words: bytes = b"") -> Path:
    path = folder / name
    path.write_bytes(b"%PDF-1.7\nBien ban hop ap " + words)
    return path


def attach(network: Network, task: Task, path: Path) -> Evidence:
    return attach_evidence(network["X1"], task.id, path, no_progress)


def test_fault_46_a_huge_file_is_refused_when_it_is_attached(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """The clerk learns it at once and in words, not when the stick is full; nothing is kept."""
    huge = tmp_path / "phim.mp4"
    with huge.open("wb") as file:
        file.truncate(10 * 1024**3)  # sparse: 10 GB that take no room
    with pytest.raises(SoSenError) as refused:
        attach(network, task, huge)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_LIMIT, "attachment")
    assert list_evidence(network["X1"], task.id) == []
    assert blobs_here(network["X1"].store) == set()


def test_fault_46_a_large_photograph_is_made_smaller(network: Network, task: Task, tmp_path: Path) -> None:
    """A telephone's photograph travels in a bundle, upright, and does not tell where it was taken."""
    photo = tmp_path / "anh.jpg"
    picture = Image.effect_noise((4000, 3000), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Camera of Nguyen Van A"
    picture.save(photo, quality=95, exif=exif)
    kept = attach(network, task, photo)
    assert kept.size is not None
    assert kept.size < photo.stat().st_size / 2
    with Image.open(blob_path(network["X1"].store, kept.sha256)) as seen:
        assert seen.size == (1500, 2000)
        assert not seen.getexif()
    assert photo.exists()


@pytest.mark.parametrize("content", [b"\xff\xd8\xff" + b"khong phai anh" * 9, b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_broken_photograph_is_refused_in_words(
    network: Network, task: Task, tmp_path: Path, content: bytes
) -> None:
    """Half a photograph from a torn-out card is told before it is sent, not by whoever opens it."""
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(content)
    with pytest.raises(SoSenError) as refused:
        attach(network, task, photo)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_FILE, "photo")


def test_fault_51_a_program_disguised_as_a_photograph_is_never_opened(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """It is kept and carried like any file, but its content decides, not its name."""
    program = tmp_path / "anh.jpg"
    program.write_bytes(b"MZ\x90\0" + b"virus" * 100)
    attach(network, task, program)
    network.settle()
    for name in ("X1", "X2", "H"):
        (line,) = list_evidence(network[name], task.id)
        assert line.is_here
        assert line.evidence.mime == "application/octet-stream"
        with pytest.raises(SoSenError) as refused:
            open_evidence(network[name], line.evidence)
        assert refused.value.code is Code.E_FILE
        assert save_evidence(network[name], line.evidence, tmp_path).suffix == ".bin"


def test_fault_51_a_document_with_macros_is_never_opened(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """A Word file that carries a program is a program."""
    path = tmp_path / "ke-hoach.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for entry in ("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"):
            archive.writestr(entry, "x")
    kept = attach(network, task, path)
    with pytest.raises(SoSenError) as refused:
        open_evidence(network["X1"], kept)
    assert refused.value.code is Code.E_FILE


def test_fault_51_what_claims_to_be_a_pdf_opens_as_one(network: Network, task: Task, tmp_path: Path) -> None:
    """The copy that is opened ends as what it is, wherever its sender said it ends."""
    kept = attach(network, task, pdf(tmp_path, "bien-ban.pdf.exe"))
    opened = open_evidence(network["X1"], kept)
    assert opened.name == "bien-ban.pdf.exe.pdf"
    assert opened.read_bytes() == (tmp_path / "bien-ban.pdf.exe").read_bytes()
    assert opened.is_relative_to(network["X1"].store.folder)


def test_fault_52_a_file_that_did_not_come_is_told_and_asked_for(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """The row says that its file has not arrived; the next bundles bring it."""
    kept = attach(network, task, pdf(tmp_path))
    network.settle()
    store = network["H"].store
    blob_path(store, kept.sha256).unlink()
    with store.writing():
        store.connection.execute("DELETE FROM blob WHERE sha256 = ?", (kept.sha256,))
    (line,) = list_evidence(network["H"], task.id)
    assert not line.is_here
    with pytest.raises(SoSenError) as refused:
        open_evidence(network["H"], line.evidence)
    assert refused.value.code is Code.E_NOT_HERE
    network.settle()
    network.settle()
    (line,) = list_evidence(network["H"], task.id)
    assert line.is_here
    assert hashlib.sha256(open_evidence(network["H"], line.evidence).read_bytes()).hexdigest() == kept.sha256


def test_a_file_damaged_on_the_disk_is_not_opened(network: Network, task: Task, tmp_path: Path) -> None:
    """Rotten or changed behind the program's back: told, not shown as proof."""
    kept = attach(network, task, pdf(tmp_path))
    blob_path(network["X1"].store, kept.sha256).write_bytes(b"%PDF-1.7\nanother")
    with pytest.raises(SoSenError) as refused:
        open_evidence(network["X1"], kept)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_DAMAGED, "evidence")


def test_fault_61_names_that_differ_in_case_or_composition_are_two_files(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """Kept by content: neither hides the other, on any system; saved copies get names of their own."""
    contents = {}
    for place, name in enumerate(("Ảnh.pdf", "ảnh.pdf", "A\u0309nh.pdf", "CON.pdf", "a:b.pdf")):
        source = tmp_path / f"{place}"
        source.mkdir()
        contents[name] = pdf(source, name, bytes([place])).read_bytes()
        attach(network, task, source / name)
    network.settle()
    lines = list_evidence(network["H"], task.id)
    assert len(lines) == 5
    target = tmp_path / "saved"
    target.mkdir()
    saved = [save_evidence(network["H"], line.evidence, target) for line in lines]
    assert sorted(path.read_bytes() for path in saved) == sorted(contents.values())
    assert len({path.name.lower() for path in saved}) == 5
    assert {"_CON.pdf", "a_b.pdf"} <= {path.name for path in saved}


def test_the_same_file_twice_is_kept_once(network: Network, task: Task, tmp_path: Path) -> None:
    """Attached to two tasks it takes the room of one."""
    other = add_record(network["X1"], Task(title="Xây cầu"))
    first = attach(network, task, pdf(tmp_path))
    second = attach(network, other, pdf(tmp_path))
    assert first.sha256 == second.sha256
    assert [path.name for path in blob_path(network["X1"].store, first.sha256).parent.iterdir()] == [
        first.sha256
    ]


def test_a_file_taken_off_comes_back_with_undo(network: Network, task: Task, tmp_path: Path) -> None:
    """Its bytes stay until nobody can want them any more."""
    kept = attach(network, task, pdf(tmp_path))
    remove_evidence(network["X1"], kept)
    assert list_evidence(network["X1"], task.id) == []
    undo_action(network["X1"])
    (line,) = list_evidence(network["X1"], task.id)
    assert open_evidence(network["X1"], line.evidence).exists()


def test_stopping_leaves_nothing(network: Network, task: Task, tmp_path: Path) -> None:
    """Cancelled half way, no row and no file is left behind."""

    def stop(_now: int, _total: int | None) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        attach_evidence(network["X1"], task.id, pdf(tmp_path), stop)
    assert list_evidence(network["X1"], task.id) == []
    assert not (network["X1"].store.folder / "files").exists()
    assert not list((network["X1"].store.folder / "inbox" / "spool").iterdir())


def test_a_file_that_is_gone_is_told(network: Network, task: Task, tmp_path: Path) -> None:
    """The stick was pulled out between choosing and attaching."""
    path = pdf(tmp_path)
    shutil.move(path, tmp_path / "away.pdf")
    with pytest.raises(SoSenError) as refused:
        attach(network, task, path)
    assert refused.value.code is Code.E_IO


def test_undoing_an_import_leaves_a_file_that_another_unit_attached_too(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """One circular proves the work of two communes; the district undoes one import and still has it."""
    circular = pdf(tmp_path)
    other = add_record(network["Y"], Task(title="Việc của xã Y"))
    kept = attach_evidence(network["Y"], other.id, circular, no_progress)
    attach(network, task, circular)
    district = network["H"]
    (of_x,), (of_y,) = network.export("X1"), network.export("Y")
    network.deliver([of_x, of_y], "H")
    undo_import(district, of_x.bundle)
    assert sweep_blobs(district.store, time.time() + 1) == 0
    (line,) = list_evidence(district, other.id)
    assert line.is_here
    assert open_evidence(district, kept).read_bytes() == circular.read_bytes()


def test_undoing_an_import_leaves_a_file_of_one_s_own(network: Network, task: Task, tmp_path: Path) -> None:
    """Attached here as well, and only taken off by mistake: the bytes stay for undo; nobody else has them."""
    circular = pdf(tmp_path)
    attach(network, task, circular)
    district = network["H"]
    (sent,) = network.export("X1")
    network.deliver([sent], "H")
    own = add_record(district, Task(title="Việc của huyện"))
    kept = attach_evidence(district, own.id, circular, no_progress)
    remove_evidence(district, kept)
    undo_import(district, sent.bundle)
    sweep_blobs(district.store, time.time() + 1)
    undo_action(district)
    assert open_evidence(district, kept).read_bytes() == circular.read_bytes()


def test_undoing_the_only_import_that_names_a_file_gives_its_room_back(
    network: Network, task: Task, tmp_path: Path
) -> None:
    kept = attach(network, task, pdf(tmp_path))
    (sent,) = network.export("X1")
    network.deliver([sent], "H")
    undo_import(network["H"], sent.bundle)
    assert sweep_blobs(network["H"].store, time.time() + 1) == 1
    assert not blob_path(network["H"].store, kept.sha256).exists()
    network.deliver([sent], "H")
    assert [line.is_here for line in list_evidence(network["H"], task.id)] == [True], "it comes again"


def gone_back(network: Network, name: str, chosen: Path | None = None) -> Restored:
    """A computer goes back to a backup, or to what was set aside, and starts."""
    restored = network.go_back(name, chosen)
    tend_data(network[name], no_progress)
    return restored


def days_old(path: Path) -> None:
    old = time.time() - 3 * 86_400
    os.utime(path, (old, old))


def test_files_attached_after_a_backup_are_there_when_the_clerk_returns_from_it(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """The backup was the wrong step: the set-aside data opens again with every photograph."""
    network["X1"].store.back_up("day")
    kept = attach(network, task, pdf(tmp_path))
    days_old(blob_path(network["X1"].store, kept.sha256))
    restored = gone_back(network, "X1")
    assert list_evidence(network["X1"], task.id) == []
    gone_back(network, "X1", restored.aside / "sosen.db")
    assert open_evidence(network["X1"], kept).read_bytes() == (tmp_path / "bien-ban.pdf").read_bytes()


def test_a_row_that_comes_back_after_a_backup_finds_its_file_where_it_lay(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """The district's copy was lost as well: what lies on this disk is not asked for, it is used."""
    network["X1"].store.back_up("day")
    kept = attach(network, task, pdf(tmp_path))
    days_old(blob_path(network["X1"].store, kept.sha256))
    network.settle()
    for name in ("H", "X2"):
        blob_path(network[name].store, kept.sha256).unlink()
    for bundle in bundles_with_copy(network["X1"]):  # else the row would be back at the start
        copy_of(network["X1"], bundle).unlink()
    gone_back(network, "X1")
    network.send("X1", "H")
    network.send("H", "X1")
    (line,) = list_evidence(network["X1"], task.id)
    assert not line.is_here
    tend_data(network["X1"], no_progress)
    assert open_evidence(network["X1"], kept).read_bytes() == (tmp_path / "bien-ban.pdf").read_bytes()


def test_what_only_bears_a_file_s_name_is_not_taken_for_it(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """A torn or changed file in the folder is no proof of anything."""
    kept = attach(network, task, pdf(tmp_path))
    store = network["X1"].store
    with store.writing():
        store.connection.execute("DELETE FROM blob")
    blob_path(store, kept.sha256).write_bytes(b"something else")
    tend_data(network["X1"], no_progress)
    assert blobs_here(store) == set()


def test_a_file_that_was_sent_with_a_clock_years_ahead_is_sent_again(
    network: Network, task: Task, tmp_path: Path
) -> None:
    """That stick was lost: what the office asks for since comes, although by the clock it went later."""
    kept = attach(network, task, pdf(tmp_path))
    clock = network["X1"].store.now
    network["X1"].store.now = lambda: clock() + 5 * 365 * 86_400_000
    network.export("X1")
    network["X1"].store.now = clock
    network.send("X1", "H")
    assert kept.sha256 not in blobs_here(network["H"].store)
    network.send("H", "X1")
    network.send("X1", "H")
    assert kept.sha256 in blobs_here(network["H"].store)
