"""Behind the cover: what the team agreed in the latest session, and names it has no room for.

Participants do not get what came out of a session.
"""

from motwall.export.options import Edition, PdfOptions
from motwall.export.pdf.flow import TEXT, Block, FlowPage, Placed, Section, flow, titled
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.notes_space import with_notes
from motwall.export.pdf.pieces import text_lines
from motwall.export.pdf.sheet import TextStyle
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.sessions import last_session_held
from motwall.model.store import Store

#: What a team agrees should be seen from across a table.
_LARGE = TextStyle(Face.MEDIUM, 13.0, 18.0)
#: Letters; a longer text is no motto.
_SHORT = 300
#: Of the width: longer lines are hard to read.
_MEASURE = 0.82


def session_pages(store: Store, options: PdfOptions, area: Rect, names: str) -> list[FlowPage]:
    """Lay the pages out; none if there is nothing to say.

    Args:
        store: The wall.
        options: Of the handout.
        area: Of a page's content.
        names: Who took part, where that is not on the cover.
    """
    session = last_session_held(store, options.made_on)
    if session is None:
        return []
    said = [(translate("Handout", "WHO TOOK PART"), names, TEXT)]
    if options.edition is Edition.FACILITATOR:
        said += [
            (translate("Handout", "WHAT WE AGREED"), session.agreement, _LARGE),
            (translate("Handout", "THE POINT IS"), session.take_away, _LARGE),
            (translate("Handout", "NOTES"), session.notes, TEXT),
        ]
    sections = [
        _section(title, text, style, area.width) for title, text, style in said if text.strip()
    ]
    if not sections:
        return []
    more = translate("Handout", "FOR NEXT TIME")
    field = "session-notes" if options.is_fillable else ""
    return with_notes(flow(sections, area.height), area.width, area.height, more, field)


def _section(title: str, text: str, style: TextStyle, width: float) -> Section:
    lines = text_lines(text, width * _MEASURE, style if len(text) <= _SHORT else TEXT)
    return titled(title, width, [Block((Placed(0.0, lines),))])
