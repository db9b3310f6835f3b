"""What could not be written to a wall is kept here, outside it, one JSON line a patch."""

import contextlib
import json
import logging
import os
from pathlib import Path

from motwall.model.codec import plain_value
from motwall.model.errors import BadRecord
from motwall.model.journal import EntryHeader, PlainChange, encode, replayed
from motwall.model.patch import Patch
from motwall.model.rebase import rebased
from motwall.model.store import Store

_log = logging.getLogger(__name__)


class RecoveryFile:
    """The recovery file of one wall; it exists only while something waits."""

    def __init__(self, folder: Path, wall_id: str) -> None:
        """Name the file after the wall."""
        self.path = folder / f"{wall_id}.jsonl"

    def keep(self, patch: Patch, header: EntryHeader) -> None:
        """Append a patch, forced to disk; a failure here is logged, there is no further net."""
        line = {
            "id": header.id,
            "at": plain_value(header.at),
            "label": header.label.text,
            "changes": encode(patch),
        }
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            _log.exception("the recovery file cannot be written")

    def kept(self) -> list[list[PlainChange]]:
        """The changes of each patch kept, in order; a line that makes no sense is passed over."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except OSError:
            return []
        found = []
        for line in lines:
            try:
                found.append(json.loads(line)["changes"])
            except (ValueError, KeyError, TypeError):
                # The last line may be half written: the disk was full, after all.
                _log.warning("a line of the recovery file cannot be read")
        return found

    def patch_for(self, store: Store) -> Patch:
        """What was kept, on top of the wall as it is now; what no longer fits is left out."""
        patch = Patch()
        for changes in self.kept():
            so_far = Store(store.everything())
            so_far.apply(patch)
            try:
                patch = patch.then(replayed(so_far, [changes], is_inverted=False))
            except (KeyError, BadRecord, TypeError, AttributeError):
                _log.warning("a patch of the recovery file does not fit the wall")
        return rebased(store, patch).labelled("bringing back what could not be written")

    def clear(self) -> None:
        """Everything is on the wall now."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
