"""F6 leads through every pane that is shown, and the keyboard is always seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from motwall.model.records import ContactType
from motwall.ui.wall_page import WallPage
from tests.app.on_page import run
from tests.driving import click, point


def test_every_pane_that_is_shown_is_reached_and_left_again(page: WallPage) -> None:
    page.about.show()
    page.show_panel()
    page.show_pens(is_shown=True)
    page.type_editor.edit(page.document.store.all(ContactType)[0].id)
    page.message_bar.say("Something", [("Try again", lambda: None)])
    run(page, "filter")
    run(page, "find")
    page.toast.say("Deleted", ("Undo", lambda: None))
    run(page, "shortcuts")
    page.view.setFocus()
    expected = [
        page.top_bar,
        page.message_bar,
        page.about,
        page.keyboard.find_bar,
        page.view,
        page.toast,
        page.reading.filter_bar,
        page.type_editor,
        page.pens,
        page.bottom_bar,
        page.panel,
        page.keyboard.shortcuts,
    ]
    for way, order in (("next_pane", expected), ("previous_pane", expected[::-1])):
        page.view.setFocus()
        seen: list[QWidget] = []
        for _ in expected:
            run(page, way)
            seen.append(page.focusWidget())
        here = order.index(page.view)
        turned = [*order[here + 1 :], *order[: here + 1]]
        for focused, pane in zip(seen, turned, strict=True):
            assert focused is pane or pane.isAncestorOf(focused)
            assert focused.isVisible()
        assert seen[-1] is page.view


def test_hidden_panes_are_passed_by(page: WallPage) -> None:
    assert page.panel.isHidden()
    run(page, "next_pane")
    assert page.focusWidget() is page.bottom_bar.quick_add.line
    run(page, "next_pane")
    assert page.top_bar.isAncestorOf(page.focusWidget())


def test_who_comes_by_key_sees_a_frame_round_the_wall(page: WallPage) -> None:
    frame = page.keyboard.frame
    run(page, "next_pane")
    assert frame.isHidden()
    run(page, "previous_pane")
    assert page.focusWidget() is page.view
    assert frame.isVisible()
    assert frame.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    page.resize(page.width() - 40, page.height())
    assert frame.size() == page.view.size()
    click(page.view.viewport(), point(3, 3))
    assert frame.isHidden()


def test_the_field_for_new_notes_shows_that_it_has_the_keyboard(page: WallPage) -> None:
    quick = page.bottom_bar.quick_add
    before = quick.sizeHint()
    run(page, "add_note")
    assert quick.property("focused") is True
    assert quick.sizeHint() == before
    page.view.setFocus()
    assert not quick.property("focused")
