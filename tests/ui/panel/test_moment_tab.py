import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.model.edits.marks import tick
from motwall.model.edits.moments import add_moments, delete_moments
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Evidence, Moment, MomentKind, Rating
from motwall.model.targets import UnsortedTarget
from motwall.paint.tokens import LIGHT
from motwall.ui.panel.moment_tab import MomentTab
from motwall.ui.panel.parts import Part, arranged, opened
from tests.factories import new_ids
from tests.ui.panel.conftest import Stand


def open_parts(stand: Stand) -> list[Part]:
    return [one for one, section in stand.page.sections.items() if section.is_open]


def shown_order(stand: Stand) -> list[Part]:
    column = stand.page._column
    return sorted(Part, key=lambda part: column.indexOf(stand.page.sections[part]))


def test_nothing_selected_says_what_to_do_and_offers_the_priorities(stand: Stand) -> None:
    tab = stand.panel.moment_tab
    assert tab.currentWidget() is tab.empty
    assert tab.empty.sentence.text().startswith("Select a note")
    assert [one.text() for one in tab.empty.buttons] == ["rings", "waits", "till"]
    tab.empty.buttons[1].click()
    assert stand.selection.ids == (stand.moment("waits").id,)
    assert tab.currentWidget() is stand.page
    stand.selection.clear()
    assert tab.currentWidget() is tab.empty


def test_the_empty_page_follows_the_wall(stand: Stand, qtbot: QtBot) -> None:
    empty = stand.panel.moment_tab.empty
    stand.document.push(tick(stand.store, [stand.moment("rings").id], is_ticked=False))
    qtbot.waitUntil(lambda: [one.text() for one in empty.buttons] == ["waits", "till"])
    stand.document.push(delete_moments(stand.store, [one.id for one in stand.store.all(Moment)]))
    qtbot.waitUntil(lambda: empty.buttons == [])
    assert empty.sentence.text().startswith("Nothing on the wall yet")


@pytest.mark.parametrize("phase", Phase)
def test_the_phase_decides_what_is_open_and_on_top(stand: Stand, phase: Phase) -> None:
    stand.select("rings")
    stand.panel.set_phase(phase)
    assert set(open_parts(stand)) == set(opened(phase))
    assert shown_order(stand) == arranged(phase)
    assert set(arranged(phase)) == set(Part)
    for part in opened(phase):
        assert stand.page.sections[part].body.isVisible()


def test_the_user_opens_what_the_phase_does_not(stand: Stand) -> None:
    stand.select("rings")
    issue = stand.page.sections[Part.ISSUE]
    assert not issue.is_open
    issue.header.click()
    assert issue.body.isVisible()
    stand.select("waits")
    assert issue.is_open
    assert stand.page.texts[Part.ISSUE].text() == "nobody sees the line"
    issue.header.click()
    stand.select("rings")
    assert not issue.is_open


def test_a_closed_part_says_what_is_in_it(stand: Stand, qtbot: QtBot) -> None:
    stand.select("rings")
    sections = stand.page.sections
    assert sections[Part.RANKING].header.accessibleDescription() == "Miserable"
    assert sections[Part.IDEAS].header.accessibleDescription() == "2 ideas"
    assert sections[Part.ACTIONS].header.accessibleDescription() == "1 action"
    assert "closed" in sections[Part.RANKING].header.accessibleName()
    sections[Part.RANKING].header.click()
    assert "open" in sections[Part.RANKING].header.accessibleName()
    stand.page.rating.button(Rating.MAGICAL).click()
    ranking = sections[Part.RANKING].header
    qtbot.waitUntil(lambda: ranking.accessibleDescription() == "Magical")


def test_the_head_says_where_the_moment_is(stand: Stand, qtbot: QtBot) -> None:
    where = stand.page.header.where
    stand.select("rings")
    assert where.text() == "Priority 1 of 3 · Phone"
    stand.select("sign")
    assert where.text() == "Step 1 · Find us"
    stand.select("till")
    stand.document.push(tick(stand.store, [stand.moment("till").id], is_ticked=False))
    qtbot.waitUntil(lambda: where.text() == "Step 4 · Paying")
    stand.select("loose")
    assert where.text() == "Unsorted"


def test_to_and_fro_goes_in_the_order_of_the_form_and_round(stand: Stand) -> None:
    stand.select("rings")
    seen = []
    for _ in range(5):
        seen.append(stand.store.get(Moment, stand.selection.ids[0]).text)
        stand.page.header.on.click()
    assert seen == ["rings", "waits", "till", "sign", "loose"]
    assert stand.selection.ids == (stand.moment("rings").id,)
    stand.page.header.back.click()
    assert stand.selection.ids == (stand.moment("loose").id,)


