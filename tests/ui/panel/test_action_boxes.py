"""Size, aim, progress and proof of an action, asked for in its card."""

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motwall.model.edits.actions import add_action
from motwall.model.edits.marks import rate
from motwall.model.edits.measures import Taken, add_measure, add_readings
from motwall.model.patch import Change, Patch
from motwall.model.phases import Phase
from motwall.model.proofs import proof_of
from motwall.model.records import ActionSize, ActionState, PlannedAction, Rating, Session
from motwall.ui.panel.action_card import ActionCard
from motwall.ui.panel.actions import ActionsBody
from tests.factories import TODAY, an_id, session
from tests.ui.panel.conftest import Stand

EMOJI_OWNER = "\U0001f469\U0001f3fd\u200d\U0001f373 Zoë"


@pytest.fixture
def planned(stand: Stand) -> ActionsBody:
    stand.panel.set_phase(Phase.IDEAS_AND_ACTIONS)
    stand.select("rings")
    return stand.page.planned


@pytest.fixture
def card(stand: Stand, planned: ActionsBody) -> ActionCard:
    """The card of "laminate the list", opened."""
    card = next(iter(planned.list.rows.values()))
    card.more_button.click()
    return card


def the_action(stand: Stand) -> PlannedAction:
    return stand.actions("rings")[0]


def test_a_larger_size_is_taken_with_a_word(stand: Stand, card: ActionCard) -> None:
    size = card.details.size_box
    assert size.field.button(ActionSize.S).isChecked()
    assert size.says.isHidden()
    size.field.button(ActionSize.L).click()
    assert the_action(stand).size is ActionSize.L
    assert "smaller step" in size.says.text()
    assert card.state.text() == "L"
    stand.document.undo()
    assert size.says.isHidden()
    assert card.state.text() == ""


def test_a_new_action_can_be_large_at_once(stand: Stand, planned: ActionsBody) -> None:
    add = planned.add
    stand.type(add.line, "rebuild the shop")
    add.sizes[ActionSize.L].click()
    assert "smaller step" in add.says.text()
    stand.keys("\n")
    assert stand.actions("rings")[1].size is ActionSize.L
    stand.type(add.line, "buy a bell\n")
    assert stand.actions("rings")[2].size is ActionSize.S
    stand.check_file()


def test_magical_may_be_kept_and_unrated_needs_no_aim(stand: Stand, card: ActionCard) -> None:
    aim = card.details.aim
    aim.from_rating.button(Rating.MAGICAL).click()
    assert "Keeping it magical" in aim.says.text()
    aim.to_rating.button(Rating.MAGICAL).click()
    assert aim.says.isHidden()
    with pytest.raises(KeyError):
        aim.to_rating.button(Rating.NEUTRAL)
    aim.to_rating.button(Rating.MAGICAL).click()
    aim.from_rating.button(Rating.MAGICAL).click()
    assert the_action(stand).from_rating is None
    assert "needs no aim" in aim.says.text()


def test_an_aim_that_is_no_better_is_kept_with_a_word(stand: Stand, card: ActionCard) -> None:
    aim = card.details.aim
    aim.to_rating.button(Rating.NEUTRAL).click()
    aim.from_rating.button(Rating.MAGICAL).click()
    assert the_action(stand).to_rating is Rating.NEUTRAL
    assert "better rating" in aim.says.text()
    assert "better rating" in card.says.text()


def test_owner_and_day_are_asked_for_and_never_required(stand: Stand, card: ActionCard) -> None:
    assert "By when?" in card.details.says.text()
    assert "Who" not in card.details.says.text()
    card.owner.setFocus()
    card.owner.selectAll()
    QTest.keyClicks(card.owner, " ")
    stand.leave()
    assert "Nobody has taken it" in card.details.says.text()
    card.details.state.button(ActionState.DOING).click()
    assert the_action(stand).state is ActionState.DOING


def test_a_day_that_has_passed_is_taken_with_a_word(stand: Stand, card: ActionCard) -> None:
    stand.type(card.due.editor, "1.11.2026\n")
    stand.leave()
    assert the_action(stand).due == date(2026, 11, 1)
    assert "day has passed" in card.says.text()
    assert card.says.property("role") == "bad"
    card.details.state.button(ActionState.DONE).click()
    assert card.says.text() == ""


def test_a_day_before_the_first_session_is_taken_with_a_word(
    stand: Stand, planned: ActionsBody, card: ActionCard
) -> None:
    held = session(held_on=TODAY + timedelta(days=7))
    stand.type(card.due.editor, "tomorrow\n")
    stand.leave()
    assert card.says.text() == ""
    stand.document.push(Patch.of([Change(None, held)]))
    assert "before the first session" in card.says.text()
    stand.type(planned.add.line, "buy a bell")
    stand.type(planned.add.due.editor, "tomorrow")
    assert "before the first session" in planned.add.says.text()
    stand.keys("\n")
    assert stand.actions("rings")[1].due == TODAY + timedelta(days=1)
    assert stand.store.count(Session) == 1


