"""The walls that tests begin with are those the start screen makes."""

from dataclasses import fields
from pathlib import Path

from motwall.app.shell import Shell
from motwall.model.edits.moments import add_moments
from motwall.model.records import Moment
from motwall.model.targets import UnsortedTarget
from motwall.ui.top_bar import undo_words
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, of_template, open_copy
from tests.app.on_page import loose, timeline


def shown(page: WallPage) -> list[str]:
    """All records; which id they have is chance, so a reference says only to what type it leads."""
    everything = list(page.document.store.everything())
    kinds: dict[object, str] = {one.id: type(one).__name__ for one in everything}
    return sorted(
        str([kinds[one.id], *(_known(getattr(one, each.name), kinds) for each in fields(one))])
        for one in everything
    )


def _known(value: object, kinds: dict[object, str]) -> object:
    return kinds.get(value, value) if isinstance(value, str) else value


def path_of(shell: Shell) -> Path:
    assert shell.walls.wall is not None
    return shell.walls.wall.path


def test_they_are_what_the_start_screen_makes(shell: Shell) -> None:
    start = shell.window.start
    for make, copy in (
        (lambda: start.list_entered.emit(["Rings", "Comes in"]), of_list("Rings", "Comes in")),
        (lambda: start.template_wanted.emit("shop"), of_template("shop")),
    ):
        make()
        made, path = shell.window.page, path_of(shell)
        assert made is not None
        wanted, undone = shown(made), undo_words(made.document)
        shell.close_wall()
        path.unlink()
        page = open_copy(shell, copy)
        assert path_of(shell) == path
        assert shown(page) == wanted
        assert undo_words(page.document) == undone


def test_they_have_notes_beside_the_timeline_where_wanted(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings", loose=("Waits", "Thanks")))
    assert timeline(page) == [["Rings"]]
    assert loose(page) == ["Waits", "Thanks"]


def test_a_copy_that_is_changed_changes_no_other(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings"))
    clock = page.document.clock
    page.document.push(
        add_moments(page.document.store, ["Waits"], UnsortedTarget(0.0, 0.0), clock.new_id)
    )
    shell.close_wall()
    again = open_copy(shell, of_list("Rings"))
    assert [one.text for one in again.document.store.all(Moment)] == ["Rings"]
