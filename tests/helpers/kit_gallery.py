"""Pictures of the design system on an invented plan: ``python -m tests.helpers.kit_gallery FOLDER``.

Four PNG files: light and dark, 100 % and 125 %, each 1366×768, in Vietnamese where it is compiled. For
the eyes of whoever changes the theme, a widget or the grid; the screens have pictures of their own.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.entities import Task, TaskState
from desktop.domain.entity import Kind, entity_type
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.references import References
from desktop.ui.frame.bottom_bar import BottomBar
from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.frame.side_bar import SideBar
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.i18n import install_language
from desktop.ui.theme.look import install
from desktop.ui.theme.tokens import LG, MD, SM, XL, Theme, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.detail_split import DetailSplit
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.ui.widgets.values import Choice
from desktop.usecases.read_footer import Footer, Moment
from desktop.usecases.sending import Waiting

SIZE = (1366, 768)
TODAY = date(2022, 6, 18)
SCREENS = (
    ("today", "Hôm nay", "sun", 3),
    ("plan", "Kế hoạch", "clipboard-list", 0),
    ("targets", "Chỉ tiêu", "target-arrow", 0),
    ("progress", "Tiến độ", "progress-check", 0),
    ("inspection", "Kiểm tra", "search", 1),
    ("ntm", "Nông thôn mới", "plant-2", 0),
    ("reports", "Báo cáo", "clipboard-data", 0),
    ("bundles", "Gói dữ liệu", "usb", 12),
    ("catalogues", "Danh mục", "books", 0),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the invented plan."""

    id: str
    title: str
    lead: str = ""
    due: date | None = None
    pill: Pill | None = None
    percent: int | None = None
    mark: str = ""

    @property
    def heading(self) -> bool:
        return self.pill is None


DOING, DONE = Pill("Đang thực hiện", Tone.BLUE), Pill("Hoàn thành đúng hạn", Tone.GREEN)
LATE, SOON, NEW = Pill("Quá hạn 3 ngày", Tone.RED), Pill("Đến hạn 2 ngày", Tone.AMBER), Pill("Chưa thực hiện")
LINES = (
    Line("I", "Củng cố, nâng cao chất lượng hoạt động hợp tác xã", percent=45),
    Line(
        "1.1",
        "Củng cố Ban Giám đốc hợp tác xã, lập phương án sản xuất kinh doanh",
        "Nguyễn Văn Bình",
        date(2022, 6, 30),
        DOING,
        60,
    ),
    Line(
        "1.2",
        "Ký hợp đồng liên kết tiêu thụ 350 ha lúa vụ Hè Thu",
        "Hội Nông dân",
        date(2022, 6, 15),
        LATE,
        40,
    ),
    Line("II", "Duy trì, nâng chất 19 tiêu chí nông thôn mới", percent=52, mark="star-filled"),
    Line(
        "2.1",
        "Rà soát, phân công cấp ủy viên phụ trách từng tiêu chí",
        "Lê Thị Hồng",
        date(2022, 3, 31),
        DONE,
        100,
    ),
    Line("2.2", "Nâng cấp 2,4 km đường trục ấp Mỹ Điền", "UBND xã", date(2022, 9, 30), DOING, 35),
    Line("2.3", "Lập hồ sơ trung tâm xã theo hướng đô thị loại V", "", date(2022, 12, 31), NEW, 0),
    Line("III", "Đào tạo nghề, việc làm, giảm nghèo, lao động đi làm việc ở nước ngoài", percent=58),
    Line("3.1", "Mở 3 lớp đào tạo nghề, 90 lao động", "Trung tâm HTCĐ", date(2022, 8, 30), DOING, 67),
    Line(
        "3.2",
        "Đưa 12 lao động đi làm việc có thời hạn ở nước ngoài",
        "Đoàn Thanh niên",
        date(2022, 11, 30),
        DOING,
        50,
    ),
    Line("3.3", "Tặng 40 thẻ bảo hiểm y tế hộ cận nghèo", "Mặt trận Tổ quốc", date(2022, 6, 20), SOON, 80),
    Line("IV", "Đẩy nhanh tiến độ các công trình cơ bản", percent=30, mark="bolt-filled"),
    Line(
        "4.1", "Giải ngân vốn đầu tư công 6 tháng đầu năm", "Kế toán ngân sách", date(2022, 6, 30), DOING, 30
    ),
)


def _columns() -> list[Column]:
    return [
        Column(key="id", header="Mã", width=46, muted=True),
        Column(
            key="title",
            header="Nội dung",
            width=200,
            stretch=True,
            wraps=True,
            editable=True,
            icon=lambda line: line.mark,
        ),
        Column(
            key="lead",
            header="Chủ trì",
            width=122,
            wraps=True,
            editable=True,
            shown=lambda line: line.lead or ("" if line.heading else "Chưa giao"),
            tone=lambda line: None if line.lead or line.heading else Tone.RED,
        ),
        Column(key="due", header="Hạn", kind=Kind.DATE, width=92, editable=True),
        Column(
            key="state", header="Trạng thái", width=176, pill=lambda line: line.pill, shown=lambda _line: ""
        ),
        Column(key="percent", header="%", kind=Kind.INTEGER, width=64, suffix=" %", editable=True),
    ]


