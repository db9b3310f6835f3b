"""The bytes of pictures in a wall file."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from motwall.model.errors import WallFileDamaged
from motwall.model.pictures import digest_of


def picture_bytes(connection: sqlite3.Connection, digest: str) -> bytes | None:
    """The bytes of that digest, or None."""
    row = connection.execute(
        "SELECT bytes FROM picture_bytes WHERE digest = ?", (digest,)
    ).fetchone()
    data: bytes | None = None if row is None else row[0]
    return data


def check_pictures(connection: sqlite3.Connection, path: Path, digests: Iterable[str]) -> None:
    """Check that the bytes of pictures are there, and are what they were.

    Raises:
        WallFileDamaged: Some are not.
    """
    for digest in digests:
        data = picture_bytes(connection, digest)
        if data is None or digest_of(data) != digest:
            raise WallFileDamaged(path, f"picture {digest[:16]}")
