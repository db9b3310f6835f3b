"""Files in: bytes become records or a patch, all or nothing.

Nothing here writes, and only `sources.read_source` reads a file; what a file may hold is told in
the docstrings of `json_plan`, `csv_plan` and `text_plan`, which docs/format.md quotes.
"""

#: The hidden first argument that makes our program the process which reads a file (`child`); the
#: kind of file follows it.
HIDDEN = "--read-for-import"
