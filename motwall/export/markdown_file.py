"""A report as Markdown: to be read as it is, put on a page, or handed to another program."""

from collections.abc import Iterator
from pathlib import Path

from motwall.export.files import write_whole
from motwall.export.markdown_text import escaped, paragraph
from motwall.i18n import translate
from motwall.model.action_list import all_actions, in_calendar_order
from motwall.model.action_plan import actions_by_owner
from motwall.model.belongings import readings_of, remarks_of
from motwall.model.clock import local_day
from motwall.model.dates import long_date_words
from motwall.model.edits.actions import is_open
from motwall.model.figures import figure_words
from motwall.model.order import actions_of, all_moments, ideas_of, runs, stack, unsorted_moments
from motwall.model.pictures import picture_of
from motwall.model.priorities import must_choose, priorities
from motwall.model.progress_words import aim_words, measure_name
from motwall.model.records import (
    ActionState,
    Assessment,
    ContactType,
    Idea,
    Measure,
    Moment,
    PlannedAction,
    Session,
    Verdict,
    VoteRound,
)
from motwall.model.rows import has_rows, row_names
from motwall.model.sessions import sessions_in_order
from motwall.model.sifting import also_said
from motwall.model.store import Store
from motwall.model.voting import Tally, rounds, tally
from motwall.model.words import (
    hands_words,
    rating_word,
    state_word,
    verdict_word,
    wall_about,
    wall_name,
)

_DOT = " · "
#: Of what stands below a point of a list.
_INDENT = "  "


def write_markdown(
    store: Store, path: Path, *, has_names: bool = True, is_forced: bool = False
) -> None:
    """Write the report in UTF-8.

    Args:
        store: The wall.
        path: Where the file is wanted.
        has_names: Who led, who was there and who does what is told.
        is_forced: An existing file is replaced.

    Raises:
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
    """
    data = markdown_text(store, has_names=has_names).encode()

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    write_whole(path, write, is_forced=is_forced)


def markdown_text(store: Store, *, has_names: bool = True) -> str:
    """The report; equal walls give equal texts."""
    return "\n".join(_Report(store, has_names=has_names).lines()) + "\n"


