"""A window is opened with the folders that were typed, whichever way they are read."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from desktop.app.main import run
from desktop.cli.parser import build_parser, places_alone


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["--data", "here"],
        ["--profile", "there"],
        ["--profile", "there", "--data", "here"],
        ["--data", "first", "--data", "second"],
    ],
)
def test_the_short_reading_says_what_the_whole_parser_says(typed: list[str]) -> None:
    assert places_alone(typed) == build_parser().parse_args(typed)


@pytest.mark.parametrize(
    "typed",
    [
        ["--version"],
        ["--help"],
        ["--data"],
        ["--data", "--profile"],
        ["--data=here"],
        ["--data", "here", "doctor"],
        ["doctor", "here"],
        ["screens", "--into", "there"],
        ["--data", "here", "--into", "there"],
    ],
)
def test_whatever_else_is_typed_is_left_to_the_whole_parser(typed: list[str]) -> None:
    assert places_alone(typed) is None


def test_folders_come_as_paths() -> None:
    found = places_alone(["--data", "Xã Mỹ An/dữ liệu"])
    assert found is not None
    assert (found.data, found.profile) == (Path("Xã Mỹ An/dữ liệu"), None)


def test_whoever_asks_for_help_is_told_of_every_command_and_option_in_vietnamese(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is left out, and nothing that the help says is English."""
    for name, parser in _commands(build_parser()).items():
        silent = [action.dest for action in parser._actions if not action.help and action.dest != "command"]
        assert not silent, name
        with pytest.raises(SystemExit) as left:
            run([*filter(None, [name]), "--help"])
        assert left.value.code == 0
        told = " ".join(capsys.readouterr().out.split())
        assert told.startswith("cách dùng: main.py"), told
        sources = [parser.description, *(action.help for action in parser._actions)]
        assert not [one for one in sources if one and one in told]


def _commands(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    """Every command by its name; the whole command line under the empty one."""
    (held,) = (action for action in parser._actions if action.dest == "command")
    assert isinstance(held.choices, dict)
    return {"": parser, **held.choices}
