"""What the room is shown: covered until revealed, one moment in the light."""

from motwall.document.room_show import RoomShow


class Counted:
    def __init__(self, show: RoomShow) -> None:
        self.changes = 0
        self.cards: list[str] = []
        show.changed.connect(self._count)
        show.card_wanted.connect(self.cards.append)

    def _count(self) -> None:
        self.changes += 1


def test_nothing_is_covered_at_rest() -> None:
    assert not RoomShow().is_covered("ultimate")


def test_what_comes_later_is_covered_until_revealed() -> None:
    show = RoomShow()
    seen = Counted(show)
    show.set_hiding(is_hiding=True)
    show.set_hiding(is_hiding=True)
    assert show.is_hiding
    assert show.is_covered("ultimate")
    show.reveal("ultimate")
    show.reveal("ultimate")
    assert not show.is_covered("ultimate")
    assert show.was_revealed("ultimate")
    assert not show.was_revealed("answers")
    assert show.is_covered("answers")
    show.cover("ultimate")
    show.cover("ultimate")
    assert show.is_covered("ultimate")
    assert seen.changes == 3


def test_one_moment_is_in_the_light() -> None:
    show = RoomShow()
    seen = Counted(show)
    show.spotlight("a")
    show.spotlight("a")
    assert show.spotlit == "a"
    show.spotlight(None)
    assert show.spotlit is None
    assert seen.changes == 2


def test_cards_are_brought_to_the_room() -> None:
    show = RoomShow()
    seen = Counted(show)
    show.show_card("quiz")
    show.show_card("")
    assert seen.cards == ["quiz", ""]


def test_the_vote_is_passed_round() -> None:
    show = RoomShow()
    seen = Counted(show)
    assert show.voter == 0
    show.set_voter(3)
    show.set_voter(3)
    assert show.voter == 3
    assert seen.changes == 1
