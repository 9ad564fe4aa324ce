"""A district with three communes whose tasks differ in everything a list can filter and sort by."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from desktop.domain.entities import Body, Field, Person, Plan, ProgressUpdate, Task, TaskState
from desktop.domain.scopes import unit_id
from desktop.ui.forms.labels import field_label
from desktop.ui.grid.column import Column
from desktop.ui.progress.words import blocked_word, due_word, lead_words, state_word
from desktop.usecases.progress_view import ProgressLine
from desktop.usecases.task_sorting import urgency
from tests.helpers.small_office import DISTRICT, TODAY, SmallOffice

COMMUNES = (("30043", "Xã Hưng Thạnh"), ("30067", "Xã Phú Điền"), ("30037", "Thị trấn Mỹ An"))
PEOPLE = ("Nguyễn Văn Bình", "Lê Thị Hồng", "Đặng Văn An", "Ông Sáu Ân")
BODIES = ("Hội Nông dân", "Đoàn Thanh niên")
FIELDS = ("Kinh tế", "Văn hóa - Xã hội", "Quốc phòng - An ninh")
TITLES = (
    "Nạo vét kênh cấp 2",
    "Đường trục ấp Mỹ Điền",
    "Duong lien ap",
    "Tặng thẻ bảo hiểm y tế",
    "Ấp 10 đón khách",
    "Ấp 2 đón khách",
    "Thẻ căn cước",
)
RESULTS = ("", "Đã xong một nửa", "Ký được 2 hợp đồng")
YEAR = 2022


class District(SmallOffice):
    """``lines`` tells of each task of the year what a list must show, in the order it must show them."""

    def __init__(self, folder: Path, tasks: int = 60, seed: int = 7) -> None:
        super().__init__(folder, DISTRICT, periods=False)
        self._random = random.Random(seed)
        self.add_all(
            Field(scope=DISTRICT, code=str(place), name=name, order=place)
            for place, name in enumerate(FIELDS)
        )
        for order, (code, name) in enumerate(COMMUNES):
            self._unit(code, name, order)
        self.plans = [self._fill(unit_id(code, date(1984, 3, 6)), tasks) for code, _name in COMMUNES]

    def _unit(self, code: str, name: str, order: int) -> None:
        unit = self.commune(code, name)
        self._write(DISTRICT, [("unit", unit.id, {"order": order})])

    def _fill(self, scope: str, count: int) -> Plan:
        people = self.add_all(Person(scope=scope, full_name=name) for name in PEOPLE)
        bodies = self.add_all(Body(scope=scope, name=name) for name in BODIES)
        plan = self.add(Plan(scope=scope, year=YEAR, title="Kế hoạch"))
        old = self.add(Plan(scope=scope, year=YEAR - 1, title="Kế hoạch năm trước"))
        self.add(Task(scope=scope, plan_id=old.id, code="0", title="Việc năm trước"))
        fields = self.store.select(Field)
        tasks = self.add_all(self._task(scope, plan, people, bodies, fields, i) for i in range(count))
        pick = self._random.choice
        below = [pick(tasks[:5]).id if i % 6 == 5 else "" for i in range(count)]
        with_parent = [(task, parent) for task, parent in zip(tasks, below, strict=True) if parent]
        self._write(scope, [("task", task.id, {"parent_id": parent}) for task, parent in with_parent])
        self.add_all(
            ProgressUpdate(
                scope=scope,
                task_id=pick(tasks).id,
                reported_on=TODAY - timedelta(days=i % 9),
                result=pick(RESULTS),
                difficulty=pick(("", "Thiếu vốn")),
            )
            for i in range(count // 2)
        )
        return plan

    def _write(self, scope: str, changes: list[tuple[str, str, dict[str, object]]]) -> None:
        self.store.set_meta("office", scope)
        try:
            with self.store.work(user="x", label="edit_record") as work:
                for table, record_id, values in changes:
                    work.write(table, record_id, values)  # type: ignore[arg-type]
        finally:
            self.store.set_meta("office", DISTRICT)

    def _task(
        self,
        scope: str,
        plan: Plan,
        people: list[Person],
        bodies: list[Body],
        fields: list[Field],
        number: int,
    ) -> Task:
        pick = self._random.choice
        state = pick(list(TaskState))
        days = pick((None, -90, -8, -1, 0, 1, 3, 7, 8, 200))
        due = TODAY + timedelta(days=days) if days is not None else None
        completed = TODAY - timedelta(days=pick((0, 30))) if state is TaskState.COMPLETED else None
        return Task(
            scope=scope,
            plan_id=plan.id,
            code=pick(("1", "1.2", "1.10", "2", "")),
            order=pick((None, number, number // 2 * 2)),
            title=pick(TITLES),
            lead_person_id=pick((*[one.id for one in people], "")),
            lead_body_id=pick((*[one.id for one in bodies], "")),
            field_id=pick((*[one.id for one in fields], "")),
            state=state,
            due_on=due,
            completed_on=completed,
            percent=pick((None, 0, 50, 100)),
            is_blocked=pick((True, False, False)),
            is_key_task=number % 6 == 0,
        )


def plain_columns(today: date = TODAY) -> list[Column]:
    """Columns over the same lines that show the words by which the long list is filtered."""
    return [
        Column(key="unit", header="Đơn vị"),
        Column(key="code", header=field_label("task", "code")),
        Column(key="title", header="Nội dung"),
        Column(key="field", header="Lĩnh vực"),
        Column(key="lead", header="Chủ trì", shown=lead_words, sort=lambda line: line.lead),
        Column(
            key="due_on", header="Hạn", shown=lambda line: due_word(line.due), sort=lambda line: line.due_on
        ),
        Column(
            key="state",
            header="Trạng thái",
            shown=lambda line: state_word(line.state),
            sort=lambda line: urgency(line.due, line.due_on, today),
        ),
        Column(key="percent", header="%", shown=_percent, sort=lambda line: line.percent),
        Column(key="is_blocked", header="Vướng", shown=_blocked),
        Column(key="result", header="Kết quả"),
        Column(key="difficulty", header="Khó khăn"),
    ]


def _percent(line: ProgressLine) -> str:
    return "" if line.percent is None else f"{line.percent}%"


def _blocked(line: ProgressLine) -> str:
    return blocked_word() if line.is_blocked else ""
