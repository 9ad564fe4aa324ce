"""No fault of the list goes without a test."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tests.faults.fault_list import FAULTS

FOLDER = Path(__file__).parent
NAME = re.compile(r"^def test_fault_(\d\d)_\w+", re.MULTILINE)


def numbers(texts: Iterable[str]) -> set[int]:
    """The faults that have a test in these files."""
    return {int(number) for text in texts for number in NAME.findall(text)}


def test_the_list_is_whole() -> None:
    assert list(FAULTS) == list(range(1, 77))


def test_a_fault_without_a_test_is_noticed() -> None:
    assert numbers(
        ["def test_fault_07_x() -> None:\n", "def test_faults() -> None:\n", "# test_fault_08_x"]
    ) == {7}


def test_every_fault_has_a_test_named_after_it() -> None:
    tested = numbers(path.read_text(encoding="utf-8") for path in FOLDER.glob("test_*.py"))
    assert tested == set(FAULTS)
