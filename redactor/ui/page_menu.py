"""The right mouse button on the report: what can be done with the mark there, or with the selected words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu

from redactor.ui.menus import Menus
from redactor.ui.page_view import PageView
from redactor.ui.session import Session

_ON_MARK = (
    ("confirm", "keep", "keep_worded", "reopen", "agree", "challenge"),
    ("merge", "split", "label", "role", "retype", "reason", "comment", "remove"),
)
_ON_WORDS = (("add", "find"), ("area",))


class PageMenu(QObject):
    """Shows, each with its key, those actions of the window that can be done there now."""

    def __init__(self, session: Session, pages: PageView, menus: Menus) -> None:
        super().__init__(pages)
        self._session, self._pages, self._menus = session, pages, menus
        pages.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pages.customContextMenuRequested.connect(self._show)

    def menu_at(self, point: QPoint) -> QMenu:
        """What can be done at a point of the view (logical pixels); the mark there becomes the current one."""
        mark = self._pages.mark_at(QPointF(point))
        if mark:
            self._session.go_to(mark.id)
        menu = QMenu(self._pages)
        for group in _ON_MARK if mark else _ON_WORDS:
            menu.addSeparator()
            menu.addActions([self._menus[name] for name in group if self._menus[name].isEnabled()])
        return menu

    def _show(self, point: QPoint) -> None:
        menu = self.menu_at(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._pages.viewport().mapToGlobal(point))
