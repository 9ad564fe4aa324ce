"""Whoever types instead of clicking gets the same work done, with figures a script can read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import namedtuple
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.app.main import run
from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.evidence import attach_evidence
from desktop.usecases.parking import keep_aside
from tests.helpers.offices import DISTRICT, HUNG_THANH, PHU_DIEN, SampleYear, no_progress
from tests.helpers.source_tree import ROOT

DONE, USAGE, REFUSED = 0, 2, 3


class Typed:
    """Types commands as one office of the sample and reads the answer."""

    def __init__(self, year: SampleYear, capsys: pytest.CaptureFixture[str]) -> None:
        self._year = year
        self._capsys = capsys

    def words(self, code: str, *command: str | Path) -> tuple[int, str]:
        """Exit status and everything printed."""
        place = self._year.folder / code
        status = run(["--data", str(place / "data"), "--profile", str(place / "profile"), *map(str, command)])
        return status, "".join(self._capsys.readouterr())

    def json(self, code: str, *command: str | Path) -> tuple[int, Any]:
        """Exit status and the JSON document."""
        place = self._year.folder / code
        status = run(
            ["--data", str(place / "data"), "--profile", str(place / "profile"), *map(str, command), "--json"]
        )
        return status, json.loads(self._capsys.readouterr().out)


@pytest.fixture
def typed(own_sample_year: SampleYear, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(own_sample_year, capsys)


def test_thirteen_communes_export_and_the_district_sums_what_each_of_them_holds(
    typed: Typed, own_sample_year: SampleYear
) -> None:
    stick = own_sample_year.stick
    own_lines = {}
    for code in own_sample_year.codes:
        status, sent = typed.json(code, "export", "--to", stick)
        assert status == DONE
        assert Path(sent["bundles"][0]["path"]).stat().st_size == sent["bundles"][0]["size"]
        _status, summary = typed.json(code, "summary")
        own_lines[code] = summary[0]
    status, taken = typed.json(DISTRICT, "import", stick)
    assert (status, taken["taken"], taken["refused"]) == (DONE, 13, 0)
    _status, summary = typed.json(DISTRICT, "summary")
    assert {line["unit"][:5]: line for line in summary} == own_lines


def test_a_preview_changes_nothing_and_says_what_would_come(
    typed: Typed, own_sample_year: SampleYear
) -> None:
    typed.json(PHU_DIEN, "export", "--to", own_sample_year.stick)
    status, seen = typed.json(DISTRICT, "import", own_sample_year.stick, "--preview")
    assert (status, seen["preview"], seen["bundles"][0]["new"]["plan"]) == (DONE, True, 1)
    _status, summary = typed.json(DISTRICT, "summary")
    assert sum(line["tasks"] for line in summary) == 0


def test_a_bundle_for_somebody_else_is_refused_with_its_code(
    typed: Typed, own_sample_year: SampleYear
) -> None:
    typed.json(PHU_DIEN, "export", "--to", own_sample_year.stick)
    status, answer = typed.json(HUNG_THANH, "import", own_sample_year.stick)
    assert (status, answer["bundles"][0]["code"], answer["refused"]) == (REFUSED, "E_NOTFORME", 1)
    status, words = typed.words(HUNG_THANH, "import", own_sample_year.stick)
    assert status == REFUSED
    assert "E_NOTFORME" in words


def test_a_bundle_taken_by_mistake_is_undone_by_its_id(typed: Typed, own_sample_year: SampleYear) -> None:
    typed.json(PHU_DIEN, "export", "--to", own_sample_year.stick)
    _status, taken = typed.json(DISTRICT, "import", own_sample_year.stick)
    bundle = taken["bundles"][0]["bundle"]
    status, undone = typed.json(DISTRICT, "undo-import", bundle)
    assert (status, undone["bundle"], undone["unit"][:5]) == (DONE, bundle, PHU_DIEN)
    assert "task" in undone["tables"]
    _status, summary = typed.json(DISTRICT, "summary")
    assert sum(line["tasks"] for line in summary) == 0
    status, refused = typed.json(DISTRICT, "undo-import", bundle)
    assert (status, refused["error"]["code"]) == (REFUSED, "E_UNDO_IMPORT")
    status, words = typed.words(DISTRICT, "import", own_sample_year.stick)
    assert (status, "OK " in words) == (DONE, True), "and it can be taken again"


def test_one_bad_file_among_good_ones_does_not_stop_them(typed: Typed, own_sample_year: SampleYear) -> None:
    typed.json(PHU_DIEN, "export", "--to", own_sample_year.stick)
    (own_sample_year.stick / "hong.goi").write_bytes(b"age-encryption.org/v1\nnot really")
    status, answer = typed.json(DISTRICT, "import", own_sample_year.stick)
    assert (status, answer["taken"], answer["refused"]) == (REFUSED, 1, 1)


def test_a_bundle_can_be_looked_at_without_taking_it(typed: Typed, own_sample_year: SampleYear) -> None:
    _status, sent = typed.json(PHU_DIEN, "export", "--to", own_sample_year.stick)
    status, seen = typed.json(DISTRICT, "inspect", sent["bundles"][0]["path"])
    assert status == DONE
    assert seen["unit"].startswith(PHU_DIEN)
    assert sum(seen["scopes"].values()) == sent["bundles"][0]["rows"]


@pytest.mark.parametrize("by", ["unit", "field", "state"])
def test_the_sums_agree_however_they_are_grouped(typed: Typed, by: str) -> None:
    status, lines = typed.json(PHU_DIEN, "summary", "--by", by)
    _status, by_unit = typed.json(PHU_DIEN, "summary")
    assert status == DONE
    assert sum(line["tasks"] for line in lines) == sum(line["tasks"] for line in by_unit) > 0


def test_doctor_finds_the_sample_sound_and_tells_the_settings_in_force(typed: Typed) -> None:
    status, report = typed.json(PHU_DIEN, "doctor")
    assert (status, report["sound"], report["enrolled"]) == (DONE, True, True)
    assert (report["settings"]["journal_mode"], report["settings"]["synchronous"]) == ("wal", 2)


def test_a_folder_without_data_is_said_so_with_a_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["--data", str(tmp_path), "--profile", str(tmp_path), "summary", "--json"])
    assert status == REFUSED
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "E_NO_DATA"


def test_a_sample_is_never_made_over_another(
    own_sample_year: SampleYear, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["sample", "--into", str(own_sample_year.folder), "--json"])
    assert (status, json.loads(capsys.readouterr().out)["error"]["code"]) == (REFUSED, "E_IO")


def test_wrong_usage_ends_with_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export"]) == USAGE
    assert "--to" in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed",
    [
        ["bay"],
        ["--json"],
        ["summary", "--by", "làng"],
        ["screens", "--into", "ảnh", "--size", "1x1"],
        ["screens", "--into", "ảnh", "--scale", "0"],
        ["screens", "--into", "ảnh", "--scale", "nan"],
        ["screens", "--into", "ảnh", "--scale", "to"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_said_in_vietnamese_with_what_was_typed(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(typed) == USAGE
    said = capsys.readouterr().err
    assert said.startswith("Không hiểu lệnh đã gõ. “main.py")
    assert typed[-1] in said


def test_a_sample_in_a_place_that_cannot_be_written_is_refused_with_a_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tệp").write_text("không phải thư mục", encoding="utf-8")
    status = run(["sample", "--into", str(tmp_path / "tệp" / "năm mẫu"), "--json"])
    assert (status, json.loads(capsys.readouterr().out)["error"]["code"]) == (REFUSED, "E_IO")


def test_states_have_their_vietnamese_names(typed: Typed) -> None:
    status, said = typed.words(PHU_DIEN, "summary", "--by", "state")
    assert status == DONE
    assert "Chưa thực hiện" in said
    assert "not_started" not in said


def test_without_a_screen_the_window_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt would end the program by an abort."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run([]) == REFUSED
    said = capsys.readouterr().err
    assert said.startswith("E_SCREEN\n")
    assert "màn hình" in said


def test_a_refusal_is_its_code_and_sentences_without_lines_of_a_log(tmp_path: Path) -> None:
    """As a person sees it, who starts the program."""
    (tmp_path / "sosen.db").write_text("không phải cơ sở dữ liệu", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, ROOT / "main.py", "--data", tmp_path, "--profile", tmp_path, "summary"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = ended.stderr.splitlines()
    assert (ended.returncode, lines[0], len(lines)) == (REFUSED, "E_DATA_DAMAGED", 4)


def test_doctor_says_what_is_wrong_and_what_to_do(typed: Typed, own_sample_year: SampleYear) -> None:
    """In Vietnamese words, with a remedy for each kind; a script reads the same as keys."""
    with closing(own_sample_year.open(PHU_DIEN)) as office:
        office.store.connection.execute("UPDATE task SET search_key = 'khác' WHERE rowid = 1")
        office.store.connection.execute("UPDATE sync_vv SET n = n + 1")
    status, said = typed.words(PHU_DIEN, "doctor")
    assert status == REFUSED
    assert "sửa rồi sửa lại như cũ" in said
    assert "bản sao lưu" in said
    status, report = typed.json(PHU_DIEN, "doctor")
    assert status == REFUSED
    remedies = {found["damage"]: found["remedy"] for found in report["findings"]}
    assert remedies["search_key"] == "type_again"
    assert remedies["vector_too_high"] == "restore"


def test_files_that_need_several_bundles_are_told_and_counted(
    typed: Typed, own_sample_year: SampleYear, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types learns like whoever clicks that all of them go along, and what arrived."""
    for module in ("export_bundle", "return_bundle"):
        monkeypatch.setattr(f"desktop.usecases.{module}.MOST_BLOB_BYTES", 1_000)
    with closing(own_sample_year.open(PHU_DIEN)) as office:
        task = office.store.select(Task)[0]
        for number in range(2):
            path = tmp_path / f"{number}.pdf"
            path.write_bytes(b"%PDF-1.7\n" + bytes([number]) * 900)
            attach_evidence(office, task.id, path, no_progress)
    status, said = typed.words(PHU_DIEN, "export", "--to", own_sample_year.stick)
    assert status == DONE
    assert "2 gói này đi cùng nhau" in said
    status, taken = typed.json(DISTRICT, "import", own_sample_year.stick)
    assert (status, [one["files"] for one in taken["bundles"]]) == (DONE, [1, 1])
    assert [one["code"] for one in taken["bundles"]] == ["OK", "OK_DUP"]