def test_what_a_new_action_says_of_a_day_in_the_past(stand: Stand, planned: ActionsBody) -> None:
    add = planned.add
    stand.type(add.line, "buy a bell")
    stand.type(add.due.editor, "1.11.2026")
    assert "day has passed" in add.says.text()
    add.due.editor.selectAll()
    stand.keys("fri")
    assert add.says.isHidden()


def test_an_owner_may_be_an_emoji(stand: Stand, card: ActionCard) -> None:
    card.owner.setFocus()
    card.owner.selectAll()
    card.owner.insertPlainText(EMOJI_OWNER)
    stand.leave()
    assert the_action(stand).owner == EMOJI_OWNER
    assert card.owner.text() == EMOJI_OWNER
    stand.check_file()


def test_checked_asks_for_proof_and_a_rating_is_one(stand: Stand, card: ActionCard) -> None:
    progress = card.details.progress
    card.details.to_rating.button(Rating.NEUTRAL).click()
    assert progress.proof.isHidden()
    progress.field.button(ActionState.CHECKED).click()
    assert the_action(stand).state is ActionState.AGREED
    assert progress.proof.is_asking
    assert progress.proof.isVisible()
    progress.proof.faces[Rating.MAGICAL].click()
    action = the_action(stand)
    assert action.state is ActionState.CHECKED
    assert stand.moment("rings").rating is Rating.MAGICAL
    proof = proof_of(stand.store, action)
    assert proof is not None
    assert proof.assessment is not None
    assert "Magical" in progress.proof.words.text()
    assert "That was the aim" in progress.proof.words.text()
    assert not progress.proof.faces[Rating.MAGICAL].isVisible()
    stand.document.undo()
    assert the_action(stand).state is ActionState.AGREED
    assert stand.moment("rings").rating is Rating.MISERABLE
    assert progress.proof.isHidden()


def test_a_reading_is_proof(stand: Stand, card: ActionCard) -> None:
    measure, new_id = an_id(900), stand.document.clock.new_id
    note = stand.moment("rings")
    stand.document.push(add_measure(stand.store, "Complaints & such", measure, note.id))
    stand.document.push(add_readings(stand.store, measure, [Taken(TODAY, 3.0)], new_id))
    progress = card.details.progress
    progress.field.button(ActionState.CHECKED).click()
    (button,) = progress.proof.reading_buttons.values()
    assert button.accessibleName() == "Complaints & such: 3, Mon 23 Nov"
    button.click()
    proof = proof_of(stand.store, the_action(stand))
    assert proof is not None
    assert proof.reading is not None
    assert "Complaints & such: 3" in progress.proof.words.text()
    stand.check_file()


def test_later_leaves_it_without_proof_and_the_question_stays(
    stand: Stand, card: ActionCard
) -> None:
    progress = card.details.progress
    progress.field.button(ActionState.CHECKED).click()
    progress.proof.later.click()
    assert the_action(stand).state is ActionState.CHECKED
    assert "without proof" in card.says.text()
    assert not progress.proof.later.isVisible()
    progress.proof.faces[Rating.NEUTRAL].click()
    assert proof_of(stand.store, the_action(stand)) is not None
    assert "without proof" not in card.says.text()


@pytest.mark.parametrize("way", ["checked again", "another state"])
def test_who_thinks_better_of_it_is_not_asked_any_more(
    stand: Stand, card: ActionCard, way: str
) -> None:
    progress = card.details.progress
    progress.field.button(ActionState.CHECKED).click()
    state = ActionState.CHECKED if way == "checked again" else ActionState.DOING
    progress.field.button(state).click()
    assert progress.proof.isHidden()
    assert the_action(stand).state is not ActionState.CHECKED
    assert QApplication.focusWidget() is not progress.proof.later


def test_a_proof_that_goes_is_asked_for_again(stand: Stand, card: ActionCard) -> None:
    progress = card.details.progress
    progress.field.button(ActionState.CHECKED).click()
    progress.proof.faces[Rating.MAGICAL].click()
    clock, note = stand.document.clock, stand.moment("rings")
    stand.document.push(rate(stand.store, [note.id], None, clock.today(), clock.new_id))
    assert "without proof" in card.says.text()
    assert progress.proof.faces[Rating.MAGICAL].isVisible()


def test_a_card_turned_to_another_action_asks_nothing(stand: Stand, card: ActionCard) -> None:
    card.details.progress.field.button(ActionState.CHECKED).click()
    note = stand.moment("sign")
    stand.document.push(add_action(stand.store, note.id, "paint it", an_id(901)))
    stand.select("sign")
    shown = next(iter(stand.page.planned.list.rows.values()))
    shown.more_button.click()
    assert shown.details.progress.proof.isHidden()


def test_nothing_can_be_answered_in_a_window_that_only_looks(read_only_stand: Stand) -> None:
    stand = read_only_stand
    stand.panel.set_phase(Phase.IDEAS_AND_ACTIONS)
    stand.select("rings")
    card = next(iter(stand.page.planned.list.rows.values()))
    assert not card.more_button.isEnabled()
    assert not card.details.size_box.field.button(ActionSize.L).isEnabled()
