"""An administrator enrols computers by typing: the same steps, with figures a script can read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.app.main import run

DONE, USAGE, REFUSED = 0, 2, 3
COMMUNE = "30067-19840306"


class Typed:
    """Types commands at computers that lie beside each other in a folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def place(self, name: str) -> list[str]:
        home = self.folder / name
        return ["--data", str(home / "data"), "--profile", str(home / "profile")]

    def json(self, name: str, *command: str | Path, status: int = DONE) -> Any:
        """The JSON document of a command that ends with ``status``."""
        assert run([*self.place(name), *map(str, command), "--json"]) == status
        return json.loads(self._capsys.readouterr().out)

    def words(self, name: str, *command: str | Path) -> tuple[int, str]:
        """Exit status and everything printed."""
        status = run([*self.place(name), *map(str, command)])
        return status, "".join(self._capsys.readouterr())

    def stick(self, name: str) -> Path:
        path = self.folder / name
        path.mkdir()
        return path


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    made = Typed(tmp_path, capsys)
    units = tmp_path / "units.csv"
    units.write_text(
        "code,name,first day\n30067,Xã Phú Điền,06/03/1984\n30043,Xã Hưng Thạnh\n", encoding="utf-8"
    )
    founded = made.json(
        "office",
        "found",
        "--unit",
        "872-19810105",
        "--name",
        "Huyện Tháp Mười",
        "--user",
        "Cấp",
        "--units",
        units,
    )
    assert founded["unit"] == "872-19810105"
    assert founded["spare_waits"]
    return made


def test_a_computer_is_enrolled_lost_and_replaced_by_typing(typed: Typed) -> None:
    letter = typed.json("office", "letter")["digits"]
    for name in ("old", "new"):
        stick = typed.stick(f"{name} stick")
        typed.json(name, "found", "--unit", COMMUNE, "--user", "Hồng")
        asked = typed.json(name, "request", "--to", stick)
        assert asked["unit"] == COMMUNE
        [listed] = typed.json("office", "requests", stick)
        assert (listed["standing"], listed["digits"]) == ("new", asked["digits"])
        wrong = typed.json("office", "approve", asked["path"], "--digits", "0000 0000", status=REFUSED)
        assert wrong["error"]["code"] == "E_DIGITS"
        approved = typed.json("office", "approve", asked["path"], "--digits", asked["digits"][-9:])
        assert (approved["device"], approved["label"]) == (asked["device"], "may1")
        sent = typed.json("office", "export", "--to", stick, status=REFUSED)
        assert [line["unit"] for line in sent["bundles"]] == [COMMUNE]
        assert [line["unit_name"] for line in sent["not_written"]] == ["Xã Hưng Thạnh"]
        status, said = typed.words("office", "export", "--to", stick)
        assert status == REFUSED
        assert "E_NOTHING Xã Hưng Thạnh: không ghi gói" in said
        looked = typed.json(name, "join", stick)
        assert (looked["unit_name"], looked["digits"], looked["joined"]) == ("Xã Phú Điền", letter, False)
        short = typed.json(name, "join", stick, "--digits", letter[-9:], status=REFUSED)
        assert short["error"]["code"] == "E_DIGITS"
        joined = typed.json(name, "join", stick, "--digits", letter)
        assert joined["digits"] == letter
        assert joined["joined"]
        assert joined["rows"] > 0
        if name == "old":
            lost = typed.json("office", "report-lost", asked["device"])
            assert lost["lost_in"] == 3
    devices = typed.json("office", "devices")
    assert [(line["label"], line["lost_in"]) for line in devices] == [
        ("may1", None),
        ("may1", None),
        ("may1", 3),
    ]
    assert typed.json("new", "export", "--to", typed.stick("up"))["bundles"]


