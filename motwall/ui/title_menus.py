"""The menus at the titles of steps and stages, for the mouse on Desk; Room has bars there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from motwall.i18n import translate
from motwall.scene.hits import StageHit, StepHit

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def open_title_menu(page: "WallPage", hit: StepHit | StageHit, global_pos: QPoint) -> None:
    """Open the menu of a step or a stage at its title."""
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(hit, StepHit):
        _add_step_verbs(menu, page, hit.step_id)
    else:
        _add_stage_verbs(menu, page, hit.stage_id)
    pick = menu.addAction(translate("Commands", "Select its notes"))
    pick.triggered.connect(lambda: page.view.hands.clicks.pick(hit))
    menu.popup(global_pos)


def _add_step_verbs(menu: QMenu, page: "WallPage", step_id: str) -> None:
    verbs = page.keyboard.timeline.verbs
    is_open = not page.document.wall_lock.is_fixed
    name = menu.addAction(translate("Commands", "Name of the step"))
    name.triggered.connect(lambda: page.in_place.edit_step(step_id))
    earlier = menu.addAction(translate("Commands", "Earlier"))
    earlier.triggered.connect(lambda: verbs.move_step(step_id, -1))
    later = menu.addAction(translate("Commands", "Later"))
    later.triggered.connect(lambda: verbs.move_step(step_id, 1))
    gone = menu.addAction(translate("Commands", "Take the step away, its notes go to unsorted"))
    gone.triggered.connect(lambda: verbs.remove_step(step_id))
    for one in (name, earlier, later, gone):
        one.setEnabled(is_open)
    earlier.setEnabled(is_open and bool(verbs.step_moved(step_id, -1)))
    later.setEnabled(is_open and bool(verbs.step_moved(step_id, 1)))


def _add_stage_verbs(menu: QMenu, page: "WallPage", stage_id: str) -> None:
    verbs = page.keyboard.timeline.verbs
    is_open = not page.document.wall_lock.is_fixed
    name = menu.addAction(translate("Commands", "Name of the stage"))
    name.triggered.connect(lambda: page.in_place.edit_stage(stage_id))
    gone = menu.addAction(translate("Commands", "Take the name away, its steps stay"))
    gone.triggered.connect(lambda: verbs.dissolve_stage(stage_id))
    for one in (name, gone):
        one.setEnabled(is_open)
