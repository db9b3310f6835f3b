"""Ladders as stairs and measures as trends, by moment; what is about the whole wall comes first."""

from motwall.export.options import Edition, Pages, PdfOptions
from motwall.export.pdf.chart import ChartPiece, chart_look
from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.frame import Frame, elided, upright
from motwall.export.pdf.part import Part, table_part
from motwall.export.pdf.pieces import BODY, NAME, SMALL, Gap, Piece, TextLine, text_lines
from motwall.export.pdf.sheet import TextStyle
from motwall.export.pdf.table import HEAD_HEIGHT, Column, PlacedRow, Row, paginate
from motwall.export.pdf.words import moment_name
from motwall.i18n import translate
from motwall.model.belongings import ladders_of, measures_of, rungs_of
from motwall.model.dates import date_words
from motwall.model.order import all_moments
from motwall.model.progress_words import (
    aim_words,
    ladder_name,
    ladder_words,
    measure_name,
    rung_words,
    trend_words,
)
from motwall.model.records import Ladder, Measure
from motwall.model.stairs import stairs_chart
from motwall.model.store import Store
from motwall.model.textfit import ELLIPSIS, LINE_SPACING, fit_text
from motwall.model.trends import trend_chart, trend_of

#: Of the width: where the charts begin, and how wide the words before them may be.
CHART_AT, _WORDS = 0.3, 0.275
_STAIRS_HEIGHT, _TREND_HEIGHT = 138.0, 132.0
_TEXT = 7.5
#: On narrower steps units and promises are missing.
_MOST_STEPS = 8
_MOMENT = TextStyle(Face.BOLD, 11.0, 15.0)
_MOMENT_GAP = 6.0
_MOST_NAME_LINES = 3


def ladders_part(store: Store, options: PdfOptions) -> Part:
    """Lay out ladders and measures; without any there are no pages, unless no others are wanted."""
    title = translate("Handout", "Ladders and measures")
    frame = Frame.of(store, upright(options.paper), title, options)
    body = frame.body
    if options.edition is Edition.PARTICIPANT:
        return Part(frame, ())
    rows = _rows(store, options, body.width)
    if not rows and set(options.pages) != {Pages.LADDERS}:
        return Part(frame, ())
    columns = (
        Column(translate("Handout", "LADDER OR MEASURE"), 0.0),
        Column(translate("Handout", "RUNGS AND READINGS"), CHART_AT * body.width),
    )
    pages = paginate(rows, body.height - HEAD_HEIGHT)
    if not rows:
        none = translate("Handout", "No ladder and no measure yet.")
        blank = Row(cells=(text_lines(none, body.width * _WORDS), ()))
        pages = [[PlacedRow(blank, 0.0, blank.height)]]
    return table_part(frame, columns, pages)


def _rows(store: Store, options: PdfOptions, width: float) -> list[Row]:
    rows: list[Row] = []
    for moment in (None, *all_moments(store)):
        moment_id = moment.id if moment else None
        own = [measure_row(store, one, options, width) for one in measures_of(store, moment_id)]
        if moment_id is not None:
            ladders = ladders_of(store, moment_id)
            own = [*(ladder_row(store, one, options, width) for one in ladders), *own]
        if own:
            whole = translate("Handout", "The whole wall")
            rows += [_heading(moment_name(store, moment) if moment else whole, width), *own]
    return rows


def _heading(name: str, width: float) -> Row:
    # A heading is never cut: as long as a page, it would leave no room for what it is of.
    height = _MOST_NAME_LINES * _MOMENT.size * LINE_SPACING
    fitted = fit_text(name, width, height, [_MOMENT.size], unit_width(_MOMENT.face))
    continued = TextLine(translate("Handout", "continued"), SMALL)
    one_line = elided(" ".join(name.split()), width, _MOMENT)
    return Row(
        cells=([Gap(_MOMENT_GAP), *(TextLine(line, _MOMENT) for line in fitted.lines)], ()),
        repeated=[TextLine(one_line, _MOMENT), continued],
        is_heading=True,
    )


def ladder_row(
    store: Store, ladder: Ladder, options: PdfOptions, width: float, height: float = _STAIRS_HEIGHT
) -> Row:
    """A ladder's words beside its stairs, the second cell `CHART_AT` of the width from the left."""
    look = chart_look(width * (1 - CHART_AT), height, _TEXT)
    chart = stairs_chart(store, ladder.id, look, options.made_on)
    pieces: list[Piece] = [ChartPiece(chart, options.is_ink_saver)]
    if len(chart.boxes) > _MOST_STEPS or any(one.text.endswith(ELLIPSIS) for one in chart.words):
        # Too much for the steps: in full below them.
        pieces.append(Gap(4.0))
        for place, rung in enumerate(rungs_of(store, ladder.id), start=1):
            words = f"{place}. {rung_words(ladder, rung)}"
            if rung.due is not None:
                by = translate("Handout", "{0}, by {1}")
                words = by.format(words, date_words(rung.due, options.made_on))
            pieces += text_lines(words, look.width, SMALL)
    said = ladder_words(store, ladder.id, options.made_on)
    return Row(cells=(_words(ladder_name(ladder), said, width), pieces))


def measure_row(
    store: Store, measure: Measure, options: PdfOptions, width: float, height: float = _TREND_HEIGHT
) -> Row:
    """A measure's words beside its trend, the second cell `CHART_AT` of the width from the left."""
    trend = trend_of(store, measure.id)
    pieces: list[Piece] = []
    if trend.readings or measure.target is not None:
        look = chart_look(width * (1 - CHART_AT), height, _TEXT)
        pieces.append(ChartPiece(trend_chart(trend, look), options.is_ink_saver))
    said = [trend_words(trend, options.made_on), aim_words(measure)]
    return Row(cells=(_words(measure_name(measure), said, width), pieces))


def _words(name: str, said: list[str], width: float) -> list[Piece]:
    room = width * _WORDS
    pieces: list[Piece] = [*text_lines(name, room, NAME)]
    for one in said:
        pieces.append(Gap(3.0))
        pieces += text_lines(one, room, BODY)
    return pieces
