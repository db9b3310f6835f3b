"""Alone at the laptop: one question a screen, from the start screen to the team's test of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from motwall.app.shell import Shell
from motwall.model.alone import LISTING, Ask
from motwall.model.edits.moments import delete_moments
from motwall.model.order import timeline_moments
from motwall.model.records import Assessment, Moment, MomentKind, PlannedAction, Rating, Viewpoint
from motwall.storage.wall_file import WallFile
from motwall.ui.alone.card import AloneCard
from motwall.ui.assess.card import AssessCard
from motwall.ui.assess.faces import FacePart
from motwall.ui.assess.gap import GapPart
from motwall.ui.assess.texts import TextPart
from motwall.ui.assess.views import UltimateView
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.on_page import moment, run

CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(shell: Shell) -> WallPage:
    assert shell.window.page is not None
    return shell.window.page


def the_card(page: WallPage) -> AloneCard:
    card = page.cards.current
    assert isinstance(card, AloneCard)
    return card


def begin(shell: Shell, first: str = "") -> AloneCard:
    """From the start screen."""
    shell.show_start()
    start = shell.window.start
    QApplication.processEvents()
    QTest.keyClicks(start.field.line, first)
    QTest.mouseClick(start._board.alone_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return the_card(page_of(shell))


def test_with_a_group_the_plan_of_a_workshop_opens(shell: Shell) -> None:
    for first, notes in (("Sees the sign", ["Sees the sign"]), ("  ", [])):
        shell.show_start()
        start = shell.window.start
        QApplication.processEvents()
        QTest.keyClicks(start.field.line, first)
        QTest.mouseClick(start._board.group_button, Qt.MouseButton.LeftButton)
        page = page_of(shell)
        assert page.cards.current_name == "plan"
        assert [one.text for one in page.document.store.all(Moment)] == notes
    page.cards.close()
    menu = page.top_bar.menu_button.menu()
    assert menu is not None
    (way,) = [one for one in menu.actions() if one.text() == "Run a workshop"]
    way.trigger()
    assert page.cards.current_name == "plan"


def go_on(card: AloneCard) -> None:
    QTest.keyClick(card, Qt.Key.Key_Return, CONTROL)


def asked(card: AloneCard) -> Ask:
    return card.screen_shown.ask


def focus(card: QWidget) -> QWidget:
    found = card.window().focusWidget()
    assert found is not None
    return found


def enter(card: AloneCard, words: str) -> None:
    QTest.keyClicks(focus(card), words)
    QTest.keyClick(focus(card), Qt.Key.Key_Return)


def to_choice(card: AloneCard) -> None:
    while asked(card) in LISTING:
        go_on(card)
    assert asked(card) is Ask.CHOOSE


def text_part(card: AloneCard, ask: Ask) -> TextPart:
    part = card.parts[ask]
    found = part.ultimate if isinstance(part, UltimateView) else part
    assert isinstance(found, TextPart)
    return found


def test_it_is_offered_on_the_start_screen_and_begins_with_the_list(shell: Shell) -> None:
    card = begin(shell)
    page = page_of(shell)
    assert (asked(card), focus(card)) == (Ask.CONTACTS, card.listing.line)
    enter(card, "Sees the sign")
    enter(card, "Parks")
    assert [one.text for one in timeline_moments(page.document.store)] == ["Sees the sign", "Parks"]
    assert "2 contacts" in card.listing.count.text()
    assert card.listing.latest.text() == "Sees the sign \N{MIDDLE DOT} Parks"
    assert not card.listing.line.text()


def test_the_words_on_the_start_screen_come_along(shell: Shell, documents: Path) -> None:
    card = begin(shell, "Rings the bell")
    assert [one.text for one in page_of(shell).document.store.all(Moment)] == ["Rings the bell"]
    assert (documents / "Rings the bell.motwall").exists()
    assert asked(card) is Ask.CONTACTS


def test_every_screen_of_the_list_asks_for_another_kind(shell: Shell) -> None:
    card = begin(shell)
    store = page_of(shell).document.store
    QTest.keyClicks(focus(card), "Calls")
    go_on(card)  # what stands in the line is a contact, too
    enter(card, "The driver")
    go_on(card)
    enter(card, "Opens the box")
    go_on(card)
    enter(card, "Returns")
    go_on(card)
    assert card.listing.missing.isVisible()
    assert "surroundings" in card.listing.missing.text()
    enter(card, "Parking")
    assert not card.listing.missing.isVisible()
    kinds = {one.text: one.kind for one in store.all(Moment)}
    assert kinds == {
        "Calls": MomentKind.CONTACT,
        "The driver": MomentKind.CONTACT,
        "Opens the box": MomentKind.PRODUCT,
        "Returns": MomentKind.POLICY,
        "Parking": MomentKind.SURROUNDINGS,
    }


def test_a_pasted_list_makes_a_note_of_each_line(shell: Shell) -> None:
    card = begin(shell)
    card.listing.line.insertPlainText("- Calls\n- Parks\n\n")
    QTest.mouseClick(card.listing.add_button, Qt.MouseButton.LeftButton)
    store = page_of(shell).document.store
    assert [one.text for one in timeline_moments(store)] == ["Calls", "Parks"]
    QTest.keyClicks(card.listing.line, "   ")
    go_on(card)
    assert store.count(Moment) == 2
    page_of(shell).undo()
    assert store.count(Moment) == 0, "one step"


def test_the_whole_way_is_marked_as_one_persons_view(shell: Shell) -> None:
    card = begin(shell)
    page = page_of(shell)
    for words in ("Sees the sign", "Parks", "Pays"):
        enter(card, words)
    to_choice(card)
    parks = moment(page, "Parks")
    QTest.mouseClick(card.choosing.buttons[parks.id], Qt.MouseButton.LeftButton)
    assert page.document.store.get(Moment, parks.id).is_ticked
    go_on(card)
    assert card.title.text() == "Parks"
    assert card.marked.isVisible()
    QTest.keyClicks(focus(card), "A free space")
    go_on(card)
    assert asked(card) is Ask.TODAY
    QTest.keyClicks(focus(card), "They should find one")
    today = text_part(card, Ask.TODAY)
    assert [one.isVisible() for one in card.parts.values()].count(True) == 1
    assert "not what ought to" in today.hint.text()
    go_on(card)
    face = card.parts[Ask.FACE]
    assert isinstance(face, FacePart)
    assert not face.hands.isVisible()
    QTest.mouseClick(face.verdict.button(Rating.MISERABLE), Qt.MouseButton.LeftButton)
    go_on(card)
    assert asked(card) is Ask.ULTIMATE
    QTest.keyClicks(focus(card), "Somebody parks it for me")
    go_on(card)
    gap = card.parts[Ask.GAP]
    assert isinstance(gap, GapPart)
    assert (gap.today.text(), gap.ultimate.text()) == (
        "They should find one", "Somebody parks it for me",
    )  # fmt: skip
    assert focus(card) is gap.issue
    gap.planned.add.line.setFocus()
    enter(card, "Paint two spaces")
    go_on(card)
    assert asked(card) is Ask.END
    assert "1 note to be tested" in card.end.text()
    kept_as_owners_view(shell, parks.id)
    the_team_tests_it(page, parks.id)


def kept_as_owners_view(shell: Shell, moment_id: str) -> None:
    assert shell.walls.wall is not None
    file = WallFile.open(shell.walls.wall.path, is_read_only=True)
    records = file.load()
    file.close()
    found = next(one for one in records if one.id == moment_id)
    assert isinstance(found, Moment)
    assert (found.expectation, found.today, found.ultimate, found.rating, found.viewpoint) == (
        "A free space",
        "They should find one",
        "Somebody parks it for me",
        Rating.MISERABLE,
        Viewpoint.OWNER,
    )
    assert [one.viewpoint for one in records if isinstance(one, Assessment)] == [Viewpoint.OWNER]
    assert [one.text for one in records if isinstance(one, PlannedAction)] == ["Paint two spaces"]


def the_team_tests_it(page: WallPage, moment_id: str) -> None:
    run(page, "assess")
    card = page.cards.current
    assert isinstance(card, AssessCard)
    assert card.moment_id == moment_id
    assert card.owner_band.isVisible()
    QTest.mouseClick(card.owner_band.agree, Qt.MouseButton.LeftButton)
    assert page.document.store.get(Moment, moment_id).viewpoint is Viewpoint.TEAM


def test_it_is_taken_up_where_an_answer_is_missing(shell: Shell) -> None:
    card = begin(shell)
    page = page_of(shell)
    for words in ("Sees the sign", "Parks", "Pays"):
        enter(card, words)
    to_choice(card)
    for one in card.choosing.buttons.values():
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert "3 chosen" in card.choosing.count.text()
    go_on(card)
    QTest.keyClicks(focus(card), "A big one")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert page.cards.current is None
    assert page.selection.ids == (moment(page, "Sees the sign").id,)
    run(page, "alone")
    assert asked(card) is Ask.EXPECT, "within a visit: where it was left"
    assert shell.walls.wall is not None
    path = shell.walls.wall.path
    shell.close_wall()
    shell.open(path)
    QApplication.processEvents()
    run(page_of(shell), "alone")
    again = the_card(page_of(shell))
    assert asked(again) is Ask.TODAY
    assert again.title.text() == "Sees the sign"


def test_a_moment_that_goes_makes_way(shell: Shell) -> None:
    card = begin(shell)
    page = page_of(shell)
    for words in ("Sees the sign", "Parks"):
        enter(card, words)
    to_choice(card)
    go_on(card)
    assert card.title.text() == "Sees the sign"
    page.document.push(delete_moments(page.document.store, [card.screen_shown.moment_id]))
    assert card.title.text() == "Parks"
    assert asked(card) is Ask.EXPECT
    page.document.push(delete_moments(page.document.store, [card.screen_shown.moment_id]))
    assert asked(card) is Ask.END
    page.undo()
    QTest.mouseClick(card.before, Qt.MouseButton.LeftButton)
    assert card.title.text() == "Parks"
    assert asked(card) is Ask.GAP


def test_with_nothing_listed_it_says_so(shell: Shell) -> None:
    card = begin(shell)
    to_choice(card)
    assert "Nothing is listed yet" in card.choosing.count.text()
    go_on(card)
    assert asked(card) is Ask.END
    assert not card.go_on.isVisible()


def test_a_full_disk_keeps_the_words_and_makes_one_note_of_them(shell: Shell) -> None:
    card = begin(shell)
    page = page_of(shell)
    assert shell.walls.wall is not None
    file = shell.walls.wall._file
    assert isinstance(file, WallFile)
    connection = file._opened.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    long = "x" * 3900
    card.listing.line.insertPlainText(long)
    for _ in range(4):  # until the file is full
        QTest.mouseClick(card.listing.add_button, Qt.MouseButton.LeftButton)
        card.listing.line.insertPlainText(long if not card.listing.line.text() else "")
    assert card.listing.line.text() == long
    assert page.message_bar.text
    count = page.document.store.count(Moment)
    go_on(card)
    assert asked(card) is Ask.CONTACTS, "nothing typed is left behind"
    connection.execute("PRAGMA max_page_count=100000")
    assert page.document.retry()
    assert page.document.store.count(Moment) == count + 1
    assert not card.listing.line.text()
    go_on(card)
    assert page.document.store.count(Moment) == count + 1


def test_a_locked_wall_takes_no_new_contacts(shell: Shell) -> None:
    card = begin(shell)
    page = page_of(shell)
    page.document.wall_lock.set_locked(is_locked=True)
    assert card.listing.line.isReadOnly()
    assert not card.listing.add_button.isEnabled()
    page.document.wall_lock.set_locked(is_locked=False)
    enter(card, "Parks")
    assert page.document.store.count(Moment) == 1


def test_every_screen_fits_a_small_laptop(shell: Shell) -> None:
    card = begin(shell)
    page = page_of(shell)
    enter(card, "Sees the sign")
    shell.window.resize(1280, 720)
    seen = set()
    while asked(card) is not Ask.END:
        seen.add(asked(card))
        QApplication.processEvents()
        on_card = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
        assert on_card
        for one in on_card:
            assert one.is_whole, one.name
            assert min(one.rect.width(), one.rect.height()) >= 24, one.name
        go_on(card)
    assert seen == set(Ask) - {Ask.END}
