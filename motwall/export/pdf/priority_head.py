"""The head of a priority's page: number, moment, type and step; now, target and customer."""

from dataclasses import dataclass

from motwall.export.options import Edition, PdfOptions
from motwall.export.pdf.blanks import OpenFaces
from motwall.export.pdf.flow import LABEL, Block, Placed, Rule
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import elided
from motwall.export.pdf.icons import draw_icon
from motwall.export.pdf.marks import draw_arrow, draw_face, draw_priority_disc
from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.photos import Photo, Photos
from motwall.export.pdf.pieces import (
    BODY,
    NAME,
    QUIET_BODY,
    SMALL,
    Gap,
    PhotoPiece,
    Piece,
    TextLine,
    text_lines,
)
from motwall.export.pdf.sheet import INK, Pen, Sheet, TextStyle
from motwall.export.pdf.words import DOT, place_words
from motwall.i18n import translate
from motwall.model.aims import aimed_rating
from motwall.model.customers import customer_name
from motwall.model.layout import Rect
from motwall.model.pictures import picture_of
from motwall.model.records import ContactType, Moment, Rating
from motwall.model.store import Store
from motwall.model.words import evidence_word, rating_word

_TITLE = TextStyle(Face.BOLD, 15.0, 19.0)
_SHORT = TextStyle(Face.BOLD, 11.0, 14.0)
_WORD = TextStyle(Face.SEMIBOLD, 11.0, 14.0)
_CODE = TextStyle(Face.BOLD, 8.0, 12.5)
_HEAVY = Pen(INK, 0.9)
_DISC, _SHORT_DISC = 11.0, 7.5
#: Where the words beside the disc begin.
_BESIDE, _SHORT_BESIDE = 31.0, 22.0
_FACE, _BLANK_FACE = 26.0, 18.0
#: Where target and customer stand, as shares of the width.
_TARGET_AT, _CUSTOMER_AT = 0.31, 0.55
_MOST_ASIDE = 5
_SWATCH, _SIGN = 14.0, 10.0
#: Of the photo at the right of the words, and larger where there are none.
_PHOTO, _ONLY_PHOTO = (110.0, 72.0), (200.0, 130.0)
_PHOTO_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority and what is needed to tell of it.

    Attributes:
        store: The wall.
        options: Of the handout.
        width: Of the page's body.
        number: From 1.
        moment: The moment.
    """

    store: Store
    options: PdfOptions
    width: float
    number: int
    moment: Moment

    @property
    def name(self) -> str:
        """What stands on its note."""
        return self.moment.text or self.moment.prompt or translate("Handout", "No words yet")

    @property
    def photo(self) -> Photo | None:
        """That of its note, if there is one to be shown."""
        found = picture_of(self.store, self.moment.id)
        return None if found is None else Photos(self.options).find(found.digest)

    def field(self, name: str) -> str:
        """The name of a field, "" where nothing is filled in on a screen."""
        return f"priority-{self.number}-{name}" if self.options.is_fillable else ""


def title_block(about: Priority) -> Block:
    """Number, moment, and below it type and step; at the right the photo of its note."""
    room = about.width - _BESIDE
    beside: list[Placed] = []
    photo = about.photo
    if photo is not None:
        piece = PhotoPiece(photo, *(_PHOTO if about.moment.text else _ONLY_PHOTO))
        width = piece.size[0]
        beside.append(Placed(about.width - width, [Gap(2.0), piece]))
        room -= width + _PHOTO_GAP
    cell: list[Piece] = [*text_lines(about.name, room, _TITLE), Gap(3.0), *_kind_lines(about, room)]
    return Block((Placed(0.0, [_Disc(about.number, _DISC)]), Placed(_BESIDE, cell), *beside))


def short_title_block(about: Priority) -> Block:
    """The same in one line, where a priority goes on."""
    more = translate("Handout", "continued")
    room = about.width - _SHORT_BESIDE - SMALL.width(more) - 6.0
    name = elided(" ".join(about.name.split()), room, _SHORT)
    line = TextLine(name, _SHORT)
    beside: list[Piece] = [Gap(3.0), TextLine(more, SMALL)]
    return Block(
        (
            Placed(0.0, [_Disc(about.number, _SHORT_DISC)]),
            Placed(_SHORT_BESIDE, [line, Gap(8.0)]),
            Placed(_SHORT_BESIDE + _SHORT.width(name) + 6.0, beside),
        )
    )


def standing_block(about: Priority) -> Block:
    """Now, target and customer, side by side under a heavy rule."""
    moment, width = about.moment, about.width
    target, customer = _TARGET_AT * width, _CUSTOMER_AT * width
    rests_on = translate("Handout", "rests on: {0}").format(evidence_word(moment.evidence).lower())
    now = _face_cell(moment.rating, rests_on, about.field("now"))
    aim = aimed_rating(about.store, moment.id)
    cells = [
        Placed(0.0, [Rule(width, _HEAVY), *_labelled(translate("Handout", "NOW"), now)]),
        Placed(
            target,
            _labelled(translate("Handout", "TARGET"), _face_cell(aim, "", about.field("target"))),
        ),
        Placed(
            customer,
            _labelled(translate("Handout", "CUSTOMER"), _customer_cell(about, width - customer)),
        ),
    ]
    if moment.rating and aim:
        cells.append(Placed(target - 27.0, [_Arrow()]))
    return Block(tuple(cells), gap=10.0)


def description_aside(about: Priority) -> list[TextLine]:
    """The description beside the faces, if it is short enough to stand there."""
    width = (1 - _CUSTOMER_AT) * about.width
    lines = text_lines(about.moment.description, width, BODY)
    return lines if len(lines) <= _MOST_ASIDE else []


def _labelled(label: str, cell: list[Piece]) -> list[Piece]:
    return [Gap(7.0), TextLine(label, LABEL), Gap(4.0), *cell]


def _face_cell(rating: Rating | None, more: str, field: str) -> list[Piece]:
    if rating is not None:
        return [_FaceWord(rating, more)]
    return [OpenFaces(field, _BLANK_FACE), TextLine(translate("Handout", "ring one"), SMALL)]


def _customer_cell(about: Priority, width: float) -> list[Piece]:
    """Who it is for, what happens to them there, and who sees to it."""
    moment = about.moment
    cell: list[Piece] = [*text_lines(customer_name(about.store, moment.row_id), width, NAME)]
    cell += description_aside(about)
    if moment.who_delivers and about.options.has_names:
        words = translate("Handout", "delivered by: {0}").format(moment.who_delivers)
        cell += text_lines(words, width, QUIET_BODY)
    return cell


def _kind_lines(about: Priority, width: float) -> list[Piece]:
    """The sign of the contact type and its name, the step, and what is special."""
    moment = about.moment
    kind = about.store.find(ContactType, moment.contact_type_id)
    parts = [kind.name] if kind else []
    parts.append(place_words(about.store)[moment.step_id])
    if moment.is_make_or_break and about.options.edition is Edition.FACILITATOR:
        parts.append(translate("Handout", "make or break"))
    words = DOT.join(part for part in parts if part)
    if kind is None:
        return [*text_lines(words, width, QUIET_BODY)]
    indent = _SWATCH + 4.0 + _SIGN + 4.0 + _CODE.width(kind.code) + 6.0
    lines = text_lines(words, width, QUIET_BODY, indent)
    sign = _KindSign(kind, lines[0], is_pale=about.options.is_ink_saver)
    return [sign, *lines[1:]]


@dataclass(frozen=True, slots=True)
class _Disc:
    """The disc "P1"; it takes no more height than the line beside it."""

    number: int
    radius: float

    @property
    def height(self) -> float:
        return 2 * self.radius

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        top = y if self.radius == _SHORT_DISC else y - 1.5
        draw_priority_disc(sheet, x + self.radius, top + self.radius, self.radius, self.number)


@dataclass(frozen=True, slots=True)
class _KindSign:
    """Strip, icon and code of a contact type before a line of words."""

    kind: ContactType
    line: TextLine
    is_pale: bool

    @property
    def height(self) -> float:
        return self.line.height

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        draw_strip(sheet, Rect(x, y + 1.0, _SWATCH, _SIGN), self.kind, is_pale=self.is_pale)
        left = x + _SWATCH + 4.0
        draw_icon(sheet, left, y + 1.0, _SIGN, self.kind.icon)
        sheet.text(left + _SIGN + 4.0, y + 8.9, self.kind.code, _CODE)
        self.line.draw(sheet, x, y)


@dataclass(frozen=True, slots=True)
class _FaceWord:
    """A face with its word beside it, and more below the word."""

    rating: Rating
    more: str
    height: float = _FACE + 2.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        draw_face(sheet, x, y, _FACE, self.rating)
        left = x + _FACE + 8.0
        top = y if self.more else y + (_FACE - _WORD.leading) / 2
        TextLine(rating_word(self.rating), _WORD).draw(sheet, left, top)
        TextLine(self.more, SMALL).draw(sheet, left, y + _WORD.leading)


@dataclass(frozen=True, slots=True)
class _Arrow:
    """An arrow level with the middle of the faces."""

    height: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        draw_arrow(sheet, x, y + 11.0 + LABEL.leading + _FACE / 2, 16.0)
