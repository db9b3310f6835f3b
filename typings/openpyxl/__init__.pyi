"""The part of openpyxl that motwall uses: reading, cells as plain values."""

from collections.abc import Iterator, Sequence
from typing import IO

class Worksheet:
    title: str
    def reset_dimensions(self) -> None: ...
    def iter_rows(self, *, values_only: bool = ...) -> Iterator[Sequence[object]]: ...

class Workbook:
    worksheets: list[Worksheet]
    def close(self) -> None: ...

def load_workbook(
    filename: IO[bytes],
    *,
    read_only: bool = ...,
    data_only: bool = ...,
    keep_links: bool = ...,
) -> Workbook: ...
