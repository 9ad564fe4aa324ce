"""``python -m tests.faults [--long] [word …]``: every fault and harness tried, and what became of each.

Words go to pytest, such as ``-k power``.  The exit status is 1 when any line is bad: something was lost or
damaged, a test failed, a fault has no test, or a control did not fail.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.programme import Programme

HERE = Path(__file__).parent


def main(words: list[str]) -> int:
    """Run the programme and print its table."""
    long = ["--timeout=0"] if "--long" in words else []
    programme = Programme()
    status = pytest.main(
        ["-q", "-q", "-n", "2", "--dist", "worksteal", "--no-header", "--tb=no", *long, *words, str(HERE)],
        plugins=[programme],
    )
    print(programme.table(), flush=True)
    return 1 if programme.is_bad or status not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED} else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
