"""The program's entry: everything begins in ``desktop.app``."""

from __future__ import annotations

import sys

from desktop.app.main import run

if __name__ == "__main__":
    sys.exit(run())
