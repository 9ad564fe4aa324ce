"""The first screen counts what wants attention, and every count opens exactly the rows behind it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.domain.entities import Programme, ProgrammeItem, ProgressUpdate, TaskState
from desktop.domain.errors import Code
from desktop.store.peers import LoggedBundle, log_bundle
from desktop.usecases.first_step import FirstStep
from desktop.usecases.read_today import count_urgent, read_today
from desktop.usecases.report_lost import report_lost
from desktop.usecases.today_lines import CardKey
from desktop.usecases.update_status import QuickStatus, set_status
from tests.helpers.enrolment import Founded
from tests.helpers.offices import SampleYear
from tests.helpers.small_office import DISTRICT, SmallOffice

OPEN = TaskState.IN_PROGRESS


def test_a_communes_work_falls_into_its_cards(small: SmallOffice) -> None:
    late = small.task("1.1", due_on=date(2022, 6, 15), state=OPEN)
    small.task("1.2", due_on=date(2022, 6, 18), state=OPEN)
    small.task("1.3", due_on=date(2022, 6, 25), state=OPEN)
    small.task("1.4", due_on=date(2022, 6, 26), state=OPEN)
    small.task("1.5", due_on=date(2022, 6, 10), state=TaskState.SUSPENDED)
    small.add(ProgressUpdate(task_id=late.id, reported_on=date(2022, 6, 17), state=OPEN))
    today = read_today(small.office)
    shown = {card: [task.code for task in today.tasks[card]] for card in today.tasks}
    assert shown == {
        CardKey.OVERDUE: ["1.1"],
        CardKey.DUE_SOON: ["1.2", "1.3"],
        CardKey.NOT_REVIEWED: ["1.2"],
    }
    assert count_urgent(small.office) == 1
    set_status(small.office, [late.id], QuickStatus.DONE)
    assert read_today(small.office).counts[CardKey.OVERDUE] == 0


def test_a_demand_is_new_until_a_task_or_target_takes_it_over(small: SmallOffice) -> None:
    programme = small.add(Programme(scope=DISTRICT, year=2022, title="Chương trình hành động"))
    items = [
        small.add(ProgrammeItem(scope=DISTRICT, programme_id=programme.id, code=code, content=f"Mục {code}"))
        for code in ("1", "2", "3")
    ]
    small.task("1.1", item_id=items[0].id)
    small.target("1", "Việc làm", "430", item_id=items[1].id)
    today = read_today(small.office)
    assert [(one.code, one.programme) for one in today.items] == [("3", "Chương trình hành động")]
    assert today.counts[CardKey.FROM_UPPER] == 1


def test_before_enrolment_nothing_waits_to_be_sent(small: SmallOffice) -> None:
    assert read_today(small.office).counts[CardKey.UNSENT] == 0


def test_an_upper_office_sees_who_has_not_sent_in_this_period(tmp_path: Path) -> None:
    upper = SmallOffice(tmp_path, DISTRICT)
    names = {"30067": "Phú Điền", "30043": "Hưng Thạnh", "30040": "Thạnh Lợi"}
    units = [upper.commune(code, name) for code, name in names.items()]
    now = upper.store.now()
    for unit, at, outcome in (
        (units[0], now, Code.OK),
        (units[1], now - 10 * 86_400_000, Code.OK),
        (units[2], now, Code.E_SIG),
    ):
        line = LoggedBundle(f"g-{unit.code}", False, at, "may1", unit.unit_id, 3, outcome, row_count=12)
        log_bundle(upper.store, line)
    scope = units[1].unit_id
    plan = upper.add(upper.plan.replace(id="", scope=scope))
    for code, due in (("1.1", date(2022, 6, 1)), ("1.2", date(2022, 5, 2))):
        upper.task(code, f"Việc {code}", due_on=due, state=OPEN, scope=scope, plan_id=plan.id)
    today = read_today(upper.office)
    assert today.is_upper
    assert today.since == date(2022, 6, 15)
    assert [one.name for one in today.late_units] == ["Hưng Thạnh", "Thạnh Lợi"]
    assert [(one.name, one.rows) for one in today.bundles] == [("Phú Điền", 12)]
    assert [(one.name, one.plan.tasks) for one in today.plans] == [("Hưng Thạnh", 2)]
    assert [(one.name, one.overdue, one.worst_days, one.worst_title) for one in today.overdue_units] == [
        ("Hưng Thạnh", 2, 47, "Việc 1.2")
    ]
    assert today.counts[CardKey.OVERDUE_UNITS] == 2
    assert count_urgent(upper.office) == 2


def test_every_count_of_the_sample_has_its_rows(sample_year: SampleYear) -> None:
    for code in ("30067", "872"):
        office = sample_year.open(code)
        try:
            today = read_today(office)
        finally:
            office.close()
        for card, count in today.counts.items():
            rows = today.rows(card)
            expected = sum(one.overdue for one in today.overdue_units)
            assert count == (expected if card is CardKey.OVERDUE_UNITS else len(rows)), card


def test_what_has_to_be_done_before_a_bundle_can_travel_is_told(tmp_path: Path) -> None:
    """A new office is led to enrolment until its first computer is in, a new computer until it is listed."""
    founded = Founded(tmp_path)
    commune = founded.commune("may1")
    assert read_today(commune).first is FirstStep.JOIN
    assert read_today(founded.office).first is FirstStep.ENROL
    founded.enrol(commune)
    founded.join(commune)
    assert read_today(commune).first is None
    assert read_today(founded.office).first is None
    report_lost(founded.office, commune.keys.device)
    assert read_today(founded.office).first is None  # how to enrol is known here
    founded.close()
