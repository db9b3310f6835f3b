from collections.abc import Generator

from motwall.model.at_once import at_once


def test_all_steps_are_taken_and_their_result_comes_back() -> None:
    taken: list[int] = []

    def steps() -> Generator[None, None, str]:
        for number in range(3):
            taken.append(number)
            yield
        return "done"

    assert at_once(steps()) == "done"
    assert taken == [0, 1, 2]
