"""A small plan table for the tests of the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from desktop.domain.entity import Kind
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.vietnamese import fold
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import CellEdit, GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.values import Choice

SAMPLE_DAY = date(2022, 6, 18)
PEOPLE = (Choice("p1", "Nguyễn Văn Bình"), Choice("p2", "Lê Thị Hồng"), Choice("p3", "Đặng Văn An"))
STATES = (Choice("todo", "Chưa thực hiện"), Choice("doing", "Đang thực hiện"), Choice("done", "Hoàn thành"))


@dataclass(frozen=True, slots=True)
class Line:
    """A task, or the key task above some."""

    id: str
    code: str
    title: str
    lead: str = ""
    due: date | None = None
    state: str = "todo"
    percent: int | None = None
    blocked: bool = False
    heading: bool = False


LINES = (
    Line("k1", "I", "Củng cố hợp tác xã", percent=45, heading=True),
    Line("t1", "1.1", "Củng cố Ban Giám đốc", "p1", date(2022, 6, 30), "doing", 60),
    Line("t2", "1.2", "Ký hợp đồng tiêu thụ lúa", "p2", date(2022, 6, 15), "doing", 40, blocked=True),
    Line("k2", "II", "Nâng chất nông thôn mới", percent=52, heading=True),
    Line("t3", "2.1", "Rà soát tiêu chí", "p2", date(2022, 3, 31), "done", 100),
    Line("t4", "2.2", "Đường trục ấp Mỹ Điền", "p3", None, "todo", None),
)


def find_people(words: str) -> Sequence[Choice]:
    return [one for one in PEOPLE if fold(words) in fold(one.text)]


def name_of(record_id: str) -> Sequence[Choice]:
    return [one for one in PEOPLE if one.value == record_id]


def lead_words(line: Line) -> str:
    return next((one.text for one in PEOPLE if one.value == line.lead), "")


def state_pill(line: Line) -> Pill | None:
    words = {one.value: one.text for one in STATES}
    return (
        None if line.heading else Pill(words[line.state], Tone.GREEN if line.state == "done" else Tone.BLUE)
    )


def plain(line: Line) -> bool:
    return not line.heading


def columns() -> list[Column]:
    return [
        Column(key="code", header="Mã", width=46, muted=True),
        Column(
            key="title",
            header="Nội dung",
            width=200,
            stretch=True,
            wraps=True,
            editable=True,
            icon=lambda line: "star-filled" if line.heading else "",
        ),
        Column(
            key="lead",
            header="Chủ trì",
            kind=Kind.REFERENCE,
            width=130,
            editable=plain,
            lookup=find_people,
            name_of=name_of,
            shown=lead_words,
        ),
        Column(key="due", header="Hạn", kind=Kind.DATE, width=96, editable=plain),
        Column(
            key="state",
            header="Trạng thái",
            kind=Kind.CHOICE,
            width=150,
            choices=STATES,
            pill=state_pill,
            shown=lambda _line: "",
            editable=plain,
        ),
        Column(key="percent", header="%", kind=Kind.INTEGER, width=64, suffix=" %", editable=plain),
        Column(key="blocked", header="Vướng", kind=Kind.BOOLEAN, width=70, editable=plain, hidden=True),
    ]


class Office:
    """Takes edits as a use case would: keeps what was written and refuses what breaks a rule."""

    def __init__(self) -> None:
        self.rows = {line.id: line for line in LINES}
        self.written: list[tuple[str, str, Any]] = []
        self.actions = 0
        self.read_only = False

    def commit(self, line: Line, column: str, value: Any) -> Line:
        if self.read_only:
            raise SoSenError(Code.E_READONLY)
        if column == "percent" and value is not None and value > 100:
            raise InvalidValueError("task", "percent", "too_large", value)
        self.written.append((line.id, column, value))
        self.rows[line.id] = replace(self.rows[line.id], **{column: value})
        return self.rows[line.id]

    def commit_block(self, edits: Sequence[CellEdit]) -> list[Line]:
        self.actions += 1
        return [self.commit(edit.row, edit.column, edit.value) for edit in edits]


def is_heading(line: Line) -> bool:
    return line.heading


def source(rows: Sequence[Line] = LINES) -> ListSource:
    return ListSource(rows, columns(), group=is_heading)


def make_model(office: Office | None = None, rows: Sequence[Line] = LINES) -> GridModel:
    keeper = office or Office()
    return GridModel(
        columns(),
        source(rows),
        commit=keeper.commit,
        commit_block=keeper.commit_block,
        group=is_heading,
        today=lambda: SAMPLE_DAY,
    )


def show_panel(qtbot: QtBot, model: GridModel, **options: Any) -> GridPanel:
    """A panel in a window that has the focus, with the first task current."""
    panel = GridPanel(model, "Nhiệm vụ", **options)
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    if model.rowCount() > 1:
        panel.view.go_to(1, model.column_index("title"))
    return panel


def texts(model: GridModel, column: str = "code") -> list[str]:
    """The shown words of a column from top to bottom."""
    index = model.column_index(column)
    return [str(model.index(row, index).data()) for row in range(model.rowCount())]
