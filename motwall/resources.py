"""Finds packaged data, whether motwall runs from a checkout, installed from a wheel, or frozen."""

from functools import cache
from pathlib import Path

# In a wheel and in a frozen program the data lies inside the package; in a checkout beside it.
_HOMES = (Path(__file__).parent / "resources_data", Path(__file__).parent.parent / "resources")


@cache
def resource(name: str) -> Path:
    """Return the path of a packaged file or folder, such as "fonts/Inter-Regular.ttf".

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    for home in _HOMES:
        path = home / name
        if path.exists():
            return path
    raise FileNotFoundError(name)
