"""What goes to stdout and stderr: UTF-8 whatever the locale, and no fuss when nobody reads on."""

import io
import os
import sys

from motwall.i18n import translate
from motwall.model.clean_text import FIELD_LIMIT, clean_text


def use_utf8() -> None:
    """Write UTF-8 under any locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def deliver(text: str) -> bool:
    """Write what was asked for; returns whether it could be written.

    A reader that has gone away, as in `motwall templates | head -1`, has what it wanted.
    """
    if sys.stdout is None:  # a window program has none on Windows
        return True
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
    except OSError:
        _silence_stdout()
        return False
    return True


def warn(sentence: str) -> None:
    """Say something on stderr that does not stop the command."""
    complain(translate("Cli", "Warning: {sentence}").format(sentence=sentence))


def complain(sentence: str) -> None:
    """Say one sentence on stderr, on one line whatever names are in it."""
    if sys.stderr is None:
        return
    line, _ = clean_text(sentence, FIELD_LIMIT, one_line=True)
    try:
        sys.stderr.write(f"motwall: {line}\n")
        sys.stderr.flush()
    except OSError:
        return  # nobody listens; the exit code still tells


def _silence_stdout() -> None:
    """Let Python's own flush at exit go nowhere, or it would complain with a traceback."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
