"""The first half of the hour: welcome, notes, colours, and what matters most."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from motwall.model.coverage import Area
from motwall.model.near_side import Side
from motwall.model.phases import Phase
from motwall.model.priorities import shortlisted, ticked
from motwall.model.quiz import is_quiz_revealed, quiz_of
from motwall.model.records import ContactType, Moment, MomentKind, Session, VoteRound
from motwall.model.voting import dots_left, tally
from motwall.model.workshop import load
from motwall.ui.coverage.card import CoverageCard
from motwall.ui.scribe.card import ScribeCard
from motwall.ui.teaching.quiz_bar import QuizBar
from motwall.ui.teaching.quiz_card import QuizCard
from motwall.ui.teaching.teach_card import TeachCard
from motwall.ui.voting.card import VoteCard
from motwall.ui.voting.tile import VoteTile
from tests.app.tapping import settle
from tests.app.workshop_people import PEOPLE, People

PARTS = {one.name: one for one in load().parts}
#: What two people write at the same time, at the left and at the right of the panel.
WRITTEN = (("sign", "door"), ("smell", "queue"), ("greets", "tastes"), ("pays", "bag"))
#: What the room calls out, and somebody types; the last one is there already.
TYPED = ("Reads the website", "Rings to order", "Gets an email", "Asks for a loaf")
GAP = "deposit"
#: In the order of time. What is told to line up comes first; the others are put between.
DRAGGED = {"Reads the website": 1, "Rings to order": 4, GAP: 8}
#: What each of the eight gives dots to, one letter of a name below for each dot.
LIKED = {"q": "queue", "g": "greets", "p": "pays", "r": "Rings to order", "s": "sign"}
DOTS = ("qqq", "qgg", "qgpp", "qgrr", "qqgp", "ggrr", "pppq", "qggs")
BUDGET, MORE = 3, 4
#: In whose turn the wall is closed, from 1.
INTERRUPTED = 5


def welcome(people: People) -> None:
    """A definition and the quiz; what is to be said is on the leader's screen alone."""
    leader = people.leader
    people.shoot("welcome")
    assert not any(one.isChecked() for one in people.put_up.band.phases.values())
    assert PARTS["welcome"].say[0] in leader.says()
    leader.show("teach")
    card = people.card(TeachCard)
    people.shoot("teach")
    people.tap(card.following)
    people.shoot("teach two things")
    people.tap(card.following)
    words = card.lesson.definition
    assert words is not None
    people.tap(words.blanks[0])
    people.shoot("teach definition")
    assert [one.is_filled for one in words.blanks] == [True, False]
    leader.turn("definition 1")
    assert all(one.is_filled for one in words.blanks)
    people.spend(1)
    quiz(people)
    people.spend(2)
    assert people.header() == ("", "Welcome", "00:00")


def quiz(people: People) -> None:
    """Three fingers share out a hundred percent at once."""
    people.leader.show("quiz")
    card = people.card(QuizCard)
    bars = [row.bar for row in card.rows.rows]
    wanted = {0: 20, 2: 45, 5: 35}
    people.drag_together(
        {
            place: (on_bar(people, bars[place], 4), on_bar(people, bars[place], percent))
            for place, percent in wanted.items()
        }
    )
    store, session_id = people.store, people.page.document.session_id
    guesses = [one.guess for one in quiz_of(store, session_id)]
    assert {place: one for place, one in enumerate(guesses) if one} == wanted
    assert card.sum.text().startswith("100 of 100")
    people.shoot("quiz")
    assert not card.rows.rows[2].figure.isVisible()
    people.tap(card.reveal)
    assert is_quiz_revealed(store, session_id)
    assert card.rows.rows[2].apart.text() == "23 too few"
    people.tap(card.point.viewport())
    people.write("Care", is_done=False)
    people.shoot("quiz point")
    people.key("Done")
    people.shoot("quiz revealed")
    (session,) = store.all(Session)
    assert session.take_away == "Care"
    people.back()


