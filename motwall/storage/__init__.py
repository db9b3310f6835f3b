"""The wall file: the one place that knows SQLite. Only records, headers and errors leave it."""
