"""A process whose children are to be hurt: ``python -m tests.helpers.nursery``, for ``tests.faults.sweep``.

Starting Python anew for each point would cost more than the work itself, so everything is loaded once and
every victim is a fork.  A line of JSON on standard input orders one; it stops itself until somebody (strace)
lets it go on, works, and says in a file what it has told its user.  Chance and clock are the same in each.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.domain.errors import Code
from desktop.usecases.refusals import as_refusal
from tests.faults.victims import VERBS, Said, begin

ONLY_REFUSED, TRACEBACK = 3, 70
"""How a victim ends that was refused and told so, and one that met what it should not."""


def work(verb: str, place: Path, said: Said) -> int:
    """Do the work; when it is refused, try to go on as the clerk would."""
    begin()
    if _is_done(VERBS[verb].work, place, said):
        return 0
    _is_done(VERBS[verb].again, place, said)
    return ONLY_REFUSED


def _is_done(step: Callable[[Path, Said], None], place: Path, said: Said) -> bool:
    """Whether it was done; told like the outermost walls of the program tell it, if not."""
    try:
        step(place, said)
    except Exception as error:  # noqa: BLE001 - an outermost wall, as in the program
        refusal = as_refusal(error)
        if refusal.code is Code.E_INTERNAL:
            said("traceback " + traceback.format_exc().replace("\n", " | "))
            os._exit(TRACEBACK)
        said(f"refused {refusal.code.value}")
        return False
    return True


def fork(verb: str, place: Path, said: Path) -> int:
    """A victim, stopped before it has done anything."""
    child = os.fork()
    if child:
        return child
    try:
        told = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(work(verb, place, lambda word: os.write(told, f"{word}\n".encode())))
    finally:
        os._exit(TRACEBACK)


def answer(**words: Any) -> None:
    """Tell the one who ordered."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Work in this process once, so that all is loaded, or fork a victim and wait for its end."""
    for line in sys.stdin:
        order = json.loads(line)
        place = Path(order["place"])
        if order["how"] == "here":
            heard: list[str] = []
            answer(status=work(order["verb"], place, heard.append), said=heard)
            continue
        child = fork(order["verb"], place, Path(order["said"]))
        os.waitpid(child, os.WUNTRACED)
        answer(child=child)
        _child, status = os.waitpid(child, 0)
        answer(status=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
