"""Notes sent to a stage, or out of one."""

from motwall.model.edits.restaging import move_to_stage
from motwall.model.order import runs, steps_in_order
from motwall.model.records import Moment, Stage, Step
from motwall.model.store import Store
from tests.factories import moment, new_ids, row, stage, step, store_with


def shop() -> Store:
    """Two stages: a in 1, b and c in 2 | d in 3, e in "Pays" (4); f in 5; g unsorted."""
    find, buy = stage("Find"), stage("Buy")
    steps = [step(under=find), step(under=find), step(under=buy), step("Pays", under=buy), step()]
    places = zip("abcdef", [0, 1, 1, 2, 3, 4], strict=True)
    return store_with(
        find, buy, *steps, *(moment(text, at=steps[place]) for text, place in places), moment("g")
    )


def sent(store: Store, texts: str, stage_title: str | None) -> str:
    """The timeline after a move: "Find: a / b c | Buy: ..."."""
    ids = [one.id for one in store.all(Moment) if one.text and one.text in texts]
    titles = {one.title: one.id for one in store.all(Stage)}
    stage_id = None if stage_title is None else titles[stage_title]
    patch = move_to_stage(store, ids, stage_id, new_ids(0x900))
    store.check(patch)
    store.apply(patch)
    return told(store)


def told(store: Store) -> str:
    def of(one: Step) -> str:
        notes = sorted(store.referring(Moment, "step_id", one.id), key=lambda each: each.text)
        return " ".join([*filter(None, [one.title]), *(each.text for each in notes)])

    return " | ".join(
        f"{run.stage.title if run.stage else '-'}: {' / '.join(map(of, run.steps))}"
        for run in runs(store)
    )


def test_a_step_goes_along_with_its_last_note_and_others_keep_theirs() -> None:
    assert told(shop()) == "Find: a / b c | Buy: d / Pays e | -: f"
    assert sent(shop(), "e", "Find") == "Find: a / b c / Pays e | Buy: d | -: f"
    assert sent(shop(), "a", "Buy") == "Find: b c | Buy: a / d / Pays e | -: f", "its near end"
    assert sent(shop(), "b", "Buy") == "Find: a / c | Buy: b / d / Pays e | -: f", "c stays"
    assert sent(shop(), "bc", "Buy") == "Find: a | Buy: b c / d / Pays e | -: f"
    assert sent(shop(), "f", "Buy") == "Find: a / b c | Buy: d / Pays e / f", "it only joins"


def test_a_stage_stays_when_all_its_notes_go() -> None:
    assert sent(shop(), "abc", "Buy") == "Find:  | Buy: a / b c / d / Pays e | -: f"
    store = shop()
    sent(store, "abc", "Buy")
    assert sent(store, "a", "Find") == "Find: a | Buy: b c / d / Pays e | -: f", "and is filled"


def test_out_of_a_stage_and_from_the_unsorted_into_one() -> None:
    assert sent(shop(), "a", None) == "-: a | Find: b c | Buy: d / Pays e | -: f"
    assert sent(shop(), "c", None) == "Find: a / b | -: c | Buy: d / Pays e | -: f"
    assert sent(shop(), "e", None) == "Find: a / b c | Buy: d | -: Pays e / f"
    assert sent(shop(), "g", "Find") == "Find: a / b c / g | Buy: d / Pays e | -: f"
    store = shop()
    assert not move_to_stage(store, [one.id for one in store.all(Moment)][5:], None, new_ids())
    (d,) = (one for one in store.all(Moment) if one.text == "d")
    assert not move_to_stage(store, [d.id], steps_in_order(store)[2].stage_id, new_ids())
    assert not move_to_stage(store, [d.id], "f" * 32, new_ids()), "the stage is gone"


def test_rows_are_kept_and_ranks_made_anew_where_there_is_no_room() -> None:
    find, online = stage("Find"), row("Online")
    first, second, third = step(rank=1), step(under=find, rank=2), step(under=find, rank=3)
    a, b = moment("a", at=second), moment("b", at=second, into=online)
    store = store_with(find, online, first, second, third, a, b, moment("c", at=third))
    assert sent(store, "b", None) == "-:  / b | Find: a / c"
    assert next(one for one in store.all(Moment) if one.text == "b").row_id == online.id
    ranks = [one.rank for one in steps_in_order(store)]
    assert ranks == sorted(set(ranks))
