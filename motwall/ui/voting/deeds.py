"""What a vote does to the wall: each is one step of undo."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from motwall.i18n import translate
from motwall.model.edits import votes
from motwall.model.patch import Patch
from motwall.model.records import VoteRound
from motwall.model.voting import chosen, open_round_now, tally

if TYPE_CHECKING:
    from motwall.ui.voting.rules import Wanted
    from motwall.ui.wall_page import WallPage


class VoteDeeds:
    """Pushes the edits of a vote, and says what happened where that helps."""

    def __init__(self, page: "WallPage") -> None:
        """Act on the wall of a page."""
        self._page = page
        self._document = page.document

    def begin(self, wanted: "Wanted") -> None:
        """Begin a vote with the first person."""
        document = self._document
        document.room_show.set_voter(1)
        document.push(
            votes.open_round(
                document.store,
                document.clock.new_id(),
                document.clock.now(),
                wanted.now.way,
                document.session_id,
                **wanted.details,
            )
        )

    def reveal(self, round_id: str, *, is_revealed: bool) -> None:
        """Show the result to everybody, or hide it again."""
        store = self._document.store
        self._document.push(votes.reveal_round(store, round_id, is_revealed=is_revealed))

    def adopt(self, round_id: str, most: int, picked: Sequence[str]) -> None:
        """Make `most` of the result the priorities, and end the vote; `picked` are by hand."""
        document, store = self._document, self._document.store
        patch = votes.adopt_votes(store, round_id, most, picked)
        if document.push(patch.then(votes.close_round(store, round_id, document.clock.now()))):
            count = len(chosen(store, round_id, picked, most))
            self._say(translate("Vote", "%n priorit(y|ies) chosen", count=count))

    def close(self, round_id: str) -> None:
        """End a vote without taking anything over."""
        document = self._document
        document.push(votes.close_round(document.store, round_id, document.clock.now()))

    def again(self, shown: VoteRound) -> None:
        """Begin another vote by the same rules; one that nobody gave anything in is not kept."""
        document, store = self._document, self._document.store
        new_id, now = document.clock.new_id(), document.clock.now()
        # To undo it is one step.
        key = f"vote.again.{new_id}"
        going_on, ended = open_round_now(store), Patch()
        if not tally(store, shown.id):
            ended = votes.delete_round(store, shown.id)
        elif going_on is not None:
            ended = votes.close_round(store, going_on.id, now)
        if not document.push(ended, key):
            return
        document.room_show.set_voter(1)
        begun = votes.open_round(
            store,
            new_id,
            now,
            shown.way,
            document.session_id,
            title=shown.title,
            budget=shown.budget,
            people=shown.people,
            may_stack=shown.may_stack,
            is_on_ticked=shown.is_on_ticked,
        )
        document.push(begun, key)

    def delete(self, round_id: str) -> None:
        """Forget a vote; a toast offers it back."""
        if self._document.push(votes.delete_round(self._document.store, round_id)):
            self._say(translate("Vote", "The vote is deleted"))

    def _say(self, words: str) -> None:
        self._page.toast.offer(words, (translate("Vote", "Undo"), self._page.undo))