def test_the_title_is_the_note(stand: Stand) -> None:
    stand.select("rings")
    title = stand.page.header.title
    title.selectAll()
    stand.type(title, "They ring us\n")
    assert stand.moment("They ring us")
    assert QApplication.focusWidget() is stand.page.texts[Part.DESCRIPTION]
    QTest.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "\n" in title.text()


def test_words_of_merged_notes_are_counted_and_shown(stand: Stand) -> None:
    stand.select("rings")
    merged = stand.page.header.merged
    assert merged.button.text() == "2 more notes meant the same"
    merged.button.click()
    assert [one.text() for one in merged.labels] == ["calls us", "phones"]
    stand.select("sign")
    assert merged.isHidden()


def test_ranking_and_again_to_clear(stand: Stand) -> None:
    stand.panel.set_phase(Phase.ASSESS)
    stand.select("sign")
    button = stand.page.rating.button(Rating.MAGICAL)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stand.moment("sign").rating is Rating.MAGICAL
    assert button.isChecked()
    assert button.accessibleName() == "Rating: Magical"
    assert button.accessibleDescription() == "beats it"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stand.moment("sign").rating is None
    assert not button.isChecked()
    stand.document.undo()
    assert button.isChecked()


def test_colour_and_no_colour(stand: Stand) -> None:
    stand.panel.set_phase(Phase.COLOUR)
    stand.select("sign")
    phone = next(one for one in stand.store.all(ContactType) if one.code == "PH")
    stand.page.contact_type.button(phone.id).click()
    assert stand.moment("sign").contact_type_id == phone.id
    stand.page.contact_type.button(None).click()
    assert stand.moment("sign").contact_type_id is None


def test_a_tick(stand: Stand) -> None:
    stand.panel.set_phase(Phase.PRIORITIES)
    stand.select("sign")
    button = stand.page.tick.button(value=True)
    button.click()
    assert stand.moment("sign").is_ticked
    button.click()
    assert not stand.moment("sign").is_ticked


def test_more(stand: Stand) -> None:
    stand.select("sign")
    stand.page.sections[Part.MORE].header.click()
    more = stand.page.more
    stand.type(more.ultimate, "it glows")
    stand.type(more.good_looks_like, "clean")
    stand.leave()
    more.evidence.button(Evidence.SEEN).click()
    more.kind.button(MomentKind.SURROUNDINGS).click()
    more.make_or_break.button(value=True).click()
    sign = stand.moment("sign")
    assert (sign.ultimate, sign.good_looks_like) == ("it glows", "clean")
    assert (sign.evidence, sign.kind) == (Evidence.SEEN, MomentKind.SURROUNDINGS)
    assert sign.is_make_or_break
    more.make_or_break.button(value=True).click()
    more.kind.button(MomentKind.SURROUNDINGS).click()
    assert not stand.moment("sign").is_make_or_break
    assert stand.moment("sign").kind is MomentKind.SURROUNDINGS


def test_several_selected_show_and_set_what_is_for_all(stand: Stand) -> None:
    stand.select("rings", "waits", "till")
    page = stand.page
    assert page.header.count.text() == "3 notes"
    assert page.header.title.isHidden()
    shown = [part for part, section in page.sections.items() if section.isVisible()]
    assert shown == [Part.CONTACT_TYPE, Part.TICK, Part.RANKING, Part.MORE]
    assert page.tick.button(value=True).isChecked()
    assert not page.rating.button(Rating.MISERABLE).isChecked()  # they differ
    page.rating.button(Rating.NEUTRAL).click()
    page.more.evidence.button(Evidence.SHOPPED).click()
    stand.type(page.more.who_delivers, "Counter")
    stand.leave()
    phone = next(one for one in stand.store.all(ContactType) if one.code == "PH")
    page.contact_type.button(phone.id).click()
    for text in ("rings", "waits", "till"):
        one = stand.moment(text)
        assert (one.rating, one.evidence, one.who_delivers, one.contact_type_id) == (
            Rating.NEUTRAL,
            Evidence.SHOPPED,
            "Counter",
            phone.id,
        )
    assert not page.more.ultimate.isVisible()
    stand.select("rings")
    assert page.sections[Part.DESCRIPTION].is_open
    assert not page.sections[Part.RANKING].is_open


