"""What may be typed: one place for every command and option."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop.cli.enrolment_options import add_enrolment
from desktop.usecases.version import VERSION

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["_Parser"]

_SIZE = r"([1-9][0-9]{2,3})x([1-9][0-9]{2,3})"
_SMALLEST, _LARGEST = 0.5, 4.0


class NotUnderstoodError(Exception):
    """What was typed is no command of ours: which program, how it is used, what argparse says of it."""

    def __init__(self, program: str, usage: str, message: str) -> None:
        super().__init__(message)
        self.program, self.usage, self.message = program, usage, message


class _Parser(argparse.ArgumentParser):
    """Raises NotUnderstoodError instead of ending the program with words in English alone."""

    def error(self, message: str) -> NoReturn:
        raise NotUnderstoodError(self.prog, self.format_usage(), message)


def window_size(text: str) -> tuple[int, int]:
    """``1366x768`` as width and height in pixels."""
    match = re.fullmatch(_SIZE, text)
    if match is None:
        raise argparse.ArgumentTypeError(f"not a size such as 1366x768: {text}")
    return int(match[1]), int(match[2])


def drawing_scale(text: str) -> float:
    """How large everything is drawn, as a figure that a screen can be drawn in."""
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not _SMALLEST <= scale <= _LARGEST:
        raise argparse.ArgumentTypeError(f"not a figure between {_SMALLEST:g} and {_LARGEST:g}: {text}")
    return scale


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; without a command the window opens.

    It raises NotUnderstoodError for what it does not know.
    """
    parser = _Parser(
        prog="main.py",
        description="Sổ Sen: a commune's plan for the year, carried to the district and added up there.",
    )
    parser.add_argument("--version", action="version", version=VERSION)
    parser.add_argument("--data", type=Path, metavar="DIR", help="the office's data folder")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the folder with this computer's keys")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_sample(commands)
    _add_exchange(commands)
    add_enrolment(partial(_command, commands))
    _add_receipts(commands)
    _add_reading(commands)
    _add_screens(commands)
    return parser


def places_alone(words: Sequence[str]) -> argparse.Namespace | None:
    """How a window is usually opened: with nothing, or with its folders; None for whatever else is typed.

    The same as the whole parser answers, which takes longer to build than the window's bars to paint.
    """
    names, values = words[::2], words[1::2]
    if len(names) != len(values) or any(value.startswith("-") for value in values):
        return None
    typed = dict(zip(names, map(Path, values), strict=True))
    data, profile = typed.pop("--data", None), typed.pop("--profile", None)
    return None if typed else argparse.Namespace(data=data, profile=profile, command=None)


def _command(commands: Commands, name: str, words: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    made.add_argument("--json", action="store_true", help="print one JSON document instead of words")
    return made


def _add_sample(commands: Commands) -> None:
    sample = _command(commands, "sample", "make the sample year: a folder for each of its offices")
    sample.add_argument("--into", type=Path, required=True, metavar="DIR", help="a folder without a sample")


def _add_exchange(commands: Commands) -> None:
    export = _command(commands, "export", "write this office's bundles")
    export.add_argument(
        "--to", type=Path, required=True, metavar="FILE|DIR", help="a new .goi file, or a folder"
    )
    export.add_argument(
        "--stick", action="store_true", help="the folder is a stick: only the last three of ours stay there"
    )
    export.add_argument(
        "--again", default="", metavar="BUNDLE", help="write a bundle of the log once more, from its copy"
    )
    inspect = _command(commands, "inspect", "verify a bundle and say what it holds, without taking it")
    inspect.add_argument("file", type=Path, metavar="FILE")
    take = _command(commands, "import", "take bundles: files, or all in a folder")
    take.add_argument("places", type=Path, nargs="+", metavar="FILE|DIR")
    take.add_argument("--preview", action="store_true", help="only say what taking them would do")
    parked = _command(commands, "parked", "list the bundles kept aside; try them again, or give one up")
    parked.add_argument("--retry", action="store_true", help="first take what can be taken now")
    parked.add_argument("--drop", metavar="ID", help="first give this one up")
    undo = _command(commands, "undo-import", "undo a whole import, while nothing has come after it")
    undo.add_argument("bundle", metavar="BUNDLE", help="the bundle's id, as import --json tells it")


def _add_receipts(commands: Commands) -> None:
    receipts = _command(commands, "receipts", "the receipt codes of the bundles taken here")
    receipts.add_argument("--unit", default="", metavar="UNIT", help="of this sender only: its id or code")
    confirm = _command(commands, "confirm", "mark the bundle as received that a receipt code names")
    confirm.add_argument("receipt", nargs="+", metavar="CODE", help="ten characters, in groups or not")


def _add_reading(commands: Commands) -> None:
    summary = _command(commands, "summary", "add up what the units hold")
    summary.add_argument("--by", choices=("unit", "field", "state"), default="unit")
    restore = _command(commands, "restore", "let a backup take the place of the data")
    restore.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="the backup; without it the newest that is whole"
    )
    _command(commands, "doctor", "check the database against its stamps, history and files")


def _add_screens(commands: Commands) -> None:
    screens = _command(commands, "screens", "draw every screen with this data as a PNG")
    screens.add_argument("--into", type=Path, required=True, metavar="DIR")
    screens.add_argument("--size", type=window_size, default=(1366, 768), metavar="WxH")
    screens.add_argument(
        "--scale", type=drawing_scale, default=1.0, help="how large everything is drawn: 0.5 to 4"
    )
    screens.add_argument("--lang", choices=("vi", "en"), default="vi")
    screens.add_argument("--theme", choices=("light", "dark"), default="light")
