"""What a wall that was just opened offers: changes kept aside last time, the next session."""

from motwall.app.open_wall import OpenWall
from motwall.i18n import translate
from motwall.model.records import Session
from motwall.ui.wall_page import WallPage


def offer_recovery(page: WallPage, wall: OpenWall) -> None:
    """Offer what could not be written last time."""

    def bring_back() -> None:
        page.message_bar.clear()
        document = wall.document
        if document.push(wall.recovery.patch_for(document.store)):
            wall.recovery.clear()

    def forget() -> None:
        page.message_bar.clear()
        wall.recovery.clear()

    words = translate(
        "App",
        "Last time, some changes could not be written to this wall. They were kept aside.",
    )
    choices = (
        (translate("App", "Bring them back"), bring_back),
        (translate("App", "Forget them"), forget),
    )
    page.message_bar.say(words, choices)


def offer_session(page: WallPage) -> None:
    """Offer to go on with a session, or to begin the next one, where that is due."""
    if page.document.store.count(Session):
        # Most walls have none, and need no words for it.
        from motwall.ui.sessions import offer  # noqa: PLC0415

        offer.offer_session(page)
