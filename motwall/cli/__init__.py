"""The command line: what other programs rely on.

Exit codes: 0 done, 1 the file or the data is the trouble, 2 wrong usage. What was asked for goes to
stdout; one plain sentence for an error, and warnings, go to stderr; never a traceback. Heavy
modules are imported by the command that needs them, so that `motwall --version` answers at once.
"""

#: The commands; any other first argument is a wall for the window.
COMMANDS = ("new", "templates", "info", "export", "import", "merge", "check")
