from motwall.model.phases import Phase


def test_phases_are_lettered_in_the_order_of_the_workshop() -> None:
    assert [one.letter for one in Phase] == list("ABCDE")
    assert Phase.ASSESS.letter == "D"


def test_every_phase_has_a_label_and_one_sentence() -> None:
    assert len({one.label for one in Phase}) == len({one.sentence for one in Phase}) == 5
    assert all(one.sentence.count(".") + one.sentence.count("?") == 1 for one in Phase)
