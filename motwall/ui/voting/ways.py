"""The ways on and back in the foot of a vote; how it stands decides which of them are there."""

from PySide6.QtWidgets import QPushButton

from motwall.i18n import translate


class VoteWays:
    """The buttons; one of them is the main one.

    Attributes:
        delete: Forget the vote that is shown.
        all_votes: Back to where a vote begins.
        change_rules: Unfolds what may be changed in the middle.
        before: The person or the note before.
        hide_again: The result is hidden and the vote goes on.
        again: Another vote by the same rules.
        end: Close the vote without a choice.
        reveal: Show the result, before all have voted.
        go_on: What comes next.
    """

    def __init__(self) -> None:
        """Make them; they do nothing yet."""
        self.delete = _button(translate("Vote", "Delete this vote"), "danger")
        self.all_votes = _button(translate("Vote", "All votes"))
        self.change_rules = _button("")
        self.change_rules.setCheckable(True)
        self.before = _button("")
        self.hide_again = _button(translate("Vote", "Hide it again"))
        self.again = _button(translate("Vote", "Vote again"))
        self.end = _button(translate("Vote", "Close the vote"))
        self.reveal = _button(translate("Vote", "Show the result"))
        self.go_on = _button("", "primary")

    @property
    def every(self) -> list[QPushButton]:
        """All of them, from the left."""
        return [
            self.delete,
            self.all_votes,
            self.change_rules,
            self.before,
            self.hide_again,
            self.again,
            self.end,
            self.reveal,
            self.go_on,
        ]

    def show_none(self) -> None:
        """Take all of them away."""
        for button in self.every:
            button.setVisible(False)

    def show_before(self, words: str, *, is_shown: bool, is_there: bool) -> None:
        """The way back to the person or the note before, if there is one."""
        self.before.setText(words)
        self.before.setVisible(is_shown)
        self.before.setEnabled(is_there)

    def show_of_result(self, *, is_open: bool, is_usable: bool) -> None:
        """What can be done with a result, but for making it the choice."""
        for button, is_shown in (
            (self.hide_again, is_open),
            (self.end, is_open),
            (self.delete, not is_open),
            (self.all_votes, not is_open),
            (self.again, True),
        ):
            button.setVisible(is_shown)
            button.setEnabled(is_usable or button is self.all_votes)


def _button(words: str, kind: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", kind)
    return button
