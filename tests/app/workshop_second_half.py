"""The second half of the hour: judged together, ideas, actions, and the close."""

from datetime import date

from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QWidget

from motwall.model.order import ideas_of
from motwall.model.presenting import ActionsSlide
from motwall.model.records import (
    Assessment,
    Cost,
    Idea,
    IdeaKind,
    Lift,
    PlannedAction,
    Rating,
    Session,
    Verdict,
)
from motwall.ui.action_list.card import ActionListCard
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.assess.card import AssessCard
from motwall.ui.assess.faces import FacePart
from motwall.ui.assess.views import ExpectView, Look, UltimateView
from motwall.ui.closing.card import ClosingCard
from motwall.ui.facilitator.covering import ULTIMATE
from motwall.ui.handouts.choices import Output
from motwall.ui.panel.action_boxes import AimBox
from motwall.ui.possibilities.collect_card import CollectCard
from motwall.ui.possibilities.sift_card import SiftCard
from motwall.ui.present.card import PresentCard
from motwall.ui.workshop.plan_card import PlanCard
from tests.app.tapping import settle
from tests.app.workshop_people import People, until

#: What is written of the first priority.
EXPECTED, TODAY, BEST = "short", "long", "none"
#: The faces that are agreed on, by what is on the note.
AGREED = {
    "queue": Rating.MISERABLE,
    "greets": Rating.NEUTRAL,
    "pays": Rating.NEUTRAL,
    "Rings to order": Rating.MISERABLE,
    "sign": Rating.MAGICAL,
}
IDEAS = ("bell", "stool")


def assess(people: People) -> None:
    """One after the other; the best there could be is covered until the leader shows it."""
    people.next_part()
    assert people.header() == ("D", "Assess", "09:00")
    people.leader.show("assess")
    card = people.card(AssessCard)
    expect = card.views[Look.EXPECT]
    assert isinstance(expect, ExpectView)
    assert not card.looks[Look.ULTIMATE].isEnabled()
    people.tap(expect.expectation.field.viewport())
    people.write(EXPECTED, is_done=False)
    people.shoot("expected pad")
    people.key("Done")
    people.tap(expect.today.field.viewport())
    people.write(TODAY)
    people.shoot("expected")
    people.spend(3)
    people.leader.turn(ULTIMATE)
    people.tap(card.looks[Look.ULTIMATE])
    best = card.views[Look.ULTIMATE]
    assert isinstance(best, UltimateView)
    people.tap(best.ultimate.field.viewport())
    people.write(BEST)
    people.shoot("ultimate")
    people.spend(2)
    judge(people, card)
    people.spend(4)
    assert people.header() == ("D", "Assess", "00:00")


def judge(people: People, card: AssessCard) -> None:
    """Hands go up, two people count them at once; who sees it otherwise is heard."""
    people.tap(card.looks[Look.FACE])
    face = card.views[Look.FACE]
    assert isinstance(face, FacePart)
    steppers = face.hands.steppers
    for _ in range(3):
        people.tap_together(steppers[Rating.MISERABLE].more, steppers[Rating.NEUTRAL].more)
    for _ in range(2):
        people.tap(steppers[Rating.MISERABLE].more)
    assert face.hands.hands == (5, 3, 0)
    people.tap(in_sight(card, face.verdict.button(Rating.MISERABLE)))
    people.shoot("face")
    people.tap(in_sight(card, face.remark.field.viewport()))
    people.write("slow days", is_done=False)
    people.shoot("remark pad")
    people.key("Done")
    people.shoot("remark")
    (said,) = people.store.all(Assessment)
    assert (said.rating, said.remark, said.hands_neutral) == (Rating.MISERABLE, "slow days", 3)
    people.tap(card.go_on)
    people.shoot("gap")
    for text, rating in list(AGREED.items())[1:]:
        people.tap(card.following)
        people.tap(card.looks[Look.FACE])
        assert card.title.text() == text
        people.tap(in_sight(card, face.verdict.button(rating)))
    assert {text: people.moment(text).rating for text in AGREED} == AGREED
    people.back()
    people.shoot("assessed")


def in_sight(card: AssessCard, control: QWidget) -> QWidget:
    """Scroll there: a drag of the finger that nobody learns anything from here."""
    card.content.ensureWidgetVisible(control)
    settle()
    return control


