"""What may be typed: one place for every command and option."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desktop.cli.enrolment_options import Command, add_enrolment
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.usecases.version import VERSION

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["_Parser"]

Translate = Callable[[str], str]
"""Says a source in the language in force."""

_SIZE = r"([1-9][0-9]{2,3})x([1-9][0-9]{2,3})"
_SMALLEST, _LARGEST = 0.5, 4.0


class NotUnderstoodError(Exception):
    """What was typed is no command of ours: which program, how it is used, what argparse says of it."""

    def __init__(self, program: str, usage: str, message: str) -> None:
        super().__init__(message)
        self.program, self.usage, self.message = program, usage, message


# What argparse itself says in its help.
_OWN_WORDS = (
    QT_TRANSLATE_NOOP("Cli", "usage:"),
    QT_TRANSLATE_NOOP("Cli", "positional arguments"),
    QT_TRANSLATE_NOOP("Cli", "options"),
    QT_TRANSLATE_NOOP("Cli", "show this help message and exit"),
    QT_TRANSLATE_NOOP("Cli", "show program's version number and exit"),
)


class _Help(argparse.HelpFormatter):
    """Help in the language of the program; nothing is translated before it is asked for."""

    def __init__(self, translate: Translate, prog: str) -> None:
        super().__init__(prog)
        self._translate = translate

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(
            usage, actions, groups, f"{self._translate('usage:')} " if prefix is None else prefix
        )

    def start_section(self, heading: str | None) -> None:
        super().start_section(self._translate(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        super().add_text(self._translate(text) if text else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return self._translate(action.help) if action.help else action.help


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


def build_parser(translate: Translate = str) -> argparse.ArgumentParser:
    """The parser of the whole command line; without a command the window opens.

    ``translate`` says the help. It raises NotUnderstoodError for what it does not know.
    """
    words = partial(_Help, translate)
    parser = _Parser(
        prog="main.py",
        description=QT_TRANSLATE_NOOP(
            "Cli", "Sổ Sen: a commune's plan for the year, carried to the district and added up there."
        ),
        formatter_class=words,
    )
    parser.add_argument("--version", action="version", version=VERSION)
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help=QT_TRANSLATE_NOOP("Cli", "the office's data folder")
    )
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        help=QT_TRANSLATE_NOOP("Cli", "the folder with this computer's keys"),
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    command = partial(_command, commands, words)
    for add in (_add_sample, _add_exchange, add_enrolment, _add_receipts, _add_reading, _add_screens):
        add(command)
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


def _command(commands: Commands, help_of: partial[_Help], name: str, words: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=words, formatter_class=help_of
    )
    made.add_argument(
        "--json",
        action="store_true",
        help=QT_TRANSLATE_NOOP("Cli", "print one JSON document instead of words"),
    )
    return made


def _add_sample(command: Command) -> None:
    sample = command(
        "sample", QT_TRANSLATE_NOOP("Cli", "make the sample year: a folder for each of its offices")
    )
    sample.add_argument(
        "--into",
        type=Path,
        required=True,
        metavar="DIR",
        help=QT_TRANSLATE_NOOP("Cli", "a folder without a sample"),
    )


def _add_exchange(command: Command) -> None:
    export = command("export", QT_TRANSLATE_NOOP("Cli", "write this office's bundles"))
    export.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE|DIR",
        help=QT_TRANSLATE_NOOP("Cli", "a new .goi file, or a folder"),
    )
    export.add_argument(
        "--stick",
        action="store_true",
        help=QT_TRANSLATE_NOOP("Cli", "the folder is a stick: only the last three of ours stay there"),
    )
    export.add_argument(
        "--again",
        default="",
        metavar="BUNDLE",
        help=QT_TRANSLATE_NOOP("Cli", "write a bundle of the log once more, from its copy"),
    )
    inspect = command(
        "inspect", QT_TRANSLATE_NOOP("Cli", "verify a bundle and say what it holds, without taking it")
    )
    inspect.add_argument("file", type=Path, metavar="FILE", help=QT_TRANSLATE_NOOP("Cli", "the bundle"))
    take = command("import", QT_TRANSLATE_NOOP("Cli", "take bundles: files, or all in a folder"))
    take.add_argument(
        "places",
        type=Path,
        nargs="+",
        metavar="FILE|DIR",
        help=QT_TRANSLATE_NOOP("Cli", "bundles, or folders with bundles"),
    )
    take.add_argument(
        "--preview", action="store_true", help=QT_TRANSLATE_NOOP("Cli", "only say what taking them would do")
    )
    parked = command(
        "parked", QT_TRANSLATE_NOOP("Cli", "list the bundles kept aside; try them again, or give one up")
    )
    parked.add_argument(
        "--retry", action="store_true", help=QT_TRANSLATE_NOOP("Cli", "first take what can be taken now")
    )
    parked.add_argument("--drop", metavar="ID", help=QT_TRANSLATE_NOOP("Cli", "first give this one up"))
    undo = command(
        "undo-import", QT_TRANSLATE_NOOP("Cli", "undo a whole import, while nothing has come after it")
    )
    undo.add_argument(
        "bundle",
        metavar="BUNDLE",
        help=QT_TRANSLATE_NOOP("Cli", "the bundle's id, as import --json tells it"),
    )


def _add_receipts(command: Command) -> None:
    receipts = command("receipts", QT_TRANSLATE_NOOP("Cli", "the receipt codes of the bundles taken here"))
    receipts.add_argument(
        "--unit",
        default="",
        metavar="UNIT",
        help=QT_TRANSLATE_NOOP("Cli", "of this sender only: its id or code"),
    )
    confirm = command(
        "confirm", QT_TRANSLATE_NOOP("Cli", "mark the bundle as received that a receipt code names")
    )
    confirm.add_argument(
        "receipt",
        nargs="+",
        metavar="CODE",
        help=QT_TRANSLATE_NOOP("Cli", "ten characters, in groups or not"),
    )


def _add_reading(command: Command) -> None:
    summary = command("summary", QT_TRANSLATE_NOOP("Cli", "add up what the units hold"))
    summary.add_argument(
        "--by",
        choices=("unit", "field", "state"),
        default="unit",
        help=QT_TRANSLATE_NOOP("Cli", "a line for each unit, field of work or state"),
    )
    restore = command("restore", QT_TRANSLATE_NOOP("Cli", "let a backup take the place of the data"))
    restore.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help=QT_TRANSLATE_NOOP("Cli", "the backup; without it the newest that is whole"),
    )
    command("doctor", QT_TRANSLATE_NOOP("Cli", "check the database against its stamps, history and files"))


def _add_screens(command: Command) -> None:
    screens = command("screens", QT_TRANSLATE_NOOP("Cli", "draw every screen with this data as a PNG"))
    screens.add_argument(
        "--into",
        type=Path,
        required=True,
        metavar="DIR",
        help=QT_TRANSLATE_NOOP("Cli", "a folder for the pictures"),
    )
    screens.add_argument(
        "--size",
        type=window_size,
        default=(1366, 768),
        metavar="WxH",
        help=QT_TRANSLATE_NOOP("Cli", "width and height of the display in pixels"),
    )
    screens.add_argument(
        "--scale",
        type=drawing_scale,
        default=1.0,
        help=QT_TRANSLATE_NOOP("Cli", "how large everything is drawn: 0.5 to 4"),
    )
    screens.add_argument(
        "--lang",
        choices=("vi", "en"),
        default="vi",
        help=QT_TRANSLATE_NOOP("Cli", "the language of the pictures"),
    )
    screens.add_argument(
        "--theme",
        choices=("light", "dark"),
        default="light",
        help=QT_TRANSLATE_NOOP("Cli", "light or dark colours"),
    )
