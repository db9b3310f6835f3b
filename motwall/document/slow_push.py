"""A large patch on its way into the file, a little at a time."""

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING

from motwall.model.at_once import at_once
from motwall.model.patch import Patch
from motwall.model.rebase import rebased
from motwall.model.store import Store

if TYPE_CHECKING:
    from motwall.document.document import Pending


class SlowPush:
    """Made by `SlowPushes`, which may also finish it at once, or give it up.

    Attributes:
        is_over: It was written, refused or given up.
        is_kept: The wall is as the patch wants it.
    """

    def __init__(
        self, steps: Generator[float, None, bool], end: "Callable[[SlowPush], None]"
    ) -> None:
        """Have done nothing yet; `end` is told when it is over."""
        self.is_over = False
        self.is_kept = False
        self._steps = self._run(steps)
        self._inner = steps
        self._end = end

    def steps(self) -> Iterator[float]:
        """Go on: yields the share that is done. Ends as well when somebody else ended it."""
        while not self.is_over:
            share = next(self._steps, None)
            if share is not None:
                yield share

    def finish(self) -> None:
        """Do the rest at once."""
        at_once(self._steps)

    def give_up(self) -> None:
        """Stop, and be as if it had never begun."""
        self.is_over = True
        self._steps.close()
        self._inner.close()

    def _run(self, steps: Generator[float, None, bool]) -> Generator[float, None, None]:
        try:
            self.is_kept = yield from steps
        finally:
            self.is_over = True
            self._end(self)


class SlowPushes:
    """The large patch that a document is just writing, if there is one.

    It is one transaction, one entry and one step of undo. Until its last step nothing has changed;
    given up before then, or if the program dies, it leaves no trace. Meanwhile the `wall_lock`
    permits nothing; whatever is pushed all the same, first has this one finished.
    """

    def __init__(self, push: "Callable[[Pending], Generator[float, None, bool]]") -> None:
        """Have nothing to do; `push` does what `Document.push` does, a little at a time."""
        self._push = push
        self._current: SlowPush | None = None

    @property
    def is_active(self) -> bool:
        """Something is being written."""
        return self._current is not None

    def begin(self, pending: "Pending") -> SlowPush:
        """Write a patch as `Document.push` would; whoever wants it takes the steps.

        What goes wrong with the file is told as by `Document.push`; a PatchMismatch comes with a
        step.
        """
        self.finish()
        slow = SlowPush(self._push(pending), self._leave)
        self._current = slow if pending.patch else None
        return slow

    def before(self, patch: Patch, store: Store) -> Patch:
        """A patch that is pushed meanwhile, made to fit: what is being written goes first."""
        if not patch or not self.is_active:
            return patch
        self.finish()
        return rebased(store, patch)

    def finish(self) -> None:
        """Write the rest of what is being written, at once."""
        if self._current is not None:
            self._current.finish()

    def give_up(self) -> bool:
        """Give up what is being written, without a trace; returns whether there was anything."""
        slow, self._current = self._current, None
        if slow is not None:
            slow.give_up()
        return slow is not None

    def _leave(self, slow: SlowPush) -> None:
        # Whoever answered to its end may have begun another one.
        if self._current is slow:
            self.end()

    def end(self) -> None:
        """It is written, or refused: called by the document as soon as others may push again."""
        self._current = None
