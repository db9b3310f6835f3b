"""What could not be written to a wall is kept here, outside it, one JSON line a patch."""

import contextlib
import json
import logging
import os
from pathlib import Path

from motwall.model.codec import plain_value
from motwall.model.journal import EntryHeader, encode
from motwall.model.patch import Patch

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

    def clear(self) -> None:
        """Everything is on the wall now."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