def too_late(people: People) -> None:
    """The time is up: a minute more, two are taken, and what is left is planned anew."""
    run, notice = people.run, people.guide.notice
    promised = run.promised_end
    assert notice.text == "Time for Assess is up."
    people.shoot("band")
    people.tap(notice.buttons["more_time"])
    assert notice.text == ""
    people.spend(1)
    assert notice.text == "Time for Assess is up."
    people.tap(notice.buttons["not_yet"])
    people.spend(2)
    assert people.header()[2] == "\N{MINUS SIGN}02:00"
    people.shoot("over time")
    people.next_part()
    assert notice.text == "3 minutes later than planned."
    people.shoot("late band")
    people.tap(notice.buttons["replan"])
    card = people.card(PlanCard)
    people.shoot("plan anew")
    people.tap(card.run_pane.replanning.button)
    assert run.late == 0
    assert run.ends_at == promised
    assert sum(one.minutes for one in run.items if not one.is_over) == 60 - people.minutes
    people.shoot("planned anew")
    people.back()


def left_of(people: People) -> float:
    """Minutes of the part where the room is."""
    return people.run.left / 60


def possibilities(people: People) -> None:
    """Ideas of several people, a reason why not, and what has merit."""
    assert people.header()[:2] == ("E", "Ideas")
    people.page.selection.clear()
    people.leader.show("collect_ideas")
    card = people.card(CollectCard)
    assert card.title.text() == "queue"
    people.shoot("collect")
    people.tap(card.line.viewport())
    for one in IDEAS:
        people.write(one, is_done=False)
        people.key("line-break")
    people.shoot("collect pad")
    people.key("Done")
    people.tap(card.why_not.reason.viewport())
    people.write("no room")
    people.shoot("why not")
    people.tap(card.why_not.question.viewport())
    people.write("use the yard", is_done=False)
    people.key("line-break")
    people.key("Done")
    ideas = ideas_of(people.store, card.walk.moment_id)
    assert [one.kind for one in ideas].count(IdeaKind.BLOCKER) == 1
    question = next(one for one in ideas if one.kind is IdeaKind.HOW_MIGHT_WE)
    assert question.text == "How might we use the yard"
    people.shoot("collected")
    people.spend(left_of(people) - 4)
    people.tap(card.walk.across)
    sift(people, people.card(SiftCard))
    people.spend(4)
    assert people.header()[2] == "00:00"


def sift(people: People, card: SiftCard) -> None:
    """Two are dragged to where they belong and become actions; the question waits, parked."""
    bell, stool = (
        next(one for one in people.store.all(Idea) if one.text == text) for text in IDEAS
    )
    people.shoot("sift")
    goals = {bell.id: (Cost.FREE, Lift.BIG), stool.id: (Cost.LOW, Lift.SOME)}

    def spot(at: QPointF) -> QPoint:
        return card.picture.mapTo(people.shell.window, at.toPoint())

    for idea_id, goal in goals.items():
        chip = next(one for one in card.picture.places.chips if one.idea_id == idea_id)
        cell = card.picture.places.cells[goal]
        low = QPointF(cell.center().x(), cell.bottom() - 6)
        people.hands.drag(0, spot(chip.rect.center()), spot(low))
        settle()
        assert (people.store.get(Idea, idea_id).cost, people.store.get(Idea, idea_id).lift) == goal
    for one in (bell, stool):
        tap_idea(people, card, one.id)
        people.tap(card.details.verdict.button(Verdict.MERIT))
        people.tap(card.details.act)
    question = next(one for one in people.store.all(Idea) if one.kind is IdeaKind.HOW_MIGHT_WE)
    tap_idea(people, card, question.id)
    people.tap(card.details.verdict.button(Verdict.PARKED))
    assert card.counter.text() == "All sifted"
    people.shoot("sifted")
    assert {one.text for one in people.store.all(PlannedAction)} == set(IDEAS)
    people.back()


def tap_idea(people: People, card: SiftCard, idea_id: str) -> None:
    rect: QRect = card.list.visualRect(card.model.index(card.model.row_of(idea_id)))
    people.tap_at(card.list.viewport().mapTo(people.shell.window, rect.center()))


