"""Commands that do with keys what a drag does, find things, and lead to where one writes."""

from functools import partial
from typing import TYPE_CHECKING

from motwall.i18n import translate
from motwall.ui.commands import Command

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def writing_commands(page: "WallPage") -> list[Command]:
    """To where one writes: new notes, titles, ideas, actions."""
    keyboard = page.keyboard
    return [
        Command(
            "note_after",
            translate("Commands", "New note after this one"),
            ["Ctrl+Return", "Ctrl+Enter"],
            keyboard.write_after,
            is_wall_key=True,
        ),
        Command(
            "next_note",
            translate("Commands", "Where the next notes go, and their colour"),
            ["Ctrl+Shift+J"],
            keyboard.ask_next_note,
        ),
        Command(
            "name_step",
            translate("Commands", "Name the step"),
            ["Shift+F2"],
            keyboard.name_step,
        ),
        Command(
            "name_stage",
            translate("Commands", "Name the stage"),
            ["Ctrl+F2"],
            keyboard.name_stage,
        ),
        Command(
            "idea",
            translate("Commands", "Write an idea"),
            ["Alt+I"],
            keyboard.write_idea,
            is_live_when_locked=True,
        ),
        Command(
            "action",
            translate("Commands", "Plan an action"),
            ["Alt+A"],
            keyboard.write_action,
            is_live_when_locked=True,
        ),
    ]


def moving_commands(page: "WallPage") -> list[Command]:
    """Every drag of the wall without a pointer."""
    keyboard, timeline = page.keyboard, page.keyboard.timeline
    rows = (
        ("earlier", translate("Commands", "Move earlier"), "Alt+Left",
         page.actions_.move_along, -1),
        ("later", translate("Commands", "Move later"), "Alt+Right", page.actions_.move_along, 1),
        ("higher", translate("Commands", "Higher in the stack"), "Alt+Up",
         timeline.move_in_stack, -1),
        ("lower", translate("Commands", "Lower in the stack"), "Alt+Down",
         timeline.move_in_stack, 1),
        ("step_earlier", translate("Commands", "Move the step earlier"), "Ctrl+Shift+Left",
         timeline.move_step, -1),
        ("step_later", translate("Commands", "Move the step later"), "Ctrl+Shift+Right",
         timeline.move_step, 1),
        ("stage_earlier", translate("Commands", "Move the stage earlier"), "Alt+Shift+Left",
         timeline.move_stage, -1),
        ("stage_later", translate("Commands", "Move the stage later"), "Alt+Shift+Right",
         timeline.move_stage, 1),
        ("stage_longer", translate("Commands", "Stage: one step longer"), "Alt+Shift+Up",
         timeline.resize_stage, 1),
        ("stage_shorter", translate("Commands", "Stage: one step shorter"), "Alt+Shift+Down",
         timeline.resize_stage, -1),
    )  # fmt: skip
    priorities = (
        ("priority_earlier", translate("Commands", "Priority: one place up"), "Alt+PgUp", -1),
        ("priority_later", translate("Commands", "Priority: one place down"), "Alt+PgDown", 1),
    )
    return [
        Command("carry", translate("Commands", "Carry with the keys"), ["Alt+G"],
                keyboard.carrying.begin),
        Command("to_unsorted", translate("Commands", "To unsorted"), ["Ctrl+Shift+U"],
                keyboard.to_unsorted),
        *(
            Command(name, text, [keys], partial(act, way))
            for name, text, keys, act, way in rows
        ),
        *(
            Command(name, text, [keys], partial(timeline.move_priority, way),
                    is_live_when_locked=True)
            for name, text, keys, way in priorities
        ),
    ]  # fmt: skip


def finding_commands(page: "WallPage") -> list[Command]:
    """Find, go to step, the sheet of shortcuts; none of them changes the wall."""
    keyboard = page.keyboard
    return [
        Command("find", translate("Commands", "Find"), ["Ctrl+F"], keyboard.find_words, False),
        Command(
            "find_next",
            translate("Commands", "Next hit"),
            ["F3"],
            lambda: keyboard.find_on(1),
            False,
        ),
        Command(
            "find_previous",
            translate("Commands", "Previous hit"),
            ["Shift+F3"],
            lambda: keyboard.find_on(-1),
            False,
        ),
        Command(
            "go_to_step",
            translate("Commands", "Go to step"),
            ["Ctrl+G"],
            keyboard.find_step,
            False,
        ),
        Command(
            "toggle_selected",
            translate("Commands", "Select the note looked at, or no longer"),
            ["Ctrl+Space", "Ctrl+Shift+Space"],
            keyboard.wall_keys.toggle,
            is_editing=False,
            is_wall_key=True,
        ),
        Command(
            "shortcuts",
            translate("Commands", "Commands and keys"),
            ["Ctrl+/", "F1"],
            keyboard.toggle_shortcuts,
            is_editing=False,
            is_live_on_cards=True,
        ),
    ]
