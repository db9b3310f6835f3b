import pytest

from motwall.__main__ import is_for_window
from motwall.cli import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_and_options_go_to_the_command_line(command: str) -> None:
    assert not is_for_window([command])
    assert not is_for_window([command, "a.motwall"])
    assert is_for_window(["--", command])
    assert is_for_window([f"./{command}"])


@pytest.mark.parametrize("arguments", [[], ["--"], ["a.motwall"], ["--", "-x"], ["ü 会议 🎉"]])
def test_a_wall_or_nothing_opens_the_window(arguments: list[str]) -> None:
    assert is_for_window(arguments)


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["-x"], ["a", "b"], ["--", "a", "b"], ["a", "--json"]]
)
def test_anything_else_is_for_the_command_line_to_refuse(arguments: list[str]) -> None:
    assert not is_for_window(arguments)
