"""The one page of a handout whose pages have nothing to show."""

from functools import partial

from motwall.export.options import PdfOptions
from motwall.export.pdf.frame import Frame, upright
from motwall.export.pdf.part import Part
from motwall.export.pdf.pieces import BODY, text_lines
from motwall.export.pdf.sheet import Sheet
from motwall.i18n import translate
from motwall.model.store import Store


def nothing_part(store: Store, options: PdfOptions) -> Part:
    """A page that says so: a PDF without any page cannot be opened."""
    title = translate("Handout", "Nothing to print yet")
    frame = Frame.of(store, upright(options.paper), title, options)
    return Part(frame, (partial(_draw, frame),))


def _draw(frame: Frame, sheet: Sheet) -> None:
    words = translate(
        "Handout", "The pages that were chosen have nothing to show in this edition of this wall."
    )
    y = frame.body.y
    for line in text_lines(words, frame.body.width, BODY):
        line.draw(sheet, frame.body.x, y)
        y += line.height
