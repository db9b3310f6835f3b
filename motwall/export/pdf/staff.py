"""The staff report: what has moved, how it stands, what comes next, for people who were not there.

Facilitator edition only: it tells results. Its words greet, thank and ask; nobody is blamed.
"""

from functools import partial

from motwall.export.options import Edition, Pages, PdfOptions
from motwall.export.pdf.flow import TEXT, Block, Placed, Section, draw_flow, flow
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, upright
from motwall.export.pdf.part import Part
from motwall.export.pdf.pieces import Gap, Piece, text_lines
from motwall.export.pdf.priority import add_notes
from motwall.export.pdf.sheet import TextStyle
from motwall.export.pdf.staff_sections import Report, faces_section, news_sections
from motwall.i18n import translate
from motwall.model.dates import long_date_words
from motwall.model.sessions import next_session_day, session_day
from motwall.model.staff_news import staff_news
from motwall.model.store import Store

_LEAD = TextStyle(Face.BOLD, 15.0, 19.0)
_MOST_LINES = 8
_CLOSING = TextStyle(Face.SEMIBOLD, 10.0, 13.5)


def staff_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the report; with nothing to tell there are no pages, unless no others are wanted."""
    title = translate("Handout", "News from the wall")
    frame = Frame.of(store, upright(options.paper), title, options)
    body = frame.body
    if options.edition is Edition.PARTICIPANT:
        return Part(frame, ())
    report = Report(store, options, body.width, staff_news(store, options.made_on))
    if report.news.is_empty and set(options.pages) != {Pages.STAFF}:
        return Part(frame, ())
    sections = [_opening(report), faces_section(report), *news_sections(report), _closing(report)]
    pages = flow(sections, body.height)
    field = "staff-seen" if options.is_fillable else ""
    asked = translate("Handout", "WHAT DO YOU SEE? WRITE IT HERE AND HAND IT IN")
    add_notes(pages[-1], body, asked, field, _MOST_LINES)
    return Part(frame, tuple(partial(draw_flow, area=body, page=page) for page in pages))


def _opening(report: Report) -> Section:
    """What this is about, for whoever never saw the wall."""
    since, first = report.news.since, report.news.first
    if report.news.is_empty:
        lead = translate("Handout", "Our wall is new: the first news will stand here")
    elif first is not None:
        lead = translate("Handout", "Rated for the first time on {0}")
        lead = lead.format(long_date_words(session_day(first)))
    elif since is None:
        lead = translate("Handout", "This is how our moments of truth stand")
    else:
        lead = translate("Handout", "What has moved since {0}")
        lead = lead.format(long_date_words(session_day(since)))
    about = translate(
        "Handout",
        "Every time customers meet us, they form an opinion. We put these moments on a wall, look "
        "at them through the customers' eyes and make them better, one small step at a time.",
    )
    lines: list[Piece] = [*text_lines(lead, report.width, _LEAD), Gap(4.0)]
    return Section((Block((Placed(0.0, [*lines, *text_lines(about, report.width, TEXT)]),)),))


def _closing(report: Report) -> Section:
    """The next session, and thanks."""
    day = next_session_day(report.store, report.options.made_on)
    words = []
    if day is not None:
        meeting = translate("Handout", "We meet at the wall again on {0}.")
        words.append(meeting.format(long_date_words(day)))
    words.append(
        translate(
            "Handout",
            "Thank you to everybody who noticed something, tried something out or wrote a note.",
        )
    )
    return Section(
        (Block((Placed(0.0, text_lines(" ".join(words), report.width, _CLOSING)),), gap=16.0),)
    )
