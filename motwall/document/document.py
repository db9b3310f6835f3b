"""The one place where a wall changes: commit first, remember second, announce once."""

from collections.abc import Generator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from motwall.document.history import History, HistoryStep
from motwall.document.past import Past
from motwall.document.room_show import RoomShow
from motwall.document.slow_push import SlowPushes
from motwall.document.wall_lock import WallLockState
from motwall.document.writer import Recovery, Writer
from motwall.model.at_once import at_once
from motwall.model.clock import Clock, local_day
from motwall.model.errors import BadRecord, WallFileDamaged, WallFileError
from motwall.model.journal import EntryHeader, EntryKind, replayed
from motwall.model.patch import Label, Patch
from motwall.model.rebase import rebased
from motwall.model.records import Session
from motwall.model.sessions import open_session_now
from motwall.model.store import Store

if TYPE_CHECKING:
    from motwall.document.days import Days
    from motwall.document.workshop_run import WorkshopRun


class Selected(NamedTuple):
    """The ids selected before and after a patch; undo and redo bring them back."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


NOTHING_SELECTED = Selected()
NO_PATCH = Patch()


class Pending(NamedTuple):
    """A patch that could not be written yet."""

    patch: Patch
    merge_key: str
    selected: Selected
    kind: EntryKind = EntryKind.EDIT


class Document(QObject):
    """A wall: its records, and push, undo and redo.

    Everything that shows the wall follows `store` through `changed`; everything that changes it
    makes a patch (`model.edits`) and pushes it here.
    """

    #: A patch was committed and applied to `store`. Carries the Patch.
    changed = Signal(object)
    #: What undo and redo would do has changed.
    history_changed = Signal()
    #: A patch could not be written; nothing changed. Carries the WallFileError.
    write_failed = Signal(object)
    #: What could not be written has been written, or was given up.
    write_recovered = Signal()
    #: A text was longer than its field takes and was cut.
    text_cut = Signal()

    def __init__(
        self, store: Store, writer: Writer, clock: Clock, recovery: Recovery | None = None
    ) -> None:
        """Take the loaded records and the file they came from."""
        super().__init__()
        self.store = store
        self.clock = clock
        #: How the wall was, and what happened to it.
        self.past = Past(store, writer)
        #: The session that is going on: it follows the wall.
        self.session_id: str | None = None
        #: Large patches: written a little at a time.
        self.slow = SlowPushes(self._pushing)
        self.wall_lock = WallLockState(lambda: writer.is_read_only, lambda: self.slow.is_active)
        #: What the room is to see, where it has a screen of its own.
        self.room_show = RoomShow()
        self._workshop: WorkshopRun | None = None
        self._days: Days | None = None
        self._writer = writer
        self._recovery = recovery
        self._history: History | None = None
        # All of the last step of undo, while edits with its merge key may still join it.
        self._step_patch = NO_PATCH
        self._pending: dict[str, Pending] = {}
        self._note_session()

    @property
    def is_read_only(self) -> bool:
        """Nothing can be changed here; `push` answers False."""
        return self._writer.is_read_only

    @property
    def workshop(self) -> "WorkshopRun":
        """The clock of the workshop that the open session runs."""
        if self._workshop is None:
            # Most visits to a wall are none.
            from motwall.document.workshop_run import WorkshopRun  # noqa: PLC0415

            self._workshop = WorkshopRun(self)
        return self._workshop

    @property
    def days(self) -> "Days":
        """Tells when another day begins."""
        if self._days is None:
            # Where no window is there is no loop to wait in.
            from motwall.document.days import Days  # noqa: PLC0415

            self._days = Days(self.clock, self)
        return self._days

    @property
    def history(self) -> History:
        """What can be undone; read from the journal when first asked for, after the first paint."""
        if self._history is None:
            history = History()
            for header in self._writer.headers():
                history.record(header)
            # What was typed yesterday is not one step with what is typed today.
            history.close_step()
            self._history = history
        return self._history

    @property
    def pending(self) -> tuple[Pending, ...]:
        """What could not be written yet."""
        return tuple(self._pending.values())

    def push(
        self,
        patch: Patch,
        merge_key: str = "",
        selected: Selected = NOTHING_SELECTED,
        kind: EntryKind = EntryKind.EDIT,
    ) -> bool:
        """Commit a patch, apply it, announce it and remember it for undo.

        Args:
            patch: From an edit; an empty one is a success without a commit.
            merge_key: Neighbouring pushes with the same key that is not "" are one step of undo; if
                together they change nothing, the step counts as undone.
            selected: What is selected before and after.
            kind: EDIT, or IMPORT, RESTORE or MERGE for those; CLOCK is no step of undo.

        Returns:
            Whether the wall is as the patch wants it. False: nothing changed, `write_failed` told
            why, the patch waits in `pending` (latest of a merge key) and in the recovery file,
            unless the wall is open for reading only.

        Raises:
            PatchMismatch: The patch was not made from this store: a bug.
        """
        fitting = self.slow.before(patch, self.store)
        return at_once(self._pushing(Pending(fitting, merge_key, selected, kind)))

    def changed_on(self) -> date:
        """The local day of the last change, which is the date on handouts: equal walls, equal ones.

        Raises:
            WallFileError: The journal cannot be read.
        """
        at = self.past.changed_at()
        return self.clock.today() if at is None else local_day(at)

    def keep_picture(self, data: bytes) -> str:
        """Keep the bytes of a picture in the file; push a patch with the Picture of them next.

        Returns:
            The digest by which it names them.

        Raises:
            PhotoTooLarge: There are too many of them.
            WallFileError: Nothing was written.
        """
        self.slow.finish()
        return self._writer.keep_picture(data)

    def picture(self, digest: str) -> bytes | None:
        """The bytes of a picture, or None if they are not in the file.

        Raises:
            WallFileError: The file cannot be read.
        """
        return self._writer.picture(digest)

    def retry(self) -> bool:
        """Try again to write what is pending, on top of what the wall is now.

        Returns:
            Whether nothing is pending any more.
        """
        self.slow.finish()
        for key, waiting in list(self._pending.items()):
            fitting = waiting._replace(patch=rebased(self.store, waiting.patch))
            try:
                at_once(self._commit_edit(fitting))
            except WallFileError as error:
                self.write_failed.emit(error)
                return False
            self._settle(key)
        return True

    def undo(self) -> tuple[str, ...]:
        """Take the last step back; returns the ids to select (none: nothing to undo).

        What is just being written is the last step: it is given up.
        """
        if self.slow.give_up():
            return ()
        step = self.history.next_undo
        if step is None or not self._replay(step, EntryKind.UNDO):
            return ()
        return step.selection_before

    def redo(self) -> tuple[str, ...]:
        """Do the step undone last again; returns the ids to select."""
        self.slow.finish()
        step = self.history.next_redo
        if step is None or not self._replay(step, EntryKind.REDO):
            return ()
        return step.selection_after

    def _replay(self, step: HistoryStep, kind: EntryKind) -> bool:
        try:
            patch = self._patch_of(step, is_inverted=kind is EntryKind.UNDO)
            header = self._header(kind, step.label, undoes=step.entries[0].id)
            at_once(self._commit(patch, header))
        except WallFileError as error:
            self.write_failed.emit(error)
            return False
        return True

    def _patch_of(self, step: HistoryStep, *, is_inverted: bool) -> Patch:
        entries = step.entries[::-1] if is_inverted else step.entries
        try:
            changes = [self._writer.changes_of(entry.id) for entry in entries]
            return replayed(self.store, changes, is_inverted=is_inverted)
        except (BadRecord, KeyError) as error:
            raise WallFileDamaged(self._writer.path, f"journal: {error!r}") from error

    def _pushing(self, waiting: Pending) -> Generator[float, None, bool]:
        if waiting.patch.is_cut:
            self.text_cut.emit()
        try:
            yield from self._commit_edit(waiting)
        except WallFileError as error:
            self.slow.end()
            self._postpone(waiting)
            self.write_failed.emit(error)
            return False
        self._settle(waiting.merge_key)
        return True

    def _commit_edit(self, waiting: Pending) -> Generator[float, None, None]:
        if not waiting.patch:
            return
        if waiting.kind is EntryKind.CLOCK:
            header = self._header(waiting.kind, waiting.patch.label)
            yield from self._commit(waiting.patch, header, self._step_patch)
            return
        key = self.history.key_for(waiting.merge_key)
        step = self.history.merging(key)
        whole = self._step_patch.then(waiting.patch) if step else waiting.patch
        kind, undoes = waiting.kind, None
        if step and not whole:
            # Typed and deleted again: undo goes on to the step before, redo brings the text back.
            kind, undoes = EntryKind.UNDO, step.entries[0].id
        header = self._header(
            kind, waiting.patch.label, merge_key=key, selected=waiting.selected, undoes=undoes
        )
        yield from self._commit(waiting.patch, header, whole)

    def _commit(
        self, patch: Patch, header: EntryHeader, whole: Patch = NO_PATCH
    ) -> Generator[float, None, None]:
        history = self.history
        opened_id = _opened_in(patch)
        if opened_id is not None:
            header = header._replace(session_id=opened_id)
        self.store.check(patch)
        yield from self._writer.writing(patch, header)
        self.store.apply(patch)
        history.record(header)
        self._step_patch = whole
        # It is over: whoever answers to what follows may push.
        self.slow.end()
        if patch.touches(Session):
            self._note_session()
        self.changed.emit(patch)
        self.history_changed.emit()

    def _note_session(self) -> None:
        going_on = open_session_now(self.store)
        self.session_id = going_on.id if going_on else None

    def _postpone(self, waiting: Pending) -> None:
        if self.is_read_only:
            return
        header = self._header(
            waiting.kind,
            waiting.patch.label,
            merge_key=waiting.merge_key,
            selected=waiting.selected,
        )
        self._pending[waiting.merge_key or header.id] = waiting
        if self._recovery is not None:
            self._recovery.keep(waiting.patch, header)

    def _settle(self, key: str) -> None:
        """Forget what is pending under the key, and what was overtaken by what is done since."""
        if not self._pending:
            return
        self._pending = {
            other: waiting
            for other, waiting in self._pending.items()
            if other != key and rebased(self.store, waiting.patch)
        }
        if not self._pending:
            if self._recovery is not None:
                self._recovery.clear()
            self.write_recovered.emit()

    def _header(
        self,
        kind: EntryKind,
        label: Label,
        *,
        merge_key: str = "",
        selected: Selected = NOTHING_SELECTED,
        undoes: str | None = None,
    ) -> EntryHeader:
        return EntryHeader(
            id=self.clock.new_id(),
            at=self.clock.now(),
            kind=kind,
            undoes=undoes,
            merge_key=merge_key,
            label=label,
            session_id=self.session_id,
            selection_before=selected.before,
            selection_after=selected.after,
        )


def _opened_in(patch: Patch) -> str | None:
    """The session that a patch opens: its opening belongs to it already."""
    made = (one.after for one in patch if one.before is None)
    sessions = (one for one in made if isinstance(one, Session))
    return next((one.id for one in sessions if one.opened_at and not one.closed_at), None)
