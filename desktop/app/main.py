"""Start-up: what was typed decides between a command, pictures of the screens, and the window."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Sequence

from desktop.app.chart_cache import keep_chart_cache
from desktop.app.log import start_log
from desktop.app.places import Places, find_places
from desktop.app.speaker import LazySpeaker
from desktop.cli.console import DONE, REFUSED, Console
from desktop.cli.parser import build_parser
from desktop.domain.errors import Code, SoSenError

LOGGER = logging.getLogger(__name__)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit status is 0, 2 for wrong usage, 3 when something was refused."""
    options = build_parser().parse_args(arguments)
    _speak_utf8()
    keep_chart_cache()
    places = find_places(options)
    if options.command is None:
        gc.disable()  # nothing is garbage yet; the window lets collecting begin
        start_log(places)
        return _open_window(places, chosen=options.data is not None or options.profile is not None)
    options.data, options.profile = places.data, places.profile
    console = Console(LazySpeaker(getattr(options, "lang", "vi")), as_json=options.json)
    try:
        if options.command == "screens":
            return _draw_screens(options, places, console)
        return _run_command(options, console)
    except SoSenError as error:
        console.refuse(error)
        return REFUSED
    except BrokenPipeError:
        # Whoever read our output has seen enough (``| head``); Python must not complain while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # outer wall: a fault of the program is logged and told, never a traceback
        start_log(places)
        LOGGER.exception("command %s failed", options.command)
        console.refuse(SoSenError(Code.E_INTERNAL, f"{type(error).__name__}: {error}"))
        return REFUSED


def _run_command(options: argparse.Namespace, console: Console) -> int:
    from desktop.cli.commands import run_command  # loads every use case; a window needs few of them

    return run_command(options, console)


def _open_window(places: Places, *, chosen: bool) -> int:
    from desktop.app.window import open_window  # Qt is not needed for commands

    return open_window(places, chosen=chosen)


def _draw_screens(options: argparse.Namespace, places: Places, console: Console) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
    from desktop.app.pictures import draw_screens  # loads Qt, after the display is chosen

    drawn = draw_screens(options, places)
    for _screen, path in drawn:
        console.say("{path}", path=path)
    console.document([{"screen": screen, "path": str(path)} for screen, path in drawn])
    return DONE


def _speak_utf8() -> None:
    """Vietnamese on every console: a Windows code page must not turn words into errors."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
