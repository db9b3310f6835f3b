import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from motwall.model import templates
from motwall.model.belongings import latest_answer
from motwall.model.comparing import compare
from motwall.model.edits.actions import is_open, offered_targets
from motwall.model.errors import BadRecord, UnknownTemplate
from motwall.model.evidence import differing_observations
from motwall.model.fields import rules_of
from motwall.model.order import (
    RANK_STEP,
    all_moments,
    contact_types,
    runs,
    stack,
    steps_in_order,
    timeline_moments,
    unsorted_moments,
)
from motwall.model.palette import PALETTE, SOURCE_SIX
from motwall.model.priorities import priorities, ticked
from motwall.model.proofs import has_reached_target
from motwall.model.question_bank import banks
from motwall.model.records import (
    ActionReview,
    ActionState,
    Answer,
    Assessment,
    Choice,
    ContactType,
    Idea,
    IdeaKind,
    Ladder,
    Measure,
    Moment,
    Observation,
    ObservationKind,
    PlannedAction,
    Question,
    Rating,
    Record,
    Rung,
    Session,
    Stage,
    Step,
    Verdict,
    Wall,
)
from motwall.model.rungs import current_rung, rung_doubts
from motwall.model.sessions import actions_to_review, sessions_in_order
from motwall.model.store import Store
from motwall.model.trend_line import Arrow
from motwall.model.trends import trend_of
from motwall.resources import resource

TODAY = date(2026, 11, 23)
NAMES = ["blank", "planning-form", "airline", "shop"]


def fresh_ids(start: int = 1) -> Iterator[str]:
    return (f"{number:032x}" for number in count(start))


def records_of(name: str, today: date = TODAY, start: int = 1) -> list[Record]:
    return templates.instantiate(templates.load(name), fresh_ids(start).__next__, today)


def wall_of(name: str) -> Store:
    return Store(records_of(name))


def file_with(*records: dict[str, Any], **head: object) -> str:
    card = {"name": "mine", "title": "Mine", "about": "For the tests"}
    fixed = {"format": "motwall-template", "version": 1}
    return json.dumps({**fixed, **card, "records": list(records), **head})


def made_from(*records: dict[str, Any]) -> list[Record]:
    return templates.instantiate(templates.parse(file_with(*records)), fresh_ids().__next__, TODAY)


def the(record_type: type[Record], records: list[Record]) -> list[Any]:
    return [one for one in records if isinstance(one, record_type)]


# --- the files that come along ---


def test_the_names_are_those_of_the_files() -> None:
    assert templates.template_names() == NAMES
    files = resource("templates").glob("*.json")
    assert sorted(NAMES) == sorted(one.stem for one in files)


