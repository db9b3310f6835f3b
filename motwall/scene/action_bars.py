"""The action bars of a wall: one at a note or a title, any number at once, one for every person."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from motwall.document.note_verbs import NoteVerbs
from motwall.scene.action_bar import ActionBar, BarHooks
from motwall.scene.anchors import Anchor
from motwall.scene.cell_bar import Cell, CellBar, MenuBar, PostBar
from motwall.scene.tap_layer import TapLayer
from motwall.scene.tap_panel import TapPanel
from motwall.scene.tap_sizes import TapSizes

#: In Room a bar counts as in use for so long after it was opened or tapped: somebody else's tap on
#: the empty wall must not take it away. On Desk there is nobody else.
IN_USE = timedelta(seconds=4)


class ActionBars(QObject):
    """Opens bars, knows them, and closes those that nobody uses.

    Attributes:
        hooks: What bars ask of others.
    """

    #: Write on a note: "Edit" was tapped. Carries the moment's id.
    edit_requested = Signal(str)

    def __init__(self, layer: TapLayer, verbs: NoteVerbs) -> None:
        """Open bars on a layer; their buttons do what `verbs` can do."""
        super().__init__(layer)
        self._layer = layer
        self._verbs = verbs
        self._used_at: dict[Hashable, datetime] = {}
        self.hooks = BarHooks()
        self.hooks.edit = self._edit
        self.hooks.is_used = self._use
        layer.scene.selection.changed.connect(self._on_selection)
        layer.panel_removed.connect(self._forget)

    def open_at(self, moment_id: str) -> ActionBar | None:
        """Open a bar at a note, or give the one that is there; None on a read-only wall."""
        document = self._layer.scene.document
        if document.is_read_only or self._layer.scene.note(moment_id) is None:
            return None
        self._use(moment_id)
        bar = self.bar_of(moment_id)
        if bar is None:
            bar = ActionBar(self._layer, moment_id, self._verbs, self.hooks)
            self._layer.add(bar)
        return bar

    def open_menu(
        self,
        anchor: Anchor,
        offer: Callable[[MenuBar], Sequence[Cell]],
        *,
        hides_out_of_view: bool = True,
    ) -> MenuBar | None:
        """Open a bar at something that is no note, or show anew the one that is there.

        Returns:
            None on a read-only wall.
        """

        def make() -> MenuBar:
            use = partial(self._use, anchor.key)
            return MenuBar(self._layer, anchor, offer, use, hides_out_of_view=hides_out_of_view)

        return self._open(anchor, offer, make)

    def open_post(
        self, anchor: Anchor, offer: Callable[[MenuBar], Sequence[Cell]], sizes: TapSizes
    ) -> MenuBar | None:
        """The same over a post, in the sizes of the posts."""

        def make() -> MenuBar:
            return PostBar(self._layer, anchor, offer, partial(self._use, anchor.key), sizes)

        return self._open(anchor, offer, make)

    def bar_of(self, moment_id: str) -> ActionBar | None:
        """The bar at a note, if one is open."""
        return self._layer.find(ActionBar, moment_id)

    def menu_of(self, key: Hashable) -> MenuBar | None:
        """The bar at what has a key (a title's is its record's id), if one is open."""
        return self._layer.find(MenuBar, key)

    def open_bars(self) -> list[ActionBar]:
        """All bars at notes, in the order they were opened."""
        return self._layer.of(ActionBar)

    def open_menus(self) -> list[MenuBar]:
        """All other bars, in the same order."""
        return self._layer.of(MenuBar)

    def close(self, key: Hashable) -> None:
        """Close the bar there, if one is open."""
        bar = self._layer.find(CellBar, key)
        if bar is not None:
            bar.close()

    def close_idle(self) -> bool:
        """Close the bars nobody uses; returns whether there were any."""
        idle = [one for one in self._layer.of(CellBar) if not self._is_in_use(one)]
        for bar in idle:
            bar.close()
        return bool(idle)

    def close_all(self) -> None:
        """Close all bars, whoever uses them: the wall was locked."""
        for bar in self._layer.of(CellBar):
            bar.close()

    def _open(
        self,
        anchor: Anchor,
        offer: Callable[[MenuBar], Sequence[Cell]],
        make: Callable[[], MenuBar],
    ) -> MenuBar | None:
        if self._layer.scene.document.is_read_only or not anchor.is_there:
            return None
        self._use(anchor.key)
        bar = self.menu_of(anchor.key)
        if bar is None:
            bar = make()
            self._layer.add(bar)
        else:
            bar.turn(offer)
        return bar

    def _edit(self, moment_id: str) -> None:
        self.close(moment_id)
        self.edit_requested.emit(moment_id)

    def _use(self, key: Hashable) -> None:
        self._used_at[key] = self._layer.scene.document.clock.now()

    def _forget(self, panel: TapPanel) -> None:
        if isinstance(panel, CellBar):
            self._used_at.pop(panel.anchor.key, None)

    def _on_selection(self) -> None:
        for bar in self.open_bars():
            bar.follow_selection()

    def _is_in_use(self, bar: CellBar) -> bool:
        if bar.is_pressed:
            return True
        now = self._layer.scene.document.clock.now()
        return self._layer.sizes.is_room and now - self._used_at[bar.anchor.key] < IN_USE