def actions(people: People) -> None:
    """Who does it, by when, and to which face it leads; one is left without a name."""
    people.tap(people.guide.notice.buttons["following"])
    assert people.header()[:2] == ("E", "Actions")
    people.leader.show("action_list")
    card = people.card(ActionListCard)
    people.shoot("actions")
    write_cell(people, card, "bell", ActionColumn.WHO, "Ann")
    write_cell(people, card, "bell", ActionColumn.WHEN, "7 dec")
    tap_cell(people, card, "bell", ActionColumn.AIM)
    aim = card.view.viewport().findChild(AimBox)
    assert isinstance(aim, AimBox)
    people.shoot("aim")
    people.tap(aim.to_rating.button(Rating.MAGICAL))
    bell = action(people, "bell")
    assert (bell.owner, bell.to_rating) == ("Ann", Rating.MAGICAL)
    assert bell.due == date(2026, 12, 7)
    people.shoot("actions filled")
    people.back()
    people.spend(left_of(people))
    people.shoot("wall with actions")


def action(people: People, text: str) -> PlannedAction:
    return next(one for one in people.store.all(PlannedAction) if one.text == text)


def tap_cell(people: People, card: ActionListCard, text: str, column: ActionColumn) -> None:
    rows = range(card.model.rowCount())
    row = next(one for one in rows if card.model.data(card.model.index(one, 0)) == text)
    rect: QRect = card.view.visualRect(card.model.index(row, column))
    people.tap_at(card.view.viewport().mapTo(people.shell.window, rect.center()))


def write_cell(
    people: People, card: ActionListCard, text: str, column: ActionColumn, words: str
) -> None:
    tap_cell(people, card, text, column)
    people.write(words)


def close(people: People) -> None:
    """The agreement, a name for what had none, the next day; then the session is over."""
    people.tap(people.guide.notice.buttons["following"])
    assert people.header()[:2] == ("", "Close")
    people.leader.show("closing")
    card = people.card(ClosingCard)
    people.shoot("closing")
    people.tap(card.agreement.viewport())
    people.write("We ask first", is_done=False)
    people.shoot("closing pad")
    people.key("Done")
    assert card.take_away.text() == "Care", "the point of the quiz"
    (row,) = card.actions_.list.rows.values()
    people.tap(row.owner.viewport())
    people.write("Hal")
    assert action(people, "stool").owner == "Hal"
    people.spend(left_of(people))
    people.shoot("closing filled")
    people.tap(card.close_button)
    (session,) = people.store.all(Session)
    assert session.closed_at is not None
    assert session.next_on is not None
    assert (session.agreement, session.take_away) == ("We ask first", "Care")
    people.shoot("closed")
    assert people.minutes == 60


def ask_for_handout(people: People) -> None:
    """One tap on "Save as PDF"; it is made while they look at what they have."""
    people.tap(people.card(ClosingCard).handouts)
    side = people.shell.walls.ways_out.side
    assert side is not None
    people.shoot("handouts")
    people.tap(side.sheet.buttons[Output.PDF])
    people.tap(side.sheet.close_button)
    assert not side.sheet.isVisible()


def present(people: People) -> None:
    """What was agreed, page by page, with taps at the right."""
    people.tap(people.card(ClosingCard).present)
    shown = people.card(PresentCard)
    page = people.page
    for place, slide in enumerate(shown.slides):
        assert shown.view.slide == slide
        people.shoot(f"present {place + 1}")
        side = QPoint(round(0.9 * page.width()), round(0.7 * page.height()))
        people.tap_at(page.mapTo(people.shell.window, side))
    *_, agreed, last = shown.slides
    assert (agreed.key, last.key) == ("closing", "actions:0")
    assert isinstance(last, ActionsSlide)
    assert {one.owner for one in last.actions} == {"Ann", "Hal"}
    page.cards.close()
    settle()


def handout(people: People) -> None:
    """It is a file, with what is on the wall, who does what, and what was agreed."""
    until(lambda: people.page.message_bar.text.endswith("is saved."))
    people.shoot("saved")
    made = people.shell.walls.ways_out.jobs[-1].path
    text = "\n".join(one.extract_text() for one in PdfReader(made).pages)
    for words in ("Bakery", "bell", "Ann", "Care", "We ask first"):
        assert words in text, words