def test_a_folder_is_no_request_to_approve(typed: Typed) -> None:
    """Which of the requests in it would be a guess."""
    stick = typed.stick("stick")
    for name in ("one", "two"):
        typed.json(name, "found", "--unit", COMMUNE, "--user", "Hồng")
        typed.json(name, "request", "--to", stick)
        refused = typed.json("office", "approve", stick, "--digits", "0000 0000", status=REFUSED)
        assert refused["error"]["code"] == "E_FORMAT"


def test_root_keys_are_handed_over_and_recovered_by_typing(typed: Typed) -> None:
    safe = typed.stick("safe")
    sheet = typed.json("office", "spare-key", "--to", safe)
    assert sheet["text"] in Path(sheet["path"]).read_text(encoding="utf-8")
    again = typed.json("office", "spare-key", "--to", safe, status=REFUSED)
    assert again["error"]["code"] == "E_ROOT"
    before = typed.json("office", "letter")["digits"]
    recovered = typed.json("office", "recover", "--spare", sheet["path"])
    assert recovered == {"epoch": 2, "spare_waits": True}
    assert typed.json("office", "letter")["digits"] != before
    needless = typed.json("office", "renew-keys", status=REFUSED)
    assert needless["error"]["code"] == "E_FOUNDED"


def test_lists_are_written_where_they_are_wanted(typed: Typed) -> None:
    stick = typed.stick("stick")
    assert Path(typed.json("office", "unit-list", "--to", stick)["path"]).name == "872.donvi"
    signers = Path(typed.json("office", "signers")["path"])
    assert signers.read_text(encoding="utf-8").startswith("d-")
    assert Path(typed.json("office", "signers", "--to", stick)["path"]).parent == stick


def test_the_list_of_units_is_changed_by_typing(typed: Typed) -> None:
    more = typed.folder / "more.txt"
    more.write_text("30070;Xã Tháp Mười;01/07/2025", encoding="utf-8")
    merged = "30070-20250701"
    assert typed.json("office", "units", "--add", more)[-1] == {
        "unit": merged,
        "name": "Xã Tháp Mười",
        "successor": "",
    }
    renamed = typed.json("office", "units", "--rename", merged, "Xã Mới")
    assert renamed[-1]["name"] == "Xã Mới"
    succeeded = typed.json("office", "units", "--successor", COMMUNE, merged)
    assert [one["successor"] for one in succeeded] == ["", merged, "", ""]
    assert typed.json("office", "units") == succeeded
    again = typed.json("office", "units", "--add", more, status=REFUSED)
    assert again["error"]["code"] == "E_UNITS"


def test_words_tell_the_next_step(typed: Typed) -> None:
    stick = typed.stick("stick")
    status, said = typed.words("one", "found", "--unit", COMMUNE, "--user", "Hồng")
    assert (status, COMMUNE in said) == (DONE, True)
    status, said = typed.words("one", "request", "--to", stick)
    assert (status, "30067-may1.phieu" in said) == (DONE, True)
    (stick / "x.phieu").write_bytes(b"x")
    status, said = typed.words("office", "requests", stick)
    assert status == REFUSED
    assert {line.partition(" ")[0] for line in said.splitlines()} == {"new", "damaged"}
    for command in (("letter",), ("devices",)):
        status, said = typed.words("office", *command)
        assert (status, bool(said)) == (DONE, True)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("found", "--unit", "xã", "--user", "Hồng"), "E_INVALID"),
        (("found", "--unit", COMMUNE, "--user", "Hồng", "--label", "máy 1"), "E_DEVICE"),
        (("found", "--unit", COMMUNE, "--user", "Hồng", "--units", "none.csv"), "E_UNITS"),
        (("request", "--to", "."), "E_NO_DATA"),
    ],
)
def test_wrong_words_are_refused_with_a_code(typed: Typed, command: tuple[str, ...], code: str) -> None:
    assert typed.json("one", *command, status=REFUSED)["error"]["code"] == code
    assert not (typed.folder / "one" / "data" / "sosen.db").exists()
