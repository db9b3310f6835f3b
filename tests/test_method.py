"""The table of the method names tests that there are, and every row it promises."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs/method.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \|(.*)\|$", TEXT, re.MULTILINE)


def test_every_row_is_there() -> None:
    assert [int(number) for number, _ in ROWS] == list(range(1, 59))


def test_every_row_names_tests_that_exist() -> None:
    for number, words in ROWS:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", words)
        assert named, number
        for path, name in named:
            assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), (path, name)