def _edit(line: Line, column: str, value: Any) -> Line:
    return replace(line, **{column: value})


def _panel() -> GridPanel:
    columns = _columns()

    def heading(line: Line) -> bool:
        return line.heading

    model = GridModel(
        columns, ListSource(LINES, columns, group=heading), commit=_edit, group=heading, today=lambda: TODAY
    )
    return GridPanel(model, "Nhiệm vụ", export=lambda _columns, _rows: None)


def _detail() -> QWidget:
    names = {"b1": "Hội Nông dân", "i1": "CTr Huyện ủy, mục 2.3"}
    references = References(
        lambda _table, _words: [Choice(key, name) for key, name in names.items()],
        lambda _table, key: names.get(key, key),
    )
    task = Task(
        id="1.2",
        lead_body_id="b1",
        coordinating="UBND xã, Hợp tác xã",
        due_on=date(2022, 6, 15),
        expected_product="Hợp đồng ký với doanh nghiệp",
        measure="350 ha, hiện 140 ha",
        item_id="i1",
        state=TaskState.IN_PROGRESS,
        note="Đã ký 140 ha. Hai doanh nghiệp đề nghị lùi đến sau thu hoạch; xã đã báo cáo huyện.",
    )
    form = RecordForm(
        entity_type(Task),
        references=references,
        fields=(
            "lead_body_id",
            "coordinating",
            "due_on",
            "expected_product",
            "measure",
            "item_id",
            "state",
            "note",
        ),
        today=lambda: TODAY,
    )
    form.show_record(task)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    head = QHBoxLayout()
    head.addWidget(label("Việc 1.2", Type.CAPTION_STRONG), 1)
    head.addWidget(StatusPill(LATE))
    column.addLayout(head)
    column.addWidget(label(LINES[2].title, Type.HEADING, wrap=True))
    column.addWidget(form)
    column.addWidget(
        Banner("Hạn có 2 giá trị từ 2 máy.", Tone.AMBER, action="Xem và chọn", clicked=lambda: None)
    )
    column.addStretch(1)
    foot = QHBoxLayout()
    foot.addWidget(button("Minh chứng 2", "paperclip"))
    foot.addWidget(button("Lịch sử", "history"))
    foot.addStretch(1)
    column.addLayout(foot)
    return holder


def _page() -> tuple[QWidget, GridPanel]:
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(XL, LG, XL, MD)
    column.setSpacing(SM)
    header = PageHeader(
        "Kế hoạch năm 2022", "8 nhiệm vụ trọng tâm · 1 đột phá · 13 chỉ tiêu · bản 2, chốt ngày 15/02/2022"
    )
    header.add(button("Soát kế hoạch", "checks", key="F7"))
    header.add(button("Gửi huyện", "usb", key="F9"))
    header.add(primary_button("Thêm việc", "plus"))
    column.addWidget(header)
    tabs = SegmentedTabs("Phần của kế hoạch")
    for key, words, count in (("a", "Nhiệm vụ", 24), ("b", "Chỉ tiêu", 13), ("c", "Giải pháp", 7)):
        tabs.add(key, words, count)
    tabs.add("d", "Thông tin chung")
    panel = _panel()
    panel.tools.insertWidget(0, tabs)
    column.addWidget(DetailSplit(panel, _detail()), 1)
    return page, panel


def _no_screen(_context: object) -> Any:
    raise LookupError("the gallery opens no screen")


def _entry(key: str, title: str, icon: str, section: str) -> ScreenEntry:
    return ScreenEntry(key=key, title=lambda: title, icon=icon, section=section, factory=_no_screen)


def make_gallery() -> tuple[QWidget, GridPanel]:
    """A window like the program's, on invented rows; the second is its grid."""
    window = QWidget()
    window.setProperty("role", "page")
    entries = [_entry(key, title, icon, "main") for key, title, icon, _count in SCREENS]
    side = SideBar([*entries, _entry("settings", "Cài đặt", "settings", "foot")])
    side.show_current("plan")
    side.show_counts({key: count for key, _title, _icon, count in SCREENS})
    top, bottom = TopBar(), BottomBar()
    top.show_unit("Xã Phú Điền")
    top.show_years((2022,), 2022)
    bottom.show_footer(Footer(Moment("09:14", None), Moment("08:02", None), Waiting(12, 30)))
    page, panel = _page()
    right = QVBoxLayout()
    right.setSpacing(0)
    for widget, stretch in ((top, 0), (page, 1), (bottom, 0)):
        right.addWidget(widget, stretch)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(side)
    row.addLayout(right, 1)
    window.resize(*SIZE)
    return window, panel


def main(folder: Path) -> None:
    """Write the pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install_language(app, "vi")
    for theme in (Theme.LIGHT, Theme.DARK):
        for zoom in (1.0, 1.25):
            install(app, theme, zoom)
            window, panel = make_gallery()
            window.show()
            panel.view.setFocus()
            panel.view.go_to(2, 1)
            app.processEvents()
            window.grab().save(str(folder / f"kit-{theme}-{round(zoom * 100)}.png"))
            window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
