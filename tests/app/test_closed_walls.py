"""A wall that was closed is gone: its widgets, its document, thousands of notes.

Qt's connections are unseen by Python's collector, so a widget without a parent that tells its owner
something keeps it, and with it the whole wall, for as long as the program runs.
"""

import gc
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from motwall.app.facilitating import facilitating_of
from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.model.records import ContactType, Moment
from motwall.ui.method_cards import card_kinds
from tests.app.made_walls import of_list, open_copy


def settled() -> Counter[str]:
    """What is left when all that is marked for deletion is gone: widgets and documents."""
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    found = Counter(type(one).__name__ for one in QApplication.allWidgets())
    found["Document"] = sum(isinstance(one, Document) for one in gc.get_objects())
    return found


def visit(shell: Shell, path: Path) -> None:
    """Open a wall, look at everything there is, and close it."""
    shell.open(path)
    page = shell.window.page
    assert page is not None
    store = page.document.store
    page.selection.set([store.all(Moment)[0].id])
    page.show_pens(is_shown=True)
    page.type_editor.edit(store.all(ContactType)[0].id)
    for name in ("find", "shortcuts", "about"):
        page.commands.action(name).trigger()
        QApplication.processEvents()
    page.room_mode.memory.set_inches(page.room_mode.screen().key, 65)
    page.room_mode.enter()
    page.show_pens(is_shown=True)
    page.on_wall.bars.open_at(page.selection.ids[0])
    page.room_mode.leave()
    side = facilitating_of(shell.window)
    assert side is not None
    side.open_window()
    side.close()
    for kind in card_kinds():
        page.cards.open(kind)
        QApplication.processEvents()
    shell.show_start()


def test_a_wall_that_was_closed_leaves_nothing_behind(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings", "Comes in", "Pays"))
    path = page.document._writer.path
    shell.show_start()
    visit(shell, path)
    before = settled()
    visit(shell, path)
    assert settled() - before == Counter()
