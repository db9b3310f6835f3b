"""Where a user's own questions are kept: what the card asks of the app."""

from pathlib import Path
from typing import Protocol

from motwall.model.question_bank import OwnBanks
from motwall.model.records import AnswerKind


class QuestionShelf(Protocol):
    """The user's own banks, in files."""

    @property
    def folder(self) -> Path:
        """Where they are; whoever puts a bank there finds it in the card."""

    def read(self) -> OwnBanks:
        """All of them, and what is wrong with those that cannot be read."""

    def keep(self, text: str, kind: AnswerKind) -> bool:
        """Add a question to the user's own bank; False if it is there already.

        Raises:
            QuestionsUnreadable: The bank was damaged by hand; it is left as it is.
            WallFileError: It cannot be written.
        """
