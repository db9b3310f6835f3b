"""A screen that nobody sees, as large as a panel, for benches of real windows."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

#: Of the largest window measured.
_SIZE = "3840x2160x24"


@contextmanager
def real_screen() -> Iterator[str]:
    """Let Qt show its windows on one; yields its name for the table.

    `performance.md` measured so: pixels are copied to a screen, as they are on a user's. Who sets
    QT_QPA_PLATFORM has chosen another; without Xvfb nothing is shown, and a frame is as cheap as
    what is painted.
    """
    if "QT_QPA_PLATFORM" in os.environ or shutil.which("Xvfb") is None:
        yield os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        return
    read_end, write_end = os.pipe()
    # The server picks a free number, and says it when it is ready.
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            os.environ["DISPLAY"] = ":" + answer.readline().strip()
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        yield "xcb on Xvfb"
    finally:
        server.terminate()
        server.wait()
