"""What to tell whoever is about to print notes to cut out; see `cutout_warnings`."""

from motwall.export.options import Pages, PdfOptions
from motwall.i18n import translate
from motwall.model.store import Store


def cutout_warnings(store: Store, options: PdfOptions) -> list[str]:
    """Sentences about the notes to cut out; none if all is well, or none are wanted.

    The words of all notes are broken into lines for it. So ask beside the window, where the pages
    are made.
    """
    if Pages.CUTOUTS not in options.pages:
        return []
    # Not before something is exported: reportlab takes a while.
    from motwall.export.pdf.cutouts import notes_cut_short  # noqa: PLC0415

    count = notes_cut_short(store, options)
    if not count:
        return []
    return [
        translate(
            "Handout",
            "%n note(s) to cut out too long for 76 mm: the end is left out, \u2026 says where.",
            count=count,
        )
    ]
