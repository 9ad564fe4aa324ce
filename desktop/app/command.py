"""A typed command: run, and what it says or refuses printed; the exit status tells which."""

from __future__ import annotations

import argparse
import logging
import os
import sys

from desktop.app.chart_cache import keep_chart_cache
from desktop.app.log import start_log
from desktop.app.places import Places
from desktop.app.speaker import LazySpeaker
from desktop.cli import words
from desktop.cli.commands import run_command
from desktop.cli.console import DONE, NOT_UNDERSTOOD, REFUSED, Console
from desktop.cli.parser import NotUnderstoodError
from desktop.domain.errors import SoSenError
from desktop.usecases.refusals import as_refusal
from desktop.usecases.restore_backup import restore_backup

LOGGER = logging.getLogger(__name__)


def run_typed(options: argparse.Namespace, places: Places) -> int:
    """Run the command of ``options``: 0, or 3 when something was refused."""
    keep_chart_cache()
    logging.getLogger().addHandler(
        logging.NullHandler()
    )  # a refusal is said in words, not as a line of a log
    options.data, options.profile = places.data, places.profile
    console = Console(LazySpeaker(getattr(options, "lang", "vi")), as_json=options.json)
    try:
        if options.command == "screens":
            return _draw_screens(options, places, console)
        if options.command == "restore":
            return _restore(options, places, console)
        return run_command(options, console)
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
        console.refuse(as_refusal(error))
        return REFUSED


def refuse_typed(error: SoSenError) -> int:
    """Say a refusal where a window was asked for; the exit status."""
    Console(LazySpeaker(), as_json=False).refuse(error)
    return REFUSED


def say_not_understood(wrong: NotUnderstoodError) -> int:
    """Say that something typed is no command of ours, and what it was; the exit status."""
    Console(LazySpeaker(), as_json=False).wrong_usage(wrong.program, wrong.usage, wrong.message)
    return NOT_UNDERSTOOD


def _draw_screens(options: argparse.Namespace, places: Places, console: Console) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
    from desktop.app.pictures import draw_screens  # loads Qt, after the display is chosen

    drawn = draw_screens(options, places)
    for _screen, path in drawn:
        console.say("{path}", path=path)
    console.document([{"screen": screen, "path": str(path)} for screen, path in drawn])
    return DONE


def _restore(options: argparse.Namespace, places: Places, console: Console) -> int:
    """Let a backup take the place of the data, which nobody may have open."""
    from desktop.app.single import hold  # loads Qt, which no other command needs

    lock = hold(places.data)
    try:
        restored = restore_backup(places.data, options.file, lambda _done, _total: None)
    finally:
        lock.unlock()
    console.say(words.RESTORED, path=restored.backup.path, folder=restored.aside)
    console.document({"backup": str(restored.backup.path), "aside": str(restored.aside)})
    return DONE
