"""The table of the fault programme, made of what pytest reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from tests.faults.conftest import TALLY
from tests.faults.fault_list import FAULTS

_NUMBERED = re.compile(r"::test_fault_(\d\d)_")
_WIDTH = 52


@dataclass
class Row:
    """A fault, a harness or another test of this folder: how often tried, what became of it, how long (s)."""

    name: str
    tried: int = 0
    lost: int = 0
    damaged: int = 0
    seconds: float = 0.0
    control: bool = False
    failed: bool = False
    left_out: str = ""

    @property
    def is_bad(self) -> bool:
        """Whether the line must not be so. A control that found nothing is as bad as a fault that harmed."""
        if self.failed or (not self.tried and not self.left_out):
            return True
        harmed = self.lost + self.damaged > 0
        return not harmed if self.control and self.tried else harmed

    def text(self) -> str:
        """The line as it is printed."""
        if self.left_out and not self.tried:
            return f"{self.name[:_WIDTH]:{_WIDTH}}  left out: {self.left_out}"
        if not self.tried and not self.failed:
            return f"{self.name[:_WIDTH]:{_WIDTH}}  NO TEST"
        if self.control:
            found = "FAILED TO FAIL" if self.is_bad else "fails as it must"
            return f"{self.name[:_WIDTH]:{_WIDTH}} {self.tried:>9,} {found:>18} {self.seconds:>9.1f}"
        bad = "  BAD" if self.is_bad else ""
        survived = self.tried - self.lost - self.damaged
        return (
            f"{self.name[:_WIDTH]:{_WIDTH}} {self.tried:>9,} {survived:>9,} {self.lost:>8,} "
            f"{self.seconds:>9.1f}{bad}"
        )


@dataclass
class Programme:
    """A pytest plugin that gathers the rows; works with several workers too."""

    faults: dict[int, Row] = field(
        default_factory=lambda: {number: Row(f"{number:02} {name}") for number, name in FAULTS.items()}
    )
    harnesses: dict[str, Row] = field(default_factory=dict)
    others: dict[str, Row] = field(default_factory=dict)
    say: Callable[[str], object] | None = None
    """What tells of a test as soon as it has ended; the long programme takes hours."""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """Tell on the terminal, past what catches the output of tests."""
        reporter = config.pluginmanager.get_plugin("terminalreporter")
        self.say = None if reporter is None else reporter.write_line

    @staticmethod
    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str]:
        """No dots: every test has its line."""
        return report.outcome if report.when == "call" or not report.passed else "", "", ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One test, or a part of it, has ended."""
        if report.when == "call" or report.outcome != "passed":
            self.take(report)
            self._tell(report)

    def _tell(self, report: pytest.TestReport) -> None:
        if self.say is not None:
            tried = [_tally(value)["tried"] for name, value in report.user_properties if name == TALLY]
            counted = f", {sum(tried):,} tried" if tried else ""
            name = report.nodeid.rpartition("/")[2]
            self.say(f"{report.outcome}: {name}, {report.duration:.1f} s{counted}")
            if report.failed:
                self.say(report.longreprtext)

    def take(self, report: Any) -> None:
        """Count a test under its fault and under the harnesses it reports."""
        tallies = [value for name, value in report.user_properties if name == TALLY]
        rows = [self._harness(tally) for tally in tallies]
        number = _NUMBERED.search(report.nodeid)
        if number and not any(row.control for row in rows):
            rows.append(self.faults[int(number[1])])
        if not rows:
            name = report.nodeid.rpartition("::")[2].partition("[")[0].removeprefix("test_").replace("_", " ")
            rows.append(self.others.setdefault(name, Row(name)))
        for row in rows:
            self._count(row, report, tallies)

    def _harness(self, tally: dict[str, Any]) -> Row:
        return self.harnesses.setdefault(tally["name"], Row(tally["name"], control=tally["control"]))

    def _count(self, row: Row, report: Any, tallies: list[dict[str, Any]]) -> None:
        row.seconds += report.duration
        if report.outcome == "skipped":
            row.left_out = _reason(report)
            return
        row.failed |= report.outcome == "failed"
        counted = [one for one in tallies if row.name == one["name"]]
        counted = counted or [one for one in tallies if not one["control"] and row.name not in self.harnesses]
        row.tried += sum(one["tried"] for one in counted) if counted else 1
        row.lost += sum(one["lost"] for one in counted)
        row.damaged += sum(one["damaged"] for one in counted)

    def rows(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """The parts of the table with their headings."""
        yield "faults", self.faults.values()
        yield "harnesses", self.harnesses.values()
        yield "other tests", self.others.values()

    @property
    def is_bad(self) -> bool:
        return any(row.is_bad for _title, rows in self.rows() for row in rows)

    def table(self) -> str:
        """All of it, ready to be printed."""
        lines = []
        for title, rows in self.rows():
            lines.append(f"\n{title:{_WIDTH}} {'tried':>9} {'survived':>9} {'lost':>8} {'seconds':>9}")
            lines.extend(row.text() for row in rows)
        every = list(self.faults.values())
        survived = sum(not row.is_bad and row.tried > 0 for row in every)
        lost = sum(row.lost for _title, rows in self.rows() for row in rows if not row.control)
        lines.append(f"\nfaults survived: {survived} of {len(every)}; lost = {lost}")
        return "\n".join(lines)


def _tally(value: object) -> dict[str, Any]:
    return cast(dict[str, Any], value)


def _reason(report: Any) -> str:
    told = getattr(report, "wasxfail", "") or report.longrepr
    return str(told[2] if isinstance(told, tuple) else told).removeprefix("Skipped: ")