def test_some_ticked_and_some_not_is_a_dash_and_one_press_ticks_all(stand: Stand) -> None:
    def picture() -> QImage:
        return stand.page.tick.button(value=True).grab().toImage()

    stand.select("sign", "loose")
    unticked = picture()
    stand.select("rings", "waits")
    ticked = picture()
    stand.select("rings", "sign")
    some = picture()
    button = stand.page.tick.button(value=True)
    assert not button.isChecked()
    assert button.accessibleDescription().startswith("Some are ticked")
    assert some not in (unticked, ticked)
    middle = QPoint(22, button.height() // 2)
    assert some.pixelColor(middle) == QColor(LIGHT.text), "a dash"
    assert unticked.pixelColor(middle) == QColor(LIGHT.bar)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stand.moment("rings").is_ticked
    assert stand.moment("sign").is_ticked
    assert button.isChecked()
    assert button.accessibleDescription() == ""
    assert picture() == ticked


def test_tab_goes_as_the_parts_stand(stand: Stand, qtbot: QtBot) -> None:
    stand.select("rings")
    stand.panel.set_phase(Phase.IDEAS_AND_ACTIONS)
    rows = list(stand.page.ideas.list.rows.values())
    qtbot.waitUntil(rows[0].editor.isVisible)
    stand.page.header.title.setFocus()
    reached = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = [
        stand.page.header.title,
        rows[0].editor,
        rows[1].editor,
        stand.page.ideas.line,
        next(iter(stand.page.planned.list.rows.values())).text,
        stand.page.planned.add.line,
        stand.page.sections[Part.DESCRIPTION].header,
    ]
    places = [reached.index(one) for one in wanted]
    assert places == sorted(places)


def test_tab_goes_from_field_to_field_past_the_headings_of_open_parts(
    stand: Stand, qtbot: QtBot
) -> None:
    stand.panel.set_phase(Phase.ASSESS)
    stand.select("sign")
    texts = stand.page.texts
    qtbot.waitUntil(texts[Part.EXPECTATION].isVisible)
    stand.type(texts[Part.EXPECTATION], "to see it from the bus")
    QTest.keyClick(texts[Part.EXPECTATION], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is texts[Part.TODAY]
    stand.keys("a tree hides it")
    QTest.keyClick(texts[Part.TODAY], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stand.page.rating.button(Rating.MISERABLE)
    QTest.keyClick(stand.page.rating.button(Rating.MISERABLE), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is texts[Part.TODAY]
    assert stand.moment("sign").expectation == "to see it from the bus"
    assert stand.moment("sign").today == "a tree hides it"
    assert stand.page.sections[Part.TODAY].is_open


def test_a_part_opened_by_key_takes_the_keyboard(stand: Stand, qtbot: QtBot) -> None:
    stand.select("sign")
    issue = stand.page.sections[Part.ISSUE]
    qtbot.waitUntil(issue.header.isVisible)
    issue.header.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(issue.header, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is stand.page.texts[Part.ISSUE]
    QTest.mouseClick(issue.header, Qt.MouseButton.LeftButton)
    assert not issue.is_open
    issue.header.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(issue.header, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stand.page.sections[Part.IDEAS].header


def test_the_rarer_fields_explain_themselves(stand: Stand) -> None:
    stand.select("sign")
    box = stand.page.more.ultimate.parentWidget()
    assert box is not None
    assert "tell their friends" in box.toolTip()


def test_every_control_has_a_name(stand: Stand, qtbot: QtBot) -> None:
    stand.panel.set_phase(Phase.ASSESS)
    stand.select("rings")
    stand.page.sections[Part.MORE].header.click()
    qtbot.waitUntil(stand.page.more.ultimate.isVisible)
    stand.page.show_now()
    controls = [one for one in stand.page._controls if not one.accessibleName()]
    assert [one.text() for one in controls if hasattr(one, "text") and not one.text()] == []
    assert len(stand.page._controls) > 40


def test_main_controls_are_large_enough(stand: Stand, qtbot: QtBot) -> None:
    stand.panel.set_phase(Phase.ASSESS)
    stand.select("rings")
    qtbot.waitUntil(stand.page.rating.isVisible)
    stand.page.show_now()
    qtbot.waitUntil(
        lambda: [one for one in stand.page._controls if one.isVisible() and one.height() < 20] == []
    )


def test_a_fresh_wall_is_followed_from_its_first_note(stand: Stand) -> None:
    patch = add_moments(stand.store, ["new"], UnsortedTarget(0.0, 0.0), new_ids(99))
    stand.document.push(patch)
    stand.select("new")
    assert stand.page.header.title.text() == "new"
    stand.document.undo()
    tab = stand.panel.moment_tab
    assert tab.currentWidget() is tab.empty


@pytest.mark.parametrize("steps", range(8))
def test_a_page_that_is_wanted_while_it_is_made_is_whole(
    qtbot: QtBot, stand: Stand, steps: int
) -> None:
    tab = MomentTab(stand.document, stand.selection, lambda _key, _way: None)
    qtbot.addWidget(tab)
    making = tab._prepare()
    for _ in range(steps):
        next(making)
    tab.set_phase(Phase.IDEAS_AND_ACTIONS)
    page = tab.page
    del making
    page.show_moments((stand.moment("rings").id,))
    assert tab.page is page
    assert page.sections[Part.IDEAS].is_open
    assert not page.sections[Part.DESCRIPTION].is_open
    assert page.header.title.text() == "rings"
