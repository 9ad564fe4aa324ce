"""Column widths: as declared or remembered, never less than the header's words; one takes the rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.ui.grid.base import GridBase
from desktop.ui.grid.memory import GridMemory
from desktop.ui.theme.look import look

_SAVE_AFTER_MS = 400


class ColumnWidths(QObject):
    """Sets widths at first, follows the zoom and the view's width, saves what the user changes."""

    def __init__(self, view: GridBase, memory: GridMemory | None) -> None:
        super().__init__(view)
        self._view, self._header, self._memory = view, view.grid_header, memory
        header = self._header
        self._setting = True
        self._folded = False
        self._zoom = look().zoom
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_AFTER_MS)
        self._save.timeout.connect(self.save)
        for index, column in enumerate(view.grid_model.columns):
            header.setSectionHidden(index, column.hidden)
            header.resizeSection(index, self._least(index))
        wish = memory.restore(header, view.grid_model.columns) if memory is not None else None
        if wish is not None:
            view.grid_model.arrange(wish)
        self._setting = False
        header.sectionResized.connect(self._changed)
        header.sectionMoved.connect(self._changed)
        view.grid_model.arranged.connect(self._changed)

    def rescale(self) -> None:
        """Follow a change of zoom."""
        factor, self._zoom = look().zoom / self._zoom, look().zoom
        self._setting = True
        for index in range(self._header.count()):
            if not self._header.isSectionHidden(index):
                wanted = round(self._header.sectionSize(index) * factor)
                name = self._header.section_width(index, folded=self._folded)
                self._header.resizeSection(index, max(wanted, name))
        self._setting = False
        self.fill()

    def fill(self) -> None:
        """Give what is left of the view's width to the stretching columns, at least their own widths.

        Several share it in proportion to how wide they are now, so that dragging one still says something.
        Where the names of the columns ask for more room than there is, they are folded into two lines.
        """
        columns, header = self._view.grid_model.columns, self._header
        shown = [i for i in range(header.count()) if not header.isSectionHidden(i)]
        sharing = [i for i in shown if columns[i].stretch]
        self._setting = True
        self._fold(shown)
        room = self._view.viewport().width() - sum(header.sectionSize(i) for i in shown if i not in sharing)
        whole = sum(header.sectionSize(i) for i in sharing)
        for index in sharing:
            share = room * header.sectionSize(index) // max(whole, 1)
            header.resizeSection(index, max(self._least(index), share))
        self._shrink(sharing, room)
        self._setting = False

    def _fold(self, shown: list[int]) -> None:
        """Fold or unfold the names; a column whose width the user chose keeps it."""
        columns, header = self._view.grid_model.columns, self._header
        own = [
            index
            for index in shown
            if not columns[index].stretch
            and header.sectionSize(index) in {self._least(index, folded=folded) for folded in (False, True)}
        ]
        needed = sum(
            self._least(index, folded=False)
            if index in own or columns[index].stretch
            else header.sectionSize(index)
            for index in shown
        )
        self._folded = needed > self._view.viewport().width()
        for index in own:
            header.resizeSection(index, self._least(index))

    def _least(self, index: int, *, folded: bool | None = None) -> int:
        """The width a column asks for: its own, or what its name needs (as it is folded now)."""
        name = self._header.section_width(index, folded=self._folded if folded is None else folded)
        return max(look().px(self._view.grid_model.columns[index].width), name)

    def _shrink(self, sharing: list[int], room: int) -> None:
        """Take back what the least widths of some gave away, from those that are wider than theirs."""
        header = self._header
        for index in sharing:
            over = sum(header.sectionSize(i) for i in sharing) - room
            if over > 0:
                header.resizeSection(index, max(self._least(index), header.sectionSize(index) - over))

    def set_shown(self, index: int, *, shown: bool) -> None:
        """Show or hide a column; the last one shown stays."""
        hidden = self._header.hiddenSectionCount()
        if not shown and hidden + 1 >= self._header.count():
            return
        self._header.setSectionHidden(index, not shown)
        if shown:
            self._header.resizeSection(index, self._least(index))
        self._changed()

    @property
    def is_remembered(self) -> bool:
        """Whether what the user changes is there again at the next start."""
        return self._memory is not None

    def save(self) -> None:
        """Write widths, order and sorting to the memory, if there is one."""
        if self._memory is not None:
            model = self._view.grid_model
            self._memory.save(self._header, model.columns, model.arrangement)

    def _changed(self) -> None:
        if not self._setting:
            self.fill()
            self._save.start()
