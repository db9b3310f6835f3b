"""A rule for each edit of the workshop: its agenda, its votes, its quiz, photos on notes."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from motwall.model.agenda import agenda, current
from motwall.model.coverage import coverage
from motwall.model.edits import agenda as agendas
from motwall.model.edits import pictures, quiz, scribing, votes
from motwall.model.near_match import times_said
from motwall.model.pictures import picture_of
from motwall.model.priorities import MOST, shortlisted
from motwall.model.quiz import quiz_of
from motwall.model.records import (
    AgendaItem,
    Moment,
    PictureKind,
    QuizGuess,
    Session,
    VoteRound,
    VoteWay,
)
from motwall.model.voting import dots_left, open_round_now
from tests.machine.base import WallMachineBase
from tests.strategies import raw_texts

datas = st.data()
some_minutes = st.integers(-5, 200)


class WorkshopRules(WallMachineBase):
    """What a facilitator does beside the wall."""

    # --- the agenda ---

    @rule(data=datas, title=raw_texts, minutes=st.lists(some_minutes, max_size=3))
    def begin_workshop(self, data: st.DataObject, title: str, minutes: list[int]) -> None:
        session = self.one(data, Session)
        if session is not None:
            plan = [agendas.Planned("welcome", title, one) for one in minutes]
            new_id = self.clock.new_id
            self.push(agendas.begin_workshop(self.store, session.id, plan, new_id))

    @rule(data=datas)
    def go_to_part(self, data: st.DataObject) -> None:
        item = self.one(data, AgendaItem)
        if item is not None:
            self.push(agendas.go_to_part(self.store, item.id, self.clock.now()))
            here = current(agenda(self.store, item.session_id))
            assert here is not None
            assert here.id == item.id

    @rule(data=datas)
    def finish_part(self, data: st.DataObject) -> None:
        session = self.one(data, Session)
        if session is not None:
            over = sum(one.is_over for one in agenda(self.store, session.id))
            self.push(agendas.finish_part(self.store, session.id, self.clock.now()))
            items = agenda(self.store, session.id)
            assert sum(one.is_over for one in items) == min(over + 1, len(items))

    @rule(data=datas, is_running=st.booleans(), hours=st.integers(0, 3))
    def run_part(self, data: st.DataObject, is_running: bool, hours: int) -> None:
        session = self.one(data, Session)
        if session is not None:
            self.clock.advance(hours=hours)
            now = self.clock.now()
            self.push(agendas.run_part(self.store, session.id, now, is_running=is_running))

    @rule(data=datas, minutes=some_minutes)
    def add_minutes(self, data: st.DataObject, minutes: int) -> None:
        item = self.one(data, AgendaItem)
        if item is not None:
            self.push(agendas.add_minutes(self.store, item.id, minutes))

    @rule(data=datas, minutes=some_minutes)
    def replan(self, data: st.DataObject, minutes: int) -> None:
        session = self.one(data, Session)
        if session is not None:
            self.push(agendas.replan(self.store, session.id, self.clock.now(), minutes))

    @rule(data=datas, index=st.integers(-1, 4), title=raw_texts)
    def add_part(self, data: st.DataObject, index: int, title: str) -> None:
        session = self.one(data, Session)
        if session is not None:
            planned, new_id = agendas.Planned("", title, 5), self.clock.new_id()
            self.push(agendas.add_part(self.store, session.id, index, planned, new_id))

    @rule(data=datas, way=st.sampled_from([-1, 1]))
    def move_part(self, data: st.DataObject, way: int) -> None:
        item = self.one(data, AgendaItem)
        if item is not None:
            self.push(agendas.move_part(self.store, item.id, way))

    @rule(data=datas)
    def delete_part(self, data: st.DataObject) -> None:
        item = self.one(data, AgendaItem)
        if item is not None:
            self.push(agendas.delete_part(self.store, item.id))

    @rule(data=datas)
    def delete_agenda(self, data: st.DataObject) -> None:
        session = self.one(data, Session)
        if session is not None:
            self.push(agendas.delete_agenda(self.store, session.id))
            assert not agenda(self.store, session.id)

    @rule(data=datas)
    def end_workshop(self, data: st.DataObject) -> None:
        session = self.one(data, Session)
        if session is not None:
            self.push(agendas.end_workshop(self.store, session.id, self.clock.now()))
            assert current(agenda(self.store, session.id)) is None

    @rule(data=datas, hours=st.integers(0, 3))
    def hold_at_plan(self, data: st.DataObject, hours: int) -> None:
        item = self.one(data, AgendaItem)
        if item is not None:
            self.clock.advance(hours=hours)
            self.push(agendas.hold_at_plan(self.store, item.id))
            assert self.store.get(AgendaItem, item.id).started_at is None

    # --- what a typist takes down ---

    @rule(data=datas, text=raw_texts)
    def say_again(self, data: st.DataObject, text: str) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            before = times_said(moment)
            self.push(scribing.say_again(self.store, moment.id, text))
            assert times_said(self.store.get(Moment, moment.id)) == before + 1

    @rule(data=datas, texts=st.lists(raw_texts, max_size=2))
    def add_covering(self, data: st.DataObject, texts: list[str]) -> None:
        part = data.draw(st.sampled_from(coverage(self.store)))
        self.push(scribing.add_covering(self.store, texts, part, self.clock.new_id))

    # --- votes ---

    @rule(data=datas, way=st.sampled_from(VoteWay), budget=st.integers(0, 4), title=raw_texts)
    def open_round(self, data: st.DataObject, way: VoteWay, budget: int, title: str) -> None:
        session = self.one(data, Session)
        was_open = open_round_now(self.store)
        new_id, now = self.clock.new_id(), self.clock.now()
        session_id = session.id if session else None
        details = {"title": title, "budget": budget, "people": 2}
        self.push(votes.open_round(self.store, new_id, now, way, session_id, **details))
        assert (was_open or open_round_now(self.store)) == open_round_now(self.store)

    @rule(data=datas, budget=st.integers(0, 4), may_stack=st.booleans())
    def change_round(self, data: st.DataObject, budget: int, may_stack: bool) -> None:
        one = self.one(data, VoteRound)
        if one is not None:
            details = {"budget": budget, "may_stack": may_stack}
            self.push(votes.change_round(self.store, one.id, **details))

    @rule(data=datas, person=st.integers(1, 2))
    def give_dot(self, data: st.DataObject, person: int) -> None:
        one, moment = self.one(data, VoteRound), self.one(data, Moment)
        if one is not None and moment is not None:
            before, new_id = dots_left(self.store, one.id, person), self.clock.new_id()
            self.push(votes.give_dot(self.store, one.id, moment.id, person, new_id))
            assert before - dots_left(self.store, one.id, person) in {0, 1}

    @rule(data=datas, person=st.integers(1, 2))
    def take_dot_back(self, data: st.DataObject, person: int) -> None:
        one, moment = self.one(data, VoteRound), self.one(data, Moment)
        if one is not None and moment is not None:
            self.push(votes.take_dot_back(self.store, one.id, moment.id, person))

    @rule(data=datas, hands=st.integers(-1, 9))
    def count_raised(self, data: st.DataObject, hands: int) -> None:
        one, moment = self.one(data, VoteRound), self.one(data, Moment)
        if one is not None and moment is not None:
            new_id = self.clock.new_id()
            self.push(votes.count_raised(self.store, one.id, moment.id, hands, new_id))

    @rule(data=datas, is_revealed=st.booleans())
    def reveal_round(self, data: st.DataObject, is_revealed: bool) -> None:
        one = self.one(data, VoteRound)
        if one is not None:
            self.push(votes.reveal_round(self.store, one.id, is_revealed=is_revealed))

    @rule(data=datas)
    def close_round(self, data: st.DataObject) -> None:
        one = self.one(data, VoteRound)
        if one is not None:
            self.push(votes.close_round(self.store, one.id, self.clock.now()))

    @rule(data=datas)
    def reopen_round(self, data: st.DataObject) -> None:
        one = self.one(data, VoteRound)
        if one is not None:
            self.push(votes.reopen_round(self.store, one.id))

    @rule(data=datas, most=st.integers(1, 9))
    def adopt_votes(self, data: st.DataObject, most: int) -> None:
        one = self.one(data, VoteRound)
        if one is not None:
            self.push(votes.adopt_votes(self.store, one.id, most))
            assert len(shortlisted(self.store)) <= min(most, MOST)

    @rule(data=datas)
    def delete_round(self, data: st.DataObject) -> None:
        one = self.one(data, VoteRound)
        if one is not None:
            self.push(votes.delete_round(self.store, one.id))

    # --- the quiz ---

    @rule(data=datas, reasons=st.lists(st.tuples(raw_texts, st.integers(-5, 105)), max_size=3))
    def open_quiz(self, data: st.DataObject, reasons: list[tuple[str, int]]) -> None:
        session = self.one(data, Session)
        session_id = session.id if session else None
        self.push(quiz.open_quiz(self.store, session_id, reasons, self.clock.new_id))

    @rule(data=datas, percent=st.integers(-5, 105))
    def guess(self, data: st.DataObject, percent: int) -> None:
        one = self.one(data, QuizGuess)
        if one is not None:
            self.push(quiz.guess(self.store, one.id, percent))

    @rule(data=datas, percent=st.integers(-5, 105))
    def correct_share(self, data: st.DataObject, percent: int) -> None:
        one = self.one(data, QuizGuess)
        if one is not None:
            self.push(quiz.correct_share(self.store, one.id, percent))

    @rule(data=datas, is_revealed=st.booleans())
    def reveal_quiz(self, data: st.DataObject, is_revealed: bool) -> None:
        one = self.one(data, QuizGuess)
        if one is not None:
            session_id = one.session_id
            self.push(quiz.reveal_quiz(self.store, session_id, is_revealed=is_revealed))
            shown = {one.is_revealed for one in quiz_of(self.store, session_id)}
            assert shown == {is_revealed}

    @rule(data=datas)
    def bring_quiz(self, data: st.DataObject) -> None:
        session = self.one(data, Session)
        if session is not None:
            own, loose = quiz_of(self.store, session.id), quiz_of(self.store, None)
            self.push(quiz.bring_quiz(self.store, session.id))
            assert len(quiz_of(self.store, session.id)) == len(own or loose)

    @rule(data=datas)
    def delete_quiz(self, data: st.DataObject) -> None:
        one = self.one(data, QuizGuess)
        if one is not None:
            self.push(quiz.delete_quiz(self.store, one.session_id))
            assert not quiz_of(self.store, one.session_id)

    # --- photos ---

    @rule(data=datas, photo=st.binary(max_size=8), kind=st.sampled_from(PictureKind))
    def set_picture(self, data: st.DataObject, photo: bytes, kind: PictureKind) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            digest = self.document.keep_picture(photo)
            new_id = self.clock.new_id()
            patch = pictures.set_picture(self.store, moment.id, digest, kind, (4, 3), new_id)
            self.push(patch)
            assert self.document.picture(digest) == photo

    @rule(data=datas)
    def delete_picture(self, data: st.DataObject) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            self.push(pictures.delete_picture(self.store, moment.id))
            assert picture_of(self.store, moment.id) is None
