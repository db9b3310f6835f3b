"""Makes the pictures of the README from the shop example, without a screen.

Usage: .venv/bin/python packaging/screenshots.py [FOLDER]    (default: docs/images)
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from motwall.app.application import make_application, make_shell
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.export.options import Pages, PdfOptions
from motwall.export.pdf import write_pdf
from motwall.model.phases import Phase
from motwall.model.priorities import priorities
from motwall.model.screen import Screen
from motwall.model.workshop import ONE_HOUR, load
from motwall.model.workshop_plans import steps_of
from motwall.paint.tokens import DARK, LIGHT, Tokens
from motwall.ui.theme import apply_theme

SIZE = (1366, 768)
PANEL = (1600, 900)
PANEL_INCHES = 55.0
PDF_DOTS_PER_INCH = 110


class Camera:
    """A window of the program, and pictures of it."""

    def __init__(self, app: QApplication, tokens: Tokens, folder: Path) -> None:
        """Open the program in one theme."""
        self._app = app
        self._folder = folder
        apply_theme(app, tokens)
        home = Path(tempfile.mkdtemp())
        places = Places(home / "Documents", home / "kept")
        places.documents.mkdir()
        places.data.mkdir()
        self.shell: Shell = make_shell(tokens, places)
        self.shell.window.resize(*SIZE)
        self.shell.window.show()
        self.settle()

    def settle(self) -> None:
        """Let the program come to rest."""
        is_over = [False]
        QTimer.singleShot(900, lambda: is_over.__setitem__(0, True))
        while not is_over[0]:
            self._app.processEvents()

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of the window, or of a part of it."""
        self.settle()
        picture = (widget or self.shell.window).grab()
        picture.save(str(self._folder / f"{name}.png"))
        print(name)

    def close(self) -> None:
        """Close the window."""
        self.shell.close_wall()
        self.shell.window.close()
        self.settle()


def tour(app: QApplication, folder: Path) -> None:
    """The five-minute tour of the README."""
    camera = Camera(app, LIGHT, folder)
    shell = camera.shell
    shell.show_start()
    camera.take("start")
    shell.walls.start_wall("Sees our sign from the bus")
    page = shell.window.page
    assert page is not None
    for text in ("Looks up the opening hours", "Steps in, smells bread"):
        page.bottom_bar.quick_add.line.setText(text)
        page.bottom_bar.quick_add.line.returnPressed.emit()
    camera.take("first-notes")
    shell.walls.start_from_template("shop")
    page = shell.window.page
    assert page is not None
    page.set_phase(Phase.COLOUR)
    camera.take("colours")
    page.set_phase(Phase.PRIORITIES)
    camera.take("priorities")
    first = priorities(page.document.store)[0].id
    page.selection.set([first])
    page.set_phase(Phase.ASSESS)
    camera.take("wall")
    page.set_phase(Phase.IDEAS_AND_ACTIONS)
    camera.take("actions")
    write_handout(shell, folder)
    camera.close()
    workshop(app, folder)
    dark = Camera(app, DARK, folder)
    dark.shell.walls.start_from_template("shop")
    assert dark.shell.window.page is not None
    dark.shell.window.page.set_phase(Phase.ASSESS)
    dark.take("wall-dark")
    dark.close()


def workshop(app: QApplication, folder: Path) -> None:
    """The priorities of a workshop of an hour, on a panel of 55 inches."""
    camera = Camera(app, LIGHT, folder)
    camera.shell.window.resize(*PANEL)
    camera.shell.walls.start_from_template("shop")
    page = camera.shell.window.page
    assert page is not None
    run = page.document.workshop
    run.begin(steps_of(load().plan(ONE_HOUR)))
    run.go_to(next(one.id for one in run.items if one.part == "priorities"))
    page.room_mode.screen = lambda: Screen("panel", *PANEL, 1.0)
    page.room_mode.memory.set_inches("panel", PANEL_INCHES)
    page.room_mode.enter()
    page.toast.hide()
    camera.take("workshop")
    camera.close()


def write_handout(shell: Shell, folder: Path) -> None:
    """The pages of the PDF as pictures."""
    page = shell.window.page
    assert page is not None
    store = page.document.store
    with tempfile.TemporaryDirectory() as temporary:
        for kind, name in ((Pages.FORM, "handout-form"), (Pages.WALL, "handout-wall")):
            path = Path(temporary) / f"{name}.pdf"
            write_pdf(store, path, PdfOptions(made_on=page.document.clock.today(), pages=(kind,)))
            document = pypdfium2.PdfDocument(path)
            image = document[0].render(scale=PDF_DOTS_PER_INCH / 72).to_pil()
            image.save(folder / f"{name}.png")
            print(name)
            document.close()


def main() -> None:
    """Make all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/images")
    folder.mkdir(parents=True, exist_ok=True)
    QStandardPaths.setTestModeEnabled(True)
    app = make_application()
    tour(app, folder)


if __name__ == "__main__":
    main()
