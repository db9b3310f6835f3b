"""What helps to read a large wall: filter, rating curve, overview, one strip or lines, tidying.

What is switched on here belongs to the visit and not to the wall: nothing of it is kept in the
file.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.model.edits.tidying import tidy
from motwall.model.filtering import Filter
from motwall.scene.wall_view import WallView
from motwall.ui.commands import Command, Commands
from motwall.ui.filter_bar import FilterBar
from motwall.ui.overview import Overview

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class Reading(QObject):
    """The filter bar and the overview of a page, and what else is switched on to read it."""

    def __init__(self, view: WallView, page: QWidget) -> None:
        """Help with a view; the page puts the filter bar where it belongs."""
        super().__init__(page)
        self._view = view
        self.filter_bar = FilterBar(view.wall_scene.document)
        self.overview = Overview(view, page)
        self.filter_bar.changed.connect(self._on_filter)
        self.filter_bar.closed.connect(self._go_to_wall)

    def toggle_filter(self) -> None:
        """Open the filter, or close it and show all notes."""
        if self.filter_bar.isHidden():
            self.filter_bar.open()
        else:
            self.close_filter()

    def close_filter(self) -> None:
        """Show all notes, and the wall again where the bar was."""
        self.filter_bar.close_and_show_all()
        self._go_to_wall()

    def toggle_curve(self) -> None:
        """Draw the rating curve below the timeline, or no longer."""
        scene = self._view.wall_scene
        scene.set_options(scene.options._replace(shows_curve=not scene.options.shows_curve))

    def toggle_overview(self) -> None:
        """Show the overview when it helps, or never."""
        self.overview.set_wanted(is_wanted=not self.overview.is_wanted)

    def toggle_strip(self) -> None:
        """Lay the timeline out as one long strip, or in lines again."""
        self._view.wraps = not self._view.wraps
        self._view.fit()

    def states(self) -> dict[str, bool]:
        """What is switched on, by the name of the command that switches it."""
        return {
            "filter": not self.filter_bar.isHidden(),
            "curve": self._view.wall_scene.options.shows_curve,
            "overview": self.overview.is_wanted,
            "one_strip": not self._view.wraps,
        }

    def _on_filter(self, wanted: Filter) -> None:
        self._view.wall_scene.set_filter(wanted)
        self.overview.mark_stale()

    def _go_to_wall(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)


def reading_commands(page: "WallPage") -> list[Command]:
    """The commands for reading a large wall."""
    reading = page.reading
    return [
        Command(
            "filter",
            translate("Commands", "Filter"),
            ["Ctrl+Shift+F"],
            reading.toggle_filter,
            False,
        ),
        Command(
            "curve",
            translate("Commands", "Rating curve"),
            ["Ctrl+Shift+E"],
            reading.toggle_curve,
            False,
        ),
        Command(
            "overview",
            translate("Commands", "Overview in the corner"),
            ["Ctrl+Shift+O"],
            reading.toggle_overview,
            False,
        ),
        Command(
            "one_strip",
            translate("Commands", "One long strip"),
            ["Ctrl+Shift+B"],
            reading.toggle_strip,
            False,
        ),
        Command("tidy", translate("Commands", "Tidy"), ["Ctrl+Shift+Y"], lambda: tidy_wall(page)),
    ]


def tidy_wall(page: "WallPage") -> None:
    """Put the wall in order; a toast offers it back as it was."""
    patch = tidy(page.document.store)
    ids = page.selection.ids
    if not patch:
        page.toast.say(translate("Wall", "The wall is tidy already."), None)
    elif page.document.push(patch, selected=Selected(ids, ids)):
        undo = (translate("Wall", "Undo"), page.actions_.undo)
        page.toast.offer(translate("Wall", "The wall is tidy now."), undo)


def add_to_menu(menu: QMenu, commands: Commands, reading: Reading) -> None:
    """Add the commands to a menu; what is switched on gets a mark whenever it opens."""
    menu.addSeparator()
    for name in reading.states():
        action = commands.action(name)
        action.setCheckable(True)
        menu.addAction(action)
    menu.addSeparator()
    menu.addAction(commands.action("tidy"))

    def show_states() -> None:
        for name, is_on in reading.states().items():
            commands.action(name).setChecked(is_on)

    menu.aboutToShow.connect(show_states)
