"""Esc on a wall: always one thing, the innermost that is open, held or written in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def let_go(page: "WallPage") -> None:
    """Close, give up or leave what is innermost; what is typed stays.

    From the inside out: a popup, a note being written on, notes carried by key, a card over the
    page, the find bar, a drag, a field beside the wall, the pen, what was opened in the panel. Only
    then nothing is selected any more.
    """
    popup = QApplication.activePopupWidget()
    editor = page.view.editor()
    hands = page.view.hands
    if popup is not None:
        popup.close()
    elif editor is not None:
        editor.finish()
    elif not page.keyboard.let_go() and (hands.is_busy or not _leave_bar(page)):
        if hands.cancel():
            page.pens.show_pen(hands.pen)
        elif not _is_on_wall(page):
            _go_to_wall(page)
        else:
            _clear(page)


def _leave_bar(page: "WallPage") -> bool:
    """Leave the panel, the top bar or the strip; whether the keyboard was there."""
    focus = _focus(page)
    if _is_within(page.panel, focus):
        if not page.panel.fold_details():
            page.panel.narrow()  # or there would be no wall to go to
            _go_to_wall(page)
        return True
    if _is_within(page.reading.filter_bar, focus):
        page.reading.close_filter()
        return True
    is_about = _is_within(page.about, focus)
    if is_about or _is_within(page.top_bar, focus):
        _go_to_wall(page)
        page.about.setHidden(is_about or page.about.isHidden())
        return True
    return False


def _clear(page: "WallPage") -> None:
    if page.panel.fold_details() or any(take_away() for take_away in page.escapes):
        return
    if page.selection.ids:
        page.selection.clear()
    else:
        page.about.hide()


def _is_on_wall(page: "WallPage") -> bool:
    return _focus(page) in {None, page.view}


def _focus(page: "WallPage") -> QWidget | None:
    return page.focusWidget()  # the stubs do not say that there may be none


def _is_within(group: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is group or group.isAncestorOf(focus))


def _go_to_wall(page: "WallPage") -> None:
    page.view.setFocus(Qt.FocusReason.OtherFocusReason)
