"""A rule for each edit of the method: judging, sifting, checking, asking, measuring, meeting."""

from collections.abc import Generator
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from motwall.model import question_bank
from motwall.model.edits import (
    actions,
    alone,
    assessing,
    customers,
    ideas,
    ladders,
    measures,
    observations,
    questions,
    restoring,
    reviews,
    sessions,
)
from motwall.model.journal import EntryKind
from motwall.model.records import (
    ActionState,
    AgendaItem,
    Answer,
    AnswerKind,
    Assessment,
    Better,
    Choice,
    Cost,
    Evidence,
    Idea,
    Ladder,
    Lift,
    Measure,
    Moment,
    MomentKind,
    Observation,
    ObservationKind,
    PlannedAction,
    Question,
    Rating,
    Reading,
    Rung,
    Session,
    Verdict,
    Viewpoint,
)
from motwall.model.sessions import open_session_now
from motwall.model.store import Store
from tests.machine.base import WallMachineBase
from tests.strategies import raw_texts

datas = st.data()
ratings = st.none() | st.sampled_from(Rating)
numbers = st.none() | st.integers(-9, 99) | st.floats(-1e6, 1e6)
few_hands = st.builds(assessing.Hands, *[st.integers(0, 5)] * 3)


class MethodRules(WallMachineBase):
    """What is known of moments beside words and places."""

    def session_id(self, data: st.DataObject) -> str | None:
        session = self.one(data, Session) if data.draw(st.booleans()) else None
        return session.id if session else None

    def moment_id(self, data: st.DataObject) -> str | None:
        moment = self.one(data, Moment) if data.draw(st.booleans()) else None
        return moment.id if moment else None

    def day(self, data: st.DataObject) -> date:
        today = self.clock.today()
        return data.draw(st.dates(date(2026, 1, 1), date(2027, 1, 1)) | st.just(today))

    # --- judging ---

    @rule(data=datas, rating=ratings, hands=st.none() | few_hands, remark=st.none() | raw_texts)
    def assess(
        self,
        data: st.DataObject,
        rating: Rating | None,
        hands: assessing.Hands | None,
        remark: str | None,
    ) -> None:
        moment, session_id, store = self.one(data, Moment), self.session_id(data), self.store
        judgement = assessing.Judgement(
            rating=rating,
            hands=hands,
            viewpoint=data.draw(st.sampled_from(Viewpoint)),
            evidence=data.draw(st.none() | st.sampled_from(Evidence)),
            remark=remark,
        )
        if moment is not None:
            today, new_id = self.clock.today(), self.clock.new_id
            self.push(assessing.assess(store, moment.id, judgement, today, new_id, session_id))
            assert store.get(Moment, moment.id).rating is rating

    @rule(data=datas, field=st.sampled_from(["expectation", "today", "ultimate"]), text=raw_texts)
    def write_view(self, data: st.DataObject, field: str, text: str) -> None:
        moment, viewpoint = self.one(data, Moment), data.draw(st.sampled_from(Viewpoint))
        if moment is not None:
            patch = assessing.write_view(self.store, [moment.id], field, text, viewpoint)
            self.push(patch)
            said = viewpoint if patch else moment.viewpoint
            assert self.store.get(Moment, moment.id).viewpoint is said

    @rule(added=st.lists(raw_texts, max_size=2), kind=st.sampled_from(MomentKind))
    def list_contacts(self, added: list[str], kind: MomentKind) -> None:
        count = self.store.count(Moment)
        self.push(alone.list_contacts(self.store, added, kind, self.clock.new_id))
        assert self.store.count(Moment) == count + len(added)

    @rule(data=datas, hands=few_hands)
    def count_hands(self, data: st.DataObject, hands: assessing.Hands) -> None:
        moment, session_id = self.one(data, Moment), self.session_id(data)
        if moment is not None:
            today, new_id = self.clock.today(), self.clock.new_id
            self.push(
                assessing.count_hands(self.store, moment.id, hands, today, new_id, session_id)
            )
            assert self.store.get(Moment, moment.id) == moment

    @rule(data=datas, text=raw_texts)
    def copy_for_customer(self, data: st.DataObject, text: str) -> None:
        moment, row_id, new_id = self.one(data, Moment), self.row_id(data), self.clock.new_id
        if moment is not None:
            self.push(customers.copy_for_customer(self.store, moment.id, row_id, new_id, text))

    @rule(data=datas, text=raw_texts)
    def copy_for_new_customer(self, data: st.DataObject, text: str) -> None:
        moment, new_id = self.one(data, Moment), self.clock.new_id
        if moment is not None:
            self.push(customers.copy_for_new_customer(self.store, moment.id, text, new_id, text))

    # --- possibilities and actions ---

    @rule(data=datas, text=raw_texts)
    def turn_blocker(self, data: st.DataObject, text: str) -> None:
        idea, session_id = self.one(data, Idea), self.session_id(data)
        if idea is not None:
            new_id = self.clock.new_id()
            self.push(ideas.turn_blocker(self.store, idea.id, text, new_id, session_id, text))
            assert self.store.get(Idea, new_id).from_idea_id == idea.id

    @rule(data=datas, verdict=st.sampled_from(Verdict))
    def sift(self, data: st.DataObject, verdict: Verdict) -> None:
        self.push(ideas.sift(self.store, self.some(data, Idea), verdict))

    @rule(
        data=datas,
        cost=st.none() | st.sampled_from(Cost),
        lift=st.none() | st.sampled_from(Lift),
    )
    def place_idea(self, data: st.DataObject, cost: Cost | None, lift: Lift | None) -> None:
        idea = self.one(data, Idea)
        if idea is not None:
            self.push(ideas.place_idea(self.store, idea.id, cost, lift))

    @rule(data=datas, owner=raw_texts)
    def add_action_from_idea(self, data: st.DataObject, owner: str) -> None:
        idea, session_id = self.one(data, Idea), self.session_id(data)
        if idea is not None:
            new_id, details = self.clock.new_id(), {"owner": owner}
            self.push(
                actions.add_action_from_idea(self.store, idea.id, new_id, session_id, **details)
            )

    @rule(data=datas, outcome=st.sampled_from(reviews.Outcome), reason=raw_texts)
    def review_action(self, data: st.DataObject, outcome: reviews.Outcome, reason: str) -> None:
        action, session_id = self.one(data, PlannedAction), self.session_id(data)
        if action is not None:
            today, new_id = self.clock.today(), self.clock.new_id
            store = self.store
            self.push(
                reviews.review_action(store, action.id, outcome, today, new_id, session_id, reason)
            )

    @rule(data=datas, rating=st.sampled_from(Rating))
    def check_by_rating(self, data: st.DataObject, rating: Rating) -> None:
        action, session_id = self.one(data, PlannedAction), self.session_id(data)
        if action is not None:
            today, new_id = self.clock.today(), self.clock.new_id
            self.push(
                reviews.check_by_rating(self.store, action.id, rating, today, new_id, session_id)
            )
            assert self.store.get(PlannedAction, action.id).state is ActionState.CHECKED

    @rule(data=datas)
    def check_by_reading(self, data: st.DataObject) -> None:
        action, reading = self.one(data, PlannedAction), self.one(data, Reading)
        session_id = self.session_id(data)
        if action is not None and reading is not None:
            today, new_id, store = self.clock.today(), self.clock.new_id, self.store
            self.push(
                reviews.check_by_reading(store, action.id, reading.id, today, new_id, session_id)
            )

    @rule(data=datas, reason=raw_texts)
    def check_without_proof(self, data: st.DataObject, reason: str) -> None:
        action, session_id = self.one(data, PlannedAction), self.session_id(data)
        if action is not None:
            today, new_id, store = self.clock.today(), self.clock.new_id, self.store
            self.push(
                reviews.check_without_proof(store, action.id, today, new_id, session_id, reason)
            )

    # --- questions and observations ---

    @rule(data=datas, text=raw_texts, kind=st.sampled_from(AnswerKind))
    def add_question(self, data: st.DataObject, text: str, kind: AnswerKind) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            new_id = self.clock.new_id()
            self.push(questions.add_question(self.store, moment.id, text, new_id, kind, text))

    @rule(data=datas, name=st.sampled_from(question_bank.BANK_NAMES))
    def pull_questions(self, data: st.DataObject, name: str) -> None:
        moment, asked = self.one(data, Moment), question_bank.load(name).questions[:2]
        if moment is not None:
            new_id = self.clock.new_id
            self.push(questions.pull_questions(self.store, moment.id, asked, new_id))
            assert not questions.pull_questions(self.store, moment.id, asked, new_id)

    @rule(data=datas, index=st.integers(-1, 4))
    def move_question(self, data: st.DataObject, index: int) -> None:
        question = self.one(data, Question)
        if question is not None:
            self.push(questions.move_question(self.store, question.id, index))

    @rule(data=datas)
    def delete_question(self, data: st.DataObject) -> None:
        question = self.one(data, Question)
        if question is not None:
            self.push(questions.delete_question(self.store, question.id))

    @rule(data=datas, choice=st.none() | st.sampled_from(Choice), note=raw_texts)
    def answer_question(self, data: st.DataObject, choice: Choice | None, note: str) -> None:
        question, session_id = self.one(data, Question), self.session_id(data)
        if question is None:
            return
        said = questions.Said(choice=choice, note=note)
        own = sorted(
            one.id for one in self.store.referring(Observation, "moment_id", question.moment_id)
        )
        seen = data.draw(st.none() | st.sampled_from(own)) if own else None
        today, new_id = self.clock.today(), self.clock.new_id()
        self.push(
            questions.answer_question(
                self.store, question.id, said, today, new_id, session_id, seen
            )
        )

    @rule(data=datas, choice=st.none() | st.sampled_from(Choice), note=raw_texts)
    def answer_as_seen(self, data: st.DataObject, choice: Choice | None, note: str) -> None:
        seen = self.one(data, Observation)
        if seen is None:
            return
        asked = self.store.referring(Question, "moment_id", seen.moment_id)
        own = sorted(one.id for one in asked)
        if own:
            question_id = data.draw(st.sampled_from(own))
            said, new_id = questions.Said(choice=choice, note=note), self.clock.new_id()
            session_id = self.session_id(data)
            self.push(
                questions.answer_as_seen(self.store, question_id, seen.id, said, new_id, session_id)
            )

    @rule(data=datas, kind=st.sampled_from(ObservationKind), note=raw_texts, rating=ratings)
    def add_observation(
        self, data: st.DataObject, kind: ObservationKind, note: str, rating: Rating | None
    ) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            marks = observations.Marks(attitude=rating)
            seen = observations.Seen(
                observed_on=self.day(data), kind=kind, observer=note, marks=marks, note=note
            )
            new_id = self.clock.new_id()
            self.push(observations.add_observation(self.store, moment.id, seen, new_id))

    @rule(data=datas)
    def rate_as_seen(self, data: st.DataObject) -> None:
        seen = self.one(data, Observation)
        if seen is not None:
            today, new_id = self.clock.today(), self.clock.new_id
            session_id = self.session_id(data)
            self.push(observations.rate_as_seen(self.store, seen.id, today, new_id, session_id))
            if seen.observed_rating is not None:
                moment = self.store.get(Moment, seen.moment_id)
                assert moment.rating is seen.observed_rating

    @rule(data=datas)
    def delete_observation(self, data: st.DataObject) -> None:
        seen = self.one(data, Observation)
        if seen is not None:
            self.push(observations.delete_observation(self.store, seen.id))
            assert not self.store.referring(Answer, "observation_id", seen.id)

    # --- ladders and measures ---

    @rule(data=datas, title=raw_texts, start=numbers)
    def add_ladder(self, data: st.DataObject, title: str, start: float | None) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            today, new_id = self.clock.today(), self.clock.new_id()
            self.push(ladders.add_ladder(self.store, moment.id, new_id, today, title, title, start))

    @rule(data=datas, value=numbers, promise=raw_texts, rating=ratings)
    def add_rung(
        self, data: st.DataObject, value: float | None, promise: str, rating: Rating | None
    ) -> None:
        ladder = self.one(data, Ladder)
        if ladder is not None:
            new_id, due = self.clock.new_id(), data.draw(st.none() | st.just(self.day(data)))
            self.push(ladders.add_rung(self.store, ladder.id, new_id, value, promise, due, rating))

    @rule(data=datas, index=st.integers(-1, 4))
    def move_rung(self, data: st.DataObject, index: int) -> None:
        rung = self.one(data, Rung)
        if rung is not None:
            self.push(ladders.move_rung(self.store, rung.id, index))

    @rule(data=datas)
    def mark_rung(self, data: st.DataObject) -> None:
        rung = self.one(data, Rung)
        if rung is not None:
            rung_id, today = data.draw(st.sampled_from([None, rung.id])), self.clock.today()
            self.push(ladders.mark_rung(self.store, rung.ladder_id, rung_id, today))
            assert (self.store.get(Rung, rung.id).reached_on is None) is (rung_id is None)

    @rule(data=datas)
    def delete_rung(self, data: st.DataObject) -> None:
        rung = self.one(data, Rung)
        if rung is not None:
            self.push(ladders.delete_rung(self.store, rung.id))

    @rule(data=datas)
    def delete_ladder(self, data: st.DataObject) -> None:
        ladder = self.one(data, Ladder)
        if ladder is not None:
            self.push(ladders.delete_ladder(self.store, ladder.id))

    @rule(data=datas, name=raw_texts, goal=numbers, better=st.sampled_from(Better))
    def add_measure(
        self, data: st.DataObject, name: str, goal: float | None, better: Better
    ) -> None:
        details: dict[str, Any] = {"unit": name, "target": goal, "better": better}
        moment_id, new_id = self.moment_id(data), self.clock.new_id()
        self.push(measures.add_measure(self.store, name, new_id, moment_id, **details))

    @rule(data=datas)
    def assign_measure(self, data: st.DataObject) -> None:
        measure, moment_id = self.one(data, Measure), self.moment_id(data)
        if measure is not None:
            self.push(measures.assign_measure(self.store, measure.id, moment_id))

    @rule(data=datas)
    def delete_measure(self, data: st.DataObject) -> None:
        measure = self.one(data, Measure)
        if measure is not None:
            self.push(measures.delete_measure(self.store, measure.id))

    @rule(data=datas, values=st.lists(st.floats(-1e6, 1e6), max_size=3), note=raw_texts)
    def add_readings(self, data: st.DataObject, values: list[float], note: str) -> None:
        measure = self.one(data, Measure)
        if measure is not None:
            taken = [measures.Taken(self.day(data), value, note) for value in values]
            new_id = self.clock.new_id
            self.push(measures.add_readings(self.store, measure.id, taken, new_id))

    @rule(data=datas, value=st.floats(-1e6, 1e6))
    def correct_latest(self, data: st.DataObject, value: float) -> None:
        measure, today, new_id = self.one(data, Measure), self.clock.today(), self.clock.new_id
        if measure is not None:
            self.push(measures.correct_latest(self.store, measure.id, value, today, new_id))

    @rule(data=datas)
    def delete_readings(self, data: st.DataObject) -> None:
        self.push(measures.delete_readings(self.store, self.some(data, Reading)))

    # --- sessions ---

    @rule(facilitator=raw_texts, attendees=raw_texts)
    def open_session(self, facilitator: str, attendees: str) -> None:
        store, new_id, today = self.store, self.clock.new_id(), self.clock.today()
        was_open = open_session_now(store)
        now = self.clock.now()
        self.push(sessions.open_session(store, new_id, today, now, facilitator, attendees))
        assert (was_open or open_session_now(store)) == open_session_now(store)

    @rule(data=datas)
    def close_session(self, data: st.DataObject) -> None:
        session = self.one(data, Session)
        if session is not None:
            next_on = data.draw(st.none() | st.just(self.day(data)))
            self.push(sessions.close_session(self.store, session.id, self.clock.now(), next_on))
            assert open_session_now(self.store) != self.store.get(Session, session.id)

    @rule(data=datas)
    def set_next_session(self, data: st.DataObject) -> None:
        session = self.one(data, Session)
        if session is not None:
            next_on = data.draw(st.none() | st.just(self.day(data)))
            self.push(sessions.set_next_session(self.store, session.id, next_on))

    @rule(data=datas)
    def delete_session(self, data: st.DataObject) -> None:
        session, judged = self.one(data, Session), self.store.count(Assessment)
        if session is not None:
            self.push(sessions.delete_session(self.store, session.id))
        assert self.store.count(Assessment) == judged

    @rule(data=datas)
    def restore(self, data: st.DataObject) -> None:
        rows = [one for one in self.document.past.rows(None, 12) if one.is_in_reach]
        entry_id = data.draw(st.sampled_from([one.header.id for one in rows]))
        then = finished(self.document.past.as_of(entry_id))
        patch = restoring.restore(self.store, then)
        assert self.document.push(patch, kind=EntryKind.RESTORE)
        for one in then.everything():
            if not isinstance(one, Session | AgendaItem):
                assert self.store.get(type(one), one.id) == one


def finished(steps: Generator[None, None, Store]) -> Store:
    """What comes of steps that nobody has to wait between."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Store = end.value
            return made
