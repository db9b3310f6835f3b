"""The action bars of a wall: one at a note, any number at once, one for every person."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from motwall.document.note_verbs import NoteVerbs
from motwall.scene.action_bar import ActionBar
from motwall.scene.tap_layer import TapLayer

#: In Room a bar counts as in use for so long after it was opened or tapped: somebody else's tap on
#: the empty wall must not take it away. On Desk there is nobody else.
IN_USE = timedelta(seconds=4)


class ActionBars(QObject):
    """Opens bars, knows them, and closes those that nobody uses."""

    #: Write on a note: "Edit" was tapped. Carries the moment's id.
    edit_requested = Signal(str)

    def __init__(self, layer: TapLayer, verbs: NoteVerbs) -> None:
        """Open bars on a layer; their buttons do what `verbs` can do."""
        super().__init__(layer)
        self._layer = layer
        self._verbs = verbs
        self._used_at: dict[str, datetime] = {}

    def open_at(self, moment_id: str) -> ActionBar | None:
        """Open a bar at a note, or give the one that is there; None on a read-only wall."""
        document = self._layer.scene.document
        if document.is_read_only or self._layer.scene.note(moment_id) is None:
            return None
        self._use(moment_id)
        bar = self.bar_of(moment_id)
        if bar is None:
            bar = ActionBar(
                self._layer,
                moment_id,
                self._verbs,
                edit=lambda: self._edit(moment_id),
                is_used=lambda: self._use(moment_id),
            )
            self._layer.add(bar)
        return bar

    def bar_of(self, moment_id: str) -> ActionBar | None:
        """The bar at a note, if one is open."""
        return self._layer.find(ActionBar, moment_id)

    def open_bars(self) -> list[ActionBar]:
        """All bars, in the order they were opened."""
        return self._layer.of(ActionBar)

    def close(self, moment_id: str) -> None:
        """Close the bar at a note, if one is open."""
        bar = self.bar_of(moment_id)
        if bar is not None:
            bar.close()

    def close_idle(self) -> bool:
        """Close the bars nobody uses; returns whether there were any."""
        idle = [one for one in self.open_bars() if not self._is_in_use(one)]
        for bar in idle:
            bar.close()
        return bool(idle)

    def close_all(self) -> None:
        """Close all bars, whoever uses them: the wall was locked."""
        for bar in self.open_bars():
            bar.close()

    def _edit(self, moment_id: str) -> None:
        self.close(moment_id)
        self.edit_requested.emit(moment_id)

    def _use(self, moment_id: str) -> None:
        self._used_at[moment_id] = self._layer.scene.document.clock.now()

    def _is_in_use(self, bar: ActionBar) -> bool:
        if bar.is_pressed:
            return True
        now = self._layer.scene.document.clock.now()
        return self._layer.sizes.is_room and now - self._used_at[bar.moment_id] < IN_USE