@pytest.mark.parametrize("name", ["nowhere", "", "../templates/shop", "Shop", "shop.json"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(UnknownTemplate) as caught:
        templates.load(name)
    assert caught.value.name == name


@pytest.mark.parametrize("name", NAMES)
def test_a_file_bears_its_name_and_a_card_that_fits(name: str) -> None:
    template = templates.load(name)
    assert template.name == name
    assert 0 < len(template.title) <= 20
    assert 0 < len(template.about) <= 40


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_one_whole_wall(name: str) -> None:
    records = records_of(name)
    known = {one.id: type(one).__name__ for one in records}
    assert len(known) == len(records)
    assert len(the(Wall, records)) == 1
    for one in records:
        for rule in rules_of(type(one)).values():
            if rule.refers_to and (meant := getattr(one, rule.name)) is not None:
                assert known[meant] == rule.refers_to


@pytest.mark.parametrize("name", NAMES)
def test_the_types_are_the_six_and_the_used_ones_in_the_order_of_the_palette(name: str) -> None:
    store = wall_of(name)
    used = {one.contact_type_id for one in store.all(Moment)}
    wanted = {*SOURCE_SIX, *(one.code for one in store.all(ContactType) if one.id in used)}
    legend = contact_types(store)
    assert [one.code for one in legend] == [one.code for one in PALETTE if one.code in wanted]
    assert [one.rank for one in legend] == [
        RANK_STEP * place for place in range(1, len(legend) + 1)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_template_leaves_no_loose_ends(name: str) -> None:
    store = wall_of(name)
    stages = [run.stage for run in runs(store)]
    assert None not in stages
    assert len(stages) == len(set(stages)) == store.count(Stage)
    assert all(stack(store, step.id) for step in store.all(Step))
    for number, step in enumerate(steps_in_order(store), start=1):
        assert step.rank == RANK_STEP * number
        ranks = [one.rank for one in stack(store, step.id)]
        assert ranks == [RANK_STEP * place for place in range(1, len(ranks) + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_notes_are_short_enough_to_be_read_on_the_wall(name: str) -> None:
    for moment in wall_of(name).all(Moment):
        words = moment.text or moment.prompt
        assert 0 < len(words) <= (36 if moment.text else 40)
        assert max(map(len, words.split())) <= 14
        assert moment.contact_type_id


@pytest.mark.parametrize("name", NAMES)
def test_a_moment_shows_its_latest_assessment(name: str) -> None:
    store = wall_of(name)
    for moment in store.all(Moment):
        history = store.referring(Assessment, "moment_id", moment.id)
        latest = max(history, key=lambda one: one.rated_on, default=None)
        if latest is None:
            assert (moment.rating, moment.rated_on) == (None, None)
        else:
            assert (moment.rating, moment.rated_on, moment.evidence) == (
                latest.rating,
                latest.rated_on,
                latest.evidence,
            )


@pytest.mark.parametrize("name", NAMES)
def test_actions_lead_up_from_the_rating_of_their_day(name: str) -> None:
    store = wall_of(name)
    for action in store.all(PlannedAction):
        session = store.find(Session, action.session_id)
        day = session.held_on if session and session.held_on else TODAY
        known = [
            one
            for one in store.referring(Assessment, "moment_id", action.moment_id)
            if one.rated_on <= day
        ]
        assert action.from_rating is max(known, key=lambda one: one.rated_on).rating
        assert action.to_rating in offered_targets(action.from_rating)


def test_blank_is_a_wall_and_six_pens() -> None:
    records = records_of("blank")
    assert [type(one) for one in records] == [ContactType] * 6 + [Wall]
    assert the(Wall, records)[0].title == ""


def test_planning_form_is_a_worked_row_and_twelve_prompts_in_the_printed_order() -> None:
    store = wall_of("planning-form")
    example, *prompts = all_moments(store)
    assert len(prompts) == 12
    assert all(one.prompt and not one.text for one in prompts)
    assert len({one.prompt for one in prompts}) == 12
    codes = [store.get(ContactType, str(one.contact_type_id)).code for one in prompts]
    assert codes == ["FG", "FF", "FG", "PH", "PC", "VC", "WB", "PO", "EM", "SM", "SB", "WS"]
    assert example.text == "Store first impressions"
    assert example.description
    assert example.issue
    assert example.rating is Rating.MISERABLE
    assert len(store.referring(PlannedAction, "moment_id", example.id)) == 2
    assert steps_in_order(store)[12].id == prompts[11].step_id


def test_airline_is_twelve_steps_up_to_take_off() -> None:
    store = wall_of("airline")
    assert store.count(Step) == 12
    moments = timeline_moments(store)
    assert len(moments) == store.count(Moment) == 12
    assert all(one.description for one in moments)
    assert moments[-1].text.endswith("take-off")
    assert [run.stage.title for run in runs(store) if run.stage] == [
        "Before the airport",
        "At the airport",
        "At the gate",
        "On board",
    ]


def test_shop_has_something_real_for_every_screen() -> None:
    store = wall_of("shop")
    assert (store.count(Moment), store.count(Stage), store.count(Step)) == (25, 5, 16)
    assert len(unsorted_moments(store)) == 3
    assert all(one.description for one in store.all(Moment))
    assert any(one.merged for one in store.all(Moment))
    assert len({one.rating for one in timeline_moments(store)}) == 4
    assert {one.verdict for one in store.all(Idea)} == set(Verdict)
    assert {one.kind for one in store.all(Idea)} == set(IdeaKind)
    states = {one.state for one in store.all(PlannedAction)}
    assert states == set(ActionState) - {ActionState.DROPPED}
    assert all(one.owner and one.due for one in store.all(PlannedAction))


def test_shop_ticks_eight_and_works_on_five() -> None:
    store = wall_of("shop")
    assert len(ticked(store)) == 8
    chosen = priorities(store)
    assert [one.shortlist_rank for one in chosen] == [1, 2, 3, 4, 5]
    for one in chosen:
        assert one.is_ticked
        assert one.rating
        assert one.expectation
        assert one.today
        assert one.ultimate
        assert one.issue
        assert store.referring(PlannedAction, "moment_id", one.id)


def test_shop_has_improved_between_its_two_sessions() -> None:
    store = wall_of("shop")
    first, second = sorted(store.all(Session), key=lambda one: str(one.held_on))
    assert first.held_on == TODAY - timedelta(days=28)
    assert first.opened_at == datetime(2026, 10, 26, 18, 5, tzinfo=UTC)
    assert first.next_on == second.held_on == TODAY - timedelta(days=1)
    assert second.next_on is not None
    assert second.next_on > TODAY
    for one in (first, second):
        assert one.closed_at
        assert one.facilitator in one.attendees
        assert one.agreement
        assert one.take_away
    worth = list(Rating)
    then = {
        one.moment_id: one.rating for one in store.all(Assessment) if one.session_id == first.id
    }
    moves = [
        worth.index(one.rating) - worth.index(then[one.moment_id])
        for one in store.all(Assessment)
        if one.session_id == second.id and one.moment_id in then
    ]
    assert sum(move > 0 for move in moves) == 5
    assert min(moves) == 0


def test_shop_actions_and_ideas_tell_one_story() -> None:
    store = wall_of("shop")
    for action in store.all(PlannedAction):
        assert (action.done_on is None) is is_open(action)
        assert (action.checked_on is not None) is (action.state is ActionState.CHECKED)
        assert not is_open(action) or (action.due and action.due > TODAY)
        if (idea := store.find(Idea, action.idea_id)) is not None:
            assert (idea.moment_id, idea.verdict) == (action.moment_id, Verdict.MERIT)
        if action.state is ActionState.CHECKED:
            assert store.get(Moment, action.moment_id).rating is action.to_rating
    (question,) = (one for one in store.all(Idea) if one.kind is IdeaKind.HOW_MIGHT_WE)
    blocker = store.get(Idea, str(question.from_idea_id))
    assert blocker.kind is IdeaKind.BLOCKER
    assert question.text.startswith("How might we")


def test_shop_knows_what_proves_its_checked_actions() -> None:
    store = wall_of("shop")
    checked = [one for one in store.all(PlannedAction) if one.state is ActionState.CHECKED]
    assert len(checked) == 5
    assert all(has_reached_target(store, one) for one in checked)
    first, second = sessions_in_order(store)
    # Everything agreed at the first session was looked back at in the second.
    assert {one.action_id for one in store.all(ActionReview)} == {
        one.id for one in store.all(PlannedAction) if one.session_id == first.id
    }
    assert actions_to_review(store, second.id) == []
    seen = compare(store, first.id, second.id)
    assert len(seen.moved) == 6
    assert len(seen.checked) == 5
    assert [one.value for one in seen.rungs] == [12.0]
    assert [(one.then and one.then.value, one.now and one.now.value) for one in seen.readings] == [
        (18.0, 11.0)
    ]


def test_shop_climbs_a_ladder_and_measures() -> None:
    store = wall_of("shop")
    (ladder,) = store.all(Ladder)
    assert rung_doubts(store, ladder.id, TODAY) == []
    current = current_rung(store, ladder.id)
    assert current is not None
    assert current.value == 12.0
    assert any(one.promise and one.value is None for one in store.all(Rung))
    (measure,) = store.all(Measure)
    trend = trend_of(store, measure.id)
    assert len(trend.readings) == 8
    assert (trend.arrow, trend.is_improving, trend.is_on_target) == (Arrow.DOWN, True, False)
    first, last = trend.readings[0][0], trend.readings[-1][0]
    assert sum(first <= day <= last for day in trend.sessions) == 2
    assert any(first <= day <= last for day in trend.actions)


def test_shop_has_asked_and_looked() -> None:
    store = wall_of("shop")
    assert {one.kind for one in store.all(Observation)} == set(ObservationKind)
    assert len(differing_observations(store)) == 2
    assert {one.choice for one in store.all(Answer)} == {None, *Choice}
    known = {(one.area, one.text) for bank in banks() for one in bank.questions}
    for question in store.all(Question):
        assert not question.area or (question.area, question.text) in known
        assert latest_answer(store, question.id) or question.text.startswith("Was it clear")


# --- from file to records ---


def test_the_same_arguments_make_the_same_wall_and_fresh_ids_another() -> None:
    assert records_of("shop") == records_of("shop")
    ids = {one.id for one in records_of("shop")}
    assert ids.isdisjoint(one.id for one in records_of("shop", start=10_000))


def test_dates_count_from_the_day_of_use() -> None:
    later = the(Session, records_of("shop", TODAY + timedelta(days=365)))
    for one, other in zip(the(Session, records_of("shop")), later, strict=True):
        assert other.held_on - one.held_on == timedelta(days=365)
        assert other.closed_at - one.closed_at == timedelta(days=365)


@pytest.mark.parametrize(("written", "days"), [("0", 0), ("+14", 14), ("-28", -28), (None, None)])
def test_a_day_is_an_offset(written: str | None, days: int | None) -> None:
    (session,) = the(Session, made_from({"type": "Session", "id": "s", "held_on": written}))
    assert session.held_on == (None if days is None else TODAY + timedelta(days=days))


def test_names_become_ids_whatever_the_order_of_the_file() -> None:
    records = made_from(
        {"type": "Moment", "id": "m", "text": "Rings", "step_id": "s", "contact_type_id": "PC"},
        {"type": "Step", "id": "s"},
    )
    (moment,) = the(Moment, records)
    (step,) = the(Step, records)
    pen = next(one for one in the(ContactType, records) if one.code == "PC")
    assert (moment.step_id, moment.contact_type_id) == (step.id, pen.id)
    assert (moment.text, step.stage_id) == ("Rings", None)
    assert [type(one) for one in records[-2:]] == [Moment, Step]


def test_ranks_follow_the_file_among_siblings_unless_it_says_otherwise() -> None:
    records = made_from(
        {"type": "Step", "id": "s1"},
        {"type": "Step", "id": "s2", "rank": 5000},
        {"type": "Moment", "id": "a", "step_id": "s1"},
        {"type": "Moment", "id": "b", "step_id": "s2"},
        {"type": "Moment", "id": "c", "step_id": "s1"},
        {"type": "Moment", "id": "d"},
        {"type": "Idea", "id": "i1", "moment_id": "a"},
        {"type": "Idea", "id": "i2", "moment_id": "b"},
        {"type": "Idea", "id": "i3", "moment_id": "b"},
    )
    assert [one.rank for one in the(Step, records)] == [1024, 5000]
    assert [one.rank for one in the(Moment, records)] == [1024, 1024, 2048, 1024]
    assert [one.rank for one in the(Idea, records)] == [1024, 1024, 2048]


# --- files that are no template ---


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        file_with(extra=1),
        file_with(format="motwall"),
        file_with(version=2),
        file_with(name=None),
        file_with(title=7),
        file_with(about=["no"]),
        file_with(records={}),
        file_with(records=["no"]),
        file_with(records=[{"id": "w"}]),
        file_with(records=[{"type": "Wall", "id": 7}]),
    ],
)
def test_what_is_no_template_is_refused(text: str) -> None:
    with pytest.raises(BadRecord):
        templates.parse(text)


@pytest.mark.parametrize(
    ("field", "record"),
    [
        ("", {"type": "Sticker", "id": "x"}),
        ("mood", {"type": "Moment", "id": "x", "mood": "good"}),
        ("rating", {"type": "Moment", "id": "x", "rating": "good"}),
        ("id", {"type": "Moment", "id": "twice"}),
        ("id", {"type": "Moment", "id": "PH"}),
        ("step_id", {"type": "Moment", "id": "x", "step_id": "nowhere"}),
        ("step_id", {"type": "Moment", "id": "x", "step_id": ["twice"]}),
        ("contact_type_id", {"type": "Moment", "id": "x", "contact_type_id": "ZZ"}),
        ("rated_on", {"type": "Moment", "id": "x", "rated_on": "2026-11-23"}),
        ("rated_on", {"type": "Moment", "id": "x", "rated_on": "14"}),
        ("rated_on", {"type": "Moment", "id": "x", "rated_on": "-28T18:00"}),
        ("rated_on", {"type": "Moment", "id": "x", "rated_on": 14}),
        ("opened_at", {"type": "Session", "id": "x", "opened_at": "-28"}),
        ("opened_at", {"type": "Session", "id": "x", "opened_at": "-28T25:00"}),
        ("moment_id", {"type": "Idea", "id": "x"}),
    ],
)
def test_a_record_that_cannot_be_is_refused(field: str, record: dict[str, Any]) -> None:
    with pytest.raises(BadRecord) as caught:
        made_from({"type": "Moment", "id": "twice"}, record)
    assert (caught.value.record_type, caught.value.field) == (record["type"], field)
