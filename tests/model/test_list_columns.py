"""The words of the list view's cells, and what words mean when they come back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from motwall.model.edits.fields import write
from motwall.model.edits.marks import shortlist, tick
from motwall.model.edits.steps import move_step
from motwall.model.list_columns import (
    FIRST_COLUMNS,
    WRITABLE,
    ListColumn,
    ListWords,
    column_titles,
    reading_words,
)
from motwall.model.list_values import NotTaken, empty_value, value_of
from motwall.model.patch import Change, Patch
from motwall.model.records import (
    Better,
    ContactType,
    Evidence,
    Measure,
    Moment,
    MomentKind,
    Rating,
    Reading,
    Row,
    Step,
)
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from tests.factories import (
    TODAY,
    action,
    an_id,
    contact_type,
    idea,
    moment,
    row,
    stage,
    step,
    store_with,
    wall,
)

C = ListColumn


def shop() -> tuple[Store, Moment]:
    """A store, and the moment of which everything is told."""
    find = stage("Find us")
    first, second = step(under=find), step("Pays", under=find)
    phone = contact_type("Phone", "PH")
    branch = row("Online")
    rings = moment(
        "rings",
        at=second,
        contact_type_id=phone.id,
        is_ticked=True,
        is_make_or_break=True,
        rating=Rating.NEUTRAL,
        rated_on=date(2026, 11, 2),
        evidence=Evidence.SHOPPED,
        kind=MomentKind.POLICY,
        description="at noon",
        who_delivers="Ann",
        merged=("calls", "phones"),
    )
    return store_with(
        wall(row_title="Shop"), find, first, second, phone, branch, rings,
        contact_type("", "ZZ"),
        moment("clicks", at=first, into=branch),
        moment("loose"),
        idea(rings, "a parrot", rank=2),
        idea(rings, "a list", rank=1),
        action(rings, "print it", owner="Tom", due=date(2026, 11, 27)),
    ), rings  # fmt: skip


def words(store: Store, one: Moment, column: ListColumn) -> str:
    return ListWords(store).words(one, column, TODAY)


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (C.STEP, "2 Pays"),
        (C.STAGE, "Find us"),
        (C.ROW, "Shop"),
        (C.TEXT, "rings"),
        (C.CONTACT_TYPE, "Phone"),
        (C.TICK, "yes"),
        (C.PRIORITY, "P1"),
        (C.DESCRIPTION, "at noon"),
        (C.RATING, "Neutral"),
        (C.EVIDENCE, "Mystery shopped"),
        (C.IDEAS, "a list\na parrot"),
        (C.ACTIONS, "print it — Tom, Fri 27 Nov"),
        (C.MEASURE, ""),
        (C.WHO_DELIVERS, "Ann"),
        (C.KIND, "Policy"),
        (C.MAKE_OR_BREAK, "yes"),
        (C.RATED_ON, "2026-11-02"),
        (C.MERGED, "calls\nphones"),
        (C.ISSUE, ""),
    ],
)
def test_what_the_cells_say(column: ListColumn, said: str) -> None:
    store, rings = shop()
    assert words(store, rings, column) == said


def test_every_column_has_a_title_and_says_something_of_any_moment() -> None:
    store, _ = shop()
    reader = ListWords(store)
    assert set(column_titles()) == set(ListColumn)
    assert len(set(column_titles().values())) == len(ListColumn)
    assert set(FIRST_COLUMNS) < set(ListColumn)
    for one in store.all(Moment):
        for column in ListColumn:
            assert isinstance(reader.words(one, column, TODAY), str)
            assert reader.key(one, column, TODAY) <= reader.key(one, column, TODAY)


def test_what_an_unsorted_and_a_bare_moment_say() -> None:
    store, _ = shop()
    loose = next(one for one in store.all(Moment) if one.text == "loose")
    clicks = next(one for one in store.all(Moment) if one.text == "clicks")
    assert [words(store, loose, one) for one in (C.STEP, C.STAGE, C.ROW)] == ["Unsorted", "", ""]
    assert words(store, clicks, C.STEP) == "1"
    assert words(store, clicks, C.ROW) == "Online"
    empty = (C.RATING, C.CONTACT_TYPE, C.TICK, C.PRIORITY, C.RATED_ON)
    assert [words(store, clicks, one) for one in empty] == [""] * len(empty)
    bare = moment("b", at=step(), contact_type_id=None)
    alone = store_with(wall(), store_step := step(), moment(id=bare.id, at=store_step))
    assert words(alone, alone.get(Moment, bare.id), C.STAGE) == ""


def test_a_type_without_a_name_is_called_by_its_code() -> None:
    store, rings = shop()
    nameless = next(one for one in store.all(ContactType) if not one.name)
    store = Store([one for one in store.everything() if one.id != rings.id])
    coded = moment("x", contact_type_id=nameless.id)
    store = Store([*store.everything(), coded])
    assert words(store, coded, C.CONTACT_TYPE) == "ZZ"


def reading(measure: Measure, day: int, value: float) -> Reading:
    return Reading(
        id=an_id(9000 + day), measure_id=measure.id, taken_on=date(2026, 11, day), value=value
    )


def test_the_latest_reading_of_each_measure() -> None:
    one = moment("queues", at=(there := step()))
    wait = Measure(
        id=an_id(1), moment_id=one.id, name="Wait", unit="min", better=Better.DOWN, rank=1
    )
    flat = Measure(id=an_id(2), moment_id=one.id, rank=2)
    unread = Measure(id=an_id(3), moment_id=one.id, name="Unread", rank=3)
    store = store_with(
        wall(), there, one, wait, flat, unread,
        reading(wait, 1, 12.0), reading(wait, 8, 9.5), reading(flat, 3, 4.0),
    )  # fmt: skip
    assert words(store, one, C.MEASURE) == "Wait: 9.5 min ↓\n4"


def test_sorting_puts_what_is_empty_last() -> None:
    store, rings = shop()
    reader = ListWords(store)
    clicks, loose = (
        next(one for one in store.all(Moment) if one.text == text) for text in ("clicks", "loose")
    )
    everyone = [loose, clicks, rings]

    def order(column: ListColumn) -> list[str]:
        return [one.text for one in sorted(everyone, key=lambda x: reader.key(x, column, TODAY))]

    assert order(C.STEP) == ["clicks", "rings", "loose"]
    assert order(C.RATING)[0] == "rings"
    assert order(C.PRIORITY)[0] == "rings"
    assert order(C.EVIDENCE) == ["loose", "clicks", "rings"]
    assert order(C.WHO_DELIVERS)[0] == "rings"


def test_it_follows_patches() -> None:
    store, rings = shop()
    reader = ListWords(store)
    clicks = next(one for one in store.all(Moment) if one.text == "clicks")
    assert reader.words(clicks, C.ROW, TODAY) == "Online"
    patch = tick(store, [clicks.id], is_ticked=True)
    store.apply(patch)
    assert reader.follow(patch) == set(), "nobody has seen a number yet"
    assert reader.words(clicks, C.PRIORITY, TODAY) == "P1"
    patch = shortlist(store, rings.id)
    store.apply(patch)
    assert reader.follow(patch) == {rings.id, clicks.id}
    assert reader.words(clicks, C.PRIORITY, TODAY) == ""
    patch = write(store, Moment, [rings.id], "issue", "late")
    store.apply(patch)
    assert reader.follow(patch) == set()
    patch = move_step(store, rings.step_id or "", GapTarget(0))
    store.apply(patch)
    reader.follow(patch)
    assert reader.words(clicks, C.STEP, TODAY) == "2"
    (online,) = store.all(Row)
    patch = write(store, Row, [online.id], "title", "By web")
    store.apply(patch)
    reader.follow(patch)
    assert reader.words(clicks, C.ROW, TODAY) == "By web"


# --- words that come back ---


@pytest.mark.parametrize(
    ("column", "said", "value"),
    [
        (C.TEXT, "any\nthing", "any\nthing"),
        (C.TICK, "X", True),
        (C.TICK, "Yes", True),
        (C.TICK, "", False),
        (C.MAKE_OR_BREAK, "no", False),
        (C.RATING, "  magical ", Rating.MAGICAL),
        (C.RATING, "", None),
        (C.EVIDENCE, "Customer said", Evidence.CUSTOMER_SAID),
        (C.EVIDENCE, "", Evidence.ASSUMED),
        (C.KIND, "policy", MomentKind.POLICY),
        (C.KIND, " ", MomentKind.CONTACT),
        (C.CONTACT_TYPE, "", None),
        (C.STEP, "", None),
        (C.STEP, "unsorted", None),
        (C.STAGE, " ", None),
        (C.PRIORITY, "p2", 2),
        (C.PRIORITY, "5", 5),
        (C.PRIORITY, "", None),
        (C.MEASURE, "", None),
    ],
)
def test_words_that_mean_something(column: ListColumn, said: str, value: object) -> None:
    store, _ = shop()
    assert value_of(store, column, said) == value


def test_types_by_name_or_code_and_steps_by_number_or_title() -> None:
    store, rings = shop()
    assert value_of(store, C.CONTACT_TYPE, "phone") == rings.contact_type_id
    assert value_of(store, C.CONTACT_TYPE, "ph") == rings.contact_type_id
    for said in ("2", "2 Pays", "pays"):
        assert value_of(store, C.STEP, said) == rings.step_id
    assert value_of(store, C.STEP, "1") != rings.step_id
    (stage_id,) = {one.stage_id for one in store.all(Step)}
    assert value_of(store, C.STAGE, "find US") == stage_id


def test_a_reading_is_read_with_the_name_and_unit_of_the_one_measure_or_without() -> None:
    store, rings = shop()
    wait = Measure(id=an_id(0xA1), moment_id=rings.id, name="Wait", unit="min", rank=1)
    for one in store.referring(Measure, "moment_id", rings.id):
        store.apply(Patch.of([Change(one, None)]))
    with pytest.raises(NotTaken, match="belongs to a measure"):
        value_of(store, C.MEASURE, "12", rings.id)
    assert reading_words(store, rings.id) == ""
    store.apply(Patch.of([Change(None, wait)]))
    assert reading_words(store, rings.id) == ""
    for said in ("12", "12 min", "Wait: 12 min ↓", " 12 Mins "):
        assert value_of(store, C.MEASURE, said, rings.id) == 12.0
    out_of = replace(wait, unit="in 30")
    store.apply(Patch.of([Change(wait, out_of)]))
    assert value_of(store, C.MEASURE, "Wait: 9 in 30 =", rings.id) == 9.0
    store.apply(Patch.of([Change(out_of, wait)]))
    for said, sentence in (("soon", "not “soon”"), ("12 h", "another unit"), ("3 4 5", "not “3")):
        with pytest.raises(NotTaken, match=sentence):
            value_of(store, C.MEASURE, said, rings.id)
    with pytest.raises(NotTaken, match="belongs to a measure"):
        value_of(store, C.MEASURE, "12")


@pytest.mark.parametrize(
    ("column", "said", "sentence"),
    [
        (C.RATING, "so so", "Rating does not know “so so”"),
        (C.EVIDENCE, "my aunt", "Assumed, Seen"),
        (C.KIND, "x", "Kind does not know"),
        (C.TICK, "maybe", "Tick is yes or empty, not “maybe”."),
        (C.CONTACT_TYPE, "Fax", "This wall has no contact type “Fax”."),
        (C.STEP, "7", "There is no step “7”."),
        (C.STEP, "0", "There is no step"),
        (C.STEP, "1 Pays", "There is no step “1 Pays”."),
        (C.STAGE, "Leave us", "This wall has no stage “Leave us”."),
        (C.PRIORITY, "P6", "Priority is P1 to P5 or empty, not “P6”."),
        (C.PRIORITY, "first", "not “first”"),
        (C.ROW, "Online", "Row follows from something else"),
        (C.RATING, "x" * 99, "x" * 40 + "…”"),
    ],
)
def test_words_that_mean_nothing(column: ListColumn, said: str, sentence: str) -> None:
    store, _ = shop()
    with pytest.raises(NotTaken) as refusal:
        value_of(store, column, said)
    assert sentence in str(refusal.value)


def test_an_emptied_cell_holds_what_no_words_mean() -> None:
    store, _ = shop()
    found: dict[ListColumn, Any] = {one: empty_value(one) for one in WRITABLE - {C.STEP}}
    assert found == {one: value_of(store, one, "") for one in WRITABLE - {C.STEP}}
