"""Where a facilitator's own plans are kept: what the card asks of the app."""

from pathlib import Path
from typing import Protocol

from motwall.model.workshop_plans import OwnPlan, OwnPlansRead


class PlanShelf(Protocol):
    """The user's own plans, in files."""

    @property
    def folder(self) -> Path:
        """Where they are; whoever puts a plan there finds it in the card."""

    def read(self) -> OwnPlansRead:
        """All of them, and what is wrong with those that cannot be read."""

    def keep(self, plan: OwnPlan) -> OwnPlan:
        """Write a plan; one of the same title is replaced. Returns it with its name.

        Raises:
            WallFileError: It cannot be written.
        """

    def delete(self, name: str) -> None:
        """Delete a plan.

        Raises:
            WallFileError: It cannot be deleted.
        """
