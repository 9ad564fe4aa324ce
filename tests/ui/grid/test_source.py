"""Filtering, sorting and reading in pages, without a window."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.grid.column import Column, Row
from desktop.ui.grid.pages import KEPT, PAGE, Pages
from desktop.ui.grid.source import ROW_ID, Arrangement, ColumnFilter, ListSource
from tests.ui.grid.kit import LINES, Line, columns, source


def codes(arranged: ListSource) -> list[str]:
    return [line.code for line in arranged.page(None, 100)]


def test_a_filter_without_marks_finds_words_with_marks() -> None:
    assert codes(source().arranged(Arrangement("duong truc"))) == ["II", "2.2"]


def test_a_task_is_kept_with_its_key_task_above_it() -> None:
    assert codes(source().arranged(Arrangement("ký hợp đồng"))) == ["I", "1.2"]


def test_a_key_task_that_fits_brings_all_its_tasks() -> None:
    assert codes(source().arranged(Arrangement("hop tac xa"))) == ["I", "1.1", "1.2"]


def test_a_column_filter_keeps_the_words_ticked() -> None:
    wish = Arrangement().with_filter("state", ColumnFilter(frozenset({"Hoàn thành"})))
    assert codes(source().arranged(wish)) == ["II", "2.1"]


def test_a_column_filter_by_text_ignores_marks() -> None:
    wish = Arrangement().with_filter("lead", ColumnFilter(text="dang"))
    assert codes(source().arranged(wish)) == ["II", "2.2"]


def test_an_empty_filter_is_no_filter() -> None:
    wish = Arrangement().with_filter("lead", ColumnFilter(text="x")).with_filter("lead", ColumnFilter())
    assert wish == Arrangement()


def test_names_sort_as_in_vietnamese_and_key_tasks_go() -> None:
    assert codes(source().arranged(Arrangement(sort="lead"))) == ["2.2", "1.2", "2.1", "1.1"]


def test_days_sort_by_value_and_nothing_comes_last_both_ways() -> None:
    assert codes(source().arranged(Arrangement(sort="due"))) == ["2.1", "1.2", "1.1", "2.2"]
    assert codes(source().arranged(Arrangement(sort="due", descending=True))) == ["1.1", "1.2", "2.1", "2.2"]


def test_the_filter_menu_offers_each_word_once() -> None:
    assert list(source().words("lead", 10)) == ["Đặng Văn An", "Lê Thị Hồng", "Nguyễn Văn Bình"]


def test_arranging_twice_starts_from_the_whole_table() -> None:
    narrow = source().arranged(Arrangement("hop tac xa"))
    assert codes(narrow.arranged(Arrangement())) == [line.code for line in LINES]


class CountedSource(ListSource):
    """Counts how many rows are read."""

    read = 0

    def page(self, after: str | None, limit: int) -> Sequence[Row]:
        found = super().page(after, limit)
        self.read += len(found)
        return found


def many(count: int) -> CountedSource:
    return CountedSource([Line(f"r{n}", str(n), f"Việc {n}") for n in range(count)], columns())


@given(st.lists(st.integers(0, 999), max_size=30))
def test_pages_answer_the_row_at_its_place_in_whatever_order_they_are_asked(places: list[int]) -> None:
    pages = Pages(many(1000), ROW_ID)
    assert [pages.row(place).code for place in places] == [str(place) for place in places]  # type: ignore[union-attr]


def test_opening_a_large_table_reads_one_page() -> None:
    table = many(20_000)
    pages = Pages(table, ROW_ID)
    assert pages.total == 20_000
    pages.row(0)
    assert table.read == PAGE


def test_a_jump_into_the_middle_reads_one_page_more() -> None:
    table = many(20_000)
    pages = Pages(table, ROW_ID)
    assert pages.row(15_000).code == "15000"  # type: ignore[union-attr]
    assert table.read == PAGE


def test_memory_holds_a_few_dozen_pages_at_most() -> None:
    pages = Pages(many(20_000), ROW_ID)
    for place in range(0, 20_000, PAGE):
        pages.row(place)
    assert pages.held() <= KEPT


def test_a_table_that_became_shorter_gives_nothing_instead_of_a_wrong_row() -> None:
    table = many(300)
    pages = Pages(table, ROW_ID)
    pages.total = 400
    assert pages.row(350) is None


def test_a_column_without_functions_shows_the_attribute_of_its_name() -> None:
    column = Column(key="title", header="Nội dung")
    assert column.text_of(LINES[1]) == "Củng cố Ban Giám đốc"
    assert column.export_of(LINES[1]) == "Củng cố Ban Giám đốc"


def test_numbers_and_days_are_exported_as_such() -> None:
    by_key = {column.key: column for column in columns()}
    assert by_key["percent"].export_of(LINES[1]) == 60
    assert by_key["due"].export_of(LINES[1]) == LINES[1].due
    assert by_key["state"].export_of(LINES[1]) == "Đang thực hiện"
    assert by_key["lead"].export_of(LINES[1]) == "Nguyễn Văn Bình"
