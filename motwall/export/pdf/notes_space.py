"""What is left of a page, ruled to be written on."""

from motwall.export.pdf.blanks import PITCH, Blank
from motwall.export.pdf.flow import Block, FlowPage, Placed, flow, titled, used

#: Above the section, and so much for its rule and its heading.
_GAP, _HEAD = 14.0, 22.0
#: Fewer lines are no room for notes.
_LEAST_LINES = 2


def with_notes(
    pages: list[FlowPage], width: float, room: float, title: str, field: str = ""
) -> list[FlowPage]:
    """Rule the rest of the last page under a heading; where little is left it stays as it is.

    Args:
        pages: Of `flow`.
        width: Of the lines.
        room: The height of a page's body.
        title: The heading.
        field: The name of a field that lies on the lines; "" for none.
    """
    top = used(pages[-1]) + _GAP
    lines = int((room - top - _HEAD) / PITCH)
    if lines < _LEAST_LINES:
        return pages
    blank = Block((Placed(0.0, [Blank(width, lines, field, title)]),))
    (placed,) = flow([titled(title, width, [blank])], room - top)
    return [*pages[:-1], [*pages[-1], *(one._replace(y=one.y + top) for one in placed)]]
