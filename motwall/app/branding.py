"""Whose handouts they are: logo, strapline and contact line of whoever runs the workshops.

They belong to the program, not to a wall: an adviser hands out the handouts of many businesses.
"""

from motwall.app.settings import Settings
from motwall.export.options import Branding
from motwall.paint.logo import is_logo


def load_branding(settings: Settings) -> Branding:
    """What was saved last; an empty one at first, and no logo where its file was spoilt."""
    logo = settings.logo
    return Branding(
        logo=logo if is_logo(logo) else b"",
        strapline=settings.strapline,
        contact=settings.contact,
    )


def save_branding(settings: Settings, branding: Branding) -> None:
    """Remember it for all walls; its texts are cleaned on the way.

    Raises:
        WallFileError: The logo cannot be written; strapline and contact line are kept.
    """
    cleaned = branding.cleaned()
    settings.strapline = cleaned.strapline
    settings.contact = cleaned.contact
    if settings.logo != branding.logo:
        settings.logo = branding.logo
