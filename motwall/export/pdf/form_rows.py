"""Rows of the planning form as they are filled in on the wall."""

from collections.abc import Mapping
from functools import partial

from motwall.export.options import PdfOptions
from motwall.export.pdf.blanks import Area, OpenFaces
from motwall.export.pdf.frame import elided
from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.photos import Photo, Photos
from motwall.export.pdf.pieces import (
    BODY,
    NAME,
    QUIET_BODY,
    SMALL,
    FaceMark,
    Gap,
    Marks,
    PhotoPiece,
    Piece,
    TextLine,
    boxed_lines,
    text_lines,
)
from motwall.export.pdf.sheet import Sheet
from motwall.export.pdf.table import PADDING, Cell, Row
from motwall.export.pdf.words import form_hints, place_words
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.layout import Rect
from motwall.model.note_look import NoteLook, look_of, priority_numbers
from motwall.model.order import actions_of
from motwall.model.records import ActionState, ContactType, Moment, PlannedAction
from motwall.model.store import Store

#: Where the columns start and how wide their text is, as shares of the form's width.
_STARTS = (0.0156, 0.191, 0.42, 0.658, 0.76)
_WIDTHS = (0.1604, 0.214, 0.223, 0.088, 0.24)
#: What the names of fields say of their columns.
FIELDS = ("moment", "description", "issue", "ranking", "action")
STRIP = 6.0
#: Two lines of handwriting.
_LEAST = 50.0
_NAME_LINES = 2
#: Of the photo of a note without words: it can just be read, and the row is not much higher.
_PHOTO_HEIGHT = 62.0


def form_starts(width: float) -> tuple[float, ...]:
    """Where the five columns start on a form of a width."""
    return tuple(share * width for share in _STARTS)


def form_widths(width: float) -> tuple[float, ...]:
    """How wide the texts of the five columns are."""
    return tuple(share * width for share in _WIDTHS)


def name_cell(
    look: NoteLook,
    place: str,
    merged: tuple[str, ...],
    width: float,
    photo: Photo | None = None,
) -> list[Piece]:
    """What the note says, below its marks; then where it is, and what else it was called.

    A note without words is told by its photo, if it has one.
    """
    kind, style = look.contact_type, QUIET_BODY if look.is_prompt else NAME
    cell: list[Piece] = []
    if kind or look.is_ticked or look.priority:
        cell.append(Marks(kind.code if kind else "", look.is_ticked, look.priority))
    if photo is not None and not look.has_words:
        cell += [PhotoPiece(photo, width, _PHOTO_HEIGHT), Gap(2.0)]
    else:
        cell += text_lines(look.text, width, style)
    cell += [Gap(1.0), *text_lines(place, width, SMALL)]
    if merged:
        others = translate("Handout", "also: {0}").format("; ".join(merged))
        cell += text_lines(others, width, SMALL)
    return cell


def repeated_name(look: NoteLook, width: float) -> list[Piece]:
    """The name, two lines of it at most, and "continued"."""
    lines = text_lines(look.text, width, NAME)
    if len(lines) > _NAME_LINES:
        one_line = look.text.replace("\n", " ")
        lines = [TextLine(elided(one_line, width, NAME), NAME)]
    return [*lines, TextLine(translate("Handout", "continued"), SMALL), Gap(4.0)]


def draw_type(kind: ContactType, sheet: Sheet, row: Rect, *, is_pale: bool) -> None:
    """Draw the strip of a contact type at the left of a row."""
    inset = PADDING + 0.6
    area = Rect(row.x, row.y + inset, STRIP, row.height - 2 * inset)
    draw_strip(sheet, area, kind, is_pale=is_pale)


class FormWriter:
    """Turns moments into rows of a width.

    Args:
        store: The wall.
        options: Of the handout.
        width: Of the form.
        places: What is said of each step, by id; None: its number, title and stage.
    """

    def __init__(
        self,
        store: Store,
        options: PdfOptions,
        width: float,
        places: Mapping[str | None, str] | None = None,
    ) -> None:
        self._store = store
        self._options = options
        self._photos = Photos(options)
        self._widths = form_widths(width)
        self._numbers = priority_numbers(store)
        self._places = places or place_words(store)
        self._made = 0

    def row(self, moment: Moment, *, has_heavy_end: bool = False) -> Row:
        """The row of a moment."""
        self._made += 1
        look = look_of(self._store, moment, self._numbers)
        kind = look.contact_type
        is_pale = self._options.is_ink_saver
        return Row(
            cells=self._cells(moment, look),
            least=_LEAST,
            repeated=repeated_name(look, self._widths[0]),
            backdrop=partial(draw_type, kind, is_pale=is_pale) if kind else None,
            has_heavy_end=has_heavy_end,
        )

    def empty_row(self, height: float) -> Row:
        """A row to be written on."""
        self._made += 1
        return Row(
            cells=tuple(self._open(column, height) for column in range(len(FIELDS))), least=height
        )

    def _cells(self, moment: Moment, look: NoteLook) -> tuple[Cell, ...]:
        name, description, issue, _, action = self._widths
        field = f"form-{self._made}-ranking" if self._options.is_fillable else ""
        ranking = FaceMark(moment.rating) if moment.rating else OpenFaces(field)
        place = self._places[moment.step_id]
        return (
            name_cell(look, place, moment.merged, name, self._photos.find(look.photo)),
            text_lines(moment.description, description) or self._open(1, _LEAST),
            text_lines(moment.issue, issue) or self._open(2, _LEAST),
            [ranking],
            self._action_cell(moment, action) or self._open(4, _LEAST),
        )

    def _open(self, column: int, height: float) -> Cell:
        """What is empty: on a screen it can be filled in."""
        if not self._options.is_fillable:
            return ()
        name = f"form-{self._made}-{FIELDS[column]}"
        tip = form_hints()[column]
        return [Area(self._widths[column], height - 2 * PADDING, name, tip)]

    def _action_cell(self, moment: Moment, width: float) -> list[Piece]:
        cell: list[Piece] = []
        for action in actions_of(self._store, moment.id):
            if cell:
                cell.append(Gap(3.5))
            style = QUIET_BODY if action.state is ActionState.DROPPED else BODY
            cell += boxed_lines(self._action_words(action), width, style, action.state)
        return cell

    def _action_words(self, action: PlannedAction) -> str:
        options = self._options
        details = [action.owner] if action.owner.strip() and options.has_names else []
        if action.due is not None:
            details.append(date_words(action.due, options.made_on))
        if action.state is ActionState.DROPPED:
            details.append(translate("Handout", "dropped"))
        return " \u2014 ".join(part for part in (action.text, ", ".join(details)) if part)
