"""Attached files leave no trace they should not leave: no bare copies, no torn ones."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.entities import Evidence
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.usecases.evidence import attach_evidence, open_evidence, save_evidence
from desktop.usecases.opened_copies import remove_opened_copies
from tests.helpers.media import small_disk
from tests.helpers.offices import no_progress
from tests.helpers.small_office import SmallOffice


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallOffice]:
    made = SmallOffice(tmp_path / "office")
    yield made
    made.store.close()


@pytest.fixture
def proof(small: SmallOffice, tmp_path: Path) -> Evidence:
    """A file of 200 kB, attached."""
    path = tmp_path / "bien-ban.pdf"
    path.write_bytes(b"%PDF-1.4" + os.urandom(200_000))
    return attach_evidence(small.office, small.task("1").id, path, no_progress)


def copies(small: SmallOffice) -> list[Path]:
    return list((small.store.folder / "opened").rglob("*"))


def test_a_copy_on_a_full_stick_is_refused_and_leaves_nothing(
    small: SmallOffice, proof: Evidence, tmp_path: Path
) -> None:
    """Half a document under its own name would be handed on as if it were whole."""
    with small_disk(tmp_path / "stick", 64 * 1024) as stick:
        with pytest.raises(SoSenError) as refused:
            save_evidence(small.office, proof, stick)
        assert refused.value.code is Code.E_SPACE
        assert list(stick.iterdir()) == []


def test_a_copy_that_is_stopped_leaves_nothing(small: SmallOffice, proof: Evidence, tmp_path: Path) -> None:
    """A slow stick can be given up."""

    def stop(_done: int, _total: int | None) -> None:
        raise CancelledError

    (tmp_path / "stick").mkdir()
    with pytest.raises(CancelledError):
        save_evidence(small.office, proof, tmp_path / "stick", stop)
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_copy_to_a_folder_that_is_gone_is_refused_in_words(
    small: SmallOffice, proof: Evidence, tmp_path: Path
) -> None:
    """The stick was pulled out."""
    with pytest.raises(SoSenError) as refused:
        save_evidence(small.office, proof, tmp_path / "gone")
    assert refused.value.code is Code.E_IO


def test_opened_copies_do_not_stay(small: SmallOffice, proof: Evidence) -> None:
    """Proof that was looked at does not lie about for whoever uses the computer next."""
    opened = open_evidence(small.office, proof)
    assert opened.exists()
    remove_opened_copies(small.store.folder)
    assert copies(small) == []
    again = open_evidence(small.office, proof)
    assert again.read_bytes()[:8] == b"%PDF-1.4"


def test_a_copy_that_another_program_holds_stays_until_the_next_time(
    small: SmallOffice, proof: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows removes no file that is open elsewhere; closing is not refused for that."""
    opened = open_evidence(small.office, proof)

    def held(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "held", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        remove_opened_copies(small.store.folder)
    assert opened.exists()
    assert not opened.stat().st_mode & 0o222
    remove_opened_copies(small.store.folder)
    assert copies(small) == []


def test_an_opened_copy_cannot_be_written(small: SmallOffice, proof: Evidence) -> None:
    """Word says so at once: what was typed into a copy would go with it."""
    opened = open_evidence(small.office, proof)
    assert not opened.stat().st_mode & 0o222


def test_a_file_is_opened_again_while_it_is_open(small: SmallOffice, proof: Evidence) -> None:
    """A second click shows the same copy; one that somebody changed is made anew."""
    opened = open_evidence(small.office, proof)
    first = opened.stat().st_mtime_ns, opened.stat().st_ino
    assert open_evidence(small.office, proof) == opened
    assert (opened.stat().st_mtime_ns, opened.stat().st_ino) == first
    opened.chmod(0o600)
    opened.write_bytes(b"something else")
    assert open_evidence(small.office, proof).read_bytes()[:8] == b"%PDF-1.4"
    assert [path.name for path in copies(small) if path.is_file()] == [opened.name]


def test_a_document_of_a_million_parts_is_not_opened(small: SmallOffice, tmp_path: Path) -> None:
    """It is kept like any file, but nothing reads what would stop the computer."""
    path = tmp_path / "ke-hoach.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for entry in ("[Content_Types].xml", "word/document.xml", *(f"{n}" for n in range(2_000))):
            archive.writestr(entry, "x")
    kept = attach_evidence(small.office, small.task("2").id, path, no_progress)
    with pytest.raises(SoSenError) as refused:
        open_evidence(small.office, kept)
    assert refused.value.code is Code.E_FILE
