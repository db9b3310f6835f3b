"""What to tell whoever is about to print the wall; see `wall_warnings`."""

from motwall.export.options import Pages, Paper, PdfOptions, WallAs
from motwall.i18n import translate
from motwall.model.records import Moment
from motwall.model.store import Store

#: Smaller words, in points, nobody reads on paper.
LEAST_READABLE = 6.0
#: Paper of twice the area, on which everything is so much larger.
_LARGER = {Paper.A4: "A3", Paper.LETTER: "Tabloid"}
_GROWTH = 1.4


def wall_warnings(store: Store, options: PdfOptions) -> list[str]:
    """Sentences about the wall on paper as the options have it; none if all is well.

    The wall is laid out for it: that takes as long as a tenth of the export, and the first time
    reportlab is imported. So ask beside the window, where the pages are made.
    """
    if Pages.WALL not in options.pages or options.wall_as is not WallAs.FIT:
        return []
    if not store.count(Moment):
        return []
    from motwall.export.pdf.wall import fitted_text_size  # noqa: PLC0415 -- as the docstring says

    size = fitted_text_size(store, options)
    if size >= LEAST_READABLE:
        return []
    larger = _LARGER.get(options.paper, "")
    if larger and size * _GROWTH >= LEAST_READABLE:
        words = translate(
            "Handout",
            "Text of the wall would be {size} pt: use {paper}, a poster, or pages of lines.",
        )
    else:
        words = translate(
            "Handout", "Text of the wall would be {size} pt: use a poster, or pages of lines."
        )
    # Rounded down: 5.96 is not 6.0.
    return [words.format(size=f"{int(size * 10) / 10:.1f}", paper=larger)]
