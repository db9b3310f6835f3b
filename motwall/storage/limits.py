"""How large a wall may be: far above any real one, far below what would hang or fill a PC.

The same bounds hold for reading and for writing, so that no wall is ever written that would be
refused when it is opened again.
"""

from typing import NamedTuple


class Limits(NamedTuple):
    """The bounds; tests make smaller ones.

    Attributes:
        file_bytes: Of the whole file.
        text_bytes: Of one row. The longest is the journal row of a large import.
        records: All record types together.
        entries: Rows of the journal; they need so many bytes that `file_bytes` is reached earlier
            in a wall of our own making.
        cpu_seconds: For the checks on opening. Processor time, so that a slow stick or network is
            not taken for an attack.
    """

    file_bytes: int = 256 * 1024 * 1024
    text_bytes: int = 64 * 1024 * 1024
    records: int = 100_000
    entries: int = 2_000_000
    cpu_seconds: float = 3.0


LIMITS = Limits()
