"""A user's own lists of questions: JSON files in a folder that motwall keeps for itself."""

from pathlib import Path

from motwall.export.files import write_whole
from motwall.i18n import translate
from motwall.model.errors import BadRecord, QuestionsUnreadable, WallFileUnreachable
from motwall.model.question_bank import (
    OWN_NAME,
    OwnBanks,
    QuestionBank,
    parse,
    with_question,
    written,
)
from motwall.model.records import AnswerKind

#: A file that is larger is no list of questions, bytes.
_LARGEST = 1_000_000
_SUFFIX = ".json"


class OwnQuestions:
    """Reads every list in the folder, and adds to the one called "own".

    The files are as `model/question_bank.py` says; people may put their own beside it.
    """

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when the first question is kept."""
        self.folder = folder

    def read(self) -> OwnBanks:
        """All lists that can be read, by file name, and an error for each that cannot."""
        banks: list[QuestionBank] = []
        unread: list[QuestionsUnreadable] = []
        try:
            found = sorted(self.folder.glob(f"*{_SUFFIX}")) if self.folder.is_dir() else []
        except OSError as error:
            found, unread = [], [QuestionsUnreadable(self.folder, str(error))]
        for path in found:
            if path.name.startswith("."):
                continue  # being written just now
            try:
                banks.append(_read(path))
            except QuestionsUnreadable as error:
                unread.append(error)
        return OwnBanks(tuple(banks), tuple(unread))

    def keep(self, text: str, kind: AnswerKind) -> bool:
        """Add a question to the user's own list; False if it is there already.

        Raises:
            QuestionsUnreadable: The list was damaged by hand; it is left as it is.
            WallFileError: It cannot be written.
        """
        path = self.folder / f"{OWN_NAME}{_SUFFIX}"
        before = self._own(path)
        after = with_question(before, text, kind)
        if after is before:
            return False
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WallFileUnreachable(self.folder, str(error)) from error
        words = written(after)
        write_whole(path, lambda one: _write(one, words), is_forced=True)
        return True

    def _own(self, path: Path) -> QuestionBank:
        if path.exists():
            return _read(path)
        return QuestionBank(OWN_NAME, translate("Questions", "Our own"), "", ())


def _read(path: Path) -> QuestionBank:
    try:
        if path.stat().st_size > _LARGEST:
            raise QuestionsUnreadable(path, "too large")
        return parse(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, BadRecord) as error:
        raise QuestionsUnreadable(path, str(error)) from error


def _write(path: Path, words: str) -> None:
    path.write_text(words + "\n", encoding="utf-8")
