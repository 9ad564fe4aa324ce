"""Run every command that the README shows in a block marked ``sh``, in order, as a reader would type them.

``--skip TEXT`` leaves out lines that contain TEXT. The commands run without a screen, so that ``run`` does
the main job by commands; each must end with status 0.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys

from common import FAILED, ROOT

README = ROOT / "README.md"


def commands(text: str) -> list[str]:
    """Return the lines of all ``sh`` blocks, without comments and empty lines."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.split(" #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def main(arguments: list[str]) -> int:
    """Run the commands and return 0 when all of them ended well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--skip", action="append", default=[], metavar="TEXT")
    options = parser.parse_args(arguments)
    screenless = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    for line in commands(README.read_text(encoding="utf-8")):
        if any(text in line for text in options.skip):
            continue
        print(f"$ {line}", flush=True)
        # The lines come from our own README and are what a reader's shell would be given.
        status = subprocess.run(line, shell=True, cwd=ROOT, env=screenless, check=False).returncode  # noqa: S602
        if status:
            print(f"README: this command ended with {status}: {line}")
            return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
