"""Everything on a page that a finger or the mouse can press or write in, and where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from motwall.ui.wall_page import WallPage

_TEXTS = (QLineEdit, QPlainTextEdit)


@dataclass(frozen=True)
class Control:
    """One of them.

    Attributes:
        name: To find it by when a test fails.
        rect: All of it, in the window.
        seen: The part of it that is not scrolled out of sight.
        is_text: One writes in it.
        widget: None for what is drawn on the wall.
    """

    name: str
    rect: QRectF
    seen: QRectF
    is_text: bool = False
    widget: QWidget | None = None

    @property
    def is_whole(self) -> bool:
        return self.rect == self.seen


def controls(page: WallPage) -> list[Control]:
    """All that can be seen, of widgets and of what is drawn on the wall."""
    window = page.window()
    widgets: list[QWidget] = []
    for kind in (QAbstractButton, *_TEXTS):
        widgets += window.findChildren(kind)
    found = [_control(one) for one in widgets if one.isVisible()]
    found += [tab for bar in page.findChildren(QTabBar) for tab in _tabs(bar)]
    return [one for one in found if not one.seen.isEmpty()] + list(tap_items(page))


def tap_items(page: WallPage) -> Iterator[Control]:
    """The buttons on action bars and key pads."""
    view = page.view
    for panel in page.on_wall.layer.panels:
        for button in panel.buttons:
            shown = button.deviceTransform(view.viewportTransform()).mapRect(QRectF(button.rect))
            port = QRectF(view.viewport().rect())
            corner = view.viewport().mapTo(page.window(), view.viewport().rect().topLeft())
            if panel.isVisible():
                rect = shown.translated(corner)
                seen = shown.intersected(port).translated(corner)
                yield Control(f"tap {button.look.words or button.look.letters}", rect, seen)


def close_pairs(found: list[Control], gap: float) -> list[tuple[str, str, float]]:
    """The pairs of controls that are nearer to each other than so many px."""
    near = []
    for one, other in combinations(found, 2):
        apart = _apart(one.seen, other.seen)
        if apart < gap and not _is_inside(one, other):
            near.append((one.name, other.name, apart))
    return near


def _apart(one: QRectF, other: QRectF) -> float:
    wide = max(one.left() - other.right(), other.left() - one.right())
    tall = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(wide, tall)


def _is_inside(one: Control, other: Control) -> bool:
    if one.widget is None or other.widget is None:
        return False
    return one.widget.isAncestorOf(other.widget) or other.widget.isAncestorOf(one.widget)


def _control(widget: QWidget) -> Control:
    window = widget.window()
    rect = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    words = getattr(widget, "text", lambda: "")()
    name = f"{type(widget).__name__} {words or widget.accessibleName()}".strip()
    seen = _seen(widget).translated(widget.mapTo(window, widget.rect().topLeft()))
    is_text = isinstance(widget, _TEXTS)
    return Control(name, QRectF(rect), QRectF(seen), is_text, widget)


def _tabs(bar: QTabBar) -> list[Control]:
    corner = bar.mapTo(bar.window(), bar.rect().topLeft())
    if not bar.isVisible():
        return []
    found = []
    for place in range(bar.count()):
        rect = QRectF(bar.tabRect(place).translated(corner))
        found.append(Control(f"tab {bar.tabText(place)}", rect, rect, widget=bar))
    return found


def _seen(widget: QWidget) -> QRect:
    """The part of a widget that no area around it has scrolled out of sight."""
    if not widget.isVisible():
        return QRect()
    seen = widget.rect()
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            port = parent.rect()
            seen = seen.intersected(port.translated(-widget.mapTo(parent, widget.rect().topLeft())))
        parent = above
    return seen
