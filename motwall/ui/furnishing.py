"""What a page has for hands and keys: commands, menus, cards, writing in place, Room.

Nothing of it is seen until somebody reaches for it, so it is imported and made when the wall has
been painted: half of the page's modules and a good part of its widgets are here.
"""

from functools import partial
from typing import TYPE_CHECKING

from motwall.ui.clipboard import Clipboard
from motwall.ui.commands import Commands
from motwall.ui.deleted_action import DeletedAction
from motwall.ui.facilitator.room_side import RoomSide
from motwall.ui.full_cards import FullCards
from motwall.ui.in_place import InPlaceEditing
from motwall.ui.keyboard import Keyboard
from motwall.ui.large_pushes import LargePushes
from motwall.ui.locking import Locking
from motwall.ui.method_cards import PhaseTools
from motwall.ui.note_actions import NoteActions
from motwall.ui.on_wall import OnWall
from motwall.ui.phase_advice import PhaseAdvice
from motwall.ui.rating_ask import RatingAsk
from motwall.ui.rating_card import RatingCard
from motwall.ui.reading import Reading
from motwall.ui.room.mode import RoomMode
from motwall.ui.row_actions import RowActions
from motwall.ui.small import give_menu
from motwall.ui.touch_bridge import TouchBridges
from motwall.ui.type_editor import TypeEditor
from motwall.ui.wall_commands import add_wall_commands, connect_menus, view_menu
from motwall.ui.workshop.beginning import Beginning

if TYPE_CHECKING:
    from motwall.ui.photo.reading import PhotoSource
    from motwall.ui.wall_page import WallPage


def furnish(page: "WallPage") -> None:
    """Give a page that is laid out the rest of its parts, and connect them."""
    _make(page)
    _place_bars(page)
    page.locking = Locking(page)
    _connect(page)
    page.keyboard.begin()
    page.room_mode = RoomMode(page)
    page.room_mode.changed.connect(page.cards.come_forward)
    _add_commands(page)
    # After the commands: it watches the page, which tells of each of the hundred.
    page.touch_bridges = TouchBridges(page, page.view.viewport())
    page.room_side = RoomSide(page)
    Beginning(page)
    page.panel.moment_tab.card_wanted.connect(lambda name: page.commands.action(name).trigger())
    page.panel.moment_tab.is_picked_by_others = lambda: page.view.router.is_acting


def _make(page: "WallPage") -> None:
    document, selection, view = page.document, page.selection, page.view
    page.type_editor = TypeEditor(document)
    page.reading = Reading(view, page)
    page.rating_card = RatingCard(page)
    page.add_floating(page.rating_card)
    page.toast.follow(document)
    page.actions_ = NoteActions(document, selection, page.toast.offer)
    page.rows = RowActions(document, selection, page.actions_.verbs, page.toast.offer)
    page.large_pushes = LargePushes(page)
    page.clipboard = Clipboard(
        document,
        selection,
        page.large_pushes.push,
        page.actions_.delete,
        page.take_text,
        partial(_take_photo, page),
    )
    page.in_place = InPlaceEditing(view)
    page.on_wall = OnWall(view, page.in_place, page.actions_.verbs)
    page.commands = Commands(page, view)
    page.keyboard = Keyboard(page)
    page.rating = RatingAsk(page)
    page.cards = FullCards(page)


def _take_photo(page: "WallPage", photo: "PhotoSource") -> None:
    """A photo was pasted; what brings it in is made when it is first needed."""
    page.keyboard.lists.onto_wall.bring_photo(photo)


def _place_bars(page: "WallPage") -> None:
    """Between the wall and the pens, hidden until they are wanted."""
    below = page.wall_box.indexOf(page.view) + 1
    page.wall_box.insertWidget(below, page.reading.filter_bar)
    page.wall_box.insertWidget(below + 1, page.type_editor)


def _connect(page: "WallPage") -> None:
    view, title = page.view, page.top_bar.title_block
    clicks = view.hands.clicks
    clicks.edit_requested.connect(page.on_wall.edit)
    clicks.step_title_requested.connect(page.on_wall.edit_step)
    clicks.stage_title_requested.connect(page.on_wall.edit_stage)
    clicks.row_title_requested.connect(page.on_wall.edit_row)
    clicks.shortlist_full.connect(page.actions_.say_full)
    view.pressed.connect(page.press_aside)
    view.letters_typed.connect(page.type_letters)
    page.desk_pens.picked.connect(page.hold)
    page.desk_pens.edit_requested.connect(page.type_editor.edit)
    title.title.entered.connect(page.view.setFocus)
    title.about_wanted.connect(page.about.toggle)
    title.about_open_wanted.connect(page.about.open)
    page.keyboard.carrying.changed.connect(page.show_hint)
    PhaseAdvice(page)
    DeletedAction(page)


def _add_commands(page: "WallPage") -> None:
    bar = page.top_bar
    add_wall_commands(page.commands, page)
    page.phase_tools = PhaseTools(page)
    # The way to the panel stays outermost, whatever a phase has.
    page.hint_row.insertWidget(page.hint_row.count() - 1, page.phase_tools)
    # Only now: shown by itself it would be a window of its own.
    page.phase_tools.show_phase(page.phase)
    connect_menus(page.commands, page)
    give_menu(bar.view_button, view_menu(page.commands, page))
    bar.undo_button.clicked.connect(page.undo)
    bar.redo_button.clicked.connect(page.redo)
    if page.document.is_read_only:
        page.commands.set_read_only()
