"""P9 at scale: hundreds of units, and how the cost of a bundle grows with those that came before it."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from desktop.usecases.import_bundle import import_bundles
from tests.bench.county import County, make_county
from tests.bench.harness import Figure, Spread, at_most, seconds
from tests.helpers.offices import no_progress

_UNITS = "SOSEN_BENCH_UNITS"
_ROWS = 2_000
_FEW = 10
"""Bundles at each end whose median tells what an early and a late one costs."""


def many_units(place: Path) -> Iterator[Figure]:
    """P9: 200 units, or as many as SOSEN_BENCH_UNITS says (3,321 is every commune of the country)."""
    units = int(os.environ.get(_UNITS, "200"))
    county = make_county(place, units, _ROWS)
    single = [seconds(partial(_take, county, [path])) for path in county.first]
    early, late = (median(part) * 1000 for part in (single[:_FEW], single[-_FEW:]))
    quarter = max(len(single) // 4, 1)
    exponent = math.log(sum(single) / sum(single[:quarter])) / math.log(len(single) / quarter)
    words = f"first bundles of {units} units × 2,000 new rows: {early:.0f} ms early, {late:.0f} ms late"
    words = f"{words}, exponent"
    yield at_most("P9", words, Spread.of([exponent]), 1.2)
    took = seconds(partial(_take, county, county.second))
    what = f"{units} units × 2,000 changed rows in one go"
    yield at_most("P9", what, Spread.of([took]), 25.0 * max(units / 200, 1), " s", 1)
    county.district.close()


def _take(county: County, paths: list[Path]) -> None:
    taken = import_bundles(county.district, paths, no_progress)
    found = sum(outcome.rows for outcome in taken)
    assert found == _ROWS * len(paths), f"{found} rows came: {[(o.code, o.error) for o in taken][:3]}"
