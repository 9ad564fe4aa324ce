"""``python -m tests.bench [--only NAME]``: every figure of this program beside its limit.

A line each, ending in ``met`` or ``MISSED``; the exit status is 1 when one is missed.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import exchange, growth, peers, window
from tests.bench.harness import Figure

BENCHES: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "save_cell": exchange.save_cell,
    "delta": exchange.delta,
    "snapshot": exchange.snapshot,
    "changed_fields": exchange.changed_fields,
    "thirteen": exchange.thirteen,
    "many_units": growth.many_units,
    "peers": peers.peers,
    "start": window.start,
    "day": window.day,
    "big_table": window.big_table,
    "alive": window.alive,
    "packaged": window.packaged,
}


def main() -> int:
    """Run the benchmarks asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", choices=sorted(BENCHES), action="append")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores", flush=True)
    missed = 0
    for name in options.only or BENCHES:
        with tempfile.TemporaryDirectory(prefix="sosen-bench-") as place:
            for figure in BENCHES[name](Path(place)):
                print(figure, flush=True)
                missed += not figure.is_met
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
