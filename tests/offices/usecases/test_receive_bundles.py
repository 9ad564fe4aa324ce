"""Receiving: the clerk reads what a bundle would change before anything is written, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.domain.entities import Period, Task, TaskState
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.usecases.change_names import FieldChange
from desktop.usecases.describe_preview import ChangeKind
from desktop.usecases.describe_sending import describe_sending
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.receive_bundles import ReceivedBundle, Standing, look_at_bundles, take_bundles
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, no_progress


@contextmanager
def opened(year: SampleYear, code: str) -> Iterator[Office]:
    with closing(year.open(code)) as office:
        yield office


def send(year: SampleYear, code: str) -> Path:
    with opened(year, code) as office:
        return export_bundles(office, year.stick, no_progress)[0].path


def look(year: SampleYear) -> list[ReceivedBundle]:
    with opened(year, DISTRICT) as office:
        return look_at_bundles(office, [year.stick], no_progress)


def take(year: SampleYear, *paths: Path) -> list[ReceivedBundle]:
    with opened(year, DISTRICT) as office:
        return take_bundles(office, paths, no_progress)


def open_tasks(office: Office) -> list[Task]:
    own = office.store.select(Task, scope=office.unit_id, state=TaskState.IN_PROGRESS)
    return [task for task in own if task.due_on]


def test_the_first_bundle_is_told_by_kinds_with_titles_of_rows_that_are_not_here_yet(
    own_sample_year: SampleYear,
) -> None:
    send(own_sample_year, PHU_DIEN)
    (bundle,) = look(own_sample_year)
    assert (bundle.unit_name, bundle.n, bundle.standing) == ("Xã Phú Điền", 1, Standing.CLEAN)
    counts = dict(bundle.contents.counts)
    with opened(own_sample_year, PHU_DIEN) as office:
        assert counts[ChangeKind.NEW_TASK] == len(office.store.select(Task))
    titles = {line.title for line in bundle.contents.lines if line.kind is ChangeKind.NEW_TASK}
    assert "Tiếp tục củng cố và nâng cao chất lượng hoạt động hợp tác xã" in titles
    value = next(line for line in bundle.contents.lines if line.kind is ChangeKind.TARGET_VALUE)
    assert value.title
    assert isinstance(value.fields[0].new, Period)


def test_later_changes_are_told_as_old_and_new_before_they_are_written(
    own_sample_year: SampleYear,
) -> None:
    take(own_sample_year, send(own_sample_year, PHU_DIEN))
    with opened(own_sample_year, PHU_DIEN) as office:
        first, second, third = open_tasks(office)[:3]
        change_fields(office, Task, first.id, {"is_blocked": True, "state": TaskState.SUSPENDED})
        assert second.due_on is not None
        later = second.due_on + timedelta(days=7)
        change_fields(office, Task, second.id, {"due_on": later})
        delete_record(office, third)
        add_record(office, Task(plan_id=first.plan_id, title="Việc mới", due_on=date(2022, 9, 1)))
    send(own_sample_year, PHU_DIEN)
    newest = look(own_sample_year)[-1]
    assert newest.contents.counts == (
        (ChangeKind.NEW_TASK, 1),
        (ChangeKind.TASK_STATE, 1),
        (ChangeKind.TASK_DEADLINE, 1),
        (ChangeKind.DELETED, 1),
    )
    new, state, deadline, deleted = newest.contents.lines
    assert (new.title, new.fields) == ("Việc mới", (FieldChange("due_on", None, date(2022, 9, 1)),))
    assert FieldChange("state", TaskState.IN_PROGRESS, TaskState.SUSPENDED) in state.fields
    assert deadline.fields == (FieldChange("due_on", second.due_on, later),)
    assert deleted.title == third.title
    with opened(own_sample_year, DISTRICT) as office:
        assert office.store.get(Task, first.id).state is TaskState.IN_PROGRESS


def test_a_bundle_taken_before_is_known_and_a_later_one_waits_for_the_one_it_builds_on(
    own_sample_year: SampleYear,
) -> None:
    first = send(own_sample_year, PHU_DIEN)
    take(own_sample_year, first)
    with opened(own_sample_year, DISTRICT) as office:
        export_bundles(office, own_sample_year.folder / "back", no_progress)
    with opened(own_sample_year, PHU_DIEN) as office:
        take_bundles(office, sorted((own_sample_year.folder / "back" / PHU_DIEN).iterdir()), no_progress)
        change_fields(office, Task, open_tasks(office)[0].id, {"note": "Đã nhắc"})
    send(own_sample_year, PHU_DIEN)
    known, fresh = look(own_sample_year)
    assert (known.standing, fresh.standing) == (Standing.KNOWN, Standing.CLEAN)
    assert known.contents.is_empty
    assert dict(fresh.contents.counts) == {ChangeKind.TASK_EDIT: 1}


def test_thirteen_bundles_are_taken_at_once_and_logged(own_sample_year: SampleYear) -> None:
    for code in own_sample_year.codes:
        send(own_sample_year, code)
    seen = look(own_sample_year)
    assert [bundle.is_clean for bundle in seen] == [True] * 13
    taken = take(own_sample_year, *(bundle.path for bundle in seen))
    assert {bundle.standing for bundle in taken} == {Standing.TAKEN}
    assert all(bundle.rows == len(bundle.contents.lines) for bundle in taken)
    with opened(own_sample_year, DISTRICT) as office:
        received = [line for line in read_bundle_log(office) if not line.is_outgoing]
    assert {line.unit_name for line in received} == {bundle.unit_name for bundle in taken}
    assert {line.code for line in received} == {Code.OK}


def test_a_damaged_file_is_refused_and_the_others_are_still_taken(own_sample_year: SampleYear) -> None:
    good = send(own_sample_year, PHU_DIEN)
    bad = own_sample_year.stick / "30043-may1-9.goi"
    bad.write_bytes(good.read_bytes()[:-100])
    refused, clean = look(own_sample_year)
    assert (refused.standing, clean.standing) == (Standing.REFUSED, Standing.CLEAN)
    assert refused.error is not None
    assert refused.error.code is Code.E_DAMAGED
    assert [one.standing for one in take(own_sample_year, bad, good)] == [Standing.REFUSED, Standing.TAKEN]


def test_a_folder_without_bundles_says_so(own_sample_year: SampleYear) -> None:
    with pytest.raises(SoSenError) as refusal:
        look(own_sample_year)
    assert refusal.value.params["reason"] == "no_bundle"


def test_looking_can_be_stopped(own_sample_year: SampleYear) -> None:
    send(own_sample_year, PHU_DIEN)

    def stop(_done: int, _total: int | None) -> None:
        raise CancelledError

    with opened(own_sample_year, DISTRICT) as office, pytest.raises(CancelledError):
        look_at_bundles(office, [own_sample_year.stick], stop)


def test_before_sending_the_clerk_reads_how_much_goes_and_about_how_large_it_will_be(
    own_sample_year: SampleYear,
) -> None:
    with opened(own_sample_year, PHU_DIEN) as office:
        (before,) = describe_sending(office)
        written = export_bundles(office, own_sample_year.stick, no_progress)[0]
        (after,) = describe_sending(office)
    assert (before.unit_name, before.is_upward, before.last_sent_at) == ("Huyện Tháp Mười", True, None)
    assert before.changes == written.rows
    assert abs(before.size - written.size) < written.size / 4
    assert (after.last_n, after.changes) == (written.n, before.changes)


def test_what_the_district_confirmed_is_not_sent_again(own_sample_year: SampleYear) -> None:
    take(own_sample_year, send(own_sample_year, PHU_DIEN))
    with opened(own_sample_year, DISTRICT) as office:
        export_bundles(office, own_sample_year.folder / "back", no_progress)
    with opened(own_sample_year, PHU_DIEN) as office:
        take_bundles(office, sorted((own_sample_year.folder / "back" / PHU_DIEN).iterdir()), no_progress)
        (part,) = describe_sending(office)
    assert part.changes == 0
