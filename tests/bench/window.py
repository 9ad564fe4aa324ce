"""P1, P2, P4, P10, P12, P13: the window from its start to a day's work, on a virtual screen."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop.app.first_paint import SWITCH
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import bundle_files, import_bundles
from tests.bench import many_tasks
from tests.bench.display import ROOT, first_line, screen
from tests.bench.harness import ROUNDS, Figure, Spread, at_most
from tests.bench.offices import change, confirm, fill
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, make_sample, no_progress

_BARE = ROOT / "tests" / "bench" / "bare.py"
_PACKAGED = ROOT / "out" / "package" / "so-sen"
_BUILT = ("so-sen", "so-sen.exe")


def start(place: Path) -> Iterator[Figure]:
    """P1, P2: the first painted window with the sample year open, beside a bare window with a table."""
    year = make_sample(place / "year")
    ours = [sys.executable, ROOT / "main.py", *_where(year, PHU_DIEN)]
    with screen(place) as environment:
        yield from _starts("P1", "first painted window", ours, [sys.executable, _BARE], environment, 1.40)


def _where(year: SampleYear, code: str) -> list[str | Path]:
    folder = year.folder / code
    return ["--data", folder / "data", "--profile", folder / "profile"]


def _starts(
    bar: str,
    what: str,
    ours: list[str | Path],
    bare: list[str | Path],
    environment: Mapping[str, str],
    limit: float,
) -> Iterator[Figure]:
    """Both in turn within a round, after one start each that warms the files."""
    marked = {**environment, SWITCH: "1"}
    ratios, times, peaks = [], [], []
    for number in range(ROUNDS + 3):
        plain, _line = first_line(bare, marked)
        took, line = first_line(ours, marked)
        if number:
            ratios.append(took / plain)
            times.append(took * 1000)
            peaks.append(int(line.split()[1]) / 1024)
    shown = f"{what}, times bare window ({Spread.of(times).show(' ms', 0)})"
    yield at_most(bar, shown, Spread.of(ratios), limit)
    yield at_most("P2", f"peak memory at the {what}", Spread.of(peaks), 100, " MB", 0)


def day(place: Path) -> Iterator[Figure]:
    """P2, P12: memory after every screen with its charts; the first chart and later ones."""
    year = make_sample(place / "year")
    with screen(place) as environment:
        found = _inside("day", year, PHU_DIEN, environment)
        upper = _inside("day", _collected(year), DISTRICT, environment)
        drawn = [_inside("charts", year, PHU_DIEN, environment) for _round in range(ROUNDS)]
    for who, peak in (("a commune's", found["peak"]), ("a district's", upper["peak"])):
        yield at_most("P2", f"peak memory after {who} day with charts", Spread.of([peak]), 260, " MB", 0)
    yield at_most("P12", "first chart", Spread.of([one["first"] for one in drawn]), 1000, " ms", 0)
    later = [time for one in drawn for time in one["later"]]
    yield at_most("P12", "chart after the first", Spread.of(later), 100, " ms", 0)


def _collected(year: SampleYear) -> SampleYear:
    """The sample with the district holding what all communes sent."""
    for code in year.codes:
        office = year.open(code)
        export_bundles(office, year.stick, no_progress)
        office.close()
    district = year.open(DISTRICT)
    import_bundles(district, bundle_files(district, [year.stick]), no_progress)
    district.close()
    return year


def _inside(
    what: str, year: SampleYear, code: str, environment: Mapping[str, str], *more: Path
) -> dict[str, Any]:
    folder = year.folder / code
    command = [sys.executable, "-m", "tests.bench.inside", what, folder / "data", folder / "profile", *more]
    done = subprocess.run(
        [str(part) for part in command],
        env=dict(environment),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def big_table(place: Path) -> Iterator[Figure]:
    """P4: a table of 100,000 tasks of 13 units, and the filters again at 1,000,000 of 200 units."""
    with screen(place) as environment:
        found = _table(place / "large", 100_000, many_tasks.UNITS_OF_DISTRICT, environment)
        huge = _table(place / "huge", 1_000_000, many_tasks.UNITS_OF_PROVINCE, environment)
    yield at_most("P4", "100,000 tasks: first page", Spread.of(found["first_page"]), 80, " ms", 0)
    for name, times in found["filters"].items():
        yield at_most("P4", f"100,000 tasks: filter by {name}", Spread.of(times), 50, " ms", 0)
    yield at_most("P4", "100,000 tasks: search, first rows", Spread.of(found["search"]), 100, " ms", 0)
    whole = Spread.of(found["search_whole"])
    yield at_most("P4", "100,000 tasks: search, last row found", whole, 100, " ms", 0)
    took = Spread.of(found["sort"]).show(" ms", 0)
    silent = f"100,000 tasks: longest silence of the window while sorted by title (in {took})"
    yield at_most("P4", silent, Spread.of(found["sort_gap"]), 100, " ms", 0)
    yield at_most("P4", "100,000 tasks: scrolling step", Spread.of(found["step"]), 20, " ms", 1)
    yield at_most("P4", "100,000 tasks: more memory", Spread.of([found["memory"]]), 25, " MB", 0)
    for name, times in huge["filters"].items():
        yield at_most("P4", f"1,000,000 tasks: filter by {name}", Spread.of(times), 100, " ms", 0)


def _table(place: Path, tasks: int, units: int, environment: Mapping[str, str]) -> dict[str, Any]:
    year = make_sample(place / "year")
    district = year.open(DISTRICT)
    many_tasks.write_many(district, tasks, units)
    district.close()
    found = _inside("table", year, DISTRICT, environment)
    assert found["rows"] == tasks, found["rows"]
    shutil.rmtree(place)
    return found


def alive(place: Path) -> Iterator[Figure]:
    """P10: the window's longest silence while the district takes 13 bundles of 2,000 rows each."""
    year = make_sample(place / "year")
    sticks = [place / f"stick-{number}" for number in range(3)]
    district = year.open(DISTRICT)
    for code in year.codes:
        office = year.open(code)
        ids = fill(office, 2000)
        export_bundles(office, sticks[0], no_progress)
        import_bundles(district, bundle_files(district, [sticks[0]]), no_progress)
        for stick in sticks[1:]:
            confirm(office, district)
            change(office, ids, f"Kế hoạch {stick.name}")
            export_bundles(office, stick, no_progress)
        office.close()
    district.close()
    with screen(place) as environment:
        found = _inside("import", year, DISTRICT, environment, *sticks[1:])
    yield at_most(
        "P10", "longest silence of the window, 13 × 2,000 rows", Spread.of(found["gaps"]), 100, " ms", 0
    )


def packaged(place: Path) -> Iterator[Figure]:
    """P13: the packaged folder and its start, beside a bare window packaged the same way; needs a build."""
    program = next((_PACKAGED / name for name in _BUILT if (_PACKAGED / name).exists()), None)
    if program is None:
        yield Figure("P13", "packaged folder and its start", "not built", "≤ 330 MB, ≤ 1.6", is_met=False)
        return
    size = (
        sum(path.stat().st_size for path in _PACKAGED.rglob("*") if path.is_file() and not path.is_symlink())
        / 1e6
    )
    yield at_most("P13", "packaged folder", Spread.of([size]), 330, " MB", 0)
    year = make_sample(place / "year")
    bare = _package_bare(place)
    with screen(place) as environment:
        ours = [program, *_where(year, PHU_DIEN)]
        figures = _starts("P13", "first painted window, packaged", ours, [bare], environment, 1.6)
        yield next(figures)


def _package_bare(place: Path) -> Path:
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--name", "bare"]
    command += ["--distpath", str(place), "--workpath", str(place / "work"), "--specpath", str(place)]
    subprocess.run([*command, str(_BARE)], check=True, cwd=place, stdout=subprocess.DEVNULL)
    return place / "bare" / "bare"
