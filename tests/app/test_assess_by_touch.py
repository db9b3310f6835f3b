"""Assess at the panel: what is asked on a card is answered by fingers alone."""

from collections.abc import Iterator

import pytest

from motwall.app.shell import Shell
from motwall.model.phases import Phase
from motwall.model.records import Assessment, Moment, Rating
from motwall.ui.assess.card import AssessCard
from motwall.ui.assess.faces import FacePart
from motwall.ui.assess.views import ExpectView, Look
from tests.app.on_file import kept
from tests.app.on_page import run
from tests.app.tapping import Taps, in_room, settle


@pytest.fixture
def taps(shell: Shell) -> Iterator[Taps]:
    """The corner shop in Room, phase D, with the card open."""
    for made in in_room(shell, "shop"):
        made.page.set_phase(Phase.ASSESS)
        run(made.page, "assess")
        settle()
        yield made


def the_card(taps: Taps) -> AssessCard:
    card = taps.page.cards.current
    assert isinstance(card, AssessCard)
    return card


def test_the_keys_for_a_field_lie_below_the_card(taps: Taps) -> None:
    card = the_card(taps)
    view = card.views[Look.EXPECT]
    assert isinstance(view, ExpectView)
    whole, field = card.geometry(), view.expectation.field
    taps.tap(field.viewport())
    settle()
    pad, port = taps.field_pad, taps.page.view.viewport()
    top = port.mapTo(taps.page, port.rect().topLeft()).y() + pad.spot.y
    assert card.geometry().bottom() < top
    assert not field.visibleRegion().isEmpty()
    taps.write("Soon")
    settle()
    assert "Soon" in taps.page.document.store.get(Moment, card.moment_id).expectation
    assert taps.pads == []
    assert card.geometry() == whole
    assert taps.page.cards.current is card
    taps.check()


def test_who_sees_it_otherwise_is_heard_and_kept(shell: Shell, taps: Taps) -> None:
    card = the_card(taps)
    taps.tap(card.looks[Look.FACE])
    face = card.views[Look.FACE]
    assert isinstance(face, FacePart)
    assert not face.remark.isVisible(), "nobody has raised a hand"
    verdict = face.verdict.pos()
    for rating in (Rating.MISERABLE, Rating.NEUTRAL):
        assert not face.remark.isVisible(), "all say the same"
        taps.tap(face.hands.steppers[rating].more)
    assert face.remark.isVisible()
    assert face.verdict.pos() == verdict, "nothing moves beneath a finger"
    card.content.ensureWidgetVisible(face.remark)
    settle()
    taps.tap(face.remark.field.viewport())
    taps.write("at noon")
    assert "at noon" in [one.remark for one in kept(shell, Assessment)]
    card.content.to_top()
    settle()
    taps.tap(face.hands.steppers[Rating.NEUTRAL].fewer)
    assert face.remark.isVisible(), "what was said stays"
    taps.tap(card.following)
    settle()
    assert face.remark.field.text() == ""
    assert not face.remark.isVisible()
    taps.page.undo()
    taps.page.undo()
    taps.check()


def test_hands_faces_and_looks_are_taps(taps: Taps) -> None:
    card = the_card(taps)
    taps.tap(card.looks[Look.FACE])
    settle()
    face = card.views[Look.FACE]
    assert isinstance(face, FacePart)
    taps.tap(face.hands.steppers[Rating.MISERABLE].more)
    store = taps.page.document.store
    assert any(one.hands_miserable == 1 for one in store.all(Assessment))
    card.content.ensureWidgetVisible(face.verdict)
    settle()
    taps.tap(face.verdict.button(Rating.MAGICAL))
    assert store.get(Moment, card.moment_id).rating is Rating.MAGICAL
    taps.tap(card.go_on)
    settle()
    assert card.look is Look.GAP
    taps.tap(card.back)
    assert taps.page.cards.current is None
