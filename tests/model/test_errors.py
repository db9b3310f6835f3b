import inspect
from pathlib import Path

import pytest

from motwall.model import errors
from motwall.model.errors import (
    BadRecord,
    Cancelled,
    ImportRefused,
    MotwallError,
    SourceMissing,
    UnknownTemplate,
    WallFileDamaged,
    WallFileTooNew,
    WallInUse,
)

EVERY = [one for _, one in inspect.getmembers(errors, inspect.isclass)]
WALL = Path("shop.motwall")


@pytest.mark.parametrize("error", [one for one in EVERY if issubclass(one, Exception)])
def test_every_error_is_one_of_ours(error: type[Exception]) -> None:
    assert issubclass(error, MotwallError)
    assert error.__doc__


def test_errors_carry_facts() -> None:
    damaged = WallFileDamaged(WALL, "row 3")
    assert (damaged.path, damaged.detail) == (WALL, "row 3")
    assert WallFileDamaged(WALL).detail == ""
    too_new = WallFileTooNew(WALL, 9, 1)
    assert (too_new.path, too_new.found, too_new.known) == (WALL, 9, 1)
    assert WallInUse(WALL, "till").holder == "till"
    assert SourceMissing(WALL, "gone").path == WALL
    assert ImportRefused([(2, "no moment")]).problems == [(2, "no moment")]
    assert UnknownTemplate("shp").name == "shp"
    assert BadRecord("Moment", "rank", "x").value == "x"
    assert isinstance(Cancelled(), MotwallError)


def test_what_a_log_shows_names_the_facts() -> None:
    assert "row 3" in str(WallFileDamaged(WALL, "row 3"))
    assert "format 9, known 1" in str(WallFileTooNew(WALL, 9, 1))
