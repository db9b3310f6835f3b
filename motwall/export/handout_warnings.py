"""What to tell whoever is about to hand something out: all that the chosen pages have to say."""

from motwall.export.cutout_warnings import cutout_warnings
from motwall.export.options import PdfOptions
from motwall.export.wall_warnings import wall_warnings
from motwall.model.store import Store


def handout_warnings(store: Store, options: PdfOptions) -> list[str]:
    """Sentences about a handout as the options have it, in the order of its pages.

    It takes as long as a tenth of the export: ask beside the window, where the pages are made.
    """
    return [*wall_warnings(store, options), *cutout_warnings(store, options)]
