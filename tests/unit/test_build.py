"""The one command helps a beginner on: it says what to type, does nothing twice, and leaves nothing out."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import checks
import environment
import machine
import main_job
import pytest
import readme_commands
import release
import translations
from common import Stop

RECORDER = """\
import pathlib, sys
words = sys.argv[1:]
with open(pathlib.Path(__file__).with_name("said.txt"), "a", encoding="utf-8") as said:
    said.write(" ".join(pathlib.Path(word).name for word in words) + "\\n")
if words[0] == "sample":
    for code in ("872", "30067", "30070"):
        (pathlib.Path(words[2]) / code).mkdir(parents=True)
"""


def test_without_rights_the_one_command_to_type_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(Stop, match="sudo apt-get install --yes age xvfb"):
        machine.need_programs({"Xvfb": "xvfb", "age": "age"}, required=True)


def test_tests_go_on_without_a_program_that_only_some_need(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    machine.need_programs({"age": "age"}, required=False)
    assert "age" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("platform", "variables", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_noticed(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], screen: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert machine.has_screen() is screen


def test_the_environment_is_filled_again_only_when_a_lock_file_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run, dev, stamp = tmp_path / "run.txt", tmp_path / "dev.txt", tmp_path / "stamp.txt"
    run.write_bytes(b"a==1\n")
    dev.write_bytes(b"a==1\nb==2\n")
    monkeypatch.setattr(environment, "STAMP", stamp)
    filled: list[list[Path]] = []
    monkeypatch.setattr(environment, "must", filled.append)
    monkeypatch.setattr(environment, "_works", lambda: True)
    assert not environment._stamped([run])
    environment._fill([run, dev])
    assert environment._stamped([run])
    assert environment._stamped([run, dev])
    run.write_bytes(b"a==1\r\n")
    assert environment._stamped([run])
    run.write_bytes(b"a==2\n")
    assert not environment._stamped([run])
    assert len(filled) == 1
    assert filled[0][-1] == dev


def test_the_suite_runs_quick_parts_first_and_reports_the_first_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[list[str]] = []

    def fake(command: list[str]) -> int:
        ran.append([str(word) for word in command])
        return 1 if "tests/unit" in command else 0

    monkeypatch.setattr(checks, "call", fake)
    assert checks.run_tests([], long=False) == 1
    assert [words[-1] for words in ran][:2] == ["tests/unit", "tests/offices"]
    ran.clear()
    checks.run_tests(["tests/unit/test_lock.py", "-q"], long=False)
    assert [words[3:] for words in ran] == [["tests/unit/test_lock.py", "-q"]]


def test_every_commune_exports_and_the_district_imports_them_all(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(RECORDER, encoding="utf-8")
    main_job.do_main_job([sys.executable, program], tmp_path / "job")
    said = (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines()
    assert said == [
        "sample --into sample",
        "--data data --profile profile export --to stick",
        "--data data --profile profile export --to stick",
        "--data data --profile profile import stick",
        "--data data --profile profile summary",
    ]


def test_an_office_that_is_not_in_the_sample_is_answered_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "872").mkdir()
    with pytest.raises(Stop, match="there is no office 999; there are 872"):
        main_job.office(tmp_path, "999")


def test_the_sample_is_made_once_and_anew_when_it_was_left_half_made(tmp_path: Path) -> None:
    program, folder = tmp_path / "program.py", tmp_path / "sample"
    program.write_text(RECORDER, encoding="utf-8")
    (folder / "half").mkdir(parents=True)
    for _ in range(2):
        main_job.make_sample(folder, [sys.executable, program])
    assert (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines() == ["sample --into sample"]
    assert not (folder / "half").exists()
    assert (folder / "872").is_dir()


def test_a_word_without_translation_is_named(tmp_path: Path) -> None:
    catalogue = tmp_path / "vi.ts"
    catalogue.write_text(
        "<TS><context><name>Frame</name>"
        "<message><source>Save</source><translation>Lưu</translation></message>"
        "<message><source>Send</source><translation type='unfinished'/></message>"
        "<message><source>Gone</source><translation type='vanished'>Cũ</translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    assert translations.faults(catalogue) == [
        "vi.ts: unfinished: Frame: 'Send'",
        "vi.ts: vanished: Frame: 'Gone'",
    ]


def test_the_size_of_a_folder_counts_a_linked_file_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    if sys.platform != "win32":  # making a link needs special rights there
        (tmp_path / "b").symlink_to(tmp_path / "a")
    assert release.folder_size(tmp_path) == 5


COUNTER = """\
import json, pathlib, sys
office = pathlib.Path(sys.argv[2]).parent
if office.name == "872":
    print(office.joinpath("counted.json").read_text(encoding="utf-8"))
else:
    print(json.dumps([{"unit": office.name + "-00000000", "tasks": {"completed": 3}}]))
"""


@pytest.mark.parametrize(("completed", "pictures", "verdict"), [(3, 1, 0), (2, 1, 1), (3, 0, 1)])
def test_the_built_program_must_count_at_the_district_what_the_communes_hold(
    tmp_path: Path, completed: int, pictures: int, verdict: int
) -> None:
    program, sample = tmp_path / "program.py", tmp_path / "sample"
    program.write_text(COUNTER, encoding="utf-8")
    units = [{"unit": f"{code}-00000000", "tasks": {"completed": completed}} for code in ("30067", "30070")]
    for code in ("872", "30067", "30070"):
        (sample / code).mkdir(parents=True)
    (sample / "872" / "counted.json").write_text(json.dumps(units), encoding="utf-8")
    for number in range(pictures):
        (tmp_path / f"{number}.png").touch()
    assert release.judge([sys.executable, program], sample, tmp_path) == verdict


def test_only_blocks_marked_as_shell_are_commands() -> None:
    text = "```sh\n# note\npython3 a.py  # why\n\n```\n```\nnot this\n```\n"
    assert readme_commands.commands(text) == ["python3 a.py"]
