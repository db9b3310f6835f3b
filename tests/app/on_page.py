"""What tests of a wall's page ask again and again: what stands where, what is selected."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from motwall.model.order import stack, steps_in_order, unsorted_moments
from motwall.model.records import Moment
from motwall.ui.wall_page import WallPage


def timeline(page: WallPage) -> list[list[str]]:
    """The texts of each step's stack."""
    store = page.document.store
    return [[one.text for one in stack(store, each.id)] for each in steps_in_order(store)]


def moment(page: WallPage, text: str) -> Moment:
    """The moment of that text."""
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def select(page: WallPage, *texts: str) -> list[str]:
    """Select the notes of these texts; returns their ids."""
    ids = [moment(page, text).id for text in texts]
    page.selection.set(ids)
    return ids


def selected(page: WallPage) -> list[str]:
    """The texts of the selected notes."""
    return [page.document.store.get(Moment, one).text for one in page.selection.ids]


def run(page: WallPage, name: str) -> None:
    """Run a command."""
    page.commands.action(name).trigger()


def loose(page: WallPage) -> list[str]:
    """The texts of the unsorted notes, as one reads them."""
    return [one.text for one in unsorted_moments(page.document.store)]


def undo_steps(page: WallPage) -> int:
    """How many steps can be taken back."""
    return len(page.document.history._done)


def on_view(page: WallPage, x: float, y: float) -> QPointF:
    """The point of the viewport over a point of the wall, mm."""
    return page.view.mapFromScene(QPointF(x, y)).toPointF()


def open_all_parts(page: WallPage) -> None:
    """Show the form with every part of it open that can be, and words where an action is added."""
    page.show_panel()
    QApplication.processEvents()
    form = page.panel.moment_tab.page
    for section in form.sections.values():
        section.set_open(is_open=True)
    QApplication.processEvents()
    for row in form.ideas.list.rows.values():
        row.buttons.show()
    for card in form.planned.list.rows.values():
        card.details.show()
    form.planned.add.line.setPlainText("Another sign")
