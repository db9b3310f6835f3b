"""What the export sheet remembers, in the settings of the program."""

from typing import TYPE_CHECKING

from motwall.app.settings import Settings

if TYPE_CHECKING:
    from motwall.export.options import Branding


class KeptHandouts:
    """See `ui.handouts.choices.HandoutMemory`; imports nothing until it is asked."""

    def __init__(self, settings: Settings) -> None:
        """Read and write the settings."""
        self._settings = settings

    def handout_choices(self, wall_id: str) -> str:
        """What was kept last for a wall, else for any; "" at first."""
        from motwall.ui.handouts.choices import kept_for  # noqa: PLC0415 -- not before it is asked

        return kept_for(self._settings.handout_choices, wall_id)

    def keep_handout_choices(self, wall_id: str, text: str) -> None:
        """Keep this for a wall."""
        from motwall.ui.handouts.choices import with_kept  # noqa: PLC0415 -- as above

        self._settings.handout_choices = with_kept(self._settings.handout_choices, wall_id, text)

    def export_folder(self) -> str:
        """Where the last file went; "" at first."""
        return self._settings.export_folder

    def keep_export_folder(self, folder: str) -> None:
        """One went here."""
        self._settings.export_folder = folder

    def load_branding(self) -> "Branding":
        """Whose handouts they are."""
        from motwall.app.branding import load_branding  # noqa: PLC0415 -- not before it is asked

        return load_branding(self._settings)

    def save_branding(self, branding: "Branding") -> None:
        """Keep that.

        Raises:
            WallFileError: The logo cannot be written.
        """
        from motwall.app.branding import save_branding  # noqa: PLC0415 -- as above

        save_branding(self._settings, branding)
