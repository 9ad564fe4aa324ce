"""The long list shows what a plain list in memory would: the same rows, in the same order, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.entities import Task
from desktop.ui.grid.pages import PAGE, Pages
from desktop.ui.grid.source import ROW_ID, Arrangement, ColumnFilter, ListSource
from desktop.ui.progress.source import ProgressSource
from desktop.usecases import task_pages
from desktop.usecases.progress_view import ProgressLine
from desktop.usecases.task_pages import TaskPages, read_numbers
from tests.helpers.small_office import DISTRICT
from tests.ui.progress.kit import BODIES, COMMUNES, PEOPLE, TITLES, YEAR, District, plain_columns

TEXTS = ("", "duong", "Đường ấp", "binh", "phu dien", "an ninh", "thẻ bảo", "1.2", "khong co gi")
COLUMNS = [column.key for column in plain_columns()]


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[District]:
    made = District(tmp_path_factory.mktemp("district"))
    yield made
    made.office.close()


class Lines(list[ProgressLine]):
    """All lines; short to print, as Hypothesis prints what an example was given."""

    def __repr__(self) -> str:
        return f"{len(self)} lines"


@pytest.fixture(scope="module")
def lines(district: District) -> Lines:
    return Lines(TaskPages(district.office, YEAR).lines())


def test_the_plain_list_has_each_living_task_of_the_year_once_in_the_plans_order(district: District) -> None:
    shown = [line.id for line in TaskPages(district.office, YEAR).lines()]
    expected = []
    for plan in district.plans:
        tasks = district.store.select(Task, plan_id=plan.id)
        expected.append([(task.order is None, task.order or 0) for task in tasks])
        part = shown[: len(tasks)]
        shown = shown[len(tasks) :]
        assert set(part) == {task.id for task in tasks}
        by_id = {task.id: task for task in tasks}
        orders = [(by_id[one].order is None, by_id[one].order or 0) for one in part]
        assert orders == sorted(orders)
    assert not shown


def test_units_come_in_their_own_order(district: District, lines: Lines) -> None:
    assert list(dict.fromkeys(line.unit for line in lines)) == [name for _code, name in COMMUNES]


@st.composite
def arrangements(draw: st.DrawFn) -> Arrangement:
    keys = draw(st.lists(st.sampled_from(COLUMNS), max_size=3, unique=True))
    return Arrangement(
        text=draw(st.sampled_from(TEXTS)),
        filters={key: ColumnFilter(words=frozenset(draw(_words(key)))) for key in keys},
        sort=draw(st.sampled_from(["", *[key for key in COLUMNS if key != "is_blocked"]])),
        descending=draw(st.booleans()),
    )


def _words(column: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.integers(0, 9).map(lambda place: f"{column}:{place}"), min_size=1, max_size=4)


def _with_words(wish: Arrangement, words: dict[str, Sequence[str]]) -> Arrangement:
    """Put words of the table where the example says "the third of this column"."""
    filters = {
        key: ColumnFilter(words=frozenset(_word(words[key], one) for one in each.words or ()))
        for key, each in wish.filters.items()
    }
    return Arrangement(wish.text, filters, wish.sort, wish.descending)


def _word(words: Sequence[str], placed: str) -> str:
    return words[int(placed.rpartition(":")[2]) % len(words)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(drawn=arrangements())
def test_every_filter_and_order_gives_what_a_list_in_memory_gives(
    district: District, lines: Lines, drawn: Arrangement
) -> None:
    plain = ListSource(lines, plain_columns())
    wish = _with_words(drawn, {key: plain.words(key, 1000) for key in COLUMNS})
    source = ProgressSource(TaskPages(district.office, YEAR)).arranged(wish)
    expected = plain.arranged(wish)
    found = [line.id for line in source.pages.lines()]
    assert found == [line.id for line in expected.page(None, 1000)]
    assert source.count() == expected.count()


def test_each_closed_column_offers_the_words_that_occur(district: District, lines: Lines) -> None:
    source, plain = ProgressSource(TaskPages(district.office, YEAR)), ListSource(lines, plain_columns())
    for column in ("unit", "state", "field"):
        assert set(source.words(column, 100)) == set(plain.words(column, 100))
    for column in ("lead", "due_on", "is_blocked"):
        assert set(source.words(column, 100)) >= set(plain.words(column, 100))
    assert list(source.words("title", 100)) == []
    assert len(source.words("lead", 2)) == 2


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("title", "đường", {"Đường trục ấp Mỹ Điền", "Duong lien ap"}),
        ("lead", "dang van", {"Đặng Văn An"}),
        ("unit", "phu", {"Xã Phú Điền"}),
        ("result", "hop dong", {"Ký được 2 hợp đồng"}),
    ],
)
def test_typing_into_a_columns_filter_narrows_that_column_alone(
    district: District, column: str, text: str, expected: set[str]
) -> None:
    wish = Arrangement().with_filter(column, ColumnFilter(text=text))
    found = ProgressSource(TaskPages(district.office, YEAR)).arranged(wish)
    assert {getattr(line, column) for line in found.pages.lines()} == expected


def test_the_deadlines_filter_takes_a_month_as_it_is_written(district: District) -> None:
    wish = Arrangement().with_filter("due_on", ColumnFilter(text="06/2022"))
    found = ProgressSource(TaskPages(district.office, YEAR)).arranged(wish)
    assert {(line.due_on.month, line.due_on.year) for line in found.pages.lines() if line.due_on} == {
        (6, 2022)
    }


def test_a_body_is_found_also_where_its_person_is_shown(district: District) -> None:
    found = ProgressSource(TaskPages(district.office, YEAR)).arranged(Arrangement(text="hoi nong dan"))
    assert {line.lead for line in found.pages.lines()} > {BODIES[0]}


def test_pages_hold_together_wherever_one_looks_first(district: District, lines: Lines) -> None:
    """A jump to the end and back shows the same rows as reading on from the start."""
    whole = [line.id for line in lines]
    source = ProgressSource(TaskPages(district.office, YEAR))
    pages = Pages(source, ROW_ID)
    assert pages.total == len(whole) > PAGE
    order = [len(whole) - 1, 0, PAGE, PAGE - 1, len(whole) // 2]
    assert [line.id for place in order if (line := pages.row(place))] == [whole[place] for place in order]
    assert [source.position(one) for one in whole[::17]] == list(range(0, len(whole), 17))
    assert source.position("no such task") == -1
    assert source.page("no such task", 10) == ()


def test_a_long_list_is_found_in_slices_and_grows_at_its_end(
    district: District, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_pages, "FIRST_SECONDS", 0.0)
    pages = TaskPages(district.office, YEAR)
    sizes = [pages.count()]
    while pages.extend(0.0):
        sizes.append(pages.count())
    sizes.append(pages.count())
    assert sizes == [60, 120, 180]
    assert all(before < after for before, after in pairwise(sizes))
    assert [line.id for line in pages.page(None, 1000)] == [line.id for line in lines]


def test_a_task_deleted_meanwhile_is_left_out(tmp_path_factory: pytest.TempPathFactory) -> None:
    district = District(tmp_path_factory.mktemp("other"), tasks=6)
    pages = TaskPages(district.office, YEAR)
    first = pages.page(None, 1)[0].id
    with district.store.writing() as connection:
        connection.execute("UPDATE task SET alive = 0 WHERE id = ?", (first,))
    assert first not in [line.id for line in pages.page(None, 100)]
    assert TaskPages(district.office, YEAR).count() == pages.count() - 1
    district.office.close()


def test_the_numbers_are_those_of_the_lines(district: District, lines: Lines) -> None:
    numbers = read_numbers(district.office, YEAR)
    assert numbers.total == len(lines)
    assert numbers.overdue == sum(line.due == "overdue" for line in lines)
    assert numbers.soon == sum(line.due == "soon" for line in lines)
    assert numbers.blocked == sum(line.is_blocked for line in lines)
    assert numbers.unassigned == sum(line.lacks_lead for line in lines)
    assert 0 < numbers.unassigned < numbers.total


def test_a_year_without_plans_is_an_empty_list(district: District) -> None:
    assert TaskPages(district.office, 1999).count() == 0
    assert read_numbers(district.office, 1999).total == 0


def test_the_kit_covers_what_it_claims(lines: Lines) -> None:
    assert {line.title for line in lines} == set(TITLES)
    assert {line.lead for line in lines} == {*PEOPLE, *BODIES, ""}
    assert {line.unit for line in lines} == {name for _code, name in COMMUNES}
    assert any(line.result for line in lines)
    assert any(line.is_heading for line in lines)
    assert DISTRICT not in {line.unit for line in lines}
