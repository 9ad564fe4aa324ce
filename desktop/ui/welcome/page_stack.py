"""Pages of which one is seen, as high as that one: a tall page must not stretch the others."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageStack(QWidget):
    """The first page added is the first seen. A QStackedWidget would be as high as its tallest page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add_page(self, page: QWidget) -> None:
        """Add a page behind the others."""
        if self._pages:
            page.hide()
        self._pages.append(page)
        self._column.addWidget(page)

    def current_page(self) -> QWidget:
        """The page that is seen."""
        return next(page for page in self._pages if not page.isHidden())

    def show_page(self, page: QWidget) -> None:
        """Show this one in the place of the others."""
        for one in self._pages:
            if one is not page:
                one.hide()
        page.show()

    def show_first(self) -> None:
        """Back to the first page."""
        self.show_page(self._pages[0])
