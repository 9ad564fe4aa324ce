"""Start-up: what was typed decides between a command and the window; each loads what it needs itself."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from desktop.app.log import start_log
from desktop.app.places import find_places
from desktop.app.windows import settle_windows
from desktop.cli.parser import NotUnderstoodError, build_parser, places_alone
from desktop.domain.errors import Code, SoSenError

if TYPE_CHECKING:
    from desktop.app.speaker import LazySpeaker


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit status is 0, 2 for wrong usage, 3 when something was refused."""
    settle_windows()
    _speak_utf8()
    try:
        options = places_alone(sys.argv[1:] if arguments is None else arguments)
        if options is None:
            options = build_parser(_help_words()).parse_args(arguments)
    except NotUnderstoodError as wrong:
        from desktop.app.command import say_not_understood  # seldom; loads every use case

        return say_not_understood(wrong)
    places = find_places(options)
    if options.command is not None:
        from desktop.app.command import run_typed  # loads every use case; a window needs few of them

        return run_typed(options, places)
    if not _has_screen():
        from desktop.app.command import refuse_typed  # seldom; loads every use case

        return refuse_typed(SoSenError(Code.E_SCREEN, "neither DISPLAY nor WAYLAND_DISPLAY is set"))
    gc.disable()  # nothing is garbage yet; the window lets collecting begin
    start_log(places)
    from desktop.app.window import open_window  # Qt is not needed for commands

    return open_window(places, chosen=options.data is not None or options.profile is not None)


def _help_words() -> Callable[[str], str]:
    """Says a word of the help in the language of the program; Qt is loaded at the first one."""

    @cache
    def speaker() -> LazySpeaker:
        from desktop.app.speaker import LazySpeaker  # seldom

        return LazySpeaker()

    return lambda source: speaker().translate(source)


def _has_screen() -> bool:
    """Whether a window can open: without a screen Qt would end the program by an abort, without a word."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _speak_utf8() -> None:
    """Vietnamese on every console: a Windows code page must not turn words into errors.

    A program with a window has no console there: what is printed goes nowhere.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
