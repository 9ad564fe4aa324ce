"""A process whose children are to be hurt: ``python -m tests.helpers.nursery``; it works for ``tests.faults.sweep``.

Starting Python anew for each point would cost more than the work itself, so everything is loaded once and every
victim is a fork.  A line of JSON on standard input orders one; it stops itself until somebody (strace) lets it
go on, works, and says in a file what it has told its user.  Chance and clock are the same in each.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import random
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from desktop.domain.errors import SoSenError
from tests.faults.victims import VERBS, Said

ONLY_REFUSED, TRACEBACK = 3, 70
"""How a victim ends that was refused and told so, and one that met what it should not."""


def work(verb: str, place: Path, said: Said) -> int:
    """Do the work; when it is refused, try to go on as the clerk would."""
    chance, clock = random.Random(1), itertools.count(1_767_225_600_000)
    random._urandom = chance.randbytes  # type: ignore[attr-defined]
    VERBS[verb].now = clock.__next__
    try:
        try:
            VERBS[verb].work(place, said)
        except SoSenError as refusal:
            said(f"refused {refusal.code.value}")
            VERBS[verb].again(place, said)
            return ONLY_REFUSED
    except SoSenError as refusal:
        said(f"refused {refusal.code.value}")
        return ONLY_REFUSED
    except Exception:  # noqa: BLE001 - whatever it is, the one who watches must hear of it
        said("traceback " + traceback.format_exc().replace("\n", " | "))
        return TRACEBACK
    return 0


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
            heard = io.StringIO()
            status = work(order["verb"], place, lambda word, heard=heard: heard.write(word + "\n"))
            answer(status=status, said=heard.getvalue().splitlines())
            continue
        child = fork(order["verb"], place, Path(order["said"]))
        os.waitpid(child, os.WUNTRACED)
        answer(child=child)
        _child, status = os.waitpid(child, 0)
        answer(status=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
