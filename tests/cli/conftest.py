from pathlib import Path

import pytest

from motwall.cli.making import make_wall
from motwall.model.patch import NO_LABEL
from motwall.model.templates import instantiate, load
from tests.factories import FakeClock


@pytest.fixture(scope="session")
def shop_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A wall of the shop template, made once."""
    path = tmp_path_factory.mktemp("walls") / "shop.motwall"
    clock = FakeClock()
    make_wall(path, instantiate(load("shop"), clock.new_id, clock.today()), clock, NO_LABEL)
    return path.read_bytes()


@pytest.fixture
def shop(tmp_path: Path, shop_bytes: bytes) -> Path:
    """A wall file of one's own, alone in its folder, which has an odd name."""
    folder = tmp_path / "wall ü 会议 🎉 50%25 #1"
    folder.mkdir()
    path = folder / "shop.motwall"
    path.write_bytes(shop_bytes)
    return path
