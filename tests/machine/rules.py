"""A rule for every public edit, named as the edit is."""

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from motwall.model.clean_text import clean_text
from motwall.model.edits import (
    actions,
    clips,
    contact_types,
    extents,
    fields,
    ideas,
    list_cells,
    marks,
    moments,
    restaging,
    rows,
    steps,
    tidying,
)
from motwall.model.fields import rules_of
from motwall.model.list_columns import WRITABLE, ListColumn
from motwall.model.list_values import value_of
from motwall.model.order import all_moments
from motwall.model.pasted_table import CellValue, PastedTable
from motwall.model.priorities import priorities
from motwall.model.records import (
    ActionState,
    ContactType,
    Idea,
    IdeaKind,
    Moment,
    PlannedAction,
    Rating,
    Record,
    Row,
    Session,
    Stage,
    Step,
    Wall,
)
from tests.machine.method_rules import MethodRules
from tests.machine.workshop_rules import WorkshopRules
from tests.strategies import field_values, raw_texts

datas = st.data()
ratings = st.none() | st.sampled_from(Rating)
few_texts = st.lists(raw_texts, max_size=3)


class WallMachine(MethodRules, WorkshopRules):
    """Every public edit; `test_wall_machine.py` checks that none is missing."""

    # --- moments ---

    @rule(data=datas, texts=few_texts)
    def add_moments(self, data: st.DataObject, texts: list[str]) -> None:
        kind = self.one(data, ContactType) if data.draw(st.booleans()) else None
        target = data.draw(
            st.sampled_from([moments.free_spot(self.store), moments.end_of_timeline(self.store)])
            | st.just(self.target(data))
        )
        type_id = kind.id if kind else None
        self.push(moments.add_moments(self.store, texts, target, self.clock.new_id, type_id))

    @rule(data=datas)
    def move_moments(self, data: st.DataObject) -> None:
        ids, target = self.some(data, Moment), self.target(data)
        words = self._words()
        self.push(moments.move_moments(self.store, ids, target, self.clock.new_id))
        assert self._words() == words

    @rule(data=datas)
    def line_up(self, data: st.DataObject) -> None:
        self.push(moments.line_up(self.store, self.some(data, Moment), self.clock.new_id))

    @rule(data=datas)
    def delete_moments(self, data: st.DataObject) -> None:
        ids = self.some(data, Moment, 1, 2)
        self.push(moments.delete_moments(self.store, ids))
        assert not any(self.store.find_any(one) for one in ids)

    @rule(data=datas)
    def duplicate_moments(self, data: st.DataObject) -> None:
        ids, count = self.some(data, Moment, 1, 2), self.store.count(Moment)
        self.push(moments.duplicate_moments(self.store, ids, self.clock.new_id))
        assert self.store.count(Moment) == count + len(ids)

    @rule(data=datas)
    def merge_moments(self, data: st.DataObject) -> None:
        ids, words = self.some(data, Moment, 2, 4), self._words()
        belongings = self.store.count(Idea), self.store.count(PlannedAction)
        if ids:
            self.push(moments.merge_moments(self.store, ids, data.draw(st.sampled_from(ids))))
        assert self._words() == words
        assert (self.store.count(Idea), self.store.count(PlannedAction)) == belongings

    # --- cells of the list ---

    @rule(data=datas)
    def write_cells(self, data: st.DataObject) -> None:
        cells = [CellValue(one, *self._cell(data)) for one in self.some(data, Moment)]
        today, new_id = self.clock.today(), self.clock.new_id
        self.push(list_cells.write_cells(self.store, cells, today, new_id))

    @rule(data=datas, count=st.integers(0, 2))
    def paste_table(self, data: st.DataObject, count: int) -> None:
        before = self.store.count(Moment)
        changed = [CellValue(one, *self._cell(data)) for one in self.some(data, Moment, 0, 2)]
        added = [dict([self._cell(data), self._cell(data)]) for _ in range(count)]
        table = PastedTable(tuple(changed), tuple(added))
        target, today, new_id = self.target(data), self.clock.today(), self.clock.new_id
        self.push(list_cells.paste_table(self.store, table, target, today, new_id))
        assert self.store.count(Moment) == before + count

    def _cell(self, data: st.DataObject) -> tuple[ListColumn, object]:
        """A column, and a value that words can mean for it."""
        column = data.draw(st.sampled_from(sorted(WRITABLE)))
        kind, step = self.one(data, ContactType), self.one(data, Step)
        stage = self.one(data, Stage)
        words = {
            ListColumn.STEP: str(len(self.store.all(Step))) if step else "",
            ListColumn.CONTACT_TYPE: kind.code if kind else "",
            ListColumn.RATING: "magical",
            ListColumn.EVIDENCE: "seen",
            ListColumn.KIND: "policy",
            ListColumn.STAGE: stage.title if stage and stage.title.strip() else "",
            ListColumn.PRIORITY: "P2",
            ListColumn.MEASURE: "",
        }
        is_empty = data.draw(st.booleans())
        said = "" if is_empty else words.get(column, "x")
        return column, value_of(self.store, column, said)

    # --- steps and stages ---

    @rule(data=datas)
    def move_step(self, data: st.DataObject) -> None:
        step, gap = self.one(data, Step), self.gap(data)
        if step is not None:
            self.push(steps.move_step(self.store, step.id, gap))

    @rule(data=datas, index=st.integers(0, 12))
    def move_stage(self, data: st.DataObject, index: int) -> None:
        stage = self.one(data, Stage)
        if stage is not None:
            self.push(steps.move_stage(self.store, stage.id, index))

    @rule(data=datas, title=raw_texts)
    def name_stretch(self, data: st.DataObject, title: str) -> None:
        ids = self.some(data, Step, 1, 2)
        self.push(steps.name_stretch(self.store, ids, title, self.clock.new_id))

    @rule(data=datas)
    def move_to_stage(self, data: st.DataObject) -> None:
        stage = self.one(data, Stage) if data.draw(st.booleans()) else None
        ids, new_id = self.some(data, Moment), self.clock.new_id
        stages = {one.id for one in self.store.all(Stage)}
        stage_id = stage.id if stage is not None else None
        self.push(restaging.move_to_stage(self.store, ids, stage_id, new_id))
        assert {one.id for one in self.store.all(Stage)} == stages

    @rule(data=datas)
    def dissolve_stage(self, data: st.DataObject) -> None:
        stage = self.one(data, Stage)
        if stage is not None:
            self.push(steps.dissolve_stage(self.store, stage.id))

    @rule(data=datas)
    def remove_step(self, data: st.DataObject) -> None:
        step, words = self.one(data, Step), self._words()
        if step is not None:
            self.push(steps.remove_step(self.store, step.id))
        assert self._words() == words

    @rule(data=datas, edge=st.sampled_from(extents.StageEdge), index=st.integers(-1, 12))
    def resize_stage(self, data: st.DataObject, edge: extents.StageEdge, index: int) -> None:
        stage = self.one(data, Stage)
        if stage is not None:
            self.push(extents.resize_stage(self.store, stage.id, edge, index))
            assert self.store.find(Stage, stage.id) is not None

    # --- rows ---

    @rule(title=raw_texts)
    def add_row(self, title: str) -> None:
        self.push(rows.add_row(self.store, title, self.clock.new_id()))

    @rule(data=datas, index=st.integers(-1, 4))
    def move_row(self, data: st.DataObject, index: int) -> None:
        row = self.one(data, Row)
        if row is not None:
            self.push(rows.move_row(self.store, row.id, index))

    @rule(data=datas, is_with_moments=st.booleans())
    def delete_row(self, data: st.DataObject, is_with_moments: bool) -> None:
        row, words = self.one(data, Row), self._words()
        if row is not None:
            patch = rows.delete_row(self.store, row.id, is_with_moments=is_with_moments)
            self.push(patch)
            assert is_with_moments or self._words() == words

    @rule(data=datas)
    def move_moments_to_row(self, data: st.DataObject) -> None:
        words = self._words()
        ids, row_id = self.some(data, Moment), self.row_id(data)
        self.push(rows.move_moments_to_row(self.store, ids, row_id))
        assert self._words() == words

    @rule(data=datas)
    def copy_moments_to_row(self, data: st.DataObject) -> None:
        ids, row_id = self.some(data, Moment), self.row_id(data)
        new_id = self.clock.new_id
        self.push(rows.copy_moments_to_row(self.store, ids, row_id, new_id))

    @rule()
    def tidy(self) -> None:
        order = [one.id for one in all_moments(self.store)]
        self.push(tidying.tidy(self.store))
        assert [one.id for one in all_moments(self.store)] == order
        assert not tidying.tidy(self.store)

    # --- marks ---

    @rule(data=datas)
    def set_contact_type(self, data: st.DataObject) -> None:
        kind = self.one(data, ContactType) if data.draw(st.booleans()) else None
        ids = self.some(data, Moment)
        self.push(marks.set_contact_type(self.store, ids, kind.id if kind else None))

    @rule(data=datas, is_ticked=st.booleans())
    def tick(self, data: st.DataObject, is_ticked: bool) -> None:
        ids = self.some(data, Moment, 1, 8)
        self.push(marks.tick(self.store, ids, is_ticked=is_ticked))

    @rule(data=datas)
    def shortlist(self, data: st.DataObject) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            self.push(marks.shortlist(self.store, moment.id))

    @rule(data=datas)
    def unshortlist(self, data: st.DataObject) -> None:
        self.push(marks.unshortlist(self.store, self.some(data, Moment)))

    @rule(data=datas, way=st.sampled_from([-1, 1]))
    def reorder_shortlist(self, data: st.DataObject, way: int) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            self.push(marks.reorder_shortlist(self.store, moment.id, way))

    @rule(data=datas, place=st.none() | st.integers(0, 7))
    def set_priority(self, data: st.DataObject, place: int | None) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            self.push(marks.set_priority(self.store, moment.id, place))
            if place is None:
                assert moment.id not in {one.id for one in priorities(self.store)}

    @rule(data=datas, rating=ratings)
    def rate(self, data: st.DataObject, rating: Rating | None) -> None:
        session = self.one(data, Session) if data.draw(st.booleans()) else None
        session_id = session.id if session else None
        ids, today = self.some(data, Moment), self.clock.today()
        self.push(marks.rate(self.store, ids, rating, today, self.clock.new_id, session_id))
        assert all(self.store.get(Moment, one).rating is rating for one in ids)

    # --- contact types ---

    @rule(code=field_values(rules_of(ContactType)["code"]), name=raw_texts.map(str.strip))
    def add_contact_type(self, code: str, name: str) -> None:
        made = ContactType(id=self.clock.new_id(), code=code)
        object.__setattr__(made, "name", name)  # as a dialog hands it over
        self.push(contact_types.add_contact_type(self.store, made))

    @rule(data=datas, code=st.sampled_from(["PH", "EM", "XX"]))
    def change_contact_type(self, data: st.DataObject, code: str) -> None:
        known = self.one(data, ContactType)
        if known is not None:
            wanted = replace(known, code=code, name="other")
            self.push(contact_types.change_contact_type(self.store, wanted))

    @rule(data=datas)
    def merge_contact_types(self, data: st.DataObject) -> None:
        ids = self.some(data, ContactType, 2, 3)
        if ids:
            self.push(contact_types.merge_contact_types(self.store, ids, ids[0]))

    @rule(data=datas)
    def remove_contact_type(self, data: st.DataObject) -> None:
        known = self.one(data, ContactType)
        if known is not None:
            self.push(contact_types.remove_contact_type(self.store, known.id))

    # --- ideas and actions ---

    @rule(data=datas, text=raw_texts, kind=st.sampled_from(IdeaKind))
    def add_idea(self, data: st.DataObject, text: str, kind: IdeaKind) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            new_id = self.clock.new_id()
            self.push(ideas.add_idea(self.store, moment.id, text, new_id, None, text, kind))

    @rule(data=datas, texts=st.lists(raw_texts, max_size=3), kind=st.sampled_from(IdeaKind))
    def add_ideas(self, data: st.DataObject, texts: list[str], kind: IdeaKind) -> None:
        moment = self.one(data, Moment)
        if moment is not None:
            new_ids = [self.clock.new_id() for _ in texts]
            self.push(ideas.add_ideas(self.store, moment.id, texts, new_ids, None, "Ann", kind))

    @rule(data=datas)
    def delete_idea(self, data: st.DataObject) -> None:
        idea = self.one(data, Idea)
        if idea is not None:
            self.push(ideas.delete_idea(self.store, idea.id))

    @rule(data=datas, text=raw_texts, owner=raw_texts)
    def add_action(self, data: st.DataObject, text: str, owner: str) -> None:
        moment, idea = self.one(data, Moment), self.one(data, Idea)
        if moment is not None:
            details: dict[str, Any] = {"owner": owner, "idea_id": idea.id if idea else None}
            new_id = self.clock.new_id()
            self.push(actions.add_action(self.store, moment.id, text, new_id, **details))

    @rule(data=datas, state=st.sampled_from(ActionState))
    def set_action_state(self, data: st.DataObject, state: ActionState) -> None:
        action = self.one(data, PlannedAction)
        if action is not None:
            today = self.clock.today()
            self.push(actions.set_action_state(self.store, action.id, state, today))

    @rule(data=datas)
    def delete_action(self, data: st.DataObject) -> None:
        action = self.one(data, PlannedAction)
        if action is not None:
            self.push(actions.delete_action(self.store, action.id))

    @rule(data=datas)
    def move_action(self, data: st.DataObject) -> None:
        action, moment = self.one(data, PlannedAction), self.one(data, Moment)
        if action is not None and moment is not None:
            self.push(actions.move_action(self.store, action.id, moment.id))

    # --- fields and clips ---

    @rule(data=datas, merge_key=st.sampled_from(["", "visit"]))
    def write(self, data: st.DataObject, merge_key: str) -> None:
        record_type: type[Record] = data.draw(st.sampled_from(list(fields.FREE_FIELDS)))
        field = data.draw(st.sampled_from(sorted(fields.FREE_FIELDS[record_type])))
        field_rule = rules_of(record_type)[field]
        values = raw_texts if field_rule.kind is str else field_values(field_rule)
        ids = self.some(data, record_type, 1, 2)
        # Several in a row, as a person types: with a key they are one step of undo.
        for value in data.draw(st.lists(values, min_size=1, max_size=3)):
            if record_type is Step and not clean_text(value).text:
                self.cleared_steps.update(ids)
            self.push(fields.write(self.store, record_type, ids, field, value), merge_key)

    @rule(whose=raw_texts, start=raw_texts)
    def settled(self, whose: str, start: str) -> None:
        """Somebody writes a whole journey into the first field, and leaves it."""
        ids, words = [self.store.wall.id], f"{whose}, from {start} to the end"
        self.push(fields.write(self.store, Wall, ids, "customer", words), "visit")
        self.push(fields.settled(self.store, Wall, ids, "customer"), "visit")

    @rule(data=datas)
    def paste(self, data: st.DataObject) -> None:
        content = clips.clip(self.store, self.some(data, Moment, 0, 3))
        count, target = self.store.count(Moment), self.target(data)
        if data.draw(st.booleans()):
            content = clips.clip_of(content.records())
        if data.draw(st.booleans()):
            # From another wall: nobody here knows its types.
            types = [replace(one, id=self.clock.new_id()) for one in content.contact_types]
            content = replace(content, contact_types=tuple(types))
        self.push(clips.paste(self.store, content, target, self.clock.new_id))
        assert self.store.count(Moment) == count + len(content.moments)

    def _words(self) -> Counter[str]:
        """Every word on every note; moving and merging must not lose one."""
        every = self.store.all(Moment)
        return Counter(text for one in every for text in (one.text, *one.merged) if text)
