"""The key pads of a wall: one at a note or a title, any number at once."""

from collections.abc import Hashable

from motwall.model.records import Moment
from motwall.scene.anchors import TitleAnchor
from motwall.scene.editor import InlineEditor
from motwall.scene.key_pad import KeyPad, Written
from motwall.scene.tap_layer import TapLayer


class KeyPads:
    """Opens pads, knows them and closes them; a note is written on in one place at a time."""

    def __init__(self, layer: TapLayer) -> None:
        """Open pads on a layer."""
        self._layer = layer

    def open_at(self, moment_id: str) -> KeyPad | None:
        """Open a pad at a note, or give the one that is there.

        Returns:
            None on a read-only or locked wall, and while an editor holds a text of that note that
            could not be written.
        """
        scene = self._layer.scene
        if scene.note(moment_id) is None or not scene.document.wall_lock.permits():
            return None
        if not self._close_editor(moment_id):
            return None
        pad = self.pad_of(moment_id)
        if pad is None:
            pad = KeyPad.at_note(self._layer, moment_id)
            self._layer.add(pad)
        return pad

    def open_title(
        self, anchor: TitleAnchor, field: str = "title", prompt: str = ""
    ) -> KeyPad | None:
        """Open a pad at a title, for one of its record's fields, or give the one that is there.

        Returns:
            None on a read-only or locked wall, and if a text typed there could not be written.
        """
        document = self._layer.scene.document
        if not anchor.is_there or not document.wall_lock.permits():
            return None
        pad = self.pad_of(anchor.key)
        if pad is not None and pad.field == field:
            return pad
        if not self.close_at(anchor.key):
            return None
        pad = KeyPad(
            self._layer, anchor, Written(anchor.record_type, anchor.record_id, field, prompt)
        )
        self._layer.add(pad)
        return pad

    def pad_of(self, key: Hashable) -> KeyPad | None:
        """The pad at a note (its moment's id) or at a title (its record's), if one is open."""
        return self._layer.find(KeyPad, key)

    def open_pads(self) -> list[KeyPad]:
        """All pads, in the order they were opened."""
        return self._layer.of(KeyPad)

    def close_at(self, key: Hashable) -> bool:
        """Commit and close the pad there; returns whether none is there any more."""
        pad = self.pad_of(key)
        return pad is None or pad.done()

    def close_all(self) -> bool:
        """Commit and close all pads; returns whether none is left."""
        closed = [pad.done() for pad in self.open_pads()]
        return all(closed)

    def flush(self) -> bool:
        """Commit what is typed so far on all pads; returns whether all of it is kept."""
        kept = [pad.flush() for pad in self.open_pads()]
        return all(kept)

    def _close_editor(self, moment_id: str) -> bool:
        """End the visit of the editor on a note's text; returns whether it is gone."""
        for editor in self._editors(moment_id):
            editor.finish()
        return not self._editors(moment_id)

    def _editors(self, moment_id: str) -> list[InlineEditor]:
        found = [one for one in self._layer.scene.overlays if isinstance(one, InlineEditor)]
        return [
            one
            for one in found
            if one.place.record_type is Moment and one.place.record_id == moment_id
        ]
