"""The help panel: one page of Markdown for the screen in front, otherwise the index."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop.ui.frame.window_keys import key_help
from desktop.ui.i18n import current_language
from desktop.ui.theme.look import look
from desktop.ui.theme.resources import resource_path
from desktop.ui.theme.tokens import LG, MD, SM, XS, Type
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.labels import label

WIDTH = 360
MOST_OF_WINDOW = 0.5
INDEX = "index"


def help_page(key: str, language: str) -> Path | None:
    """The page for a screen in a language; the index when it has none; None when there is no index either."""
    for name in (f"{key}.{language}.md", f"{INDEX}.{language}.md", f"{INDEX}.en.md"):
        path = resource_path("help", name)
        if path.is_file():
            return path
    return None


def key_table(keys: Sequence[tuple[str, str]]) -> str:
    """Keys and what they do, as a list in Markdown."""
    title = QCoreApplication.translate("Frame", "Keys")
    return "\n".join([f"### {title}", "", *(f"- **{key}** – {words}" for key, words in keys)])


def give_air(document: QTextDocument) -> None:
    """Distances between paragraphs; Qt's Markdown has none."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        form.setTopMargin(look().px(MD if form.headingLevel() else 0))
        form.setBottomMargin(look().px(XS if block.textList() is not None else SM))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        block = block.next()


class HelpPanel(QFrame):
    """Shows a page; links to ``name`` go to another page in the same folder. Esc closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drawer")
        self._key = INDEX
        self._keys: Sequence[tuple[str, str]] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, MD, MD, MD)
        head = QHBoxLayout()
        head.addWidget(label(QCoreApplication.translate("Frame", "Help"), Type.HEADING), 1)
        contents = QCoreApplication.translate("Frame", "All help pages")
        head.addWidget(icon_button("list", contents, lambda: self.show_page(INDEX)))
        head.addWidget(icon_button("x", QCoreApplication.translate("Frame", "Close help"), self.close_help))
        column.addLayout(head)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(QCoreApplication.translate("Frame", "Help"))
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        column.addWidget(self.browser, 1)
        look().changed.connect(self._again)

    def show_page(self, key: str, keys: Sequence[tuple[str, str]] = ()) -> None:
        """Show the page of a screen, and below it its own keys and those of the window."""
        self._key, self._keys = key, keys
        path = help_page(key, current_language())
        nothing = QCoreApplication.translate("Frame", "The help pages are missing from this installation.")
        text = path.read_text(encoding="utf-8") if path is not None else nothing
        self.browser.document().setDefaultFont(look().font(Type.BODY))
        self.browser.document().setIndentWidth(look().px(LG))
        self.browser.setMarkdown(f"{text}\n\n{key_table([*keys, *key_help()])}")
        give_air(self.browser.document())
        self.setFixedWidth(min(look().px(WIDTH), round(self.window().width() * MOST_OF_WINDOW)))

    def close_help(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_help()
        else:
            super().keyPressEvent(event)

    def _follow(self, link: QUrl) -> None:
        self.show_page(Path(link.path()).name.split(".", maxsplit=1)[0])

    def _again(self) -> None:
        self.show_page(self._key, self._keys)