def on_bar(people: People, bar: QuizBar, percent: float) -> QPoint:
    """A point of a bar of the quiz."""
    track = bar._track()
    at = QPoint(round(track.left() + track.width() * percent / 100), bar.height() // 2)
    return bar.mapTo(people.shell.window, at)


def post_its(people: People) -> None:
    """Two pads at a time, a typist, a question nobody had thought of, and hands that line up."""
    notice = people.guide.notice
    # The time of the welcome was up to the second: the band says so, and leads on.
    people.shoot("time is up")
    assert notice.text == "Time for Welcome is up."
    people.tap(notice.buttons["following"])
    assert people.header() == ("A", "Post-its", "12:00")
    people.shoot("here or on paper")
    people.tap(notice.buttons["here"])
    assert notice.text == ""
    for both in WRITTEN:
        write_two(people, *both)
        people.spend(1)
    assert people.header()[2] == "08:00"
    take_down(people)
    people.spend(2)
    fill_gap(people)
    people.spend(2)
    line_up(people)
    people.spend(4)
    assert people.header() == ("A", "Post-its", "00:00")
    assert people.page.document.workshop.is_running


def write_two(people: People, left: str, right: str) -> None:
    """At both ends of the panel; to take a note back takes no time back."""
    band = people.put_up.band
    people.tap_together(band.add[Side.LEFT], band.add[Side.RIGHT])
    first, second = people.pads
    people.write_together({first: left, second: right})
    if left == "sign":
        people.shoot("two pads")
    people.hands.tap(0, people.middle(first.key("Done")))
    people.hands.tap(1, people.middle(second.key("Done")))
    settle()
    assert {left, right} <= set(people.loose())
    if left == "smell":
        before = people.run.left
        people.tap(band.undo[Side.LEFT])
        assert len({left, right} & set(people.loose())) == 1
        assert people.run.left == before
        people.tool("redo")
        assert {left, right} <= set(people.loose())


def take_down(people: People) -> None:
    """A keyboard lies before the panel: one of us types what others call out."""
    people.leader.show("scribe")
    card = people.card(ScribeCard)
    for words in TYPED[:-1]:
        QTest.keyClicks(card.line, words)
        QTest.keyClick(card.line, Qt.Key.Key_Return)
    QTest.keyClicks(card.line, "Queues")
    settle()
    people.shoot("scribe")
    (match,) = [one for one in card.matches.buttons if one.isVisible()]
    people.tap(match)
    assert people.moment("queue").merged == ("Queues",)
    QTest.keyClicks(card.line, TYPED[-1])
    QTest.keyClick(card.line, Qt.Key.Key_Return)
    assert len(people.store.all(Moment)) == 2 * len(WRITTEN) + len(TYPED)
    people.back()


def fill_gap(people: People) -> None:
    """Nobody thought of the rules: one is written for them."""
    people.leader.show("coverage")
    card = people.card(CoverageCard)
    people.shoot("coverage")
    people.tap(card.columns.button(Area.KIND, MomentKind.POLICY))
    people.tap(card.line.viewport())
    people.write(GAP, is_done=False)
    people.shoot("coverage pad")
    people.key("Done")
    assert people.moment(GAP).kind is MomentKind.POLICY
    people.shoot("coverage filled")
    people.back()


def line_up(people: People) -> None:
    """Those that are picked line up; three hands put the others between them at once."""
    people.page.view.fit()
    settle()
    people.shoot("notes")
    others = [one for one in people.loose() if one not in DRAGGED]
    for text in others:
        people.tap_note(text)
    bar = people.bar(others[0])
    people.shoot("picked")
    every = f"All {len(others)} picked"
    people.press(bar, every, "Move", "Line up", "Back", "Pick none", "Close")
    assert len(people.timeline()) == len(others)
    people.page.view.fit()
    settle()
    hands = enumerate(DRAGGED.items())
    people.drag_together(
        {finger: (people.on(text), people.column(at, 0.02)) for finger, (text, at) in hands}
    )
    assert people.loose() == []
    assert len(people.timeline()) == len(others) + len(DRAGGED)
    order = [one for (one,) in people.timeline()]
    assert order[0] == "Reads the website"
    people.page.view.fit()
    settle()
    people.shoot("lined up")
    people.check()


def colour(people: People) -> None:
    """Two pens: one is tapped on several notes at the same time."""
    people.next_part()
    assert people.header() == ("B", "Colour", "05:00")
    kinds = {one.name: one.id for one in people.store.all(ContactType)}
    wanted = {
        "Phone": ("Rings to order",),
        "Face to face": ("greets", "pays", "Asks for a loaf"),
    }
    people.shoot("colour")
    for name, texts in wanted.items():
        pen = people.page.pens.button(kinds[name])
        people.tap(pen)
        spots = {finger: people.on(text) for finger, text in enumerate(texts)}
        people.hands.frame(press=spots)
        people.hands.release(*spots)
        settle()
        people.tap(pen)
        assert {people.moment(one).contact_type_id for one in texts} == {kinds[name]}
    people.shoot("coloured")
    assert "9 notes without a type" in people.put_up.header.counts
    people.spend(5)


def priorities(people: People) -> None:
    """Eight people with dots; in the middle of it the wall is closed and opened again."""
    people.next_part()
    assert people.header() == ("C", "Priorities", "06:00")
    people.shoot("priorities")
    people.leader.show("vote")
    card = people.card(VoteCard)
    people.shoot("vote begins")
    while card.setup.people.number.text() != str(len(PEOPLE)):
        people.tap(card.setup.people.more)
    people.tap(card.ways.go_on)
    for person, dots in enumerate(DOTS, start=1):
        if person == INTERRUPTED:
            card = interrupted(people, card)
        vote(people, card, person, dots)
        people.spend(0.5)
    assert people.header() == ("C", "Priorities", "02:00")
    adopt(people, card)
    people.back()
    people.shoot("shortlist")
    people.spend(2)


def vote(people: People, card: VoteCard, person: int, dots: str) -> None:
    """One person gives what is theirs; nobody sees what others gave."""
    assert card.title.text().startswith(f"Person {person} of 8")
    assert not any(one.facts.count for one in tiles(card).values())
    if person == 2:
        # A slip: it is taken back as easily as it is given.
        people.tap(tiles(card)["bag"])
        people.shoot("a dot")
        fewer = tiles(card)["bag"].fewer
        assert fewer is not None
        people.tap(fewer)
    if len(dots) > BUDGET and person == 3:
        people.tap(card.ways.change_rules)
        people.tap(card.poll.rules.budget.more)
        people.shoot("rules change")
        people.tap(card.ways.change_rules)
    for one in dots:
        people.tap(tiles(card)[LIKED[one]])
    (round_,) = people.store.all(VoteRound)
    assert dots_left(people.store, round_.id, person) == round_.budget - len(dots)
    if person < len(PEOPLE):
        people.tap(card.ways.go_on)


def tiles(card: VoteCard) -> dict[str, VoteTile]:
    return {one.facts.look.text: one for one in card.poll.grid.tiles.values()}


def interrupted(people: People, card: VoteCard) -> VoteCard:
    """Somebody closes the wall; opened again, it is the same person's turn."""
    people.tap(tiles(card)["queue"])
    left, before = people.run.left, list(people.store.everything())
    people.reopen()
    assert not people.run.is_running
    assert people.run.left == left
    assert {one.id for one in people.store.everything()} == {one.id for one in before}
    assert people.header()[1] == "Priorities"
    # Not the phase that the notes alone would suggest.
    assert people.page.phase is Phase.PRIORITIES
    assert not people.page.pens.isVisible()
    people.shoot("opened again")
    people.tap(people.put_up.band.clock["toggle"])
    assert people.run.is_running
    again = people.open("Vote on what matters most", VoteCard)
    assert again.title.text() == f"Person {INTERRUPTED} of 8"
    assert tiles(again)["queue"].facts.count == 1
    fewer = tiles(again)["queue"].fewer
    assert fewer is not None
    people.tap(fewer)
    return again


def adopt(people: People, card: VoteCard) -> None:
    """What was wanted most is shown, and becomes ticks and the shortlist."""
    (round_,) = people.store.all(VoteRound)
    assert round_.budget == MORE
    people.tap(card.ways.go_on)
    people.shoot("all have voted")
    people.tap(card.ways.go_on)
    people.shoot("result")
    counted = tally(people.store, round_.id)
    names = [people.store.get(Moment, one.moment_id).text for one in counted]
    assert names == ["queue", "greets", "pays", "Rings to order", "sign"]
    people.tap(card.results.numbers.buttons[-1])
    people.tap(card.ways.go_on)
    assert [one.text for one in shortlisted(people.store)] == names
    assert len(ticked(people.store)) == len(names)
    people.shoot("adopted")
