"""The empty receiving page: drop files here, choose them, or take a stick that holds bundles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bundles.send_health import signs_warning
from desktop.ui.bundles.sticks import Stick
from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, RADIUS_CARD, SM, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tips import set_tip

Look = Callable[[Sequence[Path]], object]


class DropPage(QWidget):
    """``look_at`` is called with the files or folders that were chosen, ``place_chosen`` says where they lie.

    ``start`` is the folder in which choosing begins.
    """

    place_chosen = Signal(Path)

    def __init__(self, look_at: Look, start: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look_at = look_at
        self._start = start
        self._sticks: Sequence[Stick] = ()
        self._place: Path | None = None
        self._is_over = False
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addStretch(2)
        picture = label()
        keep_icon(picture, "package-import", "text2", 40)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role in (
            (QCoreApplication.translate("Bundles", "Drop bundles or a folder here"), Type.HEADING),
            (
                QCoreApplication.translate(
                    "Bundles", "You see what they would change before anything is taken."
                ),
                Type.CAPTION,
            ),
        ):
            line = label(text, role, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        self._row = QHBoxLayout()
        self._row.setSpacing(SM)
        column.addLayout(self._row)
        self.warning = Banner("", Tone.AMBER)
        self.warning.hide()
        column.addWidget(self.warning)
        column.addStretch(3)
        self.buttons: list[QWidget] = []
        self.show_sticks(())

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer each stick with bundles as one button, the first as the strong one."""
        self._sticks = sticks
        self._offer()

    def show_place(self, place: Path) -> None:
        """Offer the place that was chosen elsewhere before all others."""
        self._place = self._start = place
        self._offer()

    def _offer(self) -> None:
        sticks = sorted(self._sticks, key=lambda stick: stick.root != self._place)  # the chosen one first
        self.warning.show_text(signs_warning(sticks))
        had_focus = any(old.hasFocus() for old in self.buttons)
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self.buttons = []
        for stick in sticks:
            if stick.bundles:
                words = QCoreApplication.translate("Bundles", "Stick {name}: %n bundle(s)", "", stick.bundles)
                words = words.replace("{name}", stick.name)
                make = button if self.buttons else primary_button
                self.buttons.append(make(words, "usb", partial(self._take_place, stick.root)))
        if self._place is not None and self._place not in [stick.root for stick in sticks]:
            words = QCoreApplication.translate("Bundles", "Folder {name}")
            words = words.replace("{name}", self._place.name or str(self._place))
            make = button if self.buttons else primary_button
            self.buttons.append(make(words, "folder", partial(self._look_at, [self._place])))
            set_tip(self.buttons[-1], str(self._place))
        files = QCoreApplication.translate("Bundles", "Choose files…")
        make = button if self.buttons else primary_button
        self.buttons.append(make(files, "file-import", self.ask_files))
        folder = QCoreApplication.translate("Bundles", "Choose a folder…")
        self.buttons.append(button(folder, "folder-open", self.ask_folder))
        self._row.addStretch(1)
        for made in self.buttons:
            self._row.addWidget(made)
            made.show()  # now, or it could not take the focus yet
        self._row.addStretch(1)
        if had_focus:
            self.focus()

    def _take_place(self, place: Path) -> None:
        self.show_place(place)
        self.place_chosen.emit(place)
        self._look_at([place])

    def ask_files(self) -> None:
        """Let the user choose bundles."""
        title = QCoreApplication.translate("Bundles", "Bundles to receive")
        kinds = QCoreApplication.translate("Bundles", "Bundles (*.goi);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileNames(self, title, str(self._start or ""), kinds)
        if chosen:
            self.place_chosen.emit(Path(chosen[0]).parent)
            self._look_at([Path(one) for one in chosen])

    def ask_folder(self) -> None:
        """Let the user choose a folder with bundles."""
        title = QCoreApplication.translate("Bundles", "Folder with bundles")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._start or ""))
        if chosen:
            self._take_place(Path(chosen))

    def set_over(self, *, over: bool) -> None:
        """Mark the place while something is dragged over it."""
        self._is_over = over
        self.update()

    def focus(self) -> None:
        """Take the focus to the first button."""
        self.buttons[0].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look().colour("primary" if self._is_over else "text2"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look().colour("primary_soft" if self._is_over else "surface"))
        radius = look().px(RADIUS_CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
