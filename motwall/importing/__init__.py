"""Files in: bytes become records or a patch, all or nothing.

Nothing here writes, and only `sources.read_source` reads a file; what a file may hold is told in
the docstrings of `json_plan`, `csv_plan` and `text_plan`, which docs/format.md quotes.
"""
