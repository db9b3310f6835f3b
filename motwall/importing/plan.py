"""What an import comes to: records, and what has to be said about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from motwall.i18n import translate
from motwall.model.clean_text import clean_text
from motwall.model.errors import ImportRefused
from motwall.model.fields import FieldRule
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Record

#: What a quoted value is cut to in a sentence, code points.
QUOTE_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made.

    Attributes:
        records: To be added.
        warnings: Sentences about what did not go in as it was (texts cut...).
        pictures: The bytes of pictures among the records, by digest; to be kept before those.
    """

    records: tuple[Record, ...]
    warnings: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def patch(self) -> Patch:
        """The patch that adds the records to the wall they were planned for."""
        return patch_of(self.records)


def patch_of(records: Iterable[Record]) -> Patch:
    """A patch that adds records, labelled for the history by the number of notes."""
    changes = [Change(None, record) for record in records]
    count = sum(isinstance(change.after, Moment) for change in changes)
    return Patch.of(changes, "import of %n note(s)", count)


@dataclass(slots=True)
class Findings:
    """What is found while reading a file; reading goes on, so that all problems are told at once.

    Attributes:
        problems: (row, what is wrong), row 0 for the file as a whole.
        warnings: Whole sentences.
    """

    problems: list[tuple[int, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def refuse(self, row: int, problem: str) -> None:
        """Take note of a problem; `settle` will raise."""
        self.problems.append((row, problem))

    def warn(self, warning: str) -> None:
        """Take note of something to be said; the import goes on."""
        self.warnings.append(warning)

    def settle(self) -> None:
        """Raise what was found.

        Raises:
            ImportRefused: There is a problem.
        """
        if self.problems:
            raise ImportRefused(self.problems)

    def text(self, raw: str, rule: FieldRule, where: str) -> str:
        """The text as the field takes it; cutting it is said.

        Args:
            raw: From the file.
            rule: Of the record's field.
            where: Where the text stands, such as "Row 3, description".
        """
        cleaned, is_cut = clean_text(raw, rule.limit, one_line=rule.is_line)
        if is_cut:
            sentence = translate(
                "Import", "{where}: cut to the first %n characters.", "", rule.limit
            )
            self.warn(sentence.format(where=where))
        return cleaned


def refused(problem: str, row: int = 0) -> ImportRefused:
    """The error of a file with a single problem."""
    return ImportRefused([(row, problem)])


def quoted(value: object) -> str:
    """A value from a file as a sentence can show it: one line, short, in quotes."""
    text = clean_text(str(value), QUOTE_LIMIT, one_line=True)
    return f'"{text.text}…"' if text.is_cut else f'"{text.text}"'
