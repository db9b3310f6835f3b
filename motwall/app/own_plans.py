"""A facilitator's own plans of workshops: JSON files in a folder that motwall keeps for itself."""

from pathlib import Path

from motwall.export.files import write_whole
from motwall.model.errors import BadRecord, PlanUnreadable, WallFileUnreachable
from motwall.model.workshop_plans import OwnPlan, OwnPlansRead, file_stem, parse, written

#: A file that is larger is no plan, bytes.
_LARGEST = 1_000_000
_SUFFIX = ".json"


class OwnPlans:
    """Reads every plan in the folder, keeps one, deletes one.

    The files are as `model/workshop_plans.py` says; people may put their own beside them.
    """

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when the first plan is kept."""
        self.folder = folder

    def read(self) -> OwnPlansRead:
        """All plans that can be read, by title, and an error for each that cannot."""
        plans: list[OwnPlan] = []
        unread: list[PlanUnreadable] = []
        try:
            found = sorted(self.folder.glob(f"*{_SUFFIX}")) if self.folder.is_dir() else []
        except OSError as error:
            found, unread = [], [PlanUnreadable(self.folder, str(error))]
        for path in found:
            if path.name.startswith("."):
                continue  # being written just now
            try:
                plans.append(_read(path))
            except PlanUnreadable as error:
                unread.append(error)
        plans.sort(key=lambda one: (one.title.casefold(), one.name))
        return OwnPlansRead(tuple(plans), tuple(unread))

    def keep(self, plan: OwnPlan) -> OwnPlan:
        """Write a plan; one of the same title is replaced. Returns it with its name.

        Raises:
            WallFileError: It cannot be written.
        """
        kept = plan._replace(name=file_stem(plan.title))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WallFileUnreachable(self.folder, str(error)) from error
        words = written(kept)
        write_whole(self._path(kept.name), lambda one: _write(one, words), is_forced=True)
        return kept

    def delete(self, name: str) -> None:
        """Delete a plan; one that is gone already is no trouble.

        Raises:
            WallFileError: It cannot be deleted.
        """
        path = self._path(name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise WallFileUnreachable(path, str(error)) from error

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{_SUFFIX}"


def _read(path: Path) -> OwnPlan:
    try:
        if path.stat().st_size > _LARGEST:
            raise PlanUnreadable(path, "too large")
        return parse(path.read_text(encoding="utf-8-sig"), path.stem)
    except (OSError, UnicodeDecodeError, BadRecord) as error:
        raise PlanUnreadable(path, str(error)) from error


def _write(path: Path, words: str) -> None:
    path.write_text(words + "\n", encoding="utf-8")