def test_doctor_warns_of_a_disk_that_is_nearly_full(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning, no fault: the data is sound, and the command succeeds."""
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(0, 0, 312 * 1024 * 1024))
    status, said = typed.words(PHU_DIEN, "doctor")
    assert status == DONE
    assert "chỉ còn 312,0 MB" in said
    status, report = typed.json(PHU_DIEN, "doctor")
    assert (status, report["sound"], report["scarce_space"]) == (DONE, True, 312 * 1024 * 1024)


def test_parked_bundles_are_listed_and_given_up(typed: Typed, own_sample_year: SampleYear) -> None:
    """A bundle of a newer program waits; the list names it, and it can be dropped."""
    with closing(own_sample_year.open(DISTRICT)) as office:
        original = own_sample_year.stick / "tu-ban-moi.goi"
        original.write_bytes(b"sealed")
        keep_aside(office, original, SoSenError(Code.E_NEWER, unit=office.unit_id), original.name)
    status, listed = typed.json(DISTRICT, "parked")
    (line,) = listed["parked"]
    assert (status, line["code"], line["next_step"]) == (DONE, "E_NEWER", "upgrade")
    status, said = typed.words(DISTRICT, "parked")
    assert "tu-ban-moi.goi" in said
    status, listed = typed.json(DISTRICT, "parked", "--drop", line["id"])
    assert (status, listed) == (DONE, {"taken": [], "parked": []})
    status, refused = typed.json(DISTRICT, "parked", "--drop", line["id"])
    assert (status, refused["error"]["code"]) == (REFUSED, "E_MISSING")