class _Report:
    """The lines of a report, a part after the other."""

    def __init__(self, store: Store, *, has_names: bool) -> None:
        self._store = store
        self._has_names = has_names
        self._places = {one.id: place for place, one in enumerate(priorities(store), start=1)}

    def lines(self) -> Iterator[str]:
        """All of it; empty lines between blocks, as Markdown wants them."""
        yield f"# {escaped(wall_name(self._store.wall))}"
        for line in wall_about(self._store.wall):
            yield from ("", paragraph(line))
        parts = [
            (translate("Report", "Priorities"), self._priorities()),
            (translate("Report", "Actions"), self._actions()),
            (translate("Report", "Ideas kept"), self._ideas()),
        ]
        others = list(self._others())
        if others:
            parts.append((translate("Report", "Also said"), iter(others)))
        parts += [
            (translate("Report", "Measures"), self._measures()),
            (translate("Report", "Sessions"), self._sessions()),
        ]
        if self._store.count(VoteRound):
            parts.append((translate("Report", "Votes"), self._votes()))
        parts.append((translate("Report", "The wall"), self._wall()))
        for title, part in parts:
            found = list(part) or ["", translate("Report", "Nothing here yet.")]
            yield from ("", f"## {title}", *found)

    # --- priorities ---

    def _priorities(self) -> Iterator[str]:
        if must_choose(self._store):
            yield from ("", translate("Report", "More than five are ticked; none is chosen yet."))
        for place, moment in enumerate(priorities(self._store), start=1):
            yield from ("", f"### {place}. {self._name(moment)}", "")
            yield from self._about(moment)

    def _about(self, moment: Moment) -> Iterator[str]:
        rating = rating_word(moment.rating) if moment.rating else translate("Report", "Not yet")
        facts = (
            (translate("Report", "Rating"), rating),
            (translate("Report", "What happens"), moment.description),
            (translate("Report", "What they expect"), moment.expectation),
            (translate("Report", "What they get today"), moment.today),
            (translate("Report", "The ultimate"), moment.ultimate),
            (translate("Report", "Issue"), moment.issue),
        )
        for label, text in facts:
            if text.strip():
                yield f"- **{label}:** {paragraph(text, _INDENT)}"
        remarks = map(self._remark, remarks_of(self._store, moment.id))
        yield from _below(translate("Report", "Remarks on the rating"), remarks)
        kept = (one for one in ideas_of(self._store, moment.id) if one.verdict is Verdict.MERIT)
        ideas = map(self._words, kept)
        yield from _below(translate("Report", "Ideas kept"), ideas)
        others = map(self._words, also_said(self._store, moment.id))
        yield from _below(translate("Report", "Also said"), others)
        actions = actions_of(self._store, moment.id)
        if actions:
            yield f"- **{translate('Report', 'Actions')}:**"
            yield from (self._action(one, _INDENT, has_moment=False) for one in actions)

    def _remark(self, said: Assessment) -> str:
        """Who saw it otherwise and why, when, and what hands went up."""
        words = paragraph(said.remark, 2 * _INDENT)
        return _DOT.join(filter(None, (words, long_date_words(said.rated_on), hands_words(said))))

    def _words(self, idea: Idea) -> str:
        words = paragraph(idea.text, 2 * _INDENT)
        is_kept = idea.verdict is Verdict.MERIT
        return words if is_kept else _DOT.join(filter(None, (words, verdict_word(idea.verdict))))

    # --- actions, ideas, measures ---

    def _actions(self) -> Iterator[str]:
        if not self._has_names:
            yield from _listed(
                self._action(one) for one in in_calendar_order(all_actions(self._store))
            )
            return
        for owner, actions in actions_by_owner(self._store):
            yield from ("", f"### {escaped(owner) or translate('Report', 'No owner yet')}")
            yield from _listed(self._action(one, has_owner=False) for one in actions)

    def _action(
        self,
        action: PlannedAction,
        indent: str = "",
        *,
        has_moment: bool = True,
        has_owner: bool = True,
    ) -> str:
        """An action as a task: what, who, by when, for what, and how far it is."""
        due = (
            translate("Report", "by {0}").format(long_date_words(action.due)) if action.due else ""
        )
        facts = (
            escaped(action.owner) if has_owner and self._has_names else "",
            due,
            self._name(self._store.get(Moment, action.moment_id)) if has_moment else "",
            "" if action.state is ActionState.AGREED else state_word(action.state),
        )
        box = "[ ]" if is_open(action) else "[x]"
        words = paragraph(action.text, indent + _INDENT) or "…"
        return f"{indent}- {box} {_DOT.join((words, *filter(None, facts)))}"

    def _ideas(self) -> Iterator[str]:
        yield from _listed(
            f"- {paragraph(one.text, _INDENT)}{_DOT}{self._idea_facts(one)}"
            for moment in all_moments(self._store)
            for one in ideas_of(self._store, moment.id)
            if one.verdict is Verdict.MERIT
        )

    def _others(self) -> Iterator[str]:
        """What was said and not kept, on the whole wall."""
        yield from _listed(
            f"- {paragraph(one.text, _INDENT)}{_DOT}{self._idea_facts(one)}"
            for moment in all_moments(self._store)
            for one in also_said(self._store, moment.id)
        )

    def _idea_facts(self, idea: Idea) -> str:
        author = escaped(idea.author) if self._has_names else ""
        moment = self._name(self._store.get(Moment, idea.moment_id))
        verdict = "" if idea.verdict is Verdict.MERIT else verdict_word(idea.verdict)
        return _DOT.join(filter(None, (verdict, moment, author)))

    def _measures(self) -> Iterator[str]:
        owners = [None, *(one.id for one in all_moments(self._store))]
        for owner_id in owners:
            found = self._store.referring(Measure, "moment_id", owner_id)
            for measure in sorted(found, key=lambda one: (one.rank, one.id)):
                yield from ("", f"### {escaped(measure_name(measure))}", "")
                moment = self._store.find(Moment, owner_id)
                if moment is not None:
                    yield f"- {self._name(moment)}"
                yield f"- {escaped(aim_words(measure))}"
                for one in readings_of(self._store, measure.id):
                    value = escaped(figure_words(one.value, measure.unit))
                    facts = (f"{long_date_words(one.taken_on)}: {value}", escaped(one.note))
                    yield f"- {_DOT.join(filter(None, facts))}"

    # --- sessions ---

    def _sessions(self) -> Iterator[str]:
        for session in sessions_in_order(self._store):
            held = session.held_on
            title = long_date_words(held) if held else translate("Report", "No day yet")
            yield from ("", f"### {title}")
            yield from _listed(self._session_facts(session))

    def _session_facts(self, session: Session) -> Iterator[str]:
        following = long_date_words(session.next_on) if session.next_on else ""
        facts = (
            (translate("Report", "Led by"), session.facilitator if self._has_names else ""),
            (translate("Report", "There were"), session.attendees if self._has_names else ""),
            (translate("Report", "Agreed"), session.agreement),
            (translate("Report", "The point is"), session.take_away),
            (translate("Report", "Notes"), session.notes),
            (translate("Report", "Next session"), following),
        )
        for label, text in facts:
            if text.strip():
                yield f"- **{label}:** {paragraph(text, _INDENT)}"

    # --- votes ---

    def _votes(self) -> Iterator[str]:
        for one in rounds(self._store):
            title = one.title.strip() or long_date_words(local_day(one.opened_at))
            yield from ("", f"### {escaped(title)}")
            yield from _listed(self._wanted(each) for each in tally(self._store, one.id))

    def _wanted(self, one: Tally) -> str:
        votes = translate("Report", "%n vote(s)", count=one.dots)
        return f"- {self._name(self._store.get(Moment, one.moment_id))}: {votes}"

    # --- the wall ---

    def _wall(self) -> Iterator[str]:
        number = 0
        for run in runs(self._store):
            if run.stage is not None and run.stage.title.strip():
                yield from ("", f"### {escaped(run.stage.title)}")
            for step in run.steps:
                number += 1
                title = _DOT.join(filter(None, (str(number), escaped(step.title))))
                yield from ("", f"**{title}**")
                yield from _listed(self._stacks(step.id))
        loose = unsorted_moments(self._store)
        if loose:
            yield from ("", f"### {translate('Report', 'Unsorted')}")
            yield from _listed(self._note(one) for one in loose)

    def _stacks(self, step_id: str) -> Iterator[str]:
        for row in row_names(self._store):
            moments = stack(self._store, step_id, row.row_id)
            if moments and has_rows(self._store):
                yield f"- *{escaped(row.name)}*"
                yield from (f"{_INDENT}{self._note(one, _INDENT)}" for one in moments)
            else:
                yield from (self._note(one) for one in moments)

    def _note(self, moment: Moment, indent: str = "") -> str:
        kind = self._store.find(ContactType, moment.contact_type_id)
        place = self._places.get(moment.id)
        facts = (
            escaped(kind.name or kind.code) if kind else "",
            rating_word(moment.rating) if moment.rating else "",
            translate("Report", "ticked") if moment.is_ticked and not place else "",
            translate("Report", "priority {0}").format(place) if place else "",
        )
        words = paragraph(moment.text or moment.prompt, indent + _INDENT) or self._name(moment)
        return f"- {_DOT.join((words, *filter(None, facts)))}"

    def _name(self, moment: Moment) -> str:
        words = escaped(moment.text or moment.prompt)
        if not words and picture_of(self._store, moment.id) is not None:
            # A report carries no pictures: whoever reads it knows where to look.
            words = translate("Report", "(a photo)")
        return words or "…"


def _below(title: str, points: Iterator[str]) -> Iterator[str]:
    """Points below one that is their title; nothing at all for none."""
    found = [f"{_INDENT}- {one}" for one in points]
    if found:
        yield from (f"- **{title}:**", *found)


def _listed(lines: Iterator[str]) -> Iterator[str]:
    """A list, an empty line before it; nothing at all for none."""
    found = list(lines)
    if found:
        yield from ("", *found)
