"""The shipped sample year: whole, plausible on its own "today", and honest about what is real."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.entities import ENTITY_TYPES, TaskState
from desktop.domain.entity import Entity, EntityType, Kind, check_field, from_stored, normalise

FOLDER = Path(__file__).parents[2] / "resources" / "sample" / "thap_muoi_2022"
DISTRICT, PHU_DIEN, HUNG_THANH = "872", "30067", "30043"
COMMUNES = sorted(path.stem for path in FOLDER.glob("3*.json"))
OFFICES = [DISTRICT, *COMMUNES]
TODAY = date(2022, 6, 18)
TYPES = {entity_type.table: entity_type for entity_type in ENTITY_TYPES}
OF_THE_DISTRICT = {"field", "programme", "programme_item"}
PERIOD_KEYS = {f"2022-M{month:02d}" for month in range(1, 13)}
MAY_BEGIN = date(2021, 12, 1)
OPEN = {TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.PENDING_CONFIRMATION}

Row = dict[str, Any]

PHU_DIEN_KEY_TASKS = [
    "Tiếp tục củng cố và nâng cao chất lượng hoạt động hợp tác xã",
    "Duy trì và nâng chất 19 tiêu chí NTM, từng bước phát triển trung tâm xã theo hướng đô thị loại 5",
    (
        "Tuyên truyền, vận động đào tạo nghề, giải quyết việc làm, giảm nghèo, đưa lao động đi làm việc"
        " có thời hạn ở nước ngoài"
    ),
    "Lãnh đạo đẩy nhanh tiến độ xây dựng các công trình cơ bản",
    "Lãnh đạo thành công đại hội Cựu chiến binh và Đoàn thanh niên xã",
    "Nâng cao trách nhiệm cán bộ, công chức gắn với phân công giao việc; bố trí cán bộ phù hợp năng lực",
    "Thực hiện tốt công tác kiểm tra, giám sát của Đảng và quy chế dân chủ cơ sở",
    (
        "Đổi mới nội dung, phương thức hoạt động của Mặt trận Tổ quốc và các tổ chức chính trị - xã hội;"
        " kiện toàn chi, tổ hội; xây dựng xã đạt chuẩn NTM nâng cao"
    ),
]
HUNG_THANH_KEY_TASKS = [
    "Tăng cường phòng chống dịch Covid-19, bảo vệ sức khỏe người dân gắn với khôi phục kinh tế - xã hội",
    "Phát triển nông nghiệp gắn với xây dựng nông thôn mới nâng cao",
    "Nâng cao chất lượng nguồn nhân lực, thực hiện tốt chính sách an sinh xã hội, bảo vệ môi trường",
    (
        "Tăng cường xây dựng Đảng, hệ thống chính trị gắn với thực hiện Nghị quyết TW 4 khóa 12;"
        " học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
    ),
]
HUNG_THANH_TARGETS = [
    ("Thu nhập bình quân đầu người", "64"),
    ("Tỷ lệ hộ nghèo đa chiều giảm trong năm", "0.5"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế", "92"),
    ("Lao động đi làm việc có thời hạn ở nước ngoài", "12"),
    ("Số tiêu chí NTM nâng cao đạt chuẩn lũy kế", "15"),
    ("Giao quân so với chỉ tiêu", "100"),
    ("Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên", "90"),
]
REAL_LEADERS = {
    DISTRICT: ("Nguyễn Văn Vũ Minh", "Bí thư Huyện ủy"),
    PHU_DIEN: ("Trương Thanh Hợp", "Bí thư Đảng ủy xã"),
    HUNG_THANH: ("Hoàng Đình Toàn", "Bí thư Đảng ủy xã"),
}
GIVEN_TASKS = [
    (PHU_DIEN, "Củng cố Ban Giám đốc hợp tác xã,", "2022-06-30", "in_progress"),
    (PHU_DIEN, "Tổ chức 02 cuộc tư vấn đi làm việc", "2022-05-31", "not_started"),
    (HUNG_THANH, "Rà soát hiện trạng 19 tiêu chí", "2022-04-30", "completed"),
    (HUNG_THANH, "Kiểm tra chuyên đề việc thực hiện nhiệm vụ", "2022-09-30", "not_started"),
]


@cache
def content(office: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{office}.json").read_text(encoding="utf-8"))
    return found


def rows(office: str, table: str) -> list[Row]:
    found: list[Row] = content(office).get(table, [])
    return found


def entity(office: str, table: str, row: Row) -> Entity:
    """The record with its references left as keys."""
    entity_type = TYPES[table]
    values: dict[str, Any] = {}
    for spec in entity_type.fields:
        name = spec.name.removesuffix("_id") if spec.kind is Kind.REFERENCE else spec.name
        if name in row:
            values[spec.name] = from_stored(spec, row[name])
    return entity_type.cls(scope=office, **values)


def every_row() -> list[tuple[str, EntityType, Row]]:
    return [
        (office, entity_type, row)
        for office in OFFICES
        for table, entity_type in TYPES.items()
        for row in rows(office, table)
    ]


def small_tasks(office: str) -> list[Row]:
    """The tasks below key tasks and breakthroughs."""
    return [row for row in rows(office, "task") if "parent" in row]


def test_thirteen_communes_and_their_district_are_there() -> None:
    assert len(COMMUNES) == 13
    codes = {row["code"] for row in rows(DISTRICT, "unit")}
    assert codes == {DISTRICT, *COMMUNES}
    heads = [(content(office)["office"], content(office)["today"]) for office in OFFICES]
    assert heads == [(office, TODAY.isoformat()) for office in OFFICES]


def test_the_files_are_nfc_with_plain_line_ends_and_hold_known_tables_only() -> None:
    for office in OFFICES:
        raw = (FOLDER / f"{office}.json").read_bytes()
        text = raw.decode("utf-8")
        assert b"\r" not in raw
        assert unicodedata.normalize("NFC", text) == text
        assert set(content(office)) - set(TYPES) == {"format", "office", "today"}


def test_every_value_fits_its_field_and_every_rule_of_a_record_holds() -> None:
    for office, entity_type, row in every_row():
        record = entity(office, entity_type.table, row)
        for spec in entity_type.fields:
            value = getattr(record, spec.name)
            check_field(entity_type.table, spec, value)
            assert normalise(spec, value) == value, (office, row)
            assert value or not spec.required, (office, row, spec.name)
            if spec.kind is Kind.CHOICE:
                assert spec.choices is not None
                assert isinstance(value, spec.choices), (office, row)
            if spec.kind is Kind.TEXT:
                assert "  " not in value, (office, row)
        assert record.problems() == [], (office, row)


def test_no_row_holds_a_name_that_its_entity_does_not_know() -> None:
    for office, entity_type, row in every_row():
        known = {"key"} | {
            spec.name.removesuffix("_id") if spec.kind is Kind.REFERENCE else spec.name
            for spec in entity_type.fields
        }
        assert set(row) <= known, (office, row)


def test_keys_are_unique_and_every_reference_resolves() -> None:
    keys = {
        (office, table): Counter(row["key"] for row in rows(office, table))
        for office in OFFICES
        for table in TYPES
    }
    assert all(count == 1 for counter in keys.values() for count in counter.values())
    for office, entity_type, row in every_row():
        for spec in entity_type.fields:
            name = spec.name.removesuffix("_id")
            if spec.kind is not Kind.REFERENCE or name not in row:
                continue
            if spec.target == "period":
                assert row[name] in PERIOD_KEYS, (office, row)
            else:
                holder = DISTRICT if spec.target in OF_THE_DISTRICT else office
                assert row[name] in keys[holder, spec.target], (office, row)


def test_fields_form_a_tree_of_the_four_roots() -> None:
    fields = rows(DISTRICT, "field")
    assert [row["name"] for row in fields if "parent" not in row] == [
        "Kinh tế",
        "Văn hóa - xã hội",
        "Quốc phòng - an ninh",
        "Xây dựng Đảng và hệ thống chính trị",
    ]
    roots = {row["key"] for row in fields if "parent" not in row}
    assert all(row["parent"] in roots for row in fields if "parent" in row)


def test_programmes_ask_24_to_30_things_and_every_one_is_taken_up_somewhere() -> None:
    items = rows(DISTRICT, "programme_item")
    assert 24 <= len(items) <= 30
    taken = {
        row.get("item") for office in COMMUNES for row in [*rows(office, "task"), *rows(office, "target")]
    }
    assert {row["key"] for row in items} <= taken
    for office in COMMUNES:
        own = {row.get("item") for row in [*rows(office, "task"), *rows(office, "target")]}
        assert 12 <= len(own) < len(items), office


@pytest.mark.parametrize("office", COMMUNES)
def test_a_commune_has_a_plan_of_plausible_size(office: str) -> None:
    tasks = rows(office, "task")
    (plan,) = rows(office, "plan")
    key_tasks = [row for row in tasks if row.get("is_key_task")]
    breakthroughs = [row for row in tasks if row.get("is_breakthrough")]
    assert len(key_tasks) == 4 if office == HUNG_THANH else 6 <= len(key_tasks) <= 10
    assert 1 <= len(breakthroughs) <= 2
    assert 20 <= len(small_tasks(office)) <= len(tasks) <= 40
    assert 7 <= len(rows(office, "target")) <= 15
    assert 5 <= len(rows(office, "solution")) <= 8
    assert 8 <= len(rows(office, "body")) <= 12
    assert 10 <= len(rows(office, "person")) <= 14
    assert 1 <= len(rows(office, "deadline_extension")) <= 3
    declared = {
        "declared_key_tasks": len(key_tasks),
        "declared_breakthroughs": len(breakthroughs),
        "declared_targets": len(rows(office, "target")),
        "declared_solutions": len(rows(office, "solution")),
    }
    assert all(plan.get(name, count) == count for name, count in declared.items())


@pytest.mark.parametrize("office", COMMUNES)
def test_dates_lie_in_the_year_and_work_done_lies_before_today(office: str) -> None:
    for row in rows(office, "task"):
        start = date.fromisoformat(row.get("start_on", "2022-01-01"))
        due = date.fromisoformat(row.get("due_on", "2022-12-31"))
        assert MAY_BEGIN <= start <= due <= date(2022, 12, 31), row
    for table, name in [
        ("progress_update", "reported_on"),
        ("assignment", "assigned_on"),
        ("deadline_extension", "approved_on"),
        ("task", "completed_on"),
        ("plan", "issued_on"),
    ]:
        for row in rows(office, table):
            assert MAY_BEGIN <= date.fromisoformat(row.get(name, "2022-01-01")) <= TODAY, row


@pytest.mark.parametrize("office", COMMUNES)
def test_state_percent_and_day_of_completion_agree_with_each_other_and_with_the_last_update(
    office: str,
) -> None:
    last = {row["task"]: row for row in rows(office, "progress_update")}
    for row in rows(office, "task"):
        state, percent = TaskState(row["state"]), row.get("percent")
        if state is TaskState.COMPLETED:
            assert percent == 100, row
        if state is TaskState.NOT_STARTED:
            assert percent == 0, row
            assert row["key"] not in last, row
        if state is TaskState.IN_PROGRESS:
            assert percent is None or 0 < percent < 100, row
        if update := last.get(row["key"]):
            told = (update["state"], update["percent"], update.get("is_blocked", False))
            assert told == (row["state"], percent, row.get("is_blocked", False)), row
            assert row.get("completed_on", "") <= update["reported_on"], row


@pytest.mark.parametrize("office", COMMUNES)
def test_updates_follow_each_other_each_within_its_reporting_period(office: str) -> None:
    for _, group in itertools.groupby(rows(office, "progress_update"), key=lambda row: row["task"]):
        updates = list(group)
        days = [row["reported_on"] for row in updates]
        assert days == sorted(set(days))
        percents = [row["percent"] for row in updates]
        assert percents == sorted(percents)
        for row in updates:
            reported = date.fromisoformat(row["reported_on"])
            month = reported.month + (reported.day >= 15)
            assert row["period"] == f"2022-M{month:02d}", row
            assert len(row["result"]) >= 15, row
        assert not any(TaskState(row["state"]) is TaskState.COMPLETED for row in updates[:-1])


@pytest.mark.parametrize("office", COMMUNES)
def test_an_extended_task_keeps_its_old_day_and_has_its_new_one(office: str) -> None:
    tasks = {row["key"]: row for row in rows(office, "task")}
    for row in rows(office, "deadline_extension"):
        assert tasks[row["task"]]["due_on"] == row["new_due_on"]
        assert row["approved_on"] <= row["old_due_on"] < row["new_due_on"]


@pytest.mark.parametrize("office", COMMUNES)
def test_on_the_sample_day_there_is_something_of_everything(office: str) -> None:
    tasks = small_tasks(office)
    states = Counter(TaskState(row["state"]) for row in tasks)
    due = {row["key"]: date.fromisoformat(row.get("due_on", "2022-12-31")) for row in tasks}
    open_tasks = [row for row in tasks if TaskState(row["state"]) in OPEN]
    late = [row for row in tasks if row.get("completed_on", "") > row.get("due_on", "9")]
    assert 0.25 <= states[TaskState.COMPLETED] / len(tasks) <= 0.45
    assert 1 <= len(late) <= 4
    assert 1 <= sum(due[row["key"]] < TODAY for row in open_tasks) <= 7
    assert 2 <= sum(TODAY <= due[row["key"]] <= TODAY + timedelta(days=7) for row in open_tasks) <= 6
    assert 1 <= states[TaskState.NOT_STARTED] <= 6
    assert 1 <= states[TaskState.SUSPENDED] + states[TaskState.CANCELLED] <= 2
    assert 2 <= sum(row.get("is_blocked", False) for row in open_tasks) <= 5


@pytest.mark.parametrize("office", COMMUNES)
def test_a_few_tasks_are_as_weak_as_the_inspection_says(office: str) -> None:
    tasks = small_tasks(office)
    wanted = {"due_on", "expected_product", "lead_body"}
    weak = [row for row in tasks if not wanted <= set(row)]
    assert 1 <= len(weak) <= len(tasks) / 4


@pytest.mark.parametrize("office", COMMUNES)
def test_targets_have_values_for_the_half_year(office: str) -> None:
    values = Counter(row["target"] for row in rows(office, "target_value"))
    assert {row["key"] for row in rows(office, "target")} == set(values)
    assert {row["period"] for row in rows(office, "target_value")} == {f"2022-M{n:02d}" for n in range(1, 7)}
    assert sum(count >= 5 for count in values.values()) >= len(values) * 0.6
    for target in rows(office, "target"):
        if target.get("is_cumulative"):
            told = [Decimal(r["value"]) for r in rows(office, "target_value") if r["target"] == target["key"]]
            assert told == sorted(told), target


def test_real_people_stand_in_their_real_posts_and_nobody_else_is_called_real() -> None:
    for office in OFFICES:
        real = [row for row in rows(office, "person") if not row.get("is_sample")]
        posts = {row["person"]: row["title"] for row in rows(office, "position")}
        assert [(row["full_name"], posts[row["key"]]) for row in real] == (
            [REAL_LEADERS[office]] if office in REAL_LEADERS else []
        )


def test_key_tasks_of_phu_dien_and_hung_thanh_stand_word_for_word() -> None:
    for office, wording in [(PHU_DIEN, PHU_DIEN_KEY_TASKS), (HUNG_THANH, HUNG_THANH_KEY_TASKS)]:
        key_tasks = [row for row in rows(office, "task") if row.get("is_key_task")]
        assert [row["title"] for row in key_tasks] == wording
        assert not any(row.get("is_sample") or row.get("is_breakthrough") for row in key_tasks)
        (plan,) = rows(office, "plan")
        assert plan["declared_key_tasks"] == len(wording)
    hung_thanh = rows(HUNG_THANH, "plan")[0]
    assert (hung_thanh["declared_targets"], hung_thanh["declared_solutions"]) == (7, 7)
    assert [(row["name"], row["planned_value"]) for row in rows(HUNG_THANH, "target")] == HUNG_THANH_TARGETS
    assert len(rows(HUNG_THANH, "solution")) == 7


def test_given_assignments_are_tasks_with_their_day_and_state() -> None:
    for office, beginning, due_on, state in GIVEN_TASKS:
        (task,) = [row for row in rows(office, "task") if row["title"].startswith(beginning)]
        assert (task["due_on"], task["state"]) == (due_on, state)


def test_what_is_not_known_to_be_real_is_marked_as_sample() -> None:
    marked = [table for table, entity_type in TYPES.items() if "is_sample" in entity_type.by_name]
    real = Counter(
        (office, table)
        for office in OFFICES
        for table in marked
        for row in rows(office, table)
        if not row.get("is_sample")
    )
    assert real == {
        (DISTRICT, "person"): 1,
        (DISTRICT, "programme"): 2,
        (DISTRICT, "programme_item"): 10,
        (PHU_DIEN, "person"): 1,
        (PHU_DIEN, "plan"): 1,
        (PHU_DIEN, "task"): 8,
        (HUNG_THANH, "person"): 1,
        (HUNG_THANH, "plan"): 1,
        (HUNG_THANH, "task"): 4,
    }  # fmt: skip
    assert all("indicator" not in row for row in rows(DISTRICT, "programme_item") if not row.get("is_sample"))


def test_no_sample_telephone_number_can_ring_anywhere() -> None:
    assert all(row["phone"].startswith("0277.000.") for row in rows(DISTRICT, "unit"))
    assert not any("phone" in row for office in OFFICES for row in rows(office, "person"))


def test_nobody_works_in_two_offices() -> None:
    names = Counter(row["full_name"] for office in OFFICES for row in rows(office, "person"))
    assert [name for name, count in names.items() if count > 1] == []


def without_numbers(text: str) -> str:
    """What two communes would share if one text had been made from the other."""
    return re.sub(r"[\W\d_]+", " ", text.casefold()).strip()


@pytest.mark.parametrize(
    ("table", "name", "limit"),
    [
        ("task", "title", 2),
        ("solution", "content", 0),
        ("progress_update", "result", 6),
        ("plan", "title", 0),
    ],
)
def test_communes_do_not_repeat_each_other(table: str, name: str, limit: int) -> None:
    told = {office: {without_numbers(row[name]) for row in rows(office, table)} for office in COMMUNES}
    for first, second in itertools.combinations(COMMUNES, 2):
        assert len(told[first] & told[second]) <= limit, (first, second, told[first] & told[second])
