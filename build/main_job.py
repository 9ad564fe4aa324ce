"""The program on its sample year: in a window, or typed where there is no screen, and as pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

from common import MAIN, OUT, PYTHON, ROOT, Stop, call, must, say

SAMPLE = OUT / "sample-year"
MADE = SAMPLE / "made.txt"
"""Written last: a folder without it was left half made."""

DISTRICT = "872"
COMMUNE = "30067"
README_PICTURE = ROOT / "resources" / "pictures" / "plan-light.png"
README_SCREEN = "plan"


def office(folder: Path, code: str) -> list[str | Path]:
    """Return the command that starts the program as office ``code`` of the sample in ``folder``."""
    home = folder / code
    if not home.is_dir():
        known = ", ".join(sorted(path.name for path in folder.iterdir() if path.is_dir()))
        raise Stop(f"Không có đơn vị {code}. Có: {known}.", f"there is no office {code}; there are {known}")
    return [PYTHON, MAIN, "--data", home / "data", "--profile", home / "profile"]


def make_sample(folder: Path = SAMPLE, command: list[str | Path] | None = None) -> Path:
    """Make the sample year in ``folder`` if it is not there yet, and return the folder."""
    if not (folder / MADE.name).exists():
        shutil.rmtree(folder, ignore_errors=True)
        must([*(command or [PYTHON, MAIN]), "sample", "--into", folder])
        (folder / MADE.name).write_text("complete\n", encoding="ascii")
    return folder


def open_window(code: str) -> int:
    """Open the sample year as office ``code``; what is typed there stays for the next time."""
    return call(office(make_sample(), code))


def without_screen() -> int:
    """Do the main job by commands, leave pictures of the screens, and name their folder."""
    say(
        "Máy này không có màn hình: làm công việc chính bằng lệnh và chụp ảnh các màn hình.",
        "there is no screen here: doing the main job by commands, with pictures of the screens",
    )
    folder = OUT / "main-job"
    shutil.rmtree(folder, ignore_errors=True)
    do_main_job([PYTHON, MAIN], folder)
    pictures = OUT / "screens"
    status = take_pictures([], folder / "sample")
    say(f"Ảnh màn hình nằm trong: {pictures}", f"the pictures of the screens are in {pictures}")
    return status


def do_main_job(program: list[str | Path], folder: Path) -> None:
    """Let every sample commune export to a stick, the district import it all, and show the sums.

    Args:
        program: the command that starts Sổ Sen, from source or as built.
        folder: a new folder; it receives ``sample/`` and ``stick/``.
    """
    sample, stick = folder / "sample", folder / "stick"
    stick.mkdir(parents=True)
    show([*program, "sample", "--into", sample])
    for home in sorted(path for path in sample.iterdir() if path.is_dir() and path.name != DISTRICT):
        show([*program, "--data", home / "data", "--profile", home / "profile", "export", "--to", stick])
    district = [*program, "--data", sample / DISTRICT / "data", "--profile", sample / DISTRICT / "profile"]
    show([*district, "import", stick])
    show([*district, "summary"])


def show(command: list[str | Path]) -> None:
    """Print a command as it would be typed and run it."""
    words = [str(word).removeprefix(f"{ROOT}/") for word in command]
    print(f"$ {' '.join(words)}", flush=True)
    must(command)


def take_pictures(options: list[str], sample: Path | None = None) -> int:
    """Take pictures of every screen as commune and as district; ``options`` go to the program."""
    folder = sample or make_sample()
    if "--into" in options:
        return call([*office(folder, COMMUNE), "screens", *options])
    for code, name in ((COMMUNE, "commune"), (DISTRICT, "district")):
        status = call([*office(folder, code), "screens", "--into", OUT / "screens" / name, *options])
        if status:
            return status
    return 0


def readme_picture() -> int:
    """Renew the picture at the top of the README from the sample year."""
    folder = OUT / "readme"
    shutil.rmtree(folder, ignore_errors=True)
    size = ["--size", "1366x768", "--lang", "vi", "--theme", "light"]
    must([*office(make_sample(), COMMUNE), "screens", "--into", folder, *size])
    found = sorted(path for path in folder.rglob("*.png") if path.stem.endswith(README_SCREEN))
    if not found:
        raise Stop("Không có ảnh màn hình kế hoạch.", f"no picture named {README_SCREEN!r} in {folder}")
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(found[0], README_PICTURE)
    return 0
