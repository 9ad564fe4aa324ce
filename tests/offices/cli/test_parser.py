"""A window is opened with the folders that were typed, whichever way they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

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
